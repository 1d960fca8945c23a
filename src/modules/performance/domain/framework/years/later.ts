import { fourClasses, ofHundred, threeSteps, type Framework, type Note, type Tag } from '../framework.ts';
import { fy2564 } from './fy2564.ts';

const name = (year: number) => ({ th: `กรอบการประเมินส่วนราชการ ประจำปีงบประมาณ พ.ศ. ${year}`, en: `Framework of evaluation of departments, fiscal year ${year}` });
const [performance, potential] = fy2564.components as [Framework['components'][number], Framework['components'][number]];

const notSeen: readonly Note[] = [
  { field: 'rules', certainty: 'open', words: { th: 'ยังไม่มีหลักเกณฑ์จำนวนและแนวทางของตัวชี้วัดในปีนี้', en: 'How many indicators of which kind are needed is not known' } },
  { field: 'classes', certainty: 'to-confirm', words: { th: 'กรุณาตรวจสอบช่วงคะแนนของแต่ละระดับกับคู่มือของปีนี้', en: 'Check where the classes begin in the manual of the year' } },
  { field: 'rounds', certainty: 'open', words: { th: 'ยังไม่มีรอบการรายงานของปีนี้', en: 'The rounds of the year are not known' } },
  { field: 'cancelled', certainty: 'to-confirm', words: { th: 'กรุณายืนยันวิธีจัดการน้ำหนักของตัวชี้วัดที่ยกเลิก', en: 'Confirm what becomes of the weight of a cancelled indicator' } },
];
const weightsToConfirm: Note = { field: 'components.weight', certainty: 'to-confirm', words: { th: 'กรุณาตรวจสอบน้ำหนัก 70 และ 30 กับหนังสือเวียนของปีนี้', en: 'Check the weights 70 and 30 against the circular of the year' } };
const partsOpen: Note = { field: 'components.1.parts', certainty: 'open', words: { th: 'ยังไม่มีน้ำหนักของประเด็นย่อยในองค์ประกอบที่ 2', en: 'The weights of the parts of component 2 are not known' } };

/** The second component with its parts of 2564, their weights left open. */
const openPotential = { ...potential, parts: (potential.parts ?? []).map((part) => ({ ...part, weight: null })) };

/** 2565: 70 and 30 as the year before. */
export const fy2565: Framework = {
  fiscalYear: 2565, agency: 'department', edition: 1, name: name(2565),
  components: [performance, openPotential],
  rules: [], ...ofHundred, scale: threeSteps, classes: fourClasses, rounds: null,
  notes: [weightsToConfirm, partsOpen, ...notSeen],
};

/** 2566: 70 and 30; results are published with three places. */
export const fy2566: Framework = { ...fy2565, fiscalYear: 2566, name: name(2566) };

const kindsOfStrategic: readonly Tag[] = [
  { key: 'same', name: { th: 'ใช้ตัวชี้วัดเดียวกับตัวชี้วัดเชิงยุทธศาสตร์', en: 'The strategic indicator itself' } },
  { key: 'proxy', name: { th: 'ตัวชี้วัดทดแทน (Proxy KPI)', en: 'In place of the strategic indicator (Proxy KPI)' } },
  { key: 'cascade', name: { th: 'ตัวชี้วัดที่ถ่ายทอดลงมา (Cascade)', en: 'Cascaded from the strategic indicator (Cascade)' } },
];

/** 2567: each indicator says how it stands to a strategic one; weights were not seen. */
export const fy2567: Framework = {
  fiscalYear: 2567, agency: 'department', edition: 1, name: name(2567),
  components: [
    { ...performance, weight: null, tags: kindsOfStrategic },
    { ...openPotential, weight: null },
  ],
  rules: [], ...ofHundred, scale: threeSteps, classes: fourClasses, rounds: null,
  notes: [
    { field: 'components.weight', certainty: 'open', words: { th: 'ยังไม่มีน้ำหนักขององค์ประกอบในปีนี้', en: 'The weights of the components are not known' } },
    { field: 'scale', certainty: 'to-confirm', words: { th: 'ยังใช้ขั้นต้น มาตรฐาน และขั้นสูง กรุณาตรวจสอบคะแนนของแต่ละขั้น', en: 'The three steps are still named; check what each earns' } },
    ...notSeen,
  ],
};
