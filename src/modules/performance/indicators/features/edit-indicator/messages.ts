import { defineMessages } from '../../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    new: 'เพิ่มตัวชี้วัด', edit: 'แก้ไขตำแหน่งและหน่วยงาน', keyHint: 'เช่น 3 หรือ 3.1', parentNone: 'ไม่อยู่ใต้ตัวชี้วัดอื่น', weightHint: 'ตัวชี้วัดที่มีตัวชี้วัดย่อยไม่มีน้ำหนักของตัวเอง', measureHint: 'ปล่อยว่างเมื่อกรอกค่าพร้อมหลักฐาน', kind: 'ประเภทตัวชี้วัด', better: 'ทิศทาง', unitOfMeasure: 'หน่วยวัด', places: 'ทศนิยมของค่า',
    added: 'เพิ่มตัวชี้วัดแล้ว', saved: 'บันทึกแล้ว', taken: 'มีตัวชี้วัดลำดับนี้ในปีนี้แล้ว', keyBad: 'ลำดับต้องเป็นตัวเลขคั่นด้วยจุด เช่น 3 หรือ 3.1', component: 'ไม่มีองค์ประกอบนี้ในกรอบ กรุณาเลือกใหม่', tag: 'ไม่มีแนวทางนี้ในองค์ประกอบที่เลือก', parent: 'ไม่มีตัวชี้วัดนี้ในปีนี้', ownParent: 'ตัวชี้วัดอยู่ใต้ตัวเองไม่ได้', unit: 'ไม่มีหน่วยงานนี้แล้ว กรุณาเลือกใหม่', number: 'น้ำหนักต้องเป็นตัวเลข เช่น 15', final: 'ตัวชี้วัดนี้กำหนดแล้ว น้ำหนักเปลี่ยนได้ทางคำขอเปลี่ยนแปลงเท่านั้น',
    order: 'ลำดับ', up: 'เลื่อนขึ้น', down: 'เลื่อนลง', orderNote: 'หมายเลขสลับกับตัวชี้วัดข้างเคียง ตัวชี้วัดย่อยตามไปด้วย',
    cancelTitle: 'ยกเลิกระหว่างปี', cancelNote: 'แถวยังอยู่ในตารางพร้อมเหตุผล น้ำหนักจัดการตามกรอบของปี', on: 'วันที่มีผล', decision: 'มติหรือหนังสือที่ให้ยกเลิก', reason: 'เหตุผล', cancelIt: 'ยกเลิกตัวชี้วัด', cancelled: 'ยกเลิกตัวชี้วัดแล้ว', gone: 'ตัวชี้วัดนี้ยกเลิกไปแล้ว', already: 'ยกเลิกแล้วแก้ไขไม่ได้', cancelDay: 'วันที่มีผลต้องอยู่ในปีงบประมาณนี้',
  },
  en: {
    new: 'Add an indicator', edit: 'Change place and units', keyHint: 'Such as 3 or 3.1', parentNone: 'Under no other', weightHint: 'One that stands over others has no weight of its own', measureHint: 'Empty where values are typed with evidence', kind: 'Kind', better: 'Direction', unitOfMeasure: 'Unit of measure', places: 'Decimal places',
    added: 'The indicator is added', saved: 'Saved', taken: 'There is an indicator of this number in this year', keyBad: 'Numbers with points, such as 3 or 3.1', component: 'The framework has no such component', tag: 'The component has no such guideline', parent: 'There is no such indicator in this year', ownParent: 'An indicator cannot stand under itself', unit: 'There is no such unit any more', number: 'A weight is a number, such as 15', final: 'It is settled: its weight changes by a request for change only',
    order: 'Order', up: 'Up', down: 'Down', orderNote: 'It changes numbers with its neighbour; those under it come along',
    cancelTitle: 'Cancel in mid-year', cancelNote: 'The line stays with its reason; the framework says what becomes of its weight', on: 'From', decision: 'Resolution or letter', reason: 'Reason', cancelIt: 'Cancel the indicator', cancelled: 'The indicator is cancelled', gone: 'It was cancelled already', already: 'A cancelled indicator is not changed', cancelDay: 'The day lies in this fiscal year',
  },
});
