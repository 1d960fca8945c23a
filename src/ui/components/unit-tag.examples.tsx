import { UnitTag } from './unit-tag.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'ชื่อหน่วยงาน',
    render: () => (
      <div class="cluster cluster-wide">
        <UnitTag short="กพร." full="กลุ่มพัฒนาระบบบริหาร" />
        <UnitTag short="ศสช." full="ศูนย์เทคโนโลยีสารสนเทศ" href="#unit-tag" />
        <UnitTag long short="สนข." full="สำนักข่าว" href="#unit-tag" />
      </div>
    ),
  },
];
