/** What the audit log says of this module's acts, in words. A test finds an act without words. */
import type { Words } from '../../platform/words.ts';

export const acts: Readonly<Record<string, Words>> = {
  'system.backed-up': { th: 'สำรองข้อมูล', en: 'Backed up' },
  'system.backup-asked': { th: 'สั่งสำรองข้อมูล', en: 'Asked for a backup' },
  'system.backup-drilled': { th: 'ลองกู้คืนไฟล์สำรอง', en: 'Tried a backup out' },
  'system.backup-failed': { th: 'สำรองข้อมูลไม่สำเร็จ', en: 'A backup failed' },
  'system.backups-rotated': { th: 'ลบไฟล์สำรองที่พ้นรอบเก็บ', en: 'Removed old backups' },
  'system.clock-moved': { th: 'เลื่อนเวลาของระบบสาธิต', en: 'Moved the clock of the demo' },
  'system.emblem-removed': { th: 'นำตราครุฑออก', en: 'Took the emblem out' },
  'system.emblem-replaced': { th: 'เปลี่ยนตราครุฑ', en: 'Replaced the emblem' },
  'system.job-discarded': { th: 'เลิกทำงานเบื้องหลังที่ค้าง', en: 'Gave a job up' },
  'system.job-retried': { th: 'สั่งงานเบื้องหลังให้ทำใหม่', en: 'Retried a job' },
  'system.search-term-added': { th: 'เพิ่มคำสำหรับค้นหา', en: 'Added search words' },
  'system.search-term-changed': { th: 'แก้ไขคำสำหรับค้นหา', en: 'Changed search words' },
  'system.search-term-removed': { th: 'นำคำสำหรับค้นหาออก', en: 'Took search words out' },
  'system.search-terms-checked': { th: 'ตรวจไฟล์คำสำหรับค้นหา', en: 'Checked a file of search words' },
  'system.search-terms-imported': { th: 'นำเข้าคำสำหรับค้นหา', en: 'Took a list of search words in' },
  'platform.search-renewed': { th: 'ปรับปรุงดัชนีค้นหา', en: 'Renewed the search' },
  'system.setting-changed': { th: 'เปลี่ยนการตั้งค่า', en: 'Changed a setting' },
  'platform.files-swept': { th: 'ลบไฟล์ที่ไม่มีเรื่องใดอ้างถึง', en: 'Swept files that nothing refers to' },
  'desk.notifications-read': { th: 'ทำเครื่องหมายว่าอ่านการแจ้งเตือนแล้ว', en: 'Marked notifications as read' },
};
