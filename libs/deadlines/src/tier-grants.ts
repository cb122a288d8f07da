import type { Tx } from '#database';
import { newId, Problem } from '#kernel';
import type { DataSource } from 'typeorm';

export interface NewTierGrant {
  organizationId: string;
  tier: 'green_channel';
  reason: string;
  validFrom: Date;
  validUntil: Date | null;
  grantedBy: string;
}

export interface TierGrantRow {
  id: string;
  organizationId: string;
  organizationName: string;
  tier: 'green_channel';
  reason: string;
  validFrom: Date;
  validUntil: Date | null;
  createdAt: Date;
  endedAt: Date | null;
}

const grantRow = `
  select g.id, g.organization_id as "organizationId", o.name as "organizationName", g.tier, g.reason,
    g.valid_from as "validFrom", g.valid_until as "validUntil", g.created_at as "createdAt", g.ended_at as "endedAt"
  from tier_grants g join organizations o on o.id = g.organization_id`;

/** Grants, newest first; before the id `before`. */
export function listTierGrants(
  db: Tx | DataSource,
  filter: { organizationId?: string | undefined },
  before: string | null,
  limit: number,
): Promise<TierGrantRow[]> {
  return db.query<TierGrantRow[]>(
    `${grantRow} where ($1::uuid is null or g.id < $1) and ($2::uuid is null or g.organization_id = $2)
     order by g.id desc limit $3`,
    [before, filter.organizationId ?? null, limit],
  );
}

export async function findTierGrant(db: Tx | DataSource, id: string): Promise<TierGrantRow | null> {
  const [row] = await db.query<TierGrantRow[]>(`${grantRow} where g.id = $1`, [id]);
  return row ?? null;
}

/** Which of these organizations file in the green channel at that instant. One statement, none for none. */
export async function greenChannelOf(
  db: Tx | DataSource,
  organizationIds: readonly string[],
  at: Date,
): Promise<Set<string>> {
  if (organizationIds.length === 0) return new Set();
  const rows = await db.query<Array<{ id: string }>>(
    `select distinct organization_id as id from tier_grants
     where organization_id = any($1) and tier = 'green_channel' and valid_from <= $2
       and (valid_until is null or valid_until > $2) and (ended_at is null or ended_at > $2)`,
    [organizationIds, at],
  );
  return new Set(rows.map(({ id }) => id));
}

export async function isGreenChannel(db: Tx | DataSource, organizationId: string, at: Date): Promise<boolean> {
  return (await greenChannelOf(db, [organizationId], at)).has(organizationId);
}

/**
 * Gives an organization that files a faster tier for a time; returns the grant's id.
 * @throws Problem `validation_failed`, or `already_exists` with the grant that runs within that time
 */
export async function grantTier(tx: Tx, now: Date, input: NewTierGrant): Promise<string> {
  const { organizationId, tier, reason, validFrom, validUntil, grantedBy } = input;
  // the lock on the organization lets one grant be made at a time
  const [organization] = await tx.query<Array<{ kind: string }>>(
    'select kind from organizations where id = $1 for no key update',
    [organizationId],
  );
  const refuse = (pointer: string, code: string, detail: string): never => {
    throw new Problem('validation_failed', { errors: [{ pointer, code, detail }] });
  };
  if (!organization) return refuse('#/organizationId', 'dangling_reference', 'There is no such organization.');
  if (organization.kind !== 'rights_holder' && organization.kind !== 'agent')
    return refuse('#/organizationId', 'wrong_kind', 'The green channel is for rights holders and agents.');
  if (validFrom < now) return refuse('#/validFrom', 'in_the_past', 'A grant never reaches back: begin now or later.');
  if (validUntil && validUntil <= validFrom)
    return refuse('#/validUntil', 'ends_before_it_begins', 'End after validFrom.');
  const [other] = await tx.query<Array<{ id: string }>>(
    `select id from tier_grants where organization_id = $1 and tier = $2 and ended_at is null
       and (valid_until is null or valid_until > $3) and ($4::timestamptz is null or valid_from < $4) limit 1`,
    [organizationId, tier, validFrom, validUntil],
  );
  if (other)
    throw new Problem('already_exists', {
      detail: 'A grant runs within that time: end it first, or begin when it has ended.',
      extra: { existing: other },
    });
  const id = newId();
  await tx.query(
    `insert into tier_grants (id, organization_id, tier, reason, valid_from, valid_until, granted_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, organizationId, tier, reason, validFrom, validUntil, grantedBy, now],
  );
  return id;
}

/** Ends a grant: clocks that run keep their tier. 404 for none, 409 for one that has ended. */
export async function endTierGrant(tx: Tx, now: Date, id: string, endedBy: string): Promise<void> {
  const [row] = await tx.query<Array<{ endedAt: Date | null }>>(
    'select ended_at as "endedAt" from tier_grants where id = $1 for update',
    [id],
  );
  if (!row) throw new Problem('not_found');
  if (row.endedAt) throw new Problem('wrong_state', { detail: `It ended at ${row.endedAt.toISOString()}.` });
  await tx.query('update tier_grants set ended_at = $2, ended_by = $3 where id = $1', [id, now, endedBy]);
}
