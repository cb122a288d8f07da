/** What a member may do without: news of matters, reminders, the daily summary. All else is owed to them and always sent. */
export const mailKinds = ['matters', 'reminders', 'digest'] as const;
export type MailKind = (typeof mailKinds)[number];
