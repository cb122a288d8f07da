import type { Item, Notice } from '../notices/notice-document.js';

/** What one key does to the chosen items of a notice. Shown only where the server says that it is open. */
export const quickActs = [
  { id: 'acknowledge', key: '1', opens: ['acknowledge'] },
  { id: 'duplicate', key: '2', opens: ['refuse'] },
  { id: 'supplement', key: '3', opens: ['request_supplement'] },
  { id: 'not_found', key: '4', opens: ['report_not_found'] },
  { id: 'refuse', key: 'r', opens: ['refuse'] },
  { id: 'take_down', key: 't', opens: ['act', 'revise'] },
] as const;

export type QuickAct = (typeof quickActs)[number]['id'];

/** An item on which the act can be done now. */
export function takes(act: QuickAct, item: Item): boolean {
  const { opens } = quickActs.find(({ id }) => id === act)!;
  return opens.some((event) => item.allowedActions.includes(event));
}

export function isOpenFor(act: QuickAct, notice: Notice): boolean {
  if (act === 'acknowledge') return notice.allowedActions.includes('acknowledge');
  return notice.items.some((item) => takes(act, item));
}

/** Kinds of clocks that an act ends, in the words of GET /v1/rules. */
export const endsClocks: Record<QuickAct, readonly string[]> = {
  acknowledge: ['acknowledge', 'confirm'],
  duplicate: ['takedown', 'decide', 'acknowledge', 'confirm', 'forward'],
  supplement: ['takedown', 'forward', 'acknowledge', 'confirm'],
  not_found: ['takedown', 'decide', 'acknowledge', 'confirm', 'forward'],
  refuse: ['takedown', 'decide', 'acknowledge', 'confirm', 'forward'],
  take_down: ['takedown', 'decide', 'acknowledge', 'confirm'],
};

/** What the person has set before submitting. */
export interface Draft {
  act: QuickAct;
  itemIds: readonly string[];
  outcome?: string | undefined;
  reasonCode?: string | undefined;
  note: string;
  elements: readonly string[];
  forwarding?: 'message' | 'email' | 'publication' | undefined;
}

/** What is still missing before it can be submitted; null when nothing is. */
export function lacks({
  act,
  itemIds,
  outcome,
  reasonCode,
  note,
  elements,
}: Draft): 'items' | 'outcome' | 'reason' | 'note' | 'elements' | null {
  if (act !== 'acknowledge' && act !== 'supplement' && itemIds.length === 0) return 'items';
  if (act === 'take_down' && !outcome) return 'outcome';
  if (act === 'refuse' && !reasonCode) return 'reason';
  if (act === 'refuse' && reasonCode === 'other' && !note.trim()) return 'note';
  if (act === 'supplement' && elements.length === 0) return 'elements';
  if (act === 'supplement' && !note.trim()) return 'note';
  return null;
}
