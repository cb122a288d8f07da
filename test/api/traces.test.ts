import { Logger } from '@nestjs/common';
import { inTransaction } from '#database';
import { appendEvents, systemActor } from '#events';
import { newId } from '#kernel';
import { eventually, startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { type Receiver, startReceiver } from '../support/receiver.js';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
const own = { traceparent, 'x-request-id': 'ticket-4711.trace' };
const traceIdOf = (header: unknown) => String(header).split('-')[1];

describe('a request is found again in whatever comes of it', () => {
  let app: TestApp;
  let receiver: Receiver;
  let isBroken = true;
  let endpointId: string;
  const lines: any[] = [];
  const { debug } = Logger.prototype;

  beforeAll(async () => {
    Logger.prototype.debug = (line: unknown) => void lines.push(line);
    app = await startTestApp();
    receiver = await startReceiver((_request, response) => response.writeHead(isBroken ? 500 : 204).end());
    const endpoint = { url: receiver.url, events: ['notice.served', 'notice.acknowledged'] };
    endpointId = (await app.by('platform').post('/v1/webhook-endpoints', endpoint)).body.id;
  }, 60_000);
  afterAll(async () => {
    Logger.prototype.debug = debug;
    await receiver?.close();
    await app?.close();
  });

  const file = (headers: Record<string, string>) =>
    app.by('rights').post('/v1/complaints', complaintAbout([pasted.netdisk()]), headers);

  it('on every try of its webhook the trace is the same, and each try is a span of its own', async () => {
    const answer = await file(own);
    expect([answer.status, answer.headers.get('x-request-id')]).toEqual([201, own['x-request-id']]);
    await eventually(async () => receiver.requests.length === 1);
    isBroken = false;
    await eventually(async () => {
      const { body } = await app.by('platform').get(`/v1/webhook-endpoints/${endpointId}/deliveries`);
      return body.data[0].attempts.length === 1;
    });
    await app.advance('PT10S');
    await eventually(async () => receiver.requests.length === 2);
    const spans = receiver.requests.map(({ headers }) => headers.traceparent as string);
    expect(spans.map(traceIdOf)).toEqual([traceId, traceId]);
    expect(new Set([traceparent, ...spans]).size).toBe(3);
    // the name that somebody gave a request is nobody else's business
    for (const { headers } of receiver.requests) expect(JSON.stringify(headers)).not.toContain('ticket-4711');
  });

  it('resent by its receiver, it still tells of the request that caused it', async () => {
    const { body } = await app.by('platform').get(`/v1/webhook-endpoints/${endpointId}/deliveries`);
    const resending = { traceparent: traceparent.replace(traceId, 'a'.repeat(32)) };
    await app.by('platform').post(`/v1/webhook-deliveries/${body.data[0].id}/resend`, {}, resending);
    await eventually(async () => receiver.requests.length === 3);
    expect(traceIdOf(receiver.requests[2]!.headers.traceparent)).toBe(traceId);
  });

  it('the lines of the jobs carry the request and its trace: listener, delivery, letter', async () => {
    const lineOf = (of: (line: any) => boolean) => eventually(async () => lines.find(of));
    const listened = await lineOf((line) => line.listener === 'announceByWebhook' && line.requestIds.length === 1);
    expect(listened).toMatchObject({ requestIds: [own['x-request-id']] });
    expect(listened.traceparents.map(traceIdOf)).toEqual([traceId]);
    const delivery = await lineOf((line) => line.endpointId === endpointId && line.attempt === 2);
    const letter = await lineOf((line) => line.template === 'notice_served');
    for (const line of [delivery, letter]) {
      expect(line).toMatchObject({ requestId: own['x-request-id'] });
      expect(traceIdOf(line.traceparent)).toBe(traceId);
    }
    expect(JSON.stringify(lines)).not.toContain('@demo.test');
  });

  it('where no trace comes in, or nonsense, one begins here', async () => {
    const before = receiver.requests.length;
    await file({});
    await file({ traceparent: `00-${'0'.repeat(32)}-nonsense-01` });
    await eventually(async () => receiver.requests.length === before + 2);
    const ids = receiver.requests.slice(before).map(({ headers }) => traceIdOf(headers.traceparent));
    for (const id of ids) expect(id).toMatch(/^(?!0{32})[0-9a-f]{32}$/);
    expect(new Set([traceId, ...ids]).size).toBe(3);
  });

  it('the trace of an event is as little to be changed as the event, also by who gives it its position', async () => {
    const change = inTransaction(app.database, async (tx) => {
      const event = { matterKind: 'notice', matterId: newId(), type: 'notice.served', actor: systemActor } as const;
      const [id] = await appendEvents(tx, new Date(), [{ ...event, data: {}, audience: [] }]);
      await tx.query(`update events set position = 9e9, traceparent = $2 where id = $1`, [id, traceparent]);
    });
    await expect(change).rejects.toThrow('append-only');
  });
});
