import { FilterBar } from './filter-bar.tsx';
import { Select } from './select.tsx';
import { TextField } from './text-field.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'ตัวกรองเหนือรายการ',
    note: 'ที่อยู่ของหน้าเก็บตัวกรองไว้ ส่งต่อให้ผู้อื่นได้',
    render: () => (
      <FilterBar action="#filter-bar" wide clearHref="#filter-bar" result="พบ 12 เรื่อง" label="กรองทะเบียน">
        <TextField name="filter-q" label="คำค้น" value="ตัวชี้วัด" optional={false} />
        <Select name="filter-year" label="ปี พ.ศ." size="s" value="2563" options={[{ value: '2563', label: '2563' }, { value: '2562', label: '2562' }]} />
        <Select name="filter-state" label="สถานะ" empty="ทั้งหมด" options={[{ value: 'open', label: 'กำลังดำเนินการ' }]} />
      </FilterBar>
    ),
  },
];
