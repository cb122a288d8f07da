import { deliveryReport, writtenMail } from '../../../../test/support/written-mail.js';
import { speakerOf } from './kind-of-message.js';
import { readMessage } from './read-message.js';

const raw = (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'));
const from = '王五 <wang@small.example>';
const to = 'replies+0123@tongshan.example';

describe('a message', () => {
  it('is read with its sender, whom it reached, its text and what came with it', async () => {
    const mail = await writtenMail({
      from,
      to,
      subject: '回复：侵权通知',
      text: '已收到。',
      attachments: [{ filename: '说明.pdf', content: Buffer.from('%PDF') }],
    });
    const delivered = Buffer.concat([
      raw('Delivered-To: Box+7@tongshan.example\nReturn-Path: <wang@x.example>\n'),
      mail,
    ]);
    expect(await readMessage(delivered)).toMatchObject({
      sender: 'wang@small.example',
      recipients: ['box+7@tongshan.example', to],
      subject: '回复：侵权通知',
      text: expect.stringContaining('已收到。'),
      attachments: [{ name: '说明.pdf', mediaType: 'application/pdf', size: 4 }],
      hasNoReturn: false,
    });
  });

  it.each([
    ['two people', 'From: a@small.example, b@small.example\n\nhi'],
    ['two lines', 'From: a@small.example\nFrom: b@small.example\n\nhi'],
    ['nobody', 'Subject: hi\n\nhi'],
  ])('from %s has no sender', async (_whom, text) => {
    expect((await readMessage(raw(text))).sender).toBeNull();
  });

  it('in a hostile encoding is a text that a database takes', async () => {
    const text =
      'From: a@small.example\nContent-Type: text/plain; charset=x-no-such\nSubject: =?utf-8?B?AGEA?=\n\n\u0000\ud800';
    const message = await readMessage(raw(text));
    expect(`${message.subject}${message.text}`).not.toContain('\u0000');
    expect(message.text.isWellFormed()).toBe(true);
  });

  it('keeps archives and embedded messages shut', async () => {
    const inner = 'From: x@small.example\nSubject: inner\n\ninner text';
    const mail = await writtenMail({
      from,
      text: 'outer',
      attachments: [
        { filename: 'a.zip', content: Buffer.from('PK\u0003\u0004') },
        { filename: 'a.eml', contentType: 'message/rfc822', content: inner },
      ],
    });
    const { text, attachments } = await readMessage(mail);
    expect(text.trim()).toBe('outer');
    expect(attachments.map(({ mediaType }) => mediaType)).toEqual(['application/zip', 'message/rfc822']);
  });

  it.each([
    [
      'of a hundred parts',
      `From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n${'--x\n\na\n'.repeat(150)}--x--\n`,
    ],
    ['with a header beyond measure', `From: a@b.example\n${'X-A: b\n'.repeat(60_000)}\nhi`],
    ['of boxes in boxes', nested(150)],
  ])('%s is refused', async (_what, text) => {
    await expect(readMessage(raw(text))).rejects.toThrow();
  });
});

function nested(depth: number): string {
  const boxes = Array.from(
    { length: depth },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
  );
  return `From: a@b.example\n${boxes.join('')}\nhi\n`;
}

describe('who speaks', () => {
  const speaks = async (mail: Buffer) => speakerOf(await readMessage(mail));
  const about = { to, messageId: '<a@letters.tongshan>' };

  it.each(['failed', 'delayed', 'delivered'] as const)('is a mail server that says: %s', async (action) => {
    expect(await speaks(deliveryReport({ ...about, action }))).toEqual({ kind: 'bounce', fate: action });
  });

  it('is a mail server that says it in a form of its own', async () => {
    expect(await speaks(raw('Return-Path: <>\nFrom: a@b.example\n\nno such user'))).toEqual({
      kind: 'bounce',
      fate: 'unclear',
    });
    expect(await speaks(raw('From: MAILER-DAEMON@b.example\n\nno such user'))).toEqual({
      kind: 'bounce',
      fate: 'unclear',
    });
  });

  it('is a program that answers by itself', async () => {
    expect(await speaks(raw('From: a@b.example\nAuto-Submitted: auto-replied (vacation)\n\naway'))).toEqual({
      kind: 'auto_reply',
    });
    const read =
      'From: a@b.example\nContent-Type: multipart/report; report-type=disposition-notification; boundary=x\n\n--x--';
    expect(await speaks(raw(read))).toEqual({ kind: 'auto_reply' });
  });

  it('is somebody', async () => {
    expect(await speaks(await writtenMail({ from, to, text: '已收到' }))).toEqual({ kind: 'somebody' });
    expect(await speaks(raw('From: a@b.example\nAuto-Submitted: auto-generated\n\nreport'))).toEqual({
      kind: 'somebody',
    });
  });
});
