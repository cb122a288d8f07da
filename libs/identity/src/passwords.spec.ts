import { hashPassword, isPasswordRight } from './passwords.js';

it('knows a password however its accents were typed', async () => {
  const stored = await hashPassword('caf\u00e9 au lait');
  expect(await isPasswordRight(stored, 'cafe\u0301 au lait')).toBe(true);
  expect(await isPasswordRight(stored, 'cafe au lait')).toBe(false);
});

it('finds no password right where there is none', async () => {
  expect(await isPasswordRight(null, '')).toBe(false);
});

it('turns a flood away instead of letting it wait for ever', async () => {
  const answers = await Promise.allSettled(Array.from({ length: 205 }, () => isPasswordRight('not a hash', 'x')));
  const refused = answers.filter((a) => a.status === 'rejected' && a.reason.code === 'rate_limited');
  expect(refused).toHaveLength(3);
  expect(await isPasswordRight(await hashPassword('still working'), 'still working')).toBe(true);
});
