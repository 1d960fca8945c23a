import { defineMessages } from '../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    title: 'คำสำหรับค้นหา',
    sub: 'คำที่ใช้แทนกัน มีผลกับการค้นครั้งต่อไปทันที ชื่อย่อของหน่วยงานระบบดึงจากทำเนียบหน่วยงานเอง ไม่ต้องใส่ที่นี่',
    kind: 'ชนิด', 'kind.same': 'ใช้แทนกัน', 'kind.word': 'ไม่ให้ตัด', 'kind.all': 'ทั้งหมด',
    words: 'คำ', 'words.hint': 'บรรทัดละหนึ่งคำ หรือคั่นด้วยเครื่องหมาย ;',
    note: 'หมายเหตุ', changed: 'แก้ไขล่าสุด', act: 'ทำรายการ', edit: 'แก้ไข', remove: 'นำออก', house: 'ระบบ',
    'add.same': 'เพิ่มคำที่ใช้แทนกัน', 'add.same.text': 'ค้นคำใดคำหนึ่งจะพบทุกคำในกลุ่ม เช่น ดิจิทัล กับ ดิจิตอล',
    'add.word': 'เพิ่มคำที่ไม่ให้ตัด', 'add.word.text': 'ชื่อเฉพาะที่ระบบตัดผิด เช่น ชื่อโครงการ ระบบจะปรับปรุงเรื่องที่มีคำนี้ให้เอง ระหว่างนั้นค้นได้ตามปกติ',
    add: 'เพิ่ม', save: 'บันทึก', find: 'ค้นในรายการ', submit: 'ค้น',
    added: 'เพิ่มแล้ว', saved: 'บันทึกแล้ว', removed: 'นำออกแล้ว', imported: 'นำเข้าแล้ว {n} รายการ มีอยู่แล้ว {known} รายการ',
    empty: 'ไม่มีรายการ', 'empty.text': 'ลองค้นด้วยคำอื่น หรือเพิ่มรายการใหม่',
    progress: 'ปรับปรุงดัชนี', 'progress.words': 'เรื่องที่มีคำว่า {words}', 'progress.all': 'เรื่องที่รอปรับปรุง', 'progress.waiting': 'รอเริ่ม', 'progress.done': 'เสร็จแล้ว {n} เรื่อง', 'progress.again': 'ดูความคืบหน้าล่าสุด',
    export: 'ดาวน์โหลดรายการ (CSV)', import: 'นำเข้ารายการ', 'import.text': 'วางข้อความจากไฟล์ CSV: ชนิด, คำ (คั่นด้วย ;), หมายเหตุ ระบบตรวจทุกบรรทัดก่อน หากมีบรรทัดที่ใช้ไม่ได้จะยังไม่นำเข้า',
    rows: 'รายการ', 'rows.bad': 'บรรทัดที่ {line}: {why}', 'rows.kind': 'ชนิดต้องเป็น “ใช้แทนกัน” หรือ “ไม่ให้ตัด”', 'rows.empty': 'ไม่มีรายการให้นำเข้า', 'edit.title': 'แก้ไขคำสำหรับค้นหา',
  },
  en: {
    title: 'Search words',
    sub: 'Words that mean the same hold from the next search on. Abbreviations of units come from the organisation by themselves.',
    kind: 'Kind', 'kind.same': 'Same', 'kind.word': 'Never cut', 'kind.all': 'All',
    words: 'Words', 'words.hint': 'One a line, or set apart by ;',
    note: 'Note', changed: 'Last changed', act: 'Action', edit: 'Edit', remove: 'Take out', house: 'System',
    'add.same': 'Add words that mean the same', 'add.same.text': 'Looking for one of them finds all, for example ดิจิทัล and ดิจิตอล.',
    'add.word': 'Add a word that is never cut', 'add.word.text': 'Names that are cut wrongly, such as names of projects. Records with this word are renewed by themselves; the search works meanwhile.',
    add: 'Add', save: 'Save', find: 'Find in the list', submit: 'Find',
    added: 'Added', saved: 'Saved', removed: 'Taken out', imported: '{n} entries taken in, {known} were there already',
    empty: 'No entries', 'empty.text': 'Try another word, or add an entry.',
    progress: 'Renewing the search', 'progress.words': 'Records with {words}', 'progress.all': 'Records that wait', 'progress.waiting': 'Waiting to start', 'progress.done': 'Done, {n} records', 'progress.again': 'See how far it is now',
    export: 'Download the list (CSV)', import: 'Take entries in', 'import.text': 'Paste the text of a CSV file: kind, words (set apart by ;), note. Every line is checked first; nothing is taken in while one cannot be used.',
    rows: 'Entries', 'rows.bad': 'Line {line}: {why}', 'rows.kind': 'the kind is “Same” or “Never cut”', 'rows.empty': 'There is nothing to take in', 'edit.title': 'Edit search words',
  },
});
