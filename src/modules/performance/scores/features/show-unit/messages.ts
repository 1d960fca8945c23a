import { defineMessages } from '../../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    none: 'หน่วยงานนี้ไม่มีตัวชี้วัดในปีงบประมาณ พ.ศ. {year}',
    noneText: 'ตัวชี้วัดของกรมกำหนดหน่วยงานผู้กำกับดูแล ผู้ดำเนินการ และผู้สนับสนุนไว้ในแบบรายละเอียดตัวชี้วัด',
    noUnit: 'ไม่พบหน่วยงานนี้',
    owner: 'ตัวชี้วัดที่กำกับดูแล', doer: 'ตัวชี้วัดที่เป็นผู้ดำเนินการ', support: 'ตัวชี้วัดที่สนับสนุน',
    share: 'ดูแลคะแนนถ่วงน้ำหนักรวม {weight} จาก {sum}',
    next: 'ก้าวถัดไปที่คุ้มที่สุดของหน่วยงาน: ตัวชี้วัด {key} ถึง {to} จะเพิ่มคะแนนรวมของกรม {gain}',
    all: 'ใบคะแนนทั้งกรม',
  },
  en: {
    none: 'This unit has no indicator in fiscal year {year}',
    noneText: 'The form of an indicator names the units that own, do and support it',
    noUnit: 'There is no such unit',
    owner: 'Indicators that it owns', doer: 'Indicators that it carries out', support: 'Indicators that it supports',
    share: 'Answers for weights of {weight} of {sum}',
    next: 'Best next step of the unit: indicator {key} at {to} adds {gain} to the total of the department',
    all: 'Score sheet of the department',
  },
});
