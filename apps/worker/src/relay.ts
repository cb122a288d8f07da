import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { inTransaction } from '#database';
import { assignPositions, enqueueJobs, type Job, type PositionedEvent } from '#events';
import { DataSource } from 'typeorm';
import { InTurn } from './in-turn.js';
import { type ListenerName, subscriptions } from './subscriptions.js';
import { listenerTask } from './tasks/listen.task.js';

const eventsAtOnce = 500;

/**
 * Gives committed events their place and hands them to their listeners: one job a listener and batch, in the same
 * transaction, so that no event is lost between the two. It polls: a notification inside the filing transaction would
 * make every commit wait for every other.
 */
@Injectable()
export class Relay implements OnModuleDestroy {
  private readonly turns = new InTurn('relay', async (goesOn) => {
    while (goesOn() && (await this.relayOnce()) === eventsAtOnce);
  });

  constructor(private readonly database: DataSource) {}

  @Interval('relay', 50)
  run(): Promise<void> {
    return this.turns.next();
  }

  onModuleDestroy(): Promise<void> {
    return this.turns.stop();
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
