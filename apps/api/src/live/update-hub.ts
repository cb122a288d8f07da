import { setTimeout as delay } from 'node:timers/promises';
import type { Readable } from 'node:stream';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { type Caller, standingOf } from '#identity';
import { Problem } from '#kernel';
import { DataSource } from 'typeorm';
import { changesSince, type Cursor, missedSince, startOfChanges } from './changes.queries.js';
import { UpdateStream } from './update-stream.js';
import { type Message, messageOfInsideWork, messagesOf } from './update.views.js';

const streamsOfOne = 10;
const streamsOfOrganization = 200;
const streamsOfAll = 2_000;
const lookEvery = 250;
const beatEvery = 15_000;
const checkEvery = 60_000;
const eventsAtOnce = 1_000;
const mostMissed = 1_000;

/**
 * One for all streams of this process. While somebody listens it asks the log four times a second what was positioned
 * since, and hands it out in memory. It polls, as the relay does: a notification inside the filing transaction would
 * make every commit wait for every other.
 */
@Injectable()
export class UpdateHub implements OnModuleDestroy {
  private readonly log = new Logger('updates');
  private readonly streams = new Set<UpdateStream>();
  private readonly stop = new AbortController();
  private cursor: Cursor = { position: 0, snapshot: '' };
  private started: Promise<void> | null = null;
  private following: Promise<void> = Promise.resolve();

  constructor(private readonly database: DataSource) {}

  /**
   * Lets a caller listen: from `after` on, what was missed first; from now on where nothing was read before (null).
   *
   * @throws Problem `rate_limited` where the member or the organization has too many streams, `unavailable` where the process has
   */
  async open(caller: Caller, after: number | null): Promise<Readable> {
    const stream = new UpdateStream(caller);
    this.admit(stream);
    try {
      await (this.started ??= this.start());
      const { position, messages } = await this.missedBy(stream, after);
      stream.begin(position, messages);
      return stream.body;
    } catch (failure) {
      stream.cut();
      throw failure;
    }
  }

  /** Ends the streams whose session or key has ended, and lets the others do what they may do now. */
  async checkAccess(): Promise<void> {
    const streams = [...this.streams];
    const credentials = streams.map(({ credential }) => credential);
    const standing = await standingOf(
      this.database,
      {
        sessionIds: credentials.flatMap(({ sessionId }) => sessionId ?? []),
        apiKeyIds: credentials.flatMap(({ apiKeyId }) => apiKeyId ?? []),
      },
      new Date(),
    );
    for (const stream of streams) {
      const { sessionId, apiKeyId } = stream.credential;
      stream.renew(standing.get(sessionId ?? apiKeyId ?? '') ?? null);
    }
  }

  async onModuleDestroy(): Promise<void> {
    this.stop.abort();
    for (const stream of this.streams) stream.end('closing');
    this.streams.clear();
    await this.started?.catch(() => undefined);
    await this.following;
  }

  private admit(stream: UpdateStream): void {
    if (this.stop.signal.aborted || this.streams.size >= streamsOfAll) throw new Problem('unavailable');
    const ofOrganization = [...this.streams].filter((one) => one.organizationId === stream.organizationId);
    const ofHolder = ofOrganization.filter(({ holder }) => holder === stream.holder);
    if (ofHolder.length >= streamsOfOne)
      refuse(`At most ${streamsOfOne} streams are open for one member or key; close another first.`);
    if (ofOrganization.length >= streamsOfOrganization)
      refuse(`At most ${streamsOfOrganization} streams are open for one organization; close another first.`);
    this.streams.add(stream);
    stream.body.once('close', () => this.streams.delete(stream));
  }

  private async missedBy(
    stream: UpdateStream,
    after: number | null,
  ): Promise<{ position: number; messages: Message[] | null }> {
    if (after === null) return { position: this.cursor.position, messages: [] };
    const { newest, events, insideWork } = await missedSince(this.database, stream, after, mostMissed);
    return {
      position: newest,
      messages: events && [...events.flatMap(messagesOf), ...insideWork.map(messageOfInsideWork)],
    };
  }

  private async start(): Promise<void> {
    try {
      this.cursor = await startOfChanges(this.database);
    } catch (failure) {
      this.started = null;
      throw failure;
    }
    this.following = this.follow();
  }

  private async follow(): Promise<void> {
    let [beaten, checked] = [performance.now(), performance.now()];
    while (this.streams.size > 0 && !this.stop.signal.aborted) {
      const now = performance.now();
      if (now - beaten >= beatEvery) {
        for (const stream of this.streams) stream.beat(this.cursor.position);
        beaten = now;
      }
      try {
        if (now - checked >= checkEvery) {
          await this.checkAccess();
          checked = now;
        }
        while ((await this.look()) === eventsAtOnce);
      } catch (failure) {
        this.log.warn({ failure: String(failure) }, 'the log could not be read; what was missed is told later');
        await this.rest(1_000);
      }
      await this.rest(lookEvery);
    }
    this.started = null;
  }

  /** Returns how many events there were. */
  private async look(): Promise<number> {
    const { events, insideWork, cursor } = await changesSince(this.database, this.cursor, eventsAtOnce);
    this.cursor = cursor;
    const messages = [...events.flatMap(messagesOf), ...insideWork.map(messageOfInsideWork)];
    for (const message of messages) for (const stream of this.streams) stream.hear(message);
    return events.length;
  }

  private rest(milliseconds: number): Promise<void> {
    return delay(milliseconds, undefined, { signal: this.stop.signal }).catch(() => undefined);
  }
}

function refuse(detail: string): never {
  throw new Problem('rate_limited', { detail, retryAfterSeconds: 30 });
}
