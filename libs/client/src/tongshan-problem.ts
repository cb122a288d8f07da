import type { components } from './schema.js';

type Schemas = components['schemas'];

/** The codes of the catalogue, and `no_problem` for what a proxy answers in the installation's place. */
export type ProblemCode = Schemas['ProblemView']['code'] | 'no_problem';

/** What the installation says when it does not do what was asked (RFC 9457). */
export class TongshanProblem extends Error {
  override readonly name = 'TongshanProblem';

  /** @param body the whole answer; some codes come with members of their own, e.g. `existing` */
  constructor(
    readonly status: number,
    readonly code: ProblemCode,
    message: string,
    readonly body: Readonly<Record<string, unknown>>,
    /** To be quoted when the operator is asked. */
    readonly requestId: string | undefined,
    /** Field by field: where, what, and how to mend it. */
    readonly errors: ReadonlyArray<Schemas['FieldErrorView']>,
  ) {
    super(message);
  }
}

/** No answer came, also not when asked again: whether the request was heard is not known. */
export class TongshanUnreachable extends Error {
  override readonly name = 'TongshanUnreachable';

  /** @param idempotencyKey ask again with the same one, and it is done once, whatever became of the first */
  constructor(
    request: Request,
    cause: unknown,
    readonly idempotencyKey: string | undefined,
  ) {
    super(`${request.method} ${request.url} was not answered`, { cause });
  }
}

/** The problem in an answer that is no success. */
export async function problemIn(response: Response): Promise<TongshanProblem> {
  const body = membersOf(await response.text().catch(() => ''));
  const { code = 'no_problem', title, detail, errors = [] } = body as Partial<Schemas['ProblemView']>;
  const requestId = response.headers.get('x-request-id') ?? undefined;
  const message = `${response.status} ${code}: ${detail ?? title ?? response.statusText}`;
  return new TongshanProblem(response.status, code, message, body, requestId, errors);
}

function membersOf(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
