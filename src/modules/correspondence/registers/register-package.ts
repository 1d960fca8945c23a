// A unit's registers of a year as a package that opens without Krom: tables, papers, hashes, and how to check them.
import { createHash } from 'node:crypto';
import { signDetached, signPdf } from '../../../paper/index.ts';
import type { PaperDocument, Renderer } from '../../../paper/index.ts';
import { ok } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import { tableCsv } from '../../../platform/tables/write-table.ts';
import { writeZip } from '../../../platform/tables/write-zip.ts';
import { formatDate, localDate } from '../../../thai/index.ts';
import { bookName, registerColumns, voidColumns } from '../domain/register-columns.ts';
import type { RegisterTable } from '../domain/register-columns.ts';
import { manifestFile, manifestFormat, manifestSignature, manifestSums, readMe } from '../domain/register-manifest.ts';
import type { Manifest } from '../domain/register-manifest.ts';
import type { HouseKey } from './house-key.ts';
import { readMeText } from './register-read-me.ts';
import { registerDocument } from './register-files.ts';
import { printedRemark, printedWords, receivedRow, sentRow, voidRow } from './register-rows.ts';
import type { LeftOut, YearReceived, YearSent } from '../store/register-year.ts';

/** Rows of one PDF; a longer book goes on in the next. */
export const paperRows = 2_000;

export interface PackageInput {
  readonly unit: { readonly id: number; readonly label: string };
  /** Calendar year, B.E. */
  readonly year: number;
  readonly sent: readonly YearSent[];
  readonly received: readonly YearReceived[];
  readonly leftOut: readonly LeftOut[];
  readonly last: { readonly sent: ReadonlyMap<string, number>; readonly received: ReadonlyMap<string, number> };
  /** When the rows were read. */
  readonly asOf: Date;
  readonly madeBy: string;
  readonly origin: string;
  readonly key: HouseKey | undefined;
}

export interface RegisterPackage {
  readonly zip: Buffer;
  readonly manifest: Manifest;
  readonly letterFiles: number;
}

interface Paper {
  readonly file: string;
  readonly table: 'sent' | 'received' | 'voids';
  readonly book: string | null;
  readonly rows: number;
  readonly document: PaperDocument;
}

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Parts of a list, none of them empty. */
function cut<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / paperRows) }, (_, n) => rows.slice(n * paperRows, (n + 1) * paperRows));
}

const fileOf = (name: string, part: number, parts: number): string => `${name}${parts > 1 ? `-${String(part + 1).padStart(2, '0')}` : ''}.pdf`;

function papersOf({ unit, year, sent, received }: PackageInput): Paper[] {
  const bookPapers = <R extends { book: string }>(table: RegisterTable, rows: readonly R[], document: (rows: R[], book: string) => PaperDocument) =>
    [...new Set(rows.map((row) => row.book))].flatMap((book) => cut(rows.filter((row) => row.book === book)).map((few, part, all) => ({
      file: fileOf(`${table}-${book}`, part, all.length), table, book, rows: few.length, document: document(few, book),
    })));
  const title = (book: string) => `${unit.label} (${bookName(book)})`;
  const voids = sent.filter((row) => row.state === 'void');
  return [
    ...bookPapers('sent', sent, (rows, book) => registerDocument({ form: 'sent', unit: title(book), year, lines: rows.map((row) => ({ ...row, ...printedWords(row), remark: printedRemark(row) })) })),
    ...bookPapers('received', received, (rows, book) => registerDocument({
      form: 'received', unit: title(book), year, lines: rows.map((row) => ({ ...row, ...printedWords(row), reference: row.restricted ? '' : row.reference })),
    })),
    ...cut(voids).map((rows, part, all) => ({
      file: fileOf('voids', part, all.length), table: 'voids' as const, book: null, rows: rows.length,
      document: {
        kind: 'table-report' as const, orientation: 'landscape' as const, heading: 'บัญชีเลขที่ยกเลิก', titleLines: [`${unit.label} ปีปฏิทิน พ.ศ. ${year}`],
        columns: [['เลข', 1], ['ทะเบียน', 2], ['ที่', 3], ['ลงวันที่', 2], ['เรื่อง', 5], ['เหตุที่ยกเลิก', 5], ['ผู้ยกเลิก', 3]].map(([head, width]) => ({ head: String(head), width: Number(width), align: 'left' as const })),
        rows: rows.map(voidRow).map((row) => [String(row['number']), bookName(String(row['book'])), String(row['reference']), formatDate(localDate(String(row['letter_date'])), { style: 'short' }), String(row['subject']), String(row['void_reason']), String(row['voided_by'] ?? '')]),
      },
    })),
  ];
}

