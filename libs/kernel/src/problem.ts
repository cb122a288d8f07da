import type { ProblemCode } from './problem-catalogue.js';

/** Where in the input (JSON pointer), which rule, and how to mend it. */
export interface FieldError {
  pointer: string;
  code: string;
  detail: string;
}

export interface ProblemDetails {
  detail?: string;
  errors?: FieldError[];
  /** Further members of the answer, e.g. the id of what already exists. */
  extra?: Record<string, unknown>;
  retryAfterSeconds?: number;
}

/** A refusal in the words of the domain; the edge turns it into an answer (RFC 9457 over HTTP). */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(details.detail ?? code);
    this.name = 'Problem';
  }
}
