import { defineMessages } from '../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    title: 'ขอลงลายมือชื่อในไฟล์ PDF',
    sub: 'สำหรับเอกสารที่ไม่ใช่หนังสือในระบบ เช่น สัญญาหรือแบบฟอร์ม หนังสือในระบบให้ขอจากหน้าหนังสือนั้น',
    file: 'ไฟล์ PDF',
    fileHint: 'ไม่มีรหัสผ่าน ลายมือชื่อเดิมในไฟล์จะยังอยู่',
    subject: 'เรื่อง',
    unit: 'ขอในนามหน่วยงาน',
    send: 'ส่งให้ลงนาม',
    sent: 'ส่งคำขอลงลายมือชื่อแล้ว',
    oneFile: 'เลือกไฟล์ PDF หนึ่งไฟล์',
    notYourUnit: 'กรุณาเลือกหน่วยงานของท่าน',
  },
  en: {
    title: 'Ask for signatures on a PDF',
    sub: 'For documents that are no letters of the house, such as contracts. For a letter, ask on its own page.',
    file: 'PDF file',
    fileHint: 'Without a password. Signatures in the file stay.',
    subject: 'Subject',
    unit: 'In the name of the unit',
    send: 'Send for signing',
    sent: 'The request for signatures is sent',
    oneFile: 'Choose one PDF',
    notYourUnit: 'Please choose a unit of yours',
  },
});
