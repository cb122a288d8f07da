import { problemCatalogue } from '#kernel';
import { Shown } from './shown.js';

export class FieldErrorView {
  @Shown('text', { description: 'JSON pointer into the request, e.g. `#/works/0/title`.' }) pointer: string;
  @Shown('text') code: string;
  @Shown('text', { description: 'How to mend it.' }) detail: string;
}

/** RFC 9457. A problem can carry further members that its `detail` speaks of, e.g. `existing`. */
export class ProblemView {
  @Shown('text', { description: 'A page that explains the code.' }) type: string;
  @Shown(Object.keys(problemCatalogue)) code: string;
  @Shown('text', { description: 'In the language of the request.' }) title: string;
  @Shown('whole') status: number;
  @Shown('text', { optional: true }) detail?: string;
  @Shown('text') instance: string;
  @Shown('text', { description: 'Quote it when you ask us.' }) requestId: string;
  @Shown(() => FieldErrorView, { list: true, optional: true }) errors?: FieldErrorView[];
}
