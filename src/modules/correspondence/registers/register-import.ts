// From a table of an old register to verdicts, to rows of the register, and back again while nothing leans on them.
import { z } from 'zod';
import type { AuditEntry } from '../../../platform/audit/audit.ts';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import { takeFiles } from '../../../platform/files/file-records.ts';
import type { FileRecord } from '../../../platform/files/file-records.ts';
import { defineJob, enqueue } from '../../../platform/jobs/jobs.ts';
import { fail, notFound, ok } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import { indexDocuments, removeDocument } from '../../../platform/search/index-document.ts';
import type { SearchSource } from '../../../platform/search/search-source.ts';
import type { Services } from '../../../platform/services.ts';
import { readCell } from '../../../platform/tables/cells.ts';
import { findTable, readSheets } from '../../../platform/tables/read-table.ts';
import type { TableColumn, TableRow } from '../../../platform/tables/table.ts';
import { importVerdicts, judgeRegister, nextNumbers, underHeadings } from '../domain/judge-register.ts';
import type { ImportVerdict, JudgedRow, OldEntry, OldRow, RegisterKnowledge } from '../domain/judge-register.ts';
import type { Book } from '../domain/kinds.ts';
import { referenceFrame } from '../domain/reference.ts';
import { registerColumns } from '../domain/register-columns.ts';
import type { IncomingBook, RegisterTable } from '../domain/register-columns.ts';
import { importMessages as messages } from '../features/import-register/messages.ts';
import { letterCodes, senderOn, unitChoice } from '../office.ts';
import { receivedType, indexReceived } from '../received/search.ts';
import { receivedRow, sentRow } from './register-rows.ts';
import { bookOf } from '../store/drafts.ts';
import { startIncomingAt } from '../store/incoming-series.ts';
import { startSeriesAt } from '../store/numbers.ts';
import { addImport, carriedRows, findImport, fingerprintOf, importRows, importUses, keepImportRows, lockBooks, markImported, receivedIdsOf, setImportCounts, undoImport, visibleEntries, writeOldRows } from '../store/register-imports.ts';
import type { RegisterImport } from '../store/register-imports.ts';
import { lastNumbers, numbersTaken, receivedOfYear, sentOfYear } from '../store/register-year.ts';
import { address } from '../shown.tsx';

/** Heads of the file of verdicts, which may be mended and sent again. */
export const verdictHeads = ['ผลการตรวจ', 'เหตุผลและข้อสังเกต', 'Verdict', 'Reason and remarks'];

type ImportServices = Pick<Services, 'clock' | 'files'>;

const countOf = (judged: readonly JudgedRow[]) =>
  Object.fromEntries(importVerdicts.map((verdict) => [verdict, judged.filter((one) => one.verdict === verdict).length])) as Record<ImportVerdict, number>;

/** Letter codes of the unit on the days of rows that do not bear their number in full. */
async function codesOn(tx: ReadTx, unitId: number, rows: readonly OldRow[]): Promise<ReadonlyMap<string, string | undefined>> {
  const column = registerColumns.sent.find((one) => one.code === 'letter_date') as TableColumn;
  const days = new Set(rows.flatMap((row) => {
    const day = readCell(column, row.cells['letter_date']);
    return [...(day.ok && typeof day.value === 'string' ? [day.value] : []), ...(row.headingDay ? [row.headingDay] : [])];
  }));
  const codes = new Map<string, string | undefined>();
  for (const day of [...days].slice(0, 400)) codes.set(day, (await senderOn(tx, unitId, day))?.code);
  return codes;
}

/** What the house knows of a register, to judge rows by. */
async function knowledge(tx: ReadTx, about: { unitId: number; table: RegisterTable; year: number; today: string }, rows: readonly OldRow[]): Promise<RegisterKnowledge> {
  const { unitId, table, year, today } = about;
  const unit = await senderOn(tx, unitId, today);
  const label = (await unitChoice(tx, unitId, today))?.label ?? '';
  const here = table === 'sent' ? (await sentOfYear(tx, unitId, year)).map(sentRow(label)) : (await receivedOfYear(tx, unitId, year)).map(receivedRow(label));
  const codes = table === 'sent' ? await codesOn(tx, unitId, rows) : new Map<string, string>();
  return {
    table, year, today, unitNames: [label, unit?.name ?? '', unit?.abbreviation ?? ''].filter(Boolean), unitShort: unit?.abbreviation ?? '',
    codes: new Set((await letterCodes(tx)).map((code) => `${code.letters} ${code.digits}`)),
    circularBook: await bookOf(tx, unitId, true, year),
    frame(book, circular, number, day) {
      const code = codes.get(day);
      if (code === undefined && (book === 'outgoing' || book === 'circular')) return undefined;
      const { prefix, suffix } = referenceFrame(book as Book, circular, code ?? '', year);
      return `${prefix}${number}${suffix}`;
    },
    taken: await numbersTaken(tx, unitId, year, table),
    here: new Map(here.map((row: TableRow) => [`${String(row['book'])} ${String(row['number'])}`, row])),
  };
}

