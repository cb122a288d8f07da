import { join } from 'node:path';
import type { Configuration } from '#kernel';
import { folderStore } from './folder-store.js';
import type { ObjectStore } from './object-store.js';
import { s3Store } from './s3-store.js';

/** S3-compatible where `OBJECT_STORE_URL` says so, else a folder. */
export function openObjectStore({
  evidenceFolder,
  objectStore,
}: Pick<Configuration, 'evidenceFolder' | 'objectStore'>): ObjectStore {
  return objectStore ? s3Store(objectStore) : folderStore(join(evidenceFolder, 'objects'));
}
