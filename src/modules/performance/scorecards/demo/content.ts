/** Scorecards of the demo. Levels are examples; names of indicators follow those of the department's sheet. */
interface DemoLine {
  readonly indicator?: { readonly key: string; readonly share: string };
  readonly title: string;
  readonly unitOfMeasure: string;
  readonly weight: string;
  readonly values: readonly string[];
  readonly cannot?: string;
  readonly result?: { readonly value: string; readonly evidence: string };
}

export interface DemoCard {
  readonly unit: string;
  readonly at: string;
  readonly stage: 'draft' | 'proposed' | 'signed';
  readonly lines: readonly DemoLine[];
  readonly pieces: readonly { readonly title: string; readonly story: string; readonly clipHref: string; readonly pictureHref: string; readonly area: string }[];
}

/** How bureaus' levels become one: a press card is only as far as its slowest part. */
export const demoRules = [['1', 'contribution'], ['4', 'lowest']] as const;

const steps = ['1', '2', '3', '4', '5'] as const;

export const demoCards: readonly DemoCard[] = [
  {
    unit: 'ศสช.', at: '2020-10-26T13:30', stage: 'signed',
    lines: [
      { indicator: { key: '1', share: '60' }, title: 'ความสำเร็จของการพัฒนาระบบคลังข้อมูลข่าวสาร', unitOfMeasure: 'ขั้น', weight: '40', values: steps, result: { value: '1', evidence: 'ผลการสำรวจชุดข้อมูลข่าวที่คัดเลือกแล้ว' } },
      { indicator: { key: '4', share: '40' }, title: 'ความสำเร็จของการพัฒนาระบบออกบัตรสื่อมวลชนส่วนของระบบงาน', unitOfMeasure: 'ขั้น', weight: '30', values: steps },
      { title: 'ร้อยละของเวลาที่ระบบงานหลักให้บริการได้', unitOfMeasure: 'ร้อยละ', weight: '15', values: ['95', '96', '97', '98', '99'], result: { value: '97.5', evidence: 'สถิติการให้บริการเดือนตุลาคม 2563' } },
    ],
    pieces: [{ title: 'คลังภาพข่าวพื้นที่น้ำท่วมภาคใต้', story: 'รวมภาพและแผนที่จากพื้นที่ไว้ให้ประชาชนและสื่อค้นได้ในวันเดียวกัน', clipHref: 'https://clip.example.go.th/flood-archive', pictureHref: '', area: 'จังหวัดนครศรีธรรมราช' }],
  },
  {
    unit: 'สนผ.', at: '2020-10-28T09:40', stage: 'draft',
    lines: [
      { indicator: { key: '2', share: '100' }, title: 'ความสำเร็จของการจัดทำ (ร่าง) นโยบายและแผนการประชาสัมพันธ์แห่งชาติ ฉบับที่ 6', unitOfMeasure: 'ขั้น', weight: '40', values: steps, cannot: 'ขั้นที่ 5 ขึ้นกับกำหนดการประชุมของคณะกรรมการประชาสัมพันธ์แห่งชาติ' },
      { indicator: { key: '3.1', share: '100' }, title: 'ร้อยละของกลุ่มเป้าหมายในประเทศที่รับรู้และเข้าใจยุทธศาสตร์ชาติ', unitOfMeasure: 'ร้อยละ', weight: '40', values: ['60', '65', '70', '75', '80'] },
    ],
    pieces: [],
  },
  {
    unit: 'สพป.', at: '2020-10-29T15:10', stage: 'proposed',
    lines: [
      { indicator: { key: '4', share: '60' }, title: 'ความสำเร็จของการให้บริการยื่นขอบัตรสื่อมวลชนออนไลน์', unitOfMeasure: 'ขั้น', weight: '50', values: steps },
      { title: 'ร้อยละของผู้ขอบัตรที่เห็นว่าบริการสะดวก', unitOfMeasure: 'ร้อยละ', weight: '35', values: ['70', '75', '80', '85', '90'] },
    ],
    pieces: [{ title: 'บัตรสื่อมวลชนถึงมือโดยไม่ต้องเดินทาง', story: 'ผู้สื่อข่าวในพื้นที่ห่างไกลยื่นคำขอและรับบัตรได้โดยไม่ต้องเข้ามาที่กรม', clipHref: 'https://clip.example.go.th/press-card', pictureHref: '', area: 'จังหวัดแม่ฮ่องสอน' }],
  },
];
