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
  post<Answer>(path: string, body: object): Promise<Answer>;
  remove(path: string): Promise<void>;
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
  const send = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await answerOf(base, path, {
      method,
      headers: {
        ...(credential && { authorization: `Bearer ${credential}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (response.ok) return text && JSON.parse(text);
    throw new WalkFailure(`${method} ${path} answered ${response.status}: ${problemOf(text)}`);
  };
  return {
    get: <Answer>(path: string) => send('GET', path) as Promise<Answer>,
    post: <Answer>(path: string, body: object) => send('POST', path, body) as Promise<Answer>,
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
