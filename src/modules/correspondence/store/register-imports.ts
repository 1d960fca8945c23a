// Old registers that are brought in: the file with a verdict for each row, what was written of it, and taking it back.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { RawCell } from '../../../platform/tables/table.ts';
import type { ImportVerdict, JudgedRow, OldEntry, OldRow, RowProblem } from '../domain/judge-register.ts';
import type { RegisterTable } from '../domain/register-columns.ts';

export interface RegisterImport {
  readonly id: number;
  readonly unitId: number;
  readonly form: RegisterTable;
  readonly year: number;
  readonly fileHash: string;
  readonly fileName: string;
  readonly counts: Readonly<Record<ImportVerdict, number>>;
  readonly columns: readonly string[];
  readonly unknownHeads: readonly string[];
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly checkedAt: Date;
  readonly rechecks: number;
  readonly appliedAt: Date | null;
  readonly appliedBy: string | null;
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
  readonly undoReason: string | null;
}

export interface ImportRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, RawCell>>;
  readonly headingDay: string | null;
  readonly verdict: ImportVerdict;
  readonly label: string;
  readonly problems: readonly RowProblem[];
  readonly differs: boolean;
  readonly fingerprint: string;
}

const columns = sql`id, owner_unit_id as "unitId", form, year, file_hash as "fileHash", file_name as "fileName", counts, columns, unknown_heads as "unknownHeads", made_at as "madeAt",
  made_by_name as "madeBy", checked_at as "checkedAt", rechecks, applied_at as "appliedAt", applied_by_name as "appliedBy", undone_at as "undoneAt", undone_by_name as "undoneBy",
  undo_reason as "undoReason"`;

export interface NewImport extends Pick<RegisterImport, 'unitId' | 'form' | 'year' | 'fileHash' | 'fileName' | 'counts' | 'columns' | 'unknownHeads'> {
  readonly fileId: number;
  readonly at: Date;
}

export async function addImport(tx: Tx, one: NewImport): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into correspondence.register_import (owner_unit_id, form, year, file_id, file_hash, file_name, counts, columns, unknown_heads, made_at, made_by, made_by_name, checked_at)
    values (${one.unitId}, ${one.form}, ${one.year}, ${one.fileId}, ${one.fileHash}, ${one.fileName}, ${JSON.stringify(one.counts)}::jsonb, ${[...one.columns]}::text[], ${[...one.unknownHeads]}::text[],
      ${one.at}, ${tx.actor.id}, ${tx.actor.name}, ${one.at}) returning id`.execute(tx.db);
  return rows[0]?.id ?? 0;
}

export async function findImport(tx: ReadTx, id: number, lock = false): Promise<RegisterImport | undefined> {
  return (await sql<RegisterImport>`select ${columns} from correspondence.register_import where id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx.db)).rows[0];
}

export async function importsOf(tx: ReadTx, unitId: number, limit: number): Promise<RegisterImport[]> {
  return (await sql<RegisterImport>`select ${columns} from correspondence.register_import where owner_unit_id = ${unitId} order by id desc limit ${limit}`.execute(tx.db)).rows;
}

/** Tells whether a second look found the same. */
export const fingerprintOf = ({ verdict, entry, problems }: JudgedRow): string => createHash('sha256').update(JSON.stringify([verdict, entry, problems])).digest('hex');

