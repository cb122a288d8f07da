import { domainNow, inTransaction, type Tx } from '#database';
import { standInOrganization } from '#identity';
import { type ItemEvent, serveByMail, settleExpired, takeBackService } from '#notices';
import { complaintAbout, pasted } from '../support/complaints.js';
import type { Matter, stageOf } from '../scenarios/stage.js';

type Stage = ReturnType<typeof stageOf>;
type Where = 'netdisk' | 'douyin' | 'taobao';

/** What brings an event about once the stage is set for it: answers with a status, or fails as the sweep would. */
export type Act = () => Promise<number>;
/** Sets the stage; a row that is added to the table has no act until it is given one here, which the compiler says. */
export type CrashActs = Record<ItemEvent, () => Promise<Act>>;

export function crashActs(stage: Stage): CrashActs {
  const { app, post } = stage;
  const by =
    (matter: Matter, path: string, body: object = {}) =>
    async () =>
      (await post(matter.by, path, body)).status;
  const platform =
    (matter: Matter, path: string, body: object = {}) =>
    async () =>
      (await post(matter.platform, path, body)).status;
  const decide =
    (matter: Matter, outcome: string, more: object = {}) =>
    async () =>
      (await stage.decide(matter, outcome, more)).status;
  const sweep: Act = async () => {
    await inTransaction(app.database, async (tx) => settleExpired(tx, await domainNow(tx), { limit: 100 }));
    return 200;
  };
  const past = (instant: string) =>
    app.database.query(
      "update installation set clock_offset = clock_offset + greatest($1::timestamptz - domain_now(), interval '0')",
      [instant],
    );

  /** So that the sweep finds nothing but what is being told of. */
  const endAllElse = async () => {
    await past(new Date(Date.parse(await stage.now()) + 60 * 24 * 3_600_000).toISOString());
    await sweep();
  };

  const pending = (where: Where = 'taobao') => stage.served(where);
  const decided = async (outcome: string, where: Where = 'taobao', more: object = {}) => {
    const matter = await pending(where);
    await stage.decide(matter, outcome, more);
    return matter;
  };
  const actioned = (where: Where = 'taobao') => decided('removed', where);
  const refused = () => decided('refused', 'taobao', { reasonCode: 'insufficient_proof' });
  const asked = async () => {
    const matter = await pending();
    await post(matter.platform, `/v1/notices/${matter.id}/supplement-requests`, {
      elements: ['ownership'],
      message: '请补',
    });
    return matter;
  };
  const contested = async (forward = false, matter?: Matter) => {
    const down = matter ?? (await actioned());
    const { body } = await stage.counter(down, { forward });
    return { ...down, counterId: body.id as string };
  };
  const suit = {
    kind: 'suit',
    number: '（2026）京0491民初1号',
    authority: '北京互联网法院',
    filedAt: '2026-01-01T00:00:00Z',
  };
  const held = async () => {
    const matter = await contested(true);
    const { body } = await post(matter.by, `/v1/counter-notices/${matter.counterId}/proceedings`, suit);
    return { ...matter, proceedingId: body.id as string };
  };
  const order = async (direction: 'takedown' | 'restore') => ({
    direction,
    issuer: '北京互联网法院',
    number: '裁 1',
    issuedAt: await stage.now(),
  });

  return {
    serve: async () => {
      const complaint = complaintAbout([pasted.taobao()]);
      return async () => (await post('rights', '/v1/complaints', complaint)).status;
    },
    bounce: async () => {
      const { body } = await post('rights', '/v1/complaints', complaintAbout([pasted.notJoined()]));
      const noticeId = body.notices[0].id as string;
      const run = <T>(work: (tx: Tx, now: Date) => Promise<T>) =>
        inTransaction(app.database, async (tx) => work(tx, await domainNow(tx)));
      await run((tx, now) =>
        serveByMail(tx, now, [noticeId], (platformId) => standInOrganization(tx, now, platformId)),
      );
      return async () => ((await run((tx, now) => takeBackService(tx, now, noticeId))) === 'taken_back' ? 200 : 409);
    },
    acknowledge: async () => {
      const matter = await pending();
      return platform(matter, `/v1/notices/${matter.id}/acknowledgement`);
    },
    forward: async () => {
      const matter = await pending();
      return platform(matter, `/v1/notices/${matter.id}/forwarding`, { method: 'message', at: await stage.now() });
    },
    request_supplement: async () => {
      const matter = await pending();
      const body = { elements: ['ownership'], message: '请补' };
      return platform(matter, `/v1/notices/${matter.id}/supplement-requests`, body);
    },
    supplement: async () => {
      const matter = await asked();
      return by(matter, `/v1/notices/${matter.id}/supplements`, { message: '见附件' });
    },
    supplement_lapsed: async () => {
      await endAllElse();
      const matter = await asked();
      await past((await stage.clock(matter, '.supplement')).dueAt);
      return sweep;
    },
    act: async () => decide(await pending(), 'removed'),
    refuse: async () => decide(await pending(), 'refused', { reasonCode: 'insufficient_proof' }),
    report_not_found: async () => decide(await pending(), 'not_found'),
    revise: async () => decide(await refused(), 'removed'),
    restore_own_motion: async () => decide(await actioned(), 'restored', { note: '误判' }),
    appeal: async () => {
      const matter = await refused();
      return by(matter, `/v1/items/${matter.itemId}/appeals`, { text: '请复核', evidence: [] });
    },
    report_still_live: async () => {
      const matter = await actioned();
      return by(matter, `/v1/items/${matter.itemId}/reports`, { kind: 'still_live', text: '仍可访问' });
    },
    dispute_report: async () => {
      const matter = await actioned();
      const { body } = await post(matter.by, `/v1/items/${matter.itemId}/reports`, { kind: 'still_live' });
      return platform(matter, `/v1/reports/${body.id}/dispute`, { note: '已下架，见截图' });
    },
    counter: async () => {
      const matter = await actioned();
      return async () => (await stage.counter(matter, { forward: false })).status;
    },
    keep_delinked: async () => {
      const matter = await contested(false, await decided('delinked', 'douyin'));
      return decide(matter, 'delinked');
    },
    reject_counter: async () => {
      const { counterId, ...matter } = await contested();
      return platform(matter, `/v1/counter-notices/${counterId}/rejection`, { missing: ['proof'], note: '无证据' });
    },
    forward_counter: async () => {
      const { counterId, ...matter } = await contested();
      return platform(matter, `/v1/counter-notices/${counterId}/forwarding`);
    },
    decide_counter: async () => {
      const matter = await actioned();
      // no demo platform runs under the DSA
      await app.database.query(`update notices set regime = 'eu.dsa' where id = $1`, [matter.id]);
      await contested(false, matter);
      return decide(matter, 'restored', { note: '异议成立' });
    },
    prove_proceeding: async () => {
      const matter = await contested(true);
      return by(matter, `/v1/counter-notices/${matter.counterId}/proceedings`, suit);
    },
    extend_wait: async () => {
      const matter = await contested(true);
      const { dueAt } = await stage.clock(matter, '.wait');
      const until = new Date(Date.parse(dueAt) + 36 * 3_600_000).toISOString();
      return by(matter, `/v1/counter-notices/${matter.counterId}/extensions`, { reason: '公证中', until });
    },
    wait_expired: async () => {
      await endAllElse();
      const matter = await contested(true);
      await past((await stage.clock(matter, '.wait')).dueAt);
      return sweep;
    },
    restore: async () => {
      const matter = await contested();
      return platform(matter, `/v1/items/${matter.itemId}/restoration`);
    },
    proceeding_won: async () => {
      const { proceedingId, ...matter } = await held();
      return by(matter, `/v1/proceedings/${proceedingId}/end`, { result: 'won', note: '判决书' });
    },
    proceeding_ended: async () => {
      const { proceedingId, ...matter } = await held();
      return by(matter, `/v1/proceedings/${proceedingId}/end`, { result: 'lost', note: '判决书' });
    },
    order_takedown: async () => {
      const matter = await contested(true);
      return platform(matter, `/v1/items/${matter.itemId}/orders`, await order('takedown'));
    },
    order_restore: async () => {
      const matter = await contested(true);
      return platform(matter, `/v1/items/${matter.itemId}/orders`, await order('restore'));
    },
    order_ended: async () => {
      const matter = await actioned();
      const { body } = await post(matter.platform, `/v1/items/${matter.itemId}/orders`, await order('takedown'));
      return platform(matter, `/v1/orders/${body.id}/end`);
    },
    release: async () => {
      const texts = [pasted.taobao()];
      const matter = await stage.served('taobao', { texts });
      await stage.decide(matter, 'delisted');
      await post('rights', `/v1/complaints/${matter.complaintId}/withdrawal`, { reason: '和解' });
      return decide(await stage.served('taobao', { by: 'partner', texts }), 'delisted');
    },
    withdraw: async () => {
      const matter = await contested(true);
      return by(matter, `/v1/complaints/${matter.complaintId}/withdrawal`, { reason: '和解' });
    },
  };
}
