/**
 * What was said of the targets of 2564 up to the meeting of 22 October 2563. Who said what, weights and reasons are those of
 * the meeting; values of ladders are examples, since the owners' forms came later.
 */
import type { LadderData } from '../../store/indicators.ts';
import type { Authority, Stage, WeightGround } from '../domain/stages.ts';
import type { CalendarDayInput } from '../store/calendar.ts';
import type { QuestionInput } from '../store/questions.ts';

const scores = ['50', '75', '100'] as const;
const ladder = (...values: string[]): LadderData => ({ values, scores: scores.slice(-values.length), below: 'zero' });

/** Unit abbreviation of who says it, or the deputy. */
type Speaker = 'deputy' | 'ศสช.' | 'สนผ.' | 'สปต.' | 'สพป.' | 'กพร.';

export interface DemoWord {
  readonly key: string;
  readonly by: Speaker;
  readonly at: string;
  readonly authority?: Authority;
  readonly stage: Stage;
  readonly ladder?: LadderData;
  readonly weight?: string;
  readonly ground?: WeightGround;
  readonly reason: string;
  readonly reference?: string;
  readonly yearSaid?: number;
}

const proposedAt = '2020-10-20T10:00';
const reviewedAt = '2020-10-21T14:00';
const meetingAt = '2020-10-22T13:00';
const resolution = 'มติที่ประชุมคณะทำงาน 22 ต.ค. 2563 ระเบียบวาระที่ 3.1';
const quality = ladder('70', '75', '80');
const quantity = ladder('60', '65', '70');

const proposed: readonly DemoWord[] = [
  { key: '1', by: 'ศสช.', at: proposedAt, stage: 'proposed', ladder: ladder('2', '3', '4'), weight: '15', ground: 'mission', reason: 'ดำเนินการตามแผนการปฏิรูปประเทศด้านสื่อสารมวลชน ซึ่งต้องแล้วเสร็จในปี 2565 ปีนี้จึงวัดสี่ขั้นตอนของคลังข้อมูล' },
  { key: '2', by: 'สนผ.', at: proposedAt, stage: 'proposed', ladder: ladder('1', '2', '3'), weight: '15', ground: 'mission', reason: 'เป็นหน้าที่ตามระเบียบว่าด้วยการประชาสัมพันธ์แห่งชาติ วัดจากขั้นการเห็นชอบ (ร่าง) นโยบายและแผน' },
  { key: '3.1', by: 'สนผ.', at: proposedAt, stage: 'proposed', ladder: quality, weight: '20', ground: 'budget', reason: 'งานประชาสัมพันธ์ใช้งบประมาณมากที่สุดของกรม จึงควรมีน้ำหนักมาก และวัดคุณภาพการรับรู้สี่ระดับ' },
  { key: '3.2', by: 'สปต.', at: proposedAt, stage: 'proposed', ladder: quality, weight: '20', ground: 'budget', reason: 'งานประชาสัมพันธ์ต่างประเทศมีงบประมาณมาก วัดเฉพาะการรับรู้' },
  { key: '4', by: 'สพป.', at: proposedAt, stage: 'proposed', ladder: ladder('1'), weight: '15', ground: 'mission', reason: 'ปีนี้วัดขั้นที่ 1 ยื่นคำขอทางออนไลน์ ทั้งส่วนกลางและภูมิภาค เพราะการชำระเงินออนไลน์ยังต้องหารือเรื่องกฎหมายและการเงิน' },
  { key: '5', by: 'กพร.', at: proposedAt, stage: 'proposed', ladder: ladder('282.31', '300', '325'), weight: '15', ground: 'mission', reason: 'ตั้งต้นจากผลปี 2563 คือ 282.31 คะแนน กลุ่มที่ 1' },
];

const reviewed: readonly DemoWord[] = [
  ...['1', '2', '5'].map((key): DemoWord => ({ key, by: 'deputy', at: reviewedAt, stage: 'pre-review', ladder: proposed.find((word) => word.key === key)?.ladder as LadderData, reason: 'เห็นควรเสนอคณะทำงานตามที่หน่วยงานเสนอ' })),
  { key: '3.1', by: 'deputy', at: reviewedAt, stage: 'pre-review', ladder: quality, reason: 'ให้หารือค่าเป้าหมายของสองหน่วยงานในที่ประชุม' },
  { key: '3.2', by: 'deputy', at: reviewedAt, stage: 'pre-review', ladder: quality, reason: 'ให้หารือค่าเป้าหมายของสองหน่วยงานในที่ประชุม' },
  { key: '4', by: 'deputy', at: reviewedAt, stage: 'pre-review', ladder: ladder('1'), reason: 'ปีก่อนทดลองขั้นที่ 1 และ 3 แล้ว ให้ชี้แจงเหตุที่ค่าเป้าหมายต่ำกว่าผลปีก่อน และเตรียมขั้นที่ 2 ไว้สำหรับปี 2565' },
];

