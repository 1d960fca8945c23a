import type { Stage } from '../domain/stages.ts';

/** The stages as the meeting was told of them: the fourth had no month then, so the demo's office set one. */
export const demoPlan: readonly { readonly stage: Stage; readonly month: string; readonly support: readonly string[]; readonly note: string }[] = [
  { stage: 1, month: '2020-11-01', support: ['ศสช.', 'กพร.'], note: 'ทุกหน่วยงานรับและส่งหนังสือเวียนในระบบได้' },
  { stage: 2, month: '2020-11-01', support: ['ศสช.', 'กพร.'], note: 'ระหว่างฝ่ายบริหารกับกลุ่มงานในสำนักหรือกองเดียวกัน' },
  { stage: 3, month: '2020-12-01', support: ['ศสช.', 'กพร.'], note: '' },
  { stage: 4, month: '2021-03-01', support: ['ศสช.', 'กพร.'], note: 'เมื่อได้รับใบรับรองอิเล็กทรอนิกส์และติดตั้งลายมือชื่อแล้ว เดือนเป็นค่าประมาณ' },
];

export interface DemoLetter {
  readonly from: string;
  readonly at: string;
  /** `inside`: the groups of the unit. */
  readonly to: 'inside' | readonly string[];
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

const plain = (text: string, end: string): readonly string[] => [text, end];

/** Letters inside a bureau and across units that some units already made in the system. */
export const demoLetters: readonly DemoLetter[] = [
  { from: 'ศสช.', at: '2020-10-21T09:40', to: 'inside', subject: 'กำหนดผู้ดูแลระบบสารบรรณอิเล็กทรอนิกส์ของแต่ละกลุ่ม', paragraphs: plain('ด้วยศูนย์ฯ จะเปิดให้บริการระบบสารบรรณอิเล็กทรอนิกส์ จึงต้องมีผู้ดูแลประจำกลุ่ม', 'จึงเรียนมาเพื่อโปรดแจ้งรายชื่อกลุ่มละ 1 คน') },
  { from: 'ศสช.', at: '2020-10-22T13:15', to: ['สลก.', 'กพร.'], subject: 'ส่งคู่มือและผังขั้นตอนการรับส่งหนังสือในระบบ', paragraphs: plain('ด้วยศูนย์ฯ จัดทำคู่มือและผังขั้นตอนการรับส่งหนังสือในระบบเรียบร้อยแล้ว', 'จึงเรียนมาเพื่อโปรดทราบและใช้ประกอบการชี้แจงหน่วยงาน') },
  { from: 'สลก.', at: '2020-10-26T10:05', to: 'inside', subject: 'ซักซ้อมการรับหนังสือภายในสำนักงานเลขานุการกรม', paragraphs: plain('ด้วยสำนักงานฯ จะเริ่มรับส่งหนังสือภายในทางระบบ', 'จึงเรียนมาเพื่อโปรดให้เจ้าหน้าที่ทดลองเปิดอ่านและรับทราบในระบบ') },
  { from: 'สลก.', at: '2020-10-28T14:20', to: ['กคส.', 'กกจ.'], subject: 'ขอข้อมูลค่าวัสดุสำนักงานเพื่อคำนวณการประหยัดกระดาษ', paragraphs: plain('ด้วยสำนักงานเลขานุการกรมจะคำนวณเงินที่ประหยัดได้จากการใช้ระบบ', 'จึงเรียนมาเพื่อโปรดแจ้งราคาต่อหน้าของกระดาษและหมึก และค่านำส่งหนังสือต่อครั้ง') },
  { from: 'สนข.', at: '2020-10-29T11:10', to: 'inside', subject: 'มอบหมายการจัดเวรรับหนังสือในระบบ', paragraphs: plain('ด้วยสำนักข่าวมีการปฏิบัติงานเป็นกะ จึงต้องมีผู้รับหนังสือในระบบทุกกะ', 'จึงเรียนมาเพื่อโปรดจัดเวรและแจ้งรายชื่อ') },
];

/** Invented people and courses of the training list. */
export const demoTrainings = {
  courses: [
    { name: 'การรับส่งหนังสือในระบบสารบรรณอิเล็กทรอนิกส์', day: '2020-09-16' },
    { name: 'การเสนอและลงนามในระบบสารบรรณอิเล็กทรอนิกส์', day: '2020-09-23' },
  ],
  given: ['นางสาวกานดา', 'นายธีระ', 'นางพิมพ์', 'นายอดุลย์', 'นางสาวมณี', 'นายเกริก', 'นางสาววิไล', 'นายสันติ', 'นางเรณู', 'นายชูชาติ', 'นางสาวนารี', 'นายไพรัช'],
  family: ['ใจสว่าง', 'ทองพูล', 'รุ่งเรือง', 'สายสุดใจ', 'บุญมา', 'พงษ์ทอง', 'แก้ววิเศษ', 'มั่งมี', 'ศรีสุข', 'ดวงดี', 'เพชรงาม'],
} as const;
