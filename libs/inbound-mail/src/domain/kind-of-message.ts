import type { Message } from './message.js';

/** What a mail server says became of a letter (RFC 3464); `unclear` where it says so in a form of its own. */
export type DeliveryFate = 'failed' | 'delayed' | 'delivered' | 'unclear';

/** What kind of sender speaks: a mail server about a letter, a program that answers by itself, or anybody else. */
export type Speaker = { kind: 'bounce'; fate: DeliveryFate } | { kind: 'auto_reply' } | { kind: 'somebody' };

/** Pure; in this order, because reports about delivery say of themselves that they were sent automatically. */
export function speakerOf(message: Message): Speaker {
  if (message.reportType === 'delivery-status') return { kind: 'bounce', fate: fateOf(message) };
  if (isAutomatic(message)) return { kind: 'auto_reply' };
  const isMailServer = /^(mailer-daemon|postmaster)@/.test(message.sender ?? '');
  return isMailServer || message.hasNoReturn ? { kind: 'bounce', fate: 'unclear' } : { kind: 'somebody' };
}

const fates: Readonly<Record<string, DeliveryFate>> = {
  failed: 'failed',
  delayed: 'delayed',
  delivered: 'delivered',
  relayed: 'delivered',
  expanded: 'delivered',
};

/** The worst that the report says; the letters of this product have one recipient each. */
function fateOf({ attachments }: Message): DeliveryFate {
  const report = attachments.find(({ mediaType }) => mediaType === 'message/delivery-status');
  const lines = report?.content.subarray(0, 65_536).toString('latin1') ?? '';
  const told = [...lines.matchAll(/^action:[ \t]*([a-z]+)/gim)].map(([, action]) => fates[action!.toLowerCase()]);
  for (const fate of ['failed', 'delayed', 'delivered'] as const) if (told.includes(fate)) return fate;
  return 'unclear';
}

/** Out of office, a receipt that was opened, a list's own words (RFC 3834, RFC 8098). */
function isAutomatic({ autoSubmitted, precedence, reportType }: Message): boolean {
  if (reportType === 'disposition-notification') return true;
  return /^auto-(replied|notified)\b/.test(autoSubmitted ?? '') || precedence === 'auto_reply';
}
