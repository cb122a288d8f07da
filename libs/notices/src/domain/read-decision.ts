import type { FieldError, ProblemCode } from '#kernel';
import { type Disposition, dispositions, refusalReasons, type Regime } from '#law';
import { type Condition, leavesUp } from './conditions.js';
import { type ItemState } from './item-states.js';
import { type ItemEvent } from './lifecycle.js';
import { type MoveFacts, transition } from './transition.js';

/** What a platform says of one item (api.md §4): a disposition, `refused`, `not_found`, or `restored`. */
export interface Decision {
  itemId: string;
  outcome: string;
  reasonCode?: string | null;
  note?: string | null;
  actedAt?: Date | null;
}

export const decisionOutcomes = [...dispositions, 'refused', 'not_found', 'restored'] as const;

export type ReadDecision =
  | { event: ItemEvent; to: ItemState; disposition: Disposition | null; reasonCode: string | null }
  | { problem: ProblemCode; error: FieldError };

interface Context {
  state: ItemState;
  facts: MoveFacts;
  regime: Regime;
  servedAt: Date;
  now: Date;
  /** JSON pointer of the decision in the request. */
  pointer: string;
}

/** Which event of the life of an item a decision is, or why it is none. Pure. */
export function readDecision(decision: Decision, context: Context): ReadDecision {
  const { state, facts, regime, servedAt, now, pointer } = context;
  const refuse = (problem: ProblemCode, field: string, code: string, detail: string): ReadDecision => ({
    problem,
    error: { pointer: `${pointer}/${field}`, code, detail },
  });
  const { outcome, reasonCode, note, actedAt } = decision;
  if (actedAt && (actedAt < servedAt || actedAt > now)) {
    const range = `${servedAt.toISOString()} and ${now.toISOString()}`;
    return refuse('validation_failed', 'actedAt', 'out_of_range', `Give an instant between service and now, ${range}.`);
  }
  const event = eventOf(outcome, state, regime);
  if (event === 'refuse') {
    if (!reasonCode || !(refusalReasons as readonly string[]).includes(reasonCode)) {
      return refuse(
        'validation_failed',
        'reasonCode',
        'required',
        `A refusal needs one of ${refusalReasons.join(', ')}.`,
      );
    }
    if (reasonCode === 'other' && !note?.trim()) {
      return refuse('validation_failed', 'note', 'required', 'The reason "other" needs a text.');
    }
  }
  if (event === 'restore_own_motion' && !note?.trim()) {
    return refuse('validation_failed', 'note', 'required', 'To restore on your own motion, say why.');
  }
  const disposition = event === 'act' || event === 'revise' ? (outcome as Disposition) : null;
  if (disposition && !regime.sufficientDispositions.includes(disposition)) {
    const fitting = regime.sufficientDispositions.join(', ');
    return refuse(
      'disposition_insufficient',
      'outcome',
      'disposition_insufficient',
      `Under ${regime.id} one of ${fitting} is needed.`,
    );
  }
  if (leavesUp.includes(disposition) && facts.conditions.has('order_stands')) {
    const detail = `A court or authority order stands on it: "${outcome}" leaves up what has to go down.`;
    return refuse('disposition_insufficient', 'outcome', 'disposition_insufficient', detail);
  }
  const ofEvent: Condition[] = outcome === 'restored' ? ['in_favour_of_user'] : [];
  const to = transition(state, event, 'platform', {
    ...facts,
    conditions: new Set([...facts.conditions, ...ofEvent]),
  });
  if (!to) {
    const why = facts.conditions.has('order_stands') ? ' A court or authority order stands on it.' : '';
    return refuse(
      'wrong_state',
      'itemId',
      'wrong_state',
      `The item is ${state}; "${outcome}" is not open to you.${why}`,
    );
  }
  return { event, to, disposition, reasonCode: event === 'refuse' ? (reasonCode ?? null) : null };
}

function eventOf(outcome: string, state: ItemState, regime: Regime): ItemEvent {
  if (outcome === 'refused') return 'refuse';
  if (outcome === 'not_found') return 'report_not_found';
  const decidesCounter = state === 'contested' && regime.platformDecidesCounter;
  if (decidesCounter) return 'decide_counter';
  if (outcome === 'restored')
    return state === 'restore_due' || state === 'contested' ? 'restore' : 'restore_own_motion';
  if (state === 'restore_due') return 'keep_delinked';
  return state === 'refused' || state === 'not_found' ? 'revise' : 'act';
}
