import { Combobox, SearchBox } from './combobox.tsx';
import type { Example } from '../example.ts';

const units = [
  { value: 'สำนักข่าว', hint: 'สนข.' },
  { value: 'สำนักพัฒนาการประชาสัมพันธ์', hint: 'สพป.' },
  { value: 'กองคลัง', hint: 'กค.' },
  { value: 'ศูนย์เทคโนโลยีสารสนเทศการประชาสัมพันธ์', hint: 'ศสช.' },
];

export const examples: Example[] = [
  {
    name: 'พิมพ์เพื่อเลือก',
    note: 'ไม่มีสคริปต์ก็ใช้ได้ เป็นช่องข้อความที่มีรายการช่วย',
    render: () => (
      <div class="two">
        <Combobox name="owner" label="หน่วยงานเจ้าของเรื่อง" hint="พิมพ์ชื่อหรือชื่อย่อ" options={units} />
        <Combobox name="owner-2" label="ผู้รับ" options={units} value="สำนักหอ" error="ไม่มีหน่วยงานชื่อนี้" />
      </div>
    ),
  },
  { name: 'ช่องค้น', render: () => <div class="measure"><SearchBox action="#combobox" name="find" label="ค้นในทะเบียน" placeholder="เลขที่ หรือเรื่อง" /></div> },
];
