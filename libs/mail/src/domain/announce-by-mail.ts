import type { MailKind } from '#identity';
import { type FollowUpFacts, followUpAnnouncements, isPointless } from './announce-follow-ups.js';
import { isWanted } from './kind-of-letter.js';
import type { LetterData, LetterTemplate } from './letter-data.js';
import type { InBoth, LetterLocale, Reading } from './locale.js';
import type { NewLetter } from './new-letter.js';

/** In which part someone reads about a matter. */
export type ReaderRole = 'platform' | 'complainant' | 'regulator' | 'owner';

/** Someone to write to. */
export interface Reader {
  role: ReaderRole;
  organizationId: string;
  /** The person, and what they do without; null for an address that is no member's. */
  memberId: string | null;
  off: readonly MailKind[];
  recipient: string;
  locale: LetterLocale;
  /** Where this reader finds the matter. */
  url: string;
  /** What a warning list asks of this reader's kind of service. */
  duties?: readonly InBoth[];
}

/** A reader whose language may be known to nobody: an address that a platform published. */
export type Addressee = Omit<Reader, 'locale'> & { locale: Reading };

/** What the worker's listener looked up about the matter; only what the event's letter needs has to be there. */
export interface MatterFacts {
  /** Of the notice, or of the complaint for `complaint.deficient`. */
  number: string;
  title: string;
  platformName?: string;
  itemCount?: number;
  servedAt?: string;
  /** The clock that the event is about; for `notice.served` the nearest that the platform owes. */
  deadline?: { label: InBoth; dueAt: string; percent: number; owedBy: ReaderRole };
  decided?: { actioned: number; refused: number; notFound: number };
  reasons?: readonly InBoth[];
  openedAt?: string;
  missing?: readonly InBoth[];
  followUp?: FollowUpFacts;
  authorization?: AuthorizationMailFacts;
  /** The batch by its number, and how many works it has. */
  warningList?: { batch: InBoth; count: number };
}

interface AuthorizationMailFacts {
  ownerName: string;
  agentName: string;
  validUntil: string | null;
  decision?: InBoth;
  reason?: string | null;
  daysLeft?: number;
}

/** Who is told by which letter of which event. An event that is not here is told by webhook and inbox alone. */
export const mailAnnouncements = {
  'complaint.deficient': { complainant: 'complaint_deficient' },
  'notice.served': { platform: 'notice_served' },
  'notice.decided': { complainant: 'notice_decided' },
  ...followUpAnnouncements,
  // narrowed to whoever owes the clock
  'deadline.reminder': {
    platform: 'deadline_reminder',
    complainant: 'deadline_reminder',
    regulator: 'deadline_reminder',
  },
  'deadline.breached': { platform: 'deadline_breached', complainant: 'deadline_breached' },
  'escalation.opened': { regulator: 'escalation_opened' },
  'authorization.submitted': { owner: 'authorization_submitted' },
  'authorization.approved': { complainant: 'authorization_decided', owner: 'authorization_decided' },
  'authorization.rejected': { complainant: 'authorization_decided', owner: 'authorization_decided' },
  'authorization.frozen': { complainant: 'authorization_decided', owner: 'authorization_decided' },
  'authorization.revoked': { complainant: 'authorization_decided', owner: 'authorization_decided' },
  'authorization.expiring': { complainant: 'authorization_expiring' },
  'warning_list.published': { platform: 'warning_list_published' },
} as const satisfies Record<string, Partial<Record<ReaderRole, LetterTemplate>>>;

export type MailedEventType = keyof typeof mailAnnouncements;

export function isMailedEventType(type: string): type is MailedEventType {
  return Object.hasOwn(mailAnnouncements, type);
}

/**
 * The letters that one event calls for: one to each reader in the right part, unique by event and address, so that
 * writing them twice sends them once. None for an event that is not announced by mail. Throws where a fact that the
 * letter needs is missing: that is a fault of the listener, not of the matter.
 */
export function lettersFor(
  event: { id: string; type: string },
  facts: MatterFacts,
  readers: readonly Addressee[],
): NewLetter[] {
  const { type } = event;
  if (!isMailedEventType(type)) return [];
  const templates: Partial<Record<ReaderRole, Announced>> = mailAnnouncements[type];
  return readers.flatMap((reader) => {
    const template = templates[reader.role];
    if (!template || isPointless(template, facts.followUp) || !isWanted(template, reader.off)) return [];
    if (type === 'deadline.reminder' && reader.role !== needed(facts, 'deadline').owedBy) return [];
    return [
      {
        onceKey: `${event.id}:${reader.recipient}`,
        organizationId: reader.organizationId,
        memberId: reader.memberId,
        recipient: reader.recipient,
        locale: reader.locale,
        template,
        data: dataInLanguageOf(reader, (one) => dataFor[template](facts, one)),
      } as NewLetter,
    ];
  });
}

