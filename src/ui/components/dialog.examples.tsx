import { Button, ButtonLink, ButtonRow } from './button.tsx';
import { Dialog, DialogClose, DialogPage } from './dialog.tsx';
import { Form } from './form.tsx';
import { TextField } from './text-field.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'กล่องถาม',
    note: 'เฉพาะสิ่งที่ย้อนไม่ได้ ไม่มีสคริปต์จะไปหน้าที่มีคำถามเดียวกัน',
    render: () => (
      <div>
        <ButtonLink kind="danger" href="#dialog" opensDialog="example-void">ยกเลิกเลข</ButtonLink>
        <Dialog id="example-void" title="ยกเลิกเลขที่ นร ๐๒๒๓/ว ๕๐๐">
          <p class="mid">เลขนี้จะไม่ถูกใช้อีก แถวในทะเบียนยังอยู่พร้อมเหตุผล</p>
          <Form action="#dialog">
            <TextField name="void-reason" label="เหตุผล" />
            <ButtonRow>
              <Button kind="danger">ยกเลิกเลขนี้</Button>
              <DialogClose>ไม่ยกเลิก</DialogClose>
            </ButtonRow>
          </Form>
        </Dialog>
      </div>
    ),
  },
  {
    name: 'คำถามเดียวกันเป็นหน้า',
    render: () => (
      <DialogPage title="ยกเลิกเลขที่ นร ๐๒๒๓/ว ๕๐๐">
        <p class="mid">เลขนี้จะไม่ถูกใช้อีก แถวในทะเบียนยังอยู่พร้อมเหตุผล</p>
        <Form action="#dialog">
          <TextField name="void-reason-page" label="เหตุผล" />
          <ButtonRow>
            <Button kind="danger">ยกเลิกเลขนี้</Button>
            <ButtonLink href="#dialog">ไม่ยกเลิก</ButtonLink>
          </ButtonRow>
        </Form>
      </DialogPage>
    ),
  },
];
