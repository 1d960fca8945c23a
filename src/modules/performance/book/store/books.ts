// Books of a year: asked for, made by a job, kept as files that are never changed.
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';
import { scaled, scaledText, type Scaled } from '../../domain/numbers.ts';

export interface Book {
  readonly id: number;
  readonly cycleId: number;
  readonly month: number;
  readonly state: 'asked' | 'done' | 'failed';
  readonly fileHash: string | null;
  readonly fileSize: number | null;
  readonly pages: number | null;
  /** As printed; null while results were missing. */
  readonly total: Scaled | null;
  readonly missing: number | null;
  readonly whyFailed: string | null;
  readonly askedBy: number;
  readonly askedByName: string;
  readonly askedAt: Date;
  readonly madeAt: Date | null;
}

const columns = ['id', 'cycle_id as cycleId', 'month', 'state', 'file_hash as fileHash', 'file_size as fileSize', 'pages', 'total', 'missing', 'why_failed as whyFailed', 'asked_by as askedBy', 'asked_by_name as askedByName', 'asked_at as askedAt', 'made_at as madeAt'] as const;

const select = (tx: ReadTx) => tx.db.selectFrom('performance.book').select(columns);
type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];
const bookOf = (row: Row): Book => ({ ...row, total: row.total === null ? null : scaled(row.total) }) as Book;

/** The newest first, at most fifty. */
export const booksOf = async (tx: ReadTx, cycleId: number): Promise<Book[]> => (await select(tx).where('cycle_id', '=', cycleId).orderBy('id', 'desc').limit(50).execute()).map(bookOf);

export async function bookById(tx: ReadTx, id: number): Promise<Book | undefined> {
  const row = await select(tx).where('id', '=', id).executeTakeFirst();
  return row && bookOf(row);
}

export async function askForBook(tx: Tx, cycleId: number, month: number, now: Date): Promise<number> {
  const { id } = await tx.db.insertInto('performance.book').values({ cycle_id: cycleId, month, asked_by: tx.actor.id, asked_by_name: tx.actor.name, asked_at: now }).returning('id').executeTakeFirstOrThrow();
  return id;
}

export interface MadeBook {
  readonly hash: string;
  readonly size: number;
  readonly pages: number;
  readonly total: Scaled | null;
  readonly missing: number;
}

/** Keeps the file of a book; false where a run before this one did. */
export async function finishBook(tx: Tx, id: number, made: MadeBook, now: Date): Promise<boolean> {
  const done = await tx.db.updateTable('performance.book')
    .set({ state: 'done', file_hash: made.hash, file_size: made.size, pages: made.pages, total: made.total === null ? null : scaledText(made.total), missing: made.missing, why_failed: null, made_at: now })
    .where('id', '=', id).where('state', '<>', 'done').executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function failBook(tx: Tx, id: number, why: string): Promise<void> {
  await tx.db.updateTable('performance.book').set({ state: 'failed', why_failed: why }).where('id', '=', id).where('state', '=', 'asked').execute();
}
