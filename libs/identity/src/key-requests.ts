import { prepared } from '#database';
import { newId } from '#kernel';
import type { DataSource } from 'typeorm';

/** One request that was made with a key, for its owner. Never a body, a query or a credential. */
export interface KeyRequest {
  organizationId: string;
  apiKeyId: string;
  method: string;
  /** As declared, e.g. `/v1/notices/:id`; null where no route answers. */
  route: string | null;
  path: string;
  status: number;
  /** Of the problem that the answer was. */
  code: string | null;
  durationMs: number;
  requestId: string;
  address: string;
  userAgent: string | null;
}

const flushAfterMilliseconds = 1_000;
const flushAt = 200;
const atOnce = 1_000;
/** Some 10 MB; beyond it what comes is dropped, because no request waits for its line. */
const mostWaiting = 20_000;

/** Days for which a line is kept (real time); then its whole day is dropped. */
export const keyRequestDaysKept = 30;

/** Holds the lines of requests for a second or 200 of them and writes them together. What a failed write held stays. */
export class KeyRequestLog {
  private waiting: Array<KeyRequest & { id: string; at: Date }> = [];
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly onFailure: (failure: unknown) => void,
    private readonly onDrop: () => void,
  ) {}

  note(request: KeyRequest): void {
    if (this.waiting.length >= mostWaiting) return this.onDrop();
    this.waiting.push({ id: newId(), at: new Date(), ...request });
    // only in that moment: while the database is away the timer alone tries again
    if (this.waiting.length === flushAt) void this.flush().catch(this.onFailure);
    else this.comeAgain();
  }

  /** Writes what waits; one write at a time, or a slow database would be given all that waits at once. */
  flush(): Promise<void> {
    this.writing ??= this.writeAll().finally(() => (this.writing = undefined));
    return this.writing;
  }

  private async writeAll(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    while (this.waiting.length > 0) {
      const lines = this.waiting.splice(0, atOnce);
      try {
        await prepared(this.database, insertion, [JSON.stringify(lines)]);
      } catch (failure) {
        this.waiting.unshift(...lines);
        this.comeAgain();
        throw failure;
      }
    }
  }

  private comeAgain(): void {
    this.timer ??= setTimeout(() => void this.flush().catch(this.onFailure), flushAfterMilliseconds).unref();
  }
}

/** Makes the tables of the days to come and drops those that have had their time; one process does it. */
export async function keepKeyRequests(database: DataSource): Promise<void> {
  await database.query('select keep_api_key_requests($1)', [keyRequestDaysKept]);
}

/** Not flushed to disk by itself: a database that crashes in the next moment may forget it. */
const insertion = `
  insert into api_key_requests
    (id, organization_id, api_key_id, at, method, route, path, status, code, duration_ms, request_id, address, user_agent)
  select id, "organizationId", "apiKeyId", at, method, route, path, status, code, "durationMs", "requestId", address, "userAgent"
  from (select set_config('synchronous_commit', 'off', true)) as moment, jsonb_to_recordset($1) as r(
    id uuid, "organizationId" uuid, "apiKeyId" uuid, at timestamptz, method text, route text, path text, status smallint,
    code text, "durationMs" integer, "requestId" text, address text, "userAgent" text)`;
