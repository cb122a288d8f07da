import type { Matter } from '../scenarios/stage.js';
import { atOnce, expectOneWinner, type Races, startRaces, statusesOf, times, told } from './race-stage.js';

let races: Races;
beforeAll(async () => {
  races = await startRaces({ worker: false });
}, 60_000);
afterAll(() => races?.close());

const rounds = 6;
const withdraw = ({ complaintId, by }: Matter) =>
  races.post(by, `/v1/complaints/${complaintId}/withdrawal`, { reason: '和解' });
const runningClocks = async (matter: Matter): Promise<string[]> =>
  (await races.read(matter)).deadlines
    .filter(({ state }: any) => ['running', 'paused', 'breached'].includes(state))
    .map(({ rule }: any) => rule as string);

describe('at the same instant', () => {
  it('two decisions on one item have one winner, on whichever process they come in', () =>
    times(rounds, async (n) => {
      const matter = await races.served('taobao');
      const isUpheld = n % 2 === 0;
      const [one, two] = isUpheld ? ['removed', 'disabled'] : ['refused', 'not_found'];
      const reason = (outcome?: string) => (outcome === 'refused' ? { reasonCode: 'insufficient_proof' } : {});
      const answers = await atOnce(
        () => races.decide(matter, one!, reason(one)),
        () => races.other.decide(matter, two!),
        () => races.other.decide(matter, one!, reason(one)),
      );
      expectOneWinner(answers);
      expect(await told(races, matter.itemId, isUpheld ? 'item.actioned' : 'item.refused')).toBe(1);
      expect((await races.clock(matter, '.takedown')).state).toBe('met');
    }));

  it('a decision and a withdrawal leave the item down no longer than it must be', () =>
    times(rounds, async () => {
      const matter = await races.served('douyin');
      const [decision, withdrawal] = await atOnce(
        () => races.decide(matter, 'removed'),
        () => withdraw(matter),
      );
      expect(withdrawal!.status).toBe(200);
      // decided first, what is down is due to come back; withdrawn first, there is nothing to decide
      const isDecided = decision!.status === 200;
      expect(isDecided || decision!.status === 409).toBe(true);
      expect(await races.state(matter)).toBe(isDecided ? 'restore_due' : 'withdrawn');
      expect(await runningClocks(matter)).toEqual(isDecided ? ['cn.reg468.restore'] : []);
    }));

  it('two counter-notices against one item are one', () =>
    times(rounds, async () => {
      const matter = await races.served('taobao');
      await races.decide(matter, 'delisted');
      const answers = await atOnce(
        () => races.counter(matter),
        () => races.other.counter(matter),
      );
      expectOneWinner(answers, 201);
      expect(await races.state(matter)).toBe('waiting');
      expect(await runningClocks(matter)).toEqual(['cn.ecl.wait']);
    }));

  it('an order to take down wins over a counter-notice, whichever was first', () =>
    times(rounds, async (n) => {
      const matter = await races.served('taobao');
      await races.decide(matter, 'delisted');
      const order = { direction: 'takedown', issuer: '北京互联网法院', number: `裁 ${n}`, issuedAt: await races.now() };
      const [ordered, countered] = await atOnce(
        () => races.other.post(matter.platform, `/v1/items/${matter.itemId}/orders`, order),
        () => races.counter(matter),
      );
      expect(ordered!.status).toBe(201);
      expect([201, 409]).toContain(countered!.status);
      expect(await races.state(matter)).toBe('held');
      expect(await runningClocks(matter)).toEqual([]);
    }));

  it('a report that it is still live and a correction of the platform never both stand', () =>
    times(rounds, async () => {
      const matter = await races.served('douyin');
      await races.decide(matter, 'removed');
      const answers = await atOnce(
        () => races.post(matter.by, `/v1/items/${matter.itemId}/reports`, { kind: 'still_live', text: '仍可播放' }),
        () => races.other.decide(matter, 'restored', { note: '误判' }),
      );
      const [reported, restored] = answers.map(({ status }) => status);
      expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
      expect([reported === 201, restored === 200]).toContain(true);
      expect(await races.state(matter)).toBe(reported === 201 ? 'reappeared' : 'restored');
    }));

  it('an appeal and the platform’s own correction leave the item down or pending, with the clock that this asks for', () =>
    times(rounds, async () => {
      const matter = await races.served('taobao');
      await races.decide(matter, 'refused', { reasonCode: 'insufficient_proof' });
      const [appeal, revised] = await atOnce(
        () => races.post(matter.by, `/v1/items/${matter.itemId}/appeals`, { text: '请复核', evidence: [] }),
        () => races.other.decide(matter, 'removed'),
      );
      // what is pending again can be taken down as well: the appeal may have gone first and both succeed
      expect(revised!.status).toBe(200);
      expect([201, 409]).toContain(appeal!.status);
      expect(await races.state(matter)).toBe('actioned');
      expect((await runningClocks(matter)).filter((rule: string) => rule.endsWith('.takedown'))).toEqual([]);
    }));

  it('a restoration and a proof of a suit: the item is back or held, and never both', () =>
    times(rounds, async (n) => {
      const matter = await races.served('taobao');
      await races.decide(matter, 'delisted');
      const { body } = await races.counter(matter, { forward: false });
      // the platform accepts the statement at once, while the holder says that it has sued before any forwarding
      const answers = await atOnce(
        () => races.post(matter.platform, `/v1/items/${matter.itemId}/restoration`),
        () =>
          races.other.post(matter.by, `/v1/items/${matter.itemId}/proceedings`, {
            kind: 'suit',
            number: `（2026）京0491民初${n}号`,
            authority: '北京互联网法院',
            filedAt: '2020-01-01T00:00:00Z',
          }),
      );
      expect(body.state).toBe('received');
      expect(statusesOf(answers)[0]).toBeLessThan(300);
      expect(['restored', 'contested']).toContain(await races.state(matter));
    }));
});
