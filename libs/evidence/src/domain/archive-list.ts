import { type ArchiveMember, archiveBounds, refuse } from './archive.js';

/** Where the list of members lies, as the end of a ZIP file says (APPNOTE.TXT 4.3.16). */
export interface ListPlace {
  offset: number;
  bytes: number;
  members: number;
}

const endMark = 0x06054b50;
const memberMark = 0x02014b50;
const endBytes = 22;
/** The end record and the longest comment behind it. */
export const longestTail = endBytes + 0xffff;

/**
 * Finds the list from the last bytes of the file.
 * @throws Problem `archive_refused` where there is none or it is beyond the bounds
 */
export function placeOfList(tail: Buffer, fileBytes: number): ListPlace {
  const at = lastEndRecord(tail);
  if (at === null) return refuse('no list of its members: it is damaged');
  const place = {
    members: tail.readUInt16LE(at + 10),
    bytes: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
  };
  const disks = tail.readUInt16LE(at + 4) + tail.readUInt16LE(at + 6);
  if (disks !== 0 || tail.readUInt16LE(at + 8) !== place.members) refuse('its parts in several volumes');
  // 64-bit lists are for what is larger than any evidence
  if (place.members === 0xffff || place.members > archiveBounds.members)
    refuse(`more than ${archiveBounds.members} members`);
  if (place.bytes > archiveBounds.listBytes) refuse('a list of members that is too long');
  // bytes between the list and its end would let two programs read two different lists
  if (place.offset + place.bytes !== fileBytes - tail.length + at) refuse('a list of its members that does not fit');
  return place;
}

function lastEndRecord(tail: Buffer): number | null {
  for (let at = tail.length - endBytes; at >= 0; at--) {
    if (tail.readUInt32LE(at) === endMark && at + endBytes + tail.readUInt16LE(at + 20) === tail.length) return at;
  }
  return null;
}

/** Reads the list. @throws Problem `archive_refused` where it is not what the end of the file promised */
export function readMembers(list: Buffer, count: number): ArchiveMember[] {
  const members: ArchiveMember[] = [];
  let at = 0;
  while (members.length < count) {
    if (at + 46 > list.length || list.readUInt32LE(at) !== memberMark) refuse('a damaged list of its members');
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((place) => list.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    members.push({
      isEncrypted: (list.readUInt16LE(at + 8) & 1) === 1,
      packedBytes: list.readUInt32LE(at + 20),
      unpackedBytes: list.readUInt32LE(at + 24),
      name: list.toString('utf8', at + 46, at + 46 + nameBytes),
    });
    at += 46 + nameBytes + extraBytes + commentBytes;
  }
  if (at !== list.length) refuse('a damaged list of its members');
  return members;
}
