import { listSetting } from '../../../platform/settings/settings.ts';
import { toArabicDigits } from '../../../thai/index.ts';
import { m } from './messages.ts';

const fits = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 730;

/** So many days before its end holder and keepers hear of a certificate. */
export const warningDays = listSetting<number>({
  name: 'signatures.warning-days',
  title: m.words('setDays'),
  hint: m.words('setDaysHint'),
  usual: [60, 30, 7],
  read(line) {
    const days = Number(toArabicDigits(line));
    return fits(days) ? days : undefined;
  },
  write: String,
  accept: (stored) => (Array.isArray(stored) && stored.every(fits) ? stored : undefined),
});