/** Reads a file and keeps a verdict for every row; the register does not change. */
export async function stageRegister(tx: Tx, services: ImportServices, about: { unitId: number; table: RegisterTable; year: number }, file: FileRecord): Promise<Result<{ importId: number; audit: AuditEntry }>> {
  const sheets = await readSheets(await services.files.get(file.hash));
  if (!sheets.ok) return sheets;
  const table = findTable(sheets.value, registerColumns[about.table], verdictHeads);
  if (!table.ok) return table;
  const rows = underHeadings(table.value.rows);
  const judged = judgeRegister(rows, await knowledge(tx, { ...about, today: services.clock.today() }, rows));
  await takeFiles(tx, [file.id], { unitId: about.unitId });
  const counts = countOf(judged);
  const importId = await addImport(tx, {
    unitId: about.unitId, form: about.table, year: about.year, fileId: file.id, fileHash: file.hash, fileName: file.name, counts, columns: table.value.columns, unknownHeads: table.value.unknown, at: services.clock.now(),
  });
  await keepImportRows(tx, importId, about.unitId, rows, judged);
  return ok({ importId, audit: { action: 'correspondence.register-import-checked', subject: { type: 'correspondence.register-import', id: importId }, unitId: about.unitId, detail: { form: about.table, year: about.year, file: file.name, hash: file.hash, ...counts } } });
}

async function judgeAgain(tx: ReadTx, staged: RegisterImport, today: string) {
  const kept = await importRows(tx, staged.id, { limit: 100_000 });
  const rows: OldRow[] = kept.map((row) => ({ number: row.row, cells: row.cells, ...(row.headingDay === null ? {} : { headingDay: row.headingDay }) }));
  return { kept, rows, judged: judgeRegister(rows, await knowledge(tx, { unitId: staged.unitId, table: staged.form, year: staged.year, today }, rows)) };
}

/** How the series would go on after the accepted rows: what a person sees before saying yes. */
export async function proposedNumbers(tx: ReadTx, staged: RegisterImport, today: string): Promise<{ book: string; next: number }[]> {
  const { judged } = await judgeAgain(tx, staged, today);
  return [...nextNumbers(judged, await lastNumbers(tx, staged.unitId, staged.year, staged.form))].map(([book, next]) => ({ book, next }));
}

export type Imported = { readonly done: true; readonly written: number; readonly audit: AuditEntry } | { readonly done: false; readonly differing: number; readonly audit: AuditEntry };

/**
 * Writes the accepted rows, all or none, after judging them once more while nobody can take a number. Where anything
 * differs from what the person saw nothing is written. A series whose end the old rows reach goes on after them.
 */