function dataInLanguageOf<Data>(reader: Addressee, data: (reader: Reader) => Data): Data | Record<LetterLocale, Data> {
  const { locale } = reader;
  if (locale !== 'both') return data({ ...reader, locale });
  return { zh: data({ ...reader, locale: 'zh' }), en: data({ ...reader, locale: 'en' }) };
}

type Announcements = (typeof mailAnnouncements)[MailedEventType];
type Announced = Announcements extends infer A ? (A extends object ? A[keyof A] : never) : never;

const dataFor: { [T in Announced]: (facts: MatterFacts, reader: Reader) => LetterData[T] } = {
  complaint_deficient: (facts, reader) => ({
    complaintNumber: facts.number,
    title: facts.title,
    missing: needed(facts, 'missing').map((element) => element[reader.locale]),
    url: reader.url,
  }),
  notice_served: (facts, reader) => ({
    ...aboutNotice(facts, reader),
    servedAt: needed(facts, 'servedAt'),
    dueAt: facts.deadline?.dueAt ?? null,
  }),
  notice_decided: (facts, reader) => ({ ...aboutNotice(facts, reader), ...needed(facts, 'decided') }),
  deadline_reminder: (facts, reader) => {
    const { label, dueAt, percent } = needed(facts, 'deadline');
    return { ...aboutNotice(facts, reader), rule: label[reader.locale], dueAt, percent };
  },
  deadline_breached: (facts, reader) => {
    const { label, dueAt } = needed(facts, 'deadline');
    const readsAs = reader.role === 'platform' ? 'platform' : 'complainant';
    return { ...aboutNotice(facts, reader), rule: label[reader.locale], dueAt, reader: readsAs };
  },
  counter_forwarded: (facts, reader) => {
    const { effect, isSuitNeeded, law, dueAt } = needed(facts, 'followUp');
    return { ...aboutNotice(facts, reader), effect, isSuitNeeded, law: law[reader.locale], dueAt };
  },
  supplement_requested: (facts, reader) => {
    const { elements, message, dueAt } = needed(facts, 'followUp');
    return {
      ...aboutNotice(facts, reader),
      elements: elements.map((element) => element[reader.locale]),
      message,
      dueAt,
    };
  },
  notice_supplemented: aboutFollowUp,
  item_appealed: aboutFollowUp,
  item_reappeared: aboutFollowUp,
  restore_due: aboutFollowUp,
  wait_over: aboutFollowUp,
  proceeding_recorded: aboutFollowUp,
  proceeding_ended: aboutFollowUp,
  order_recorded: aboutFollowUp,
  order_ended: aboutFollowUp,
  escalation_opened: (facts, reader) => ({
    ...aboutNotice(facts, reader),
    reasons: needed(facts, 'reasons').map((reason) => reason[reader.locale]),
    openedAt: needed(facts, 'openedAt'),
  }),
  authorization_submitted: (facts, reader) => aboutAuthorization(facts, reader),
  authorization_decided: (facts, reader) => {
    const { decision, reason = null } = needed(facts, 'authorization');
    return { ...aboutAuthorization(facts, reader), decision: decision?.[reader.locale] ?? '', reason };
  },
  authorization_expiring: (facts, reader) => ({
    ...aboutAuthorization(facts, reader),
    daysLeft: needed(facts, 'authorization').daysLeft ?? 0,
  }),
  warning_list_published: (facts, reader) => {
    const { batch, count } = needed(facts, 'warningList');
    const duties = (reader.duties ?? []).map((duty) => duty[reader.locale]);
    return { title: facts.title, batch: batch[reader.locale], count, duties, url: reader.url };
  },
};

function aboutAuthorization(facts: MatterFacts, reader: Reader) {
  const { ownerName, agentName, validUntil } = needed(facts, 'authorization');
  return { ownerName, agentName, validUntil, url: reader.url };
}

function aboutFollowUp(facts: MatterFacts, reader: Reader) {
  const { what, dueAt } = needed(facts, 'followUp');
  return { ...aboutNotice(facts, reader), what: what[reader.locale], dueAt };
}

function aboutNotice(facts: MatterFacts, reader: Reader) {
  return {
    noticeNumber: facts.number,
    title: facts.title,
    platformName: needed(facts, 'platformName'),
    itemCount: needed(facts, 'itemCount'),
    url: reader.url,
  };
}

function needed<K extends keyof MatterFacts>(facts: MatterFacts, name: K): NonNullable<MatterFacts[K]> {
  const value = facts[name];
  if (value === undefined || value === null) throw new Error(`a letter about ${facts.number} needs its ${name}`);
  return value;
}
