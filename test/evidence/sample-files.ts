import { crc32 } from 'node:zlib';

/** One member of an archive as it is to be written; sizes may lie, as those of a bomb do. */
interface Member {
  name: string;
  content?: string;
  unpackedBytes?: number;
  isEncrypted?: boolean;
}

/** A ZIP file, unpacked content stored as it is. */
export function zip(members: readonly Member[], changes: { comment?: string } = {}): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, content = name, unpackedBytes, isEncrypted = false } of members) {
    const [path, body] = [Buffer.from(name), Buffer.from(content)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(isEncrypted ? 1 : 0, 2);
    common.writeUInt32LE(crc32(body), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(unpackedBytes ?? body.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, body]);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02');
    entry.writeUInt16LE(20, 4);
    common.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    list.push(entry, path);
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  const comment = Buffer.from(changes.comment ?? '');
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, listed, end, comment]);
}

const docx = [{ name: '[Content_Types].xml' }, { name: 'word/document.xml' }];
const xlsx = [{ name: '[Content_Types].xml' }, { name: 'xl/workbook.xml' }];
const box = (type: string, content: Buffer | string = '') => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(content)]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length + 4);
  return Buffer.concat([size, body]);
};
const bytes = (...parts: Array<string | number[]>) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const ogg = (packet: string) => bytes('OggS', [0, 2], '\0'.repeat(20), [1, 30], packet, '\0'.repeat(40));

/** The beginnings of real files, one of each kind that is taken: [name, content, media type]. */
export const good: ReadonlyArray<readonly [string, Buffer, string]> = [
  ['授权书.pdf', bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF'), 'application/pdf'],
  [
    'a.png',
    bytes(
      [0x89],
      'PNG\r\n',
      [0x1a, 0x0a],
      [0, 0, 0, 13],
      'IHDR',
      '\0'.repeat(17),
      [0, 0, 0, 0],
      'IDAT',
      '\0'.repeat(4),
    ),
    'image/png',
  ],
  ['a.jpg', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF', '\0'.repeat(20)), 'image/jpeg'],
  ['a.gif', bytes('GIF89a', '\0'.repeat(20)), 'image/gif'],
  ['a.webp', bytes('RIFF', [20, 0, 0, 0], 'WEBPVP8 ', '\0'.repeat(20)), 'image/webp'],
  ['a.tiff', bytes('II', [0x2a, 0, 8, 0, 0, 0, 0, 0], '\0'.repeat(20)), 'image/tiff'],
  ['a.mp4', Buffer.concat([box('ftyp', 'isom\0\0\x02\0isomiso2'), box('mdat')]), 'video/mp4'],
  ['a.mov', Buffer.concat([box('ftyp', 'qt  \0\0\x02\0qt  '), box('mdat')]), 'video/quicktime'],
  ['a.webm', bytes([0x1a, 0x45, 0xdf, 0xa3, 0x87, 0x42, 0x82, 0x84], 'webm', '\0'.repeat(20)), 'video/webm'],
  ['a.mp3', bytes([0xff, 0xfb, 0x90, 0x64], '\0'.repeat(40)), 'audio/mpeg'],
  ['a.wav', bytes('RIFF', [20, 0, 0, 0], 'WAVEfmt ', '\0'.repeat(20)), 'audio/wav'],
  ['a.ogg', ogg('\x01vorbis'), 'audio/ogg'],
  ['说明.txt', Buffer.from('这是证据。\r\n第二行\t😀\n'), 'text/plain'],
  // 中文 in GB18030
  ['旧.txt', Buffer.from([0xd6, 0xd0, 0xce, 0xc4, 0x0d, 0x0a]), 'text/plain'],
  ['links.csv', Buffer.from('\ufeff标题,链接\n流浪地球2,https://example.com/1\n'), 'text/plain'],
  [
    'letter.eml',
    Buffer.from('From: a@example.com\r\nTo: b@example.com\r\nDate: Mon, 1 Jan 2026 00:00:00 +0800\r\n\r\n正文\r\n'),
    'message/rfc822',
  ],
  ['a.docx', zip(docx), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['a.xlsx', zip(xlsx, { comment: 'x' }), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
];

/** What is refused by what it is: [name, content, words of the refusal]. */
export const refused: ReadonlyArray<readonly [string, Buffer, RegExp]> = [
  ['proof.pdf', bytes([0x7f], 'ELF', [2, 1, 1], '\0'.repeat(60)), /a program \(ELF\)/],
  ['proof.pdf', bytes('MZ', '\0'.repeat(60)), /Windows program/],
  ['proof.pdf', Buffer.from('#!/bin/sh\nrm -rf /\n'), /a script/],
  ['proof.txt', Buffer.from('\n <!DOCTYPE html><script>1</script>'), /a web page/],
  ['proof.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), /web page|xml|svg/i],
  ['proof.txt', Buffer.from('<?xml version="1.0"?><a/>'), /xml/i],
  ['proof.txt', Buffer.from('text with \u0000 inside'), /no type that is known/],
  ['proof.txt', Buffer.from([0x41, 0x1b, 0x5b, 0x32, 0x4a]), /no type that is known/],
  ['proof.mp4', bytes([1, 2, 3, 0xff, 0xfe, 0x80, 0x81]), /no type that is known/],
  ['proof.zip', zip([{ name: 'a.txt' }]), /an archive/],
  ['proof.rar', bytes('Rar!', [0x1a, 7, 1, 0], '\0'.repeat(20)), /rar/],
  ['proof.gz', bytes([0x1f, 0x8b, 8, 0], '\0'.repeat(20)), /gzip/],
  ['proof.mkv', bytes([0x1a, 0x45, 0xdf, 0xa3, 0x8b, 0x42, 0x82, 0x88], 'matroska', '\0'.repeat(20)), /matroska/],
];

const mebibyte = 1024 * 1024;

/** Refused by what is packed inside. */
export const refusedArchives: ReadonlyArray<readonly [string, Buffer, RegExp]> = [
  ['a bomb by its ratio', zip([...docx, { name: 'word/a.xml', unpackedBytes: 400 * mebibyte }]), /times its size/],
  ['a bomb by its size', zip([...docx, { name: 'word/a.xml', unpackedBytes: 4000 * mebibyte }]), /bytes when unpacked/],
  ['too many members', zip([...docx, ...Array.from({ length: 10_001 }, (_, n) => ({ name: `m${n}` }))]), /more than/],
  ['an archive inside', zip([...docx, { name: 'word/embeddings/more.zip' }]), /another archive/],
  ['a workbook inside', zip([...docx, { name: 'word/embeddings/Sheet.XLSX' }]), /another archive/],
  ['macros', zip([...xlsx, { name: 'xl/vbaProject.bin' }]), /macros or programs/],
  ['encrypted members', zip([...docx, { name: 'word/a.xml', isEncrypted: true }]), /encrypted/],
  ['no list', zip(docx).subarray(0, -22), /damaged/],
  ['a list cut short', Buffer.concat([zip(docx).subarray(0, 40), zip(docx).subarray(-22)]), /does not fit/],
  ['nothing but its first mark', Buffer.from('PK\x03\x04'), /damaged/],
];
