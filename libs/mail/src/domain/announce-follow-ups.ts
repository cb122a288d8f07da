import type { LetterData } from './letter-data.js';
import type { InBoth } from './locale.js';

/** What was looked up about an event that came after service. */
export interface FollowUpFacts {
  /** The law that says what follows, with its article. */
  law: InBoth;
  /** The end of the clock that runs for what happened. */
  dueAt: string | null;
  /** Of a forwarded counter-notice. */
  effect: LetterData['counter_forwarded']['effect'];
  isSuitNeeded: boolean;
  /** Of a requested supplement: what is missing, and the platform's words. */
  elements: readonly InBoth[];
  message: string;
  what: InBoth;
  /** Something of it is due to come back; not so while others keep it down. */
  isRestoreOwed: boolean;
}

/** Who is told by letter, and by which. What the platform did itself it is not told. */
export const followUpAnnouncements = {
  'notice.supplement_requested': { complainant: 'supplement_requested' },
  'notice.supplemented': { platform: 'notice_supplemented' },
  'item.appealed': { platform: 'item_appealed' },
  'item.reappeared': { platform: 'item_reappeared' },
  'item.restore_due': { platform: 'restore_due', complainant: 'wait_over' },
  'counter_notice.forwarded': { complainant: 'counter_forwarded' },
  'proceeding.recorded': { platform: 'proceeding_recorded' },
  'proceeding.ended': { platform: 'proceeding_ended' },
  'order.recorded': { platform: 'order_recorded' },
  'order.ended': { platform: 'order_ended' },
} as const;

/** Letters that ask to bring something back; pointless where nothing has to come back, or has come back already. */
const asksToRestore: readonly string[] = ['restore_due', 'proceeding_ended', 'order_ended'];

export function isPointless(template: string, facts: FollowUpFacts | undefined): boolean {
  return asksToRestore.includes(template) && !facts?.isRestoreOwed;
}
