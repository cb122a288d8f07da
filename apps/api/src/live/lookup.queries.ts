import { NATIONAL_REGION } from '#directory';
import type { Caller } from '#identity';
import { noticesAbout, type Thing } from '#notices';
import type { DataSource } from 'typeorm';

/** What was typed, as far as it names anything. */
export interface Sought {
  /** TS-… of a complaint, N-… of a notice. */
  number: string | null;
  id: string | null;
  /** As the answer to a request named it. */
  requestId: string | null;
  things: readonly Thing[];
}

export const foundKinds = ['notice', 'complaint', 'item', 'counter_notice', 'escalation', 'platform'] as const;
export type FoundKind = (typeof foundKinds)[number];
export const foundBy = ['number', 'id', 'address', 'request'] as const;

export interface Found {
  kind: FoundKind;
  id: string;
  number: string | null;
  title: string;
  /** Of an item or a counter-notice: where it is read. */
  noticeId: string | null;
  why: (typeof foundBy)[number];
}

export const mostFound = 20;

const isReader = `$6 and (n.complainant_organization_id = $5
  or n.platform_organization_id = $5 and n.served_at is not null or n.regulator_organization_ids @> array[$5::uuid])`;

/**
 * What the caller may read of what a number, an id, an address or a request names; exact names first. Each branch begins
 * at an index and asks at the end what the caller asks everywhere: is it party to this. One statement.
 */
export function lookUp(database: DataSource, caller: Caller, sought: Sought): Promise<Found[]> {
  const { organizationId, scopes } = caller;
  return database.query<Found[]>(
    `with touched as materialized (
       select distinct matter_kind, matter_id from events where request_id = $3 and $5 = any(audience) limit ${mostFound}
     ), things as materialized (
       select distinct notice_id from (${noticesAbout('$4')}) about
     ), named_notices as (
       select id, 'number' as why from notices where number = $1
       union all select n.id, 'number' from complaints c join notices n on n.complaint_id = c.id where c.number = $1
       union all select $2::uuid, 'id'
       union all select matter_id, 'request' from touched where matter_kind = 'notice'
       union all select notice_id, 'address' from things
     ), named_complaints as (
       select id, 'number' as why from complaints where number = $1
       union all select $2::uuid, 'id'
       union all select matter_id, 'request' from touched where matter_kind = 'complaint'
     ), named_escalations as (
       select e.id, 'number' as why from notices n join escalations e on e.subject_id = n.id where n.number = $1
       union all select $2::uuid, 'id'
       union all select matter_id, 'request' from touched where matter_kind = 'escalation'
     ), found as (
       select 1 as place, 'complaint' as kind, c.id, c.number, coalesce(c.document #>> '{works,0,title}', '') as title,
         null::uuid as "noticeId", w.why
       from named_complaints w join complaints c on c.id = w.id where $7 and c.organization_id = $5
       union all
       select 2, 'notice', n.id, n.number, n.title, null, w.why
       from named_notices w join notices n on n.id = w.id where ${isReader}
       union all
       select 3, 'item', i.id, n.number, n.title, n.id, 'id'
       from items i join notices n on n.id = i.notice_id where i.id = $2 and ${isReader}
       union all
       select 4, 'counter_notice', u.id, n.number, n.title, n.id, 'id'
       from counter_notices u join notices n on n.id = u.notice_id
       where u.id = $2 and ${isReader} and (u.forwarded_at is not null or n.complainant_organization_id <> $5)
       union all
       select 5, 'escalation', e.id, e.subject_number, n.title, null, w.why
       from named_escalations w join escalations e on e.id = w.id join notices n on n.id = e.subject_id
       where $8 and $5 in (e.regulator_organization_id,
         (select r.regulator_organization_id from regions r where r.code = '${NATIONAL_REGION}'))
     ), once as (select distinct on (kind, id) * from found order by kind, id, why desc)
     select kind, id, number, title, "noticeId", why from once order by place, id desc limit ${mostFound}`,
    [
      sought.number,
      sought.id,
      sought.requestId,
      JSON.stringify(sought.things),
      organizationId,
      scopes.has('notices:read'),
      scopes.has('complaints:read'),
      scopes.has('escalations:read'),
    ],
  );
}
