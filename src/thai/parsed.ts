/**
 * The answer of everything here that reads what a person typed: the value, or
 * why there is none. Codes are documented beside each function; the words for
 * them belong to whoever shows the form.
 */
export type Parsed<T, Failure extends { readonly code: string }> =
  | { readonly ok: true; readonly value: T }
  | ({ readonly ok: false } & Failure);
