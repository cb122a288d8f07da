import fc from 'fast-check';
import { type Contract, plain, type Schema } from './contract.js';
import type { Memory } from './memory.js';

/** What valid values are made of: the document, what answers have said, and the instant at which the walk began. */
export interface Source {
  contract: Contract;
  memory: Pick<Memory, 'recall' | 'recallAnyone'>;
  /** Bodies with which the stage was made, by operation. */
  made: ReadonlyMap<string, object[]>;
  now: Date;
}

/** One character each, of every kind that a text may hold: marks that turn the direction, halves of faces, line breaks. */
const characters = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'abcXYZ0189 -_./:') },
  { weight: 4, arbitrary: fc.constantFrom(...'网盘影视删除通知（）《》') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('😀', '𠮷', 'é', 'א', '\u202e', '\u200f', '\u200d', '\ufe0f', '\u00a0', '\ufeff'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\n', '\t', '\r', '"', "'", '\\', '<', '&', '%', '`', '$', '{', ';', '\u2028'),
  },
);

/** Any value that the schema allows. */
export function valueOf(source: Source, given: Schema, name: string): fc.Arbitrary<unknown> {
  const { schema, isNullable } = plain(source.contract, given);
  const value = withKnown(source, schema, name, freshOf(source, schema, name));
  return isNullable ? fc.option(value, { freq: 4, nil: null }) : value;
}

function freshOf(source: Source, schema: Schema, name: string): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum.filter((word) => word !== null));
  switch (schema.type) {
    case 'string':
      return textOf(source, schema);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1000 });
    case 'number':
      return fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 1000, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return listOf(source, schema, name);
    case 'object':
      return objectOf(source, schema);
    default:
      return fc.constantFrom('x', 'a b');
  }
}

function objectOf(source: Source, { properties, required = [], additionalProperties }: Schema): fc.Arbitrary<unknown> {
  if (properties) {
    const members = Object.entries(properties).map(([name, schema]) => [name, valueOf(source, schema, name)] as const);
    return fc.record(Object.fromEntries(members), { requiredKeys: required });
  }
  const value =
    typeof additionalProperties === 'object'
      ? valueOf(source, additionalProperties, '')
      : fc.jsonValue({ maxDepth: 2 });
  const key = fc.stringMatching(/^[a-z][a-zA-Z]{0,10}$/);
  return fc.dictionary(key, value, { maxKeys: 3 });
}

/** Mostly short; a long one is costly to make and says no more. */
function listOf(source: Source, { items = {}, minItems = 0, maxItems = 3 }: Schema, name: string) {
  const length = { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 3)) };
  return fc.array(valueOf(source, items, name.replace(/s$/, '')), length);
}

const day = 86_400_000;

function textOf({ now }: Source, { format, pattern, minLength = 0, maxLength = 200 }: Schema): fc.Arbitrary<string> {
  switch (format) {
    case 'uuid':
      return fc.uuid();
    case 'date-time':
      return fc
        .tuple(fc.integer({ min: -400 * day, max: 400 * day }), fc.boolean())
        .map(([away, isLocal]) => instantText(new Date(now.getTime() + away), isLocal));
    case 'email':
      return fc.stringMatching(/^[a-z]{1,12}@[a-z]{1,12}\.test$/);
    default:
  }
  if (pattern) {
    const matching = fc.stringMatching(new RegExp(pattern.startsWith('^') ? pattern : `^a${pattern}$`, 'u'));
    return matching.filter((text) => [...text].length >= minLength && [...text].length <= maxLength);
  }
  const short = fc.string({ unit: characters, minLength, maxLength: Math.max(minLength, Math.min(maxLength, 30)) });
  const longest = fc.constantFrom('长', 'x', '😀').map((character) => character.repeat(maxLength));
  return fc.oneof({ weight: 12, arbitrary: short }, { weight: 1, arbitrary: longest });
}

function instantText(instant: Date, isLocal: boolean): string {
  const text = instant.toISOString();
  if (!isLocal) return text.replace('.000Z', 'Z');
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
}

/** What the document gives as an example, and what answers have said under this name, before what is merely possible. */
function withKnown({ memory }: Source, schema: Schema, name: string, fresh: fc.Arbitrary<unknown>) {
  const isOpenText = schema.type === 'string' && !schema.enum;
  const fits = (values: unknown[]) => values.filter((value) => typeof value === 'string' && fitsText(schema, value));
  const own = isOpenText ? fits([...memory.recall(name), schema.example]) : [];
  const others = isOpenText ? fits(memory.recallAnyone(name)) : [];
  const known = [
    ...(own.length > 0 ? [{ weight: 6, arbitrary: fc.constantFrom(...own) }] : []),
    ...(others.length > 0 ? [{ weight: 1, arbitrary: fc.constantFrom(...others) }] : []),
  ];
  return known.length > 0 ? fc.oneof(...known, { weight: 2, arbitrary: fresh }) : fresh;
}

function fitsText({ format, pattern, minLength = 0, maxLength = Infinity }: Schema, text: string): boolean {
  const length = [...text].length;
  if (length < minLength || length > maxLength) return false;
  if (format === 'uuid' && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return false;
  if (format === 'date-time' && !/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text)) return false;
  return !pattern || new RegExp(pattern, 'u').test(text);
}
