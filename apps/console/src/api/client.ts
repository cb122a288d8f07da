import createClient from 'openapi-fetch';
import { currentLanguage } from '../words/language.js';
import { learnDomainTime } from './domain-time.js';
import { ApiProblem, type ProblemBody, Unreachable } from './problem.js';
import type { components, paths } from './schema.js';

/** The shapes of the API's answers and requests, by their names in the OpenAPI document. */
export type Schemas = components['schemas'];

/** The API, typed by its own document; of answers that can be had as CSV too, as JSON. The cookie travels by itself; the header says that the page asked, not a stranger's form. */
export const api = createClient<paths, 'application/json'>({
  credentials: 'same-origin',
  headers: { 'X-Requested-With': 'tongshan-console' },
});

api.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', currentLanguage());
    return request;
  },
});

/** What nobody asked to leave parts out of. */
type Whole<T> = Exclude<T, { included: string[] }>;

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/**
 * What the API answered, or an exception that can be shown.
 * @throws ApiProblem where the server refused; Unreachable where no answer came
 */
export async function taken<T>(asked: Promise<Answer<T>>): Promise<Whole<T>> {
  return (await takenWithTag(asked)).data;
}

/** The same with the version that was read, to be sent as `If-Match` by whoever acts upon it. */
export async function takenWithTag<T>(asked: Promise<Answer<T>>): Promise<{ data: Whole<T>; tag: string | null }> {
  const answer = await asked.catch((failure: unknown) => {
    throw new Unreachable(failure);
  });
  if (!answer.response.ok) throw new ApiProblem(problemOf(answer));
  learnDomainTime(answer.data);
  return { data: answer.data as Whole<T>, tag: answer.response.headers.get('etag') };
}

/** A proxy that answers for the server may send anything; then the status is all that is known. */
function problemOf({ error, response }: Answer<unknown>): ProblemBody {
  const requestId = response.headers.get('x-request-id') ?? undefined;
  const said = typeof error === 'object' && error !== null && 'code' in error ? (error as ProblemBody) : null;
  return { code: 'no_answer', title: response.statusText, requestId, ...said, status: response.status };
}
