import type { ParsedMail } from 'mailparser';
import { eventually, startTestApp, type TestApp } from '../support/app.js';
import { complaintAbout, pasted } from '../support/complaints.js';
import { linkIn, openPage } from '../support/mail-page.js';
import { type MailHost, startMailHost } from '../support/smtp.js';

/** The address that is published for the platform of the stage. */
export const address = 'copyright@mgtv.example';

/** The product with a mail server, and a platform that has not joined. */
export async function startMailStage() {
  const host: MailHost = await startMailHost();
  const app: TestApp = await startTestApp({ environment: { MAIL_URL: host.url } });
  const { body: known } = await app.by('operator').get('/v1/platforms?q=mgtv');
  const platformId = known.data[0].id as string;

  const onFile = async (contactEmail: string | null) => {
    const { status } = await app.by('operator').send('PATCH', `/v1/platforms/${platformId}`, { contactEmail });
    expect(status).toBe(200);
  };
  async function file(changes: Record<string, unknown> = {}, texts = [pasted.notJoined()]) {
    const { status, body } = await app.by('rights').post('/v1/complaints', complaintAbout(texts, changes));
    expect([status, body.notices?.[0].state]).toEqual([201, 'awaiting_service']);
    return body.notices[0].id as string;
  }
  const read = async (noticeId: string) => (await app.by('rights').get(`/v1/notices/${noticeId}`)).body;
  const log = async (noticeId: string): Promise<any[]> =>
    (await app.by('rights').get(`/v1/notices/${noticeId}/events`)).body.data;
  const typesOf = async (noticeId: string): Promise<string[]> => (await log(noticeId)).map(({ type }) => type);
  const served = (noticeId: string) =>
    eventually(async () => {
      const notice = await read(noticeId);
      return notice.state !== 'awaiting_service' && notice;
    });
  const about = ({ number }: { number: string }): ParsedMail[] =>
    host.messages.filter(({ subject }) => subject!.includes(number));
  const services = async (noticeId: string): Promise<any[]> => {
    const { body } = await app.by('operator').get('/v1/mail/services');
    return body.data.filter((row: any) => row.noticeId === noticeId);
  };
  /** A notice that was served by mail, and the page behind its link. */
  async function opened(changes?: Record<string, unknown>, texts?: string[]) {
    const notice = await served(await file(changes, texts));
    const link = linkIn(about(notice)[0]!, app.url);
    return { notice, link, page: await openPage(link) };
  }
  async function close() {
    await app.close();
    await host.close();
  }
  return { app, host, platformId, onFile, file, read, log, typesOf, served, about, services, opened, close };
}
