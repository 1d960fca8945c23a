import { defineMessages } from '../../../../platform/words.ts';

/** Names of the fields of the official form, and words for a cell that cannot be read. */
export const messages = defineMessages({
  th: {
    'field.kind': 'ประเภทตัวชี้วัด', 'field.better': 'ทิศทาง', 'field.unitOfMeasure': 'หน่วยวัด', 'field.places': 'ทศนิยมของค่า', 'field.reason': 'เหตุผลที่เลือกเป็นตัวชี้วัด',
    'field.definition': 'คำอธิบายและนิยาม', 'field.scope': 'ขอบเขตการประเมิน', 'field.formula': 'สูตรหรือวิธีคำนวณ', 'field.baseline': 'ข้อมูลพื้นฐาน (ผลย้อนหลัง 3 ปี)', 'field.yearly': 'ค่าเป้าหมายรายปีตามแผน',
    'field.criteria': 'เกณฑ์การประเมิน', 'field.sixMonths': 'เป้าหมายรอบ 6 เดือน', 'field.steps': 'แผนดำเนินการ 12 เดือน', 'field.conditions': 'เงื่อนไข', 'field.method': 'วิธีเก็บข้อมูล', 'field.sources': 'แหล่งข้อมูลและหลักฐาน',
    'field.supervisors': 'ผู้กำกับดูแลตัวชี้วัด', 'field.collectors': 'ผู้จัดเก็บข้อมูล',
    'kind.outcome': 'ผลลัพธ์', 'kind.output': 'ผลผลิต', 'kind.process': 'ขั้นตอนการดำเนินงาน', 'better.more': 'ยิ่งมากยิ่งดี', 'better.less': 'ยิ่งน้อยยิ่งดี',
    'text.year': 'อ่านปีงบประมาณของบรรทัด “{text}” ไม่ได้ พิมพ์เช่น 2563 | 80 | หมายเหตุ', 'text.value': 'บรรทัด “{text}” ไม่มีค่า พิมพ์เช่น 2563 | 80', 'text.day': 'อ่านวันที่ “{text}” ไม่ได้ พิมพ์เช่น 31 มี.ค. 2564 หรือใส่ - ถ้ายังไม่กำหนด',
    'text.step': 'บรรทัด “{text}” ไม่มีรายละเอียดขั้นตอน พิมพ์เช่น 31 มี.ค. 2564 | จัดทำร่าง | รายงาน', 'text.who': 'บรรทัด “{text}” ไม่มีชื่อผู้รับผิดชอบ',
    'shown.due': 'ภายใน {day}', 'shown.phone': 'โทร. {phone}',
    'column.key': 'ลำดับ', 'column.name': 'ชื่อตัวชี้วัด', 'about.key': 'ลำดับของตัวชี้วัดในปีนี้ เช่น 3.1', 'about.name': 'ชื่อตามตารางของปี แก้ที่ตารางตัวชี้วัด', 'about.text': 'ข้อความของช่องนี้ในแบบ', 'about.kind': 'ผลลัพธ์ ผลผลิต หรือขั้นตอนการดำเนินงาน', 'about.better': 'ค่ายิ่งมากหรือยิ่งน้อยจึงดี', 'about.places': 'จำนวนทศนิยมของค่า 0 ถึง 6', 'about.unitOfMeasure': 'เช่น ร้อยละ ขั้น คะแนน',
    'about.criteria': 'บรรทัดละระดับ จากต่ำไปสูง เช่น 1. ผลสำรวจร้อยละ 70', 'about.baseline': 'บรรทัดละปี: ปีงบประมาณ | ผล | หมายเหตุ', 'about.yearly': 'บรรทัดละปี: ปีงบประมาณ | ค่าเป้าหมาย | ตามแผน', 'about.steps': 'บรรทัดละขั้น: วันแล้วเสร็จ | ขั้นตอน | หลักฐาน ใส่ - ถ้ายังไม่กำหนดวัน', 'about.supervisors': 'บรรทัดละคน: ชื่อหรือตำแหน่ง | โทรศัพท์', 'about.collectors': 'บรรทัดละคน: ชื่อหรือตำแหน่ง | โทรศัพท์',
  },
  en: {
    'field.kind': 'Kind of indicator', 'field.better': 'Direction', 'field.unitOfMeasure': 'Unit of measure', 'field.places': 'Decimal places', 'field.reason': 'Why it was chosen',
    'field.definition': 'Explanation and definitions', 'field.scope': 'Scope of the evaluation', 'field.formula': 'Formula', 'field.baseline': 'Baseline (three years back)', 'field.yearly': 'Targets by year, as planned',
    'field.criteria': 'Criteria', 'field.sixMonths': 'Target of the six-month round', 'field.steps': 'Plan of twelve months', 'field.conditions': 'Conditions', 'field.method': 'How data is collected', 'field.sources': 'Sources and evidence',
    'field.supervisors': 'Who answers for it', 'field.collectors': 'Who collects the data',
    'kind.outcome': 'Outcome', 'kind.output': 'Output', 'kind.process': 'Process', 'better.more': 'More is better', 'better.less': 'Less is better',
    'text.year': 'The fiscal year of the line “{text}” cannot be read. Type for example 2563 | 80 | note', 'text.value': 'The line “{text}” has no value. Type for example 2563 | 80', 'text.day': '“{text}” is not a date. Type for example 31 Mar 2021, or - while it is open',
    'text.step': 'The line “{text}” does not say what is done. Type for example 31 Mar 2021 | write the draft | report', 'text.who': 'The line “{text}” names nobody',
    'shown.due': 'by {day}', 'shown.phone': 'tel. {phone}',
    'column.key': 'No.', 'column.name': 'Name', 'about.key': 'Number of the indicator in this year, such as 3.1', 'about.name': 'As on the sheet, where it is changed', 'about.text': 'The words of this field', 'about.kind': 'Outcome, output or process', 'about.better': 'Whether more or less is better', 'about.places': 'Decimal places, 0 to 6', 'about.unitOfMeasure': 'Such as per cent, steps, points',
    'about.criteria': 'One line a level, lowest first', 'about.baseline': 'One line a year: fiscal year | result | note', 'about.yearly': 'One line a year: fiscal year | target | plan', 'about.steps': 'One line a step: day | step | evidence; - while the day is open', 'about.supervisors': 'One line each: name or post | telephone', 'about.collectors': 'One line each: name or post | telephone',
  },
});
