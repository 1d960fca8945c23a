/** What the audit log says of this module's acts, in words. A test finds an act without words. */
import type { Words } from '../../platform/words.ts';

export const acts: Readonly<Record<string, Words>> = {
  'assignments.task-created': { th: 'มอบหมายงาน', en: 'Gave a task' },
  'assignments.task-report': { th: 'ส่งผลการดำเนินงาน', en: 'Reported a task' },
  'assignments.task-progress': { th: 'บันทึกความคืบหน้า', en: 'Recorded progress' },
  'assignments.task-close': { th: 'ตรวจรับและปิดงาน', en: 'Accepted and closed a task' },
  'assignments.task-take-back': { th: 'ขอผลการดำเนินงานคืนมาแก้ไข', en: 'Took a report back' },
  'assignments.task-return': { th: 'ส่งงานกลับให้แก้ไข', en: 'Returned a task' },
  'assignments.task-reopen': { th: 'เปิดงานอีกครั้ง', en: 'Reopened a task' },
  'assignments.task-cancel': { th: 'ยกเลิกงาน', en: 'Cancelled a task' },
  'assignments.task-change-due': { th: 'เปลี่ยนกำหนด', en: 'Changed the due day' },
  'assignments.task-pass-on': { th: 'มอบต่อเจ้าหน้าที่', en: 'Passed a task on' },
  'assignments.task-reminded': { th: 'เตือนกำหนดงาน', en: 'Reminded of a task' },
  'assignments.task-handed-over': { th: 'ส่งมอบงานให้ผู้รับช่วง', en: 'Handed a task over' },
  'assignments.evidence-withdrawn': { th: 'ถอนหลักฐาน', en: 'Withdrew evidence' },
};
