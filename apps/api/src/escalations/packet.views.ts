import { type EscalationPacket, type PacketTrigger, receivedCodes } from '#escalations';
import { Shown } from '../http/shown.js';
import { RecordedDeadlineView } from '../notices/deadline.views.js';
import { FiledWorkView } from '../notices/document.views.js';

class PacketItemView {
  @Shown('uuid') id: string;
  @Shown('text', { description: 'As pasted by the complainant.' }) raw: string;
  @Shown('text', { nullable: true }) url: string | null;
  @Shown('text', { nullable: true }) contentType: string | null;
  @Shown('text', { nullable: true }) contentId: string | null;
  @Shown('text', { nullable: true }) part: string | null;
  @Shown('text', { nullable: true }) accessCode: string | null;
  @Shown('text') workRef: string;
  @Shown('text', { description: 'At `asOf`.' }) state: string;
}

class PacketNoticeView {
  @Shown('uuid') id: string;
  @Shown('text') number: string;
  @Shown('text') regime: string;
  @Shown('whole') regimeVersion: number;
  @Shown('text') title: string;
  @Shown(() => FiledWorkView, { list: true }) works: FiledWorkView[];
  @Shown(() => PacketItemView, { list: true }) items: PacketItemView[];
}

class PlatformReference {
  @Shown('uuid') id: string;
  @Shown('text') name: string;
}

class ServiceView {
  @Shown(['inbox']) how: 'inbox';
  @Shown('instant', { nullable: true }) servedAt: string | null;
  @Shown('uuid', { nullable: true, description: '`notice.served` in the log of the notice.' }) eventId: string | null;
  @Shown('text', { nullable: true, description: 'Its hash, by which the log can be checked.' })
  eventHash: string | null;
  @Shown(() => PlatformReference) platform: PlatformReference;
}

class PacketPartyView {
  @Shown('text', { nullable: true }) name: string | null;
  @Shown('text', { nullable: true }) contact: string | null;
  @Shown('text', { nullable: true }) email: string | null;
  @Shown('text', { nullable: true }) phone: string | null;
  @Shown('text', { nullable: true }) mobile: string | null;
  @Shown('text', { nullable: true }) idType: string | null;
  @Shown('text', { nullable: true, description: 'Hidden but for the last four.' }) idNumber: string | null;
}

class PacketEvidenceView {
  @Shown('text') kind: string;
  @Shown('text', { optional: true }) text?: string | null;
  @Shown('text', { optional: true }) url?: string | null;
  @Shown('uuid', { optional: true }) fileId?: string | null;
}

class SentenceView {
  @Shown('text') zh: string;
  @Shown('text') en: string;
}

class DecisionView {
  @Shown('uuid') itemId: string;
  @Shown('text') state: string;
  @Shown('text', { nullable: true }) disposition: string | null;
  @Shown('text', { nullable: true }) reasonCode: string | null;
  @Shown('text', { nullable: true }) note: string | null;
  @Shown('instant') decidedAt: string;
}

class ReceivedView {
  @Shown(receivedCodes, {
    description: '`no_further_decision_received`: nothing on the appeal, report or order that came after a decision.',
  })
  code: string;
  @Shown('instant', { description: 'What came later is not in the packet.' }) until: string;
  @Shown('whole', { description: 'Items on which nothing had come.' }) pending: number;
  @Shown('whole') total: number;
  @Shown('instant', { nullable: true }) acknowledgedAt: string | null;
  @Shown(() => DecisionView, { list: true }) decisions: DecisionView[];
  @Shown(() => SentenceView, { description: 'The same in a sentence.' }) sentence: SentenceView;
}

class TriggerView {
  @Shown('text') reason: string;
  @Shown(() => RecordedDeadlineView, { description: 'With its law, as it stood.' }) clock: RecordedDeadlineView;
  @Shown(() => ReceivedView) received: ReceivedView;
}

export class PacketView {
  @Shown('instant', { description: 'The instant of opening, at which the record was read.' }) asOf: string;
  @Shown(() => PacketNoticeView) notice: PacketNoticeView;
  @Shown(() => ServiceView) service: ServiceView;
  @Shown(() => PacketPartyView) complainant: PacketPartyView;
  @Shown(() => PacketPartyView, { nullable: true }) onBehalfOf: PacketPartyView | null;
  @Shown(() => PacketEvidenceView, { list: true, description: 'Proof of ownership and of infringement, as filed.' })
  evidence: PacketEvidenceView[];
  @Shown(() => TriggerView, { list: true, description: 'Each breach with what had been received by then.' })
  triggers: TriggerView[];
}

export function packetView(packet: EscalationPacket): PacketView {
  return {
    ...packet,
    triggers: packet.triggers.map((trigger) => ({
      ...trigger,
      received: { ...trigger.received, sentence: sentenceOf(trigger.received) },
    })),
  };
}

/** What had not been received by when, for a person to read; Beijing time, as the deadlines are. */
function sentenceOf({ code, until, pending, total }: PacketTrigger['received']): SentenceView {
  const zhAt = `${beijing('zh-CN', until)}（北京时间）`;
  const enAt = `${beijing('en-GB', until)} (Beijing time)`;
  const ofAll = pending === total ? `${total}` : `${pending} of ${total}`;
  const items = total === 1 ? 'item' : 'items';
  const zhItems = pending === total ? `${total} 个投诉目标` : `${total} 个投诉目标中的 ${pending} 个`;
  switch (code) {
    case 'no_decision_received':
      return {
        zh: `截至 ${zhAt}，未收到对 ${zhItems}的处理决定。`,
        en: `No decision received on ${ofAll} ${items} by ${enAt}.`,
      };
    case 'no_further_decision_received':
      return {
        zh: `截至 ${zhAt}，未收到对 ${zhItems}的再次处理决定。`,
        en: `No further decision received on ${ofAll} ${items} by ${enAt}.`,
      };
    case 'no_restoration_received':
      return {
        zh: `截至 ${zhAt}，未收到${zhItems}的恢复报告。`,
        en: `No report of restoration received for ${ofAll} ${items} by ${enAt}.`,
      };
  }
}

function beijing(locale: 'zh-CN' | 'en-GB', at: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  return format.format(new Date(at));
}
