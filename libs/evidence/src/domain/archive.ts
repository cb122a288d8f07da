import { Problem } from '#kernel';
import { type AcceptedType, wordDocument, workbook } from './accepted-types.js';

/** What the list at the end of a ZIP file says of one member; nothing is ever unpacked. */
export interface ArchiveMember {
  name: string;
  packedBytes: number;
  unpackedBytes: number;
  isEncrypted: boolean;
}

/** Far above what office programs write. Assumption; a member may pack better when it is small. */
export const archiveBounds = {
  members: 10_000,
  unpackedBytes: 512 * 1024 * 1024,
  /** Unpacked to packed, of the whole. */
  ratio: 200,
  smallUnpackedBytes: 10 * 1024 * 1024,
  /** The list itself. */
  listBytes: 4 * 1024 * 1024,
} as const;

const nested =
  /\.(zip|7z|rar|gz|tgz|bz2|xz|zst|lz|tar|cab|iso|jar|war|apk|docx|docm|xlsx|xlsm|pptx|pptm|odt|ods|odp|epub)$/i;
const programs = /\.(exe|dll|com|scr|msi|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|lnk|sh)$|(^|\/)vbaProject\.bin$/i;

/**
 * The type of a ZIP file by its members: a document or a workbook. A plain archive is no evidence that a party could read
 * without unpacking it, and is refused; so is what would grow without bound, hides another archive, or carries programs.
 * @throws Problem `archive_refused`, `file_type_refused`
 */
export function typeOfArchive(members: readonly ArchiveMember[], fileBytes: number): AcceptedType {
  const type = officeType(new Set(members.map(({ name }) => name)));
  const unpacked = members.reduce((sum, member) => sum + member.unpackedBytes, 0);
  const packed = members.reduce((sum, member) => sum + member.packedBytes, 0);
  if (members.length > archiveBounds.members) refuse(`more than ${archiveBounds.members} members`);
  if (unpacked > archiveBounds.unpackedBytes) refuse(`${unpacked} bytes when unpacked`);
  if (unpacked > archiveBounds.smallUnpackedBytes && unpacked > archiveBounds.ratio * fileBytes)
    refuse(`${Math.round(unpacked / fileBytes)} times its size when unpacked`);
  // members that share their packed bytes are the trick of a bomb with an honest-looking list
  if (packed > fileBytes) refuse('members that overlap');
  if (members.some(({ isEncrypted }) => isEncrypted))
    refuse('encrypted members, which the other parties could not read');
  const inner = members.find(({ name }) => nested.test(name));
  if (inner) refuse('another archive inside; upload the files one by one');
  if (members.some(({ name }) => programs.test(name))) refuse('macros or programs inside');
  if (type) return type;
  throw new Problem('file_type_refused', {
    detail: 'The file is an archive (application/zip). Upload the files in it one by one.',
    extra: { found: 'application/zip' },
  });
}

function officeType(names: ReadonlySet<string>): AcceptedType | null {
  if (!names.has('[Content_Types].xml')) return null;
  if (names.has('word/document.xml')) return wordDocument;
  return names.has('xl/workbook.xml') ? workbook : null;
}

/** @throws always, saying what is wrong inside */
export function refuse(what: string): never {
  const detail = `The file has ${what}. Nothing was kept.`;
  throw new Problem('archive_refused', { detail, errors: [{ pointer: '#/file', code: 'archive_refused', detail }] });
}
