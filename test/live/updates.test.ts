import { once } from 'node:events';
import { connect } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { UpdateHub } from '../../apps/api/src/live/update-hub.js';
import { createApi } from '../../apps/api/src/start-api.js';
import { eventually, startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { type Heard, listen, type Listener } from './listener.js';

describe('what one does appears at the others, as it happens', () => {
  let app: TestApp;
  let second: NestFastifyApplication;
  let secondUrl: string;
  const open: Listener[] = [];

  beforeAll(async () => {
    app = await startTestApp();
    second = await createApi(app.configuration);
    await second.listen(0, '127.0.0.1');
    secondUrl = (await second.getUrl()).replace('[::1]', '127.0.0.1');
  }, 60_000);
  afterEach(() => open.splice(0).forEach((listener) => listener.stop()));
  afterAll(async () => {
    await second?.close();
    await app?.close();
  });

  const keyOf = (account: string) => app.keys[`${account}@demo.test`]!;
  const listenAs = async (account: string, headers: Record<string, string> = {}, url = secondUrl) => {
    const listener = await listen(`${url}/v1/updates`, keyOf(account), headers);
    open.push(listener);
    return listener;
  };
  const file = async (text = pasted.netdisk()) => {
    const { body } = await app.by('rights').post('/v1/complaints', complaintAbout([text]));
    return { id: body.notices[0]?.id as string, itemId: body.targets[0].itemId, complaintId: body.id as string };
  };
  const of = (type: string, matterId: string) => (heard: Heard) =>
    heard.event === 'update' && heard.data.type === type && heard.data.matterId === matterId;

  it('within a second, from one process to the streams of another, with ids and never a name', async () => {
    const platform = await listenAs('platform');
    const rights = await listenAs('rights');
    const began = performance.now();
    const notice = await file();
    const served = await platform.hears(of('notice.served', notice.id));
    expect(served.at - began).toBeLessThan(1_000);
    expect(served.data).toEqual({
      type: 'notice.served',
      matterKind: 'notice',
      matterId: notice.id,
      noticeId: notice.id,
      complaintId: notice.complaintId,
      at: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    expect(served.id).toMatch(/^\d+$/);
    await rights.hears(of('complaint.filed', notice.complaintId));

    const decisions = [{ itemId: notice.itemId, outcome: 'removed' }];
    const decided = performance.now();
    await app.by('platform').post(`/v1/notices/${notice.id}/decisions`, { decisions });
    const actioned = await rights.hears(of('item.actioned', notice.id));
    expect(actioned.at - decided).toBeLessThan(1_000);
    expect(actioned.data.itemIds).toEqual([notice.itemId]);
  });

  it('is an event stream that no proxy keeps back', async () => {
    const { status, headers } = await listenAs('rights');
    expect([
      status,
      headers.get('content-type'),
      headers.get('cache-control'),
      headers.get('x-accel-buffering'),
    ]).toEqual([200, 'text/event-stream; charset=utf-8', 'no-store', 'no']);
  });

  it('tenants never hear each other', async () => {
    const others = await Promise.all(
      ['platform2', 'partner', 'regulator', 'national', 'operator'].map((a) => listenAs(a)),
    );
    const own = await listenAs('platform');
    const notice = await file();
    await own.hears(of('notice.served', notice.id));
    // one look later than the one that told its own platform
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(others.flatMap((other) => other.updates())).toEqual([]);
    const complaint = own.updates().filter(({ data }) => data.matterKind === 'complaint');
    expect(complaint).toEqual([]);
  });

  it('an operator hears of what nobody answers for, and of nothing else in the complaint', async () => {
    const operator = await listenAs('operator');
    const { complaintId } = await file(pasted.unknown());
    const { data } = await operator.hears(of('target.unrouted', complaintId));
    expect(data).toEqual({
      type: 'target.unrouted',
      matterKind: 'complaint',
      matterId: complaintId,
      complaintId,
      at: expect.any(String),
    });
  });

  it('a regulator hears of an escalation when it is put before it, and the national one of every one', async () => {
    const regulator = await listenAs('regulator');
    const national = await listenAs('national');
    const notice = await file();
    await app.advance('P30D');
    const opened = await regulator.hears(
      ({ data }) => data.type === 'escalation.opened' && data.noticeId === notice.id,
    );
    expect(opened.data).toMatchObject({ matterKind: 'escalation', escalationId: opened.data.matterId });
    await national.hears(of('escalation.opened', opened.data.matterId));
  });

  it('whoever comes back hears what it missed, each once, and then what happens', async () => {
    const first = await listenAs('platform');
    const before = await file();
    await first.hears(of('notice.served', before.id));
    const lastId = first.lastId()!;
    first.stop();
    const missed = [await file(), await file(), await file(pasted.douyin())];
    await eventually(async () => {
      const [row] = await app.database.query(`select count(*)::int as open from events where position is null`);
      return row.open === 0;
    });
    const [again, byQuery] = await Promise.all([
      listenAs('platform', { 'last-event-id': lastId }),
      listen(`${secondUrl}/v1/updates?after=${lastId}`, keyOf('platform')),
    ]);
    open.push(byQuery);
    const after = await file();
    for (const listener of [again, byQuery]) {
      await listener.hears(of('notice.served', after.id));
      const served = listener.updates().filter(({ data }) => data.type === 'notice.served');
      expect(served.map(({ data }) => data.noticeId)).toEqual([missed[0]!.id, missed[1]!.id, after.id]);
      expect(listener.heard.findIndex(({ event }) => event === 'ready')).toBe(served.length - 1);
    }
  });

  it('whoever was away too long, or comes with a position that is not ours, is told to read again', async () => {
    const listener = await listenAs('platform', { 'last-event-id': '999999999999' });
    expect(listener.heard.map(({ event }) => event)).toEqual(['reset', 'ready']);
    expect(Number(listener.lastId())).toBeLessThan(999_999_999_999);
    const own = (await app.by('partner').get('/v1/me')).body.organization.id;
    const [{ position }] = await app.database.query('select max(position) as position from events');
    await app.database.query(
      `insert into events (id, position, matter_kind, matter_id, sequence, type, at, audience, payload, hash)
       select gen_random_uuid(), $1::bigint + n, 'platform', gen_random_uuid(), 1, 'platform.joined', now(), array[$2::uuid],
         '{"at":"2026-01-01T00:00:00.000Z","itemIds":[],"data":{}}', 'x' from generate_series(1, 1001) n`,
      [position, own],
    );
    const late = await listenAs('partner', { 'last-event-id': position });
    expect(late.heard.map(({ event }) => event)).toEqual(['reset', 'ready']);
    const inTime = await listenAs('partner', { 'last-event-id': String(Number(position) + 1) });
    expect([inTime.updates().length, inTime.lastId()]).toEqual([1_000, late.lastId()]);
    const { status, body } = await app.by('platform').get('/v1/updates?after=x');
    expect([status, body.errors[0].pointer]).toEqual([422, '#/after']);
    const header = await app.by('platform').get('/v1/updates', { 'last-event-id': 'one' });
    expect(header.status).toBe(422);
  });

  it('ends with the session: who signed out hears it and nothing more', async () => {
    const { body } = await app
      .with(null)
      .post('/v1/auth/login', { email: 'platform@demo.test', password: 'tongshan-demo' });
    const listener = await listen(`${secondUrl}/v1/updates`, body.accessToken);
    const stays = await listenAs('platform');
    open.push(listener);
    const hub = second.get(UpdateHub, { strict: false });
    await hub.checkAccess();
    expect(listener.isOver()).toBe(false);
    await app.with(body.accessToken).post('/v1/auth/logout');
    await hub.checkAccess();
    await eventually(async () => listener.isOver());
    expect(listener.heard.at(-1)!.event).toBe('signed_out');
    expect(stays.isOver()).toBe(false);
  });

  it('a key that may not read notices hears nothing of them', async () => {
    const owner = await app.signedIn('platform');
    const { body } = await owner.post('/v1/api-keys', { name: 'hooks', scopes: ['webhooks:manage'], mode: 'sandbox' });
    const deaf = await listen(`${secondUrl}/v1/updates`, body.key);
    open.push(deaf);
    const own = await listenAs('platform');
    const notice = await file();
    await own.hears(of('notice.served', notice.id));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(deaf.updates()).toEqual([]);
  });

  it('one member has ten streams, and a closed one makes room', async () => {
    const streams: Listener[] = [];
    for (let count = 0; count < 10; count++) streams.push(await listenAs('partner', {}, app.url));
    const eleventh = await app.by('partner').get('/v1/updates');
    expect([eleventh.status, eleventh.body.code, eleventh.headers.get('retry-after')]).toEqual([
      429,
      'rate_limited',
      '30',
    ]);
    streams[0]!.stop();
    await eventually(async () => (await app.by('partner').get('/v1/updates')).status === 200);
  });

  it('a reader that does not read is cut off, and the others are not', async () => {
    const hub = second.get(UpdateHub, { strict: false });
    const streams = (hub as unknown as { streams: Set<any> }).streams;
    const own = await listenAs('platform');
    const slow = await hub.open({ ...[...streams][0].caller }, null);
    let isClosed = false;
    slow.once('close', () => (isClosed = true));
    const long = { position: null, organizationIds: [[...streams][0].caller.organizationId], scopes: null };
    for (const stream of streams)
      for (let n = 0; n < 60; n++) {
        stream.hear({ ...long, text: `: ${'x'.repeat(10_000)}\n\n` });
        await new Promise(setImmediate);
      }
    await eventually(async () => isClosed);
    expect(slow.destroyed).toBe(true);
    const notice = await file();
    await own.hears(of('notice.served', notice.id));
  });

  it('the server that closes ends its streams at once, and waits for no connection that has asked nothing', async () => {
    const third = await createApi(app.configuration);
    await third.listen(0, '127.0.0.1');
    const url = (await third.getUrl()).replace('[::1]', '127.0.0.1');
    const listener = await listen(`${url}/v1/updates`, keyOf('rights'));
    const silent = connect(Number(new URL(url).port), '127.0.0.1');
    await once(silent, 'connect');
    const began = performance.now();
    await third.close();
    expect(performance.now() - began).toBeLessThan(3_000);
    silent.destroy();
    await eventually(async () => listener.isOver());
    expect(listener.heard.at(-1)!.event).toBe('closing');
  });
});
