import { Turns } from './turns.js';

it('runs a few at once, keeps some in line, and sends the rest away with 503', async () => {
  const turns = new Turns(2, 1);
  const ends: Array<() => void> = [];
  let running = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++running);
    await new Promise<void>((resolve) => ends.push(resolve));
    running--;
  };
  const taken = [turns.take(work), turns.take(work), turns.take(work)];
  await expect(turns.take(work)).rejects.toMatchObject({ code: 'unavailable', details: { retryAfterSeconds: 2 } });
  while (ends.length > 0) {
    ends.shift()!();
    await new Promise(setImmediate);
  }
  await Promise.all(taken);
  expect(most).toBe(2);
});

it('a failure frees its place', async () => {
  const turns = new Turns(1, 0);
  await expect(turns.take(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(turns.take(() => Promise.resolve('yes'))).resolves.toBe('yes');
});
