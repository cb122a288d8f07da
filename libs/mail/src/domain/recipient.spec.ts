import { isPlainRecipient } from './recipient.js';

describe('a recipient', () => {
  it.each(['a@example.com', 'zhang.san+ts@mail.例子.中国', "o'brien@example.com"])('can be %s', (text) => {
    expect(isPlainRecipient(text)).toBe(true);
  });

  it.each([
    'a@example.com, b@example.com',
    'a@example.com\r\nBcc: b@example.com',
    '"a b"@example.com',
    'A <a@example.com>',
    'a@example.com>',
    '-oQ/tmp@example.com',
    'a@b@example.com',
    'a',
    '@example.com',
    '',
    `${'a'.repeat(300)}@example.com`,
  ])('cannot be %j', (text) => {
    expect(isPlainRecipient(text)).toBe(false);
  });
});
