import { defineMessages } from '../../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    fill: 'กรอกแบบ', change: 'แก้ไขตำแหน่งและหน่วยงาน', about: 'ลักษณะตัวชี้วัด', ladder: 'เกณฑ์การให้คะแนน', step: 'ระดับ', value: 'ค่าเป้าหมาย', score: 'คะแนน', criterion: 'เกณฑ์',
    form: 'แบบรายละเอียดตัวชี้วัด', baseline: 'ข้อมูลพื้นฐาน', yearly: 'ค่าเป้าหมายรายปีตามแผน', steps: 'แผนดำเนินการ 12 เดือน', year: 'ปีงบประมาณ', result: 'ผล', note: 'หมายเหตุ', plan: 'ตามแผน', due: 'แล้วเสร็จภายใน', what: 'ขั้นตอน', proof: 'หลักฐาน',
    units: 'หน่วยงาน', people: 'ผู้รับผิดชอบ', serves: 'สอดคล้องกับ', missing: 'แบบยังขาด: {fields}', complete: 'กรอกแบบครบแล้ว', empty: 'ยังไม่มีผู้กรอกแบบนี้', emptyText: 'หน่วยงานกำกับกรอกแบบได้จากปุ่ม “กรอกแบบ”',
    cancelled: 'ยกเลิกเมื่อ {day}: {reason}', children: 'ตัวชี้วัดย่อย', partOf: 'อยู่ใต้ตัวชี้วัดที่ {key}', budget: 'งบประมาณโครงการ', baht: '{n} บาท', risks: 'ความเสี่ยงที่เปิดอยู่', n: '{n} รายการ', flags: 'หน่วยงานแจ้งว่าทำไม่ได้', parts: 'ส่วนของหน้านี้',
    'form.open': 'เปิดให้กรอก', 'form.submitted': 'ส่งแล้ว รอตรวจ', 'form.returned': 'ส่งกลับให้แก้ไข', 'form.approved': 'เลขานุการรับแบบแล้ว', 'form.confirmed': 'เห็นชอบแล้ว', formState: 'สถานะแบบ', dueOn: 'กำหนดส่ง {day}',
  },
  en: {
    fill: 'Fill in the form', change: 'Change place and units', about: 'What it is', ladder: 'Scoring', step: 'Level', value: 'Target', score: 'Score', criterion: 'Criterion',
    form: 'The official form', baseline: 'Baseline', yearly: 'Targets by year, as planned', steps: 'Plan of twelve months', year: 'Fiscal year', result: 'Result', note: 'Note', plan: 'By which plan', due: 'Done by', what: 'Step', proof: 'Evidence',
    units: 'Units', people: 'People', serves: 'Serves', missing: 'Still empty in the form: {fields}', complete: 'The form is complete', empty: 'Nobody has filled in this form', emptyText: 'The owning units fill it in by the button “Fill in the form”',
    cancelled: 'Cancelled on {day}: {reason}', children: 'Indicators under it', partOf: 'Stands under indicator {key}', budget: 'Budget of projects', baht: '{n} baht', risks: 'Open risks', n: '{n}', flags: 'A unit says it cannot', parts: 'Parts of this page',
    'form.open': 'Open to be filled in', 'form.submitted': 'Sent in', 'form.returned': 'Returned for correction', 'form.approved': 'Taken by the secretariat', 'form.confirmed': 'Approved', formState: 'State of the form', dueOn: 'due {day}',
  },
});
