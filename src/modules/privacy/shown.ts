import type { Language } from '../../platform/words.ts';
import { formatDate, formatEnglishDate, localDate } from '../../thai/index.ts';

/** A day on screen: `1 ต.ค. 2563`, `1 Oct 2020`. */
export function dayText(lang: Language, date: string): string {
  return lang === 'th' ? formatDate(localDate(date), { style: 'short' }) : formatEnglishDate(localDate(date), 'short');
}
