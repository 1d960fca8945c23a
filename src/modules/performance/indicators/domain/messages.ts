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
  },
  en: {
    'field.kind': 'Kind of indicator', 'field.better': 'Direction', 'field.unitOfMeasure': 'Unit of measure', 'field.places': 'Decimal places', 'field.reason': 'Why it was chosen',
    'field.definition': 'Explanation and definitions', 'field.scope': 'Scope of the evaluation', 'field.formula': 'Formula', 'field.baseline': 'Baseline (three years back)', 'field.yearly': 'Targets by year, as planned',
    'field.criteria': 'Criteria', 'field.sixMonths': 'Target of the six-month round', 'field.steps': 'Plan of twelve months', 'field.conditions': 'Conditions', 'field.method': 'How data is collected', 'field.sources': 'Sources and evidence',
    'field.supervisors': 'Who answers for it', 'field.collectors': 'Who collects the data',
    'kind.outcome': 'Outcome', 'kind.output': 'Output', 'kind.process': 'Process', 'better.more': 'More is better', 'better.less': 'Less is better',
    'text.year': 'The fiscal year of the line “{text}” cannot be read. Type for example 2563 | 80 | note', 'text.value': 'The line “{text}” has no value. Type for example 2563 | 80', 'text.day': '“{text}” is not a date. Type for example 31 Mar 2021, or - while it is open',
    'text.step': 'The line “{text}” does not say what is done. Type for example 31 Mar 2021 | write the draft | report', 'text.who': 'The line “{text}” names nobody',
  },
});
