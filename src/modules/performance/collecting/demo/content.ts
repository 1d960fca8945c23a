// What the demo knows of collecting in the fiscal year 2564: plans of steps as the meeting spoke of them, days invented where it named none.
import { emptyCard, type CardContent } from '../domain/merge-card.ts';
import type { StepInput } from '../store/steps.ts';
import { usualRules, type MeasuringRules } from '../store/measuring.ts';

const step = (place: number, title: string, more: Partial<StepInput> = {}): StepInput => ({ place, title, byWhom: '', state: 'planned', fromMonth: null, toMonth: null, plannedOn: null, doneOn: null, weight: null, reference: '', proof: '', note: '', ...more });

export const demoSteps: Readonly<Record<string, readonly StepInput[]>> = {
  1: [
    step(1, 'ศึกษา สำรวจ วิเคราะห์ และคัดเลือกข้อมูลคุณภาพ โดยผู้บริหารเห็นชอบ', { byWhom: 'ศสช., สนข.', state: 'under-way', fromMonth: 1, toMonth: 3 }),
    step(2, 'จัดทำกรอบการบริหารจัดการคลังข้อมูลข่าว การประชาสัมพันธ์ และการบริหารองค์การ', { byWhom: 'ศสช.', fromMonth: 3, toMonth: 6 }),
    step(3, 'จัดทำธรรมาภิบาลข้อมูล', { byWhom: 'ศสช., สนข.', fromMonth: 5, toMonth: 8 }),
    step(4, 'จัดทำชุดข้อมูลเริ่มต้น 3 ชุดและระบบคลังข้อมูล เผยแพร่สู่ภายนอก', { byWhom: 'ศสช.', fromMonth: 8, toMonth: 12 }),
  ],
  2: [
    step(1, 'ยกร่างนโยบายและแผนการประชาสัมพันธ์แห่งชาติ ฉบับที่ 6 แล้วเสร็จ', { byWhom: 'สนผ.', fromMonth: 2, toMonth: 6, plannedOn: '2021-03-31' }),
    step(2, 'อธิบดีกรมประชาสัมพันธ์ในฐานะเลขานุการ กปช. เห็นชอบ', { byWhom: 'อปส.', fromMonth: 7, toMonth: 9, plannedOn: '2021-06-30' }),
    step(3, 'คณะกรรมการประชาสัมพันธ์แห่งชาติเห็นชอบ', { byWhom: 'กปช.', fromMonth: 10, toMonth: 11, plannedOn: '2021-08-31', note: 'มีความเสี่ยงที่คณะกรรมการไม่ได้ประชุมภายในปีงบประมาณ' }),
  ],
  4: [
    step(1, 'ยื่นคำขอทางออนไลน์', { byWhom: 'สพป., ศสช.', fromMonth: 1, toMonth: 9, note: 'ให้บริการทั้งส่วนกลางและส่วนภูมิภาค' }),
    step(2, 'ชำระเงินทางออนไลน์', { byWhom: 'สพป., กคส., กกร.', state: 'next-year', fromMonth: 10, toMonth: 12, note: 'ปี 2564 หารือและทดลองกับกองคลังและกองกฎหมายและระเบียบ เพื่อดำเนินการปี 2565' }),
    step(3, 'รับเอกสารหรือใบอนุญาตทางออนไลน์ครบกระบวนการ', { byWhom: 'สพป., ศสช.', fromMonth: 4, toMonth: 12, note: 'ทดลองใช้กับบัตรภายในประเทศแล้วในปี 2563' }),
  ],
};

export const demoRules: Readonly<Record<string, MeasuringRules>> = {
  1: usualRules,
  2: usualRules,
  '3.1': { ...usualRules, share: 'percent', levels: ['รับรู้', 'เข้าใจ', 'เชื่อมั่น', 'นำไปใช้ประโยชน์'], formula: { kind: 'mean' } },
  '3.2': { ...usualRules, share: 'percent', levels: ['รับรู้'], formula: { kind: 'level', level: 'รับรู้' } },
  4: usualRules,
  5: { ...usualRules, before: { score: '282.31', group: '1' } },
};

export interface DemoStep {
  readonly at: string;
  readonly key: string;
  /** Whose head takes the step. */
  readonly unit: string;
  readonly step: 'submit' | 'return' | 'approve';
  readonly note: string;
}

/** Forms of the first round, due on 26 October 2563: who sent when, and what came back. */
export const demoFormSteps: readonly DemoStep[] = [
  { at: '2020-10-26T10:10', key: '5', unit: 'กพร.', step: 'submit', note: '' },
  { at: '2020-10-26T11:00', key: '2', unit: 'สนผ.', step: 'submit', note: 'ขอหารือเรื่องระดับความเห็นชอบ' },
  { at: '2020-10-26T15:40', key: '3.1', unit: 'สนผ.', step: 'submit', note: '' },
  { at: '2020-10-26T16:05', key: '3.2', unit: 'สปต.', step: 'submit', note: '' },
  { at: '2020-10-27T14:20', key: '5', unit: 'กพร.', step: 'approve', note: '' },
  { at: '2020-10-28T09:45', key: '2', unit: 'กพร.', step: 'return', note: 'กรุณาระบุให้ชัดว่าเป้าหมายขั้นสูงคือความเห็นชอบของ อปส. หรือของ กปช. และเกณฑ์ของแต่ละขั้น' },
  { at: '2020-10-29T10:30', key: '1', unit: 'ศสช.', step: 'submit', note: 'ส่งหลังกำหนด รอผลการหารือกับ สนข.' },
];

/** What was reported of 2563, as the meeting was told it. */
export const demoCards: Readonly<Record<string, CardContent>> = {
  4: {
    ...emptyCard,
    achieved: 'ทดลองให้บริการบัตรประจำตัวสื่อมวลชนภายในประเทศทางออนไลน์ ผู้ขอยื่นคำขอและรับเอกสารทางระบบได้',
    obstacles: 'ยังชำระเงินทางออนไลน์ไม่ได้ เนื่องจากต้องหารือระเบียบการเงินกับหน่วยงานที่เกี่ยวข้อง',
    suggestions: 'ขยายการยื่นคำขอทางออนไลน์ให้ครบทั้งส่วนกลางและส่วนภูมิภาคในปีถัดไป',
  },
  5: { ...emptyCard, achieved: 'ได้คะแนนประเมินสถานะ 282.31 คะแนน อยู่ในกลุ่มที่ 1', suggestions: 'ปรับปรุงหัวข้อที่ใกล้ผ่านระดับถัดไปก่อน' },
};

/** The file in which the results of 2563 were looked through once more before they were confirmed. */
export const demoFile = { name: 'ผลตัวชี้วัดปีงบประมาณ 2563.xlsx', rows: [['4', '1'], ['5', '282.31']] } as const;
