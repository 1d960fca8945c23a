import { isLocalDate } from '../../../thai/index.ts';
import type { TableColumn } from '../../../platform/tables/table.ts';
import type { Words } from '../../../platform/words.ts';

const column = (code: string, th: string, en: string, kind: TableColumn['kind'], about: Words, more: Partial<TableColumn> = {}): TableColumn => ({ code, head: { th, en }, about, kind, ...more });

/** The training list as a file: what is written out can be brought in again. */
export const trainingColumns: readonly TableColumn[] = [
  column('unit', 'หน่วยงาน', 'Unit', 'text', { th: 'ตัวย่อหรือชื่อเต็มของหน่วยงาน', en: 'Abbreviation or full name of the unit' }, { needed: true, max: 300 }),
  column('person', 'ชื่อผู้ผ่านการอบรม', 'Name', 'text', { th: 'คำนำหน้า ชื่อ และนามสกุล', en: 'Title, given and family name' }, { needed: true, max: 200 }),
  column('course', 'หลักสูตร', 'Course', 'text', { th: 'ชื่อหลักสูตรหรือเรื่องที่อบรม', en: 'What the training was on' }, { needed: true, max: 300 }),
  column('day', 'วันที่อบรม', 'Day of training', 'date', { th: 'วันสุดท้ายของการอบรม', en: 'Last day of the training' }, { needed: true }),
  column('remark', 'หมายเหตุ', 'Remark', 'text', { th: 'เช่น อบรมทางไกล', en: 'For instance: held online' }, { max: 500 }),
];

/** What a file says in one row, cells read; `null` where nothing stands. */
export interface GivenTraining {
  readonly unit: string | null;
  readonly person: string | null;
  readonly course: string | null;
  readonly day: string | null;
}

/** Why a row cannot be taken, before anything is asked of the database. Undefined: nothing wrong. */
export function refusalOf({ unit, person, course, day }: GivenTraining, units: number, today: string): Words | undefined {
  if (!unit || !person || !course || !day) return { th: 'ต้องมีหน่วยงาน ชื่อ หลักสูตร และวันที่อบรม', en: 'Unit, name, course and day are needed' };
  if (units === 0) return { th: 'ไม่พบหน่วยงานนี้ ตรวจตัวย่อหรือชื่อเต็ม', en: 'There is no such unit: check the abbreviation or name' };
  if (units > 1) return { th: 'มีหลายหน่วยงานใช้ชื่อนี้ กรุณาใช้ชื่อเต็ม', en: 'Several units are called so: please use the full name' };
  if (person.length < 2 || course.length < 2) return { th: 'ชื่อหรือหลักสูตรสั้นเกินไป', en: 'The name or course is too short' };
  if (!isLocalDate(day) || day > today) return { th: 'วันที่อบรมต้องเป็นวันที่ผ่านมาแล้ว', en: 'The day of training must be over' };
  return undefined;
}
