// What an office may set for its meetings, at /system/settings.
import { z } from 'zod';
import type { AnySetting } from '../../platform/settings/settings.ts';
import { listSetting, numberSetting } from '../../platform/settings/settings.ts';

/** Working days that an addressee has to answer on minutes when nobody says otherwise. No law fixes them. */
export const answerWorkingDays = numberSetting({
  name: 'meetings.answer-working-days',
  title: { th: 'เวลาให้ตอบการรับรองรายงาน (วันทำการ)', en: 'Time to answer on minutes (working days)' },
  hint: { th: 'ค่าตั้งต้นของวันครบกำหนดเมื่อเวียนรายงาน นับวันทำการถัดจากวันส่ง ผู้ลงนามเปลี่ยนได้ทุกครั้ง', en: 'The last day proposed when minutes are circulated, counted from the working day after sending; the signer may change it each time' },
  usual: 4, min: 1, max: 60,
});

/** Days from a meeting within which its minutes count as circulated in time. */
export const circulateWithinDays = numberSetting({
  name: 'meetings.circulate-within-days',
  title: { th: 'เวียนรายงานภายใน (วันหลังประชุม)', en: 'Minutes circulated within (days after the meeting)' },
  hint: { th: 'ใช้นับค่าวัด “รายงานที่เวียนทันเวลา”', en: 'Used by the measure “minutes circulated in time”' },
  usual: 14, min: 1, max: 365,
});

const kinds = { คณะกรรมการ: 'committee', ภายนอก: 'outside', หน่วยงาน: 'unit' } as const;
const kindWords = { committee: 'คณะกรรมการ', outside: 'ภายนอก', unit: 'หน่วยงาน' } as const;
const bodySchema = z.object({ id: z.string(), fullName: z.string(), abbreviation: z.string(), kind: z.enum(['committee', 'outside', 'unit']) });
export type KnownBody = z.infer<typeof bodySchema>;

/** Bodies outside the register of units that minutes name; the checker takes their abbreviations as known. */
export const knownBodies = listSetting<KnownBody>({
  name: 'meetings.known-bodies',
  title: { th: 'คณะและหน่วยงานอื่นที่รายงานการประชุมอ้างถึง', en: 'Other bodies that minutes name' },
  hint: { th: 'บรรทัดละหนึ่งแห่ง: ชื่อย่อ | ชื่อเต็ม | คณะกรรมการ, ภายนอก หรือ หน่วยงาน', en: 'One a line: abbreviation | full name | คณะกรรมการ, ภายนอก or หน่วยงาน' },
  usual: [],
  read(line) {
    const [abbreviation, fullName, kind = 'ภายนอก'] = line.split('|').map((part) => part.trim());
    if (!abbreviation || !fullName || !(kind in kinds)) return undefined;
    return { id: abbreviation, abbreviation, fullName, kind: kinds[kind as keyof typeof kinds] };
  },
  write: ({ abbreviation, fullName, kind }) => `${abbreviation} | ${fullName} | ${kindWords[kind]}`,
  accept: (stored) => z.array(bodySchema).safeParse(stored).data,
});

export const settings: readonly AnySetting[] = [answerWorkingDays, circulateWithinDays, knownBodies];
