import { StateMark } from './state-mark.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'สถานะ',
    note: 'รูปทรงกับคำ สีมาทีหลัง',
    render: () => (
      <div class="cluster cluster-wide">
        <StateMark kind="wait">รอรับ</StateMark>
        <StateMark kind="going">กำลังดำเนินการ</StateMark>
        <StateMark kind="done">เสร็จแล้ว</StateMark>
        <StateMark kind="risk">เสี่ยง</StateMark>
        <StateMark kind="late">เกินกำหนด</StateMark>
        <StateMark kind="void">ยกเลิกเลข</StateMark>
      </div>
    ),
  },
];
