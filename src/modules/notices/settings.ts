// What is usual in an office while a person has not chosen, at /system/settings.
import { z } from 'zod';
import { hows } from '../../platform/notify/news-kind.ts';
import type { ReadTx } from '../../platform/db/database.ts';
import { listSetting, numberSetting, readSetting, type AnySetting } from '../../platform/settings/settings.ts';
import type { UsualRoute } from './domain/route.ts';
import type { Choice } from './store/choices.ts';

const hour = (name: string, usual: number, title: { th: string; en: string }, hint: { th: string; en: string }) => numberSetting({ name, title, hint, usual, min: 0, max: 23 });

export const quietFromHour = hour('notices.quiet-from-hour', 19, { th: 'ช่วงเวลางดแจ้งเตือน เริ่ม (นาฬิกา)', en: 'Quiet hours begin (o’clock)' }, {
  th: 'ค่าเริ่มต้นของทุกคน ระหว่างนี้ไม่ส่งอีเมลและ LINE ออกไป แต่ละคนเปลี่ยนของตนได้', en: 'For everyone who did not choose: no mail and no LINE leaves in these hours',
});
export const quietToHour = hour('notices.quiet-to-hour', 7, { th: 'ช่วงเวลางดแจ้งเตือน สิ้นสุด (นาฬิกา)', en: 'Quiet hours end (o’clock)' }, {
  th: 'เรื่องที่เข้ามาระหว่างนั้นจะส่งในเวลานี้ ตั้งให้เท่ากับเวลาเริ่มหากไม่ต้องการให้มีช่วงงดแจ้งเตือน', en: 'What came in between leaves now. The same hour as the beginning means no quiet hours',
});
export const digestHour = hour('notices.digest-hour', 8, { th: 'เวลาส่งสรุปประจำวัน (นาฬิกา)', en: 'Hour of the daily digest (o’clock)' }, {
  th: 'ค่าเริ่มต้นของทุกคน ส่งเฉพาะวันทำการและเฉพาะเมื่อมีเรื่อง', en: 'For everyone who did not choose: on working days, and only when something waits',
});

const routeSchema = z.object({ kind: z.string(), mail: z.enum(hows), line: z.enum(['now', 'off']) });
const typed = { ทันที: 'now', สรุป: 'digest', ไม่ส่ง: 'off', now: 'now', digest: 'digest', off: 'off' } as const;
const shown = { now: 'ทันที', digest: 'สรุป', off: 'ไม่ส่ง' } as const;

/** Kinds that this office sends otherwise than their modules propose. */
export const usualRoutes = listSetting<UsualRoute>({
  name: 'notices.usual-routes',
  title: { th: 'ช่องทางแจ้งเตือนที่ใช้เป็นปกติ', en: 'Usual channels of news' },
  hint: {
    th: 'เฉพาะประเภทที่ต่างจากค่าเริ่มต้นของระบบ บรรทัดละหนึ่งประเภท: รหัสประเภท | อีเมล (ทันที, สรุป, ไม่ส่ง) | LINE (ทันที, ไม่ส่ง) เช่น meetings.certification | ทันที | ไม่ส่ง',
    en: 'Only kinds that differ from what the house proposes, one a line: kind | e-mail (now, digest, off) | LINE (now, off), as in: meetings.certification | now | off',
  },
  usual: [],
  read(line) {
    const [kind, mail, line_] = line.split('|').map((part) => part.trim());
    const given = { kind, mail: typed[mail as keyof typeof typed], line: typed[line_ as keyof typeof typed] };
    return routeSchema.safeParse(given).data;
  },
  write: ({ kind, mail, line }) => `${kind} | ${shown[mail]} | ${shown[line]}`,
  accept: (stored) => z.array(routeSchema).safeParse(stored).data,
});

export const settings: readonly AnySetting[] = [quietFromHour, quietToHour, digestHour, usualRoutes];

const oClock = (at: number): string => `${String(at).padStart(2, '0')}:00`;

/** What holds for whoever did not choose. */
export async function usualChoice(tx: ReadTx): Promise<Choice> {
  return {
    quiet: true,
    quietFrom: oClock(await readSetting(tx, quietFromHour)),
    quietTo: oClock(await readSetting(tx, quietToHour)),
    mostUrgentPasses: true,
    digest: 'daily',
    digestAt: oClock(await readSetting(tx, digestHour)),
    digestWeekday: 1,
    workingDays: true,
  };
}
