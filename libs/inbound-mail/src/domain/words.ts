/** Where a message is: not looked at yet, waiting for a person, or done with. */
export type MailState = 'received' | 'open' | 'filed';

/** What a message turned out to be. */
export const mailKinds = ['bounce', 'auto_reply', 'acknowledgement', 'report', 'unreadable', 'other'] as const;
export type MailKind = (typeof mailKinds)[number];

/** What came of a message, or why a person has to look at it. */
export const mailFindings = [
  // of bounces
  'service_undone',
  'acted_already',
  'bounced_late',
  'delivery_delayed',
  'bounce_unclear',
  'not_served',
  'other_letter',
  // of replies
  'auto_reply',
  'acknowledged',
  'acknowledged_before',
  'not_acknowledgeable',
  'not_authenticated',
  'foreign_sender',
  // of reports
  'draft_kept',
  'unknown_sender',
  'report_refused',
  // of all else
  'too_large',
  'unreadable',
  'unknown_matter',
] as const;
export type MailFinding = (typeof mailFindings)[number];

/** Whether a signature of the sender's own domain (DKIM) covers the whole message; `unknown` where its key could not be asked for. */
export const authenticities = ['pass', 'fail', 'none', 'unknown'] as const;
export type Authenticity = (typeof authenticities)[number];
