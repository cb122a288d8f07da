import { decideItems, disputeReport, reportStillLive } from '#notices';
import { resolveLate } from '#escalations';
import { pasted } from '../support/complaints.js';
import { verbsOf } from '../support/verbs.js';
import { escalationsStage } from './escalations-stage.js';

let stage: Awaited<ReturnType<typeof escalationsStage>>;
let verbs: ReturnType<typeof verbsOf>;
beforeAll(async () => {
  stage = await escalationsStage();
  verbs = verbsOf(stage.app);
}, 60_000);
afterAll(() => stage?.app.close());

/** Takedown clocks of this notice that run out within so many hours. */
const takedowns = async (hours: number, noticeId: string) =>
  (await stage.passHours(hours)).filter((breach) => breach.noticeId === noticeId && breach.kind === 'takedown');

/** Two items that the platform took down, of which the complainant sees the first again; nobody answers for a day. */
async function ignoredReport() {
  const { noticeId, items } = await stage.file([pasted.netdisk(), pasted.netdisk()]);
  await stage.decide(
    noticeId,
    items.map(({ id }) => id),
  );
  const rights = await verbs.caller('rights');
  const itemId = items[0].id as string;
  const report = await verbs.run((tx, now) => reportStillLive(tx, now, rights, itemId, { text: null, fileId: null }));
  const [early, late] = [await takedowns(23, noticeId), await takedowns(2, noticeId)];
  return { noticeId, itemId, reportId: report.id, early, late };
}

it('a report that nobody answers goes before the regulator, and the packet says no more than was seen', async () => {
  const { noticeId, itemId, early, late } = await ignoredReport();
  expect(early).toEqual([]);
  expect(late).toHaveLength(1);
  await stage.open(late);
  const [row] = await stage.escalationsOf(noticeId);
  expect(row).toMatchObject({ state: 'open', reasons: ['takedown_overdue'] });
  const [{ clock, received }] = row!.packet.triggers;
  expect(clock).toMatchObject({ subject: { kind: 'item', id: itemId }, state: 'breached' });
  expect(received).toMatchObject({ code: 'no_further_decision_received', pending: 1, total: 1 });
  // the decision that the report calls into question is there, the other item is not this clock's business
  expect(received.decisions.map(({ itemId: id, state, disposition }: any) => [id, state, disposition])).toEqual([
    [itemId, 'reappeared', 'removed'],
  ]);
  const { body } = await stage.app.by('regulator').get(`/v1/escalations/${row!.id}`);
  expect(body.packet.triggers[0].received.sentence.zh).toMatch(/^截至 .*，未收到对 1 个投诉目标的再次处理决定。$/);
  expect(body.packet.triggers[0].received.sentence.en).toMatch(/^No further decision received on 1 item by /);
});

it('the clock of the whole notice is not about an item that has its own', async () => {
  const { noticeId, items } = await stage.file([pasted.netdisk(), pasted.netdisk()]);
  await stage.decide(noticeId, [items[0].id]);
  const rights = await verbs.caller('rights');
  await stage.passHours(12);
  await verbs.run((tx, now) => reportStillLive(tx, now, rights, items[0].id, { text: null, fileId: null }));
  const breaches = await takedowns(13, noticeId);
  expect(breaches).toHaveLength(1);
  await stage.open(breaches);
  const [row] = await stage.escalationsOf(noticeId);
  expect(row!.packet.triggers[0].clock.subject.kind).toBe('notice');
  expect(row!.packet.triggers[0].received).toMatchObject({ code: 'no_decision_received', pending: 1, total: 1 });
});

it('ends when the platform acts after all, or shows that it was down', async () => {
  const acted = await ignoredReport();
  await stage.open(acted.late);
  const platform = await verbs.caller('platform');
  const decisions = [{ itemId: acted.itemId, outcome: 'removed' as const }];
  await verbs.run((tx, now) => decideItems(tx, now, platform, acted.noticeId, { decisions }));
  const disputed = await ignoredReport();
  await stage.open(disputed.late);
  await verbs.run((tx, now) => disputeReport(tx, now, platform, disputed.reportId, { note: '已下架', fileId: null }));
  await stage.inTx((tx, now) => resolveLate(tx, now, [acted.noticeId, disputed.noticeId]));
  const ends = [acted, disputed].map(async ({ noticeId }) => (await stage.escalationsOf(noticeId))[0]!);
  expect((await Promise.all(ends)).map(({ state, ended_note }) => [state, ended_note])).toEqual([
    ['resolved', 'acted_late'],
    ['resolved', 'no_longer_owed'],
  ]);
});
