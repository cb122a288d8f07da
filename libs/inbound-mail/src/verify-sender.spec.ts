import { everyKey, writtenMail } from '../../../test/support/written-mail.js';
import { isSameHouse, type ResolveTxt, verifySender } from './verify-sender.js';

const sender = 'wang@mail.small.example';
const mail = { from: `王五 <${sender}>`, to: 'replies@tongshan.example', subject: '已收到', text: '已收到。' };
const verify = (raw: Buffer, resolve: ResolveTxt = everyKey, from: string | null = sender) =>
  verifySender(raw, from, resolve);
const fails =
  (code: string): ResolveTxt =>
  () =>
    Promise.reject(Object.assign(new Error(code), { code }));

describe('the word of a sender', () => {
  it('counts when its own domain signed it, or the domain above', async () => {
    expect(await verify(await writtenMail(mail, 'mail.small.example'))).toBe('pass');
    expect(await verify(await writtenMail(mail, 'small.example'))).toBe('pass');
  });

  it('does not count unsigned, signed by another, or changed on the way', async () => {
    expect(await verify(await writtenMail(mail))).toBe('none');
    expect(await verify(await writtenMail(mail, 'other.example'))).toBe('fail');
    const changed = (await writtenMail(mail, 'small.example'))
      .toString('latin1')
      .replace(/^Subject: .*$/m, 'Subject: no');
    expect(await verify(Buffer.from(changed, 'latin1'))).toBe('fail');
    const longer = Buffer.concat([await writtenMail(mail, 'small.example'), Buffer.from('and more\r\n')]);
    expect(await verify(longer)).toBe('fail');
  });

  it('does not count where there is no one sender, or signatures without end', async () => {
    const signed = await writtenMail(mail, 'small.example');
    expect(await verify(signed, everyKey, null)).toBe('fail');
    let asked = 0;
    const counting: ResolveTxt = (name) => (asked++, everyKey(name));
    const many = Buffer.concat([...Array.from({ length: 11 }, () => Buffer.from('DKIM-Signature: v=1\r\n')), signed]);
    expect([await verify(many, counting), asked]).toEqual(['fail', 0]);
  });

  it('is open while the key cannot be asked for, and void where there is none', async () => {
    const signed = await writtenMail(mail, 'small.example');
    expect(await verify(signed, fails('ESERVFAIL'))).toBe('unknown');
    expect(await verify(signed, fails('ENOTFOUND'))).toBe('fail');
  });
});

it('a house is a registrable domain, and tenants of one landlord are not one house', () => {
  expect(isSameHouse('a@mail.baidu.com', 'b@baidu.com')).toBe(true);
  expect(isSameHouse('a@x.com.cn', 'b@y.com.cn')).toBe(false);
  expect(isSameHouse('a@one.github.io', 'b@two.github.io')).toBe(false);
});
