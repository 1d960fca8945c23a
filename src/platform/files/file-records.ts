import { sql } from 'kysely';
import type { ReadTx, Tx } from '../db/database.ts';
import type { FileFacts } from './inspect.ts';

/** What is known of one file. Whoever holds a record may read its content. */
export interface FileRecord {
  readonly id: number;
  readonly hash: string;
  readonly size: number;
  readonly mediaType: string;
  readonly name: string;
  readonly uploadedBy: number;
  readonly unitId: number | null;
  readonly readers: readonly number[];
  readonly facts: FileFacts;
  readonly createdAt: Date;
}

export interface NewFile {
  readonly hash: string;
  readonly size: number;
  readonly mediaType: string;
  readonly name: string;
  readonly facts?: FileFacts;
  /** Unit whose members may see it. */
  readonly unitId?: number;
  /** Party ids that may see it besides the uploader. */
  readonly readers?: readonly number[];
  /** True for a file that a record takes up in this very transaction. */
  readonly taken?: boolean;
}

const columns = ['id', 'hash', 'size', 'media_type as mediaType', 'name', 'uploaded_by as uploadedBy', 'unit_id as unitId', 'readers', 'facts', 'created_at as createdAt'] as const;

/** Adds the record of a content that is in the store already. */
export async function addFileRecord(tx: Tx, file: NewFile): Promise<FileRecord> {
  const row = await tx.db
    .insertInto('platform.file')
    .values({
      hash: file.hash,
      size: file.size,
      media_type: file.mediaType,
      name: file.name,
      uploaded_by: tx.actor.id,
      unit_id: file.unitId ?? null,
      readers: [...(file.readers ?? [])],
      facts: JSON.stringify(file.facts ?? {}),
      taken_at: file.taken ? new Date() : null,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return row as FileRecord;
}

/** The record, for an actor who may see the file; undefined otherwise. */
export async function readFileRecord(tx: ReadTx, id: number): Promise<FileRecord | undefined> {
  return (await readFileRecords(tx, [id]))[0];
}

/** The records that the actor may see, in the order asked. */
export async function readFileRecords(tx: ReadTx, ids: readonly number[]): Promise<FileRecord[]> {
  if (ids.length === 0) return [];
  const rows = (await tx.db.selectFrom('platform.file').select(columns).where('id', '=', sql<number>`any(${[...ids]}::bigint[])`).execute()) as FileRecord[];
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export interface TakenBy {
  /** Unit whose members may see the files from now on; unchanged when left out. */
  readonly unitId?: number;
  /** Added to who may see them. */
  readonly readers?: readonly number[];
}

/**
 * A record takes up uploaded files: they stay, and the record's readers may see them. Files that the actor may not
 * see are left out of the answer, so a guessed id gives nothing.
 */
export async function takeFiles(tx: Tx, ids: readonly number[], by: TakenBy = {}): Promise<FileRecord[]> {
  if (ids.length === 0) return [];
  await sql`update platform.file set
      taken_at = coalesce(taken_at, clock_timestamp()),
      unit_id = coalesce(${by.unitId ?? null}::int, unit_id),
      readers = array(select distinct r from unnest(readers || ${[...(by.readers ?? [])]}::int[]) r order by r)
    where id = any(${[...ids]}::bigint[])`.execute(tx.db);
  return readFileRecords(tx, ids);
}

/** Removes records of uploads that no record took up within `days` (system actors only); number removed. Contents stay. */
export async function sweepUntakenFiles(tx: Tx, days: number): Promise<number> {
  const done = await sql`delete from platform.file where taken_at is null and created_at < platform.legal_now() - make_interval(days => ${days}::int)`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0);
}
