// The list as a table: what is sent out comes in again unchanged.
import { csvOf } from '../../../../platform/csv.ts';
import { fail, ok, type Result } from '../../../../platform/result.ts';
import { namesOf, readTerm, type NewTerm, type SearchTerm } from '../../../../platform/search/terms.ts';
import { readCsv } from '../../../../platform/tables/read-csv.ts';
import { kindCalled } from './file.ts';
import { messages } from './messages.ts';

const mostBad = 5;

/** Head and a line for each entry, words set apart by `;`. */
export function termsCsv(terms: readonly SearchTerm[]): string {
  const { words: w } = messages;
  return csvOf([[w('kind').th, w('words').th, w('note').th], ...terms.map((term) => [w(`kind.${term.kind}`).th, term.words.join('; '), term.note])]);
}

/** Every line with its verdict: all entries, or words on the lines that cannot be used. A head is passed over. */
export function readTerms(text: string): Result<NewTerm[]> {
  const read = readCsv(Buffer.from(text, 'utf8'));
  if (!read.ok) return read;
  const terms: NewTerm[] = [];
  const bad: { th: string; en: string }[] = [];
  const rows = read.value.flatMap((sheet) => sheet.rows);
  for (const [at, row] of rows.entries()) {
    const [kindText = '', words = '', note = ''] = row.map((cell) => (typeof cell === 'string' ? cell : String(cell ?? '')).trim());
    if ([kindText, words, note].every((cell) => cell === '') || (at === 0 && (kindText === messages.words('kind').th || kindText.toLowerCase() === 'kind'))) continue;
    const kind = kindCalled(kindText);
    const term = kind ? readTerm(kind, namesOf(words), note) : fail('KIND', messages.words('rows.kind'));
    if (term.ok) terms.push(term.value);
    else bad.push({ th: messages.words('rows.bad', { line: at + 1, why: term.message.th }).th, en: messages.words('rows.bad', { line: at + 1, why: term.message.en }).en });
  }
  if (bad.length > 0) {
    const told = (lang: 'th' | 'en') => bad.slice(0, mostBad).map((one) => one[lang]).join(' · ') + (bad.length > mostBad ? ` · … (${bad.length})` : '');
    return fail('TERMS_BAD', { th: told('th'), en: told('en') });
  }
  return terms.length > 0 ? ok(terms) : fail('TERMS_EMPTY', messages.words('rows.empty'));
}
