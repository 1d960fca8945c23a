import { Button, ButtonLink, ButtonRow } from './button.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'ปุ่มหลักหนึ่งปุ่ม กับปุ่มรอง',
    note: 'ปุ่มหลักหนึ่งปุ่มต่อจอ คือขั้นถัดไปที่ทำกันเป็นปกติ',
    render: () => (
      <ButtonRow>
        <Button kind="main" busyLabel="กำลังส่ง…">ลงนามและส่ง</Button>
        <Button>บันทึกไว้ก่อน</Button>
        <ButtonLink kind="quiet" href="#button">ย้อนกลับ</ButtonLink>
      </ButtonRow>
    ),
  },
  {
    name: 'การกระทำร้ายแรง และปุ่มที่ยังกดไม่ได้',
    note: 'แดงเฉพาะเส้น และไม่เป็นปุ่มแรก บอกเหตุที่กดไม่ได้ไว้ข้างปุ่ม',
    render: () => (
      <ButtonRow>
        <Button disabled kind="main">ยังส่งไม่ได้</Button>
        <Button disabled>ปิดใช้</Button>
        <Button kind="danger">ยกเลิกเลขที่หนังสือ</Button>
      </ButtonRow>
    ),
  },
  {
    name: 'ปุ่มลัด และเต็มความกว้าง',
    render: () => (
      <div class="stack-s measure">
        <ButtonLink href="#button" shortcut="r">รับทราบ</ButtonLink>
        <Button kind="main" wide>เข้าสู่ระบบ</Button>
      </div>
    ),
  },
];
