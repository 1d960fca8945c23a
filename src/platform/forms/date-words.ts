import type { DateFailure } from '../../thai/index.ts';
import type { Words } from '../words.ts';

const example = { th: 'พิมพ์เช่น 9 พ.ย. 2563 หรือ 9/11/2563', en: 'Type for example 9 Nov 2020, 9/11/2020 or 9/11/2563.' };

const refusals: Readonly<Record<DateFailure['code'], Words>> = {
  empty: { th: `กรุณากรอกวันที่ ${example.th}`, en: `Please fill in the day. ${example.en}` },
  unreadable: { th: `ไม่พบวันที่นี้ในปฏิทิน ${example.th}`, en: `That is not a date. ${example.en}` },
  'impossible-date': { th: `ไม่พบวันที่นี้ในปฏิทิน ${example.th}`, en: `There is no such day. ${example.en}` },
  'year-missing': { th: `ยังไม่มีปี ${example.th}`, en: `The year is missing. ${example.en}` },
  'ambiguous-year': { th: 'ปีสองหลักนี้เป็นได้ทั้ง พ.ศ. และ ค.ศ. กรุณาพิมพ์ปีสี่หลัก เช่น 2563 หรือ 2020', en: 'Two digits may be a year of either era. Please type all four, such as 2020 or 2563.' },
  'weekday-mismatch': { th: 'วันในสัปดาห์ไม่ตรงกับวันที่ กรุณาตรวจวันที่อีกครั้ง', en: 'The day of the week does not fit the date. Please check the date.' },
  'year-before-2484': { th: 'ปีก่อน พ.ศ. 2484 เริ่มวันที่ 1 เมษายน ระบบจึงไม่รับ กรุณาตรวจปีอีกครั้ง', en: 'Years before 1941 (B.E. 2484) began in April and are not taken. Please check the year.' },
  'year-too-late': { th: 'ปีนี้ไกลเกินไป กรุณาตรวจปีอีกครั้ง', en: 'This year is too far away. Please check the year.' },
};

/** Why what was typed is no day, and what to type instead, in both languages and either era. */
export function dateProblem({ code }: Pick<DateFailure, 'code'>): Words {
  return refusals[code];
}
