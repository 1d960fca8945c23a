import { LineChart } from './chart-line.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'ตามรอบ มีช่วงและคาดการณ์',
    note: 'พื้นจางคือช่วงที่เป็นได้ เส้นประและจุดโปร่งคือคาดการณ์ จุดไข่ปลาคือเป้าหมาย',
    render: () => (
      <LineChart
        caption="ร้อยละของคำขอที่ยื่นทางระบบ ปีงบประมาณ พ.ศ. 2564" summary="รอบ 6 เดือน 62.5 รอบ 9 เดือน 71 คาดว่ารอบ 12 เดือนเป็น 79.5 ต่ำกว่าเป้าหมาย 80"
        steps={['6 เดือน', '9 เดือน', '12 เดือน']} domain={[50, 90]}
        series={[{ name: 'ผล', points: [{ value: 62.5, words: '62.5', low: 59, high: 66 }, { value: 71, words: '71', low: 68, high: 74 }, { value: 79.5, words: '79.5', low: 71, high: 84 }], forecastFrom: 2 }]}
        targets={[{ value: 80, words: 'เป้าหมาย 80' }]}
        signs={[{ sign: 'forecast', words: 'คาดการณ์ตามแนวเดิม' }, { sign: 'band', words: 'ต่ำสุด–สูงสุด' }, { sign: 'target', words: 'เป้าหมาย' }]}
        table={{ heads: ['รอบ', 'ผล', 'ต่ำสุด', 'สูงสุด'], rows: [['6 เดือน', '62.5', '59', '66'], ['9 เดือน', '71', '68', '74'], ['12 เดือน (คาดการณ์)', '79.5', '71', '84']] }}
      />
    ),
  },
  {
    name: 'หลายปี หลายเส้น มีปีที่ไม่มีผล',
    render: () => (
      <LineChart
        caption="คะแนนรวมสามปี" summary="กรมเพิ่มจาก 71 เป็น 82.4 ปี 2562 ของหน่วยในจังหวัดไม่มีผล"
        steps={['2561', '2562', '2563']}
        series={[
          { name: 'กรม', points: [{ value: 71, words: '71' }, { value: 76.3, words: '76.3' }, { value: 82.4, words: '82.4' }] },
          { name: 'หน่วยในจังหวัด', points: [{ value: 64, words: '64' }, null, { value: 70.5, words: '70.5' }] },
        ]}
        table={{ heads: ['ปี', 'กรม', 'หน่วยในจังหวัด'], rows: [['2561', '71', '64'], ['2562', '76.3', 'ไม่มีผล'], ['2563', '82.4', '70.5']] }}
      />
    ),
  },
];
