import { LadderChart } from './chart-ladder.tsx';
import type { Example } from '../example.ts';

const more = [{ value: 70, words: '70', score: 50, scoreWords: '50' }, { value: 75, words: '75', score: 75, scoreWords: '75' }, { value: 80, words: '80', score: 100, scoreWords: '100' }];
const table = { heads: ['ค่า', 'คะแนน'], rows: more.map(({ words, scoreWords }) => [words, scoreWords]) };

export const examples: Example[] = [
  {
    name: 'ยิ่งมากยิ่งดี มีช่วงของการสำรวจ',
    render: () => (
      <LadderChart
        caption="ขั้นคะแนนของตัวชี้วัดที่ 3.1" summary="ค่า 77 ได้ 85 คะแนน ช่วงของการสำรวจ 75.8 ถึง 78.2" axis="ร้อยละของผู้ตอบที่พึงพอใจ"
        rungs={more} now={{ value: 77, words: '77', score: 85, scoreWords: '85.000', low: 75.8, high: 78.2 }}
        signs={[{ sign: 'band', words: 'ช่วงความเชื่อมั่นร้อยละ 95' }]} table={{ ...table, rows: [...table.rows, ['77 (ผล)', '85.000']] }}
      />
    ),
  },
  {
    name: 'ยิ่งน้อยยิ่งดี',
    render: () => (
      <LadderChart
        caption="ขั้นคะแนนของจำนวนวันที่ใช้" summary="ค่า 15 ได้ 87.5 คะแนน" axis="วันทำการ"
        rungs={[{ value: 30, words: '30', score: 50, scoreWords: '50' }, { value: 20, words: '20', score: 75, scoreWords: '75' }, { value: 10, words: '10', score: 100, scoreWords: '100' }]}
        now={{ value: 15, words: '15', score: 87.5, scoreWords: '87.500' }} table={{ heads: ['ค่า', 'คะแนน'], rows: [['30', '50'], ['20', '75'], ['10', '100'], ['15 (ผล)', '87.500']] }}
      />
    ),
  },
  { name: 'ยังไม่มีผล', render: () => <LadderChart caption="ขั้นคะแนนของตัวชี้วัดที่ 3.2" summary="ยังไม่มีผล" axis="ร้อยละ" rungs={more} table={table} /> },
];
