import { Attachments } from './attachment.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'เอกสารแนบ',
    render: () => (
      <div class="measure">
        <Attachments
          label="สิ่งที่ส่งมาด้วย"
          items={[
            { name: 'รายงานการประชุม ครั้งที่ ๑/๒๕๖๓', href: '#attachment', kind: 'PDF', pages: 9, bytes: 412_000 },
            { name: 'แบบรายละเอียดตัวชี้วัด.xlsx', href: '#attachment', kind: 'Excel', bytes: 38_400, note: 'แนบโดย กพร. 3 พ.ย. 2563', action: <a class="mid" href="#attachment">ประวัติ</a> },
          ]}
        />
      </div>
    ),
  },
];
