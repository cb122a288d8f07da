import { nextSpan } from './trace.js';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const given = `00-${traceId}-00f067aa0ba902b7-01`;

it('goes on in the trace of the caller, as a span of its own', () => {
  const span = nextSpan(given);
  expect(span).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`));
  expect(span).not.toBe(given);
  expect(nextSpan(span).slice(0, 36)).toBe(span.slice(0, 36));
});

it('keeps whether the caller records, and nothing else of its flags', () => {
  expect(nextSpan(given.replace(/01$/, '00'))).toMatch(/-00$/);
  expect(nextSpan(given.replace(/01$/, 'ff'))).toMatch(/-01$/);
});

it('takes of a later version what it knows', () => {
  expect(nextSpan(`cc-${traceId}-00f067aa0ba902b7-01-what-comes-later`)).toContain(traceId);
});

it.each([
  ['nothing', undefined],
  ['two headers', [given, given]],
  ['capitals', given.toUpperCase()],
  ['a trace of zeros', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`],
  ['a parent of zeros', `00-${traceId}-${'0'.repeat(16)}-01`],
  ['version ff', given.replace(/^00/, 'ff')],
  ['more than version 00 has', `${given}-00`],
  ['text', 'select 1'],
])('begins a trace of its own on %s', (_what, header) => {
  const span = nextSpan(header);
  expect(span).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  expect(span).not.toContain(traceId);
});
