import { ErrorSummary } from './error-summary.tsx';
import { DateField } from './date-field.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'แจ้งข้อผิดของแบบฟอร์ม',
    note: 'อยู่บนสุด ลิงก์ไปช่องที่ผิด',
    render: () => (
      <div class="stack">
        <ErrorSummary still errors={[{ name: 'summary-day', message: 'วันครบกำหนดเป็นวันเสาร์' }, { message: 'มีผู้อื่นแก้เรื่องนี้ไปแล้วเมื่อ 14.32 น.' }]} />
        <DateField name="summary-day" label="วันครบกำหนด" value="7 พ.ย. 2563" error="วันครบกำหนดเป็นวันเสาร์" />
      </div>
    ),
  },
];
