import { Shown } from '../http/shown.js';

export class SourceView {
  @Shown('text') law: string;
  @Shown('text', { optional: true }) lawEn?: string;
  @Shown('text') article: string;
}

export class SkippedDay {
  @Shown('text') date: string;
  @Shown('text') reason: string;
}

class PauseView {
  @Shown('text') from: string;
  @Shown('text', { nullable: true }) until: string | null;
}

class SubjectRef {
  @Shown('text') kind: string;
  @Shown('uuid') id: string;
}

/** A deadline as it stood at some instant. */
export class RecordedDeadlineView {
  @Shown('uuid') id: string;
  @Shown('text') rule: string;
  @Shown('whole') ruleVersion: number;
  @Shown(() => SubjectRef) subject: SubjectRef;
  @Shown(['platform', 'complainant', 'regulator']) owedBy: string;
  @Shown('instant') startedAt: string;
  @Shown('instant') nominalDueAt: string;
  @Shown('instant', { description: 'The first instant that is too late.' }) dueAt: string;
  @Shown('instant', { optional: true, description: 'What is owed must not be done before this.' }) notBeforeAt?: string;
  @Shown('instant', { nullable: true }) stoppedAt: string | null;
  @Shown(() => PauseView, { list: true }) pauses: PauseView[];
  @Shown(() => SkippedDay, { list: true }) skipped: SkippedDay[];
  @Shown('text', { nullable: true }) basis: string | null;
  @Shown(() => SourceView, { nullable: true }) source: SourceView | null;
  @Shown('text') tier: string;
  @Shown('text') calendarVersion: string;
  @Shown('flag') covered: boolean;
  @Shown(['running', 'paused', 'met', 'late', 'breached', 'cancelled']) state: string;
}

export class DeadlineView extends RecordedDeadlineView {
  @Shown('whole', { nullable: true }) remainingSeconds: number | null;
}
