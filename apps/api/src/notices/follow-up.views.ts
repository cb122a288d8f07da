import { counterNoticeStates } from '#notices';
import { Shown } from '../http/shown.js';
import { FiledEvidenceView, StatementsView } from './document.views.js';

export class SupplementRequestView {
  @Shown('text', { list: true }) elements: string[];
  @Shown('text') message: string;
  @Shown('instant') requestedAt: string;
  @Shown('instant', { nullable: true }) answeredAt: string | null;
  @Shown('instant', { nullable: true, description: 'When the time to answer ran out.' }) lapsedAt: string | null;
}

export class SupplementView {
  @Shown('uuid') id: string;
  @Shown(() => FiledEvidenceView, { list: true }) evidence: FiledEvidenceView[];
  @Shown(() => StatementsView, { nullable: true }) statements: StatementsView | null;
  @Shown('text', { nullable: true }) message: string | null;
  @Shown('instant') receivedAt: string;
}

export class CounterNoticeRef {
  @Shown('uuid') id: string;
  @Shown('uuid') itemId: string;
  @Shown(counterNoticeStates) state: string;
  @Shown('instant') receivedAt: string;
  @Shown('instant', { nullable: true }) forwardedAt: string | null;
}

export class ProceedingView {
  @Shown('uuid') id: string;
  @Shown('uuid') itemId: string;
  @Shown('uuid', { nullable: true }) counterNoticeId: string | null;
  @Shown('text') kind: string;
  @Shown('text') number: string;
  @Shown('text') authority: string;
  @Shown('instant') filedAt: string;
  @Shown('instant') receivedAt: string;
  @Shown('uuid', { nullable: true }) fileId: string | null;
  @Shown('flag', { description: 'Whether under the regime of the notice it keeps the item down.' }) counts: boolean;
  @Shown('instant', { nullable: true }) endedAt: string | null;
  @Shown('text', { nullable: true }) result: string | null;
  @Shown('text', { nullable: true }) endNote: string | null;
}

export class OrderView {
  @Shown('uuid') id: string;
  @Shown('uuid') itemId: string;
  @Shown('text') direction: string;
  @Shown('text') issuer: string;
  @Shown('text') number: string;
  @Shown('instant') issuedAt: string;
  @Shown('instant', { nullable: true }) expiresAt: string | null;
  @Shown('instant') recordedAt: string;
  @Shown('uuid', { nullable: true }) fileId: string | null;
  @Shown('instant', { nullable: true }) endedAt: string | null;
}

export class StillLiveReportView {
  @Shown('uuid') id: string;
  @Shown('uuid') itemId: string;
  @Shown('text', { nullable: true }) text: string | null;
  @Shown('uuid', { nullable: true }) fileId: string | null;
  @Shown('instant') reportedAt: string;
  @Shown('instant', { nullable: true }) disputedAt: string | null;
  @Shown('text', { nullable: true }) disputeNote: string | null;
  @Shown('instant', { nullable: true }) settledAt: string | null;
}

export class AppealView {
  @Shown('uuid') itemId: string;
  @Shown('text') text: string;
  @Shown(() => FiledEvidenceView, { list: true }) evidence: FiledEvidenceView[];
  @Shown('instant') receivedAt: string;
}
