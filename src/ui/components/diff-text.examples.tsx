import { DiffText } from './diff-text.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'คำที่เพิ่มและตัดออก',
    render: () => (
      <p class="measure">
        <DiffText
          runs={[
            { kind: 'same', text: 'ให้มีชุดข้อมูล จำนวน ' }, { kind: 'del', text: '๒' }, { kind: 'same', text: ' ' }, { kind: 'ins', text: '๓' },
            { kind: 'same', text: ' ชุด คือ ข่าวกลาง เว็บไซต์กรม ' }, { kind: 'ins', text: 'และการบริหารจัดการองค์การ' },
          ]}
        />
      </p>
    ),
  },
];
