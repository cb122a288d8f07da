import { type DeadlineRow, type DeadlineView, viewDeadline } from '#deadlines';
import { instant } from '#kernel';
import type { PartyDraft } from '#law';
import type { ComplaintDocument, FiledEvidence, FiledWork, ItemState } from '#notices';
import type { EscalationReason } from './grounds.js';
import { maskNumber, maskNumbersIn } from './identity-numbers.js';

/**
 * What a regulator is given: the state of the record at one instant, never more than was seen. It is a snapshot; what
 * happens later is read on the notice. Names and contacts are in it, so every reading is logged.
 */
export interface EscalationPacket {
  asOf: string;
  notice: {
    id: string;
    number: string;
    regime: string;
    regimeVersion: number;
    title: string;
    works: FiledWork[];
    items: PacketItem[];
  };
  /** Proof of service (电子签名法 第11条): the entry into the inbox that the platform designated, by its place in the log. */
  service: {
    how: 'inbox';
    servedAt: string | null;
    eventId: string | null;
    eventHash: string | null;
    platform: { id: string; name: string };
  };
  complainant: PacketParty;
  onBehalfOf: PacketParty | null;
  evidence: Array<Pick<FiledEvidence, 'kind' | 'text' | 'url' | 'fileId'>>;
  /** Each breach with what had been received by then; the first opened the escalation, later ones joined it. */
  triggers: PacketTrigger[];
}

interface PacketItem {
  id: string;
  raw: string;
  url: string | null;
  contentType: string | null;
  contentId: string | null;
  part: string | null;
  accessCode: string | null;
  workRef: string;
  state: ItemState;
}

interface PacketParty {
  name: string | null;
  contact: string | null;
  email: string | null;
  phone: string | null;
  mobile: string | null;
  idType: string | null;
  /** Masked but for the last four. */
  idNumber: string | null;
}

/**
 * `no_further_decision_received`: what was decided before, as `decisions` say, is called into question by an appeal, a
 * report that it is still live, or an order; nothing had come on that.
 */
export const receivedCodes = [
  'no_decision_received',
  'no_further_decision_received',
  'no_restoration_received',
] as const;
type ReceivedCode = (typeof receivedCodes)[number];

export interface PacketTrigger {
  reason: EscalationReason;
  clock: Omit<DeadlineView, 'remainingSeconds'>;
  received: {
    /** On `pending` of `total` items nothing had come by `until`. */
    code: ReceivedCode;
    until: string;
    pending: number;
    total: number;
    acknowledgedAt: string | null;
    decisions: Array<{
      itemId: string;
      state: ItemState;
      disposition: string | null;
      reasonCode: string | null;
      note: string | null;
      decidedAt: string;
    }>;
  };
}

export interface MatterItem extends PacketItem {
  disposition: string | null;
  reasonCode: string | null;
  note: string | null;
  decidedAt: Date | null;
  /** It was appealed, reported as still live or ordered down: the clock of the whole notice is not about it. */
  hasOwnTakedown: boolean;
}

/** What the packet is made of, read under the lock of the notice. */
export interface Matter {
  id: string;
  number: string;
  regime: string;
  regimeVersion: number;
  title: string;
  platformId: string;
  servedAt: Date | null;
  acknowledgedAt: Date | null;
  servedEventId: string | null;
  servedEventHash: string | null;
  document: Pick<ComplaintDocument, 'complainant' | 'onBehalfOf' | 'works' | 'evidence'>;
}

/** The packet as it stands at `now`. Pure. */
export function packetOf(
  matter: Matter,
  platformName: string,
  items: readonly MatterItem[],
  triggers: PacketTrigger[],
  now: Date,
): EscalationPacket {
  const { complainant, onBehalfOf, works, evidence } = matter.document;
  const numbers = [complainant.idNumber, onBehalfOf?.idNumber].filter((number) => typeof number === 'string');
  const own = new Set(items.map(({ workRef }) => workRef));
  return {
    asOf: instant(now),
    notice: {
      id: matter.id,
      number: matter.number,
      regime: matter.regime,
      regimeVersion: matter.regimeVersion,
      title: matter.title,
      works: works.filter(({ ref }) => own.has(ref)),
      items: items.map(({ id, raw, url, contentType, contentId, part, accessCode, workRef, state }) => ({
        id,
        raw,
        url,
        contentType,
        contentId,
        part,
        accessCode,
        workRef,
        state,
      })),
    },
    service: {
      how: 'inbox',
      servedAt: instant(matter.servedAt),
      eventId: matter.servedEventId,
      eventHash: matter.servedEventHash,
      platform: { id: matter.platformId, name: platformName },
    },
    complainant: partyOf(complainant),
    onBehalfOf: onBehalfOf && partyOf(onBehalfOf),
    evidence: evidence
      .filter(({ kind }) => kind === 'ownership' || kind === 'infringement')
      .map(({ kind, text, url, fileId }) => ({
        kind,
        ...(text && { text: maskNumbersIn(text, numbers) }),
        ...(url && { url }),
        ...(fileId && { fileId }),
      })),
    triggers,
  };
}

/** One breach, and what the platform had been heard to say by `now`. Pure. */
export function triggerOf(
  reason: EscalationReason,
  clock: DeadlineRow,
  matter: Pick<Matter, 'acknowledgedAt'>,
  items: readonly MatterItem[],
  now: Date,
): PacketTrigger {
  const { remainingSeconds: _remaining, ...view } = viewDeadline(clock, now);
  const isOfItem = clock.subjectKind === 'item';
  const isRestoration = reason === 'restore_overdue';
  const concerned = items.filter((item) => (isOfItem ? item.id === clock.subjectId : !item.hasOwnTakedown));
  const awaited = concerned.filter(({ state }) => (isRestoration ? ['restore_due'] : owesDecision).includes(state));
  return {
    reason,
    clock: view,
    received: {
      code: isRestoration ? 'no_restoration_received' : decisionCode(awaited),
      until: instant(now),
      pending: awaited.length,
      total: concerned.length,
      acknowledgedAt: instant(matter.acknowledgedAt),
      decisions: concerned.flatMap(({ id, state, disposition, reasonCode, note, decidedAt }) =>
        decidedAt ? [{ itemId: id, state, disposition, reasonCode, note, decidedAt: instant(decidedAt) }] : [],
      ),
    },
  };
}

const owesDecision: readonly string[] = ['pending', 'supplement_requested', 'reappeared'] satisfies ItemState[];

function decisionCode(awaited: readonly MatterItem[]): ReceivedCode {
  return awaited.some(({ decidedAt }) => decidedAt) ? 'no_further_decision_received' : 'no_decision_received';
}

/** Who complains and how to reach them; of an identity number the last four. */
function partyOf(party: PartyDraft): PacketParty {
  const { name, contact, email, phone, mobile, idType, idNumber } = party;
  return {
    name: name ?? null,
    contact: contact ?? null,
    email: email ?? null,
    phone: phone ?? null,
    mobile: mobile ?? null,
    idType: idType ?? null,
    idNumber: idNumber ? maskNumber(idNumber) : null,
  };
}
