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
  /** Asks for what must not be: ends the walk when it is done all the same. */
  refused(path: string, body?: object): Promise<Refusal>;
  file(path: string): Promise<Buffer>;
  remove(path: string): Promise<void>;
}

export interface Refusal {
  status: number;
  code: string;
}

interface ProblemAnswer {
  code?: string;
  title?: string;
  detail?: string;
  requestId?: string;
}

/** Longer than the minute that the sandbox's clock may take to settle. */
const patienceMs = 90_000;

/** Speaks plain HTTP, as any integrator would. Every answer other than 2xx ends the walk, with the problem it told of. */
export function callerOf(base: string, credential?: string): Caller {
  const ask = (method: string, path: string, body?: object): Promise<Response> =>
    answerOf(base, path, {
      method,
      headers: {
        ...(credential && { authorization: `Bearer ${credential}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
    });
  const send = async (method: string, path: string, body?: object): Promise<Buffer> => {
    const response = await ask(method, path, body);
    const bytes = Buffer.from(await response.arrayBuffer());
    if (response.ok) return bytes;
    throw new WalkFailure(`${method} ${path} answered ${response.status}: ${problemOf(bytes.toString())}`);
  };
  return {
    get: async (path) => JSON.parse((await send('GET', path)).toString()),
    post: async (path, body = {}) => JSON.parse((await send('POST', path, body)).toString()),
    async refused(path, body = {}) {
      const response = await ask('POST', path, body);
      const { code } = (await response.json()) as ProblemAnswer;
      must(response.status === 409 && code, `POST ${path} answered ${response.status} ${code}; it should be refused`);
      return { status: response.status, code };
    },
    file: (path) => send('GET', path),
    remove: (path) => send('DELETE', path).then(() => undefined),
  };
}

/** @throws WalkFailure when nobody answers at all */
export function answerOf(base: string, path: string, request: RequestInit = {}): Promise<Response> {
  return fetch(`${base}${path}`, { ...request, signal: AbortSignal.timeout(patienceMs) }).catch((failure: Error) => {
    const reason = failure.cause instanceof Error ? failure.cause.message || failure.cause.name : failure.message;
    throw new WalkFailure(
      `${base} does not answer (${reason}). Start the system first: npm start; elsewhere: BASE_URL=http://host:port npm run demo`,
    );
  });
}

function problemOf(text: string): string {
  try {
    const { code, title, detail, requestId } = JSON.parse(text) as ProblemAnswer;
    return [code, detail ?? title, requestId && `request ${requestId}`].filter(Boolean).join(', ');
  } catch {
    return text.slice(0, 300) || 'without a word';
  }
}
