import { defineMessages } from '../../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    title: 'ตัวชี้วัดปีงบประมาณ พ.ศ. {year}', add: 'เพิ่มตัวชี้วัด', copy: 'คัดลอกจากปีก่อน', weights: 'น้ำหนัก', saveWeights: 'บันทึกน้ำหนัก', weightsSaved: 'บันทึกน้ำหนักแล้ว', weightOf: 'น้ำหนักของตัวชี้วัดที่ {key}',
    owners: 'หน่วยงานกำกับ', formState: 'แบบ', 'form.none': 'ยังไม่กรอก', 'form.part': 'ยังขาด {n} ช่อง', 'form.whole': 'ครบ', sum: 'รวม', of: 'รวม {got} จาก {wanted}', order: 'ลำดับ', up: 'เลื่อนขึ้น', down: 'เลื่อนลง', edit: 'แก้ไข',
    findings: 'ตรวจตามกรอบ', findingsNote: 'ตรวจทุกครั้งที่บันทึก', statements: 'คำชี้แจง', statement: 'คำชี้แจงกรณีไม่มี{tag}', statementHint: 'กรอกเมื่อไม่มีตัวชี้วัดตามแนวทางนี้ เช่น สำนักงาน ก.พ.ร. ตรวจสอบแล้วว่าไม่มี', saveStatements: 'บันทึกคำชี้แจง', statementsSaved: 'บันทึกคำชี้แจงแล้ว',
    repair: 'แก้เป็น {value}', repaired: 'แก้น้ำหนักแล้ว', moved: 'เลื่อนลำดับแล้ว', noMove: 'เลื่อนต่อไม่ได้', none: 'ยังไม่มีตัวชี้วัดในปีนี้', noneText: 'เพิ่มทีละตัว หรือคัดลอกจากปีก่อน', notNumber: 'น้ำหนักต้องเป็นตัวเลข เช่น 15 หรือ ๑๕', stale: 'มีผู้แก้ตัวชี้วัดนี้ไปก่อน ค่าล่าสุดคือ {value}',
    framework: 'กรอบที่ใช้', exportXlsx: 'แบบทุกตัวเป็น Excel', importXlsx: 'นำเข้าแบบจาก Excel', projects: 'โครงการและงบประมาณ', final: 'น้ำหนักกำหนดแล้ว', flags: 'หน่วยงานแจ้งว่าทำไม่ได้ รอคำตอบ', flagLine: '{unit} ตัวชี้วัดที่ {key}: {what}', file: 'แบบรายละเอียดตัวชี้วัด', subKeeper: 'ร่าง แก้ น้ำหนัก และคำชี้แจง ทำได้ที่หน้านี้', state: 'สถานะ',
  },
  en: {
    title: 'Indicators of fiscal year {year}', add: 'Add an indicator', copy: 'Copy from the year before', weights: 'Weights', saveWeights: 'Save weights', weightsSaved: 'The weights are saved', weightOf: 'Weight of indicator {key}',
    owners: 'Owning units', formState: 'Form', 'form.none': 'Empty', 'form.part': '{n} fields open', 'form.whole': 'Complete', sum: 'Sum', of: '{got} of {wanted}', order: 'Order', up: 'Up', down: 'Down', edit: 'Change',
    findings: 'Checked against the framework', findingsNote: 'Checked at each saving', statements: 'Statements', statement: 'Statement without: {tag}', statementHint: 'Where there is no indicator of this guideline, say why', saveStatements: 'Save statements', statementsSaved: 'The statements are saved',
    repair: 'Make it {value}', repaired: 'The weight is put right', moved: 'The order is changed', noMove: 'It cannot go further', none: 'No indicator in this year yet', noneText: 'Add them one by one, or copy those of the year before', notNumber: 'A weight is a number, such as 15', stale: 'Somebody changed this indicator before you: it is {value} now',
    framework: 'Framework', exportXlsx: 'All forms as Excel', importXlsx: 'Bring in forms from Excel', projects: 'Projects and budget', final: 'Weight settled', flags: 'A unit says it cannot do it; waits for an answer', flagLine: '{unit}, indicator {key}: {what}', file: 'indicator-forms', subKeeper: 'Draw up lines, weights and statements here', state: 'State',
  },
});
