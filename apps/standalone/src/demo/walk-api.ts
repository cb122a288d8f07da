import { createClient, type TongshanClient, TongshanProblem, TongshanUnreachable } from '#client';

/** What the walk expected and did not find, in words for whoever runs it. */
export class WalkFailure extends Error {
  override name = 'WalkFailure';
}

/** Ends the walk when the system does not do what the story says. */
export function must(holds: unknown, otherwise: string): asserts holds {
  if (!holds) throw new WalkFailure(otherwise);
}

/** Somebody who asks the API over HTTP with a credential of their own. */
export interface Caller {
  get<Answer>(path: string): Promise<Answer>;
  post<Answer>(path: string, body?: object): Promise<Answer>;
  /** Every entry of a list, read to its end. */
  pages: TongshanClient['pages'];
  /** Asks for what must not be: ends the walk when it is done all the same. */
  refused(path: string, body?: object): Promise<Refusal>;
  file(path: string): Promise<Buffer>;
  remove(path: string): Promise<void>;
}

export interface Refusal {
  status: number;
  code: string;
}

/** Longer than the minute that the sandbox's clock may take to settle. */
const timeoutMs = 90_000;

/** Asks by the client, as any integrator would. Every answer other than 2xx ends the walk, with the problem it told of. */
export function callerOf(baseUrl: string, apiKey?: string): Caller {
  const { http, pages } = createClient({ baseUrl, apiKey, timeoutMs });
  // the paths come from answers, with their ids in them
  const send = async <Answer>(method: 'get' | 'post' | 'delete', path: string, more: object = {}): Promise<Answer> =>
    (await http.request(method, path as never, more as never)).data as Answer;
  const ask = <Answer>(method: 'get' | 'post' | 'delete', path: string, more?: object): Promise<Answer> =>
    send<Answer>(method, path, more).catch((failure: unknown) => endWalk(baseUrl, `${method} ${path}`, failure));
  return {
    pages,
    get: (path) => ask('get', path),
    post: (path, body = {}) => ask('post', path, { body }),
    async refused(path, body = {}) {
      const problem: unknown = await send('post', path, { body }).catch((failure: unknown) => failure);
      const isRefusal = problem instanceof TongshanProblem && problem.status === 409;
      must(isRefusal, `POST ${path} was not refused: ${problem instanceof Error ? problem.message : 'it was done'}`);
      return { status: problem.status, code: problem.code };
    },
    file: async (path) => Buffer.from(await ask<ArrayBuffer>('get', path, { parseAs: 'arrayBuffer' })),
    remove: (path) => ask('delete', path),
  };
}

function endWalk(base: string, asked: string, failure: unknown): never {
  if (failure instanceof TongshanProblem) {
    throw new WalkFailure(
      `${asked.replace(/^\w+/, (method) => method.toUpperCase())} answered ${failure.message}, request ${failure.requestId}`,
    );
  }
  if (failure instanceof TongshanUnreachable) throw notAnswering(base, failure.cause as Error);
  throw failure;
}

/** A page that is not of the API. @throws WalkFailure when nobody answers at all */
export function answerOf(base: string, path: string): Promise<Response> {
  return fetch(`${base}${path}`, { signal: AbortSignal.timeout(timeoutMs) }).catch((failure: Error) => {
    throw notAnswering(base, failure);
  });
}

function notAnswering(base: string, { cause, message }: Error): WalkFailure {
  const reason = cause instanceof Error ? cause.message || cause.name : message;
  return new WalkFailure(
    `${base} does not answer (${reason}). Start the system first: npm start; elsewhere: BASE_URL=http://host:port npm run demo`,
  );
}
