import { defineMessages } from '../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    title: 'ขอลงลายมือชื่ออิเล็กทรอนิกส์',
    sub: 'หนังสือ {reference} ลงนามโดย {signer} เป็นขั้นสุดท้าย เพิ่มผู้เห็นชอบหรือผู้ลงลายมือชื่อร่วมก่อนหน้าได้',
    send: 'ส่งให้ลงนาม',
    sent: 'ส่งคำขอลงลายมือชื่อแล้ว',
    cannot: 'หนังสือฉบับนี้ขอลงลายมือชื่ออิเล็กทรอนิกส์ไม่ได้ ต้องออกเลขแล้ว มีผู้ลงนาม และจัดทำไฟล์ PDF เสร็จแล้ว',
    section: 'ลายมือชื่ออิเล็กทรอนิกส์',
    open: 'เปิดหน้าลงนาม',
    signedPdf: 'เปิดไฟล์ PDF ที่ลงลายมือชื่อแล้ว',
    unsignedPdf: 'ฉบับก่อนลงลายมือชื่อ',
    again: 'ขอลงลายมือชื่อใหม่',
    waits: 'เมื่อจัดทำไฟล์ PDF เสร็จ ระบบจะส่งให้ผู้ลงนามลงลายมือชื่ออิเล็กทรอนิกส์',
    signedHash: 'ค่าแฮชของไฟล์ที่ลงลายมือชื่อ (SHA-256)',
    withdrawnWith: 'เรียกคืนหรือยกเลิกหนังสือ: {reason}',
  },
  en: {
    title: 'Ask for electronic signatures',
    sub: 'Letter {reference}: {signer} signs in the last step. You may add people who approve or sign before.',
    send: 'Send for signing',
    sent: 'The request for signatures is sent',
    cannot: 'This letter cannot be signed electronically: it must be issued, have a signer, and its PDF must be made',
    section: 'Electronic signature',
    open: 'Open the signing page',
    signedPdf: 'Open the signed PDF',
    unsignedPdf: 'Before signing',
    again: 'Ask for signatures again',
    waits: 'When the PDF is made it goes to the signer for an electronic signature',
    signedHash: 'Hash of the signed file (SHA-256)',
    withdrawnWith: 'The letter was recalled or voided: {reason}',
  },
});
