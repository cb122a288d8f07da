import { readDuration } from './read-duration.js';

it.each([
  ['PT25H', 90_000_000],
  ['P1D', 86_400_000],
  ['P1DT1H1M1S', 90_061_000],
  ['PT0S', 0],
])('%s is %d milliseconds', (text, milliseconds) => expect(readDuration(text)).toBe(milliseconds));

it.each(['', 'P', 'PT', '25H', 'P1M', '-PT1H', 'PT1.5H', 'P9999D', 'PT25H ', 'P1DT'])('%j is no duration', (text) => {
  expect(readDuration(text)).toBeNaN();
});
