// Invented, plausible words of the demo's self-assessment of 2564. What the report does not say of 2563 is not said here either.
import { scaled } from '../../domain/numbers.ts';
import type { Level } from '../../domain/pmqa/levels.ts';
import type { ProfileSection } from '../domain/sections.ts';
import type { ResultInput } from '../store/results.ts';

export const demoProfile: readonly { readonly section: ProfileSection; readonly text: string }[] = [
  { section: '1a', text: 'กรมมีหน้าที่ให้ข้อมูลข่าวสารของรัฐแก่ประชาชน และเป็นสื่อกลางระหว่างรัฐกับประชาชน ตามกฎกระทรวงแบ่งส่วนราชการ\nบุคลากรทำงานทั้งในส่วนกลางและสำนักงานประชาสัมพันธ์จังหวัด ต้องปฏิบัติตามระเบียบสารบรรณ ระเบียบการใช้คลื่นความถี่ และกฎหมายข้อมูลข่าวสาร' },
  { section: '1b', text: 'อธิบดีกำกับผ่านรองอธิบดีและคณะทำงานรายด้าน หน่วยงานส่วนกลางผลิตและเผยแพร่ จังหวัดนำไปใช้ในพื้นที่และส่งข้อมูลกลับ\nผู้รับบริการหลักคือประชาชน สื่อมวลชนในประเทศและต่างประเทศ และส่วนราชการที่ขอให้ช่วยเผยแพร่' },
  { section: '2a', text: 'ประชาชนรับข่าวจากสื่อสังคมเป็นหลัก ข่าวที่คลาดเคลื่อนแพร่เร็วกว่าคำชี้แจง กรมเทียบผลกับหน่วยงานสื่อของรัฐในภูมิภาคและผลสำรวจการรับรู้ของตนเองในปีก่อน' },
  { section: '2b', text: 'ความท้าทาย: ทำงานเป็นดิจิทัลทั้งกระบวนการ และใช้ข้อมูลร่วมกันระหว่างส่วนกลางกับจังหวัด\nความได้เปรียบ: มีเครือข่ายทุกจังหวัด และเป็นแหล่งข้อมูลที่ราชการรับรอง' },
  { section: '2c', text: 'ทบทวนผลตามรอบ 6 9 และ 12 เดือน ใช้ผลการประเมินปีก่อนเลือกหัวข้อที่จะปรับปรุง และจัดเวทีแลกเปลี่ยนวิธีทำงานที่ได้ผลระหว่างหน่วยงาน' },
];

/** Boxes by number. A few items only: the self-assessment has just begun. */
export const demoItems: readonly { readonly item: string; readonly boxes: Readonly<Record<Level, readonly string[]>>; readonly texts: Partial<Readonly<Record<Level, string>>> }[] = [
  {
    item: '1.1', boxes: { basic: ['1', '2', '3'], advance: [], significance: ['1'] },
    texts: { basic: 'ประกาศทิศทางปี 2564 ต่อบุคลากรทุกหน่วยงาน และถ่ายทอดเป็นตัวชี้วัดของผู้บริหาร', significance: 'ข้อมูลข่าวสารในภาวะวิกฤตเข้าถึงทุกจังหวัดภายในวันเดียวกัน' },
  },
  { item: '1.2', boxes: { basic: ['1', '2'], advance: ['1'], significance: [] }, texts: { basic: 'เผยแพร่แผนจัดซื้อจัดจ้างและผลการใช้จ่ายบนเว็บไซต์ทุกเดือน' } },
  { item: '4.4', boxes: { basic: ['1', '2'], advance: ['1'], significance: [] }, texts: { basic: 'ระบบสารบรรณอิเล็กทรอนิกส์ใช้ในหน่วยงานส่วนกลางแล้ว มีการสำรองข้อมูลทุกคืน', advance: 'เริ่มลงนามหนังสือด้วยลายมือชื่อดิจิทัล' } },
];

const none = { ladder: null, note: '' } as const;
export const demoResults: readonly ResultInput[] = [
  { ...none, item: '7.1', name: 'ร้อยละของประชาชนที่รับรู้ข้อมูลข่าวสารของรัฐ', unitOfMeasure: 'ร้อยละ', kind: 'free', better: 'more', target: scaled('75'), valueBefore: scaled('68.4'), valueLast: scaled('71.2'), value: null },
  { ...none, item: '7.6', name: 'ร้อยละการเบิกจ่ายงบประมาณ', unitOfMeasure: 'ร้อยละ', kind: 'ladder', ladder: 'RM8', better: 'more', target: null, valueBefore: scaled('95.1'), valueLast: scaled('96.5'), value: null },
];

/** One sheet with three boxes and two arrows: a flow of work. */
const page = '0.6 w 90 640 140 50 re S 270 640 140 50 re S 90 540 320 50 re S 230 665 m 270 665 l S 340 640 m 340 590 l S BT /F1 14 Tf 110 660 Td (e-Saraban) Tj 185 0 Td (CA signature) Tj -175 -100 Td (backup every night) Tj ET';

function sheet(): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${page.length}>>\nstream\n${page}\nendstream`, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let body = '%PDF-1.4\n';
  const at = objects.map((object, index) => {
    const from = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return from;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${at.map((from) => `${String(from).padStart(10, '0')} 00000 n \n`).join('')}`;
  return Buffer.from(`${body}${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`, 'latin1');
}

export const demoEvidence = { item: '4.4', level: 'basic' as const, name: 'ผังระบบสารบรรณอิเล็กทรอนิกส์.pdf', note: 'ผังการทำงานหนึ่งหน้า', pdf: sheet };
