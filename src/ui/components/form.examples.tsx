import { Button, ButtonLink, ButtonRow } from './button.tsx';
import { Radios } from './choices.tsx';
import { DateField, TimeField } from './date-field.tsx';
import { AutosaveStatus, FieldsRow, Form, FormSection, MorePart, MoreParts } from './form.tsx';
import { TextArea, TextField } from './text-field.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'แบบฟอร์ม',
    note: 'หนึ่งแถวแนวตั้ง ช่องสั้นอยู่แถวเดียวกันได้ ปุ่มอยู่ท้าย',
    render: () => (
      <Form action="#form" hidden={{ token: 'x' }} draft="example" guard label="ตัวอย่างแบบฟอร์ม">
        <TextField name="form-title" label="ชื่อการประชุม" />
        <FieldsRow>
          <DateField name="form-day" label="วันประชุม (พ.ศ.)" />
          <TimeField name="form-from" label="เริ่ม" />
        </FieldsRow>
        <FormSection title="การเชิญ" note="ส่งถึงทุกคนในคณะ">
          <Radios name="form-way" label="ส่งทาง" arrange="row" value="letter" options={[{ value: 'letter', label: 'หนังสือ' }, { value: 'mail', label: 'ไปรษณีย์อิเล็กทรอนิกส์' }]} />
          <TextArea name="form-note" label="ข้อความเพิ่ม" optional rows={2} />
        </FormSection>
        <MoreParts>
          <MorePart title="ชั้นความเร็วและชั้นความลับ" note="ปกติ · ไม่ลับ"><TextField name="form-reason" label="เหตุผลที่เร่งด่วน" optional /></MorePart>
          <MorePart title="อ้างถึง" open><TextField name="form-reference" label="อ้างถึงหนังสือ" optional value="ที่ นร ๐๒๒๓/๑๒๓" /></MorePart>
        </MoreParts>
        <ButtonRow>
          <Button kind="main">ส่งหนังสือเชิญ</Button>
          <ButtonLink kind="quiet" href="#form">ไม่ส่ง</ButtonLink>
        </ButtonRow>
      </Form>
    ),
  },
  {
    name: 'แบบฟอร์มที่บันทึกเอง',
    note: 'บันทึกเองขณะกรอก เมื่อเปิดสคริปต์ไว้ ปุ่มบันทึกใช้ได้เสมอ',
    render: () => (
      <Form action="#autosave" hidden={{ rev: '3' }} autosave={{ saving: 'กำลังบันทึก…', saved: 'บันทึกแล้ว เวลา {time}', failed: 'บันทึกไม่สำเร็จ' }} label="ตัวอย่างแบบฟอร์มที่บันทึกเอง">
        <TextArea name="autosave-text" label="คำอธิบาย" rows={2} />
        <ButtonRow><Button kind="main">บันทึก</Button></ButtonRow>
        <AutosaveStatus>บันทึกล่าสุดเมื่อ 3 พ.ย. 2563 10.05 น.</AutosaveStatus>
      </Form>
    ),
  },
];
