import {
  type EscalationEntry,
  type EscalationEvent,
  type EscalationPacket,
  type EscalationReason,
  escalationReasons,
  type EscalationState,
  escalationStates,
} from '#escalations';
import { instant } from '#kernel';
import { type Basis, bases } from '#law';
import { Shown } from '../http/shown.js';
import { RecordedDeadlineView } from '../notices/deadline.views.js';
import { PacketView, packetView } from './packet.views.js';

class SubjectReference {
  @Shown(['notice']) kind: 'notice';
  @Shown('uuid') id: string;
  @Shown('text') number: string;
}

class NamedReference {
  @Shown('uuid') id: string;
  @Shown('text') name: string;
}

export class EscalationView {
  @Shown('uuid') id: string;
  @Shown(escalationStates) state: EscalationState;
  @Shown(escalationReasons, { list: true }) reasons: EscalationReason[];
  @Shown(() => SubjectReference) subject: SubjectReference;
  @Shown('uuid', { list: true }) noticeIds: string[];
  @Shown(() => RecordedDeadlineView, { list: true, description: 'What was not kept; first what opened it.' })
  clocks: RecordedDeadlineView[];
  @Shown(() => NamedReference) platform: NamedReference;
  @Shown('text') regionCode: string;
  @Shown('whole', { description: '4 statutory, 3 departmental, 2 platform practice, 1 assumption.' }) severity: number;
  @Shown(bases, { description: 'The firmest ground among the breached clocks.' }) basis: Basis;
  @Shown('instant') openedAt: string;
  @Shown(() => NamedReference, { nullable: true }) claimedBy: NamedReference | null;
  @Shown(['claim', 'dismiss'], { list: true, description: 'What you can do now.' }) allowedActions: EscalationEvent[];
}

export class EndedEscalationView extends EscalationView {
  @Shown('instant', { nullable: true }) endedAt: string | null;

  @Shown('text', {
    nullable: true,
    description: 'Dismissed: the reason. Resolved: `acted_late`, `acted_in_time` or `no_longer_owed`.',
  })
  endedNote: string | null;
}

export class EscalationDetailView extends EndedEscalationView {
  @Shown(() => PacketView) packet: PacketView;
}

export class EscalationPage {
  @Shown(() => EscalationView, { list: true }) data: EscalationView[];
  @Shown('text', { nullable: true }) next: string | null;
}

export function escalationView(row: EscalationEntry): EscalationView {
  const { id, state, reasons, noticeIds, regionCode, severity, basis, claimedBy, allowedActions } = row;
  return {
    id,
    state,
    reasons,
    subject: { kind: row.subjectKind, id: row.subjectId, number: row.subjectNumber },
    noticeIds,
    clocks: row.clocks,
    platform: { id: row.platformId, name: row.platformName },
    regionCode,
    severity,
    basis,
    openedAt: instant(row.openedAt),
    claimedBy,
    allowedActions,
  };
}

export function endedEscalationView(row: EscalationEntry): EndedEscalationView {
  return { ...escalationView(row), endedAt: instant(row.endedAt), endedNote: row.endedNote };
}

export function escalationDetailView(row: EscalationEntry & { packet: EscalationPacket }): EscalationDetailView {
  return { ...endedEscalationView(row), packet: packetView(row.packet) };
}
