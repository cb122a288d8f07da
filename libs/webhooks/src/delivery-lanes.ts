import type { AttemptEnd } from './deliver-webhook.js';
import type { DeliverWebhookPayload } from './delivery-job.js';

/** How many messages are under way to one endpoint: it starts narrow, widens by one with each success and halves with each failure. */
const atStart = 4;
const widest = 16;

/** In all lanes of a process; an id takes about 100 bytes. */
const mostWaiting = 50_000;
const mostUnderWay = 512;

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
  private readonly attempts = new Set<Promise<void>>();
  private waiting = 0;

  constructor(private readonly attempt: Attempt) {}

  /**
   * Resolves as soon as the delivery needs nobody: it was tried, its receiver is slow, or it waits for its turn. False
   * where too many wait already: it has to come again later.
   */
  async take({ deliveryId, endpointId }: DeliverWebhookPayload): Promise<boolean> {
    while (this.attempts.size >= mostUnderWay) await Promise.race(this.attempts);
    const lane = this.laneOf(endpointId);
    if (lane.underWay.has(deliveryId) || lane.waiting.has(deliveryId)) return true;
    if (lane.underWay.size < lane.width) {
      await this.start(endpointId, lane, deliveryId);
      return true;
    }
    if (this.waiting >= mostWaiting) return false;
    lane.waiting.add(deliveryId);
    this.waiting++;
    return true;
  }

  /** No further attempt; resolves when those under way have ended, with what still waits. */
  async close(): Promise<DeliverWebhookPayload[]> {
    const waiting = [...this.lanes].flatMap(([endpointId, lane]) => {
      const ids = [...lane.waiting];
      lane.waiting.clear();
      return ids.map((deliveryId) => ({ deliveryId, endpointId }));
    });
    this.waiting = 0;
    await Promise.all(this.attempts);
    return waiting;
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
    const ended = this.attempt(deliveryId, () => letGo())
      .then((end) => {
        if (end === 'delivered') lane.width = Math.min(lane.width + 1, widest);
        if (end === 'failed') lane.width = Math.max(1, Math.floor(lane.width / 2));
      })
      .finally(() => {
        lane.underWay.delete(deliveryId);
        this.goOn(endpointId, lane);
      });
    // a failure on our side leaves a row that is due: the standby job, or the upkeep, comes to it
    const settled = ended.catch(() => undefined).finally(() => this.attempts.delete(settled));
    this.attempts.add(settled);
    return Promise.race([ended, slow]);
  }

  private goOn(endpointId: string, lane: Lane): void {
    for (const deliveryId of lane.waiting) {
      if (lane.underWay.size >= lane.width) return;
      lane.waiting.delete(deliveryId);
      this.waiting--;
      this.start(endpointId, lane, deliveryId).catch(() => undefined);
    }
    if (lane.underWay.size === 0) this.lanes.delete(endpointId);
  }
}
