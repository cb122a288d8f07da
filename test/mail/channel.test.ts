import { domainNow, inTransaction } from '#database';
import { createMailCarrier, type MailCarrier, sendLetter } from '#mail';
import type { ParsedMail } from 'mailparser';
import { eventually, startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { type MailHost, startMailHost } from '../support/smtp.js';

let app: TestApp;
let host: MailHost;
let platformId: string;

beforeAll(async () => {
  host = await startMailHost();
  app = await startTestApp({ environment: { MAIL_URL: host.url } });
  const { body } = await app.by('operator').get('/v1/platforms?q=mgtv');
  platformId = body.data[0].id;
});
afterAll(async () => {
  await app.close();
  await host.close();
});

const onFile = (contactEmail: string | null) =>
  app.by('operator').send('PATCH', `/v1/platforms/${platformId}`, { contactEmail });

async function file(changes: Record<string, unknown> = {}) {
  const { status, body } = await app.by('rights').post('/v1/complaints', complaintAbout([pasted.notJoined()], changes));
  expect([status, body.notices[0].state]).toEqual([201, 'awaiting_service']);
  return body.notices[0].id as string;
}

const read = async (noticeId: string) => (await app.by('rights').get(`/v1/notices/${noticeId}`)).body;
const served = (noticeId: string) =>
  eventually(async () => {
    const notice = await read(noticeId);
    return notice.state !== 'awaiting_service' && notice;
  });
const about = ({ number }: { number: string }): ParsedMail[] =>
  host.messages.filter(({ subject }) => subject!.includes(number));

describe('service by mail', () => {
  it('is the acceptance by the mail server of the published address, and nothing before it', async () => {
    const noticeId = await file();
    let stateAtTheDoor = '';
    host.answer(
      () => null,
      async () => {
        stateAtTheDoor = (await read(noticeId)).state;
      },
    );
    expect((await onFile('copyright@mgtv.example')).status).toBe(200);
    const notice = await served(noticeId);
    expect(stateAtTheDoor).toBe('awaiting_service');
    expect(notice).toMatchObject({ state: 'served', items: [{ state: 'pending' }] });
    expect(notice.deadlines.map(({ owedBy }: any) => owedBy)).toContain('platform');
    const [mail, ...more] = about(notice);
    expect(more).toEqual([]);
    expect([mail!.to].flat()[0]!.text).toBe('copyright@mgtv.example');
    expect(mail!.text).toMatch(/流浪地球2[^]*https:\/\/www\.mgtv\.com\/b\/[^]*24 hours|working day/);
  });
});
