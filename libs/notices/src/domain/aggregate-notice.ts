import { type ItemState } from './item-states.js';
import { isDecided } from './transition.js';

export const noticeStates = ['awaiting_service', 'served', 'acknowledged', 'decided', 'closed'] as const;
export type NoticeState = (typeof noticeStates)[number];

export const noticeOutcomes = ['upheld', 'partial', 'refused', 'not_found', 'restored', 'withdrawn'] as const;
export type NoticeOutcome = (typeof noticeOutcomes)[number];

const outcomeOf: Partial<Record<ItemState, NoticeOutcome>> = {
  actioned: 'upheld',
  contested: 'upheld',
  waiting: 'upheld',
  held: 'upheld',
  refused: 'refused',
  not_found: 'not_found',
  restored: 'restored',
  restore_due: 'restored',
  released: 'withdrawn',
  withdrawn: 'withdrawn',
};

export interface NoticeFacts {
  items: readonly ItemState[];
  isServed: boolean;
  isAcknowledged: boolean;
  /** A statutory or contractual clock of the notice still runs, is paused or is overdue. */
  hasOpenClock: boolean;
}

/** What a notice is, seen from its items: state, and once every item has a disposition the outcome. Pure. */
export function aggregateNotice(facts: NoticeFacts): { state: NoticeState; outcome: NoticeOutcome | null } {
  const isWithdrawn = facts.items.every((state) => state === 'withdrawn');
  if (!facts.isServed && !isWithdrawn) return { state: 'awaiting_service', outcome: null };
  if (!facts.items.every(isDecided)) return { state: facts.isAcknowledged ? 'acknowledged' : 'served', outcome: null };
  const outcomes = new Set(facts.items.map((state) => outcomeOf[state]));
  const [first] = outcomes;
  const outcome = outcomes.size === 1 ? (first ?? null) : 'partial';
  return { state: facts.hasOpenClock ? 'decided' : 'closed', outcome };
}
