import { inTransaction } from '#database';
import { verifyChains } from '#events';
import fc from 'fast-check';
import { Sweep } from '../../apps/worker/src/sweep.js';
import { pasted } from '../support/complaints.js';
import { type Matter, startStage, suit } from '../scenarios/stage.js';
import { brokenInvariants } from './invariants.js';
import { acts, type ModelAct, next, type World } from './model.js';

let stage: Awaited<ReturnType<typeof startStage>>;
let sweep: Sweep;
beforeAll(async () => {
  stage = await startStage({ worker: false });
  sweep = new Sweep(stage.app.database);
}, 60_000);
afterAll(() => stage?.app.close());

const holders = ['rights', 'partner'] as const;
/** How many walks; more of them by the environment, for a night. */
const walks = Number(process.env['LIFECYCLE_WALKS'] ?? 10);

interface Known {
  matter: Matter;
  reportId?: string;
  proceedingIds: string[];
  orderIds: string[];
}

/** One thing with its two holders: does an act over HTTP and remembers the ids that later acts need. */
class Play {
  private readonly text = pasted.taobao();
  private readonly known: [Known | null, Known | null] = [null, null];
  private count = 0;

  /** The status of the answer; 409 where there is nothing on which the act could be done. */
  async perform(who: 0 | 1, act: ModelAct): Promise<number> {
    if (act === 'fifteen_days') return this.passDays();
    const known = this.known[who];
    if (act === 'file') {
      if (known) return 409;
      const matter = await stage.served('taobao', { by: holders[who], texts: [this.text] });
      this.known[who] = { matter, proceedingIds: [], orderIds: [] };
      return 201;
    }
    return known ? this.onItem(known, act) : 409;
  }

  private async passDays(): Promise<number> {
    await stage.app.database.query(`update installation set clock_offset = clock_offset + interval '20 days'`);
    while ((await sweep.sweepOnce()) > 0);
    return 200;
  }

  private async onItem(known: Known, act: Exclude<ModelAct, 'file' | 'fifteen_days'>): Promise<number> {
    const { matter } = known;
    const item = `/v1/items/${matter.itemId}`;
    const number = `第 ${++this.count} 号`;
    const order = async (direction: string) =>
      stage.post(matter.platform, `${item}/orders`, { direction, issuer: '法院', number, issuedAt: await stage.now() });
    const endProceeding = async (result: string) => {
      const id = known.proceedingIds[0];
      if (!id) return 409;
      const { status } = await stage.post(matter.by, `/v1/proceedings/${id}/end`, { result, note: '见文书' });
      if (status === 200) known.proceedingIds.shift();
      return status;
    };
    switch (act) {
      case 'act':
        return (await stage.decide(matter, 'removed')).status;
      case 'refuse':
        return (await stage.decide(matter, 'refused', { reasonCode: 'insufficient_proof' })).status;
      case 'restore_own_motion': {
        // the same word is a restoration where the item is due to come back
        if ((await stage.state(matter)) === 'restore_due') return 409;
        return (await stage.decide(matter, 'restored', { note: '误判' })).status;
      }
      case 'appeal':
        return (await stage.post(matter.by, `${item}/appeals`, { text: '请复核', evidence: [] })).status;
      case 'report_still_live': {
        const { status, body } = await stage.post(matter.by, `${item}/reports`, { kind: 'still_live' });
        if (status === 201) known.reportId = body.id;
        return status;
      }
      case 'dispute_report':
        if (!known.reportId) return 409;
        return (await stage.post(matter.platform, `/v1/reports/${known.reportId}/dispute`, { note: '已下架' })).status;
      case 'counter':
        return (await stage.counter(matter)).status;
      case 'prove_proceeding': {
        const proof = { ...suit, number, filedAt: '2026-01-01T00:00:00Z' };
        const { status, body } = await stage.post(matter.by, `${item}/proceedings`, proof);
        if (status === 201) known.proceedingIds.push(body.id);
        return status;
      }
      case 'proceeding_won':
        return endProceeding('won');
      case 'proceeding_ended':
        return endProceeding('lost');
      case 'restore':
        return (await stage.post(matter.platform, `${item}/restoration`)).status;
      case 'withdraw': {
        const body = { reason: '和解', itemIds: [matter.itemId] };
        return (await stage.post(matter.by, `/v1/complaints/${matter.complaintId}/withdrawal`, body)).status;
      }
      case 'order_takedown':
      case 'order_restore': {
        const { status, body } = await order(act === 'order_takedown' ? 'takedown' : 'restore');
        if (status === 201 && act === 'order_takedown') known.orderIds.push(body.id);
        return status;
      }
      case 'order_ended': {
        const id = known.orderIds.shift();
        return id ? (await stage.post(matter.platform, `/v1/orders/${id}/end`)).status : 409;
      }
    }
  }

