/**
 * Whether an authorization, and all that it is a sub-licence of, stands approved: SQL over its id, for the lists of others.
 * False again once it was revoked or frozen. Null where there is no id.
 */
export const authorizationApproved = (id: string) => `
  case when ${id} is not null then not exists (
    with recursive chain as (
      select id, parent_authorization_id as parent, state from authorizations where id = ${id}
      union all
      select a.id, a.parent_authorization_id, a.state from chain c join authorizations a on a.id = c.parent
    )
    select from chain where state <> 'approved') end`;