/** The last instant that the rows tell of: the same rows give the same sheets, whenever they are made. */
function newestOf({ sent, received, asOf }: PackageInput): Date {
  const instants = [...sent.flatMap((row) => [row.registeredAt, ...(row.voidedAt ? [row.voidedAt] : [])]), ...received.map((row) => row.registeredAt)];
  return instants.length === 0 ? asOf : new Date(Math.max(...instants.map((at) => at.getTime())));
}

function booksOf({ sent, received, leftOut, last }: PackageInput): Manifest['books'] {
  const of = (table: RegisterTable, rows: readonly { book: string; number: number }[], counters: ReadonlyMap<string, number>) =>
    [...new Set([...rows.map((row) => row.book), ...counters.keys()])].map((book) => ({
      table, book, rows: rows.filter((row) => row.book === book).length, last: rows.reduce((top, row) => (row.book === book ? Math.max(top, row.number) : top), counters.get(book) ?? 0),
      leftOut: leftOut.filter((one) => one.table === table && one.book === book).map(({ from, to, reason }) => ({ from, to, reason })),
    }));
  return [...of('sent', sent, last.sent), ...of('received', received, last.received)];
}

/**
 * Makes the package. `onPart` hears how many sheets are done of how many. Everything but the signatures and the manifest's
 * own instant depends on the rows alone. Failures: those of the printer and of the signature.
 */
export async function makePackage(paper: Renderer, input: PackageInput, onPart: (done: number, all: number) => Promise<void> = async () => {}): Promise<Result<RegisterPackage>> {
  const { unit, year, sent, received, asOf, key } = input;
  const voids = sent.filter((row) => row.state === 'void');
  const parts = new Map<string, Uint8Array>();
  const tables: Manifest['tables'] = [];
  const addTable = (table: 'sent' | 'received' | 'voids', csv: string, rows: number) => {
    parts.set(`${table}.csv`, Buffer.from(csv, 'utf8'));
    tables.push({ file: `${table}.csv`, table, rows });
  };
  addTable('sent', tableCsv({ columns: registerColumns.sent, rows: sent.map(sentRow(unit.label)) }), sent.length);
  addTable('received', tableCsv({ columns: registerColumns.received, rows: received.map(receivedRow(unit.label)) }), received.length);
  addTable('voids', tableCsv({ columns: voidColumns, rows: voids.map(voidRow) }), voids.length);

  const printed: Manifest['papers'] = [];
  const createdAt = newestOf(input);
  const wanted = papersOf(input);
  for (const [done, { document, ...about }] of wanted.entries()) {
    await onPart(done, wanted.length);
    const made = await paper.renderPdf(document, { createdAt });
    if (!made.ok) return made;
    const signed = key ? await signPdf(made.value.pdf, { signer: key.signer, name: key.name, reason: `ทะเบียน ${unit.label} พ.ศ. ${year}`, signedAt: asOf }) : undefined;
    if (signed && !signed.ok) return signed;
    parts.set(about.file, signed?.value.pdf ?? made.value.pdf);
    printed.push({ ...about, pages: made.value.pages });
  }
  const base = { unit, year, asOf: asOf.toISOString(), madeBy: input.madeBy, origin: input.origin, signed: key ? { by: key.name } : null };
  parts.set(readMe, Buffer.from(readMeText({ ...base, sent: sent.length, received: received.length, voids: voids.length, papers: printed.map((one) => one.file) }), 'utf8'));
  const manifest: Manifest = {
    format: manifestFormat, ...base, tables, books: booksOf(input), papers: printed,
    parts: [...parts].map(([file, content]) => ({ file, bytes: content.byteLength, sha256: sha256(content) })),
  };
  const body = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, 'utf8');
  parts.set(manifestFile, body);
  if (key) parts.set(manifestSignature, await signDetached(body, key.signer));
  // As sha256sum writes it, so that `sha256sum -c manifest.sha256` needs nothing of this house.
  parts.set(manifestSums, Buffer.from([...parts].map(([file, content]) => `${sha256(content)}  ${file}\n`).join(''), 'utf8'));
  return ok({ zip: writeZip(parts, asOf), manifest, letterFiles: sent.filter((row) => row.fileHash !== null).length });
}
