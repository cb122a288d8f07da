import type { Tx } from '#database';
import { type FieldError, newId, Problem } from '#kernel';
import { type Basis, clockRule, type ClockUnit, type OverrideScope, whyNotStricter } from '#law';

export interface NewRuleOverride {
  rule: string;
  scope: OverrideScope;
  length: number;
  unit: ClockUnit;
  basis: Basis;
  reason: string;
  validFrom: Date;
  validUntil: Date | null;
  createdBy: string | null;
}

/**
 * Makes a rule stricter for some matters; clocks that run already keep their terms. Returns the override's id.
 * @throws Problem `unknown_rule`, or `validation_failed` where it is not stricter for every start, or is for nobody
 */
export async function addRuleOverride(tx: Tx, now: Date, input: NewRuleOverride): Promise<string> {
  const rule = clockRule(input.rule);
  if (!rule) {
    const detail = `There is no rule ${input.rule}; GET /v1/deadlines/preview names those that there are.`;
    throw new Problem('unknown_rule', { detail, errors: [{ pointer: '#/rule', code: 'unknown_rule', detail }] });
  }
  const errors: FieldError[] = [];
  const refusal = whyNotStricter(rule, input);
  if (refusal) {
    const member = { not_overridable: 'rule', not_comparable: 'unit', not_stricter: 'length', below_range: 'length' };
    errors.push({ pointer: `#/${member[refusal.code]}`, ...refusal });
  }
  const { platformId = null, tier = null, serviceTypes = null, workCategories = null, campaign = null } = input.scope;
  if (!platformId && !tier && !serviceTypes?.length && !workCategories?.length && !campaign) {
    const detail = 'Say for which platform, tier, services, works or campaign; a rule for all is a new version of it.';
    errors.push({ pointer: '#/scope', code: 'scope_open', detail });
  }
  if (input.validFrom < now) {
    const detail = 'An override never reaches back: clocks that run keep their terms. Begin now or later.';
    errors.push({ pointer: '#/validFrom', code: 'in_the_past', detail });
  }
  if (input.validUntil && input.validUntil <= input.validFrom) {
    errors.push({ pointer: '#/validUntil', code: 'ends_before_it_begins', detail: 'End after validFrom.' });
  }
  if (platformId && !(await isPlatform(tx, platformId))) {
    errors.push({ pointer: '#/scope/platformId', code: 'dangling_reference', detail: 'There is no such platform.' });
  }
  if (errors.length > 0) throw new Problem('validation_failed', { errors });
  const id = newId();
  await tx.query(
    `insert into rule_overrides (id, rule, platform_id, tier, campaign, service_types, work_categories, length, unit,
       basis, reason, valid_from, valid_until, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      id,
      rule.id,
      platformId,
      tier,
      campaign,
      serviceTypes,
      workCategories,
      input.length,
      input.unit,
      input.basis,
      input.reason,
      input.validFrom,
      input.validUntil,
      input.createdBy,
      now,
    ],
  );
  return id;
}

/** Ends an override: no clock starts by it any more, those that run keep it. 404 for none, 409 for one that has ended. */
export async function endRuleOverride(tx: Tx, now: Date, id: string, endedBy: string | null): Promise<void> {
  const [row] = await tx.query<Array<{ endedAt: Date | null }>>(
    'select ended_at as "endedAt" from rule_overrides where id = $1 for update',
    [id],
  );
  if (!row) throw new Problem('not_found');
  if (row.endedAt) throw new Problem('wrong_state', { detail: `It ended at ${row.endedAt.toISOString()}.` });
  await tx.query('update rule_overrides set ended_at = $2, ended_by = $3 where id = $1', [id, now, endedBy]);
}

async function isPlatform(tx: Tx, id: string): Promise<boolean> {
  return (await tx.query<unknown[]>('select from platforms where id = $1', [id])).length > 0;
}
