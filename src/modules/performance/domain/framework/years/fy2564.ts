import { fourClasses, ofHundred, threeSteps, type Framework, type Tag } from '../framework.ts';

export const guidelines: readonly Tag[] = [
  { key: 'agenda', name: { th: 'ยุทธศาสตร์ชาติ นโยบายรัฐบาล และงานที่ได้รับมอบหมายพิเศษ (Agenda KPI)', en: 'National strategy, government policy and special assignments (Agenda KPI)' } },
  { key: 'reform-plan', name: { th: 'แผนการปฏิรูปประเทศ', en: 'National reform plan' } },
  { key: 'joint', name: { th: 'ตัวชี้วัดร่วมระหว่างส่วนราชการ (Joint KPIs)', en: 'Indicators shared with other departments (Joint KPIs)' } },
  { key: 'routine', name: { th: 'งานพื้นฐาน งานประจำ และภารกิจในพื้นที่', en: 'Basic and routine work, work in areas' } },
];

export const digitalApproaches: readonly Tag[] = [
  { key: 'digitize-data', name: { th: 'จัดทำข้อมูลดิจิทัล (Digitize Data)', en: 'Digital data (Digitize Data)' } },
  { key: 'sharing-data', name: { th: 'เชื่อมโยงและแบ่งปันข้อมูล (Sharing Data)', en: 'Shared data (Sharing Data)' } },
  { key: 'digitalize-process', name: { th: 'พัฒนากระบวนงานด้วยดิจิทัล (Digitalize Process)', en: 'Digital processes (Digitalize Process)' } },
  { key: 'e-service', name: { th: 'บริการออนไลน์แก่ประชาชน (e-Service)', en: 'Services online (e-Service)' } },
];

/** 2564: five components became two, 70 and 30, by the cabinet resolution of 15 September 2563. */
export const fy2564: Framework = {
  fiscalYear: 2564,
  agency: 'department',
  edition: 1,
  name: { th: 'กรอบการประเมินส่วนราชการ ประจำปีงบประมาณ พ.ศ. 2564', en: 'Framework of evaluation of departments, fiscal year 2564' },
  components: [
    { key: '1', name: { th: 'ประสิทธิผลการดำเนินงาน (Performance Base)', en: 'Effectiveness (Performance Base)' }, weight: '70', kind: 'performance', tags: guidelines, tagNeeded: true },
    {
      key: '2', name: { th: 'ศักยภาพในการดำเนินงาน (Potential Base)', en: 'Potential (Potential Base)' }, weight: '30', kind: 'potential',
      parts: [
        { key: '2.1', name: { th: 'การพัฒนาองค์การสู่ดิจิทัล', en: 'Becoming a digital organisation' }, weight: '15', kind: 'potential', tags: digitalApproaches, tagNeeded: true },
        { key: '2.2', name: { th: 'การประเมินสถานะการเป็นระบบราชการ 4.0 (PMQA 4.0)', en: 'Standing as Government 4.0 (PMQA 4.0)' }, weight: '15', kind: 'potential' },
      ],
    },
  ],
  rules: [
    { kind: 'count', component: '1', counts: 'numbered', min: 3, max: 5 },
    { kind: 'must-include', component: '1', tag: 'reform-plan', min: 1 },
    { kind: 'statement', component: '1', tag: 'joint' },
  ],
  ...ofHundred,
  scale: threeSteps,
  classes: fourClasses,
  rounds: [6, 9, 12],
  notes: [
    { field: 'rules.0.counts', certainty: 'to-confirm', words: { th: 'กรุณายืนยันว่านับตัวชี้วัดย่อย เช่น 3.1 และ 3.2 เป็นหนึ่งหรือสองตัวชี้วัด', en: 'Confirm whether 3.1 and 3.2 count as one indicator or as two' } },
    { field: 'scale.below', certainty: 'to-confirm', words: { th: 'ผลที่ต่ำกว่าขั้นต้นได้ 0 คะแนน บางคู่มือลดคะแนนตามสัดส่วน', en: 'A result below the basic step earns nothing; some manuals take points off in proportion' } },
    { field: 'classes', certainty: 'to-confirm', words: { th: 'กรุณาตรวจสอบช่วงคะแนนของแต่ละระดับกับคู่มือการประเมิน', en: 'Check where the classes begin in the manual' } },
    { field: 'rounds', certainty: 'to-confirm', words: { th: 'กรุณาตรวจสอบรอบการรายงานกับปฏิทินการประเมิน', en: 'Check the rounds in the calendar of the evaluation' } },
    { field: 'cancelled', certainty: 'to-confirm', words: { th: 'กรุณายืนยันวิธีจัดการน้ำหนักของตัวชี้วัดที่ยกเลิก', en: 'Confirm what becomes of the weight of a cancelled indicator' } },
  ],
};
