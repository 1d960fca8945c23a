import { defineMessages } from '../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    'typed.empty': 'กรุณากรอกค่า',
    'typed.not-a-number': 'กรุณากรอกเป็นตัวเลข เช่น 77 หรือ 77.5',
    'typed.bad-groups': 'ใช้เครื่องหมายจุลภาคคั่นหลักพันเท่านั้น ทศนิยมใช้จุด เช่น 77.5',
    'typed.too-precise': 'ใช้ทศนิยมได้ไม่เกิน 6 ตำแหน่ง',
    'typed.too-large': 'ตัวเลขยาวเกินไป',
    'typed.cost': 'ต้นทุนต่อหน่วยต้องมากกว่าศูนย์',
  },
  en: {
    'typed.empty': 'Enter a value',
    'typed.not-a-number': 'Enter a number, such as 77 or 77.5',
    'typed.bad-groups': 'Commas part thousands only; decimals have a point: 77.5',
    'typed.too-precise': 'At most 6 places behind the point',
    'typed.too-large': 'The number is too long',
    'typed.cost': 'What a unit costs is more than zero',
  },
});
