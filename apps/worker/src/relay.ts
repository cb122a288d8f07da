import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { inTransaction, isTransient } from '#database';
import { assignPositions, enqueueJobs, type Job, type PositionedEvent } from '#events';
import { DataSource } from 'typeorm';
import { type ListenerName, subscriptions } from './subscriptions.js';
import { listenerTask } from './tasks/listen.task.js';

const eventsAtOnce = 500;

/**
 * Gives committed events their place and hands them to their listeners: one job a listener and batch, in the same
 * transaction, so that no event is lost between the two. It polls: a notification inside the filing transaction would
 * make every commit wait for every other.
 */
@Injectable()
export class Relay {
  private readonly log = new Logger('relay');
  private isBusy = false;

  constructor(private readonly database: DataSource) {}

  @Interval('relay', 50)
  async run(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      while ((await this.relayOnce()) === eventsAtOnce);
    } catch (failure) {
      this.log.warn({ failure: isTransient(failure) ? String(failure) : failure }, 'the relay failed and goes on');
    } finally {
      this.isBusy = false;
    }
  }

  /** One batch; returns how many events it positioned. */
  relayOnce(): Promise<number> {
    return inTransaction(this.database, async (tx) => {
      const events = await assignPositions(tx, eventsAtOnce);
      await enqueueJobs(tx, jobsFor(events));
      return events.length;
    });
  }
}

function jobsFor(events: readonly PositionedEvent[]): Job[] {
  const byListener = new Map<ListenerName, string[]>();
  for (const { id, type } of events) {
    for (const name of subscriptions[type] ?? []) {
      const own = byListener.get(name);
      if (own) own.push(id);
      else byListener.set(name, [id]);
    }
  }
  return [...byListener].map(([name, eventIds]) => ({ task: listenerTask(name), payload: { eventIds } }));
}
