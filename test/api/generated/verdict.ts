import { type ProblemCode, problemCatalogue } from '#kernel';
import { statusOfKind } from '../../../apps/api/src/http/problem-filter.js';
import type { Heard } from './ask.js';
import type { Operation } from './contract.js';
import type { Check } from './strict.js';

/** What the document does not cover in an answer, one sentence each. */
export function faultsIn(check: Check, { answers }: Operation, heard: Heard): string[] {
  const { status, mediaType, headers, body } = heard;
  const faults: string[] = [];
  if (!headers.get('x-request-id')) faults.push('no X-Request-Id');
  if (status >= 500) faults.push('a fault of ours');
  const documented = answers.get(status);
  if (!documented) return [...faults, `${status} is not documented`];
  const types = Object.keys(documented);
  if (types.length === 0 && mediaType) faults.push(`a body (${mediaType}) where none is documented`);
  if (types.length > 0 && !types.includes(mediaType) && !types.includes('*/*'))
    faults.push(`${mediaType || 'no body'} where ${types.join(' or ')} is documented`);
  const schema = documented[mediaType]?.schema;
  const misfit = schema && mediaType.endsWith('json') ? check(schema, body) : null;
  if (misfit) faults.push(`the answer does not fit: ${misfit}`);
  return status >= 400 ? [...faults, ...faultsOfProblem(heard)] : faults;
}

function faultsOfProblem({ status, mediaType, headers, body }: Heard): string[] {
  if (mediaType !== 'application/problem+json') return ['a refusal that is no problem'];
  const { code, requestId, status: said } = body as { code: ProblemCode; requestId: string; status: number };
  const kind = problemCatalogue[code]?.kind;
  const faults = [
    statusOfKind[kind] !== status && `the code ${code} with ${status}`,
    requestId !== headers.get('x-request-id') && 'another requestId than X-Request-Id',
    said !== status && 'another status inside',
    status === 429 && !headers.get('retry-after') && 'no Retry-After',
    status === 401 && !headers.get('www-authenticate') && 'no WWW-Authenticate',
  ];
  return faults.filter((fault) => fault !== false);
}

/** Codes that say that a value has not the shape that the document gives it. */
const shapeCode =
  /^(unknown_field|is_\w+|(min|max)(_length)?|array_(min|max)_size|matches|too_deep|number_out_of_range)$/;

/** A valid request can be refused for what it means, never for its shape. */
export function faultsOfValid({ status, body }: Heard): string[] {
  if (status === 400 || status === 413 || status === 415) return ['a valid request that could not be read'];
  const { errors = [] } = body as { errors?: Array<{ code: string; pointer: string }> };
  if (status !== 422) return [];
  return errors
    .filter(({ code }) => shapeCode.test(code))
    .map(({ code, pointer }) => `a valid request is ${code} at ${pointer}`);
}

/** What the document calls invalid is told so, before anything else of it is looked at but who asks. */
export function faultsOfInvalid({ status }: Heard): string[] {
  return [400, 403, 404, 413, 415, 422].includes(status) ? [] : [`an invalid request is answered ${status}`];
}
