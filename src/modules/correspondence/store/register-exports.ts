// Packages of registers: asked for by a person, made by a job, kept by their hash.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';

export interface RegisterExport {
  readonly id: number;
  readonly unitId: number;
  readonly unitLabel: string;
  readonly year: number;
  readonly state: 'waiting' | 'working' | 'done' | 'failed';
  readonly askedAt: Date;
  readonly askedBy: string;
  readonly doneParts: number;
  readonly allParts: number;
  readonly finishedAt: Date | null;
  readonly failure: string | null;
  readonly fileHash: string | null;
  readonly fileSize: number | null;
  readonly sentRows: number | null;
  readonly receivedRows: number | null;
  readonly voidRows: number | null;
  readonly letterFiles: number | null;
  readonly signedBy: string | null;
}

const columns = sql`id, owner_unit_id as "unitId", unit_label as "unitLabel", year, state, asked_at as "askedAt", asked_by_name as "askedBy", done_parts as "doneParts",
  all_parts as "allParts", finished_at as "finishedAt", failure, file_hash as "fileHash", file_size as "fileSize", sent_rows as "sentRows",
  received_rows as "receivedRows", void_rows as "voidRows", letter_files as "letterFiles", signed_by as "signedBy"`;

export async function askForExport(tx: Tx, one: { unitId: number; unitLabel: string; year: number; at: Date }): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into correspondence.register_export (owner_unit_id, unit_label, year, asked_at, asked_by, asked_by_name)
    values (${one.unitId}, ${one.unitLabel}, ${one.year}, ${one.at}, ${tx.actor.id}, ${tx.actor.name}) returning id`.execute(tx.db);
  return rows[0]?.id ?? 0;
}

export async function findExport(tx: ReadTx, id: number): Promise<RegisterExport | undefined> {
  return (await sql<RegisterExport>`select ${columns} from correspondence.register_export where id = ${id}`.execute(tx.db)).rows[0];
}

/** Packages of a unit, the newest first. */
export async function exportsOf(tx: ReadTx, unitId: number, before: number | undefined, limit: number): Promise<RegisterExport[]> {
  return (await sql<RegisterExport>`select ${columns} from correspondence.register_export
    where owner_unit_id = ${unitId} and (${before ?? null}::bigint is null or id < ${before ?? null}::bigint) order by id desc limit ${limit}`.execute(tx.db)).rows;
}

export async function markExportProgress(tx: Tx, id: number, done: number, all: number): Promise<void> {
  await sql`update correspondence.register_export set state = 'working', failure = null, finished_at = null, done_parts = ${done}, all_parts = ${all} where id = ${id} and state in ('waiting', 'working', 'failed')`.execute(tx.db);
}

export interface MadePackage {
  readonly hash: string;
  readonly size: number;
  readonly sentRows: number;
  readonly receivedRows: number;
  readonly voidRows: number;
  readonly letterFiles: number;
  readonly signedBy: string | null;
}

/** False when an earlier run has finished it. */
export async function finishExport(tx: Tx, id: number, made: MadePackage, at: Date): Promise<boolean> {
  const done = await sql`update correspondence.register_export set state = 'done', failure = null, finished_at = ${at}, done_parts = all_parts, file_hash = ${made.hash}, file_size = ${made.size},
      sent_rows = ${made.sentRows}, received_rows = ${made.receivedRows}, void_rows = ${made.voidRows}, letter_files = ${made.letterFiles}, signed_by = ${made.signedBy}
    where id = ${id} and state <> 'done'`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0) > 0;
}

export async function failExport(tx: Tx, id: number, failure: string, at: Date): Promise<void> {
  await sql`update correspondence.register_export set state = 'failed', failure = ${failure}, finished_at = ${at} where id = ${id} and state <> 'done'`.execute(tx.db);
}
