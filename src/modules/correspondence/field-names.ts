import type { Words } from '../../platform/words.ts';
import type { FieldKey } from './domain/forms.ts';

/** What the fields of the regulation are called: for people who fill them in, and where one is missing. */
export const fieldNames: Readonly<Record<FieldKey, Words>> = {
  agency: { th: 'ส่วนราชการเจ้าของหนังสือและที่ตั้ง', en: 'Agency that owns the letter, and its address' },
  outside: { th: 'ผู้รับนอกหน่วยงาน', en: 'Addressees outside the department' },
  references: { th: 'อ้างถึง', en: 'References' },
  enclosed: { th: 'สิ่งที่ส่งมาด้วย', en: 'Enclosures' },
  closing: { th: 'คำลงท้าย', en: 'Closing' },
  ownerUnit: { th: 'ส่วนราชการเจ้าของเรื่อง', en: 'Unit in charge of the matter' },
  contacts: { th: 'โทร. โทรสาร ไปรษณีย์อิเล็กทรอนิกส์', en: 'Telephone, fax, e-mail' },
  copies: { th: 'สำเนาส่ง', en: 'Copies to' },
  issuer: { th: 'ผู้ออก (ชื่อส่วนราชการหรือตำแหน่ง)', en: 'Issuer (agency or post)' },
  effective: { th: 'ทั้งนี้ ตั้งแต่', en: 'In force from' },
  cancels: { th: 'ยกเลิกคำสั่งที่', en: 'Cancels orders' },
  amends: { th: 'แก้ไขเพิ่มเติมคำสั่งที่', en: 'Amends orders' },
  edition: { th: 'ฉบับที่', en: 'Edition' },
  holder: { th: 'ผู้ได้รับการรับรอง (สำหรับติดรูปถ่าย)', en: 'Person certified (for the photograph)' },
};
