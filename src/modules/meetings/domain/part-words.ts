// Days and hours of the head of the minutes as people read and type them; every other text is its own words.
import { formatDate, formatTime, localDate, localTime, parseThaiDate, parseTime } from '../../../thai/index.ts';
import { wordRuns } from './difference.ts';
import type { Run } from './difference.ts';

const hourFields: ReadonlySet<string> = new Set(['plannedStart', 'plannedEnd', 'actualStart', 'actualEnd']);

/** Whether the text of a field is kept as a day (`YYYY-MM-DD`) or an hour (`HH:MM`) and can only change as a whole. */
export function isDayOrHour(field: string): boolean {
  return field === 'date' || hourFields.has(field);
}

/** "22 ตุลาคม 2563", "10.00 น.", or the text itself. */
export function wordsOfPart(field: string, text: string): string {
  if (field === 'date') return formatDate(localDate(text), { style: 'long', digits: 'arabic' });
  return hourFields.has(field) ? formatTime(localTime(text), 'arabic') : text;
}

/** The text that is kept for what was typed; undefined when it is no day, or no hour. */
export function partOfWords(field: string, typed: string): string | undefined {
  if (!isDayOrHour(field)) return typed;
  const parsed = field === 'date' ? parseThaiDate(typed) : parseTime(typed);
  return parsed.ok ? parsed.value : undefined;
}

/** Runs over a kept day or hour as runs over its words in `words`. */
export function runsInWords(runs: readonly Run[], words: (text: string) => string): Run[] {
  const side = (left: Run['kind']) => words(runs.filter((run) => run.kind !== left).map((run) => run.text).join(''));
  const suggestionId = runs.find((run) => run.suggestionId !== undefined)?.suggestionId;
  return wordRuns(side('ins'), side('del')).map((run) => (run.kind === 'same' || suggestionId === undefined ? run : { ...run, suggestionId }));
}
