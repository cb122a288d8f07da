import { inTransaction } from '#database';
import { receiveMail } from '#inbound-mail';
import { newId } from '#kernel';
import { sortMail } from '../../../apps/worker/src/sorting/sort-mail.js';
import { everyKey, writtenMail } from '../../support/written-mail.js';
import { upload } from '../../evidence/upload.js';
import { counter, stageOf } from '../../scenarios/stage.js';
import { addColleague } from '../../support/colleague.js';
import type { Answer, DemoAccount, TestApp } from '../../support/app.js';
import { complaintAbout, pasted } from '../../support/complaints.js';
import { reportOn } from '../../interchange/messages.js';
import type { Written } from './written.js';

/** Ids of what was made, by what a screen shows of it. */
export interface Matter {
  complaint: string;
  complaintDraft: string;
  deficientComplaint: string;
  notice: string;
  hugeNotice: string;
  breachedNotice: string;
  counterNotice: string;
  waitingCounterNotice: string;
  escalation: string;
  work: string;
  authorization: string;
  endpoint: string;
  apiKey: string;
  unusedApiKey: string;
  delivery: string;
  warningList: string;
  platform: string;
  /** In the tray of incoming mail. */
  message: string;
}

/** Everything that a screen can show, made through the API: matters of every state, with what `written` says in every field. */
export async function seedMatter(app: TestApp, written: Written): Promise<Matter> {
  const stage = stageOf(app);
  const ask = async (account: DemoAccount, path: string, body: object = {}, method = 'POST'): Promise<any> =>
    good(await app.by(account).send(method, path, body), path);
  const work = { ref: 'w1', title: written.title, category: 'film' };
  const evidence = [
    { kind: 'ownership', text: written.sentence },
    { kind: 'infringement', url: 'https://example.com/proof', text: written.sentence },
  ];
  const filing = { works: [work], evidence };
  const refusing = { reasonCode: 'licensed', note: written.sentence };

  // two days ago: one answered by nobody, one handled, one protested against
  const breached = await stage.served('netdisk', filing);
  const second = await stage.served('netdisk', { ...filing, count: 3 });
  const reported = await stage.served('netdisk');
  await stage.decide(reported, 'removed');
  const sold = await stage.served('taobao', filing);
  await stage.decide(sold, 'removed');
  await app.advance('PT28H');
  await stage.decide(second, 'refused', refusing);
  await ask('rights', `/v1/items/${second.itemId}/appeals`, { text: written.sentence });
  await ask('rights', `/v1/items/${reported.itemId}/reports`, { kind: 'still_live', text: written.sentence });
  const waiting = good(await stage.counter(sold), 'a counter-notice');

  // most of a day ago: due soon
  for (let n = 0; n < 3; n++) await stage.served('netdisk', n === 0 ? filing : {});
  await stage.served('douyin');
  await app.advance('PT20H');

  // just now
  const fileId = good(await upload(app, 'rights', written.sentence, written.fileName), 'a file').id as string;
  const proof = [...evidence, { kind: 'ownership', fileId, forward: true }];
  const complaint = await ask('rights', '/v1/complaints', {
    ...complaintAbout([pasted.netdisk(), pasted.douyin(), pasted.taobao(), pasted.unknown(), written.sentence]),
    works: [work],
    evidence: proof,
    clientRef: written.shortName,
  });
  const notice = complaint.notices.find((one: any) => one.platform.name === '百度网盘').id as string;
  await ask('platform', `/v1/notices/${notice}/acknowledgement`, { reference: written.account });
  await ask('platform', `/v1/notices/${notice}/notes`, { text: written.sentence });
  const colleague = await addColleague(app, 'platform', written.person);
  await ask('platform', `/v1/notices/${notice}/assignee`, { memberId: colleague.id }, 'PUT');
  await colleague.client.post(`/v1/notices/${notice}/claim`);
  const { id: deficientComplaint } = await ask('rights', '/v1/complaints', {
    ...complaintAbout([pasted.netdisk(), pasted.taobao()], { ...filing, evidence: [evidence[0]!] }),
  });
  const huge = await stage.served('netdisk', { ...filing, count: 500 });
  const questioned = await stage.served('netdisk', filing);
  await ask('platform', `/v1/notices/${questioned.id}/supplement-requests`, {
    elements: ['ownership', 'location'],
    message: written.sentence,
  });
  const handled = await stage.served('netdisk', { ...filing, count: 2 });
  await stage.decide(handled, 'removed', { note: written.sentence });
  const { name: _name, ...respondent } = counter.respondent;
  const stated = good(
    await stage.counter(handled, {
      respondent: { name: written.person, ...respondent },
      statement: written.sentence,
      evidence: [{ kind: 'ownership', text: written.sentence }],
    }),
    'a counter-notice',
  );

  const { id: workId } = await ask('rights', '/v1/works', {
    title: written.title,
    category: 'film',
    holderName: written.organization,
    documents: [{ fileId }, { text: written.sentence }],
    registrationNumber: '国作登字-2025-I-00012345',
  });
  const old = await ask('rights', '/v1/works', { title: '流浪地球', category: 'film' });
  await ask('rights', `/v1/works/${old.id}`, { state: 'archived' }, 'PATCH');
  const me = (await app.by('rights').get('/v1/me')).body.organization;
  const granted = {
    owner: { name: me.name, organizationId: me.id },
    rights: ['information_network'],
    catalogue: true,
    validFrom: '2026-01-01',
  };
  const { id: authorization } = await ask('partner', '/v1/authorizations', {
    ...granted,
    titlePatterns: [written.account],
    documents: [{ text: written.sentence }],
  });
  const approved = await ask('partner', '/v1/authorizations', granted);
  await ask('operator', `/v1/authorizations/${approved.id}/approval`, { decision: 'approve' });
  await ask('partner', '/v1/complaints', {
    ...complaintAbout([pasted.douyin()], filing),
    onBehalfOf: { name: me.name, authorizationId: approved.id },
  });
  const partner = await app.signedIn('partner');
  good(await partner.send('PATCH', '/v1/organization', { name: written.organization }), 'a name');

  await ask('platform', '/v1/templates', { name: written.shortName, reasonCode: 'licensed', text: written.sentence });
  const people = await app.signedIn('platform');
  good(
    await people.post('/v1/members', { email: 'viewer@demo.test', name: written.person, role: 'viewer' }),
    'a member',
  );
  const unused = { name: written.shortName, scopes: ['notices:read'] };
  const { id: unusedApiKey } = good(await people.post('/v1/api-keys', unused), 'a key');
  const { data: keys } = (await people.get('/v1/api-keys')).body;
  const apiKey = keys.find(({ id }: any) => id !== unusedApiKey).id as string;
  const { id: complaintDraft } = await ask(
    'rights',
    '/v1/interchange/xarf',
    reportOn('https://pan.baidu.com/s/1Draft0000000001', {
      work_title: written.title,
      work_category: 'other',
      description: written.sentence.slice(0, 1_000),
    }),
  );
  const hooks = await seedDeliveries(app, written);
  const { id: warningList } = await ask('operator', '/v1/warning-lists', {
    year: 2026,
    batch: 1,
    publishedOn: '2026-01-20',
    title: written.title.slice(0, 300),
    source: 'https://www.ncac.gov.cn/',
    works: [{ title: written.title, category: 'film', rightsHolder: written.organization }],
  });
  const { data: queue } = (await app.by('regulator').get('/v1/escalations')).body;
  const escalation = queue.find(({ subject }: any) => subject.id === breached.id).id as string;
  const { data: platforms } = (await app.by('operator').get('/v1/platforms?limit=1')).body;
  return {
    complaint: complaint.id,
    complaintDraft,
    deficientComplaint,
    notice,
    hugeNotice: huge.id,
    breachedNotice: breached.id,
    counterNotice: stated.id,
    waitingCounterNotice: waiting.id,
    escalation,
    work: workId,
    authorization,
    warningList,
    platform: platforms[0].id,
    apiKey,
    unusedApiKey,
    message: await seedMessage(app, written),
    ...hooks,
  };
}

