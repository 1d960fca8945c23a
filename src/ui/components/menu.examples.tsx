import { Menu } from './menu.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'รายการใต้คำ',
    note: 'ใช้กับสิ่งที่ทำไม่บ่อย ปุ่มหลักไม่อยู่ในนี้',
    render: () => (
      <Menu
        label="จัดการเรื่องนี้" align="start"
        items={[{ label: 'พิมพ์ทะเบียน', href: '#menu' }, { label: 'ส่งต่อให้หน่วยงานอื่น', href: '#menu' }, { rule: true }, { label: 'ยกเลิกเลข', action: '#menu', danger: true }]}
      />
    ),
  },
];
