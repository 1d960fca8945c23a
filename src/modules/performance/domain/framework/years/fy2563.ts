import type { Framework } from '../framework.ts';
import { fourClasses } from '../framework.ts';

/** 2563, the last year of five components. Their weights and the scale of single components were not seen: they stay open. */
export const fy2563: Framework = {
  fiscalYear: 2563,
  agency: 'department',
  edition: 1,
  name: { th: 'กรอบการประเมินส่วนราชการ ประจำปีงบประมาณ พ.ศ. 2563', en: 'Framework of evaluation of departments, fiscal year 2563' },
  weightSum: '100',
  components: [
    { key: '1', name: { th: 'ภารกิจพื้นฐาน (Functional Base)', en: 'Basic functions (Functional Base)' }, weight: null, kind: 'performance' },
    { key: '2', name: { th: 'ภารกิจตามยุทธศาสตร์และนโยบาย (Agenda Base)', en: 'Strategy and policy (Agenda Base)' }, weight: null, kind: 'performance' },
    { key: '3', name: { th: 'ภารกิจในพื้นที่ (Area Base)', en: 'Work in areas (Area Base)' }, weight: null, kind: 'performance' },
    { key: '4', name: { th: 'นวัตกรรม (Innovation Base)', en: 'Innovation (Innovation Base)' }, weight: null, kind: null },
    { key: '5', name: { th: 'ศักยภาพของส่วนราชการ (Potential Base)', en: 'Potential of the department (Potential Base)' }, weight: null, kind: 'potential' },
  ],
  rules: [],
  scale: null,
  classes: fourClasses,
  rounds: null,
  cancelled: null,
  rounding: null,
  notes: [
    { field: 'components.weight', certainty: 'open', words: { th: 'ยังไม่มีน้ำหนักของแต่ละองค์ประกอบ', en: 'The weights of the components are not known' } },
    { field: 'components.3.kind', certainty: 'open', words: { th: 'ยังไม่กำหนดว่าองค์ประกอบนวัตกรรมเทียบกับองค์ประกอบใดของปีต่อมา', en: 'It is not settled with which later component innovation compares' } },
    { field: 'scale', certainty: 'open', words: { th: 'ยังไม่มีมาตรคะแนนของแต่ละตัวชี้วัด', en: 'The scale of single indicators is not known' } },
    { field: 'rounds', certainty: 'open', words: { th: 'ยังไม่มีรอบการรายงานของปีนี้', en: 'The rounds of the year are not known' } },
    { field: 'rounding', certainty: 'open', words: { th: 'ยังไม่มีวิธีปัดเศษคะแนน', en: 'How scores are rounded is not known' } },
    { field: 'cancelled', certainty: 'open', words: { th: 'ยังไม่มีวิธีจัดการน้ำหนักของตัวชี้วัดที่ยกเลิก', en: 'What becomes of the weight of a cancelled indicator is not known' } },
    { field: 'classes', certainty: 'to-confirm', words: { th: 'กรุณาตรวจสอบระดับผลการประเมินกับหนังสือเวียนของปีนี้', en: 'Check the classes against the circular of the year' } },
  ],
};
