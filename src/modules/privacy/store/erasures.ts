import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';

/** The last time that lines of a log were erased. */
export interface Erasure {
  readonly rule: string;
  readonly erased: number;
  readonly at: Date;
}

export async function lastErasures(tx: ReadTx): Promise<ReadonlyMap<string, Erasure>> {
  const { rows } = await sql<Erasure>`select distinct on (rule) rule, erased, at from privacy.erasure order by rule, id desc`.execute(tx.db);
  return new Map(rows.map((row) => [row.rule, row]));
}

export async function noteErasure(tx: Tx, rule: string, before: Date, erased: number): Promise<void> {
  await sql`insert into privacy.erasure (rule, before, erased) values (${rule}, ${before}::timestamptz, ${erased})`.execute(tx.db);
}
