import { defineMessages } from '../../../../platform/words.ts';

export const m = defineMessages({
  th: {
    people: 'บุคลากร', title: 'เลขประจำตัวประชาชน', label: 'เลขประจำตัวประชาชน', hint: '13 หลัก เว้นวรรคหรือมีขีดได้',
    why: 'ใช้หาชื่อของบุคลากรเมื่อเข้าสู่ระบบครั้งแรกผ่านผู้ให้บริการที่ส่งเลขนี้มา เช่น ThaID เท่านั้น ระบบไม่เก็บเลขนี้ไว้ เก็บเพียงค่าที่ย้อนกลับเป็นเลขไม่ได้ กับสามหลักท้ายเพื่อให้ตรวจว่าบันทึกถูกคน',
    kept: 'บันทึกไว้แล้ว ลงท้ายด้วย {digits}', none: 'ยังไม่ได้บันทึก', save: 'บันทึก', remove: 'ลบเลขนี้', back: 'กลับ', saved: 'บันทึกเลขประจำตัวประชาชนแล้ว', removed: 'ลบเลขประจำตัวประชาชนแล้ว',
    wrong: 'เลขประจำตัวประชาชนไม่ถูกต้อง กรุณาตรวจทั้ง 13 หลัก', taken: 'เลขนี้บันทึกไว้กับบุคลากรอีกท่านหนึ่งแล้ว กรุณาตรวจสอบ',
  },
  en: {
    people: 'People', title: 'National ID', label: 'National ID', hint: '13 digits, with or without dashes',
    why: 'It only finds a person at the first sign-in at a provider that sends this number, such as ThaID. The number itself is not kept: only a value that cannot be turned back into it, and the last three digits, so that one can see that it is the right person’s.',
    kept: 'One is kept that ends in {digits}', none: 'None is kept', save: 'Save', remove: 'Remove it', back: 'Back', saved: 'The national ID is saved', removed: 'The national ID is removed',
    wrong: 'This is no national ID. Please check all 13 digits.', taken: 'This number is kept for somebody else already. Please check it.',
  },
});
