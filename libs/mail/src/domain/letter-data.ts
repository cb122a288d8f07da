/** What the letters about one notice say of it. */
export interface AboutNotice {
  noticeNumber: string;
  /** Title of the work, without brackets. */
  title: string;
  platformName: string;
  itemCount: number;
  /** Where the matter can be read and acted on. */
  url: string;
}

/** What the letters about one authorization say of it. */
export interface AboutAuthorization {
  ownerName: string;
  agentName: string;
  /** The last day, `2026-12-31`; null = until revoked. */
  validUntil: string | null;
  url: string;
}

/** What the letters about something that happened after service say of it. */
export interface AboutFollowUp extends AboutNotice {
  /** The kind of a proceeding, the direction of an order, or how it ended; empty for all else. */
  what: string;
  /** The end of the clock that runs for it; null where none does. */
  dueAt: string | null;
}

/** What each letter is made of: plain texts, numbers, and instants in ISO 8601. */
export interface LetterData {
  confirm_email: { name: string; url: string; expiresAt: string };
  already_registered: { name: string; url: string };
  set_password: { name: string; url: string; expiresAt: string };
  notice_served: AboutNotice & { servedAt: string; dueAt: string | null };
  deadline_reminder: AboutNotice & { rule: string; dueAt: string; percent: number };
  deadline_breached: AboutNotice & { rule: string; dueAt: string; reader: 'platform' | 'complainant' };
  notice_decided: AboutNotice & { actioned: number; refused: number; notFound: number };
  escalation_opened: AboutNotice & { reasons: string[]; openedAt: string };
  calendar_uncovered: { version: string; coveredUntil: string; uncoveredDeadlines: number; url: string };
  complaint_deficient: { complaintNumber: string; title: string; missing: string[]; url: string };
  authorization_submitted: AboutAuthorization;
  authorization_decided: AboutAuthorization & { decision: string; reason: string | null };
  authorization_expiring: AboutAuthorization & { daysLeft: number };
  counter_forwarded: AboutNotice & {
    /** What follows: a wait for proof, nothing since proof is on record, or restoration at once. */
    effect: 'wait' | 'on_record' | 'at_once';
    /** Only a suit keeps it down (17 USC 512(g)(2)(C)). */
    isSuitNeeded: boolean;
    law: string;
    dueAt: string | null;
  };
  supplement_requested: AboutNotice & { elements: string[]; message: string; dueAt: string | null };
  notice_supplemented: AboutFollowUp;
  item_appealed: AboutFollowUp;
  item_reappeared: AboutFollowUp;
  restore_due: AboutFollowUp;
  wait_over: AboutFollowUp;
  proceeding_recorded: AboutFollowUp;
  proceeding_ended: AboutFollowUp;
  order_recorded: AboutFollowUp;
  order_ended: AboutFollowUp;
  draft_kept: { subject: string; works: string[]; targetCount: number; url: string };
  endpoint_disabled: {
    /** Scheme, host and port. */
    receiver: string;
    because: 'gone' | 'failing';
    failedAttempts: number;
    failingSince: string;
    url: string;
  };
  digest: {
    name: string;
    /** Key of the workbench, and how many; `1000+` for more than are counted. */
    waiting: Array<[key: string, count: string]>;
    nearest: Array<[number: string, title: string, dueAt: string]>;
    url: string;
  };
  notice_by_mail: AboutNotice & {
    complainant: string;
    /** The rights holder, where an agent complains; else empty. */
    onBehalfOf: string;
    contact: string;
    works: string[];
    /** The first of the items, as addresses. */
    targets: string[];
    law: string;
    /** What is owed from service on, each with its length and its law. */
    clocks: string[];
    expiresAt: string;
  };
  mail_link_renewed: AboutNotice & { expiresAt: string };
  warning_list_published: { title: string; batch: string; count: number; duties: string[]; url: string };
}

export type LetterTemplate = keyof LetterData;
export type FollowUpTemplate =
  | 'counter_forwarded'
  | 'supplement_requested'
  | { [T in LetterTemplate]: LetterData[T] extends AboutFollowUp ? T : never }[LetterTemplate];

/** Control characters break headers and lines, bidirectional overrides make a text read as another. */
const unseen = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\p{Cs}]+/gu;
const longestText = 200;
const longestUrl = 2_000;
const mostEntries = 20;

/**
 * Data from anyone made safe to set in a letter: one line each, nothing unseen, of bounded length. Addresses that are
 * not http(s) become empty, and the letter goes without the link.
 */
export function plainData<T extends LetterTemplate>(data: LetterData[T]): LetterData[T] {
  const clean = Object.entries(data).map(([name, value]) => [name, name === 'url' ? plainUrl(value) : plain(value)]);
  return Object.fromEntries(clean) as LetterData[T];
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, mostEntries).map(plain);
  if (typeof value !== 'string') return value;
  const line = plainLine(value).trim();
  const characters = [...line];
  return characters.length > longestText ? `${characters.slice(0, longestText - 1).join('')}…` : line;
}

/** A text without what cannot be seen; a blank stands in its place, so that nothing hostile becomes something valid. */
export function plainLine(text: string): string {
  return text.replace(unseen, ' ');
}

function plainUrl(value: unknown): string {
  if (typeof value !== 'string' || value.length > longestUrl || !URL.canParse(value)) return '';
  const url = new URL(value);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : '';
}
