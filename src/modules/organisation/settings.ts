// What an office may set for tokens of programs, at /system/settings.
import type { AnySetting } from '../../platform/settings/settings.ts';
import { numberSetting } from '../../platform/settings/settings.ts';

/** For how many days a token may be made at most. */
export const longestTokenDays = numberSetting({
  name: 'organisation.token-longest-days',
  title: { th: 'อายุสูงสุดของโทเคน API (วัน)', en: 'Longest life of an API token (days)' },
  hint: { th: 'ใช้กับโทเคนที่สร้างใหม่ โทเคนเดิมใช้ได้ถึงวันของตน', en: 'For new tokens; older ones hold until their own day' },
  usual: 365, min: 1, max: 1830,
});

/** How many calls a minute one token may make. */
export const callsPerMinute = numberSetting({
  name: 'organisation.token-calls-per-minute',
  title: { th: 'จำนวนครั้งที่โทเคน API เรียกได้ต่อนาที', en: 'Calls a minute of one API token' },
  hint: { th: 'เกินกว่านี้ระบบตอบ 429 ให้รอจนครบนาที', en: 'Beyond it the answer is 429 until the minute is over' },
  usual: 300, min: 1, max: 100_000,
});

export const tokenSettings: readonly AnySetting[] = [longestTokenDays, callsPerMinute];
