import createHttp from 'openapi-fetch';
import type { Ask, Http, ListInit, ListPath, Method, RowOf } from './client-types.js';
import { patientFetch, type Patience } from './patient-fetch.js';
import type { paths } from './schema.js';
import { problemIn } from './tongshan-problem.js';
import { readUpdates, type Update, type UpdatesOptions } from './updates.js';

export interface ClientOptions extends Partial<Patience> {
  /** Where the installation answers, e.g. `https://tongshan.example`; without `/v1`. */
  baseUrl: string;
  /** `tsk_live_…`, `tsk_test_…`, or a person's access token; without one only what is public is open. */
  apiKey?: string;
  /** Of the titles of problems. */
  language?: 'zh' | 'en';
  /** What sends; Node's own when left out. */
  fetch?: typeof fetch;
}

/** The API of one installation; every method answers with the body of a success and throws for everything else. */
export interface TongshanClient {
  get: Ask<'get'>;
  post: Ask<'post'>;
  put: Ask<'put'>;
  patch: Ask<'patch'>;
  delete: Ask<'delete'>;
  /** The same by openapi-fetch, for whoever needs the answer's headers: `(await http.GET(…)).response`. */
  http: Http;
  /** Every entry of a list, in its order; a page is asked for when the one before has been read. */
  pages<Path extends ListPath>(path: Path, ...init: ListInit<Path>): AsyncGenerator<RowOf<Path>>;
  /** What changes in your matters, as it happens. */
  updates(options?: UpdatesOptions): AsyncGenerator<Update>;
}

/**
 * A client of the exchange. A POST that creates is created once, however often it has to be sent; a full or restarting
 * server is asked again, at most `retries` times (3), never after more than `longestWaitMs` (30 s).
 * Throws `TongshanProblem` when it was refused, `TongshanUnreachable` when nobody answered.
 */
export function createClient(options: ClientOptions): TongshanClient {
  const { baseUrl, apiKey, language, retries = 3, timeoutMs = 30_000, longestWaitMs = 30_000 } = options;
  const send: typeof fetch = options.fetch ?? ((...request) => fetch(...request));
  const headers = {
    ...(apiKey && { Authorization: `Bearer ${apiKey}` }),
    ...(language && { 'Accept-Language': language }),
  };
  const http = createHttp<paths, 'application/json'>({
    baseUrl,
    headers,
    fetch: patientFetch(send, { retries, timeoutMs, longestWaitMs }),
  });
  http.use({
    async onResponse({ response }) {
      if (!response.ok) throw await problemIn(response);
    },
  });
  const ask = <M extends Method>(method: M) =>
    (async (path: never, init: never) => (await http.request(method, path, init)).data) as unknown as Ask<M>;
  const get = ask('get');
  return {
    http,
    get,
    post: ask('post'),
    put: ask('put'),
    patch: ask('patch'),
    delete: ask('delete'),
    pages: (path, ...[init]) => entriesOf((after) => get(path as never, withAfter(init, after) as never)),
    updates: (wish = {}) =>
      readUpdates((more, signal) => openUpdates(send, baseUrl, { ...headers, ...more }, signal), wish),
  };
}

async function* entriesOf<Row>(page: (after?: string) => Promise<unknown>): AsyncGenerator<Row> {
  for (let after: string | undefined; ;) {
    const { data, next } = (await page(after)) as { data: Row[]; next: string | null };
    yield* data;
    if (next === null) return;
    after = next;
  }
}

function withAfter(init: unknown, after: string | undefined): object {
  const { params, ...rest } = (init ?? {}) as { params?: { query?: object } };
  return { ...rest, params: { ...params, query: { ...params?.query, ...(after !== undefined && { after }) } } };
}

function openUpdates(send: typeof fetch, baseUrl: string, headers: Record<string, string>, signal: AbortSignal) {
  return send(`${baseUrl.replace(/\/$/, '')}/v1/updates`, { headers, signal });
}
