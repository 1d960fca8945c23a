// What was read from the files sent with letters.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';

export interface EnclosureText {
  readonly fileId: number;
  readonly hash: string;
  readonly name: string;
  readonly state: 'read' | 'nothing' | 'no-reader' | 'failed';
  readonly text: string;
}

/** Of a letter whose words the actor may read; in the order of the files. */
export async function enclosureTexts(tx: ReadTx, letterId: number): Promise<EnclosureText[]> {
  const rows = await tx.db.selectFrom('correspondence.enclosure_text').select(['file_id as fileId', 'hash', 'name', 'state', 'text']).where('letter_id', '=', letterId).orderBy('file_id').execute();
  return rows as EnclosureText[];
}

/** Keeps what was read from one file, or read anew. */
export async function keepEnclosureText(tx: Tx, letterId: number, { fileId, hash, name, state, text }: EnclosureText, at: Date): Promise<void> {
  await sql`insert into correspondence.enclosure_text (letter_id, file_id, hash, name, state, text, read_at) values (${letterId}, ${fileId}, ${hash}, ${name}, ${state}, ${text}, ${at})
    on conflict (letter_id, file_id) do update set hash = excluded.hash, name = excluded.name, state = excluded.state, text = excluded.text, read_at = excluded.read_at`.execute(tx.db);
}

/** Letters that were sent with files of which one was never read, the newest first; `again`: also those that no program here could read. */
export async function lettersToRead(tx: ReadTx, again: boolean, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select l.id from correspondence.letter_body b join correspondence.letter l on l.id = b.letter_id
    where b.enclosures @> '[{"type": "platform.file"}]' and l.state in ('issued', 'corrected') and (
      (select count(*) from jsonb_array_elements(b.enclosures) e where e ->> 'type' = 'platform.file') > (select count(*) from correspondence.enclosure_text t where t.letter_id = l.id)
      or (${again} and exists (select from correspondence.enclosure_text t where t.letter_id = l.id and t.state = 'no-reader')))
    order by l.id desc limit ${limit}`.execute(tx.db);
  return rows.map((row) => Number(row.id));
}
