// Checks a package of registers without a house: parts against their hashes, tables against papers, numbers for gaps and doubles, signatures.
import { createHash } from 'node:crypto';
import { attachedDocument, verifyDetached, verifyPdf } from '../../../paper/index.ts';
import type { ChainState, TrustOptions } from '../../../paper/index.ts';
import { fail, ok } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import { readCsv } from '../../../platform/tables/read-csv.ts';
import { rawText } from '../../../platform/tables/cells.ts';
import type { Words } from '../../../platform/words.ts';
import { bookName } from '../domain/register-columns.ts';
import { doublesOf, gapsOf, manifestFile, manifestSchema, manifestSignature, manifestSums } from '../domain/register-manifest.ts';
import type { Manifest } from '../domain/register-manifest.ts';

/** A row of a table of the package, by the codes of its columns, as written. */
export type PackageRow = Readonly<Record<string, string>>;

export interface PackageReport {
  readonly manifest: Manifest;
  readonly tables: ReadonlyMap<string, readonly PackageRow[]>;
  /** What is wrong; empty where nothing is. */
  readonly findings: readonly Words[];
  readonly signature: { readonly by: string; readonly chain: ChainState } | undefined;
}

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
const spans = (few: readonly { from: number; to: number }[]): string => few.slice(0, 20).map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ') + (few.length > 20 ? ' …' : '');

/** The rows of a CSV of a package: the second line holds the codes of the columns. */
export function packageRows(content: Buffer): PackageRow[] | undefined {
  const read = readCsv(content);
  const rows = read.ok ? read.value[0]?.rows : undefined;
  const codes = rows?.[1]?.map(rawText);
  if (!rows || !codes?.includes('number')) return undefined;
  return rows.slice(2).filter((row) => row.some((cell) => rawText(cell) !== '')).map((row) => Object.fromEntries(codes.map((code, at) => [code, rawText(row[at])])));
}

function partFindings(parts: ReadonlyMap<string, Buffer>, manifest: Manifest): Words[] {
  const findings: Words[] = [];
  for (const { file, sha256: hash } of manifest.parts) {
    const content = parts.get(file);
    if (!content) findings.push({ th: `ไม่มีไฟล์ ${file}`, en: `${file} is missing` });
    else if (sha256(content) !== hash) findings.push({ th: `ไฟล์ ${file} ถูกแก้ไข ค่า SHA-256 ไม่ตรงกับรายการ`, en: `${file} was changed: its SHA-256 is not that of the manifest` });
  }
  const known = new Set([...manifest.parts.map((part) => part.file), manifestFile, manifestSums, manifestSignature]);
  for (const file of parts.keys()) if (!known.has(file)) findings.push({ th: `มีไฟล์ที่ไม่อยู่ในรายการ: ${file}`, en: `${file} is not in the manifest` });
  const sums = parts.get(manifestSums)?.toString('utf8');
  const expected = [...parts].filter(([file]) => known.has(file) && file !== manifestSums).map(([file, content]) => `${sha256(content)}  ${file}`);
  const written = new Set((sums ?? '').split(/\r?\n/).filter(Boolean));
  if (sums === undefined) findings.push({ th: `ไม่มีไฟล์ ${manifestSums}`, en: `${manifestSums} is missing` });
  else for (const line of expected) if (!written.has(line)) findings.push({ th: `${manifestSums} ไม่ตรงกับไฟล์ ${line.slice(66)}`, en: `${manifestSums} does not fit ${line.slice(66)}` });
  return findings;
}

/** Books against their tables: how many rows, numbers twice, numbers that are nowhere. */
function numberFindings(manifest: Manifest, tables: ReadonlyMap<string, readonly PackageRow[]>): Words[] {
  const findings: Words[] = [];
  for (const { file, table, rows } of manifest.tables) {
    const found = tables.get(table);
    if (!found) findings.push({ th: `อ่านตาราง ${file} ไม่ได้`, en: `${file} cannot be read as a table` });
    else if (found.length !== rows) findings.push({ th: `${file} มี ${found.length} รายการ แต่รายการไฟล์ระบุ ${rows}`, en: `${file} has ${found.length} rows, the manifest says ${rows}` });
  }
  for (const { table, book, rows, last, leftOut } of manifest.books) {
    const numbers = (tables.get(table) ?? []).filter((row) => row['book'] === bookName(book)).map((row) => Number(row['number']));
    const name = { th: bookName(book), en: bookName(book, 'en') };
    if (numbers.length !== rows) findings.push({ th: `ทะเบียน${name.th} มี ${numbers.length} รายการ แต่รายการไฟล์ระบุ ${rows}`, en: `${name.en}: ${numbers.length} rows, the manifest says ${rows}` });
    const doubles = doublesOf(numbers).map((n) => ({ from: n, to: n }));
    if (doubles.length > 0) findings.push({ th: `ทะเบียน${name.th} มีเลขซ้ำ: ${spans(doubles)}`, en: `${name.en}: numbers that stand twice: ${spans(doubles)}` });
    const gaps = gapsOf(numbers, last, leftOut);
    if (gaps.length > 0) findings.push({ th: `ทะเบียน${name.th} มีเลขขาด: ${spans(gaps)}`, en: `${name.en}: numbers are missing: ${spans(gaps)}` });
  }
  return findings;
}

