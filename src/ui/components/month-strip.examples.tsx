import { MonthStrip } from './month-strip.tsx';
import type { Example } from '../example.ts';

const months = ['ต.ค.', 'พ.ย.', 'ธ.ค.', 'ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.', 'ส.ค.', 'ก.ย.'];
const fill = (cells: readonly (readonly [number, 'planned' | 'under-way' | 'done' | 'late' | 'next-year'])[]) => months.map((_, at) => cells.find(([month]) => month === at + 1)?.[1] ?? 'none');

export const examples: Example[] = [
  {
    name: 'แผน 12 เดือน',
    note: 'สีบอกสถานะ ลายบอกซ้ำ คำอยู่ข้างชื่อขั้น',
    render: () => (
      <MonthStrip label="แผน 12 เดือน" head="ขั้น" months={months} now={4} nowWords="เดือนนี้"
        words={{ planned: 'ตามแผน', 'under-way': 'กำลังดำเนินการ', done: 'แล้วเสร็จ', late: 'ล่าช้า', 'next-year': 'ปีถัดไป' }}
        rows={[
          { key: '1', title: '1. สำรวจและคัดเลือกข้อมูล', cells: fill([[1, 'done'], [2, 'done']]) },
          { key: '2', title: '2. จัดทำกรอบ', cells: fill([[2, 'late'], [3, 'late'], [4, 'late']]) },
          { key: '3', title: '3. ธรรมาภิบาลข้อมูล', cells: fill([[4, 'under-way'], [5, 'planned'], [6, 'planned']]) },
          { key: '4', title: '4. เปิดใช้งาน', cells: fill([[11, 'next-year'], [12, 'next-year']]) },
        ]} />
    ),
  },
];
