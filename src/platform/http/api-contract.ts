// What programs get of a module: contracts of its pages, words for its calls, and what is not for programs, with reasons.
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import type { ReadTx } from '../db/database.ts';
import type { Result } from '../result.ts';
import type { Words } from '../words.ts';

/** What a contract may use besides the page's data. */
export interface ApiReading {
  readonly actor: Actor;
  /** The page's own query, parsed. */
  readonly query: Readonly<Record<string, unknown>>;
  readonly params: Readonly<Record<string, unknown>>;
  /**
   * Address of this call with another query, for the next page of a list; null where `changes` is undefined: on the last
   * page. Whether another follows the page's data says (`cutPage`); a full page may be the last one.
   */
  next(changes: Readonly<Record<string, string | number>> | undefined): string | null;
}

/** A page as programs read it: the same `load`, another shape. */
export interface ReadContract {
  /** Path of the page. */
  readonly page: string;
  /** Path under /api/v1, where it is not the page's. */
  readonly path: string;
  readonly summary: Words;
  readonly answer: z.ZodType;
  of(data: never, reading: ApiReading): unknown;
}

/**
 * Everything of a module that concerns programs. A page is open by its contract; an action or a file, which are for
 * programs what they are for people, by the words that say what it does. What is not named is closed.
 */
export interface ModuleApi {
  readonly reads: readonly ReadContract[];
  /** What a call does, by the path of its action. */
  readonly writes?: Readonly<Record<string, Words>>;
  /** What a file is, by the path of its download. */
  readonly files?: Readonly<Record<string, Words>>;
  /** Routes that are not for programs, each with the reason: `/sign-in`, `GET /tasks/new`, `/account/*`. */
  readonly none?: Readonly<Record<string, string>>;
}

interface PageLike<Data> {
  readonly path: string;
  load(tx: ReadTx, input: never): Promise<Result<Data>>;
}

interface Contract<Data, Out, In> {
  readonly summary: Words;
  readonly path?: string;
  readonly answer: z.ZodType<Out, In>;
  of(data: Data, reading: ApiReading): In;
}

/** The contract of a page. The page's data may hold more than `answer`: only what `answer` names leaves the house. */
export function apiOfPage<Data, Out, In>(page: PageLike<Data>, contract: Contract<Data, Out, In>): ReadContract {
  return { page: page.path, path: contract.path ?? page.path, summary: contract.summary, answer: contract.answer, of: contract.of as ReadContract['of'] };
}

/** A page that its module makes only when it is put together, by its type and path: `pageAt<TaskPage>('/tasks/:id')`. */
export function pageAt<P extends { readonly path: string }>(path: P['path']): P {
  return { path } as P;
}
