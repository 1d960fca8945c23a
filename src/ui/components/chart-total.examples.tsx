import { TotalBar } from './chart-total.tsx';
import type { Example } from '../example.ts';

const classes = [{ at: 60, words: '60', name: 'มาตรฐานขั้นต้น' }, { at: 75, words: '75', name: 'มาตรฐานขั้นสูง' }, { at: 90, words: '90', name: 'คุณภาพ' }];

export const examples: Example[] = [
  {
    name: 'ยังขาดผลบางตัว',
    note: 'เต็มคืออย่างน้อย ลายขวางถึงอย่างมาก ขีดแดงคือคะแนนที่อยากได้',
    render: () => (
      <TotalBar caption="คะแนนรวม รอบ 9 เดือน" figure="62.100–91.500" summary="อย่างน้อย 62.100 อย่างมาก 91.500 จาก 100 ยังขาดผลสองตัว" least={62.1} most={91.5} max={100} classes={classes} wished={{ at: 80, words: 'อยากได้ 80' }} />
    ),
  },
  { name: 'ครบแล้ว', render: () => <TotalBar caption="คะแนนรวม รอบ 12 เดือน" figure="84.250" summary="84.250 จาก 100 อยู่ในระดับมาตรฐานขั้นสูง" least={84.25} most={84.25} max={100} classes={classes} /> },
];
