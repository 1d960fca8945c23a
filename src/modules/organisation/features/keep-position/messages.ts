import { defineMessages } from '../../../../platform/words.ts';

export const m = defineMessages({
  th: {
    title: 'ตำแหน่ง', sub: '{n} ตำแหน่ง ว่าง {vacant} ตำแหน่ง', unit: 'หน่วยงาน', allUnits: 'ทุกหน่วยงาน', only: 'แสดง', all: 'ทุกตำแหน่ง', vacantOnly: 'เฉพาะตำแหน่งว่าง', submit: 'แสดงผล', words: 'ชื่อตำแหน่ง ผู้ครอง หรือเลขที่', shown: 'แสดง {n} จาก {total} ตำแหน่ง', csv: 'ส่งออก CSV', fileName: 'ตำแหน่ง', add: 'เพิ่มตำแหน่ง', none: 'ไม่มีตำแหน่งตามที่กรอง', clear: 'ล้างตัวกรอง',
    position: 'ตำแหน่ง', holder: 'ผู้ครองตำแหน่ง', vacant: 'ว่าง', seatNumber: 'เลขที่ตำแหน่ง', level: 'ระดับ', kind: 'ลักษณะ', abbreviation: 'ตัวย่อ', abbreviationHint: 'เช่น ผอ.กพร.', titleTh: 'ชื่อตำแหน่ง', titleEn: 'ชื่อตำแหน่งภาษาอังกฤษ', head: 'เป็นตำแหน่งหัวหน้าของหน่วยงาน', rank: 'ลำดับในหน่วยงาน', from: 'ตั้งแต่วันที่', lastDay: 'วันสุดท้าย',
    newTitle: 'เพิ่มตำแหน่ง', create: 'เพิ่มตำแหน่ง', save: 'บันทึก', back: 'กลับ', closeTitle: 'ยุบเลิกตำแหน่ง', created: 'เพิ่มตำแหน่งแล้ว', saved: 'บันทึกแล้ว', closed: 'ยุบเลิกตำแหน่งแล้ว', history: 'ผู้ครองตำแหน่ง', acting: 'ผู้ทำหน้าที่แทน', noActing: 'ไม่มีผู้ทำหน้าที่แทน', used: 'ช่วงเวลา', order: 'คำสั่ง', name: 'ชื่อ', now: 'ผู้รับผิดชอบวันนี้', nobody: 'ไม่มีผู้ครองตำแหน่งและไม่มีผู้ทำหน้าที่แทน', edit: 'แก้ไขตำแหน่ง', facts: 'ข้อมูลตำแหน่ง', addActing: 'บันทึกผู้ทำหน้าที่แทน',
  },
  en: {
    title: 'Positions', sub: '{n} positions, {vacant} vacant', unit: 'Unit', allUnits: 'All units', only: 'Show', all: 'All positions', vacantOnly: 'Vacant only', submit: 'Show', words: 'Title, holder or seat number', shown: '{n} of {total} positions', csv: 'Export CSV', fileName: 'positions', add: 'Add a position', none: 'No such position', clear: 'Clear filters',
    position: 'Position', holder: 'Holder', vacant: 'Vacant', seatNumber: 'Seat number', level: 'Level', kind: 'Kind', abbreviation: 'Abbreviation', abbreviationHint: 'for example ผอ.กพร.', titleTh: 'Title in Thai', titleEn: 'Title in English', head: 'This is the head of the unit', rank: 'Place in the unit', from: 'From', lastDay: 'Last day',
    newTitle: 'Add a position', create: 'Add the position', save: 'Save', back: 'Back', closeTitle: 'Close the position', created: 'The position is added', saved: 'Saved', closed: 'The position is closed', history: 'Holders', acting: 'Acting', noActing: 'Nobody acts for it', used: 'Period', order: 'Order', name: 'Name', now: 'Who answers today', nobody: 'Nobody holds it and nobody acts for it', edit: 'Edit the position', facts: 'About the position', addActing: 'Record somebody acting',
  },
});
