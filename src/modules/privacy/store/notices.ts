import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';

/** One version of the privacy notice. */
export interface Notice {
  readonly id: number;
  readonly textTh: string;
  readonly textEn: string;
  readonly changes: string;
  readonly validFrom: string;
}

/** All versions, the newest day first. */
export async function listNotices(tx: ReadTx): Promise<Notice[]> {
  const { rows } = await sql<Notice>`select id, text_th as "textTh", text_en as "textEn", changes, valid_from::text as "validFrom" from privacy.notice order by valid_from desc`.execute(tx.db);
  return rows;
}

/** Adds a version and gives its id; undefined when one begins on that day already. */
export async function addNotice(tx: Tx, notice: Omit<Notice, 'id'>): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`insert into privacy.notice (text_th, text_en, changes, valid_from, made_by)
    values (${notice.textTh}, ${notice.textEn}, ${notice.changes}, ${notice.validFrom}::date, ${tx.actor.id}) on conflict (valid_from) do nothing returning id`.execute(tx.db);
  return rows[0]?.id;
}
