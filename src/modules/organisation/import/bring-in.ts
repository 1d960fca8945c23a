/** From a file to verdicts to records. Screens and the command line both come through here. */
import { can, type Actor } from '../../../platform/access/actor.ts';
import { writeAudit, type AuditEntry } from '../../../platform/audit/audit.ts';
import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';
import { takeFiles, type FileRecord } from '../../../platform/files/file-records.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { fail, notFound, ok, type Result } from '../../../platform/result.ts';
import { findTable, likeness, readSheets, type ReadTable } from '../../../platform/tables/read-table.ts';
import { countVerdicts, isTaken } from '../domain/tables/plan.ts';
import { tableKinds, type RowPlan, type TableKindName, type Verdict } from '../domain/tables/rows.ts';
import { addTableImport, fingerprint, keepRows, lockTableImport, markApplied, rowsToJudge, setCounts } from '../store/table-imports.ts';
import { asFailure } from './apply-people.ts';
import { kindOf, type TableKind } from './kinds.ts';

/** Heads of the file of verdicts, which may be mended and sent again. */
export const verdictHeads = { verdict: { th: 'ผลการตรวจ', en: 'Verdict' }, reason: { th: 'เหตุผลและวิธีแก้', en: 'Reason and remedy' }, change: { th: 'สิ่งที่จะเปลี่ยน', en: 'What would change' } };
const ignored = Object.values(verdictHeads).flatMap((words) => [words.th, words.en]);

/** Whether an actor may bring a table in at all. */
export function mayBringIn(actor: Actor, kind: TableKind): Result<null> {
  if (can(actor, 'organisation.import') && can(actor, kind.permission)) return ok(null);
  return fail('NOT_ALLOWED', { th: `ท่านไม่มีสิทธินำเข้า${kind.title.th}`, en: `You may not bring in: ${kind.title.en}` }, { status: 403 });
}

/** The table of a kind in a file. A file of another kind is told by its heads. */
export async function readTableFile(content: Buffer, kind: TableKind): Promise<Result<ReadTable>> {
  const sheets = await readSheets(content);
  if (!sheets.ok) return sheets;
  const table = findTable(sheets.value, kind.columns, ignored);
  const like = (name: TableKindName) => likeness(sheets.value, kindOf(name).columns);
  const best = tableKinds.toSorted((a, b) => like(b) - like(a))[0] as TableKindName;
  if (best === kind.name || like(best) < 5 || like(best) < like(kind.name) + 3) return table;
  const other = kindOf(best).title;
  return fail('ANOTHER_TABLE', { th: `ไฟล์นี้เป็นตาราง${other.th} ไม่ใช่${kind.title.th} เลือกชนิดข้อมูลให้ตรงกับไฟล์`, en: `This file is a table of ${other.en}, not of ${kind.title.en}. Choose the kind that the file holds.` });
}

export interface Staged {
  readonly importId: number;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly audit: AuditEntry;
}

const about = (kind: TableKind, file: { hash: string; name: string }, counts: Readonly<Record<Verdict, number>>) => ({ kind: kind.name, file: file.name, hash: file.hash, ...counts });

/** Reads an uploaded file and keeps a verdict for every row; no record changes. */
export async function stageFile(tx: Tx, files: FileStore, kind: TableKind, file: FileRecord, day: string): Promise<Result<Staged>> {
  const table = await readTableFile(await files.get(file.hash), kind);
  if (!table.ok) return table;
  await takeFiles(tx, [file.id]);
  const importId = await addTableImport(tx, { kind: kind.name, fileId: file.id, fileHash: file.hash, fileName: file.name, columns: table.value.columns, unknownHeads: table.value.unknown });
  const plans = await kind.plan(tx, table.value.rows, day);
  const counts = countVerdicts(plans);
  await keepRows(tx, importId, table.value.rows, plans);
  await setCounts(tx, importId, counts, false);
  return ok({ importId, counts, audit: { action: 'organisation.import-staged', subject: { type: 'organisation.table-import', id: importId }, detail: about(kind, file, counts) } });
}

/** Judges the rows of a file without keeping anything. */
export async function judgeFile(tx: ReadTx, content: Buffer, kind: TableKind, day: string): Promise<Result<{ table: ReadTable; plans: RowPlan[] }>> {
  const table = await readTableFile(content, kind);
  return table.ok ? ok({ table: table.value, plans: await kind.plan(tx, table.value.rows, day) }) : table;
}

export type Confirmed = { readonly done: true; readonly written: number; readonly audit: AuditEntry } | { readonly done: false; readonly differing: number; readonly audit: AuditEntry };

const auditBatch = 500;

/** Nobody changes the tables between the last look and the writing; reading goes on. */
async function holdStill(tx: Tx, kind: TableKind): Promise<void> {
  await sql`lock table ${sql.join(kind.tables.map((table) => sql.table(`organisation.${table}`)))} in share row exclusive mode`.execute(tx.db);
}

/**
 * Carries a staged file out, all accepted rows or none. The rows are judged once more under a lock: where anything
 * differs from what the person saw, nothing is written and the new verdicts are kept to be looked at.
 */
export async function confirmImport(tx: Tx, importId: number, when: { day: string; at: Date; requestId: string | null }): Promise<Result<Confirmed>> {
  const staged = await lockTableImport(tx, importId);
  if (!staged) return notFound();
  const kind = kindOf(staged.kind);
  const may = mayBringIn(tx.actor, kind);
  if (!may.ok) return may;
  if (staged.appliedAt !== null) return fail('ALREADY_BROUGHT_IN', { th: 'ไฟล์นี้นำเข้าไปแล้ว ไม่ได้ทำซ้ำ', en: 'This file was brought in already. Nothing was done twice.' }, { status: 409 });
  if (staged.rows === 0) return fail('ROWS_GONE', { th: 'พ้นเวลาเก็บผลตรวจแล้ว กรุณาส่งไฟล์ใหม่', en: 'The verdicts are no longer kept. Please send the file again.' }, { status: 409 });
  await holdStill(tx, kind);
  const judged = await rowsToJudge(tx, importId);
  const rows = judged.map((one) => one.row);
  const plans = await kind.plan(tx, rows, when.day);
  const before = new Map(judged.map((one) => [one.row.number, one.fingerprint]));
  const differing = plans.filter((plan) => before.get(plan.row) !== fingerprint(plan)).length;
  const counts = countVerdicts(plans);
  const subject = { type: 'organisation.table-import', id: importId };
  const detail = about(kind, { hash: staged.fileHash, name: staged.fileName }, counts);
  if (differing > 0) {
    await keepRows(tx, importId, rows, plans, before);
    await setCounts(tx, importId, counts, true);
    return ok({ done: false, differing, audit: { action: 'organisation.import-looked-at-again', subject, detail: { ...detail, differing } } });
  }
  const written = plans.filter(isTaken).length;
  if (written === 0) return fail('NOTHING_TO_DO', { th: 'ไม่มีแถวที่จะนำเข้า', en: 'No row is to be brought in.' }, { status: 409 });
  let trail: AuditEntry[];
  try {
    trail = await kind.apply(tx, plans, { day: when.day, at: when.at, importId });
  } catch (error) {
    throw asFailure(error);
  }
  for (let at = 0; at < trail.length; at += auditBatch) await writeAudit(tx, trail.slice(at, at + auditBatch), when.at, when.requestId);
  await markApplied(tx, importId, when.at);
  return ok({ done: true, written, audit: { action: 'organisation.imported', subject, detail } });
}
