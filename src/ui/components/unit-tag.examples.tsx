import { UnitTag } from './unit-tag.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'ชื่อหน่วยงาน',
    render: () => (
      <p>
        จาก <UnitTag short="กพร." full="กลุ่มพัฒนาระบบบริหาร" /> ถึง <UnitTag short="ศสช." full="ศูนย์เทคโนโลยีสารสนเทศ" href="#unit-tag" /> และ{' '}
        <UnitTag long short="สนข." full="สำนักข่าว" href="#unit-tag" />
      </p>
    ),
  },
];
