import type { ClockRule } from '#law';

export const itemStates = [
  'unserved',
  'pending',
  'actioned',
  'refused',
  'not_found',
  'released',
  'restore_due',
  'restored',
  'withdrawn',
] as const;
export type ItemState = (typeof itemStates)[number];

/** Who can bring an event about. `system` is service itself. */
export type Party = 'platform' | 'complainant' | 'system';

type ClockKind = ClockRule['kind'];

interface Row {
  by: readonly Party[];
  /** From each of these states to that one. `same` leaves the state as it is. */
  moves: ReadonlyArray<{ from: readonly ItemState[]; to: ItemState | 'same' }>;
  /** Clocks that start with it, by kind; which rule of the kind is for the regime to say. */
  starts?: readonly ClockKind[];
  /** Clocks that it stops; a notice's clock stops with the last of its items. */
  stops?: readonly ClockKind[];
  /** What the log, webhooks, mail and timeline say. */
  emits: string;
}

const served = ['pending', 'actioned', 'refused', 'not_found', 'released', 'restore_due', 'restored'] as const;

/**
 * The life of an item (domain.md §3): every event, who may bring it about, from where to where, and what it does to
 * the clocks. All else (buttons, `allowedActions`, the diagram, the tests) is read off this table.
 */
export const lifecycle = {
  serve: {
    emits: 'notice.served',
    by: ['system'],
    moves: [{ from: ['unserved'], to: 'pending' }],
    starts: ['takedown', 'forward', 'acknowledge', 'confirm', 'decide'],
  },
  acknowledge: {
    emits: 'notice.acknowledged',
    by: ['platform'],
    moves: [{ from: served, to: 'same' }],
    stops: ['acknowledge', 'confirm'],
  },
  forward: {
    emits: 'notice.forwarded',
    by: ['platform'],
    moves: [{ from: ['pending', 'actioned'], to: 'same' }],
    stops: ['forward', 'acknowledge', 'confirm'],
  },
  act: {
    emits: 'item.actioned',
    by: ['platform'],
    moves: [{ from: ['pending'], to: 'actioned' }],
    stops: ['takedown', 'decide', 'acknowledge', 'confirm'],
  },
  refuse: {
    emits: 'item.refused',
    by: ['platform'],
    moves: [{ from: ['pending'], to: 'refused' }],
    stops: ['takedown', 'decide', 'acknowledge', 'confirm'],
  },
  report_not_found: {
    emits: 'item.refused',
    by: ['platform'],
    moves: [{ from: ['pending'], to: 'not_found' }],
    stops: ['takedown', 'decide', 'acknowledge', 'confirm'],
  },
  revise: { emits: 'item.actioned', by: ['platform'], moves: [{ from: ['refused', 'not_found'], to: 'actioned' }] },
  restore_own_motion: { emits: 'item.restored', by: ['platform'], moves: [{ from: ['actioned'], to: 'restored' }] },
  restore: {
    emits: 'item.restored',
    by: ['platform'],
    moves: [{ from: ['restore_due'], to: 'restored' }],
    stops: ['restore'],
  },
  withdraw: {
    emits: 'notice.withdrawn',
    by: ['complainant'],
    moves: [
      { from: ['unserved', 'pending', 'refused', 'not_found', 'released'], to: 'withdrawn' },
      // it was down on this complaint: it comes back, or, while another holder's complaint keeps it down, waits released
      { from: ['actioned'], to: 'restore_due' },
    ],
    starts: ['restore'],
    stops: ['takedown', 'decide', 'forward', 'acknowledge', 'confirm'],
  },
} as const satisfies Record<string, Row>;

export type ItemEvent = keyof typeof lifecycle;

const table: Record<ItemEvent, Row> = lifecycle;

/** The state after the event, or null where this party cannot bring it about from this state. Pure. */
export function transition(state: ItemState, event: ItemEvent, party: Party): ItemState | null {
  const row = table[event];
  if (!row.by.includes(party)) return null;
  const move = row.moves.find(({ from }) => from.includes(state));
  return move ? (move.to === 'same' ? state : move.to) : null;
}

/** What this party can do now: the console's buttons and the API's `allowedActions`. */
export function eventsOpenTo(state: ItemState, party: Party): ItemEvent[] {
  return itemEvents.filter((event) => transition(state, event, party) !== null);
}

export const itemEvents = Object.keys(lifecycle) as ItemEvent[];

export function clocksStarted(event: ItemEvent): readonly ClockKind[] {
  return table[event].starts ?? [];
}

export function eventType(event: ItemEvent): string {
  return table[event].emits;
}

export function clocksStopped(event: ItemEvent): readonly ClockKind[] {
  return table[event].stops ?? [];
}

/** Nothing more is owed on the complaint about this item. */
export function isDecided(state: ItemState): boolean {
  return state !== 'unserved' && state !== 'pending';
}