/** The resolution names the fiscal year 2565, though everything else of the meeting is about 2564. */
const met: readonly DemoWord[] = ['1', '2', '3.1', '3.2', '4', '5'].map((key) => {
  const own = proposed.find((word) => word.key === key) as DemoWord;
  // Targets of 3.1 and 3.2 were left to the OPDC, those of 4 to the form: the meeting settled their weights alone.
  const settled = !key.startsWith('3') && key !== '4';
  return {
    key, by: 'กพร.', at: meetingAt, stage: 'working-group', ...(settled ? { ladder: own.ladder as LadderData } : {}), weight: own.weight as string, ground: own.ground as WeightGround, reference: resolution, yearSaid: 2565,
    reason: settled ? 'เห็นชอบตามที่เสนอ ให้ส่งแบบของสำนักงาน ก.พ.ร. ภายใน 26 ต.ค. 2563' : key === '4' ? 'เห็นชอบน้ำหนัก ค่าเป้าหมายให้เสนอตามแบบ โดยวัดขั้นที่ 1' : 'เห็นชอบน้ำหนัก ค่าเป้าหมายให้ฝ่ายเลขานุการหารือสำนักงาน ก.พ.ร.',
  };
});

const budget: readonly DemoWord[] = ['3.1', '3.2'].map((key) => ({
  key, by: 'กพร.', at: meetingAt, authority: 'budget-bureau', stage: 'final', ladder: quantity, reference: 'เอกสารงบประมาณ ปีงบประมาณ พ.ศ. 2564 (ตัวอย่าง)',
  reason: 'สำนักงบประมาณวัดผลการเบิกจ่ายและปริมาณงาน เกณฑ์จึงต่ำกว่าของสำนักงาน ก.พ.ร. ซึ่งวัดคุณภาพ',
}));

export const demoWords: readonly DemoWord[] = [...proposed, ...reviewed, ...met, ...budget];

/** Until the OPDC answers, its targets count for 3.1 and 3.2. */
export const demoCounting = { keys: ['3.1', '3.2'], authority: 'opdc', at: meetingAt, reason: 'ใช้ค่าของสำนักงาน ก.พ.ร. ไปก่อน ระหว่างที่ฝ่ายเลขานุการหารือขอใช้ค่าของสำนักงบประมาณ', reference: resolution } as const;

export interface DemoQuestion extends Omit<QuestionInput, 'indicatorIds' | 'answers' | 'askedOn'> {
  readonly keys: readonly string[];
  readonly answers: readonly { readonly text: string; readonly saidBy: string; readonly ladder?: LadderData; readonly weight?: string }[];
}

export const demoQuestions: readonly DemoQuestion[] = [
  {
    question: 'ตัวชี้วัดที่ 2 ถือว่าสำเร็จเมื่อผู้ใดเห็นชอบ (ร่าง) แผน', keys: ['2'], decider: 'คณะกรรมการของสำนักงาน ก.พ.ร.', pointHref: '/open-points',
    detail: 'กปช. อาจไม่มีการประชุมในปีนี้ และสำนักงาน ก.พ.ร. อาจกำหนดให้ต้องได้รับความเห็นชอบจาก กปช.',
    answers: [
      { text: 'อปส. ในฐานะเลขานุการ กปช. เห็นชอบ', saidBy: 'สนผ.', ladder: ladder('1', '2', '3') },
      { text: 'กปช. เห็นชอบ', saidBy: 'อาจเป็นเกณฑ์ของสำนักงาน ก.พ.ร.', ladder: ladder('2', '3', '4') },
    ],
  },
  {
    question: 'ตัวชี้วัดที่ 3 ใช้ค่าเป้าหมายของหน่วยงานใด', keys: ['3.1', '3.2'], decider: 'สำนักงาน ก.พ.ร.', pointHref: '/open-points',
    detail: 'สนผ. ขอใช้ค่าของสำนักงบประมาณ ฝ่ายเลขานุการจะหารือสำนักงาน ก.พ.ร. หากไม่ได้ให้ใช้ค่าของสำนักงาน ก.พ.ร.',
    answers: [
      { text: 'ใช้ค่าของสำนักงาน ก.พ.ร. (วัดคุณภาพ)', saidBy: 'สำนักงาน ก.พ.ร.', ladder: quality },
      { text: 'ใช้ค่าของสำนักงบประมาณ (วัดการเบิกจ่าย)', saidBy: 'สนผ.', ladder: quantity },
    ],
  },
  {
    question: 'น้ำหนักของตัวชี้วัดที่ 3 เป็น 20 รวมกันหรือด้านละ 20', keys: ['3.1', '3.2'], decider: 'คณะทำงาน', pointHref: '/open-points',
    detail: 'ข้ออภิปรายกล่าวถึงร้อยละ 20 ทั้งในประเทศและต่างประเทศ ตารางในมติเป็นด้านละ 20 ซึ่งทำให้องค์ประกอบที่ 1 รวมได้ 70',
    answers: [
      { text: '20 รวมทั้งสองด้าน (ด้านละ 10)', saidBy: 'ข้ออภิปรายในที่ประชุม', weight: '10' },
      { text: 'ด้านละ 20', saidBy: 'ตารางในมติที่ประชุม', weight: '20' },
    ],
  },
  {
    question: 'มติข้อ 1 เป็นของปีงบประมาณใด', keys: [], decider: 'คณะทำงาน เมื่อรับรองรายงานการประชุม', pointHref: '/open-points',
    detail: 'ข้อความในมติระบุปีงบประมาณ พ.ศ. 2565 ส่วนชื่อการประชุม กรอบ และข้ออภิปรายทั้งหมดเป็นของปี 2564',
    answers: [{ text: 'ปีงบประมาณ พ.ศ. 2564', saidBy: 'กรอบการประเมินและข้ออภิปราย' }, { text: 'ปีงบประมาณ พ.ศ. 2565', saidBy: 'ข้อความในมติ' }],
  },
  {
    question: 'ชื่อตัวชี้วัดที่ 1 ควรมีคำว่าการจัดการ Fake News หรือไม่', keys: ['1'], decider: 'คณะทำงาน', pointHref: '/open-points',
    detail: 'มีข้อแนะนำให้แยกคลังข้อมูลข่าวสารออกจากงานข่าวปลอมซึ่งกระทรวงดิจิทัลฯ ดำเนินการ แต่ชื่อในมติยังมีอยู่',
    answers: [{ text: 'คงชื่อตามมติ', saidBy: 'มติที่ประชุม' }, { text: 'ตัดคำว่าการจัดการ Fake News ออก', saidBy: 'ข้อแนะนำในที่ประชุม' }],
  },
];

