import { bangkokDate, bangkokTime, formatDate, formatEnglishDate, formatTime, type LocalDate } from '../thai/index.ts';
import type { Language } from './words.ts';

/** A day on screen and in a field of a form: `3 พ.ย. 2563`, `3 Nov 2020`. */
export function dayWords(lang: Language, day: LocalDate): string {
  return lang === 'th' ? formatDate(day, { style: 'short' }) : formatEnglishDate(day, 'short');
}

/** An instant on screen, in Bangkok: `3 พ.ย. 2563 10.05 น.`, `3 Nov 2020 10:05`. */
export function momentWords(lang: Language, at: Date): string {
  const day = bangkokDate(at);
  const time = bangkokTime(at);
  return `${dayWords(lang, day)} ${lang === 'th' ? formatTime(time) : time}`;
}
