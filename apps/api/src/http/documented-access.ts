import { getSchemaPath, type OpenAPIObject } from '@nestjs/swagger';
import { problemCatalogue, type ProblemKind } from '#kernel';
import { type RouteAccess, routeAccessExtension } from './access.js';
import { statusOfKind } from './problem-filter.js';
import { ProblemView } from './problem.view.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Parameter = Exclude<NonNullable<Operation['parameters']>[number], { $ref: string }>;

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
const schemes = ['bearer', 'session'] as const;

/**
 * Says of every operation of the document, from what its route declares, which credential and scope open it and which
 * refusals it can answer. A refusal that only this operation knows is declared at its route (`@ApiConflictResponse()`).
 */
export function documentAccess(document: OpenAPIObject): void {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method] as (Operation & { [routeAccessExtension]?: RouteAccess }) | undefined;
      if (!operation) continue;
      const access = operation[routeAccessExtension];
      if (!access) throw new Error(`${method.toUpperCase()} ${path} declares no access`);
      delete operation[routeAccessExtension];
      operation.security = securityOf(access);
      if (method !== 'get') delete operation.responses[304]; // what writes is tagged, and always answered
      for (const parameter of operation.parameters ?? []) if ('in' in parameter) nameUuid(parameter);
      const declared = refusalKinds.filter((kind) => operation.responses[statusOfKind[kind]]);
      for (const kind of [...declared, ...refusalsOf(method, path, operation, access)])
        operation.responses[statusOfKind[kind]] = { $ref: `#/components/responses/${nameOf(kind)}` };
      operation.responses['default'] ??= { description: 'Any other failure.', content: problem };
    }
  }
  // RFC 9457 §3.2: a problem carries further members that its `detail` speaks of, e.g. `existing`
  Object.assign(document.components!.schemas![ProblemView.name]!, { additionalProperties: true });
  document.components!.responses = Object.fromEntries(
    refusalKinds.map((kind) => [nameOf(kind), { description: codesOf(kind), content: problem }]),
  );
}

/** Each scope alone is enough, by a token or key as by the cookie of a page. */
function securityOf(access: RouteAccess): Operation['security'] {
  if (access.kind === 'public') return [];
  const ways = access.kind === 'scope' ? access.scopes.map((scope) => [scope]) : [[]];
  return schemes.flatMap((scheme) => ways.map((scopes) => ({ [scheme]: scopes })));
}

function refusalsOf(method: string, path: string, { parameters = [] }: Operation, access: RouteAccess): ProblemKind[] {
  const [isWrite, isOfOne, isPublic] = [method !== 'get', path.includes('{'), access.kind === 'public'];
  const asks = parameters.some((parameter) => 'in' in parameter && parameter.in !== 'path');
  const kinds: Array<[boolean, ProblemKind[]]> = [
    [true, ['unreadable', 'too_many', 'unavailable']],
    [!isPublic, ['unauthenticated', 'forbidden']],
    [isOfOne, ['not_found']],
    [isWrite, ['too_large', 'unsupported_type']],
    [isWrite && !isPublic, ['conflict']],
    [isWrite && isOfOne, ['stale']],
    [isWrite || asks, ['unacceptable']],
  ];
  return kinds.flatMap(([applies, those]) => (applies ? those : []));
}

const refusalKinds = (Object.keys(statusOfKind) as ProblemKind[]).filter(
  (kind) => kind !== 'fault' && kind !== 'method_not_allowed',
);

/** `UuidParam` reads these: whatever else stands there is 404. */
function nameUuid(parameter: Parameter): void {
  const { in: place, name, schema } = parameter;
  const isPlain = schema && 'type' in schema && Object.keys(schema).length === 1;
  if (place === 'path' && isPlain && /^id$|Id$/.test(name)) parameter.schema = { type: 'string', format: 'uuid' };
}

const problem = { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemView) } } };

/** `not_found` is `NotFound`. */
const nameOf = (kind: ProblemKind) =>
  kind.replace(/(^|_)(\w)/g, (_match, _gap, letter: string) => letter.toUpperCase());

function codesOf(kind: ProblemKind): string {
  const codes = Object.entries(problemCatalogue).filter(([, entry]) => entry.kind === kind);
  return codes.map(([code, { en }]) => `\`${code}\`: ${en}.`).join(' ');
}
