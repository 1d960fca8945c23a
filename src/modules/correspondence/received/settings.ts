// What an office may set for received letters, at /system/settings.
import { z } from 'zod';
import type { AnySetting } from '../../../platform/settings/settings.ts';
import { listSetting } from '../../../platform/settings/settings.ts';
import { toArabicDigits } from '../../../thai/index.ts';
import { urgencies, type Urgency } from '../domain/kinds.ts';

const thai: Readonly<Record<Urgency, string>> = { ordinary: 'ปกติ', urgent: 'ด่วน', 'very-urgent': 'ด่วนมาก', 'most-urgent': 'ด่วนที่สุด' };

const daysSchema = z.array(z.object({ urgency: z.enum(urgencies), days: z.number().int().min(0).max(250) }));
export type UrgencyDays = z.infer<typeof daysSchema>[number];

/** Working days for a matter by its urgency, counted from the day on which the letter counts as received. No law fixes them. */
export const daysByUrgency = listSetting<UrgencyDays>({
  name: 'correspondence.days-by-urgency',
  title: { th: 'กำหนดเวลาดำเนินการตามชั้นความเร็ว (วันทำการ)', en: 'Time for a matter by its urgency (working days)' },
  hint: { th: 'บรรทัดละหนึ่งชั้น: ชั้นความเร็ว | จำนวนวันทำการ นับจากวันที่ถือว่าได้รับ 0 คือภายในวันนั้น ไม่เขียนไว้คือไม่กำหนด', en: 'One a line: ปกติ, ด่วน, ด่วนมาก or ด่วนที่สุด | working days from the day of receipt; 0 is the same day; one left out has no limit' },
  usual: [{ urgency: 'most-urgent', days: 0 }, { urgency: 'very-urgent', days: 1 }, { urgency: 'urgent', days: 3 }, { urgency: 'ordinary', days: 7 }],
  read(line) {
    const [name = '', days = ''] = line.split('|').map((part) => part.trim());
    const urgency = urgencies.find((one) => thai[one] === name);
    const count = Number(toArabicDigits(days));
    return urgency && days !== '' && Number.isInteger(count) && count >= 0 && count <= 250 ? { urgency, days: count } : undefined;
  },
  write: ({ urgency, days }) => `${thai[urgency]} | ${days}`,
  accept: (stored) => daysSchema.safeParse(stored).data,
});

/** Phrases of notes (เกษียน) that are offered while one is written. */
export const usualPhrases = listSetting<string>({
  name: 'correspondence.usual-phrases',
  title: { th: 'ถ้อยคำเกษียนที่ใช้บ่อย', en: 'Usual phrases of notes on received letters' },
  hint: { th: 'บรรทัดละหนึ่งถ้อยคำ แสดงให้เลือกขณะเขียนเกษียนและสั่งการ', en: 'One a line; offered while a note or an order is written' },
  usual: [
    'เพื่อโปรดทราบ', 'เพื่อโปรดพิจารณา', 'เพื่อโปรดพิจารณาสั่งการ', 'เพื่อโปรดพิจารณาอนุมัติ', 'เพื่อโปรดลงนาม', 'เห็นควรมอบผู้เกี่ยวข้องดำเนินการ',
    'เห็นควรแจ้งเวียนให้ทราบทั่วกัน', 'เห็นควรเก็บเรื่องไว้เพื่ออ้างอิง', 'ดำเนินการตามระเบียบ', 'ดำเนินการแล้วรายงานให้ทราบ',
  ],
  read: (line) => line.slice(0, 200),
  write: (line) => line,
  accept: (stored) => z.array(z.string().max(200)).safeParse(stored).data,
});

export const receivedSettings: readonly AnySetting[] = [daysByUrgency, usualPhrases];
