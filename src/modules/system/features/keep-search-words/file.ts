// A file of entries: read like every table of the house, and a verdict for each row before any is taken.
import { fail, ok, type Result } from '../../../../platform/result.ts';
import { namesOf, readTerm, termKey, type NewTerm, type SearchTerm, type TermKind } from '../../../../platform/search/terms.ts';
import { rawText } from '../../../../platform/tables/cells.ts';
import { findTable, readSheets } from '../../../../platform/tables/read-table.ts';
import type { FileRow, TableColumn } from '../../../../platform/tables/table.ts';
import type { Words } from '../../../../platform/words.ts';
import { messages } from './messages.ts';

const { words: w } = messages;

/** Most rows of one file: a list that people keep, not a dictionary. */
export const mostRows = 2_000;

export const verdicts = ['new', 'known', 'twice', 'refused'] as const;
export type Verdict = (typeof verdicts)[number];

export interface JudgedRow {
  /** As the spreadsheet counts, from 1. */
  readonly number: number;
  readonly verdict: Verdict;
  /** Kind and words as they stand in the file. */
  readonly kind: string;
  readonly words: string;
  readonly term?: NewTerm;
  readonly why?: Words;
}

const columns: readonly TableColumn[] = [
  { code: 'kind', head: w('kind'), about: w('rows.kind'), kind: 'text', needed: true },
  { code: 'words', head: w('words'), about: w('words.hint'), kind: 'text', needed: true },
  { code: 'note', head: w('note'), about: w('note'), kind: 'text' },
];

const kinds: Readonly<Record<string, TermKind>> = { ใช้แทนกัน: 'same', same: 'same', ไม่ให้ตัด: 'word', 'never cut': 'word' };

/** The kind by its word in the table. */
export const kindCalled = (text: string): TermKind | undefined => kinds[text.trim().toLowerCase()];

/** The rows of an uploaded file; words on what is wrong with it and what to do. */
export async function readTermFile(content: Buffer): Promise<Result<readonly FileRow[]>> {
  const sheets = await readSheets(content);
  if (!sheets.ok) return sheets;
  const table = findTable(sheets.value, columns);
  if (!table.ok) return table;
  if (table.value.rows.length > mostRows) return fail('TERMS_MANY', messages.words('file.many', { n: mostRows.toLocaleString('en') }));
  return ok(table.value.rows);
}

/** A verdict for every row, against the entries that hold. */
export function judgeTerms(rows: readonly FileRow[], kept: readonly SearchTerm[]): JudgedRow[] {
  const known = new Set(kept.map(termKey));
  const before = new Map<string, number>();
  return rows.map(({ number, cells }): JudgedRow => {
    const [kind, words, note] = [cells['kind'], cells['words'], cells['note']].map((cell) => rawText(cell).trim()) as [string, string, string];
    const called = kindCalled(kind);
    const shown = { number, kind, words };
    if (!called) return { ...shown, verdict: 'refused', why: w('rows.kind') };
    if (note.length > 300) return { ...shown, verdict: 'refused', why: w('file.longNote') };
    const term = readTerm(called, namesOf(words), note);
    if (!term.ok) return { ...shown, verdict: 'refused', why: term.message };
    const key = termKey(term.value);
    if (known.has(key)) return { ...shown, verdict: 'known' };
    const same = before.get(key);
    if (same !== undefined) return { ...shown, verdict: 'twice', why: messages.words('file.sameAs', { row: same }) };
    before.set(key, number);
    return { ...shown, verdict: 'new', term: term.value };
  });
}

export function countVerdicts(rows: readonly JudgedRow[]): Readonly<Record<Verdict, number>> {
  const count = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict).length;
  return { new: count('new'), known: count('known'), twice: count('twice'), refused: count('refused') };
}
