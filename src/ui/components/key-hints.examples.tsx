import { KeyHints, KeysDialog } from './key-hints.tsx';
import { Button } from './button.tsx';
import type { Example } from '../example.ts';

const hints = [{ keys: ['r'], label: 'รับทราบ' }, { keys: ['m'], label: 'มอบหมาย' }];

export const examples: Example[] = [
  {
    name: 'ปุ่มลัด',
    note: 'กด ? เพื่อดูทั้งหมด ปิดใช้ได้ในหน้าของฉัน',
    render: () => (
      <div class="stack-s">
        <KeyHints hints={[{ keys: ['j', 'k'], label: 'ขึ้นลง' }, { keys: ['Enter'], label: 'เปิด' }, ...hints, { keys: ['?'], label: 'ปุ่มลัดทั้งหมด' }]} />
        <Button type="button" opensDialog="example-keys">ดูปุ่มลัดทั้งหมด</Button>
        <KeysDialog id="example-keys" hints={hints} />
      </div>
    ),
  },
];
