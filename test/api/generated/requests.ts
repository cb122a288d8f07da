import fc from 'fast-check';
import type { Operation, Parameter } from './contract.js';
import { nameOfParameter } from './memory.js';
import { type Source, valueOf } from './values.js';

/** Everything of a request but who asks. */
export interface Request {
  /** Already in the form in which it stands in an address. */
  ids: Record<string, string>;
  query: Array<[string, string]>;
  headers: Record<string, string>;
  /** Undefined: none. A text goes as it is. */
  body: unknown;
}

/** What is asked of one operation alone, instead of all that its schema allows; each with its reason. */
const narrowed: Record<string, Partial<Record<keyof Request, fc.Arbitrary<any>>>> = {
  // the clock never goes back, and what becomes due in a year would take the walk a year
  // up to 25 seconds of messages to a receiver: test/webhooks plays that with receivers that answer
  'POST /v1/webhook-endpoints/{id}/check': { ids: fc.uuid().map((id) => ({ id })) },
  'POST /v1/sandbox/clock': {
    body: fc.constantFrom({ advance: 'PT1S' }, { advance: 'PT0S' }, { set: '2020-01-01T00:00:00Z' }),
  },
};

/** Requests that the document calls valid. */
export function validRequest(source: Source, operation: Operation): fc.Arbitrary<Request> {
  const { parameters, body, path, name } = operation;
  const at = (place: Parameter['in']) => parameters.filter((parameter) => parameter.in === place);
  const valuesOf = (place: Parameter['in']) => {
    const known = at(place).filter(({ name: asked }) => asked !== 'after' || source.memory.recall('next').length > 0);
    const [required, optional] = [true, false].map((is) => known.filter((one) => (one.required ?? false) === is));
    // two filters at once still find something; ten find nothing
    return fc.shuffledSubarray(optional!, { maxLength: Math.min(2, optional!.length) }).chain((some) => {
      const values = [...required!, ...some].map((one) => [one.name, parameterOf(source, path, one)] as const);
      return fc.record(Object.fromEntries(values));
    });
  };
  return fc.record({
    ids: valuesOf('path').map((ids) => mapValues(ids, encodeURIComponent)),
    query: valuesOf('query').map((values) => Object.entries(values)),
    headers: valuesOf('header').map((values) => mapValues(values, headerSafe)),
    body: body ? bodyOf(source, name, body) : fc.constant(undefined),
    ...narrowed[name],
  });
}

/** An id is mostly one of what exists, now and then one of nothing; nobody can make up a cursor. */
function parameterOf(source: Source, path: string, { name, schema }: Parameter): fc.Arbitrary<string> {
  if (name === 'after' && !schema.pattern) return fc.constantFrom(...source.memory.recall('next'));
  return valueOf(source, schema, nameOfParameter(path, name)).map(String);
}

const mapValues = (values: Record<string, string | undefined>, change: (text: string) => string) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value!)]));
const headerSafe = (text: string) => text.replace(/[^ -~]/g, '');

function bodyOf(
  source: Source,
  name: string,
  { mediaType, schema, isRequired }: NonNullable<Operation['body']>,
): fc.Arbitrary<unknown> {
  const body = mediaType.endsWith('json')
    ? withMade(source, name, valueOf(source, schema, ''))
    : fc.constantFrom('本片为原创', 'x').map(mediaType === 'multipart/form-data' ? formWith : mailWith);
  return isRequired ? body : fc.option(body, { nil: undefined });
}

/** As the stage was made, as it could be, or the one with something of the other. */
function withMade({ made }: Source, name: string, possible: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const bodies = made.get(name) ?? [];
  if (bodies.length === 0) return possible;
  const known = fc.constantFrom(...bodies);
  const mixed = fc.tuple(known, possible, fc.nat()).map(([base, other, choice]) => {
    const members = Object.entries(other as object);
    return members.length > 0 ? { ...base, ...Object.fromEntries([members[choice % members.length]!]) } : base;
  });
  return fc.oneof({ weight: 2, arbitrary: known }, { weight: 2, arbitrary: mixed }, { weight: 3, arbitrary: possible });
}

export const boundary = 'a-boundary-of-the-walk';

/** A form with one text file. */
export function formWith(content: string): string {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="proof.txt"\r\nContent-Type: text/plain\r\n\r\n`;
  return `${head}${content}\r\n--${boundary}--\r\n`;
}

const mailWith = (content: string) =>
  `From: someone@elsewhere.test\r\nTo: notices@tongshan.test\r\nSubject: x\r\nMessage-ID: <${content.length}@elsewhere.test>\r\n\r\n${content}\r\n`;
