import { defineMessages } from '../../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    title: 'กรอกแบบรายละเอียดตัวชี้วัด', sub: 'บันทึกไว้ก่อนได้แม้ยังกรอกไม่ครบ ทุกครั้งที่บันทึกระบบเก็บไว้หนึ่งฉบับ',
    criteriaText: 'ระดับที่ {n}', rung: 'เกณฑ์ {name}', year: 'ปีงบประมาณ พ.ศ.', value: 'ผล', note: 'หมายเหตุ', target: 'ค่าเป้าหมาย', plan: 'ตามแผน', due: 'แล้วเสร็จภายใน', step: 'ขั้นตอน', proof: 'หลักฐาน', who: 'ชื่อหรือตำแหน่ง', phone: 'โทรศัพท์', placesHint: 'ตั้งแต่ 0 ถึง 6 ตำแหน่ง',
    'part.about': 'ลักษณะของตัวชี้วัด', 'part.meaning': 'ความหมายและวิธีคำนวณ', 'part.targets': 'ข้อมูลพื้นฐานและเกณฑ์', 'part.plan': 'แผนดำเนินการและการเก็บข้อมูล', 'part.people': 'ผู้รับผิดชอบ',
    weightNote: 'น้ำหนัก {weight} และค่าเป้าหมายกำหนดในส่วนค่าเป้าหมายของหน้าตัวชี้วัด', moreRows: 'ต้องการแถวเพิ่ม กดบันทึก ระบบเพิ่มแถวว่างให้',
    submit: 'บันทึกแบบ', saved: 'บันทึกแบบแล้ว', same: 'ไม่มีช่องใดเปลี่ยน', merged: 'บันทึกแล้ว และรวมกับช่องที่ {name} แก้ไขไว้ก่อนหน้า: {fields}',
    changed: '{name} บันทึกแบบนี้ไปก่อน และแก้ช่องเดียวกับท่าน ข้อความของท่านยังอยู่ครบในช่องด้านล่าง', bothHere: 'มีผู้แก้ช่องนี้ไปก่อนแล้ว กรุณาเทียบกับข้อความของเขาด้านบน', conflict: 'แก้ช่องเดียวกันสองคน',
    conflictText: 'ด้านล่างนี้คือข้อความที่ {name} บันทึกไว้เทียบกับที่ท่านพิมพ์ (ขีดเส้นใต้คือที่ท่านพิมพ์เพิ่ม ขีดฆ่าคือข้อความของเขาที่จะหายไป) แก้ในช่องให้ครบแล้วกดบันทึกอีกครั้ง', taken: 'ช่องที่เขาแก้แต่ท่านไม่ได้แก้ นำมาใส่ให้แล้ว: {fields}',
    'shut.approved': 'แบบนี้ได้รับความเห็นชอบแล้ว ต้องให้เลขานุการเปิดใหม่พร้อมเหตุผลก่อนจึงแก้ไขได้', 'shut.submitted': 'ส่งแบบนี้แล้วและรอเลขานุการตรวจ ถอนกลับก่อนจึงแก้ไขได้',
    due2: 'กำหนดส่ง {day}', missing: 'ยังขาด {n} ช่อง: {fields}', complete: 'กรอกครบทุกช่องที่ต้องใช้แล้ว',
  },
  en: {
    title: 'Fill in the form of the indicator', sub: 'It can be saved before it is complete. Each saving is kept as a version.',
    criteriaText: 'Level {n}', rung: 'Criterion {name}', year: 'Fiscal year (B.E.)', value: 'Result', note: 'Note', target: 'Target', plan: 'By which plan', due: 'Done by', step: 'Step', proof: 'Evidence', who: 'Name or post', phone: 'Telephone', placesHint: 'From 0 to 6',
    'part.about': 'What it is', 'part.meaning': 'Meaning and formula', 'part.targets': 'Baseline and criteria', 'part.plan': 'Plan and data', 'part.people': 'People',
    weightNote: 'The weight, {weight}, and the targets are set in the part “targets” of the indicator’s page', moreRows: 'Save to get more empty rows',
    submit: 'Save the form', saved: 'The form is saved', same: 'Nothing changed', merged: 'Saved, together with what {name} had changed: {fields}',
    changed: '{name} saved this form before you and changed the same fields. What you typed is all there below.', bothHere: 'Somebody changed this field before you: compare with the words above', conflict: 'Two people in the same fields',
    conflictText: 'Below is what {name} saved against what you typed (underlined is what you add, struck out what would be lost). Put it together in the fields and save again.', taken: 'Taken over, since you had not changed them: {fields}',
    'shut.approved': 'This form is approved: the secretariat reopens it with a reason before it can be changed', 'shut.submitted': 'This form was sent in and waits for the secretariat: take it back first',
    due2: 'Due {day}', missing: '{n} fields are still empty: {fields}', complete: 'Every needed field is filled in',
  },
});
