import { defineMessages } from '../../../../platform/words.ts';

export const messages = defineMessages({
  th: {
    sub: 'หนังสือที่ไม่มีผู้รับช่วง เพราะตำแหน่งว่าง คำสั่งรักษาราชการแทนสิ้นสุด หรือหน่วยงานถูกยุบ',
    none: 'ไม่มีหนังสือที่ต้องจัดเส้นทางใหม่',
    noneText: 'ระบบตรวจทุกวันทำการก่อนเปิดทำการ',
    reason: 'เหตุ',
    since: 'พักไว้เมื่อ',
    to: 'ส่งต่อไปที่',
    position: 'เสนอต่อ',
    unit: 'มอบหน่วยงาน',
    reroute: 'เสนอ',
    rerouteUnit: 'มอบ',
    done: 'จัดเส้นทางใหม่แล้ว',
  },
  en: {
    sub: 'Letters that nobody answers for: the post is empty, an acting order ended, or the unit is gone',
    none: 'No letter needs another route',
    noneText: 'The house looks each day before the office opens.',
    reason: 'Why',
    since: 'Set aside',
    to: 'Send it to',
    position: 'Propose to',
    unit: 'Assign to',
    reroute: 'Propose',
    rerouteUnit: 'Assign',
    done: 'Re-routed',
  },
});
