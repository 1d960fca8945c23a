import { Timeline } from './timeline.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'ทางเดินของเรื่อง',
    note: 'จุดทึบทำแล้ว วงน้ำเงินอยู่ที่นี่ เส้นประยังไม่ถึง',
    render: () => (
      <div class="two">
        <Timeline
          label="ทางเดินหนังสือ ว ๕๐๓"
          items={[
            { text: 'ร่าง', by: 'กพร.', time: '2 พ.ย. 2563 15.20 น.', iso: '2020-11-02T15:20' },
            { text: 'ลงนามและออกเลข นร ๐๒๒๓/ว ๕๐๓', time: '3 พ.ย. 2563 09.05 น.' },
            { text: '8 หน่วยงานรับแล้ว ตอบแล้ว 4', state: 'now', note: 'ครบกำหนด 9 พ.ย. 2563' },
            { text: 'รับรองรายงานและเก็บเข้าแฟ้ม', state: 'next' },
          ]}
        />
        <Timeline label="เรื่องที่ยกเลิก" items={[{ text: 'ออกเลข', time: '30 ต.ค. 2563' }, { text: 'ยกเลิกเลข', state: 'void', note: 'ออกเลขซ้ำโดยคลาดเคลื่อน' }]} />
      </div>
    ),
  },
];
