import { DateField, TimeField } from './date-field.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'วันที่และเวลา',
    note: 'พิมพ์อย่างที่เคยพิมพ์ ระบบบอกกลับว่าอ่านว่าวันใด',
    render: () => (
      <div class="fields-row">
        <DateField name="meeting-day" label="วันประชุม (พ.ศ.)" value="22/10/63" echo="พฤหัสบดี 22 ต.ค. 2563" />
        <TimeField name="meeting-from" label="เริ่ม" value="10.00" />
        <TimeField name="meeting-to" label="ถึง" optional />
      </div>
    ),
  },
  {
    name: 'วันที่ผิด พร้อมวันที่ใช้บ่อย',
    render: () => (
      <DateField
        name="due-day" label="วันครบกำหนด (พ.ศ.)" value="7 พ.ย. 2563" error="วันที่ 7 พ.ย. 2563 เป็นวันเสาร์ เลือกวันทำการ"
        suggestions={['6 พ.ย. 2563', '9 พ.ย. 2563']}
      />
    ),
  },
];
