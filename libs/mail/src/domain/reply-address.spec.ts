import { lettersNamedIn, replyAddress, replyTokensIn } from './reply-address.js';

const base = 'replies@tongshan.example';
const token = '0123456789abcdef0123456789abcdef';

it('an answer is known by the token in the address that it went to', () => {
  expect(replyAddress(base, token)).toBe(`replies+${token}@tongshan.example`);
  const own = replyAddress(base, token);
  expect(replyTokensIn([own, own.toUpperCase(), 'else@tongshan.example'], base)).toEqual([token]);
});

it.each([
  base,
  `replies+${token}@other.example`,
  `other+${token}@tongshan.example`,
  `replies+${token}0@tongshan.example`,
])('%s carries none', (address) => expect(replyTokensIn([address], base)).toEqual([]));

it('a letter is known by its Message-ID, wherever a mail server quotes it', () => {
  const id = '01939a3c-7d2e-7000-8000-0123456789ab';
  const quoted = Buffer.from(
    `Message-ID: <${id}@letters.tongshan>\r\nReferences: <${id.toUpperCase()}@Letters.Tongshan> <x@y>`,
  );
  expect(lettersNamedIn(quoted)).toEqual([id]);
});
