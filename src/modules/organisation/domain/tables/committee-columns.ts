import { committeeKindNames, committeeRoleNames } from '../committee-words.ts';
import { idColumn, type OfficeColumn } from './rows.ts';

const quorumKinds = {
  majority: { th: 'กึ่งหนึ่ง', en: 'Half of all' },
  fraction: { th: 'สัดส่วน', en: 'Fraction' },
  number: { th: 'จำนวน', en: 'Number' },
};

/** What tells of the committee itself; repeated on each row of its seats, or left empty below the first. */
export const committeeOnly: readonly OfficeColumn[] = [
  { code: 'committee_id', kind: 'integer', own: true, width: 10, head: { th: 'เลขคณะในระบบ', en: 'Committee number in Krom' }, about: { th: 'ระบบให้ไว้ ห้ามแก้ คณะใหม่ให้เว้นว่าง', en: 'Given by the system, not to be changed; empty for a new committee' } },
  { code: 'committee_kind', kind: 'choice', choices: committeeKindNames, own: true, filled: false, head: { th: 'ชนิดคณะ', en: 'Kind of committee' }, about: { th: 'คณะกรรมการ คณะอนุกรรมการ หรือคณะทำงาน', en: 'Committee, subcommittee or working group' } },
  { code: 'committee', kind: 'text', min: 2, max: 500, own: true, needed: true, width: 48, aliases: ['ชื่อคณะกรรมการ', 'คณะกรรมการ', 'คณะทำงาน'], head: { th: 'ชื่อคณะ', en: 'Committee' }, about: { th: 'ชื่อเต็มตามคำสั่ง', en: 'Full name as in the order' } },
  { code: 'committee_en', kind: 'text', max: 500, own: true, width: 36, head: { th: 'ชื่อคณะภาษาอังกฤษ', en: 'Committee in English' }, about: { th: 'ชื่อภาษาอังกฤษ', en: 'Name in English' } },
  { code: 'short_name', kind: 'text', max: 100, own: true, head: { th: 'ชื่อย่อ', en: 'Short name' }, about: { th: 'ชื่อที่ใช้เรียกในรายการ', en: 'Name used in lists' } },
  { code: 'order_number', kind: 'text', max: 60, own: true, needed: true, width: 14, aliases: ['คำสั่งเลขที่', 'คำสั่งที่'], head: { th: 'เลขที่คำสั่ง', en: 'Order number' }, about: { th: 'คำสั่งแต่งตั้งคณะ เช่น 1353/2563', en: 'Order that made the committee, such as 1353/2563' } },
  { code: 'order_date', kind: 'date', own: true, head: { th: 'วันที่คำสั่ง', en: 'Order date' }, about: { th: 'วันที่ลงในคำสั่ง', en: 'Date of the order' } },
  { code: 'duties', kind: 'lines', max: 20_000, own: true, head: { th: 'หน้าที่และอำนาจ', en: 'Duties' }, about: { th: 'ตามคำสั่ง ขึ้นบรรทัดใหม่ได้', en: 'As in the order' } },
  { code: 'quorum_kind', kind: 'choice', choices: quorumKinds, own: true, width: 12, head: { th: 'องค์ประชุม', en: 'Quorum' }, about: { th: 'กึ่งหนึ่ง สัดส่วน (ก ใน ข) หรือจำนวน (ก คน)', en: 'Half of all, a fraction (a of b), or a number (a)' } },
  { code: 'quorum_a', kind: 'integer', min: 1, max: 1000, own: true, head: { th: 'องค์ประชุม ก', en: 'Quorum a' }, about: { th: 'จำนวนคน หรือตัวเศษของสัดส่วน', en: 'The number, or the upper part of the fraction' } },
  { code: 'quorum_b', kind: 'integer', min: 1, max: 1000, own: true, head: { th: 'องค์ประชุม ข', en: 'Quorum b' }, about: { th: 'ตัวส่วนของสัดส่วน', en: 'The lower part of the fraction' } },
  { code: 'quorum_needs_chair', kind: 'yes-no', own: true, head: { th: 'ต้องมีประธาน', en: 'Chair needed' }, about: { th: 'องค์ประชุมต้องมีประธานหรือรองประธาน', en: 'The chair or vice-chair must be present' } },
  { code: 'quorum_counts_representatives', kind: 'yes-no', own: true, head: { th: 'นับผู้แทน', en: 'Representatives count' }, about: { th: 'นับผู้แทนเป็นองค์ประชุม', en: 'Representatives count towards the quorum' } },
  { code: 'secretariat', kind: 'text', own: true, width: 18, aliases: ['ฝ่ายเลขานุการ'], head: { th: 'หน่วยงานเลขานุการ', en: 'Secretariat' }, about: { th: 'หน่วยงานที่เก็บงานของคณะ', en: 'Unit that keeps its papers' } },
  { code: 'valid_from', kind: 'date', own: true, head: { th: 'คณะมีผลตั้งแต่', en: 'Committee from' }, about: { th: 'วันแรกของคณะ เว้นว่างคือวันที่คำสั่ง', en: 'First day of the committee; empty means the date of the order' } },
  { code: 'valid_to', kind: 'date', own: true, head: { th: 'คณะมีผลถึง', en: 'Committee until' }, about: { th: 'วันสุดท้าย กรอกเพื่อสิ้นสุดคณะ', en: 'Last day; fill it in to dissolve the committee' } },
];