export async function confirmRegister(tx: Tx, services: ImportServices, importId: number): Promise<Result<Imported>> {
  const staged = await findImport(tx, importId, true);
  if (!staged) return notFound();
  if (staged.appliedAt !== null) return fail('ALREADY_BROUGHT_IN', messages.words('already'), { status: 409 });
  const { unitId, year, form } = staged;
  const first = await judgeAgain(tx, staged, services.clock.today());
  const books = [...new Set(first.judged.flatMap((one) => (one.entry ? [one.entry.book] : [])))];
  await lockBooks(tx, unitId, year, form, books);
  const { kept, rows, judged } = await judgeAgain(tx, staged, services.clock.today());
  const before = new Map(kept.map((row) => [row.row, row.fingerprint]));
  const differing = judged.filter((one) => before.get(one.row) !== fingerprintOf(one)).length;
  const subject = { type: 'correspondence.register-import', id: importId };
  const counts = countOf(judged);
  const detail = { form, year, file: staged.fileName, hash: staged.fileHash, ...counts };
  const at = services.clock.now();
  if (differing > 0) {
    await keepImportRows(tx, importId, unitId, rows, judged, before);
    await setImportCounts(tx, importId, counts, at);
    return ok({ done: false, differing, audit: { action: 'correspondence.register-import-looked-at-again', subject, unitId, detail: { ...detail, differing } } });
  }
  const entries = judged.flatMap((one): OldEntry[] => (one.entry ? [one.entry] : []));
  if (entries.length === 0) return fail('NOTHING_TO_DO', messages.words('nothing'), { status: 409 });
  const next = nextNumbers(judged, await lastNumbers(tx, unitId, year, form));
  await writeOldRows(tx, { importId, unitId, year, table: form, outcome: messages.in('th')('carried'), at }, entries);
  const reason = messages.in('th')('startReason', { file: staged.fileName });
  for (const [book, number] of next) {
    if (form === 'sent') await startSeriesAt(tx, unitId, book as Book, year, number, reason, at);
    else await startIncomingAt(tx, unitId, book as IncomingBook, year, number, reason, at);
  }
  await markImported(tx, importId, at);
  await enqueue(tx, indexOldRows, { importId });
  return ok({ done: true, written: entries.length, audit: { action: 'correspondence.register-imported', subject, unitId, detail: { ...detail, next: Object.fromEntries(next) } } });
}

/** Takes an import back whole. Fails with IMPORT_USED while something leans on one of its rows. The series stay where they are: a number is never given twice. */
export async function takeBackRegister(tx: Tx, services: ImportServices, importId: number, reason: string): Promise<Result<{ gone: number; audit: AuditEntry }>> {
  const staged = await findImport(tx, importId, true);
  if (!staged || staged.appliedAt === null) return notFound();
  if (staged.undoneAt !== null) return fail('UNDONE_ALREADY', messages.words('undoneAlready'), { status: 409 });
  const uses = await importUses(tx, importId);
  if (uses > 0) return fail('IMPORT_USED', messages.words('used', { n: uses }), { status: 409 });
  const [type, ids] = staged.form === 'sent'
    ? [carriedType, (await carriedRows(tx, importId, 0, 100_000)).map((row) => row.id)] as const
    : [receivedType, await receivedIdsOf(tx, importId, 0, 100_000)] as const;
  for (const id of ids) await removeDocument(tx, type, id);
  const gone = await undoImport(tx, importId, reason, services.clock.now());
  return ok({ gone, audit: { action: 'correspondence.register-import-undone', subject: { type: 'correspondence.register-import', id: importId }, unitId: staged.unitId, detail: { rows: gone, reason, file: staged.fileName } } });
}

export const carriedType = 'correspondence.register-entry';

/** Old rows in the search of the house: they say where they come from and lead to their place in the register. */
export const carriedSearch: SearchSource = { type: carriedType, label: messages.words('carried'), readable: visibleEntries };

const batch = 500;

/** Puts what was brought in into the search, piece by piece. */
export const indexOldRows = defineJob({
  name: 'correspondence.index-old-rows',
  title: messages.words('indexJob'),
  payload: z.object({ importId: z.int().positive() }),
  async run({ importId }, { read, write }) {
    const found = await read((tx) => findImport(tx, importId));
    if (!found || found.undoneAt !== null) return;
    for (let after = 0; ;) {
      const last = await write(async (tx) => {
        // An import that was taken back meanwhile has no rows any more.
        if (found.form === 'received') {
          const ids = await receivedIdsOf(tx, importId, after, batch);
          for (const id of ids) await indexReceived(tx, id);
          return { value: ids.at(-1), audit: [] };
        }
        const rows = await carriedRows(tx, importId, after, batch);
        await indexDocuments(tx, rows.map((row) => ({
          type: carriedType, id: row.id, title: row.subject, reference: row.reference, date: row.letterDate, unitId: row.unitId, readers: [row.unitId],
          body: [row.from, row.to, `${row.number}/${row.year}`, row.remark, messages.in('th')('carried')].filter(Boolean).join('\n'),
          href: address('/register', { unit: row.unitId, year: row.year, book: row.book, go: row.number }),
        })));
        return { value: rows.at(-1)?.id, audit: [] };
      });
      if (last === undefined) return;
      after = last;
    }
  },
});
