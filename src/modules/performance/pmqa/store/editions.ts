// Editions of the criteria, and files of criteria that wait to be confirmed.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';
import type { Words } from '../../../../platform/words.ts';
import type { Edition } from '../../domain/pmqa/edition.ts';
import type { EditionRow } from '../domain/edition-rows.ts';

export interface EditionRecord {
  readonly id: number;
  readonly key: string;
  readonly content: Edition;
  readonly state: 'draft' | 'used';
  readonly usedAt: Date | null;
  readonly changedAt: Date;
  readonly rev: number;
}

const columns = sql.raw('id, key, content, state, used_at as "usedAt", changed_at as "changedAt", rev');

/** All editions, the newest first. */
export async function listEditions(tx: ReadTx): Promise<EditionRecord[]> {
  return (await sql<EditionRecord>`select ${columns} from performance.pmqa_edition order by id desc`.execute(tx.db)).rows;
}

export async function editionById(tx: ReadTx, id: number): Promise<EditionRecord | undefined> {
  return (await sql<EditionRecord>`select ${columns} from performance.pmqa_edition where id = ${id}`.execute(tx.db)).rows[0];
}

/** Adds an edition; undefined where its key is taken. */
export async function addEdition(tx: Tx, edition: Edition, at: Date): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`insert into performance.pmqa_edition (key, content, changed_by, changed_at)
    values (${edition.key}, ${JSON.stringify(edition)}::jsonb, ${tx.actor.id}, ${at}) on conflict do nothing returning id`.execute(tx.db);
  return rows[0]?.id;
}

/** Changes an edition that nobody has used; false where it was used or changed since `rev`. */
export async function changeEdition(tx: Tx, { id, rev }: Pick<EditionRecord, 'id' | 'rev'>, edition: Edition, at: Date): Promise<boolean> {
  const done = await sql`update performance.pmqa_edition set content = ${JSON.stringify(edition)}::jsonb, rev = rev + 1, changed_by = ${tx.actor.id}, changed_at = ${at}
    where id = ${id} and rev = ${rev} and state = 'draft'`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0n) === 1;
}

/** From here on the edition is not changed: an assessment is made by it. */
export async function markEditionUsed(tx: Tx, id: number, at: Date): Promise<void> {
  await sql`update performance.pmqa_edition set state = 'used', used_at = ${at}, rev = rev + 1 where id = ${id} and state = 'draft'`.execute(tx.db);
}

export type RowVerdict = 'new' | 'changed' | 'same' | 'duplicate' | 'refused' | 'left-out';

/** A row of a file as judged; a row of the base that the file lacks is `left-out` and has no number. */
export interface JudgedEditionRow {
  readonly row: number | null;
  readonly verdict: RowVerdict;
  readonly why: Words | null;
  readonly label: Words;
  readonly entry: EditionRow | null;
}

export interface EditionImport {
  readonly id: number;
  readonly fileName: string;
  readonly baseId: number;
  readonly rows: readonly JudgedEditionRow[];
  /** The edition that the file says; null where a row is refused or nothing differs. */
  readonly content: Edition | null;
  readonly appliedAt: Date | null;
  readonly editionId: number | null;
}

export async function stageEdition(tx: Tx, staged: Pick<EditionImport, 'fileName' | 'baseId' | 'rows' | 'content'>, at: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into performance.pmqa_edition_import (file_name, base_id, rows, content, made_by, made_at)
    values (${staged.fileName}, ${staged.baseId}, ${JSON.stringify(staged.rows)}::jsonb, ${staged.content ? JSON.stringify(staged.content) : null}::jsonb, ${tx.actor.id}, ${at}) returning id`.execute(tx.db);
  return (rows[0] as { id: number }).id;
}

export async function editionImport(tx: ReadTx, id: number): Promise<EditionImport | undefined> {
  return (await sql<EditionImport>`select id, file_name as "fileName", base_id as "baseId", rows, content, applied_at as "appliedAt", edition_id as "editionId"
    from performance.pmqa_edition_import where id = ${id}`.execute(tx.db)).rows[0];
}

/** Marks a file as brought in; its rows go, they stand in the edition by now. */
export async function markEditionImported(tx: Tx, id: number, editionId: number, at: Date): Promise<boolean> {
  const done = await sql`update performance.pmqa_edition_import set applied_at = ${at}, edition_id = ${editionId}, rows = '[]', content = null where id = ${id} and applied_at is null`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0n) === 1;
}
