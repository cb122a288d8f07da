import type { TestApp } from '../../support/app.js';

export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  example?: unknown;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  maxProperties?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
  allOf?: Schema[];
  anyOf?: Schema[];
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}

type Content = Record<string, { schema?: Schema }>;

interface DocumentedOperation {
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, { $ref?: string; content?: Content }>;
  security: Array<Record<string, string[]>>;
}

export interface Contract {
  paths: Record<string, Record<string, DocumentedOperation>>;
  components: { schemas: Record<string, Schema>; responses: Record<string, { content?: Content }> };
}

/** One method of one path, as the document tells of it. */
export interface Operation {
  /** `POST /v1/complaints/{id}/withdrawal` */
  name: string;
  method: string;
  path: string;
  parameters: Parameter[];
  body: { isRequired: boolean; mediaType: string; schema: Schema } | null;
  /** By status, then by media type; no media type: no body. */
  answers: Map<number, Content>;
  /** Any one of these scopes opens it; none is asked for: `signed_in`, or `public` without any credential. */
  access: readonly string[] | 'signed_in' | 'public';
}

/** The document that the running application gives of itself. */
export async function contractOf(app: TestApp): Promise<{ contract: Contract; operations: Operation[] }> {
  const { body: contract } = await app.with(null).get<Contract>('/openapi.json');
  const operations = Object.entries(contract.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, documented]) =>
      operationOf(contract, method.toUpperCase(), path, documented),
    ),
  );
  return { contract, operations: operations.toSorted((one, other) => turnOf(one) - turnOf(other)) };
}

/** What reads comes first, what ends things last, and what ends the credentials that all the others need after that. */
function turnOf({ method, path }: Operation): number {
  const order = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].indexOf(method);
  return /^\/v1\/(auth|me|members|api-keys|organization)\b/.test(path) && method !== 'GET' ? 10 + order : order;
}

function operationOf(
  { components }: Contract,
  method: string,
  path: string,
  { parameters = [], requestBody, responses, security }: DocumentedOperation,
): Operation {
  const [content] = Object.entries(requestBody?.content ?? {});
  const answers = Object.entries(responses)
    .filter(([status]) => status !== 'default')
    .map(([status, response]) => {
      const answer = response.$ref ? components.responses[response.$ref.split('/').at(-1)!]! : response;
      return [Number(status), answer.content ?? {}] as const;
    });
  const scopes = security.flatMap((ways) => Object.values(ways).flat());
  return {
    name: `${method} ${path}`,
    method,
    path,
    parameters,
    body: content
      ? { isRequired: requestBody!.required ?? false, mediaType: content[0], schema: content[1].schema ?? {} }
      : null,
    answers: new Map(answers),
    access: security.length === 0 ? 'public' : scopes.length === 0 ? 'signed_in' : scopes,
  };
}

/** Whether a path without its query is one of the operation's. */
export function leadsTo({ path: own }: Operation, path: string): boolean {
  return new RegExp(`^${own.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
}

/** The schema itself, behind its reference, and whether null is allowed beside it. */
export function plain(contract: Contract, schema: Schema): { schema: Schema; isNullable: boolean } {
  if (schema.$ref) return plain(contract, contract.components.schemas[schema.$ref.split('/').at(-1)!]!);
  const variants = schema.anyOf ?? schema.allOf;
  if (variants) {
    const value = plain(
      contract,
      variants.find(({ type }) => type !== 'null')!,
    );
    return { ...value, isNullable: value.isNullable || variants.some(({ type }) => type === 'null') };
  }
  const types = [schema.type ?? []].flat();
  return { schema: { ...schema, type: types.find((type) => type !== 'null') }, isNullable: types.includes('null') };
}