/** Sheets against tables, row by row, by the data that each PDF carries. */
async function paperFindings(parts: ReadonlyMap<string, Buffer>, manifest: Manifest, tables: ReadonlyMap<string, readonly PackageRow[]>): Promise<Words[]> {
  const findings: Words[] = [];
  const printed = new Map<string, string[]>();
  for (const { file, table, book, rows } of manifest.papers) {
    const pdf = parts.get(file);
    if (!pdf) continue;
    const document = (await attachedDocument(pdf)) as { rows?: unknown[] } | undefined;
    const lines = document?.rows?.filter((row): row is string[] => Array.isArray(row));
    if (!lines) {
      findings.push({ th: `อ่านรายการใน ${file} ไม่ได้`, en: `The rows of ${file} cannot be read` });
      continue;
    }
    if (lines.length !== rows) findings.push({ th: `${file} มี ${lines.length} รายการ แต่รายการไฟล์ระบุ ${rows}`, en: `${file} has ${lines.length} rows, the manifest says ${rows}` });
    const key = `${table} ${book ?? ''}`;
    printed.set(key, [...(printed.get(key) ?? []), ...lines.map((line) => (table === 'voids' ? [line[1], line[0], line[2], line[4]] : [bookName(book ?? ''), line[0], line[1], line[5]]).join(' | '))]);
  }
  const written = new Map<string, string[]>();
  for (const [table, rows] of tables) {
    for (const row of rows) {
      const book = manifest.books.find((one) => one.table === (table === 'voids' ? 'sent' : table) && (bookName(one.book) === row['book'] || one.book === row['book']));
      const key = `${table} ${table === 'voids' ? '' : (book?.book ?? '')}`;
      written.set(key, [...(written.get(key) ?? []), [bookName(book?.book ?? ''), row['number'], row['reference'], row['subject']].join(' | ')]);
    }
  }
  for (const key of new Set([...printed.keys(), ...written.keys()])) {
    const papers = new Set(printed.get(key));
    const table = new Set(written.get(key));
    const differing = [...[...table].filter((line) => !papers.has(line)), ...[...papers].filter((line) => !table.has(line))];
    if (differing.length > 0) findings.push({ th: `CSV กับ PDF ไม่ตรงกัน: ${differing.slice(0, 5).join(' ; ')}`, en: `CSV and PDF differ: ${differing.slice(0, 5).join(' ; ')}` });
  }
  return findings;
}

async function signatureFindings(parts: ReadonlyMap<string, Buffer>, manifest: Manifest, trust: TrustOptions & { now: Date }): Promise<{ findings: Words[]; signature: PackageReport['signature'] }> {
  const signature = parts.get(manifestSignature);
  if (!manifest.signed) {
    return { signature: undefined, findings: signature ? [{ th: 'มีลายมือชื่อของรายการไฟล์ แต่รายการไฟล์ระบุว่าไม่มี', en: 'There is a signature, and the manifest says that there is none' }] : [] };
  }
  const findings: Words[] = [];
  const body = parts.get(manifestFile) as Buffer;
  const checked = signature && (await verifyDetached(body, signature, trust));
  if (!signature) findings.push({ th: `ไม่มีลายมือชื่อ ${manifestSignature}`, en: `The signature ${manifestSignature} is missing` });
  else if (!checked) findings.push({ th: `อ่านลายมือชื่อ ${manifestSignature} ไม่ได้`, en: `The signature ${manifestSignature} cannot be read` });
  else if (!checked.whole) findings.push({ th: 'รายการไฟล์ไม่ตรงกับที่ลงลายมือชื่อไว้', en: 'The manifest is not what was signed' });
  else if (checked.signerName !== manifest.signed.by) findings.push({ th: `ผู้ลงลายมือชื่อคือ ${checked.signerName} ไม่ใช่ ${manifest.signed.by}`, en: `Signed by ${checked.signerName}, not by ${manifest.signed.by}` });
  if (checked && trust.trust.length > 0 && checked.chain !== 'trusted') findings.push({ th: `ใบรับรองของ ${checked.signerName} ไม่ได้ออกโดยผู้ที่เชื่อถือ หรือสิ้นผลแล้ว (${checked.chain})`, en: `The certificate of ${checked.signerName} is not trusted (${checked.chain})` });
  for (const { file } of manifest.papers) {
    const pdf = parts.get(file);
    const report = pdf && (await verifyPdf(pdf, trust));
    if (report && !(report.ok && report.value.signatures.every((one) => one.whole))) findings.push({ th: `ลายมือชื่อใน ${file} ไม่ถูกต้อง`, en: `The signature of ${file} does not hold` });
  }
  return { findings, signature: checked ? { by: checked.signerName, chain: checked.chain } : undefined };
}

/** Checks the parts of a package. Fails with NOT_A_PACKAGE where there is no manifest that can be read: everything else is a finding. */
export async function verifyPackage(parts: ReadonlyMap<string, Buffer>, trust: TrustOptions & { readonly now: Date }): Promise<Result<PackageReport, 'NOT_A_PACKAGE'>> {
  let manifest: Manifest;
  try {
    manifest = manifestSchema.parse(JSON.parse(parts.get(manifestFile)?.toString('utf8') ?? ''));
  } catch {
    return fail('NOT_A_PACKAGE', { th: `ไม่ใช่ชุดทะเบียน: ไม่มี ${manifestFile} ที่อ่านได้`, en: `Not a package of registers: there is no ${manifestFile} that can be read` });
  }
  const tables = new Map<string, readonly PackageRow[]>();
  for (const { file, table } of manifest.tables) {
    const rows = parts.has(file) ? packageRows(parts.get(file) as Buffer) : undefined;
    if (rows) tables.set(table, rows);
  }
  const signed = await signatureFindings(parts, manifest, trust);
  const findings = [...partFindings(parts, manifest), ...numberFindings(manifest, tables), ...(await paperFindings(parts, manifest, tables)), ...signed.findings];
  return ok({ manifest, tables, findings, signature: signed.signature });
}
