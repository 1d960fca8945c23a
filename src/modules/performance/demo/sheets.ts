/**
 * The sheets of the demo as the meeting of 22 October 2563 left them: names, owners and weights are those of its
 * resolution; ladders are examples, since the owners' forms came later. Of 2563 only what the meeting was told is here.
 */
import type { IndicatorInput, UnitRole } from '../store/indicators.ts';

/** An indicator with its units by abbreviation and its weight in plain digits. */
export interface DemoIndicator extends Omit<IndicatorInput, 'parentId' | 'units' | 'weight'> {
  readonly parent?: string;
  readonly weight: string | null;
  readonly units: Partial<Record<UnitRole, readonly string[]>>;
}

const percent = { kind: 'outcome', measuring: 'survey', better: 'more', unitOfMeasure: 'ร้อยละ', places: 2, measureName: 'surveys.awareness', ladder: { values: ['70', '75', '80'], scores: ['50', '75', '100'], below: 'zero' } } as const;
const steps = { kind: 'process', better: 'more', unitOfMeasure: 'ขั้น', places: 0 } as const;
const scores = ['50', '75', '100'] as const;

export const sheet2564: readonly DemoIndicator[] = [
  {
    key: '1', name: 'การพัฒนาระบบคลังข้อมูลข่าวสารเพื่อการประชาสัมพันธ์เชิงรุกและการจัดการ Fake News', component: '1', tags: ['reform-plan'], ...steps, measuring: 'milestones',
    weight: '15', ladder: { values: ['2', '3', '4'], scores, below: 'zero' }, measureName: 'catalogue.milestones', units: { owner: ['ศสช.', 'สนข.'], support: ['สนผ.'] },
  },
  {
    key: '2', name: 'ระดับความสำเร็จของการจัดทำ (ร่าง) นโยบายและแผนการประชาสัมพันธ์แห่งชาติ ฉบับที่ 6 (พ.ศ. 2566–2570)', component: '1', tags: ['agenda'], ...steps, measuring: 'staged-approval',
    weight: '15', ladder: { values: ['1', '2', '3'], scores, below: 'zero' }, measureName: 'plans.approval-stage', units: { owner: ['สนผ.'] },
  },
  {
    key: '3', name: 'ร้อยละของการประชาสัมพันธ์ยุทธศาสตร์ชาติและภาพลักษณ์ของประเทศไทย', component: '1', tags: ['agenda'], ...percent,
    weight: null, ladder: null, measureName: null, units: { owner: ['สนผ.', 'สปต.'] },
  },
  { key: '3.1', parent: '3', name: 'กลุ่มเป้าหมายในประเทศ (รับรู้ เข้าใจ เชื่อมั่น และนำไปใช้ประโยชน์)', component: '1', tags: ['agenda'], ...percent, weight: '20', measureName: 'surveys.domestic-awareness', units: { owner: ['สนผ.'] } },
  { key: '3.2', parent: '3', name: 'กลุ่มเป้าหมายต่างประเทศ (รับรู้)', component: '1', tags: ['agenda'], ...percent, weight: '20', measureName: 'surveys.foreign-awareness', units: { owner: ['สปต.'] } },
  {
    key: '4', name: 'การพัฒนาระบบการออกบัตรสื่อมวลชน', component: '2.1', tags: ['e-service'], ...steps, measuring: 'service-level',
    weight: '15', ladder: { values: ['1', '2', '3'], scores, below: 'zero' }, measureName: 'press-card.service-level', units: { owner: ['สพป.', 'ศสช.'], support: ['กกร.', 'กคส.'] },
  },
  {
    key: '5', name: 'การประเมินสถานะของหน่วยงานภาครัฐในการเป็นระบบราชการ 4.0', component: '2.2', tags: [], kind: 'outcome', measuring: 'assessment', better: 'more', unitOfMeasure: 'คะแนน', places: 2,
    weight: '15', ladder: { values: ['282.31', '300', '325'], scores, below: 'zero' }, measureName: 'performance.pmqa-total', units: { owner: ['กพร.'] },
  },
];

/** What the meeting was told of the year before. Weights, scales and where they stood are not known. */
export const sheet2563: readonly (DemoIndicator & { readonly result: { readonly value: string; readonly note: string; readonly detail: Readonly<Record<string, unknown>> } })[] = [
  {
    key: '4', name: 'การพัฒนาองค์การสู่ดิจิทัล (การจัดทำบัตรประจำตัวสื่อมวลชน)', component: '5', tags: [], ...steps, measuring: 'service-level', weight: null, ladder: null, measureName: null,
    units: { owner: ['สพป.', 'ศสช.'] },
    result: { value: '1', note: 'ทดลองใช้กับบัตรภายในประเทศ: ยื่นคำขอและรับเอกสารทางออนไลน์ได้ ยังชำระเงินทางออนไลน์ไม่ได้ นับขั้นที่ต่อเนื่องจากขั้นแรกได้ 1 ขั้น', detail: { steps: [{ step: 1, done: true }, { step: 2, done: false }, { step: 3, done: true }] } },
  },
  {
    key: '5', name: 'การประเมินสถานะของหน่วยงานภาครัฐในการเป็นระบบราชการ 4.0', component: '5', tags: [], kind: 'outcome', measuring: 'assessment', better: 'more', unitOfMeasure: 'คะแนน', places: 2, weight: null, ladder: null, measureName: null,
    units: { owner: ['กพร.'] },
    result: { value: '282.31', note: 'ผลการประเมินปีงบประมาณ พ.ศ. 2563: 282.31 คะแนน อยู่ในกลุ่มที่ 1', detail: { group: 1 } },
  },
];
