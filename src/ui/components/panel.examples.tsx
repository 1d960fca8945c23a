import { Button, ButtonRow } from './button.tsx';
import { Panel, Section } from './panel.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'กรอบของสิ่งเดียว กับส่วนที่ไม่มีกรอบ',
    render: () => (
      <div class="two">
        <Panel title="คำสั่งรักษาราชการแทน" level={3} aside={<a href="#panel">แก้ไข</a>}>
          <p class="mid">ถึง 13 พ.ย. 2563</p>
          <ButtonRow><Button>สิ้นสุดก่อนกำหนด</Button></ButtonRow>
        </Panel>
        <Section title="ผู้เข้าประชุม" level={3} aside={<span class="quiet">8 คน</span>}>
          <p class="mid">ผู้แทนหน่วยงานครบทุกหน่วย</p>
        </Section>
      </div>
    ),
  },
];
