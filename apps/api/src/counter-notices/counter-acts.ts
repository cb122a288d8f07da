import type { Caller } from '#identity';
import { type Disposition, regimeOf, type RegimeId } from '#law';
import { conditionsOf, type CounterNoticeRow, eventsOpenTo, factsOf, type ItemEvent, partyOf } from '#notices';

/** What can be done about a statement itself, in the words of the lifecycle. */
export const ofStatements: readonly ItemEvent[] = [
  'forward_counter',
  'reject_counter',
  'decide_counter',
  'keep_delinked',
  'restore',
  'prove_proceeding',
  'extend_wait',
];

/** What the caller may do next about a counter-notice; nothing about one that was rejected, answered or never valid. */
export function counterActsOpenTo(row: CounterNoticeRow, caller: Caller): ItemEvent[] {
  const party = partyOf(caller, factsOf(row));
  if (!party || row.counterNoticeId !== row.id) return [];
  const regime = regimeOf(row.regime as RegimeId, row.regimeVersion);
  const facts = { ...row, disposition: row.disposition as Disposition | null };
  const moves = { before: row.before, conditions: conditionsOf(facts, regime, row) };
  return eventsOpenTo(row.itemState, party, moves).filter((event) => ofStatements.includes(event));
}
