import { Due } from './due.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'กำหนด',
    note: 'ใกล้บอกเป็นวันทำการ ไกลบอกวันที่ ผูกกับเหตุการณ์บอกเป็นคำ',
    render: () => (
      <div class="cluster cluster-wide">
        <Due workingDays={-8} when="27 ต.ค. 2563" iso="2020-10-27" />
        <Due workingDays={0} when="6 พ.ย. 2563" iso="2020-11-06" />
        <Due workingDays={2} when="9 พ.ย. 2563" iso="2020-11-09" />
        <Due workingDays={5} />
        <Due when="30 พ.ย." iso="2020-11-30" />
        <Due when="เมื่อได้รับ" />
        <Due />
        <Due workingDays={2} full />
      </div>
    ),
  },
];
