import { defineMessages } from '../../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    sub: 'รอบการเก็บแบบและผลตัวชี้วัดของปี ใครส่งแล้ว ใครยังไม่ส่ง', open: 'เปิดรอบ', openSub: 'เปิดรอบแล้วหน่วยกำกับทุกตัวชี้วัดจะได้รับแจ้ง',
    none: 'ยังไม่ได้เปิดรอบใด', noneText: 'ฝ่ายเลขานุการเปิดรอบพร้อมวันครบกำหนด แล้วระบบแจ้งหน่วยกำกับทุกหน่วย', nextRounds: 'รอบถัดไปตามกรอบการประเมิน: {rounds}',
    round: 'รอบ', due: 'ครบกำหนด', sent: 'ส่งแล้ว', checked: 'ตรวจแล้ว', of: '{n} จาก {all}', openedAt: 'เปิดเมื่อ', closed: 'ยืนยันทั้งรอบเมื่อ {when}', running: 'กำลังเก็บ', lateN: 'ค้าง {n} ตัวชี้วัด',
    f_round: 'รอบ', f_dueOn: 'วันครบกำหนด', f_dueOnHint: 'พิมพ์เช่น 26 ต.ค. 2563', f_note: 'ข้อความถึงหน่วยกำกับ', f_sure: 'ใช้วันนี้ตามที่กำหนด', done: 'เปิดรอบแล้ว แจ้งหน่วยกำกับแล้ว', taken: 'รอบนี้เปิดไว้แล้ว', noLines: 'ยังไม่มีตัวชี้วัดในปีนี้',
    'flaw.past': 'วันครบกำหนดผ่านไปแล้ว', 'flaw.closed': 'วันครบกำหนดเป็นวันหยุดราชการ', 'flaw.hasty': 'มีวันทำการเต็มวันระหว่างวันนี้กับวันครบกำหนด 0 วัน', suggest: 'วันแรกที่มีวันทำการเต็ม 5 วันคือ {day}', sureAsk: 'ถ้าต้องใช้วันนี้จริง ให้ทำเครื่องหมาย “ใช้วันนี้ตามที่กำหนด”',
    month: 'ผลรอบ {month} เดือน', years: 'ปีงบประมาณ', mine: 'ตัวชี้วัดของหน่วยงานท่าน', state: 'สถานะ',
  },
  en: {
    sub: 'Rounds of forms and results of the year: who has sent, and who has not', open: 'Open a round', openSub: 'Every owner is told when a round is opened',
    none: 'No round is open yet', noneText: 'The secretariat opens one with a due day, and all owners are told', nextRounds: 'Next rounds of the framework: {rounds}',
    round: 'Round', due: 'Due', sent: 'Sent', checked: 'Checked', of: '{n} of {all}', openedAt: 'Opened', closed: 'Confirmed as a whole {when}', running: 'Collecting', lateN: '{n} overdue',
    f_round: 'Round', f_dueOn: 'Due day', f_dueOnHint: 'Type for example 26 Oct 2020', f_note: 'Message to the owners', f_sure: 'Use this day as it is', done: 'Round opened; the owners are told', taken: 'This round is open already', noLines: 'This year has no indicators yet',
    'flaw.past': 'The due day is over', 'flaw.closed': 'The office is closed on the due day', 'flaw.hasty': 'There are 0 whole working days between today and the due day', suggest: 'The first day with 5 whole working days is {day}', sureAsk: 'If it must be this day, tick “use this day as it is”.',
    month: 'Results after {month} months', years: 'Fiscal year', mine: 'Indicators of your unit', state: 'State',
  },
});
