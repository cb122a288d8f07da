import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Contract, Schema } from './contract.js';

/** What is wrong with a value by a schema of the document, or null. */
export type Check = (schema: Schema, value: unknown) => string | null;

/** Holds values against the schemas of the document, closed: a member that is not documented is a fault. */
export function strictCheck({ components }: Contract): Check {
  const ajv = new Ajv2020({ strict: false, validateFormats: true });
  addFormats.default(ajv);
  ajv.addFormat('binary', true);
  ajv.addSchema({ $id: 'contract', components: closed({ schemas: components.schemas }) as object });
  const compiled = new WeakMap<Schema, ReturnType<typeof ajv.compile>>();
  return (schema, value) => {
    const validate = compiled.get(schema) ?? ajv.compile(closed(schema) as object);
    compiled.set(schema, validate);
    return validate(value) ? null : said(validate.errors![0]!);
  };
}

function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [
    name,
    name === '$ref' ? `contract${member as string}` : closed(member),
  ]);
  const isOpenShape =
    'properties' in value && typeof value.properties === 'object' && !('additionalProperties' in value);
  return { ...Object.fromEntries(members), ...(isOpenShape && 'type' in value && { additionalProperties: false }) };
}

function said({ instancePath, message, params }: ErrorObject): string {
  const { additionalProperty, allowedValues } = params as { additionalProperty?: string; allowedValues?: string[] };
  return `${instancePath || '/'} ${message}${additionalProperty ? `: ${additionalProperty}` : ''}${allowedValues ? `: ${allowedValues.join(', ').slice(0, 100)}` : ''}`;
}
