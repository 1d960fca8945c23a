import { defineMessages } from '../../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    count: 'ส่งแล้ว {sent} จาก {all} ตัวชี้วัด', checkedCount: 'ตรวจแล้ว {n} จาก {all} ตัวชี้วัด', who: 'แสดง', 'who.all': 'ทุกตัวชี้วัด', 'who.wanted': 'ยังไม่ส่ง', 'who.submitted': 'รอตรวจ', 'who.approved': 'ตรวจแล้ว', 'who.late': 'ส่งหรือค้างหลังกำหนด', unit: 'หน่วยงาน', every: 'ทุกหน่วยงาน', shown: 'แสดง {n} จาก {all} ตัวชี้วัด',
    key: 'ที่', sentAt: 'ส่งเมื่อ', remark: 'ข้อสังเกต', reminded: 'เตือนแล้ว', times: '{n} ครั้ง', value: 'ผล', none: 'ไม่มีตัวชี้วัดตามที่เลือก', title: 'สถานะการส่ง',
    remind: 'เตือนที่เลือก', remindAll: 'เตือนทุกหน่วยที่ยังไม่ส่ง', approve: 'ตรวจแล้ว ล็อกที่เลือก', confirm: 'ยืนยันทั้งรอบ', confirmText: 'เมื่อยืนยันแล้ว ทุกตัวชี้วัดในรอบนี้ถูกล็อก ฝ่ายเลขานุการเปิดเองไม่ได้',
    reminded1: 'เตือนแล้ว {n} ตัวชี้วัด ถึง {people} คน', approvedN: 'ตรวจและล็อกแล้ว {n} ตัวชี้วัด', confirmed: 'ยืนยันทั้งรอบแล้ว', nothing: 'เลือกอย่างน้อยหนึ่งตัวชี้วัด', nobodyWanted: 'ไม่มีตัวชี้วัดที่ค้างส่ง', notSent: 'ตรวจได้เฉพาะที่ส่งแล้ว ตัวชี้วัดที่ {keys} ยังไม่ส่งหรือตรวจแล้ว', nobody: 'ไม่พบผู้รับเรื่องของหน่วยงานเหล่านี้',
    moveDue: 'เลื่อนวันครบกำหนด', f_dueOn: 'วันครบกำหนดใหม่', f_note: 'เหตุผล', f_sure: 'ใช้วันนี้ตามที่กำหนด', moved: 'เลื่อนวันครบกำหนดแล้ว', stale: 'มีผู้แก้รอบนี้พร้อมกับท่าน เปิดหน้านี้ใหม่', closedRound: 'รอบนี้ยืนยันแล้ว', join: 'นำตัวชี้วัดที่เพิ่มภายหลังเข้ารอบ', joined: 'นำเข้ารอบแล้ว {n} ตัวชี้วัด', late: 'วันครบกำหนดนี้: {what}', hasty: 'ตั้งแต่เปิดรอบถึงวันครบกำหนดมีวันทำการเต็มวัน {n} วัน',
    import: 'นำเข้าผลจาก Excel', file: 'สถานะการส่ง', closedAt: 'ผู้บริหารยืนยันทั้งรอบเมื่อ {when}', on: 'ตัวชี้วัดที่ {key}',
  },
  en: {
    count: '{sent} of {all} indicators sent', checkedCount: '{n} of {all} indicators checked', who: 'Show', 'who.all': 'All indicators', 'who.wanted': 'Not sent', 'who.submitted': 'To be checked', 'who.approved': 'Checked', 'who.late': 'Sent late or overdue', unit: 'Unit', every: 'All units', shown: '{n} of {all} indicators',
    key: 'No.', sentAt: 'Sent', remark: 'Remark', reminded: 'Reminded', times: '{n} times', value: 'Result', none: 'No indicator of this choice', title: 'Who has sent',
    remind: 'Remind these', remindAll: 'Remind all who have not sent', approve: 'Checked, lock these', confirm: 'Confirm the round', confirmText: 'Once confirmed, everything in this round is locked; the secretariat cannot open it by itself',
    reminded1: '{n} indicators reminded, {people} people told', approvedN: '{n} indicators checked and locked', confirmed: 'Round confirmed', nothing: 'Choose at least one indicator', nobodyWanted: 'Nothing is owed any more', notSent: 'Only what was sent can be checked: indicator {keys} is not sent, or checked already', nobody: 'Nobody was found to tell in these units',
    moveDue: 'Move the due day', f_dueOn: 'New due day', f_note: 'Reason', f_sure: 'Use this day as it is', moved: 'Due day moved', stale: 'Somebody else changed this round. Open this page again.', closedRound: 'This round is confirmed', join: 'Take in indicators that were added since', joined: '{n} indicators taken in', late: 'About this due day: {what}', hasty: 'Whole working days from opening to the due day: {n}',
    import: 'Bring in results from Excel', file: 'who-has-sent', closedAt: 'Confirmed as a whole by an executive {when}', on: 'Indicator {key}',
  },
});
