import fc from 'fast-check';
import type { Operation, Parameter } from './contract.js';
import { boundary, formWith, type Request, validRequest } from './requests.js';
import type { Check } from './strict.js';
import { type Source } from './values.js';

/** A request with something wrong in one place. */
export interface Damaged extends Request {
  /** Said when the answer is a fault. */
  what: string;
  /** Whether the document calls it invalid: then it must not be done. Else it must only be answered. */
  isInvalid: boolean;
}

type Damage = fc.Arbitrary<(request: Request) => Damaged>;

/** Valid requests, each damaged in one place: body, query, path, headers. */
export function damagedRequest(source: Source, operation: Operation, check: Check): fc.Arbitrary<Damaged> {
  const { body, parameters } = operation;
  const query = parameters.filter((parameter) => parameter.in === 'query');
  const path = parameters.filter((parameter) => parameter.in === 'path');
  const isForm = body?.mediaType === 'multipart/form-data';
  const isJson = body?.mediaType.endsWith('json') === true;
  const ways: Array<{ weight: number; arbitrary: Damage } | false> = [
    body !== null && isJson && { weight: 8, arbitrary: inBody(body, check) },
    body !== null && { weight: 2, arbitrary: wholeBody },
    isForm && { weight: 8, arbitrary: inForm },
    query.length > 0 && { weight: 6, arbitrary: inQuery(query) },
    path.length > 0 && { weight: 2, arbitrary: inPath(path) },
    { weight: 2, arbitrary: inHeaders },
  ];
  return fc
    .tuple(validRequest(source, operation), fc.oneof(...ways.filter((way) => way !== false)))
    .map(([request, damage]) => damage(request));
}

const nested = Array.from({ length: 30 }).reduce<unknown>((inner) => [inner], 'x');

/** What is put where something else belongs. */
const oddities: unknown[] = [
  null,
  true,
  7,
  -1,
  0.5,
  9_007_199_254_740_992,
  1e300,
  '',
  ' ',
  [],
  {},
  [null],
  [[]],
  { length: 1 },
  nested,
  'x'.repeat(20_000),
  'nonsense',
  '-1',
  'NaN',
  '\u0000',
  'a\u0007b',
  'a\ud800b',
  '\u202e',
  '2026-02-30T00:00:00Z',
  '2026-11-23T10:00:00',
  '+99999-01-01T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '00000000-0000-0000-0000-000000000000',
  '__proto__',
  { toString: 'x' },
  { constructor: { prototype: {} } },
];

type Place = string[];

function inBody({ schema }: NonNullable<Operation['body']>, check: Check): Damage {
  const change = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...oddities).map((oddity) => ({ kind: 'set', oddity }) as const) },
    { weight: 2, arbitrary: fc.constant({ kind: 'leave out' } as const) },
    { weight: 2, arbitrary: fc.constantFrom({ kind: 'add' }, { kind: 'repeat' } as const) },
  );
  return fc.tuple(fc.nat(), change).map(([choice, { kind, ...more }]) => (request: Request) => {
    const body = structuredClone(request.body ?? {});
    const places = placesIn(body);
    const place = places[choice % places.length]!;
    const changed = alter(body, place, (there) => {
      if (kind === 'set') return 'oddity' in more ? more.oddity : undefined;
      if (kind === 'leave out') return undefined;
      if (kind === 'repeat' && Array.isArray(there)) return Array.from({ length: 5_001 }, () => there[0] ?? 'x');
      return typeof there === 'object' && there !== null && !Array.isArray(there) ? { ...there, nonsense: 1 } : [there];
    });
    // a body that is left out altogether is a matter of its own: see below
    const sent = changed === undefined ? null : changed;
    const what = `${kind} at #/${place.join('/')}${'oddity' in more ? `: ${JSON.stringify(more.oddity).slice(0, 40)}` : ''}`;
    return {
      ...request,
      body: sent === null ? 'null' : sent,
      what,
      isInvalid: check(schema, sent) !== null || !isPrintable(sent),
    };
  });
}

/** Every place in a value, itself among them. */
function placesIn(value: unknown, place: Place = []): Place[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [place, ...inner.flatMap(([name, member]) => placesIn(member, [...place, name]))];
}

function alter(value: unknown, [name, ...rest]: Place, change: (there: unknown) => unknown): unknown {
  if (name === undefined) return change(value);
  const members = value as Record<string, unknown>;
  const changed = alter(members[name], rest, change);
  if (changed !== undefined) members[name] = changed;
  else if (Array.isArray(value)) value.splice(Number(name), 1);
  else delete members[name];
  return value;
}

/** Every text is refused that holds control characters or halves of pairs, which the schemas leave unsaid. */
function isPrintable(value: unknown): boolean {
  if (typeof value === 'string') return /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ud800-\udfff]*$/u.test(value);
  return typeof value !== 'object' || value === null || Object.entries(value).flat().every(isPrintable);
}

