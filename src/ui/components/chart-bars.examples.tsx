import { BarChart } from './chart-bars.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'คะแนนถ่วงน้ำหนัก',
    note: 'กรอบคือน้ำหนัก เต็มคือได้แล้ว ลายขวางคือยังเป็นไปได้',
    render: () => (
      <BarChart
        caption="คะแนนถ่วงน้ำหนักของแต่ละตัวชี้วัด" heads={['ตัวชี้วัด', 'ได้ / น้ำหนัก']} max={25}
        rows={[
          { key: '1', label: '1 ความสำเร็จของการนำระบบสารบรรณอิเล็กทรอนิกส์มาใช้ทั้งกรม', value: 17, of: 20, words: '17.000 / 20' },
          { key: '2', label: '2 ร้อยละของคำขอบัตรที่ยื่นทางระบบ', value: 12.5, rest: 7.5, of: 25, words: '12.500 / 25' },
          { key: '3', label: '3 ความพึงพอใจของผู้รับบริการ', value: null, rest: 15, of: 15, words: 'ยังไม่มีผล / 15' },
        ]}
        legend={[{ sign: 'rest', words: 'ยังเป็นไปได้' }]}
      />
    ),
  },
  {
    name: 'คะแนนของหน่วย มีเส้นระดับ',
    render: () => (
      <BarChart
        caption="คะแนนของหน่วยงาน" heads={['หน่วยงาน', 'คะแนน']} max={100} marks={[60, 75, 90].map((at) => ({ at, words: String(at) }))}
        rows={[
          { key: 'a', label: 'สำนักข่าว', value: 91.2, words: '91.200' }, { key: 'b', label: 'ศูนย์สารสนเทศ', value: 78.05, words: '78.050' },
          { key: 'c', label: 'กองคลัง', value: 54, rest: 21, words: '54.000' },
        ]}
      />
    ),
  },
];
