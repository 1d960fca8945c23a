import { Select } from './select.tsx';
import type { Example } from '../example.ts';

const units = [
  { group: 'ส่วนกลาง', options: [{ value: 'a', label: 'ศูนย์เทคโนโลยีสารสนเทศ' }, { value: 'b', label: 'กองคลัง' }] },
  { group: 'ส่วนภูมิภาค', options: [{ value: 'c', label: 'สำนักงานเขต 1' }, { value: 'd', label: 'สำนักงานเขต 2 (ยังไม่เปิด)', disabled: true }] },
];

export const examples: Example[] = [
  {
    name: 'เลือกจากรายการ',
    render: () => (
      <div class="two">
        <Select name="unit" label="หน่วยงาน" options={units} value="b" />
        <Select name="year" label="ปีงบประมาณ" size="s" empty="เลือกปี" options={[{ value: '2564', label: '2564' }, { value: '2563', label: '2563' }]} error="เลือกปีงบประมาณ" />
      </div>
    ),
  },
];
