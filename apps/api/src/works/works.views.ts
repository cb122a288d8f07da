import { instant } from '#kernel';
import { workCategories } from '#law';
import { type ProofDocument, type WorkRow, workWarnings } from '#works';
import { Shown } from '../http/shown.js';

export class DocumentView {
  @Shown('uuid', { optional: true }) fileId?: string;
  @Shown('text', { optional: true }) url?: string;
  @Shown('text', { optional: true }) text?: string;
}

export class WorkWarningView {
  @Shown('text') pointer: string;
  @Shown('text') code: string;
  @Shown('text') detail: string;
  @Shown('text') detailZh: string;
}

export class WorkView {
  @Shown('uuid') id: string;
  @Shown('text') title: string;
  @Shown(workCategories) category: string;
  @Shown('texts', { description: 'By scheme, each in its one spelling.' }) identifiers: Record<string, string>;
  @Shown('text', { nullable: true }) registrationNumber: string | null;
  @Shown('text', { list: true }) originalUrls: string[];
  @Shown('text', { list: true }) territory: string[];
  @Shown('text', { nullable: true }) holderName: string | null;
  @Shown(() => DocumentView, { list: true }) documents: ProofDocument[];
  @Shown(['active', 'archived']) state: string;
  @Shown(() => WorkWarningView, { list: true, description: 'What was accepted and looks wrong.' })
  warnings: WorkWarningView[];
  @Shown('whole') version: number;
  @Shown('instant') createdAt: string;
  @Shown('instant') updatedAt: string;
}

export class WorkPage {
  @Shown(() => WorkView, { list: true }) data: WorkView[];
  @Shown('text', { nullable: true }) next: string | null;
}

export function workView({ territories, createdAt, updatedAt, ...work }: WorkRow): WorkView {
  return {
    ...work,
    territory: territories,
    warnings: workWarnings(work),
    createdAt: instant(createdAt),
    updatedAt: instant(updatedAt),
  };
}
