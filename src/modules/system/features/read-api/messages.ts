import { defineMessages } from '../../../../platform/words.ts';

export const m = defineMessages({
  th: {
    title: 'API สำหรับโปรแกรม', sub: 'ทุกอย่างที่หน้าจอทำได้ โปรแกรมทำได้ที่ {root} ด้วยสิทธิของเจ้าของโทเคน',
    openapi: 'OpenAPI (JSON)', makeToken: 'สร้างโทเคน', start: 'เริ่มใช้', step1: 'สร้างโทเคนที่บัญชีของฉัน เลือกเฉพาะขอบเขตที่โปรแกรมต้องใช้', step2: 'ส่งโทเคนในหัวเรื่อง Authorization ทุกครั้ง',
    step3: 'เมื่อเปลี่ยนข้อมูล ส่ง Idempotency-Key ค่าใหม่ทุกรายการ หากไม่ได้รับคำตอบ ส่งซ้ำด้วยค่าเดิม ระบบไม่บันทึกสองครั้ง', step4: 'รายการยาวมาทีละหน้า ที่อยู่หน้าถัดไปอยู่ใน next',
    errors: 'เมื่อทำไม่ได้', errorsText: 'คำตอบมีรหัส ข้อความไทยและอังกฤษ ข้อความของแต่ละช่อง และรหัสคำขอสำหรับแจ้งผู้ดูแลระบบ',
    search: 'ค้นหาการเรียก', module: 'เรื่อง', all: 'ทั้งหมด', found: '{n} รายการ', none: 'ไม่พบการเรียกที่ตรงกับคำค้น', noneText: 'ลองใช้คำอื่น เช่น ประชุม หรือ tasks',
    scope: 'ขอบเขตของโทเคน', anybody: 'ไม่ต้องใช้โทเคน', parameters: 'พารามิเตอร์', body: 'เนื้อหา (JSON)', name: 'ชื่อ', place: 'ที่', kind: 'ชนิด', required: 'ต้องมี', yes: 'ใช่', about: 'ความหมาย',
    request: 'ตัวอย่างคำขอ', answer: 'ตัวอย่างคำตอบ', fileAnswer: 'ตอบเป็นไฟล์', path: 'ในที่อยู่', query: 'หลัง ?', header: 'หัวเรื่อง', openCall: 'ดูรายละเอียด',
    notFor: 'ที่ไม่เปิดให้โปรแกรม', notForText: 'หน้าและปุ่มที่มีเฉพาะบนหน้าจอ พร้อมเหตุผล (ภาษาอังกฤษ)',
  },
  en: {
    title: 'API for programs', sub: 'What the screens do, programs do under {root} with the rights of the token’s owner',
    openapi: 'OpenAPI (JSON)', makeToken: 'Make a token', start: 'To begin', step1: 'Make a token at my account, with only the scopes that the program needs', step2: 'Send it in the Authorization header of every call',
    step3: 'With every change send a new Idempotency-Key. If no answer came, send again with the same one: nothing is done twice', step4: 'Long lists come page by page; next is the address of the following one',
    errors: 'When something cannot be done', errorsText: 'The answer has a code, words in Thai and English, words at single fields, and the id to tell the administrator',
    search: 'Search the calls', module: 'Subject', all: 'All', found: '{n} calls', none: 'No call matches', noneText: 'Try another word, such as meeting or tasks',
    scope: 'Scope of the token', anybody: 'No token needed', parameters: 'Parameters', body: 'Body (JSON)', name: 'Name', place: 'In', kind: 'Type', required: 'Required', yes: 'yes', about: 'Meaning',
    request: 'Example request', answer: 'Example answer', fileAnswer: 'Answers with a file', path: 'address', query: 'after ?', header: 'header', openCall: 'Details',
    notFor: 'What is not for programs', notForText: 'Pages and buttons that only the screens have, with the reason',
  },
});
