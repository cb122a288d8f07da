import { Problem } from '#kernel';
import type { DataSource } from 'typeorm';
import type { KeyRequest } from './key-requests.js';

export interface KeyRequestRow extends Omit<KeyRequest, 'organizationId' | 'apiKeyId'> {
  id: string;
  at: Date;
}

interface KeyRequestFilter {
  /** From the first status to the last, e.g. 400 to 499. */
  status: readonly [number, number] | null;
  method: string | null;
  since: Date | null;
  until: Date | null;
}

/** The requests of one key, newest first, older than the id `before`. `not_found` also for another organization's key. */
export async function requestsOfKey(
  database: DataSource,
  organizationId: string,
  apiKeyId: string,
  filter: KeyRequestFilter,
  page: { before: string | null; limit: number },
): Promise<KeyRequestRow[]> {
  const [own] = await database.query<unknown[]>('select from api_keys where id = $1 and organization_id = $2', [
    apiKeyId,
    organizationId,
  ]);
  if (!own) throw new Problem('not_found');
  const { status, method, since, until } = filter;
  // a literal bound, so that the index of what went wrong serves
  const wentWrong = status && status[0] >= 400 ? 'and status >= 400' : '';
  return database.query<KeyRequestRow[]>(
    `select id, at, method, route, path, status, code, duration_ms as "durationMs", request_id as "requestId", address,
       user_agent as "userAgent"
     from api_key_requests
     where api_key_id = $1 and ($2::uuid is null or id < $2) ${wentWrong}
       and ($3::int is null or status between $3 and $4) and ($5::text is null or method = $5)
       and ($6::timestamptz is null or id >= uuid_since(greatest($6, 'epoch'))) and ($7::timestamptz is null or id < uuid_since(greatest($7, 'epoch')))
     order by id desc limit $8`,
    [apiKeyId, page.before, status?.[0] ?? null, status?.[1] ?? null, method, since, until, page.limit],
  );
}
