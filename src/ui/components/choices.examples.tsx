import { Checkbox, Checkboxes, Radios } from './choices.tsx';
import { TextField } from './text-field.tsx';
import type { Example } from '../example.ts';

const speeds = [
  { value: 'normal', label: 'ปกติ' },
  { value: 'urgent', label: 'ด่วนมาก', hint: 'ให้ปฏิบัติโดยเร็ว' },
  { value: 'most', label: 'ด่วนที่สุด (ผู้อำนวยการเท่านั้น)', disabled: true },
];

export const examples: Example[] = [
  {
    name: 'เลือกหนึ่ง และเลือกได้หลายข้อ',
    note: 'กดได้ทั้งบรรทัด',
    render: () => (
      <div class="two">
        <Radios name="speed" label="ชั้นความเร็ว" value="urgent" options={speeds} />
        <Checkboxes name="to" label="ส่งถึง" value={['news']} options={[{ value: 'news', label: 'สำนักข่าว' }, { value: 'finance', label: 'กองคลัง' }]} hint="เลือกได้มากกว่าหนึ่ง" />
      </div>
    ),
  },
  {
    name: 'ช่องเพิ่มใต้ตัวเลือก ข้อผิด และเรียงแถว',
    render: () => (
      <div class="two">
        <Radios
          name="answer" label="ผลการพิจารณา" error="เลือกผลการพิจารณา"
          options={[{ value: 'yes', label: 'เห็นชอบ' }, { value: 'no', label: 'ไม่เห็นชอบ', more: <TextField name="answer-why" label="เพราะเหตุใด" /> }]}
        />
        <div class="stack">
          <Radios name="format" label="รูปแบบ" arrange="row" value="pdf" options={[{ value: 'pdf', label: 'PDF' }, { value: 'xlsx', label: 'Excel' }, { value: 'csv', label: 'CSV' }]} />
          <Checkbox name="confirm" label="ข้าพเจ้าได้อ่านรายงานครบทุกหน้าแล้ว" hint="ระบบบันทึกวันและเวลาที่เปิดอ่าน" error="ยืนยันก่อนส่ง" />
        </div>
      </div>
    ),
  },
];
