import type { Tx } from '#database';
import type { Basis, ClockUnit, RuleOverride, ServiceType, Tier, WorkCategory } from '#law';
import type { DataSource } from 'typeorm';
import { Kept } from './kept.js';

export interface RuleOverrideRow extends RuleOverride {
  basis: Basis;
  reason: string;
  createdBy: string | null;
  createdAt: Date;
  endedAt: Date | null;
}

interface Stored {
  id: string;
  rule: string;
  platformId: string | null;
  tier: Tier | null;
  campaign: string | null;
  serviceTypes: ServiceType[] | null;
  workCategories: WorkCategory[] | null;
  length: number;
  unit: ClockUnit;
  basis: Basis;
  reason: string;
  validFrom: Date;
  validUntil: Date | null;
  createdBy: string | null;
  createdAt: Date;
  endedAt: Date | null;
}

const stored = `
  select id, rule, platform_id as "platformId", tier, campaign, service_types as "serviceTypes",
    work_categories as "workCategories", length, unit, basis, reason, valid_from as "validFrom",
    valid_until as "validUntil", created_by as "createdBy", created_at as "createdAt", ended_at as "endedAt"
  from rule_overrides`;

function rowOf({ platformId, tier, campaign, serviceTypes, workCategories, ...rest }: Stored): RuleOverrideRow {
  const scope = {
    ...(platformId && { platformId }),
    ...(tier && { tier }),
    ...(campaign && { campaign }),
    ...(serviceTypes && { serviceTypes }),
    ...(workCategories && { workCategories }),
  };
  return { ...rest, scope };
}

/** Overrides, newest first; before the id `before`. */
export async function listRuleOverrides(
  db: Tx | DataSource,
  filter: { rule?: string | undefined },
  before: string | null,
  limit: number,
): Promise<RuleOverrideRow[]> {
  const rows = await db.query<Stored[]>(
    `${stored} where ($1::uuid is null or id < $1) and ($2::text is null or rule = $2) order by id desc limit $3`,
    [before, filter.rule ?? null, limit],
  );
  return rows.map(rowOf);
}

export async function findRuleOverride(db: Tx | DataSource, id: string): Promise<RuleOverrideRow | null> {
  const [row] = await db.query<Stored[]>(`${stored} where id = $1`, [id]);
  return row ? rowOf(row) : null;
}

const kept = new Kept<RuleOverride[]>(async (db) => {
  const rows = await db.query<Stored[]>(
    `${stored} where ended_at is null and (valid_until is null or valid_until > domain_now()) order by id`,
  );
  return rows.map(rowOf);
});

/**
 * Every override that runs or will, for `termsFor`, which looks at the instant. Kept for a minute: what an operator
 * adds or ends reaches every process within that time.
 */
export function overridesInForce(db: Tx | DataSource): Promise<RuleOverride[]> {
  return kept.read(db);
}

/** After an override was added or ended and that was committed. */
export function forgetOverrides(db: Tx | DataSource): void {
  kept.forget(db);
}
