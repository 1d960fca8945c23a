// Words that several screens of meetings share. Words of one screen stand beside it, in its feature.
import { defineMessages } from '../../platform/words.ts';
import type { Words } from '../../platform/words.ts';
import type { MeetingState, MeetingStep } from './domain/meeting-state.ts';
import type { ResolutionKind, SectionKind } from './domain/minutes-document.ts';

export const messages = defineMessages({
  th: {
    meetings: 'การประชุม',
    meeting: 'การประชุม',
    numberOfYear: 'ครั้งที่ {number}/{year}',
    openPoints: 'เรื่องที่ยังไม่ได้ข้อยุติ',
    committee: 'คณะ',
    date: 'วันประชุม',
    time: 'เวลา',
    place: 'สถานที่',
    link: 'ลิงก์ประชุมทางไกล',
    state: 'สถานะ',
    agenda: 'ระเบียบวาระ',
    minutes: 'รายงานการประชุม',
    attendance: 'ผู้มาประชุม',
    papers: 'เอกสารประกอบ',
    save: 'บันทึก',
    back: 'กลับไปหน้าการประชุม',
    cancel: 'ไม่ทำ',
    reason: 'เหตุผล',
    notNow: 'ทำขั้นนี้ไม่ได้ในสถานะปัจจุบันของการประชุม',
    noCommittee: 'ไม่พบคณะนี้ หรือคำสั่งแต่งตั้งสิ้นสุดแล้ว',
    notSecretariat: 'เฉพาะฝ่ายเลขานุการของคณะนี้เท่านั้นที่ทำได้',
    draft: 'ร่าง',
  },
  en: {
    meetings: 'Meetings',
    meeting: 'Meeting',
    numberOfYear: 'No. {number}/{year}',
    openPoints: 'Open points',
    committee: 'Committee',
    date: 'Date',
    time: 'Time',
    place: 'Place',
    link: 'Video link',
    state: 'State',
    agenda: 'Agenda',
    minutes: 'Minutes',
    attendance: 'Attendance',
    papers: 'Papers',
    save: 'Save',
    back: 'Back to the meeting',
    cancel: 'Do not',
    reason: 'Reason',
    notNow: 'This step cannot be taken in the present state of the meeting',
    noCommittee: 'There is no such committee, or its order has ended',
    notSecretariat: 'Only the secretariat of this committee may do this',
    draft: 'Draft',
  },
});

export const stateWords: Readonly<Record<MeetingState, Words>> = {
  planned: { th: 'วางแผนไว้', en: 'Planned' },
  invited: { th: 'เชิญแล้ว', en: 'Invited' },
  held: { th: 'ประชุมแล้ว กำลังทำรายงาน', en: 'Held, minutes being written' },
  'minutes-drafted': { th: 'ผู้จดลงนามแล้ว รอผู้ตรวจ', en: 'Signed by the drafter' },
  'minutes-checked': { th: 'ตรวจแล้ว รอเวียน', en: 'Checked, ready to circulate' },
  circulated: { th: 'เวียนรับรอง', en: 'Circulated for certification' },
  certified: { th: 'รับรองแล้ว', en: 'Certified' },
  cancelled: { th: 'ยกเลิก', en: 'Cancelled' },
};

/** Shape of each state on screen. */
export const stateMarks = {
  planned: 'wait', invited: 'wait', held: 'going', 'minutes-drafted': 'going', 'minutes-checked': 'going', circulated: 'going', certified: 'done', cancelled: 'void',
} as const satisfies Record<MeetingState, string>;

export const stepWords: Readonly<Record<MeetingStep, Words>> = {
  edit: { th: 'แก้รายละเอียด', en: 'Edit details' },
  postpone: { th: 'เลื่อนการประชุม', en: 'Postpone' },
  cancel: { th: 'ยกเลิกการประชุม', en: 'Cancel the meeting' },
  'change-agenda': { th: 'จัดระเบียบวาระ', en: 'Edit the agenda' },
  'change-guests': { th: 'จัดรายชื่อผู้รับเชิญ', en: 'Edit the guest list' },
  invite: { th: 'ออกหนังสือเชิญประชุม', en: 'Send the invitation' },
  'record-attendance': { th: 'บันทึกผู้มาประชุม', en: 'Record attendance' },
  'write-minutes': { th: 'เขียนรายงานการประชุม', en: 'Write the minutes' },
  'sign-drafter': { th: 'ลงนามผู้จดรายงาน', en: 'Sign as drafter' },
  'sign-checker': { th: 'ตรวจและลงนาม', en: 'Check and sign' },
  'undo-signature': { th: 'ถอนลายมือชื่อ', en: 'Take a signature back' },
  circulate: { th: 'เวียนขอให้รับรอง', en: 'Circulate for certification' },
  'certify-in-meeting': { th: 'รับรองในที่ประชุม', en: 'Certify in a meeting' },
};

export const sectionWords: Readonly<Record<SectionKind, Words>> = {
  'chair-informs': { th: 'เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ', en: 'The chair informs the meeting' },
  'adopt-previous': { th: 'เรื่องรับรองรายงานการประชุม', en: 'Minutes of the last meeting' },
  'matters-arising': { th: 'เรื่องสืบเนื่อง', en: 'Matters arising' },
  'for-information': { th: 'เรื่องเพื่อทราบ', en: 'For information' },
  'for-consideration': { th: 'เรื่องเพื่อพิจารณา', en: 'For consideration' },
  other: { th: 'เรื่องอื่น ๆ', en: 'Other matters' },
};

export const resolutionKindWords: Readonly<Record<ResolutionKind, Words>> = {
  acknowledge: { th: 'รับทราบ', en: 'Acknowledged' },
  agree: { th: 'เห็นชอบ', en: 'Agreed' },
  approve: { th: 'อนุมัติ', en: 'Approved' },
  adopt: { th: 'รับรอง', en: 'Adopted' },
  assign: { th: 'มอบหมาย', en: 'Assigned' },
  postpone: { th: 'เลื่อนการพิจารณา', en: 'Postponed' },
  reject: { th: 'ไม่เห็นชอบ', en: 'Not agreed' },
  other: { th: 'อื่น ๆ', en: 'Other' },
};
