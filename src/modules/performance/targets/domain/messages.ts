import { defineMessages } from '../../../../platform/words.ts';

/** What checking a proposal finds, beyond the rules that the whole module shares. */
export const messages = defineMessages({
  th: {
    'number.empty': 'กรุณากรอกตัวเลข',
    'number.not-a-number': 'ต้องเป็นตัวเลข เช่น 75 หรือ 77.5',
    'number.bad-groups': 'จุลภาคคั่นหลักพันไม่ถูกที่ ทศนิยมใช้จุด เช่น 77.5',
    'number.too-precise': 'มีทศนิยมได้ไม่เกิน 6 ตำแหน่ง',
    'number.too-large': 'ตัวเลขใหญ่เกินไป',
    'find.weightOver': 'น้ำหนัก {weight} มากกว่าน้ำหนักทั้งหมด {sum}',
    'find.lower': 'ค่าเป้าหมายสูงสุด {target} ต่ำกว่าผลปีงบประมาณ พ.ศ. {year} ที่ทำได้ {reached}',
    'find.lowerSteps': 'ค่าเป้าหมายสูงสุดอยู่ที่ขั้น {target} ต่ำกว่าผลปีงบประมาณ พ.ศ. {year} ที่ดำเนินการขั้นที่ {steps} แล้ว',
  },
  en: {
    'number.empty': 'Enter a number',
    'number.not-a-number': 'This must be a number, such as 75 or 77.5',
    'number.bad-groups': 'Commas part thousands; decimals follow a point, as in 77.5',
    'number.too-precise': 'At most 6 places after the point',
    'number.too-large': 'This number is too large',
    'find.weightOver': 'The weight {weight} is more than all weights together, {sum}',
    'find.lower': 'The best target {target} lies below the result of fiscal year {year}, {reached}',
    'find.lowerSteps': 'The best target is step {target}, less than in fiscal year {year}, when steps {steps} were done',
  },
});
