// Files of received letters: as they came, by their hash. What a machine reads from them stands beside, never in them.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';

export interface ReceivedFile {
  readonly ordinal: number;
  readonly fileId: number;
  readonly hash: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly readState: 'waiting' | 'read' | 'nothing' | 'no-reader' | 'failed';
  readonly readText: string;
}

/** Notes the files of a letter, in order. */
export async function addReceivedFiles(tx: Tx, receivedId: number, files: readonly Omit<ReceivedFile, 'ordinal' | 'readState' | 'readText'>[]): Promise<void> {
  if (files.length === 0) return;
  await tx.db
    .insertInto('correspondence.received_file')
    .values(files.map((file, at) => ({ received_letter_id: receivedId, ordinal: at + 1, file_id: file.fileId, hash: file.hash, name: file.name, media_type: file.mediaType, size: file.size })))
    .execute();
}

/** The files of the letter that this registration came from, under this one too. */
export async function copyReceivedFiles(tx: Tx, fromId: number, toId: number): Promise<void> {
  await sql`insert into correspondence.received_file (received_letter_id, ordinal, file_id, hash, name, media_type, size, read_state, read_text, read_at)
    select ${toId}::bigint, ordinal, file_id, hash, name, media_type, size, read_state, read_text, read_at
    from correspondence.received_file where received_letter_id = ${fromId}`.execute(tx.db);
}

export async function receivedFiles(tx: ReadTx, receivedId: number): Promise<ReceivedFile[]> {
  const rows = await tx.db
    .selectFrom('correspondence.received_file')
    .select(['ordinal', 'file_id as fileId', 'hash', 'name', 'media_type as mediaType', 'size', 'read_state as readState', 'read_text as readText'])
    .where('received_letter_id', '=', receivedId)
    .orderBy('ordinal')
    .execute();
  return rows as ReceivedFile[];
}

/** What was read from one file by machine. */
export async function keepReadText(tx: Tx, receivedId: number, ordinal: number, state: ReceivedFile['readState'], text: string, at: Date): Promise<void> {
  await tx.db
    .updateTable('correspondence.received_file')
    .set({ read_state: state, read_text: text, read_at: at })
    .where('received_letter_id', '=', receivedId)
    .where('ordinal', '=', ordinal)
    .execute();
}

/** A letter that is in the unit's register already. */
export interface SameLetter {
  readonly id: number;
  readonly number: number;
  readonly year: number;
  readonly subject: string;
  readonly registeredAt: Date;
  readonly why: 'reference' | 'file';
}

/** Letters of the unit that say the same: sender, number and date alike, or a file with the very same content. */
export async function sameLetters(tx: ReadTx, unitId: number, one: { from: string; reference: string; letterDate: string | null; hashes: readonly string[] }): Promise<SameLetter[]> {
  const { rows } = await sql<SameLetter>`
    select r.id, r.number, r.year, r.subject, r.registered_at as "registeredAt", case when s.by_file then 'file' else 'reference' end as why
    from correspondence.received_letter r
    join (
      select id, false as by_file from correspondence.received_letter
        where owner_unit_id = ${unitId} and reference <> '' and reference = ${one.reference}
          and letter_date is not distinct from ${one.letterDate}::date and lower(from_text) = lower(${one.from})
      union all
      select received_letter_id, true from correspondence.received_file where hash = any(${[...one.hashes]}::text[])
    ) s on s.id = r.id
    where r.owner_unit_id = ${unitId} order by r.id limit 5`.execute(tx.db);
  return rows;
}