/** A message from a stranger, about nothing that is known here. */
async function seedMessage(app: TestApp, written: Written): Promise<string> {
  const raw = await writtenMail({
    from: { name: written.person, address: 'stranger@small.example' },
    to: 'replies@tongshan.example',
    subject: written.title,
    text: written.sentence,
    attachments: [{ filename: written.fileName, content: 'x' }],
  });
  const { mailId } = await inTransaction(app.database, (tx) =>
    receiveMail(tx, new Date(), { raw, size: raw.length, authenticity: 'none' }),
  );
  await sortMail({ ...app, resolveTxt: everyKey }, mailId, true);
  return mailId;
}

/** Two endpoints of a platform, one given up, with a delivery that nobody took. */
async function seedDeliveries(app: TestApp, written: Written): Promise<Pick<Matter, 'endpoint' | 'delivery'>> {
  const register = async (url: string) =>
    good(
      await app
        .by('platform')
        .post('/v1/webhook-endpoints', { url, events: ['*'], description: written.sentence.slice(0, 500) }),
      url,
    ).id as string;
  const endpoint = await register('https://receiver.example/hook');
  const off = await register(`https://receiver.example/${'long-path/'.repeat(20)}`);
  good(await app.by('platform').send('PATCH', `/v1/webhook-endpoints/${off}`, { state: 'disabled' }), off);
  const delivery = newId();
  const attempt = {
    at: new Date().toISOString(),
    statusCode: 503,
    durationMs: 210,
    request: { url: 'https://receiver.example/hook', headers: { 'content-type': 'application/json' } },
    answer: written.sentence.slice(0, 500),
    error: null,
  };
  await app.database.query(
    `insert into webhook_deliveries (id, endpoint_id, event_id, event_type, body, state, attempts, attempt_count, created_at, ended_at)
     values ($1, $2, $3, 'notice.served', '{"type":"notice.served"}', 'exhausted', $4, 10, domain_now() - interval '1 hour', domain_now())`,
    [delivery, endpoint, newId(), JSON.stringify(Array.from({ length: 10 }, () => attempt))],
  );
  return { endpoint, delivery };
}

function good({ status, body }: Answer, what: string): any {
  if (status >= 300) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`);
  return body;
}
