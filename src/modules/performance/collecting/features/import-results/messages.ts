import { defineMessages } from '../../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    title: 'นำเข้าผลจาก Excel', sub: 'ตรวจทุกแถวก่อน ยังไม่เขียนอะไรจนกว่าจะยืนยัน', file: 'ไฟล์ผล', fileHint: 'Excel (.xlsx) หรือ CSV ใช้ไฟล์ที่ส่งออกจากหน้านี้ได้เลย', check: 'ตรวจไฟล์', template: 'ส่งออกผลปัจจุบันเป็น Excel', preview: 'ผลการตรวจไฟล์', oneFile: 'เลือกไฟล์เดียว', tooMany: 'ไฟล์มีเกิน {n} แถว',
    confirm: 'บันทึกผลใหม่ {n} แถว', nothing: 'ไม่มีผลใหม่ในไฟล์นี้', done: 'บันทึกผลแล้ว {n} แถว', gone: 'ไฟล์นี้นำเข้าแล้ว', changed: 'ระหว่างนี้ตัวชี้วัดที่ {key} ถูกล็อก ตรวจไฟล์อีกครั้ง',
    row: 'แถว', verdict: 'ผลการตรวจ', why: 'เหตุผล', 'v.new': 'ผลใหม่', 'v.same': 'ตรงกับที่มีอยู่', 'v.duplicate': 'ซ้ำในไฟล์', 'v.refused': 'รับไม่ได้',
    c_key: 'ตัวชี้วัดที่', c_keyAbout: 'เลขตัวชี้วัด เช่น 3.1', c_name: 'ชื่อตัวชี้วัด', c_nameAbout: 'ไว้อ่านเท่านั้น', c_unit: 'หน่วยวัด', c_unitAbout: 'ไว้อ่านเท่านั้น', c_value: 'ผล', c_valueAbout: 'ค่าตามหน่วยวัด', c_numerator: 'ตัวตั้ง', c_denominator: 'ตัวหาร', c_partAbout: 'ถ้ามี', c_asOf: 'ข้อมูล ณ วันที่', c_asOfAbout: 'ว่างไว้หมายถึงวันนี้', c_note: 'คำอธิบาย', c_noteAbout: 'ข้อความสั้น',
    keyMissing: 'ไม่มีเลขตัวชี้วัด ถ้าผสานเซลล์ไว้ ให้ยกเลิกการผสาน', keyUnknown: 'ปีนี้ไม่มีตัวชี้วัดที่ {key} ในรอบนี้', locked: 'ตัวชี้วัดนี้ตรวจแล้วและล็อกในรอบนี้', cancelled: 'ตัวชี้วัดนี้ถูกยกเลิกแล้ว', ofSteps: 'ค่าของตัวชี้วัดนี้นับจากขั้นตามแผน กรอกที่หน้ารายงาน', valueMissing: 'ไม่มีผล (ไม่นับเป็นศูนย์)', future: 'วันที่ของข้อมูลต้องไม่เกินวันนี้', sheet: 'ผลตัวชี้วัด', fileName: 'ผลตัวชี้วัด', twice: 'ตัวชี้วัดนี้มีในแถวที่ {row} แล้ว', partBad: 'ตัวตั้งหรือตัวหารไม่ใช่ตัวเลข',
  },
  en: {
    title: 'Bring in results from Excel', sub: 'Every row is checked first; nothing is written until you confirm', file: 'File of results', fileHint: 'Excel (.xlsx) or CSV; a file saved from this page can be used as it is', check: 'Check the file', template: 'Save the present results as Excel', preview: 'What the file holds', oneFile: 'Choose one file', tooMany: 'The file has more than {n} rows',
    confirm: 'Enter {n} new results', nothing: 'There is nothing new in this file', done: '{n} results entered', gone: 'This file was brought in already', changed: 'Indicator {key} was locked meanwhile: check the file again',
    row: 'Row', verdict: 'Verdict', why: 'Why', 'v.new': 'New result', 'v.same': 'There already', 'v.duplicate': 'Twice in the file', 'v.refused': 'Not taken',
    c_key: 'Indicator', c_keyAbout: 'Its number, for instance 3.1', c_name: 'Name', c_nameAbout: 'To read only', c_unit: 'Unit of measure', c_unitAbout: 'To read only', c_value: 'Result', c_valueAbout: 'In the unit of measure', c_numerator: 'Numerator', c_denominator: 'Denominator', c_partAbout: 'Where there is one', c_asOf: 'As of', c_asOfAbout: 'Empty means today', c_note: 'Explanation', c_noteAbout: 'A short text',
    keyMissing: 'There is no indicator: if cells are merged, part them', keyUnknown: 'There is no indicator {key} in this round', locked: 'This indicator is checked and locked in this round', cancelled: 'This indicator is cancelled', ofSteps: 'Its value comes from its steps: enter it on the page of the report', valueMissing: 'No result (which is not zero)', future: 'The day of the data cannot lie ahead', sheet: 'Results', fileName: 'results', twice: 'This indicator stands in row {row} already', partBad: 'Numerator or denominator is no number',
  },
});
