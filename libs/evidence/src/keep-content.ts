import { rm } from 'node:fs/promises';
import { Problem } from '#kernel';
import type { DataSource } from 'typeorm';
import { fileNameFor } from './domain/file-name.js';
import { inspectFile } from './inspect-file.js';
import type { ObjectStore } from './object-store.js';
import type { ReceivedFile } from './receive-file.js';

/** A content that lies in the store, and what is to be written of the upload. */
export interface KeptContent {
  sha256: string;
  size: number;
  mediaType: string;
  name: string;
}

/**
 * Looks at what was received and puts it into the store, outside any transaction, before a row names it. The note of it
 * comes first: a process that dies in between leaves a note by which upkeep finds the content. The received file is
 * gone afterwards, whatever happens.
 * @param givenName what the sender calls the file
 * @throws Problem as `inspectFile`; `unavailable` while upkeep is removing the same content
 */
export async function keepContent(
  database: Pick<DataSource, 'query'>,
  store: ObjectStore,
  received: ReceivedFile,
  givenName: string | undefined,
): Promise<KeptContent> {
  const { path, sha256, size } = received;
  try {
    const type = await inspectFile(received);
    const noted = await database.query<unknown[]>(
      `insert into evidence_objects as o (sha256, size, touched_at) values ($1, $2, clock_timestamp())
       on conflict (sha256) do update set touched_at = excluded.touched_at where o.removing_at is null
       returning sha256`,
      [sha256, size],
    );
    if (noted.length === 0) throw new Problem('unavailable', { retryAfterSeconds: 5 });
    await store.put(sha256, path);
    return { sha256, size, mediaType: type.mediaType, name: fileNameFor(givenName, type) };
  } finally {
    await rm(path, { force: true });
  }
}
