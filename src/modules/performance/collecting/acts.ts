import type { Words } from '../../../platform/words.ts';

/** Acts that this room writes to the trail, as an auditor reads them. */
export const acts: Readonly<Record<string, Words>> = {
  'performance.round-opened': { th: 'เปิดรอบเก็บแบบหรือผลตัวชี้วัด', en: 'Opened a round of collecting' },
  'performance.round-due-moved': { th: 'เลื่อนวันครบกำหนดของรอบ', en: 'Moved the due day of a round' },
  'performance.round-joined': { th: 'นำตัวชี้วัดเข้ารอบ', en: 'Took indicators into a round' },
  'performance.round-confirmed': { th: 'ผู้บริหารยืนยันทั้งรอบ', en: 'Confirmed a round' },
  'performance.owners-reminded': { th: 'เตือนหน่วยกำกับให้ส่งตัวชี้วัด', en: 'Reminded owners of indicators' },
  'performance.report-submit': { th: 'ส่งแบบหรือผลตัวชี้วัด', en: 'Sent a report of an indicator' },
  'performance.report-take-back': { th: 'ขอรายงานตัวชี้วัดคืนมาแก้ไข', en: 'Took a report of an indicator back' },
  'performance.report-return': { th: 'ส่งรายงานตัวชี้วัดคืนให้แก้ไข', en: 'Returned a report of an indicator' },
  'performance.report-approve': { th: 'ตรวจและล็อกรายงานตัวชี้วัด', en: 'Checked and locked a report of an indicator' },
  'performance.report-reopen': { th: 'เปิดรายงานตัวชี้วัดอีกครั้ง', en: 'Opened a report of an indicator again' },
  'performance.report-reopen-confirmed': { th: 'เปิดรายงานตัวชี้วัดที่ยืนยันแล้วอีกครั้ง', en: 'Opened a confirmed report of an indicator again' },
  'performance.result-added': { th: 'บันทึกผลตัวชี้วัด', en: 'Entered a result of an indicator' },
  'performance.result-withdrawn': { th: 'ถอนผลตัวชี้วัดกลับ', en: 'Took a result of an indicator back' },
  'performance.measure-taken': { th: 'ดึงค่าวัดเป็นผลตัวชี้วัด', en: 'Took a measure as a result' },
  'performance.report-card-saved': { th: 'บันทึกรายงานผลการดำเนินงาน', en: 'Saved a report card' },
  'performance.evidence-added': { th: 'แนบหลักฐานของผลตัวชี้วัด', en: 'Added evidence of a result' },
  'performance.evidence-withdrawn': { th: 'ถอนหลักฐานของผลตัวชี้วัด', en: 'Withdrew evidence of a result' },
  'performance.step-added': { th: 'เพิ่มขั้นตามแผนของตัวชี้วัด', en: 'Added a step of an indicator' },
  'performance.step-changed': { th: 'แก้ไขขั้นตามแผนของตัวชี้วัด', en: 'Changed a step of an indicator' },
  'performance.step-removed': { th: 'นำขั้นออกจากแผนของตัวชี้วัด', en: 'Took a step of an indicator out' },
  'performance.measuring-set': { th: 'กำหนดวิธีคิดค่าและแหล่งค่าวัด', en: 'Set how a value is made and its measure' },
  'performance.results-looked-through': { th: 'ตรวจไฟล์ผลตัวชี้วัด', en: 'Looked through a file of results' },
  'performance.results-brought-in': { th: 'นำเข้าผลตัวชี้วัดจากไฟล์', en: 'Brought results in from a file' },
};
