import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';
import { fail, ok, type Result } from '../../../platform/result.ts';

/** Condition of a dated row on a day: `${onDay('h', day)}`. The alias is written by us, never typed by a person. */
export function onDay(alias: string, day: string) {
  return sql<boolean>`${sql.ref(`${alias}.valid_from`)} <= ${day}::date and (${sql.ref(`${alias}.valid_to`)} is null or ${sql.ref(`${alias}.valid_to`)} >= ${day}::date)`;
}

type DatedTable = 'unit_name' | 'unit_abbreviation' | 'unit_code' | 'holding' | 'office_hours';

/**
 * Makes room for a row that starts on `from`: closes the row in force the day before. Refuses where a row starts on
 * that day or later already, because history would be told twice.
 */
export async function closeBefore(tx: Tx, table: DatedTable, where: ReturnType<typeof sql<boolean>>, from: string): Promise<Result<null>> {
  const name = sql.table(`organisation.${table}`);
  const later = await sql`select 1 from ${name} where ${where} and valid_from >= ${from}::date limit 1`.execute(tx.db);
  if (later.rows.length > 0) {
    const words = { th: 'มีข้อมูลที่เริ่มใช้ในวันนี้หรือหลังจากนี้อยู่แล้ว กรุณาเลือกวันที่หลังจากนั้น', en: 'There is already an entry that starts on or after this day. Choose a later day.' };
    return fail('LATER_ROW', words, { fields: { validFrom: words }, status: 409 });
  }
  await sql`update ${name} set valid_to = ${from}::date - 1 where ${where} and valid_from < ${from}::date and (valid_to is null or valid_to >= ${from}::date)`.execute(tx.db);
  return ok(null);
}

/** One row or undefined of a raw statement. */
export async function first<T>(tx: ReadTx, query: ReturnType<typeof sql<T>>): Promise<T | undefined> {
  return (await query.execute(tx.db)).rows[0];
}
