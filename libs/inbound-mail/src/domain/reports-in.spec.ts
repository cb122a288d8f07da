import { writtenMail } from '../../../../test/support/written-mail.js';
import { readMessage } from './read-message.js';
import { reportsIn } from './reports-in.js';

const from = 'bot@studio.example';
const xarf = '{"xarf_version": "4.0.0"}';
const acns = '<Infringement xmlns="http://www.acns.net/ACNS">\r\n<Case/>\r\n</Infringement>';
const found = async (mail: object) =>
  reportsIn(await readMessage(await writtenMail({ from, text: 'see below', ...mail }))).map(({ format, bytes }) => [
    format,
    bytes.toString().replaceAll('\r\n', '\n'),
  ]);
const attached = (filename: string, content: string, contentType?: string) => ({
  attachments: [{ filename, content, contentType }],
});

describe('a report in a message', () => {
  it('is found where it is attached, whatever its type or its name is', async () => {
    expect(await found(attached('report.json', xarf))).toEqual([['xarf', xarf]]);
    expect(await found(attached('report', xarf, 'application/vnd.xarf+json'))).toEqual([['xarf', xarf]]);
    expect(await found(attached('notice.xml', acns))).toEqual([['acns', acns.replaceAll('\r\n', '\n')]]);
  });

  it('is found where it is the text, or in it', async () => {
    expect(await found({ text: `  ${xarf}` })).toEqual([['xarf', xarf]]);
    const marked = `Dear provider,\n- ----Start ACNS XML\n<?xml version="1.0"?>\n${acns}\n- ----End ACNS XML\nRegards`;
    expect(await found({ text: marked })).toEqual([['acns', acns.replaceAll('\r\n', '\n')]]);
  });

  it.each([
    ['other JSON', attached('data.json', '{"a": 1}')],
    ['other XML', attached('data.xml', '<a/>')],
    ['a picture that holds the word', attached('a.png', xarf)],
    ['an end before its beginning', { text: '</Infringement> <Infringement>' }],
  ])('is not %s', async (_what, mail) => expect(await found(mail)).toEqual([]));
});
