import type { KeyRequestRow } from '#identity';
import { instant } from '#kernel';
import { Shown } from '../http/shown.js';

export class KeyRequestView {
  @Shown('uuid') id: string;
  @Shown('instant', { description: 'When it was answered, in real time.' }) at: string;
  @Shown('text') method: string;
  @Shown('text', { nullable: true, description: 'As this document has it; null where no route answers.' })
  route: string | null;
  @Shown('text', { description: 'Without the query.' }) path: string;
  @Shown('whole') status: number;
  @Shown('text', { nullable: true, description: '`code` of the problem that the answer was.' }) code: string | null;
  @Shown('whole') durationMs: number;
  @Shown('text', { description: '`X-Request-Id` of the answer.' }) requestId: string;
  @Shown('text', { description: 'From where it came.' }) address: string;
  @Shown('text', { nullable: true }) userAgent: string | null;
}

export class KeyRequestPage {
  @Shown(() => KeyRequestView, { list: true }) data: KeyRequestView[];
  @Shown('text', { nullable: true }) next: string | null;
}

export function keyRequestView(row: KeyRequestRow): KeyRequestView {
  return { ...row, at: instant(row.at) };
}
