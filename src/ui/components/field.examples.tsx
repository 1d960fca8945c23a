import { Field, FieldGroup, useWiring } from './field.tsx';
import type { FieldProps } from './field.tsx';
import type { Example } from '../example.ts';

function OwnField(props: FieldProps) {
  const wiring = useWiring(props);
  return (
    <Field props={props} wiring={wiring}>
      <div class="input-with">
        <input class="input input-s" name={props.name} inputMode="decimal" {...wiring} />
        <span class="quiet">บาท</span>
      </div>
    </Field>
  );
}

function OwnGroup(props: FieldProps) {
  const wiring = useWiring(props);
  return (
    <FieldGroup props={props} wiring={wiring}>
      <div class="input-with">
        <input class="input input-xs" name={`${props.name}-from`} aria-label="ตั้งแต่หน้า" inputMode="numeric" />
        <span class="quiet">ถึง</span>
        <input class="input input-xs" name={`${props.name}-to`} aria-label="ถึงหน้า" inputMode="numeric" />
      </div>
    </FieldGroup>
  );
}

export const examples: Example[] = [
  { name: 'กรอบของช่องชนิดใหม่', note: 'ป้าย คำอธิบาย ข้อผิด แล้วจึงช่อง', render: () => <OwnField name="frame-amount" label="จำนวนเงิน" hint="ไม่รวมภาษีมูลค่าเพิ่ม" /> },
  { name: 'หลายช่องใต้ป้ายเดียว', render: () => <OwnGroup name="frame-pages" label="หน้าที่พิมพ์" error="หน้าสุดท้ายต้องไม่น้อยกว่าหน้าแรก" /> },
];
