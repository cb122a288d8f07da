import type { DraftDocument, DraftListRow, DraftRow, Language } from '#intake';
import { instant } from '#kernel';
import { PreviewComplaintRequest } from '../complaints/preview.requests.js';
import { Shown } from '../http/shown.js';

const states = ['open', 'filed', 'discarded'] as const;

class DraftOriginalView {
  @Shown('text') sha256: string;
  @Shown('whole', { description: 'In bytes.' }) size: number;
}

class FiledAsView {
  @Shown('uuid') id: string;
  @Shown('text') number: string;
}

export class DraftEntryView {
  @Shown('uuid') id: string;
  @Shown(states) state: string;
  @Shown(['xarf', 'acns']) format: string;
  @Shown(['api', 'mail']) channel: string;
  @Shown('text', { nullable: true, description: 'Who is said to have written it; proved by nothing.' })
  sender: string | null;
  @Shown('text', { nullable: true, description: 'Of the first work.' }) title: string | null;
  @Shown('whole') targets: number;
  @Shown('whole', { description: 'How many things a person should look at.' }) remarkCount: number;
  @Shown('instant') receivedAt: string;
  @Shown('instant', { nullable: true, description: 'When it was filed or discarded.' }) endedAt: string | null;
  @Shown(() => FiledAsView, { nullable: true, description: 'The complaint that it became.' })
  complaint: FiledAsView | null;
  @Shown(() => DraftOriginalView) original: DraftOriginalView;
}

class DraftRemarkView {
  @Shown('text', { nullable: true, description: 'Into the message: a JSON pointer, or `line:column` of XML.' })
  at: string | null;
  @Shown('text') code: string;
  @Shown('text', { description: 'In the caller’s language.' }) detail: string;
}

export class DraftView extends DraftEntryView {
  @Shown(() => PreviewComplaintRequest, {
    description: 'What it would file: the body of POST /v1/complaints as far as the message gives it.',
  })
  document: DraftDocument;
  @Shown(() => DraftRemarkView, { list: true }) remarks: DraftRemarkView[];
  @Shown('text', { list: true, description: 'JSON pointers to what filing asks for and the message has not.' })
  missing: string[];
}

export class DraftPage {
  @Shown(() => DraftEntryView, { list: true }) data: DraftEntryView[];
  @Shown('text', { nullable: true }) next: string | null;
}

type Counted = Pick<DraftListRow, 'title' | 'targetCount' | 'remarkCount'>;

export function draftEntry(row: Omit<DraftRow, 'document' | 'remarks'> & Counted): DraftEntryView {
  return {
    id: row.id,
    state: row.state,
    format: row.format,
    channel: row.channel,
    sender: row.sender,
    title: row.title,
    targets: row.targetCount,
    remarkCount: row.remarkCount,
    receivedAt: instant(row.receivedAt),
    endedAt: instant(row.endedAt),
    complaint: row.complaintId === null ? null : { id: row.complaintId, number: row.complaintNumber! },
    original: { sha256: row.originalSha256, size: row.originalSize },
  };
}

export function draftView(row: DraftRow, language: Language): DraftView {
  const { document, remarks } = row;
  const title = document.works[0]?.title ?? null;
  return {
    ...draftEntry({ ...row, title, targetCount: document.targets.length, remarkCount: remarks.length }),
    document,
    remarks: remarks.map(({ at, code, zh, en }) => ({ at, code, detail: language === 'en' ? en : zh })),
    missing: row.state === 'open' ? missingOf(document) : [],
  };
}

/** What nobody but the member can give stands first. */
function missingOf({ works }: DraftDocument): string[] {
  return [
    '#/statements',
    ...works.flatMap(({ title, category }, place) => [
      ...(title ? [] : [`#/works/${place}/title`]),
      ...(category ? [] : [`#/works/${place}/category`]),
    ]),
  ];
}