/** Keeps the verdicts; `before` holds the fingerprints of the last look. */
export async function keepImportRows(tx: Tx, importId: number, unitId: number, rows: readonly OldRow[], judged: readonly JudgedRow[], before?: ReadonlyMap<number, string>): Promise<void> {
  const cells = new Map(rows.map((row) => [row.number, row]));
  const all = judged.map((one) => ({
    row_number: one.row, cells: cells.get(one.row)?.cells ?? {}, heading_day: cells.get(one.row)?.headingDay ?? null, verdict: one.verdict, label: one.label, entry: one.entry,
    problems: one.problems, fingerprint: fingerprintOf(one), differs: before !== undefined && before.get(one.row) !== fingerprintOf(one),
  }));
  await sql`insert into correspondence.register_import_row (import_id, row_number, owner_unit_id, cells, heading_day, verdict, label, entry, problems, fingerprint, differs)
    select ${importId}, r.row_number, ${unitId}, r.cells, r.heading_day, r.verdict, r.label, r.entry, r.problems, r.fingerprint, r.differs
    from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as r(row_number int, cells jsonb, heading_day date, verdict text, label text, entry jsonb, problems jsonb, fingerprint text, differs boolean)
    on conflict (import_id, row_number) do update set verdict = excluded.verdict, label = excluded.label, entry = excluded.entry, problems = excluded.problems,
      fingerprint = excluded.fingerprint, differs = excluded.differs`.execute(tx.db);
}

export async function importRows(tx: ReadTx, importId: number, which: { only?: ImportVerdict | 'warned' | 'differs' | undefined; after?: number | undefined; limit: number }): Promise<ImportRow[]> {
  const only = which.only ?? null;
  const { rows } = await sql<ImportRow>`select row_number as row, cells, heading_day as "headingDay", verdict, label, problems, differs, fingerprint from correspondence.register_import_row
    where import_id = ${importId} and row_number > ${which.after ?? 0}
      and (${only}::text is null or case ${only}::text when 'warned' then verdict = 'new' and problems <> '[]'::jsonb when 'differs' then differs else verdict = ${only} end)
    order by row_number limit ${which.limit}`.execute(tx.db);
  return rows;
}

export async function warnedRows(tx: ReadTx, importId: number): Promise<{ warned: number; differing: number }> {
  const { rows } = await sql<{ warned: number; differing: number }>`select count(*) filter (where verdict = 'new' and problems <> '[]'::jsonb)::int as warned,
    count(*) filter (where differs)::int as differing from correspondence.register_import_row where import_id = ${importId}`.execute(tx.db);
  return rows[0] ?? { warned: 0, differing: 0 };
}

export async function setImportCounts(tx: Tx, importId: number, counts: RegisterImport['counts'], at: Date): Promise<void> {
  await sql`update correspondence.register_import set counts = ${JSON.stringify(counts)}::jsonb, checked_at = ${at}, rechecks = rechecks + 1 where id = ${importId}`.execute(tx.db);
}

/** The books of these rows stand still until the transaction ends: nobody takes a number of theirs meanwhile. */
export async function lockBooks(tx: Tx, unitId: number, year: number, table: RegisterTable, books: readonly string[]): Promise<void> {
  const counter = table === 'sent' ? sql`correspondence.counter` : sql`correspondence.incoming_counter`;
  for (const book of books.toSorted()) {
    await sql`insert into ${counter} (owner_unit_id, book, year, last_number) values (${unitId}, ${book}, ${year}, 0) on conflict do nothing`.execute(tx.db);
    await sql`select from ${counter} where owner_unit_id = ${unitId} and book = ${book} and year = ${year} for update`.execute(tx.db);
  }
}

const noon = (day: string): string => `${day}T12:00:00+07:00`;

