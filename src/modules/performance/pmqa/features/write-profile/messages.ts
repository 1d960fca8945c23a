import { defineMessages } from '../../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    title: 'หมวด 0 ลักษณะสำคัญขององค์การ',
    sub: 'ห้าส่วนที่บอกว่ากรมเป็นใคร ทำงานกับใคร และแข่งกับอะไร ต้องครบก่อนส่งใบสมัคร',
    empty: 'ยังไม่ได้กรอก',
    edit: 'กรอกหรือแก้ไข',
    text: 'เนื้อหา',
    asks: 'ควรบอก: {what}',
    'act.saved': 'กรอกหมวด 0 ของการประเมิน PMQA 4.0',
  },
  en: {
    title: 'Category 0: profile of the organisation',
    sub: 'Five sections that say who the department is, with whom it works and against what; all are needed before the application is sent',
    empty: 'Not filled in yet',
    edit: 'Fill in or change',
    text: 'Text',
    asks: 'It should tell: {what}',
    'act.saved': 'Filled in category 0 of a PMQA 4.0 assessment',
  },
});
