// What the meeting of 22 October 2563 was told of years around it. No total of a year was stated, so none is here.
import type { DemoContext } from '../../../../platform/module.ts';
import { scaled } from '../../domain/numbers.ts';
import { addStated, type StatedResult } from '../store/stated-results.ts';

const source = 'รายงานการประชุมคณะทำงานจัดทำตัวชี้วัด วันที่ 22 ตุลาคม 2563 ระเบียบวาระที่ 3.1';
const line = { component: null, score: null, best: null, grade: '', source } as const;

const stated: readonly Omit<StatedResult, 'id'>[] = [
  { ...line, fiscalYear: 2563, kind: 'result', subject: 'สถานะการเป็นระบบราชการ 4.0 (PMQA 4.0)', score: scaled('282.31'), best: scaled('500'), grade: 'กลุ่มที่ 1', words: '' },
  { ...line, fiscalYear: 2563, kind: 'result', subject: 'บัตรประจำตัวสื่อมวลชนออนไลน์', words: 'ทดลองกับบัตรภายในประเทศ ยื่นคำขอและรับเอกสารทางออนไลน์ได้ ชำระเงินทางออนไลน์ยังไม่ได้' },
  { ...line, fiscalYear: 2564, kind: 'target', subject: 'บัตรประจำตัวสื่อมวลชนออนไลน์', words: 'ขั้นที่ 1 ยื่นคำขอทางออนไลน์ ทั้งส่วนกลางและส่วนภูมิภาค' },
  { ...line, fiscalYear: 2565, kind: 'plan', subject: 'บัตรประจำตัวสื่อมวลชนออนไลน์', words: 'ขั้นที่ 2 ชำระเงินทางออนไลน์ โดยเตรียมการในปี 2564' },
  { ...line, fiscalYear: 2564, kind: 'target', subject: 'คลังข้อมูลข่าวสาร', words: 'ชุดข้อมูล 3 ชุด: ข่าวกลาง เว็บไซต์กรม และระบบบริหารจัดการองค์การ' },
  { ...line, fiscalYear: 2565, kind: 'plan', subject: 'คลังข้อมูลข่าวสาร', words: 'แล้วเสร็จตามแผนการปฏิรูปประเทศ' },
];

/** Lines of papers; the frameworks themselves are laid with the sheets that stand on them. */
export async function demo({ tx, services, at }: DemoContext): Promise<void> {
  at(new Date('2020-10-23T10:00:00+07:00'));
  for (const one of stated) await addStated(tx, one, services.clock.now());
}
