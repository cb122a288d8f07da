import type { LetterData, LetterTemplate } from './letter-data.js';
import type { InBoth, LetterLocale } from './locale.js';
import type { NewLetter } from './new-letter.js';

/** In which part someone reads about a matter. */
export type ReaderRole = 'platform' | 'complainant' | 'regulator' | 'owner';

/** Someone to write to. */
export interface Reader {
  role: ReaderRole;
  organizationId: string;
  recipient: string;
  locale: LetterLocale;
  /** Where this reader finds the matter. */
  url: string;
  /** What a warning list asks of this reader's kind of service. */
  duties?: readonly InBoth[];
}

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

/** Who is told by letter of which event. An event that is not here is told by webhook and inbox alone. */
export const mailAnnouncements = {
  'complaint.deficient': { template: 'complaint_deficient', readers: ['complainant'] },
  'notice.served': { template: 'notice_served', readers: ['platform'] },
  'notice.decided': { template: 'notice_decided', readers: ['complainant'] },
  // narrowed to whoever owes the clock
  'deadline.reminder': { template: 'deadline_reminder', readers: ['platform', 'complainant', 'regulator'] },
  'deadline.breached': { template: 'deadline_breached', readers: ['platform', 'complainant'] },
  'escalation.opened': { template: 'escalation_opened', readers: ['regulator'] },
  'authorization.submitted': { template: 'authorization_submitted', readers: ['owner'] },
  'authorization.approved': { template: 'authorization_decided', readers: ['complainant', 'owner'] },
  'authorization.rejected': { template: 'authorization_decided', readers: ['complainant', 'owner'] },
  'authorization.frozen': { template: 'authorization_decided', readers: ['complainant', 'owner'] },
  'authorization.revoked': { template: 'authorization_decided', readers: ['complainant', 'owner'] },
  'authorization.expiring': { template: 'authorization_expiring', readers: ['complainant'] },
  'warning_list.published': { template: 'warning_list_published', readers: ['platform'] },
} as const satisfies Record<string, { template: LetterTemplate; readers: readonly ReaderRole[] }>;

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
  readers: readonly Reader[],
): NewLetter[] {
  const { type } = event;
  if (!isMailedEventType(type)) return [];
  const { template, readers: roles } = mailAnnouncements[type];
  return readers
    .filter((reader) => (roles as readonly ReaderRole[]).includes(reader.role))
    .filter((reader) => type !== 'deadline.reminder' || reader.role === needed(facts, 'deadline').owedBy)
    .map(
      (reader) =>
        ({
          onceKey: `${event.id}:${reader.recipient}`,
          organizationId: reader.organizationId,
          recipient: reader.recipient,
          locale: reader.locale,
          template,
          data: dataFor[template](facts, reader),
        }) as NewLetter,
    );
}

type Announced = (typeof mailAnnouncements)[MailedEventType]['template'];

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
