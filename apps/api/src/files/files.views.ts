import type { FileRow, LinkedFile, MatterParty, OwnFile } from '#evidence';
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

class FileLinkView {
  @Shown('text') matterKind: string;
  @Shown('uuid') matterId: string;
}

export class OwnFileView extends FileView {
  @Shown(() => FileLinkView, { list: true, description: 'The latest matters that rest on it.' }) links: FileLinkView[];
}

export class FilePageView {
  @Shown(() => OwnFileView, { list: true }) data: OwnFileView[];
  @Shown('text', { nullable: true }) next: string | null;
}

export function fileView({ id, sha256, size, mediaType, name, createdAt }: FileRow): FileView {
  return { id, sha256, size, mediaType, name, createdAt: instant(createdAt) };
}

export function ownFileView(row: OwnFile): OwnFileView {
  return { ...fileView(row), links: row.links };
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
