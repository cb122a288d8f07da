import { prepared } from '#database';
import type { DataSource } from 'typeorm';

/** What is counted in one window: whose, of which quota, and when it ends (milliseconds of real time). */
interface Count {
  holder: string;
  quota: string;
  endsAt: number;
  /** By all processes, as of the last settlement. */
  known: number;
  /** By this process since then. */
  unsettled: number;
}

interface Taken {
  isTaken: boolean;
  remaining: number;
  /** Until the window ends. */
  seconds: number;
}

const settleAfter = 1_000;
/** Beyond so many holders in one window nobody further is counted: memory is worth more. */
const mostCounted = 20_000;

/**
 * Requests counted in memory and settled with the other processes once a second, in one statement however many there
 * were, so that no request waits for a count and no two of a tenant wait for each other. Between two settlements each
 * process goes by what it knows: together they let through at most what arrives within that second too many. While the
 * table cannot be written each process counts for itself.
 */
export class SharedCounts {
  private readonly counts = new Map<string, Count>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly onFailure: (failure: unknown) => void,
  ) {}

  /** Counts one request, unless `requests` within the window have been counted: a refused one is not. */
  take(holder: string, quota: string, { requests, seconds }: { requests: number; seconds: number }): Taken {
    const [now, length] = [Date.now(), seconds * 1000];
    const endsAt = (Math.floor(now / length) + 1) * length;
    const count = this.countOf(holder, quota, endsAt);
    const remaining = requests - count.known - count.unsettled;
    const left = { seconds: Math.ceil((endsAt - now) / 1000) };
    if (remaining <= 0) return { isTaken: false, remaining: 0, ...left };
    count.unsettled++;
    this.comeAgain();
    return { isTaken: true, remaining: remaining - 1, ...left };
  }

  /** Adds what was counted here to what all know, and learns what the others have counted. */
  async settle(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.forgetEnded();
    const open = [...this.counts.values()].filter(({ unsettled }) => unsettled > 0);
    if (open.length === 0) return;
    const added = open.map(({ unsettled }) => unsettled);
    try {
      const rows = await prepared<{ place: number; used: number }>(this.database, settlement, [
        open.map(({ holder }) => holder),
        open.map(({ quota }) => quota),
        open.map(({ endsAt }) => new Date(endsAt)),
        added,
      ]);
      for (const { place, used } of rows) {
        open[place - 1]!.known = used;
        open[place - 1]!.unsettled -= added[place - 1]!;
      }
    } catch (failure) {
      this.comeAgain();
      this.onFailure(failure);
    }
  }

  /** Nothing is settled any more. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private comeAgain(): void {
    this.timer ??= setTimeout(() => void this.settle(), settleAfter).unref();
  }

  private countOf(holder: string, quota: string, endsAt: number): Count {
    const key = `${quota} ${holder}`;
    const found = this.counts.get(key);
    if (found?.endsAt === endsAt) return found;
    const count = { holder, quota, endsAt, known: 0, unsettled: 0 };
    if (found || this.counts.size < mostCounted) this.counts.set(key, count);
    return count;
  }

  private forgetEnded(): void {
    const now = Date.now();
    for (const [key, { endsAt }] of this.counts) if (endsAt <= now) this.counts.delete(key);
  }
}

/** In the order of the key, so that two processes never wait for each other in a circle. */
const settlement = `
  with given as (
    select holder, quota, ends_at, used, place
    from unnest($1::text[], $2::text[], $3::timestamptz[], $4::integer[]) with ordinality as g(holder, quota, ends_at, used, place)
  ), settled as (
    insert into rate_counts as c (holder, quota, ends_at, used)
    select holder, quota, ends_at, used from given order by holder, quota, ends_at
    on conflict (holder, quota, ends_at) do update set used = c.used + excluded.used
    returning holder, quota, ends_at, used
  )
  select given.place::integer as place, settled.used from settled join given using (holder, quota, ends_at)`;
