import { Checks } from './checks.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'ผลการตรวจ',
    render: () => (
      <div class="measure">
        <Checks
          label="ตรวจร่างรายงาน"
          items={[
            { state: 'ok', text: 'มติครบทุกวาระ' },
            { state: 'bad', text: 'น้ำหนักรวมได้ 105 ไม่ใช่ 100', detail: <a href="#checks">ไปที่วาระ 3.2</a> },
            { state: 'warn', text: 'ไม่มีผู้รับผิดชอบในมติข้อ 4' },
            { state: 'wait', text: 'ชื่อผู้เข้าประชุม รอใบลงชื่อ' },
          ]}
        />
      </div>
    ),
  },
];
