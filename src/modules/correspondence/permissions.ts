import type { PermissionDefinition } from '../../platform/module.ts';

/** What can be allowed in correspondence, and which roles hold it unless an administrator says otherwise. */
export const permissions: readonly PermissionDefinition[] = [
  { key: 'correspondence.read', words: { th: 'อ่านหนังสือเวียนที่ส่งถึงตนหรือหน่วยงาน', en: 'Read circulars addressed to oneself or the unit' }, roles: ['staff'], continues: true },
  { key: 'correspondence.receive', words: { th: 'รับทราบแทนหน่วยงานและส่งต่อในหน่วยงาน', en: 'Acknowledge for the unit and pass on within it' }, roles: ['clerk', 'unit-head'], continues: true },
  { key: 'correspondence.draft', words: { th: 'ร่างหนังสือ', en: 'Draft letters' }, roles: ['clerk', 'unit-head', 'secretariat', 'executive'] },
  { key: 'correspondence.issue', words: { th: 'ลงนามและออกเลขหนังสือ', en: 'Sign and issue letters' }, roles: ['clerk', 'unit-head', 'secretariat', 'executive'] },
  { key: 'correspondence.record-signature', words: { th: 'บันทึกการลงนามบนกระดาษและออกเลข', en: 'Record a signature given on paper and issue' }, roles: ['clerk'] },
  { key: 'correspondence.recall', words: { th: 'เรียกคืน แก้ไข และยกเลิกเลขหนังสือ', en: 'Recall and correct letters, void numbers' }, roles: ['clerk', 'unit-head', 'executive'], continues: true },
  { key: 'correspondence.read-register', words: { th: 'ดูทะเบียนหนังสือส่งและหนังสือที่หน่วยงานส่ง', en: 'Read the outgoing register and letters sent by the unit' }, roles: ['clerk', 'unit-head', 'secretariat', 'executive'], continues: true },
  { key: 'correspondence.reserve', words: { th: 'จองเลขและออกเลขหนังสือที่ทำนอกระบบ', en: 'Reserve numbers and number letters made outside' }, roles: ['clerk', 'unit-head', 'secretariat'] },
  { key: 'correspondence.back-date', words: { th: 'ลงเลขหนังสือย้อนหลัง', en: 'Back-date entries of the register' }, roles: ['unit-head', 'secretariat'] },
  { key: 'correspondence.keep-registers', words: { th: 'ส่งออกทะเบียนทั้งปีและนำเข้าทะเบียนเดิม', en: 'Export registers of a year and import old ones' }, roles: ['clerk', 'unit-head'], continues: true },
  { key: 'correspondence.keep-groups', words: { th: 'ดูแลกลุ่มผู้รับของหน่วยงาน', en: 'Keep the unit’s groups of recipients' }, roles: ['clerk', 'unit-head', 'secretariat'] },
  { key: 'correspondence.set-series', words: { th: 'ตั้งค่าชุดเลขหนังสือ', en: 'Set number series' }, roles: ['organisation-admin', 'system-admin'] },
  { key: 'correspondence.set-words', words: { th: 'ดูแลคำขึ้นต้น คำลงท้าย และคำที่มักเขียนผิด', en: 'Keep salutations, closings and frequent misspellings' }, roles: ['organisation-admin', 'system-admin'] },
  { key: 'correspondence.read-measures', words: { th: 'ดูค่าวัดผลงานสารบรรณ', en: 'Read measures of correspondence' }, roles: ['staff'] },
  { key: 'correspondence.read-incoming', words: { th: 'ดูหนังสือรับของหน่วยงานและที่เสนอหรือมอบถึงตน', en: 'See received letters of the unit, proposed or given to oneself' }, roles: ['staff'], continues: true },
  { key: 'correspondence.receive-letters', words: { th: 'ลงรับ เสนอ ส่งต่อ และปิดเรื่องหนังสือรับ', en: 'Register, propose, forward and close received letters' }, roles: ['clerk', 'unit-head'], continues: true },
  { key: 'correspondence.reroute', words: { th: 'จัดเส้นทางใหม่ให้หนังสือรับที่ไม่มีผู้รับช่วง', en: 'Re-route received letters that nobody answers for' }, roles: ['clerk', 'organisation-admin'] },
];
