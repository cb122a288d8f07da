/** What the server says when it cannot do what was asked (RFC 9457): what, where, and how to mend it. */
export interface ProblemBody {
  status: number;
  code: string;
  title: string;
  detail?: string;
  requestId?: string;
  errors?: Array<{ pointer: string; code: string; detail: string }>;
  [extra: string]: unknown;
}

export class ApiProblem extends Error {
  constructor(readonly body: ProblemBody) {
    super(body.detail ?? body.title);
  }

  get status(): number {
    return this.body.status;
  }

  get code(): string {
    return this.body.code;
  }

  /** The sentence about one field, by JSON pointer without the leading `#`. */
  at(pointer: string): string | undefined {
    return this.body.errors?.find((error) => error.pointer.replace(/^#/, '') === pointer)?.detail;
  }
}

/** The connection broke: whether the server has heard us is not known. Asking again with the same key is safe. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause });
  }
}

export function isProblem(failure: unknown, code?: string): failure is ApiProblem {
  return failure instanceof ApiProblem && (code === undefined || failure.code === code);
}
