import { PersonName } from './person-name.tsx';
import type { Example } from '../example.ts';

export const examples: Example[] = [
  {
    name: 'ชื่อคน',
    render: () => (
      <div class="stack-s">
        <PersonName name="กฤตภาส เรืองธรรม" post="ผอ.ศสช." />
        <div><PersonName block name="นางอรพิน แก้วประภา" post="ผู้อำนวยการกลุ่มพัฒนาระบบบริหาร" actingFor="รองอธิบดี" href="#person-name" /></div>
      </div>
    ),
  },
];
