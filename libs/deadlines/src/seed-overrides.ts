import type { Tx } from '#database';
import { newId } from '#kernel';
import { clockRules, whyNotStricter } from '#law';

/**
 * What the green channel is worth where an operator has said nothing else: half the time of every takedown rule, rounded
 * down, at least one. Our practice, not law. Put in once; whatever operators end or add stays as they made it.
 */
export async function seedOverrides(tx: Tx, now: Date): Promise<void> {
  const rows = clockRules
    .filter(({ kind, id }) => kind === 'takedown' && id !== 'cn.warning_list.takedown')
    .map((rule) => ({ id: newId(), rule, length: Math.max(1, Math.floor(rule.length / 2)) }))
    .filter(({ rule, length }) => whyNotStricter(rule, { length, unit: rule.unit }) === null)
    .map(({ id, rule, length }) => ({
      id,
      preset: `green_channel:${rule.id}`,
      rule: rule.id,
      length,
      unit: rule.unit,
    }));
  await tx.query(
    `insert into rule_overrides (id, preset, rule, tier, length, unit, basis, reason, valid_from, created_at)
     select id, preset, rule, 'green_channel', length, unit, 'platform_practice', '绿色通道默认时限：不超过一般时限的一半', $2, $2
     from jsonb_to_recordset($1) as r(id uuid, preset text, rule text, length integer, unit text)
     on conflict (preset) do nothing`,
    [JSON.stringify(rows), now],
  );
}
