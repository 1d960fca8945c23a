import { Progress } from './progress.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'งานที่ใช้เวลา',
    render: () => (
      <div class="two">
        <Progress label="กำลังทำสำเนา" value={201} max={503} note="ปิดหน้านี้ได้ เสร็จแล้วจะแจ้ง" />
        <Progress label="กำลังเตรียมเอกสาร" note="ไม่ทราบเวลาแน่นอน มักไม่เกิน 1 นาที" />
      </div>
    ),
  },
];
