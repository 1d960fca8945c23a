/** What the audit log says of this module's acts, in words. A test finds an act without words. */
import type { Words } from '../../platform/words.ts';

export const acts: Readonly<Record<string, Words>> = {
  'correspondence.circular-issued': { th: 'ออกหนังสือเวียน', en: 'Issued a circular' },
  'correspondence.letter-issued': { th: 'ออกหนังสือ', en: 'Issued a letter' },
  'correspondence.circular-series-set': { th: 'กำหนดการให้เลขหนังสือเวียน', en: 'Set how circulars are numbered' },
  'correspondence.correction-drafted': { th: 'ทำร่างฉบับแก้ไข', en: 'Drafted a correction' },
  'correspondence.draft-discarded': { th: 'ทิ้งร่าง', en: 'Discarded a draft' },
  'correspondence.draft-submitted': { th: 'เสนอร่างเพื่อลงนาม', en: 'Submitted a draft for signature' },
  'correspondence.draft-written': { th: 'บันทึกร่าง', en: 'Saved a draft' },
  'correspondence.group-saved': { th: 'บันทึกกลุ่มผู้รับ', en: 'Saved a group of recipients' },
  'correspondence.letter-acknowledged': { th: 'รับทราบหนังสือ', en: 'Acknowledged a letter' },
  'correspondence.letter-file-stored': { th: 'เก็บไฟล์หนังสือ', en: 'Stored the file of a letter' },
  'correspondence.letter-passed-on': { th: 'ส่งต่อหนังสือ', en: 'Passed a letter on' },
  'correspondence.letter-recalled': { th: 'เรียกคืนหนังสือ', en: 'Recalled a letter' },
  'correspondence.letter-voided': { th: 'ยกเลิกเลขหนังสือ', en: 'Voided a number' },
  'correspondence.numbers-reserved': { th: 'จองเลข', en: 'Reserved numbers' },
  'correspondence.number-entered': { th: 'ออกเลขหนังสือที่ทำนอกระบบ', en: 'Numbered a letter made outside' },
  'correspondence.number-back-dated': { th: 'ลงเลขหนังสือย้อนหลัง', en: 'Back-dated an entry of the register' },
  'correspondence.reservation-given-up': { th: 'คืนเลขที่จองไว้', en: 'Gave a reserved number up' },
  'correspondence.reservation-expired': { th: 'ยกเลิกเลขที่หมดเวลาจอง', en: 'Voided a reserved number whose time was over' },
  'correspondence.series-started': { th: 'กำหนดเลขเริ่มของชุดเลข', en: 'Started a number series' },
  'correspondence.draft-handed-over': { th: 'ส่งมอบร่างหนังสือให้ผู้รับช่วง', en: 'Handed a draft over' },
};
