import { Stamp } from './stamp.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'ตราความเร็วและความลับ',
    render: () => (
      <div class="cluster">
        <Stamp level={1}>ด่วน</Stamp>
        <Stamp level={2}>ด่วนมาก</Stamp>
        <Stamp>ด่วนที่สุด</Stamp>
        <Stamp kind="secrecy">ลับ</Stamp>
        <Stamp kind="secrecy">ลับมาก</Stamp>
        <Stamp kind="secrecy">ลับที่สุด</Stamp>
      </div>
    ),
  },
];
