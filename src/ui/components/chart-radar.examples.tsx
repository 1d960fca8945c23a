import { RadarChart } from './chart-radar.tsx';
import type { Example } from '../example.ts';

const names = ['การนำองค์การ', 'การวางแผนเชิงยุทธศาสตร์', 'การให้ความสำคัญกับผู้รับบริการ', 'การวัด วิเคราะห์ และจัดการความรู้', 'การมุ่งเน้นบุคลากร', 'การมุ่งเน้นระบบปฏิบัติการ', 'ผลลัพธ์การดำเนินการ'];
const axes = names.map((_, at) => `หมวด ${at + 1}`);
const own = [310, 275, 300, 262.5, 290, 240, 305];
const assessor = [290, 250, 300, 225, 275, 215, 282.5];

export const examples: Example[] = [
  {
    name: 'สองผู้ประเมิน',
    note: 'เส้นทึบกับเส้นประ จุดกลมกับจุดเหลี่ยม แยกกันได้แม้พิมพ์ขาวดำ',
    render: () => (
      <RadarChart
        caption="คะแนนตามหมวด ปีงบประมาณ พ.ศ. 2563" summary="ผลประเมินตนเองสูงกว่าผลของผู้ตรวจในหกหมวด เท่ากันในหมวด 3 ต่างกันมากที่สุดในหมวด 4"
        axes={axes} series={[{ name: 'ประเมินตนเอง', values: own }, { name: 'ผู้ตรวจ', values: assessor }]}
        table={{ heads: ['หมวด', 'ประเมินตนเอง', 'ผู้ตรวจ'], rows: names.map((name, at) => [`${at + 1} ${name}`, String(own[at]), String(assessor[at])]) }}
      />
    ),
  },
  {
    name: 'ยังไม่มีผลบางหมวด',
    note: 'เส้นขาดตรงหมวดที่ไม่มีผล ไม่ลากผ่าน',
    render: () => (
      <RadarChart
        caption="คะแนนตามหมวด รอบ 6 เดือน" summary="ยังไม่มีผลของหมวด 5" axes={axes}
        series={[{ name: 'รอบ 6 เดือน', values: own.map((value, at) => (at === 4 ? null : value)) }]}
        table={{ heads: ['หมวด', 'คะแนน'], rows: names.map((name, at) => [`${at + 1} ${name}`, at === 4 ? 'ไม่มีผล' : String(own[at])]) }}
      />
    ),
  },
];
