import { domainNow, inTransaction } from '#database';
import { makeHead } from '#record';
import type { DemoAccount } from '../support/app.js';
import type { stageOf } from '../scenarios/stage.js';
import { upload } from '../evidence/upload.js';
import { reportOn } from '../interchange/messages.js';

type Place = readonly [account: DemoAccount, address: string];

/**
 * One of every resource that has an address of its own, by its path in the OpenAPI document: who can read it, and where.
 * The stage's worker runs: one matter of it is let go overdue.
 */
export async function oneOfEach(stage: ReturnType<typeof stageOf>): Promise<Record<string, Place>> {
  const { app } = stage;
  const made = async (account: DemoAccount, path: string, body: object): Promise<any> => {
    const answer = await stage.post(account, path, body);
    if (answer.status > 202) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const answered = await stage.served('taobao');
  await stage.decide(answered, 'removed');
  const { body: counter } = await stage.counter(answered);
  await stage.served('netdisk');
  await app.advance('PT25H');
  await inTransaction(app.database, async (tx) => makeHead(tx, await domainNow(tx)));
  const [event] = await app.database.query('select id from events where matter_id = $1 and sequence = 1', [
    answered.id,
  ]);
  const work = await made('rights', '/v1/works', { title: '流浪地球2', category: 'film' });
  const file = await upload(app, 'rights', '授权书');
  const authorization = await made('partner', '/v1/authorizations', {
    owner: { name: '星海影业' },
    catalogue: true,
    rights: ['information_network'],
    validFrom: '2020-01-01',
    documents: [{ text: '授权书' }],
  });
  const warningList = await made('operator', '/v1/warning-lists', {
    year: 2026,
    batch: 1,
    publishedOn: '2026-01-20',
    title: '名单',
    source: 'https://www.ncac.gov.cn/',
    works: [{ title: '流浪地球2', category: 'film' }],
  });
  const endpoint = await made('platform', '/v1/webhook-endpoints', { url: 'http://127.0.0.1:1/hooks', events: ['*'] });
  const delivery = await made('platform', `/v1/webhook-endpoints/${endpoint.id}/test`, {});
  const draft = await made('rights', '/v1/interchange/xarf', reportOn('https://pan.baidu.com/s/1Draft0000000001'));
  const message = await app
    .by('operator')
    .post('/v1/sandbox/mail', 'From: a@b.example\r\nSubject: ?\r\n\r\n?', { 'content-type': 'message/rfc822' });
  const key = await (await app.signedIn('rights')).post('/v1/api-keys', { name: '一', scopes: ['notices:read'] });
  const first = async (account: DemoAccount, path: string) => (await app.by(account).get(path)).body.data[0];
  const [escalation, platform, calendar] = [
    await first('regulator', '/v1/escalations'),
    await first('rights', '/v1/platforms'),
    await first('rights', '/v1/calendars'),
  ];
  return {
    '/v1/api-keys/{id}': ['rights', `/v1/api-keys/${key.body.id}`],
    '/v1/authorizations/{id}': ['partner', `/v1/authorizations/${authorization.id}`],
    '/v1/calendars/year/{year}': ['rights', '/v1/calendars/year/2026'],
    '/v1/calendars/{version}': ['rights', `/v1/calendars/${calendar.version}`],
    '/v1/complaint-drafts/{id}': ['rights', `/v1/complaint-drafts/${draft.id}`],
    '/v1/complaints/{id}': ['rights', `/v1/complaints/${answered.complaintId}`],
    '/v1/complaints/{id}/receipt': ['rights', `/v1/complaints/${answered.complaintId}/receipt`],
    '/v1/counter-notices/{id}': ['rights', `/v1/counter-notices/${counter.id}`],
    '/v1/escalations/{id}': ['regulator', `/v1/escalations/${escalation.id}`],
    '/v1/files/{id}': ['rights', `/v1/files/${file.body.id}`],
    '/v1/mail/tray/{id}': ['operator', `/v1/mail/tray/${message.body.id}`],
    '/v1/notices/{id}': ['rights', `/v1/notices/${answered.id}`],
    '/v1/organization': ['rights', '/v1/organization'],
    '/v1/platforms/{id}': ['rights', `/v1/platforms/${platform.id}`],
    '/v1/record/proofs/{eventId}': ['rights', `/v1/record/proofs/${event.id}`],
    '/v1/warning-lists/{id}': ['rights', `/v1/warning-lists/${warningList.id}`],
    '/v1/webhook-deliveries/{id}': ['platform', `/v1/webhook-deliveries/${delivery.deliveryId}`],
    '/v1/webhook-endpoints/{id}': ['platform', `/v1/webhook-endpoints/${endpoint.id}`],
    '/v1/works/{id}': ['rights', `/v1/works/${work.id}`],
  };
}
