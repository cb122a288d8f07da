import type { Tx } from '#database';

/**
 * Another organization answers for what was served on this one: the notices and the statements that it relayed are its
 * own from now on. Three statements for any number; the notices are locked by id, as every writer locks them.
 */
export async function handOverNotices(
  tx: Tx,
  from: string,
  to: { platformId: string; organizationId: string },
): Promise<number> {
  const [moved] = await tx.query<[unknown[], number]>(
    `with own as (
       select id from notices where platform_organization_id = $1 and platform_id = $2 order by id for update
     )
     update notices n set platform_organization_id = $3 from own where n.id = own.id returning n.id`,
    [from, to.platformId, to.organizationId],
  );
  await tx.query(
    `update counter_notices c set platform_organization_id = $3 from notices n
     where c.platform_organization_id = $1 and n.id = c.notice_id and n.platform_id = $2`,
    [from, to.platformId, to.organizationId],
  );
  return moved.length;
}
