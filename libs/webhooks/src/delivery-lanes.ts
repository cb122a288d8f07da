import type { AttemptEnd } from './deliver-webhook.js';
import type { QueuedDelivery } from './delivery-job.js';
import { Room } from './room.js';

/** How many messages are under way to one endpoint: it starts narrow, widens by one with each success and halves with each failure. */
const atStart = 4;
const widest = 16;

/** In all lanes of a process; an id takes about 100 bytes. */
const mostWaiting = 50_000;

/**
 * In all lanes of a process, whose receivers have still to show whether they are prompt: so many that a few that are
 * slow cost little, so few that their statements are not late for each other.
 */
const mostPrompt = 100;

/** Slow ones that wait for their answer beside those; a connection and what hangs on it take about 50 kB. */
const mostSlow = 1_000;

interface Lane {
  width: number;
  underWay: Set<string>;
  waiting: Set<string>;
}

type Attempt = (deliveryId: string, letGo: () => void) => Promise<AttemptEnd>;

/**
 * A lane for each endpoint in this process: what one receiver is slow to take waits behind itself, in memory, and holds
 * no place of the queue's. Whatever waits is a row that is due, so that nothing is lost with the process.
 */
export class DeliveryLanes {
  private readonly lanes = new Map<string, Lane>();
  private readonly room = new Room(mostPrompt, mostSlow);
  private readonly attempts = new Set<Promise<void>>();
  private waiting = 0;
  /** Once closing: what had not begun. */
  private left: QueuedDelivery[] | null = null;

  constructor(private readonly attempt: Attempt) {}

  /**
   * Resolves as soon as the delivery needs nobody: it was tried, its receiver is slow, or it waits for its turn. False
   * where too many wait already: it has to come again later.
   */
  async take({ id, endpointId }: QueuedDelivery): Promise<boolean> {
    const lane = this.laneOf(endpointId);
    if (lane.underWay.has(id) || lane.waiting.has(id)) return true;
    if (lane.underWay.size < lane.width) {
      await this.start(endpointId, lane, id);
      return true;
    }
    if (this.waiting >= mostWaiting) return false;
    lane.waiting.add(id);
    this.waiting++;
    return true;
  }

  /** No further attempt; resolves when those under way have ended, with what still waits. */
  async close(): Promise<QueuedDelivery[]> {
    const left: QueuedDelivery[] = [];
    this.left = left;
    for (const [endpointId, lane] of this.lanes) {
      left.push(...[...lane.waiting].map((id) => ({ id, endpointId })));
      lane.waiting.clear();
    }
    this.waiting = 0;
    await Promise.all(this.attempts);
    return left;
  }

  private laneOf(endpointId: string): Lane {
    const found = this.lanes.get(endpointId);
    if (found) return found;
    const lane = { width: atStart, underWay: new Set<string>(), waiting: new Set<string>() };
    this.lanes.set(endpointId, lane);
    return lane;
  }

  /** Rejects where the attempt failed on our side before anyone let go of it: its job comes again. */
  private start(endpointId: string, lane: Lane, deliveryId: string): Promise<void> {
    lane.underWay.add(deliveryId);
    let letGo: () => void;
    const slow = new Promise<void>((resolve) => (letGo = resolve));
    const ended = this.room
      .within(async (makeRoom) => {
        if (this.left) return void this.left.push({ id: deliveryId, endpointId });
        return this.attempt(deliveryId, () => {
          makeRoom();
          letGo();
        });
      })
      .then((end) => this.learn(lane, end))
      .finally(() => {
        lane.underWay.delete(deliveryId);
        this.goOn(endpointId, lane);
      });
    // a failure on our side leaves a row that is due, or leased for a while: the upkeep comes to it
    const settled = ended.catch(() => undefined).finally(() => this.attempts.delete(settled));
    this.attempts.add(settled);
    return Promise.race([ended, slow]);
  }

  private learn(lane: Lane, end: AttemptEnd | void): void {
    if (end === 'delivered') lane.width = Math.min(lane.width + 1, widest);
    if (end === 'failed') lane.width = Math.max(1, Math.floor(lane.width / 2));
  }

  private goOn(endpointId: string, lane: Lane): void {
    for (const deliveryId of lane.waiting) {
      if (lane.underWay.size >= lane.width) return;
      lane.waiting.delete(deliveryId);
      this.waiting--;
      this.start(endpointId, lane, deliveryId).catch(() => undefined);
    }
    // one that has narrowed stays known, so that each new message to a sick receiver is not four at once again
    if (lane.underWay.size === 0 && lane.width >= atStart) this.lanes.delete(endpointId);
  }
}
