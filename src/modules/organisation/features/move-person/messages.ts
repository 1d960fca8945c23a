import { defineMessages } from '../../../../platform/words.ts';

export const m = defineMessages({
  th: {
    people: 'บุคลากร', moveTitle: 'ย้ายหรือแต่งตั้ง', leaveTitle: 'พ้นจากราชการ',
    now: 'ตำแหน่งหลักขณะนี้', noSeat: 'ยังไม่มีตำแหน่ง', position: 'ตำแหน่งใหม่ (ที่ว่าง)', main: 'ลักษณะ', mainYes: 'ตำแหน่งหลัก (สิ้นสุดตำแหน่งหลักเดิม)', mainNo: 'ตำแหน่งเพิ่ม (คงตำแหน่งเดิมไว้)',
    from: 'ตั้งแต่วันที่', orderNumber: 'คำสั่งที่', orderDate: 'ลงวันที่', successor: 'ผู้รับมอบงาน',
    successorHint: 'งานและร่างที่ค้างในชื่อของผู้ย้ายจะเปลี่ยนไปอยู่กับผู้รับมอบทันที งานของตำแหน่งอยู่กับตำแหน่งเดิม',
    waiting: 'งานที่ค้างในชื่อของบุคลากรท่านนี้', nothing: 'ไม่มีงานค้างในชื่อของบุคลากรท่านนี้', nobody: 'ไม่ต้องส่งมอบ', needed: 'มีงานค้างในชื่อ กรุณาเลือกผู้รับมอบงาน',
    self: 'ผู้รับมอบต้องเป็นผู้อื่น', gone: 'ผู้รับมอบต้องอยู่ในราชการ', move: 'บันทึกการย้าย', leave: 'บันทึกการพ้นราชการ', back: 'กลับ', lastDay: 'วันสุดท้ายในราชการ', reason: 'เหตุ',
    leaveNote: 'ตำแหน่ง การทำหน้าที่แทน และการเป็นกรรมการ สิ้นสุดในวันนั้น บัญชีผู้ใช้เข้าใช้ไม่ได้ตั้งแต่วันถัดไป ประวัติและลายมือชื่อในเอกสารยังอยู่',
    own: 'แต่งตั้งตนเองไม่ได้ กรุณาให้ผู้ดูแลอีกท่านเป็นผู้บันทึก', moved: 'บันทึกการย้ายแล้ว ส่งมอบงาน {n} เรื่อง', left: 'บันทึกการพ้นราชการแล้ว ส่งมอบงาน {n} เรื่อง',
  },
  en: {
    people: 'People', moveTitle: 'Move or appoint', leaveTitle: 'Leave service',
    now: 'Main position now', noSeat: 'No position yet', position: 'New position (vacant)', main: 'Kind', mainYes: 'Main position (ends the one before)', mainNo: 'Further position (keeps the one before)',
    from: 'From', orderNumber: 'Order number', orderDate: 'Dated', successor: 'Who takes over',
    successorHint: 'Tasks and drafts in this person’s name go to the other at once. What belongs to a position stays with it.',
    waiting: 'Waiting in this person’s name', nothing: 'Nothing waits in this person’s name', nobody: 'Nobody', needed: 'Work waits in this name: choose who takes over.',
    self: 'Somebody else must take over', gone: 'Who takes over must be in service', move: 'Record the move', leave: 'Record the leaving', back: 'Back', lastDay: 'Last day in service', reason: 'Reason',
    leaveNote: 'Positions, acting and committee seats end that day; the account closes the day after. History and signatures stay.',
    own: 'You cannot appoint yourself. Ask another administrator.', moved: 'The move is recorded; {n} things handed over', left: 'Recorded; {n} things handed over',
  },
});
