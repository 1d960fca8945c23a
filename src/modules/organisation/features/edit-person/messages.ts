import { defineMessages } from '../../../../platform/words.ts';

export const m = defineMessages({
  th: {
    people: 'บุคลากร', newTitle: 'เพิ่มบุคลากร', editTitle: 'แก้ไขข้อมูลบุคลากร', title: 'คำนำหน้า', titleHint: 'นาย นาง นางสาว หรือยศ', given: 'ชื่อ', family: 'นามสกุล',
    givenEn: 'ชื่อ (อังกฤษ)', familyEn: 'นามสกุล (อังกฤษ)', email: 'อีเมล', phone: 'โทรศัพท์', create: 'เพิ่มบุคลากร', save: 'บันทึก', nationalId: 'เลขประจำตัวประชาชนสำหรับเข้าสู่ระบบผ่าน ThaID', back: 'กลับ',
    created: 'เพิ่มบุคลากรแล้ว ขั้นต่อไปคือแต่งตั้งตำแหน่ง', saved: 'บันทึกแล้ว',
  },
  en: {
    people: 'People', newTitle: 'Add a person', editTitle: 'Edit a person', title: 'Title', titleHint: 'In Thai: นาย, นาง, นางสาว or a rank', given: 'Given name', family: 'Family name',
    givenEn: 'Given name in English', familyEn: 'Family name in English', email: 'E-mail', phone: 'Telephone', create: 'Add the person', save: 'Save', nationalId: 'National ID, for signing in at a provider such as ThaID', back: 'Back',
    created: 'The person is added; next, appoint to a position', saved: 'Saved',
  },
});
