interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
  allOf?: Schema[];
  anyOf?: Schema[];
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
}

interface Body {
  required?: boolean;
  content?: Record<string, { schema?: Schema }>;
}

interface Operation {
  parameters?: Parameter[];
  requestBody?: Body;
  responses: Record<string, Body>;
}

export interface Contract {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** Which way a value travels: what a caller sends must still be taken, what it reads must still be there. */
type Way = 'sent' | 'answered';

/** What a program written for `before` would trip over in `after`, one sentence each; additions are no fault. */
export function breakingChanges(before: Contract, after: Contract): string[] {
  const faults = new Set<string>();
  for (const [path, operations] of Object.entries(before.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const place = `${method.toUpperCase()} ${path}`;
      const successor = after.paths[path]?.[method];
      if (successor) compareOperations(place, operation, successor);
      else faults.add(`${place} is gone`);
    }
  }
  return [...faults];

  function compareOperations(place: string, old: Operation, now: Operation): void {
    for (const parameter of old.parameters ?? []) {
      const same = now.parameters?.find(({ name, in: where }) => name === parameter.name && where === parameter.in);
      if (!same) faults.add(`${place}: the parameter ${parameter.name} is gone`);
      else compare(`${place} ?${parameter.name}`, 'sent', parameter.schema, same.schema);
    }
    for (const { name, required, in: where } of now.parameters ?? []) {
      const was = old.parameters?.find((parameter) => parameter.name === name && parameter.in === where);
      if (required && !was?.required) faults.add(`${place}: the parameter ${name} is now required`);
    }
    if (now.requestBody?.required && !old.requestBody?.required) faults.add(`${place}: a body is now required`);
    compareBodies(`${place} body`, 'sent', old.requestBody, now.requestBody);
    for (const [status, answer] of Object.entries(old.responses)) {
      const same = now.responses[status];
      if (same) compareBodies(`${place} ${status}`, 'answered', answer, same);
      else if (!isRefusal(status)) faults.add(`${place}: the answer ${status} is gone`);
    }
  }

  function compareBodies(place: string, way: Way, old: Body | undefined, now: Body | undefined): void {
    for (const [type, { schema }] of Object.entries(old?.content ?? {})) {
      const same = now?.content?.[type];
      if (same) compare(place, way, schema, same.schema);
      else faults.add(`${place}: ${type} is gone`);
    }
  }

  function compare(
    place: string,
    way: Way,
    oldOne: Schema | undefined,
    newOne: Schema | undefined,
    seen: readonly string[] = [],
  ): void {
    if (!oldOne || !newOne) return;
    const [old, now] = [plain(before, oldOne), plain(after, newOne)];
    const name = referenceIn(oldOne);
    if (name && seen.includes(name)) return;
    const trail = name ? [...seen, name] : seen;
    compareTypes(place, way, old, now);
    compareWords(place, way, old, now);
    for (const [member, schema] of Object.entries(old.properties ?? {})) {
      const same = now.properties?.[member];
      if (same) compare(`${place}.${member}`, way, schema, same, trail);
      else faults.add(`${place}.${member} is gone`);
    }
    if (way === 'sent') {
      for (const member of now.required ?? [])
        if (!old.required?.includes(member)) faults.add(`${place}.${member} is now required`);
    } else {
      for (const member of old.required ?? [])
        if (now.properties?.[member] && !now.required?.includes(member)) faults.add(`${place}.${member} can be absent`);
    }
    compare(`${place}[]`, way, old.items, now.items, trail);
  }

  function compareTypes(place: string, way: Way, old: Schema, now: Schema): void {
    const [were, are] = [typesOf(old), typesOf(now)];
    const [narrow, wide] = way === 'sent' ? [were, are] : [are, were];
    const isFine = wide.length === 0 || narrow.every((type) => wide.includes(type));
    if (!isFine || old.format !== now.format) faults.add(`${place} was ${saidOf(old)}, is ${saidOf(now)}`);
  }

  function compareWords(place: string, way: Way, old: Schema, now: Schema): void {
    if (way === 'answered' && old.enum && !now.enum) return void faults.add(`${place} is no closed list any more`);
    const [were, are] = [old.enum ?? [], now.enum ?? []];
    if (way === 'sent' && now.enum && !old.enum) faults.add(`${place} takes only ${are.join(', ')} now`);
    const lost = now.enum ? were.filter((word) => !are.includes(word)) : [];
    if (lost.length > 0) faults.add(`${place}: ${lost.join(', ')} is gone`);
  }
}

/** One that comes no more trips nobody, and a new one has the shape of `default`. */
function isRefusal(status: string): boolean {
  return /^[45]/.test(status);
}

/** Without its references, and what can be null without that wrapping. */
function plain(contract: Contract, schema: Schema): Schema {
  if (schema.$ref) return plain(contract, contract.components.schemas[schema.$ref.split('/').at(-1)!]!);
  const variants = schema.anyOf ?? schema.allOf;
  if (!variants) return schema;
  const isNullable = variants.some(({ type }) => type === 'null');
  const value = variants.find(({ type }) => type !== 'null');
  const found = plain(contract, value!);
  return isNullable ? { ...found, type: [...typesOf(found), 'null'] } : found;
}

/** The component that a schema is, or is when it is not null. */
function referenceIn({ $ref, anyOf, allOf }: Schema): string {
  return $ref ?? (anyOf ?? allOf)?.find((variant) => variant.$ref)?.$ref ?? '';
}

function typesOf({ type }: Schema): string[] {
  return type === undefined ? [] : [type].flat();
}

function saidOf(schema: Schema): string {
  return [typesOf(schema).join(' or ') || 'anything', schema.format].filter(Boolean).join(' ');
}
