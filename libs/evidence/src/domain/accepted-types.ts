/** A type of file that can be evidence, and how the names of such files end; the first ending is added where none fits. */
export interface AcceptedType {
  mediaType: string;
  endings: readonly string[];
}

const type = (mediaType: string, ...endings: string[]): AcceptedType => ({ mediaType, endings });

const pdf = type('application/pdf', 'pdf');
const png = type('image/png', 'png', 'apng');
const mp4 = type('video/mp4', 'mp4', 'm4v');
const m4a = type('audio/mp4', 'm4a', 'mp4');
const oggAudio = type('audio/ogg', 'ogg', 'oga', 'opus');
const oggVideo = type('video/ogg', 'ogv', 'ogg');

/** By the name that the bytes are known under; closed: what is not here is refused. */
export const acceptedByBytes: Readonly<Record<string, AcceptedType>> = {
  'application/pdf': pdf,
  'image/png': png,
  'image/apng': png,
  'image/jpeg': type('image/jpeg', 'jpg', 'jpeg', 'jpe'),
  'image/gif': type('image/gif', 'gif'),
  'image/webp': type('image/webp', 'webp'),
  'image/tiff': type('image/tiff', 'tiff', 'tif'),
  'video/mp4': mp4,
  'video/x-m4v': mp4,
  'audio/mp4': m4a,
  'audio/x-m4a': m4a,
  'video/webm': type('video/webm', 'webm'),
  'video/quicktime': type('video/quicktime', 'mov', 'qt'),
  'audio/mpeg': type('audio/mpeg', 'mp3'),
  'audio/wav': type('audio/wav', 'wav'),
  'audio/ogg': oggAudio,
  'audio/ogg; codecs=opus': oggAudio,
  'video/ogg': oggVideo,
};

/** A table of values looks like any text: it is `text/plain` and keeps its ending. */
export const plainText = type('text/plain', 'txt', 'csv', 'tsv', 'md', 'log', 'srt', 'json');
export const mail = type('message/rfc822', 'eml');
export const wordDocument = type('application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx');
export const workbook = type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx');

/** For a refusal: what one can send instead. */
export const acceptedInWords =
  'Send PDF, PNG, JPEG, GIF, WebP, TIFF, MP4, WebM, MOV, MP3, M4A, WAV, Ogg, plain text, EML, DOCX or XLSX.';

const programs: Readonly<Record<string, string>> = {
  'application/x-elf': 'a program (ELF)',
  'application/x-msdownload': 'a Windows program (PE)',
  'application/x-mach-binary': 'a program (Mach-O)',
  'application/java-vm': 'a program (Java class)',
  'application/wasm': 'a program (WebAssembly)',
  'application/x-ms-shortcut': 'a Windows shortcut',
  'application/x-msi': 'a Windows installer',
};

/** What a refused file really is, for the person who sent it. */
export function inWords(mediaType: string | null): string {
  if (mediaType === null) return 'of no type that is known here';
  return programs[mediaType] ?? mediaType;
}
