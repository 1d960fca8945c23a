import { ChartFigure, ChartLegend, PointMark } from './chart.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'กรอบของแผนภูมิ',
    note: 'ชื่อ ภาพที่มีประโยคบอก เครื่องหมาย และตัวเลขชุดเดียวกันเป็นตาราง',
    render: () => (
      <ChartFigure name="plain" caption="เครื่องหมายของสี่ชุดข้อมูล" summary="วงกลม สี่เหลี่ยม ข้าวหลามตัด สามเหลี่ยม" width={400} height={60} tableOpen table={{ heads: ['ชุด', 'รูป'], rows: [['หนึ่ง', 'วงกลม'], ['สอง', 'สี่เหลี่ยม'], ['สาม', 'ข้าวหลามตัด'], ['สี่', 'สามเหลี่ยม']] }}>
        <PointMark sign={1} x={50} y={30} size={8} /><PointMark sign={2} x={150} y={30} size={8} /><PointMark sign={3} x={250} y={30} size={8} /><PointMark sign={4} x={350} y={30} size={8} />
      </ChartFigure>
    ),
  },
  {
    name: 'คำอธิบายเครื่องหมาย',
    render: () => <ChartLegend entries={[{ sign: 1, words: 'ปีนี้' }, { sign: 2, words: 'ปีก่อน' }, { sign: 3, words: 'สองปีก่อน' }, { sign: 4, words: 'ค่ากลาง' }, { sign: 'forecast', words: 'คาดการณ์' }, { sign: 'band', words: 'ช่วง' }, { sign: 'target', words: 'เป้าหมาย' }, { sign: 'rest', words: 'ยังเป็นไปได้' }]} />,
  },
];
