import { DiffText } from './diff-text.tsx';
import { Inset } from './inset.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'ข้อเสนอแก้ไขหนึ่งแห่ง',
    render: () => (
      <div class="measure">
        <Inset>
          <p><a href="#inset">หน้า 3 บรรทัด 16</a>&ensp;จำนวน <DiffText runs={[{ kind: 'del', text: '๒' }, { kind: 'same', text: ' ' }, { kind: 'ins', text: '๓' }]} /> ชุด</p>
          <p class="quiet">เหตุผล: เอกสารประกอบวาระ หน้า 6 ระบุ 3 ชุด</p>
        </Inset>
      </div>
    ),
  },
];
