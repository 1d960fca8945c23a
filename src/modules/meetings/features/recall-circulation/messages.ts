import { defineMessages } from '../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    title: 'เรียกคืนบันทึกเวียน',
    text: 'ผู้รับทุกรายได้รับแจ้งพร้อมเหตุผล คำตอบที่ได้รับแล้วเก็บไว้เป็นหลักฐานแต่ไม่มีผล และเวียนใหม่ได้ทันที บันทึกฉบับใหม่จะอ้างถึงฉบับนี้',
    answered: 'มีผู้ตอบแล้ว {n} ราย',
    reason: 'เหตุผล',
    submit: 'เรียกคืน',
    done: 'เรียกคืนบันทึกที่ {number} แล้ว เวียนใหม่ได้',
    notRunning: 'การเวียนนี้ปิดแล้ว เรียกคืนไม่ได้',
  },
  en: {
    title: 'Withdraw the circular',
    text: 'Every addressee is told, with the reason. Answers received are kept as a record without effect. The minutes can go out again at once; the new memo names this one',
    answered: '{n} have answered',
    reason: 'Reason',
    submit: 'Withdraw',
    done: '{number} is withdrawn. The minutes can be circulated again',
    notRunning: 'This circulation is closed and cannot be withdrawn',
  },
});
