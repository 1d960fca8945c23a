/** Files that were brought in: what was staged, its rows with their verdicts, and what was carried out. Each sees his own. */
import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';
import type { FileRow } from '../../../platform/tables/table.ts';
import type { RawCell } from '../../../platform/tables/table.ts';
import type { Change, Problem, RowPlan, TableKindName, Verdict } from '../domain/tables/rows.ts';
import { first } from './dated.ts';

export interface TableImport {
  readonly id: number;
  readonly kind: TableKindName;
  readonly fileId: number;
  readonly fileHash: string;
  readonly fileName: string;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly columns: readonly string[];
  readonly unknownHeads: readonly string[];
  readonly createdAt: Date;
  readonly checkedAt: Date;
  readonly rechecks: number;
  readonly appliedAt: Date | null;
  /** Whether the rows are still kept. */
  readonly rows: number;
}

export interface StagedRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, RawCell>>;
  readonly verdict: Verdict;
  readonly label: string;
  readonly recordId: number | null;
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
  readonly differs: boolean;
}

const columns = sql.raw(`i.id, i.kind, i.file_id as "fileId", i.file_hash as "fileHash", i.file_name as "fileName", i.counts, i.columns, i.unknown_heads as "unknownHeads",
  i.created_at as "createdAt", i.checked_at as "checkedAt", i.rechecks, i.applied_at as "appliedAt",
  (select count(*)::int from organisation.table_import_row r where r.import_id = i.id) as rows`);

export function tableImport(tx: ReadTx, id: number): Promise<TableImport | undefined> {
  return first(tx, sql<TableImport>`select ${columns} from organisation.table_import i where i.id = ${id}`);
}

/** The import, so that nobody else carries it out meanwhile. */
export async function lockTableImport(tx: Tx, id: number): Promise<TableImport | undefined> {
  await sql`select id from organisation.table_import where id = ${id} for update`.execute(tx.db);
  return tableImport(tx, id);
}

/** The actor's own imports, the newest first. */
export async function myTableImports(tx: ReadTx, limit: number): Promise<TableImport[]> {
  return (await sql<TableImport>`select ${columns} from organisation.table_import i order by i.id desc limit ${limit}`.execute(tx.db)).rows;
}

export interface NewTableImport {
  readonly kind: TableKindName;
  readonly fileId: number;
  readonly fileHash: string;
  readonly fileName: string;
  readonly columns: readonly string[];
  readonly unknownHeads: readonly string[];
}

/** Keeps a file that was read. Its rows follow with `keepRows`. */
export async function addTableImport(tx: Tx, made: NewTableImport): Promise<number> {
  const row = await first(tx, sql<{ id: number }>`insert into organisation.table_import (kind, file_id, file_hash, file_name, owner_id, columns, unknown_heads)
    values (${made.kind}, ${made.fileId}, ${made.fileHash}, ${made.fileName}, ${tx.actor.id}, ${[...made.columns]}::text[], ${[...made.unknownHeads]}::text[]) returning id`);
  return (row as { id: number }).id;
}

/** What a verdict rests on; a second look that finds the same gives the same text. */
export function fingerprint({ verdict, recordId, changes, problems }: Pick<RowPlan, 'verdict' | 'recordId' | 'changes' | 'problems'>): string {
  return JSON.stringify([verdict, recordId, changes.map((one) => [one.column, one.from, one.to]), problems.map((one) => [one.column, one.th])]);
}

const batch = 2000;

/** Writes the rows with their verdicts; those whose fingerprint is another than in `before` are marked. */
export async function keepRows(tx: Tx, importId: number, rows: readonly FileRow[], plans: readonly RowPlan[], before?: ReadonlyMap<number, string>): Promise<void> {
  await sql`delete from organisation.table_import_row where import_id = ${importId}`.execute(tx.db);
  for (let at = 0; at < plans.length; at += batch) {
    const given = plans.slice(at, at + batch).map((plan, index) => {
      const print = fingerprint(plan);
      return {
        row: plan.row, cells: rows[at + index]?.cells, verdict: plan.verdict, label: plan.label.slice(0, 300), record: plan.recordId, changes: plan.changes, problems: plan.problems,
        print, differs: before !== undefined && before.get(plan.row) !== print,
      };
    });
    await sql`insert into organisation.table_import_row (import_id, row_number, owner_id, cells, verdict, label, record_id, changes, problems, fingerprint, differs)
      select ${importId}::int, "row", ${tx.actor.id}::int, cells, verdict, label, record, changes, problems, print, differs
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as r("row" int, cells jsonb, verdict text, label text, record int, changes jsonb, problems jsonb, print text, differs boolean)`.execute(tx.db);
  }
}

export async function setCounts(tx: Tx, importId: number, counts: Readonly<Record<Verdict, number>>, recheck: boolean): Promise<void> {
  await sql`update organisation.table_import set counts = ${JSON.stringify(counts)}::jsonb, checked_at = platform.legal_now(), rechecks = rechecks + ${recheck ? 1 : 0}::int where id = ${importId}`.execute(tx.db);
}

export async function markApplied(tx: Tx, importId: number, at: Date): Promise<void> {
  await sql`update organisation.table_import set applied_at = ${at} where id = ${importId}`.execute(tx.db);
}

/** The rows as the file had them, with what was found of each. */
export async function rowsToJudge(tx: ReadTx, importId: number): Promise<{ row: FileRow; fingerprint: string }[]> {
  const { rows } = await sql<{ number: number; cells: FileRow['cells']; fingerprint: string }>`select row_number as number, cells, fingerprint from organisation.table_import_row where import_id = ${importId} order by row_number`.execute(tx.db);
  return rows.map(({ number, cells, fingerprint: print }) => ({ row: { number, cells }, fingerprint: print }));
}

export interface RowFilter {
  readonly verdict?: Verdict;
  readonly differs?: boolean;
  /** Last row of the page before. */
  readonly after?: number;
  readonly limit: number;
}

/** Rows of an import, paged by their number. */
export async function stagedRows(tx: ReadTx, importId: number, filter: RowFilter): Promise<StagedRow[]> {
  return (await sql<StagedRow>`select row_number as "row", cells, verdict, label, record_id as "recordId", changes, problems, differs from organisation.table_import_row
    where import_id = ${importId} and (${filter.verdict ?? null}::text is null or verdict = ${filter.verdict ?? null}::text) and (not ${filter.differs ?? false}::boolean or differs)
      and row_number > ${filter.after ?? 0} order by row_number limit ${filter.limit}`.execute(tx.db)).rows;
}

export async function countDiffering(tx: ReadTx, importId: number): Promise<number> {
  return (await first(tx, sql<{ n: number }>`select count(*)::int as n from organisation.table_import_row where import_id = ${importId} and differs`))?.n ?? 0;
}
