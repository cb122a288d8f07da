import type { FileRow, LinkedFile, MatterParty } from '#evidence';
import { instant } from '#kernel';
import { Shown } from '../http/shown.js';

/** A file's content, in the words common to all views of a file. */
export class ContentView {
  @Shown('uuid') id: string;
  @Shown('text', { description: 'SHA-256 of the content, in hex.' }) sha256: string;
  @Shown('whole', { description: 'Bytes.' }) size: number;
  @Shown('text', { description: 'By the bytes, whatever the sender said.' }) mediaType: string;
  @Shown('text', { description: 'As it is handed out: the ending fits the type.' }) name: string;
}

export class FileView extends ContentView {
  @Shown('instant') createdAt: string;
}

export class FilePageView {
  @Shown(() => FileView, { list: true }) data: FileView[];
  @Shown('text', { nullable: true }) next: string | null;
}

export function fileView({ id, sha256, size, mediaType, name, createdAt }: FileRow): FileView {
  return { id, sha256, size, mediaType, name, createdAt: instant(createdAt) };
}

const matterParties = ['complainant', 'platform', 'regulator'] as const satisfies readonly MatterParty[];

export class LinkedFileView extends ContentView {
  @Shown('text', { description: 'What it proves: a kind of evidence, or `document`.' }) kind: string;
  @Shown('flag', { description: 'Whether the platform may pass it on to its user.' }) forward: boolean;
  @Shown(matterParties, { list: true }) readers: MatterParty[];
  @Shown('instant') linkedAt: string;
}

export class LinkedFilesView {
  @Shown(() => LinkedFileView, { list: true }) data: LinkedFileView[];
}

export function linkedFileView(file: LinkedFile): LinkedFileView {
  const { id, sha256, size, mediaType, name, kind, forward, readers, linkedAt } = file;
  return { id, sha256, size, mediaType, name, kind, forward, readers, linkedAt: instant(linkedAt) };
}
