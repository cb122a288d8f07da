import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { Problem, type S3Settings } from '#kernel';
import type { ObjectStore } from './object-store.js';

/** Contents in a bucket, as `<prefix>ab/cd/<sha256>`; what is larger than one part is sent in parts, in constant memory. */
export function s3Store(settings: S3Settings): ObjectStore {
  const { bucket, prefix, endpoint, region, accessKeyId, secretAccessKey, isPathStyle } = settings;
  const client = new S3Client({
    region,
    forcePathStyle: isPathStyle,
    ...(endpoint && { endpoint }),
    ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 30_000 },
    // many compatible stores do not know the newer trailing checksums; the content's own hash is checked on reading
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const at = (sha256: string) => ({
    Bucket: bucket,
    Key: `${prefix}${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`,
  });
  const has = async (sha256: string) => {
    try {
      await client.send(new HeadObjectCommand(at(sha256)));
      return true;
    } catch (failure) {
      if (statusOf(failure) === 404) return false;
      return told(failure);
    }
  };
  return {
    has,
    async put(sha256, path) {
      if (await has(sha256)) return;
      const Body = createReadStream(path);
      try {
        await new Upload({ client, params: { ...at(sha256), Body }, queueSize: 2 }).done().catch(told);
      } finally {
        Body.destroy();
      }
    },
    async open(sha256) {
      const { Body } = await client.send(new GetObjectCommand(at(sha256))).catch(told);
      return Body as Readable;
    },
    async remove(sha256) {
      await client.send(new DeleteObjectCommand(at(sha256))).catch(told);
    },
    close: () => client.destroy(),
  };
}

function statusOf(failure: unknown): number | undefined {
  return (failure as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
}

/** A store that does not answer, or says that it cannot now, is away for a while; any other refusal is our own fault. */
function told(failure: unknown): never {
  const status = statusOf(failure);
  if (status !== undefined && status < 500 && status !== 429) throw failure;
  const away = new Problem('unavailable', { retryAfterSeconds: 5 });
  away.message = `the object store is away: ${(failure as Error).message}`; // for the log; the answer has none of it
  throw away;
}