/** Writes accepted rows as rows of the register, marked as carried over; in the order of their numbers. */
export async function writeOldRows(tx: Tx, one: { importId: number; unitId: number; year: number; table: RegisterTable; outcome: string; at: Date }, entries: readonly OldEntry[]): Promise<void> {
  // A row of today would otherwise lie in the afternoon to come.
  const rows = entries.toSorted((a, b) => a.day.localeCompare(b.day) || a.number - b.number)
    .map((entry) => ({ ...entry, at: new Date(Math.min(Date.parse(noon(entry.day)), one.at.getTime())).toISOString(), circular: entry.book === 'circular' || /\/ว\s?\d/u.test(entry.reference) }));
  const json = JSON.stringify(rows);
  const shape = sql`as r(book text, number int, reference text, "letterDate" date, at timestamptz, "from" text, "to" text, subject text, action text, remark text, "voidReason" text, circular boolean)`;
  if (one.table === 'sent') {
    await sql`insert into correspondence.register_entry (owner_unit_id, book, year, number, reference, circular, letter_date, from_text, to_text, subject, action_text, remark, subject_type,
        registered_at, registered_by, registered_by_name, state, void_reason, voided_at, voided_by_name, carried_over, import_id)
      select ${one.unitId}, r.book, ${one.year}, r.number, r.reference, r.circular, r."letterDate", r."from", r."to", r.subject, r.action, r.remark, 'correspondence.carried-over',
        r.at, ${tx.actor.id}::int, ${tx.actor.name}, case when r."voidReason" is null then 'valid' else 'void' end, r."voidReason",
        case when r."voidReason" is not null then r.at end, case when r."voidReason" is not null then ${tx.actor.name} end, true, ${one.importId}
      from jsonb_to_recordset(${json}::jsonb) ${shape} order by r.at, r.number`.execute(tx.db);
    return;
  }
  await sql`insert into correspondence.received_letter (owner_unit_id, book, year, number, channel, from_text, reference, letter_date, to_text, subject, received_at, deemed_received_at,
      registered_at, registered_by, registered_by_name, state, closed_at, closed_by_name, outcome, action_text, remark, carried_over, import_id)
    select ${one.unitId}, r.book, ${one.year}, r.number, 'paper', r."from", r.reference, r."letterDate", r."to", r.subject, r.at, r.at,
      r.at, ${tx.actor.id}::int, ${tx.actor.name}, 'closed', r.at, ${tx.actor.name}, ${one.outcome}, r.action, r.remark, true, ${one.importId}
    from jsonb_to_recordset(${json}::jsonb) ${shape} order by r.at, r.number`.execute(tx.db);
}

export async function markImported(tx: Tx, importId: number, at: Date): Promise<void> {
  await sql`update correspondence.register_import set applied_at = ${at}, applied_by_name = ${tx.actor.name} where id = ${importId}`.execute(tx.db);
}

/** Rows that something leans on; while there are any the import stays. */
export async function importUses(tx: ReadTx, importId: number): Promise<number> {
  return (await sql<{ n: number | null }>`select correspondence.import_uses(${importId}) as n`.execute(tx.db)).rows[0]?.n ?? 0;
}

/** Takes the rows of an import out of the register again. */
export async function undoImport(tx: Tx, importId: number, reason: string, at: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`select correspondence.undo_register_import(${importId}) as n`.execute(tx.db);
  await sql`update correspondence.register_import set undone_at = ${at}, undone_by_name = ${tx.actor.name}, undo_reason = ${reason} where id = ${importId}`.execute(tx.db);
  return rows[0]?.n ?? 0;
}

/** A row that came from an old register, for the search of the house. */
export interface CarriedRow {
  readonly id: number;
  readonly unitId: number;
  readonly book: string;
  readonly year: number;
  readonly number: number;
  readonly reference: string;
  readonly letterDate: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly remark: string;
}

/** Rows of an import after an id, for putting them into the search piece by piece. */
export async function carriedRows(tx: ReadTx, importId: number, after: number, limit: number): Promise<CarriedRow[]> {
  return (await sql<CarriedRow>`select id, owner_unit_id as "unitId", book, year, number, reference, letter_date as "letterDate", from_text as "from", to_text as "to", subject, remark
    from correspondence.register_entry where import_id = ${importId} and id > ${after} and state = 'valid' order by id limit ${limit}`.execute(tx.db)).rows;
}

export async function receivedIdsOf(tx: ReadTx, importId: number, after: number, limit: number): Promise<number[]> {
  return (await sql<{ id: number }>`select id from correspondence.received_letter where import_id = ${importId} and id > ${after} order by id limit ${limit}`.execute(tx.db)).rows.map((row) => row.id);
}

/** Of these rows of the register, those that the actor may read. */
export async function visibleEntries(tx: ReadTx, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`select id from correspondence.register_entry where id = any(${[...ids]}::bigint[])`.execute(tx.db);
  return new Set(rows.map((row) => row.id));
}
