import type { MailKind } from '#identity';
import type { LetterTemplate } from './letter-data.js';

/**
 * What a person may do without. Null is always sent: it opens or guards an account, or the law or an order makes
 * something depend on it (a complaint that counts as not sent, 办法 第10条; a counter-statement whose wait has begun,
 * 电子商务法 第43条; a supplement whose time runs).
 */
const kinds: Record<LetterTemplate, MailKind | null> = {
  confirm_email: null,
  already_registered: null,
  set_password: null,
  complaint_deficient: null,
  counter_forwarded: null,
  supplement_requested: null,
  order_recorded: null,
  warning_list_published: null,
  calendar_uncovered: null,
  endpoint_disabled: null,
  authorization_submitted: null,
  notice_by_mail: null,
  mail_link_renewed: null,
  draft_kept: null,
  notice_served: 'matters',
  notice_decided: 'matters',
  notice_supplemented: 'matters',
  item_appealed: 'matters',
  item_reappeared: 'matters',
  restore_due: 'matters',
  wait_over: 'matters',
  proceeding_recorded: 'matters',
  proceeding_ended: 'matters',
  order_ended: 'matters',
  escalation_opened: 'matters',
  authorization_decided: 'matters',
  deadline_reminder: 'reminders',
  deadline_breached: 'reminders',
  authorization_expiring: 'reminders',
  digest: 'digest',
};

export function kindOfLetter(template: LetterTemplate): MailKind | null {
  return kinds[template];
}

/** Whether a letter goes to somebody who does not want these kinds. */
export function isWanted(template: LetterTemplate, off: readonly MailKind[]): boolean {
  const kind = kinds[template];
  return kind === null || !off.includes(kind);
}
