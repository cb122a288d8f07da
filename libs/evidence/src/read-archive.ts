import { open } from 'node:fs/promises';
import type { AcceptedType } from './domain/accepted-types.js';
import { typeOfArchive } from './domain/archive.js';
import { longestTail, placeOfList, readMembers } from './domain/archive-list.js';

/** The type of the ZIP file at `path`, from the list at its end alone. @throws as `typeOfArchive` */
export async function readArchive(path: string, size: number): Promise<AcceptedType> {
  const file = await open(path);
  try {
    const part = async (from: number, bytes: number) => {
      const buffer = Buffer.alloc(bytes);
      await file.read(buffer, 0, bytes, from);
      return buffer;
    };
    const tailBytes = Math.min(size, longestTail);
    const place = placeOfList(await part(size - tailBytes, tailBytes), size);
    return typeOfArchive(readMembers(await part(place.offset, place.bytes), place.members), size);
  } finally {
    await file.close();
  }
}
