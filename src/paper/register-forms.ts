/** The lists that the regulation gives a form: their exact columns, as table reports. Other parts bring the rows. */
import type { TableReport } from './list-documents.ts';

type Column = TableReport['columns'][number];
export type RegisterForm = 'received' | 'sent' | 'delivery';

const column = (head: string, width: number, align: Column['align'] = 'left'): Column => ({ head, width, align });
/** Forms 13 and 14 differ in their first column only. */
const register = (first: string): Column[] => [
  column(first, 1.8, 'centre'), column('ที่', 2.4), column('ลงวันที่', 1.9, 'centre'), column('จาก', 2.6), column('ถึง', 2.4), column('เรื่อง', 5.2),
  column('การปฏิบัติ', 2.4), column('หมายเหตุ', 2),
];

export const registerForms: Readonly<Record<RegisterForm, { heading: string; columns: Column[] }>> = {
  /** ทะเบียนหนังสือรับ (form 13). */
  received: { heading: 'ทะเบียนหนังสือรับ', columns: register('เลขทะเบียนรับ') },
  /** ทะเบียนหนังสือส่ง (form 14). */
  sent: { heading: 'ทะเบียนหนังสือส่ง', columns: register('เลขทะเบียนส่ง') },
  /** สมุดส่งหนังสือ (form 16). */
  delivery: {
    heading: 'สมุดส่งหนังสือ',
    columns: [
      column('เลขทะเบียน', 1.5, 'centre'), column('จาก', 3), column('ถึง', 3), column('หน่วยรับ', 3), column('ผู้รับ', 3),
      column('วันและเวลา', 2.4, 'centre'), column('หมายเหตุ', 2),
    ],
  },
};

/** The day over its rows: the page head of forms 13 and 14. */
export const registerDay = (day: string | number, month: string, year: string | number): { across: string } => ({ across: `วันที่ ${day} เดือน ${month} พ.ศ. ${year}` });

/** A register on A4 turned to its side; `rows` are cells in the order of the form, or a `registerDay`. */
export function registerReport(form: RegisterForm, titleLines: readonly string[], rows: TableReport['rows']) {
  const { heading, columns } = registerForms[form];
  return { kind: 'table-report' as const, orientation: 'landscape' as const, heading, titleLines: [...titleLines], columns, rows };
}
