/**
 * A field of the form as text and back: for copying, printing, comparing and for a cell of a spreadsheet. Rows are lines, their
 * parts stand between bars, so that what was written reads back as the same rows.
 */
import { fail, ok, type Result } from '../../../../platform/result.ts';
import { dayWords } from '../../../../platform/when.ts';
import type { Language, Words } from '../../../../platform/words.ts';
import { isLocalDate, localDate, parseThaiDate, toArabicDigits } from '../../../../thai/index.ts';
import type { FieldCode, FormContent, RowCode } from './form-content.ts';
import { messages } from './messages.ts';

export const kindWords: Readonly<Record<FormContent['kind'], Words>> = { outcome: messages.words('kind.outcome'), output: messages.words('kind.output'), process: messages.words('kind.process') };
export const betterWords: Readonly<Record<FormContent['better'], Words>> = { more: messages.words('better.more'), less: messages.words('better.less') };

/** A part of a line: no line ends and no bar, which parts them. */
export const partText = (text: string): string => text.replaceAll('|', '/').replaceAll(/\s+/g, ' ').trim();

const joined = (parts: readonly string[]): string => parts.join(' | ').replace(/( \| )+$/, '').trim();
const dayText = (day: string, lang: Language): string => (isLocalDate(day) ? dayWords(lang, localDate(day)) : '');

function rowLines(content: FormContent, code: RowCode, lang: Language): string[] {
  switch (code) {
    case 'baseline': return content.baseline.map(({ year, value, note }) => joined([String(year), value, note]));
    case 'yearly': return content.yearly.map(({ year, target, plan }) => joined([String(year), target, plan]));
    case 'steps': return content.steps.map(({ due, text, proof }) => joined([dayText(due, lang) || '-', text, proof]));
    case 'supervisors': case 'collectors': return content[code].map(({ who, phone }) => joined([who, phone]));
  }
}

/** The field as text, line by line. */
export function fieldText(content: FormContent, code: FieldCode, lang: Language = 'th'): string {
  switch (code) {
    case 'kind': return kindWords[content.kind][lang];
    case 'better': return betterWords[content.better][lang];
    case 'places': return String(content.places);
    case 'criteria': return content.criteria.map((text, at) => `${at + 1}. ${text}`).join('\n');
    case 'baseline': case 'yearly': case 'steps': case 'supervisors': case 'collectors': return rowLines(content, code, lang).join('\n');
    case 'unitOfMeasure': case 'reason': case 'definition': case 'scope': case 'formula': case 'conditions': case 'sixMonths': case 'method': case 'sources': return content[code];
  }
}

const inBrackets = (text: string): string => (text === '' ? '' : ` (${text})`);

/** The field as it is read on a screen and on paper: rows as sentences. */
export function shownText(content: FormContent, code: FieldCode, lang: Language = 'th'): string {
  const t = messages.in(lang);
  switch (code) {
    case 'baseline': return content.baseline.map(({ year, value, note }) => `${year}: ${value}${inBrackets(note)}`).join('\n');
    case 'yearly': return content.yearly.map(({ year, target, plan }) => `${year}: ${target}${inBrackets(plan)}`).join('\n');
    case 'steps': return content.steps.map(({ due, text, proof }, at) => `${at + 1}. ${text}${due === '' ? '' : ` ${t('shown.due', { day: dayText(due, lang) })}`}${inBrackets(proof)}`).join('\n');
    case 'supervisors': case 'collectors': return content[code].map(({ who, phone }) => (phone === '' ? who : `${who} ${t('shown.phone', { phone })}`)).join('\n');
    case 'kind': case 'better': case 'places': case 'criteria': case 'unitOfMeasure': case 'reason': case 'definition': case 'scope': case 'formula': case 'conditions': case 'sixMonths': case 'method': case 'sources': return fieldText(content, code, lang);
  }
}

const refuse = (key: Parameters<typeof messages.words>[0], params: Record<string, string | number>) => fail('FIELD_TEXT', messages.words(key, params));
const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean);
const partsOf = (line: string): string[] => line.split('|').map(partText);

function yearOf(text: string): number | undefined {
  const digits = toArabicDigits(text).replace(/^(ปี(งบประมาณ)?\s*)?(พ\.?ศ\.?\s*)?/, '').trim();
  if (!/^\d{4}$/.test(digits)) return undefined;
  const year = Number(digits);
  if (year >= 2400 && year <= 2700) return year;
  return year >= 1900 && year <= 2150 ? year + 543 : undefined;
}

function dueOf(text: string): Result<string> {
  if (text === '' || text === '-' || text === '–') return ok('');
  if (isLocalDate(text)) return ok(text);
  const day = parseThaiDate(text);
  return day.ok ? ok(day.value as string) : refuse('text.day', { text });
}

/** Rows out of the lines of a cell; the line that cannot be read is named. */
export function rowsOfText(code: RowCode, text: string): Result<Partial<FormContent>> {
  const baseline: FormContent['baseline'][number][] = [];
  const yearly: FormContent['yearly'][number][] = [];
  const steps: FormContent['steps'][number][] = [];
  const contacts: FormContent['supervisors'][number][] = [];
  for (const line of linesOf(text)) {
    const [first = '', second = '', third = ''] = partsOf(line);
    if (code === 'baseline' || code === 'yearly') {
      const year = yearOf(first);
      if (year === undefined) return refuse('text.year', { text: line });
      if (second === '') return refuse('text.value', { text: line });
      if (code === 'baseline') baseline.push({ year, value: toArabicDigits(second), note: third });
      else yearly.push({ year, target: toArabicDigits(second), plan: third });
    } else if (code === 'steps') {
      const due = dueOf(first);
      if (!due.ok) return due;
      if (second === '') return refuse('text.step', { text: line });
      steps.push({ due: due.value, text: second, proof: third });
    } else {
      if (first === '') return refuse('text.who', { text: line });
      contacts.push({ who: first, phone: second });
    }
  }
  return ok(code === 'baseline' ? { baseline } : code === 'yearly' ? { yearly } : code === 'steps' ? { steps } : { [code]: contacts });
}

/** Words of the rungs out of a cell: `1. …` or just lines, lowest first. */
export const criteriaOfText = (text: string): string[] => linesOf(text).map((line) => partText(line.replace(/^[0-9๐-๙]+[.)]\s*/, '')));