  async states(): Promise<Array<string | null>> {
    return Promise.all(this.known.map((known) => (known ? stage.state(known.matter) : null)));
  }

  /** What the API says that somebody can do now with a holder's item. */
  async listed(who: 0 | 1): Promise<Set<string>> {
    const known = this.known[who];
    if (!known) return new Set();
    const { matter } = known;
    const items = await Promise.all(
      [matter.by, matter.platform].map(async (account) => (await stage.item({ ...matter, by: account })) as any),
    );
    return new Set(items.flatMap(({ allowedActions }) => allowedActions as string[]));
  }

  noticeIds(): string[] {
    return this.known.flatMap((known) => (known ? [known.matter.id] : []));
  }
}

/** These the API cannot list: they make the item, are of nobody, or depend on an instant. */
const unlisted = ['file', 'fifteen_days', 'prove_proceeding'];

async function walk(steps: ReadonlyArray<readonly [0 | 1, ModelAct]>): Promise<void> {
  const play = new Play();
  let world: World = { complaints: [null, null], orders: [] };
  const told: string[] = [];
  for (const [who, act] of steps) {
    const listed = await play.listed(who);
    const expected = next(world, who, act);
    const status = await play.perform(who, act);
    told.push(`${holders[who]} ${act} → ${status}`);
    const at = told.join('\n');
    if (status >= 500 || (status >= 300 && ![403, 409].includes(status))) throw new Error(`${at}: an odd answer`);
    expect([at, status < 300]).toEqual([at, expected !== null]);
    // what is listed can be done, and what can be done is listed
    if (!unlisted.includes(act)) {
      const isListed = listed.has(act) || (act === 'act' && listed.has('revise'));
      // an order is ended where it was recorded, and listed wherever it holds
      const isOpen = act === 'order_ended' ? world.orders.length > 0 && isListed : status < 300;
      expect([at, isListed]).toEqual([at, isOpen]);
    }
    world = expected ?? world;
    expect([at, await play.states()]).toEqual([at, world.complaints.map((one) => one?.state ?? null)]);
    expect([at, await brokenInvariants(stage.app.database, play.noticeIds())]).toEqual([at, []]);
  }
}

it('lets the clock of an order run on when the complaint is withdrawn that the order was recorded on', async () => {
  const told: ModelAct[] = ['file', 'act', 'restore_own_motion', 'order_takedown', 'withdraw', 'act'];
  await expect(walk(told.map((act) => [0, act]))).resolves.toBeUndefined();
});

it('plays any acts of two right holders, a platform and the clock as the model of the law has them', async () => {
  const step = fc.tuple(fc.constantFrom(0, 1), fc.constantFrom(...acts));
  const opening: Array<[0 | 1, ModelAct]> = [
    [0, 'file'],
    [0, 'act'],
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), (steps) =>
      walk([...opening, ...(steps as Array<[0 | 1, ModelAct]>)]),
    ),
    { numRuns: walks, interruptAfterTimeLimit: 45_000, endOnFailure: false },
  );
  const faults: unknown[] = [];
  await inTransaction(stage.app.database, (tx) => verifyChains(tx, (fault) => faults.push(fault)));
  expect(faults).toEqual([]);
}, 120_000);
