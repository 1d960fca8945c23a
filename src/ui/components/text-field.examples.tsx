import { TextArea, TextField } from './text-field.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'ช่องข้อความ',
    note: 'ป้าย คำอธิบาย ข้อผิด แล้วจึงช่อง',
    render: () => (
      <div class="two">
        <div class="stack">
          <TextField name="subject" label="เรื่อง" hint="ย่อให้อ่านเข้าใจได้โดยไม่ต้องเปิดหนังสือ" value="ขอใบรับรองอิเล็กทรอนิกส์" />
          <TextField name="phone" label="โทรศัพท์" type="tel" optional size="m" autoComplete="tel" />
        </div>
        <div class="stack">
          <TextField name="pages" label="จำนวนหน้า" size="xs" inputMode="numeric" after="หน้า" value="สิบ" error="ใส่เป็นตัวเลข เช่น 10" />
          <TextField name="number" label="เลขที่หนังสือ" hint="ระบบออกให้เมื่อลงนาม" value="ยังไม่ออกเลข" disabled />
        </div>
      </div>
    ),
  },
  {
    name: 'ช่องหลายบรรทัด',
    note: 'ขยายตามข้อความ บอกจำนวนอักษรที่เหลือ',
    render: () => (
      <div class="two">
        <TextArea name="remark" label="ข้อสังเกต" optional rows={2} />
        <TextArea name="reason" label="เหตุผล" rows={2} maxLength={500} value="เอกสารประกอบวาระ หน้า 6 ระบุ 3 ชุด ที่นี้ผู้นำกู้ปู่" error="เขียนเหตุผลอย่างน้อยหนึ่งประโยค" />
      </div>
    ),
  },
];
