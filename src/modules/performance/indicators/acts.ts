import type { Words } from '../../../platform/words.ts';

/** What the audit log says of this room's acts. */
export const acts: Readonly<Record<string, Words>> = {
  'performance.year-begun': { th: 'เริ่มปีงบประมาณของตัวชี้วัด', en: 'Began a year of indicators' },
  'performance.year-copied': { th: 'คัดลอกตัวชี้วัดจากปีก่อน', en: 'Copied indicators of the year before' },
  'performance.indicator-added': { th: 'เพิ่มตัวชี้วัด', en: 'Added an indicator' },
  'performance.indicator-changed': { th: 'แก้ไขตัวชี้วัด', en: 'Changed an indicator' },
  'performance.indicator-moved': { th: 'เลื่อนลำดับตัวชี้วัด', en: 'Changed the order of indicators' },
  'performance.indicator-cancelled': { th: 'ยกเลิกตัวชี้วัดระหว่างปี', en: 'Cancelled an indicator in mid-year' },
  'performance.weights-set': { th: 'กำหนดน้ำหนักตัวชี้วัด', en: 'Set weights of indicators' },
  'performance.statements-written': { th: 'บันทึกคำชี้แจงของปี', en: 'Wrote statements of the year' },
  'performance.form-saved': { th: 'บันทึกแบบรายละเอียดตัวชี้วัด', en: 'Saved the form of an indicator' },
  'performance.forms-looked-through': { th: 'ตรวจไฟล์แบบตัวชี้วัด', en: 'Looked a file of forms through' },
  'performance.forms-imported': { th: 'นำเข้าแบบตัวชี้วัด', en: 'Brought in forms of indicators' },
  'performance.link-added': { th: 'เพิ่มความเชื่อมโยงของตัวชี้วัด', en: 'Added what an indicator serves' },
  'performance.link-removed': { th: 'นำความเชื่อมโยงออก', en: 'Took out what an indicator serves' },
  'performance.project-added': { th: 'เพิ่มโครงการ', en: 'Added a project' },
  'performance.project-changed': { th: 'แก้ไขโครงการ', en: 'Changed a project' },
  'performance.project-withdrawn': { th: 'นำโครงการออก', en: 'Took a project out' },
  'performance.risk-noted': { th: 'บันทึกความเสี่ยงของตัวชี้วัด', en: 'Noted a risk of an indicator' },
  'performance.reform-report-kept': { th: 'บันทึกรายงานแผนการปฏิรูปประเทศ', en: 'Kept a report on the reform plan' },
  'performance.reform-report-withdrawn': { th: 'ถอนรายงานแผนการปฏิรูปประเทศ', en: 'Withdrew a report on the reform plan' },
  'performance.cannot-do-said': { th: 'แจ้งว่าทำตัวชี้วัดไม่ได้', en: 'Said that an indicator cannot be done' },
  'performance.cannot-do-answered': { th: 'ตอบหน่วยงานที่แจ้งว่าทำไม่ได้', en: 'Answered a unit that cannot do it' },
  'performance.evidence-given': { th: 'แนบหลักฐานของตัวชี้วัด', en: 'Added evidence of an indicator' },
  'performance.evidence-withdrawn': { th: 'ถอนหลักฐานของตัวชี้วัด', en: 'Took back evidence of an indicator' },
};
