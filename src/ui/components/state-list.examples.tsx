import { StateList } from './state-list.tsx';
import { UnitTag } from './unit-tag.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'ใครตอบแล้ว',
    render: () => (
      <div class="measure">
        <StateList
          label="คำตอบของหน่วยงาน"
          items={[
            { name: <UnitTag short="สนข." full="สำนักข่าว" />, state: 'done', words: 'รับรอง 4 พ.ย.' },
            { name: 'สพป.', state: 'done', words: 'มีแก้ไข 2 แห่ง 5 พ.ย.' },
            { name: 'สนผ.', state: 'wait', words: 'เปิดอ่านแล้ว' },
            { name: 'ศสช. (ท่าน)', state: 'going', words: 'กำลังตรวจ' },
            { name: 'กกร.', state: 'wait', words: 'ยังไม่เปิด' },
          ]}
        />
      </div>
    ),
  },
];
