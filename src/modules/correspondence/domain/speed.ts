import { bangkokDate, bangkokTime, formatDate } from '../../../thai/index.ts';
import { urgencyStamps } from './kinds.ts';
import type { Secrecy, Urgency } from './kinds.ts';

/** The stamp of speed as printed; "ด่วนภายใน 16 พ.ย. 2563 เวลา 12.00 น." where a day and an hour are set. Empty for an ordinary letter. */
export function speedStamp(letter: { readonly urgency: Urgency; readonly urgentBefore?: Date | null }): string {
  const before = letter.urgentBefore;
  if (!before) return urgencyStamps[letter.urgency];
  return `ด่วนภายใน ${formatDate(bangkokDate(before), { style: 'short' })} เวลา ${bangkokTime(before).replace(':', '.')} น.`;
}

/** As stamped at head and foot of every page; nothing where there is no level. */
export const secrecyStamps: Readonly<Record<Secrecy, string>> = { none: '', confidential: 'ลับ', secret: 'ลับมาก', 'top-secret': 'ลับที่สุด' };