const wholeBody: Damage = fc
  .constantFrom(
    { body: '{' },
    { body: 'null' },
    { body: '[]' },
    { body: '"x"' },
    { body: '{"a":1}{' },
    { body: '{"__proto__":{"isAdmin":true}}' },
    { body: '{"nonsense":1e999}' },
    { body: `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}` },
    { body: '\ufeff{"nonsense":1}' },
    { body: '<x/>', type: 'application/xml' },
    { body: 'a=1', type: 'application/x-www-form-urlencoded' },
    { body: '{}', type: 'text/plain' },
    { body: '{}', type: 'nonsense' },
    { body: 'x', type: 'multipart/form-data' },
    { body: '--b--', type: 'multipart/form-data; boundary=b' },
  )
  .map(({ body, type = 'application/json' }: { body: string; type?: string }) => (request: Request) => {
    const what = `the body ${body.slice(0, 40)} as ${type}`;
    return { ...request, body, headers: { ...request.headers, 'content-type': type }, what, isInvalid: true };
  });

const inForm: Damage = fc
  .constantFrom(
    ['another field', formWith('x').replace('name="file"', 'name="other"')],
    ['no end', formWith('x').slice(0, -10)],
    ['an empty file', formWith('')],
    ['no part', `--${boundary}--\r\n`],
    ['no headers', `--${boundary}\r\n\r\nx\r\n--${boundary}--\r\n`],
    ['two files', formWith('x').replace(`--${boundary}--\r\n`, '') + formWith('y')],
  )
  .map(([what, body]) => (request: Request) => ({ ...request, body, what: what!, isInvalid: true }));

function inQuery(parameters: Parameter[]): Damage {
  const wrong = fc.constantFrom(
    '',
    '\u0000',
    'nonsense\u0007',
    '-1',
    '1e400',
    '0.5',
    '9007199254740993',
    'x'.repeat(4_100),
    '[object Object]',
  );
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.constantFrom(...parameters), wrong)
        .map(([{ name, schema }, value]) => asked([[name, value]], isWrong(schema, name, value), name)),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...parameters).map(({ name }) =>
        asked(
          [
            [name, '1'],
            [name, '2'],
          ],
          true,
          name,
        ),
      ),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('nonsense', `${parameters[0]!.name}[a]`)
        .map((name) => asked([[name, '1']], true, name)),
    },
  );
}

function asked(pairs: Array<[string, string]>, isInvalid: boolean, replaced: string) {
  return (request: Request): Damaged => {
    const query = [...request.query.filter(([name]) => name !== replaced), ...pairs];
    return {
      ...request,
      query,
      what: `?${pairs
        .map((pair) => pair.join('='))
        .join('&')
        .slice(0, 60)}`,
      isInvalid,
    };
  };
}

/** By the bounds that the document gives. */
function isWrong(
  {
    type,
    enum: words,
    format,
    pattern,
    minLength = 0,
    maxLength = Infinity,
    minimum = 0,
    maximum = Infinity,
  }: Parameter['schema'],
  name: string,
  value: string,
): boolean {
  if (name === 'after' || !isPrintable(value)) return true;
  if (type === 'integer') return !/^\d+$/.test(value) || Number(value) < minimum || Number(value) > maximum;
  if (words) return !words.includes(value);
  if (format) return true;
  if (pattern && !new RegExp(pattern, 'u').test(value)) return true;
  return value.length < minLength || value.length > maxLength;
}

function inPath(parameters: Parameter[]): Damage {
  const wrong = fc.constantFrom(
    'not-an-id',
    '%00',
    '%ff',
    '%',
    '%2e%2e%2fme',
    '0',
    'x'.repeat(400),
    '%F0%9F%98%80',
    '%27%20or%201=1',
  );
  return fc.tuple(fc.constantFrom(...parameters), wrong).map(([{ name }, value]) => (request: Request) => {
    return {
      ...request,
      ids: { ...request.ids, [name]: value },
      what: `${name} is ${value.slice(0, 40)}`,
      isInvalid: /id$/i.test(name),
    };
  });
}

const inHeaders: Damage = fc
  .constantFrom(
    ['idempotency-key', 'a b'],
    ['idempotency-key', 'k'.repeat(256)],
    ['idempotency-key', 'é'],
    ['if-match', 'W/"x"'],
    ['if-match', '"999999"'],
    ['if-match', '"9999999999999"'],
    ['if-none-match', '*'],
    ['traceparent', 'nonsense'],
    ['traceparent', '00-00000000000000000000000000000000-0000000000000000-00'],
    ['accept-language', 'xx,;q=,\u00e9'],
    ['accept-language', `${'en-'.repeat(2_000)}zh`],
    ['accept', 'application/xml'],
    ['accept', 'text/csv;q=nonsense, */*'],
    ['x-request-id', '../../etc/passwd'],
    ['last-event-id', '-1'],
    ['last-event-id', '99999999999999999999'],
    ['range', 'bytes=9-1'],
    ['range', 'bytes=0-0'],
    ['origin', 'https://elsewhere.example'],
    ['cookie', 'tongshan=nonsense; tongshan=%00'],
    ['x-forwarded-for', '::ffff:999.1.1.1, nonsense'],
  )
  .map(([name, value]) => (request: Request) => {
    return {
      ...request,
      headers: { ...request.headers, [name!]: value! },
      what: `${name}: ${value!.slice(0, 40)}`,
      isInvalid: false,
    };
  });
