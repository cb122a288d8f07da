import type { DataSource } from 'typeorm';

const oncePerMilliseconds = 60_000;
const flushAfterMilliseconds = 1_000;

/**
 * Remembers when keys were used and writes it together, at most once a minute a key, so that no request waits for it.
 * What a failed write held stays for the next one.
 */
export class KeyUse {
  private readonly pending = new Map<string, Date>();
  private readonly written = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly onFailure: (failure: unknown) => void,
  ) {}

  note(apiKeyId: string, at: Date): void {
    if (at.getTime() - (this.written.get(apiKeyId) ?? 0) < oncePerMilliseconds) return;
    this.pending.set(apiKeyId, at);
    this.timer ??= setTimeout(() => void this.flush().catch(this.onFailure), flushAfterMilliseconds).unref();
  }

  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.pending.size === 0) return;
    const uses = [...this.pending];
    this.pending.clear();
    for (const [id, at] of uses) this.written.set(id, at.getTime());
    try {
      // skip what another process is writing at this moment: it writes the same minute
      await this.database.query(
        `update api_keys k set last_used_at = u.at
         from (select k.id, u.at from unnest($1::uuid[], $2::timestamptz[]) as u(id, at)
               join api_keys k on k.id = u.id
               where k.last_used_at is null or k.last_used_at < u.at - interval '1 minute'
               order by k.id for update of k skip locked) u
         where k.id = u.id`,
        [uses.map(([id]) => id), uses.map(([, at]) => at)],
      );
    } catch (failure) {
      for (const [id, at] of uses) {
        this.written.delete(id);
        if (!this.pending.has(id)) this.pending.set(id, at);
      }
      throw failure;
    }
    this.forgetOld();
  }

  /** Keys that rest need no place in memory. */
  private forgetOld(): void {
    const now = Date.now();
    for (const [id, at] of this.written) if (now - at >= oncePerMilliseconds) this.written.delete(id);
  }
}