export const committeeColumns: readonly OfficeColumn[] = [
  { ...idColumn, head: { th: 'เลขที่นั่งในระบบ', en: 'Seat number in Krom' } },
  ...committeeOnly,
  { code: 'role', kind: 'choice', choices: committeeRoleNames, own: true, width: 18, aliases: ['ตำแหน่งในคณะ', 'หน้าที่ในคณะ'], head: { th: 'ฐานะในคณะ', en: 'Role' }, about: { th: 'ประธาน รองประธาน กรรมการ เลขานุการ หรือผู้ช่วยเลขานุการ', en: 'Chair, vice-chair, member, secretary or assistant secretary' } },
  { code: 'sort_order', kind: 'integer', min: 1, max: 1000, own: true, width: 8, head: { th: 'ลำดับที่', en: 'Place' }, about: { th: 'ลำดับในคำสั่ง', en: 'Place in the order' } },
  { code: 'member_unit', kind: 'text', own: true, width: 18, aliases: ['หน่วยงาน'], head: { th: 'หน่วยงานของกรรมการ', en: 'Unit of the seat' }, about: { th: 'เมื่อเป็นกรรมการโดยตำแหน่ง', en: 'Where the seat belongs to a position' } },
  { code: 'member_position', kind: 'text', max: 200, own: true, width: 36, aliases: ['ตำแหน่ง'], head: { th: 'กรรมการโดยตำแหน่ง', en: 'Position' }, about: { th: 'ผู้ครองตำแหน่งนี้เป็นกรรมการ', en: 'Whoever holds this position sits' } },
  { code: 'member_seat_number', kind: 'text', max: 30, own: true, width: 14, aliases: ['เลขที่ตำแหน่ง'], head: { th: 'เลขที่ตำแหน่งของกรรมการ', en: 'Position number' }, about: { th: 'ใช้เมื่อชื่อตำแหน่งซ้ำกัน', en: 'Where titles are shared' } },
  { code: 'member_name', kind: 'text', own: true, width: 28, aliases: ['ชื่อ-นามสกุล', 'รายชื่อ'], head: { th: 'กรรมการระบุชื่อ', en: 'Person' }, about: { th: 'เมื่อแต่งตั้งตัวบุคคล ไม่กรอกพร้อมตำแหน่ง', en: 'Where a person is named; not together with a position' } },
  { code: 'member_email', kind: 'text', max: 254, own: true, width: 26, aliases: ['อีเมล'], head: { th: 'อีเมลของกรรมการ', en: 'Person e-mail' }, about: { th: 'ใช้เมื่อชื่อซ้ำกัน', en: 'Where names are shared' } },
  { code: 'member_order_number', kind: 'text', max: 60, own: true, width: 14, head: { th: 'คำสั่งแต่งตั้งกรรมการ', en: 'Order of the seat' }, about: { th: 'คำสั่งที่แต่งตั้งกรรมการผู้นี้ แก้ภายหลังไม่ได้', en: 'Order that gave the seat; cannot be changed later' } },
  { code: 'member_order_date', kind: 'date', own: true, head: { th: 'วันที่คำสั่งแต่งตั้ง', en: 'Date of that order' }, about: { th: 'วันที่ของคำสั่งนั้น', en: 'Date of that order' } },
  { code: 'member_from', kind: 'date', own: true, head: { th: 'เป็นกรรมการตั้งแต่', en: 'Seat from' }, about: { th: 'เว้นว่างคือวันแรกของคณะ แก้ภายหลังไม่ได้', en: 'Empty means the first day of the committee; cannot be changed later' } },
  { code: 'member_to', kind: 'date', own: true, head: { th: 'เป็นกรรมการถึง', en: 'Seat until' }, about: { th: 'วันสุดท้าย กรอกเพื่อให้พ้นหน้าที่', en: 'Last day; fill it in to end the seat' } },
  { code: 'sits_now', kind: 'text', readOnly: true, width: 28, head: { th: 'ผู้ครองตำแหน่งปัจจุบัน', en: 'Sits now' }, about: { th: 'แสดงให้ทราบ', en: 'For information' } },
];
