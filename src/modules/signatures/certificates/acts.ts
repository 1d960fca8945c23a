import type { Words } from '../../../platform/words.ts';

export const acts: Readonly<Record<string, Words>> = {
  'signatures.certificate-requested': { th: 'ขอใบรับรองอิเล็กทรอนิกส์แทนผู้อื่น', en: 'Requested a certificate for somebody' },
  'signatures.key-made': { th: 'สร้างกุญแจและคำขอใบรับรอง', en: 'Made a key and a request for a certificate' },
  'signatures.request-sent': { th: 'บันทึกการส่งคำขอใบรับรองไปยังผู้ออก', en: 'Recorded a request as sent to the authority' },
  'signatures.certificate-received': { th: 'บันทึกใบรับรองที่ได้รับจากผู้ออก', en: 'Recorded a certificate of the authority' },
  'signatures.certificate-taken-in': { th: 'นำเข้าใบรับรองของตนและเริ่มใช้', en: 'Took the own certificate in and began to use it' },
  'signatures.certificate-taken-over': { th: 'รับใบรับรองและเริ่มใช้', en: 'Took a certificate over and began to use it' },
  'signatures.p12-taken-in': { th: 'นำเข้าไฟล์ .p12 และเริ่มใช้', en: 'Took a .p12 in and began to use it' },
  'signatures.certificate-handed-over': { th: 'ส่งมอบใบรับรองให้ผู้ถือ', en: 'Handed a certificate over' },
  'signatures.certificate-refused': { th: 'บันทึกว่าผู้ออกใบรับรองไม่อนุมัติ', en: 'Recorded that the authority refused' },
  'signatures.certificate-revoked': { th: 'บันทึกการเพิกถอนใบรับรอง', en: 'Recorded the revocation of a certificate' },
  'signatures.certificate-replaced': { th: 'บันทึกว่ามีใบรับรองใหม่แทน', en: 'Recorded that a certificate was replaced' },
  'signatures.certificate-removed': { th: 'เลิกใช้ใบรับรองของตนและลบกุญแจ', en: 'Gave up the own certificate and deleted its key' },
  'signatures.certificate-warned': { th: 'เตือนใบรับรองใกล้หมดอายุ', en: 'Warned of a certificate that ends' },
  'signatures.passphrase-tried': { th: 'ทดลองรหัสกุญแจของตน', en: 'Tried the passphrase of the own key' },
  'signatures.passphrase-changed': { th: 'เปลี่ยนรหัสกุญแจของตน', en: 'Changed the passphrase of the own key' },
};
