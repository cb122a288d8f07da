import { type DeadLetter, deadLetterKinds, type InstallationHealth } from '#operations';
import { instant } from '#kernel';
import { Shown } from '../http/shown.js';

export class DeadLetterOwnerView {
  @Shown('uuid') id: string;
  @Shown('text') name: string;
}

export class DeadLetterView {
  @Shown(deadLetterKinds) kind: DeadLetter['kind'];
  @Shown('text') id: string;
  @Shown('text', { description: 'The event, the template of the letter, or the task of the job.' }) about: string;
  @Shown(() => DeadLetterOwnerView, { nullable: true }) organization: DeadLetterOwnerView | null;
  @Shown('text', { nullable: true, description: 'One line, without addresses.' }) lastError: string | null;
  @Shown('whole') attempts: number;
  @Shown('instant') failedAt: string;
}

export class DeadLetterPage {
  @Shown(() => DeadLetterView, { list: true }) data: DeadLetterView[];
  @Shown('text', { nullable: true }) next: string | null;
}

export function deadLetterView({ failedKey: _inside, ...row }: DeadLetter): DeadLetterView {
  return { ...row, failedAt: instant(row.failedAt) };
}

export class RetriedView {
  @Shown(deadLetterKinds) kind: DeadLetter['kind'];
  @Shown('text') id: string;
  @Shown(['waiting', 'done'], { description: 'Waits for its next try; or was done before this was asked for.' })
  state: 'waiting' | 'done';
}

export class DatabaseHealthView {
  @Shown('text') version: string;
  @Shown('whole') sizeBytes: number;
}

export class QueueHealthView {
  @Shown('whole', { description: 'Jobs that could run now.' }) waiting: number;
  @Shown('whole', { description: 'Jobs that have used up their attempts.' }) failed: number;
  @Shown('whole', { description: 'How long the oldest of those waiting has waited.' }) lagSeconds: number;
}

export class RelayHealthView {
  @Shown('whole', { description: 'Events that nobody has been told of yet.' }) unpositioned: number;
}

export class SweepHealthView {
  @Shown('whole', { description: 'How late the recording of reminders and breaches is; above 60 no worker sweeps.' })
  latenessSeconds: number;
}

export class WebhooksHealthView {
  @Shown('whole') pending: number;
  @Shown('whole') exhausted: number;
  @Shown('whole') oldestPendingSeconds: number;
  @Shown('whole') disabledEndpoints: number;
}

export class LettersHealthView {
  @Shown('whole') waiting: number;
  @Shown('whole') failed: number;
}

export class CalendarsHealthView {
  @Shown('text') coveredUntil: string;
  @Shown('text', { optional: true, description: 'What to mend, in a sentence.' }) warning?: string;
}

export class RecordHealthView {
  @Shown('instant', { nullable: true }) lastHeadAt: string | null;
}

export class WorkersHealthView {
  @Shown('whole') alive: number;
}

export class InstallationHealthView {
  @Shown('text', { description: 'The release that answers.' }) version: string;
  @Shown('instant', { description: 'Since when the process that answers runs; real time.' }) startedAt: string;
  @Shown(() => DatabaseHealthView) database: DatabaseHealthView;
  @Shown(() => QueueHealthView) queue: QueueHealthView;
  @Shown(() => RelayHealthView) relay: RelayHealthView;
  @Shown(() => SweepHealthView) sweep: SweepHealthView;
  @Shown(() => WebhooksHealthView) webhooks: WebhooksHealthView;
  @Shown(() => LettersHealthView) letters: LettersHealthView;
  @Shown(() => CalendarsHealthView) calendars: CalendarsHealthView;
  @Shown(() => RecordHealthView) record: RecordHealthView;
  @Shown(() => WorkersHealthView) workers: WorkersHealthView;
}

export function installationHealthView(
  { record, ...health }: InstallationHealth,
  process: { version: string; startedAt: Date },
): InstallationHealthView {
  const { version, startedAt } = process;
  return {
    version,
    startedAt: instant(startedAt),
    ...health,
    record: { lastHeadAt: instant(record.lastHeadAt) },
  };
}
