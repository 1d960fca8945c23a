import { bangkokDate, bangkokTime, formatDate, formatEnglishDate, formatTime } from '../thai/index.ts';
import type { Language } from './words.ts';

/** An instant on screen, in Bangkok: `3 พ.ย. 2563 10.05 น.`, `3 Nov 2020 10:05`. */
export function momentWords(lang: Language, at: Date): string {
  const day = bangkokDate(at);
  const time = bangkokTime(at);
  return lang === 'th' ? `${formatDate(day, { style: 'short' })} ${formatTime(time)}` : `${formatEnglishDate(day, 'short')} ${time}`;
}