const unsure = { certainty: 'to-confirm', source: '', note: 'ตั้งไว้เป็นตัวอย่าง กรุณาตรวจสอบกับปฏิทินของสำนักงาน ก.พ.ร.' } as const;
const round = (month: number, endsOn: string): CalendarDayInput => ({ kind: 'round', month, title: `รายงานผลรอบ ${month} เดือน`, beginsOn: null, endsOn, ...unsure });

export const demoCalendar: readonly CalendarDayInput[] = [
  { kind: 'meeting', month: null, title: 'ประชุมคณะทำงานพิจารณาตัวชี้วัด', beginsOn: null, endsOn: '2020-10-22', certainty: 'confirmed', source: 'หนังสือเชิญประชุม', note: '' },
  { kind: 'form-due', month: null, title: 'ส่งรายละเอียดตัวชี้วัดตามแบบของสำนักงาน ก.พ.ร. ให้ กพร.', beginsOn: null, endsOn: '2020-10-26', certainty: 'confirmed', source: 'มติที่ประชุมคณะทำงาน 22 ต.ค. 2563 ข้อ 2', note: 'ระหว่างวันประชุมกับกำหนดส่งมีวันหยุด 23–25 ต.ค.' },
  { kind: 'change-cut-off', month: null, title: 'วันสุดท้ายที่ยื่นขอเปลี่ยนแปลงตัวชี้วัด', beginsOn: null, endsOn: '2021-03-31', ...unsure },
  round(6, '2021-04-09'), round(9, '2021-07-09'), round(12, '2021-10-10'),
  { kind: 'opdc-notice', month: null, title: 'สำนักงาน ก.พ.ร. แจ้งผลคะแนน', beginsOn: null, endsOn: '2021-11-12', ...unsure },
  { kind: 'appeal-window', month: 12, title: 'ยื่นอุทธรณ์คะแนน', beginsOn: '2021-11-15', endsOn: '2021-11-29', ...unsure },
];

export const demoYears = {
  continues: [
    { key: '4', earlier: '4', note: 'ปี 2563 ใช้ชื่อการพัฒนาองค์การสู่ดิจิทัล (การจัดทำบัตรประจำตัวสื่อมวลชน)' },
    { key: '5', earlier: '5', note: '' },
  ],
  plans: [
    { key: '4', fiscalYear: 2563, phase: 'pilot', text: 'ทดลองใช้กับบัตรภายในประเทศ ดำเนินการขั้นที่ 1 และ 3' },
    { key: '4', fiscalYear: 2564, phase: 'target', text: 'ขั้นที่ 1 ยื่นคำขอทางออนไลน์ ทั้งส่วนกลางและภูมิภาค นับผู้ใช้รายใหม่และต่ออายุ' },
    { key: '4', fiscalYear: 2565, phase: 'next', text: 'ขั้นที่ 2 ชำระเงินทางออนไลน์ กกร. และ กคส. หารือและทดลองไว้ก่อน' },
  ],
} as const;

export const demoChange = {
  key: '3.2', by: 'สปต.', at: '2020-10-30T11:00', ladder: ladder('65', '70', '75'),
  reason: 'การเดินทางระหว่างประเทศยังถูกจำกัดจากโรคโควิด-19 กิจกรรมในต่างประเทศจัดได้น้อยกว่าแผน (ตัวอย่าง)',
  evidence: 'แผนกิจกรรมต่างประเทศที่เลื่อนออกไป และประกาศจำกัดการเดินทาง',
} as const;
