import { type Contract, type Operation, plain, type Schema } from './contract.js';

/** Lawful formats that are bounded by themselves; a file has the bound of uploads. */
const boundedFormats = ['uuid', 'date-time', 'binary'];

/** What may be of any shape, and why: its size and depth are those of every body. */
const open = [
  // a receipt of whatever kind is held against its signature; what is none of ours is told so
  'POST /v1/receipts/verification.content',
  'POST /v1/receipts/verification.receipt',
  // another system's format, of which a megabyte is taken
  'POST /v1/interchange/xarf',
];

/** Every place of every request in which a value could be as large as its sender likes. */
export function unboundedIn(contract: Contract, operations: readonly Operation[]): string[] {
  const places = operations.flatMap(({ name, parameters, body }) => [
    ...parameters.flatMap((parameter) => placesIn(`${name} ?${parameter.name}`, parameter.schema)),
    ...(body ? placesIn(name, body.schema) : []),
  ]);
  return places.filter((place) => !open.includes(place));

  function placesIn(place: string, given: Schema): string[] {
    const { schema } = plain(contract, given);
    if (schema.properties)
      return Object.entries(schema.properties).flatMap(([name, member]) => placesIn(`${place}.${name}`, member));
    const own = isBounded(schema) ? [] : [place];
    const values = [schema.items, schema.additionalProperties].filter((one) => typeof one === 'object');
    return [...own, ...values.flatMap((one) => placesIn(`${place}[]`, one))];
  }
}

function isBounded({ type, enum: words, const: word, format = '', ...bounds }: Schema): boolean {
  if (words || word !== undefined || type === 'boolean') return true;
  if (type === 'string')
    return bounds.maxLength !== undefined || boundedFormats.includes(format) || isShort(bounds.pattern);
  if (type === 'integer' || type === 'number') return bounds.minimum !== undefined && bounds.maximum !== undefined;
  if (type === 'array') return bounds.maxItems !== undefined && bounds.items !== undefined;
  return type === 'object' && bounds.maxProperties !== undefined && typeof bounds.additionalProperties === 'object';
}

/** Without anything that repeats as often as one likes. */
function isShort(pattern: string | undefined): boolean {
  return pattern !== undefined && /^\^.*\$$/.test(pattern) && !/[*+]|,\}/.test(pattern);
}
