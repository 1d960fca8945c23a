import { defineMessages } from '../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    title: 'แบบร่างของหน่วยงาน', name: 'ชื่อแบบร่าง', form: 'แบบหนังสือ', owner: 'ใช้ได้', forAll: 'ทุกหน่วยงาน', ours: 'หน่วยงาน', used: 'ใช้แล้ว (ครั้ง)', changed: 'แก้ไขล่าสุด', use: 'ใช้', retire: 'เลิกใช้',
    none: 'ยังไม่มีแบบร่าง', noneText: 'เปิดร่างหนังสือที่ใช้บ่อย แล้วบันทึกเป็นแบบร่างจากหน้าตรวจก่อนออก', save: 'บันทึกเป็นแบบร่างของหน่วยงาน', saved: 'บันทึกแบบร่างแล้ว', retired: 'เลิกใช้แบบร่างแล้ว',
    taken: 'หน่วยงานมีแบบร่างชื่อนี้แล้ว กรุณาตั้งชื่ออื่น', secret: 'ร่างหนังสือลับบันทึกเป็นแบบร่างไม่ได้',
  },
  en: {
    title: 'Templates of the unit', name: 'Name of the template', form: 'Form', owner: 'For', forAll: 'All units', ours: 'The unit', used: 'Times used', changed: 'Last changed', use: 'Use', retire: 'Retire',
    none: 'No template yet', noneText: 'Open a draft that is written often and save it as a template from its check page.', save: 'Save as a template of the unit', saved: 'The template is saved', retired: 'The template is retired',
    taken: 'The unit has a template of this name. Please choose another name.', secret: 'A secret draft cannot become a template',
  },
});
