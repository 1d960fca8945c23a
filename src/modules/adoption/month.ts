import { dateParts, ENGLISH_MONTHS, localDate, MONTHS } from '../../thai/index.ts';
import type { Language } from '../../platform/words.ts';

/** `2020-11-01` → `พฤศจิกายน 2563`, `November 2020`. */
export function monthWords(lang: Language, day: string): string {
  const { year, buddhistYear, month } = dateParts(localDate(day));
  return lang === 'th' ? `${MONTHS[month - 1]} ${buddhistYear}` : `${ENGLISH_MONTHS[month - 1]} ${year}`;
}
