import { defineMessages } from '../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    title: 'นำเข้าจาก Word',
    sub: 'เลือกไฟล์ .docx ระบบจะทำร่างใหม่จากเรื่อง ข้อความ เลขข้อ และตาราง แล้วบอกว่ามีอะไรไม่ได้นำมา ไฟล์เดิมไม่เปลี่ยน',
    fromUnit: 'หน่วยงานเจ้าของหนังสือ',
    file: 'ไฟล์ Word',
    fileHint: 'แบบ .docx ไม่มีรหัสผ่าน',
    take: 'ทำร่างจากไฟล์นี้',
    noFile: 'กรุณาเลือกไฟล์ .docx หนึ่งไฟล์',
    notYours: 'ท่านร่างหนังสือของหน่วยงานนี้ไม่ได้',
    done: 'ทำร่างจากไฟล์ Word แล้ว กรุณาอ่านทวนและเลือกผู้รับ',
    doneWithout: 'ทำร่างจากไฟล์ Word แล้ว ไม่ได้นำมา: {parts} กรุณาอ่านทวนและเลือกผู้รับ',
    docx: 'ไฟล์ Word (.docx)',
  },
  en: {
    title: 'Take over from Word',
    sub: 'Choose a .docx file. A new draft is made of its subject, text, numbering and tables, and you are told what was left out. The file stays as it is',
    fromUnit: 'Unit of the letter',
    file: 'Word file',
    fileHint: '.docx without a password',
    take: 'Make a draft of this file',
    noFile: 'Please choose one .docx file',
    notYours: 'You may not draft letters for this unit',
    done: 'A draft was made of the Word file. Please read it and choose the recipients',
    doneWithout: 'A draft was made of the Word file. Left out: {parts}. Please read it and choose the recipients',
    docx: 'Word file (.docx)',
  },
});
