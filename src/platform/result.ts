import type { Words } from './words.ts';

/** An expected failure: a code for programs, words for people. Surprises throw instead (design rule 8). */
export interface Failure<Code extends string = string> {
  readonly ok: false;
  readonly code: Code;
  readonly message: Words;
  /** Words at single fields of a form, by field name. */
  readonly fields?: Readonly<Record<string, Words>>;
  /** HTTP status when it reaches the edge: 422 unless said otherwise. */
  readonly status?: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503;
}

export interface Success<T> {
  readonly ok: true;
  readonly value: T;
}

export type Result<T, Code extends string = string> = Success<T> | Failure<Code>;

export function ok<T>(value: T): Success<T> {
  return { ok: true, value };
}

export function fail<Code extends string>(
  code: Code,
  message: Words,
  more: Pick<Failure, 'fields' | 'status'> = {},
): Failure<Code> {
  return { ok: false, code, message, ...more };
}

/** "Not there" and "not yours" are one answer, so that nobody can probe for what exists (design rule 2). */
export function notFound(what: Words = { th: 'ไม่พบรายการนี้', en: 'There is no such record' }): Failure<'NOT_FOUND'> {
  return fail('NOT_FOUND', what, { status: 404 });
}

/** Thrown inside a transaction to end it with an expected failure; the edge turns it back into the value. */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(`${failure.code}: ${failure.message.en}`);
    this.name = 'FailureError';
    this.failure = failure;
  }
}

/** The value, or the failure thrown as `FailureError`: for the middle of an action, where every failure rolls back. */
export function orFail<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new FailureError(result);
}
