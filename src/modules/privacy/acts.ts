import type { Words } from '../../platform/words.ts';

export const acts: Readonly<Record<string, Words>> = {
  'privacy.notice-published': { th: 'ประกาศข้อความแจ้งการประมวลผลข้อมูลส่วนบุคคลฉบับใหม่', en: 'Published a new privacy notice' },
  'privacy.activity-added': { th: 'เพิ่มรายการกิจกรรมการประมวลผล', en: 'Added an activity to the record of processing' },
  'privacy.activity-changed': { th: 'แก้ไขรายการกิจกรรมการประมวลผล', en: 'Changed an activity in the record of processing' },
  'privacy.activity-ended': { th: 'สิ้นสุดรายการกิจกรรมการประมวลผล', en: 'Ended an activity in the record of processing' },
  'privacy.expired-erased': { th: 'ลบบันทึกที่พ้นระยะเวลาเก็บรักษา', en: 'Erased log lines past their time' },
};
