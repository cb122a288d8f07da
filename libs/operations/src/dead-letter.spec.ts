import { errorWithoutAddresses } from './dead-letter.js';

it('what a server said is told without whom it said it about, in one line', () => {
  expect(errorWithoutAddresses('EENVELOPE: 550 <zhang.san@example.cn>: no such user\n    at Socket')).toBe(
    'EENVELOPE: 550 <…@…>: no such user',
  );
  expect(errorWithoutAddresses(null)).toBeNull();
  expect(errorWithoutAddresses('x'.repeat(1000))).toHaveLength(300);
});
