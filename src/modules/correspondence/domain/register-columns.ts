// The columns under which registers go out as tables and come in again. Codes never change: archives rely on them.
import type { TableColumn } from '../../../platform/tables/table.ts';
import { books } from './kinds.ts';

export const registerTables = ['sent', 'received'] as const;
export type RegisterTable = (typeof registerTables)[number];

export const incomingBooks = ['incoming', 'incoming-secret'] as const;
export type IncomingBook = (typeof incomingBooks)[number];

const bookWords = {
  outgoing: { th: 'หนังสือส่ง', en: 'Outgoing letters' }, circular: { th: 'หนังสือเวียน (ว)', en: 'Circulars (ว)' }, order: { th: 'คำสั่ง', en: 'Orders' },
  announcement: { th: 'ประกาศ', en: 'Announcements' }, certificate: { th: 'หนังสือรับรอง', en: 'Certificates' }, secret: { th: 'หนังสือลับ', en: 'Secret letters' },
  incoming: { th: 'หนังสือรับ', en: 'Received letters' }, 'incoming-secret': { th: 'หนังสือรับที่มีชั้นความลับ', en: 'Received secret letters' },
} as const;

/** A book as it is called in files and reports. */
export const bookName = (book: string, lang: 'th' | 'en' = 'th'): string => bookWords[book as keyof typeof bookWords]?.[lang] ?? book;

const text = (code: string, th: string, en: string, more: Partial<TableColumn> = {}): TableColumn => ({ code, head: { th, en }, about: { th, en }, kind: 'text', max: 2000, ...more });
const told = (code: string, th: string, en: string, more: Partial<TableColumn> = {}): TableColumn => text(code, th, en, { readOnly: true, ...more });
const choices = (of: readonly (keyof typeof bookWords)[]) => Object.fromEntries(of.map((book) => [book, bookWords[book]]));

/** The eight columns of forms 13 and 14 stand in both; only their heads of the first differ. */
const middle = (first: { th: string; en: string; aliases: readonly string[] }, dateNeeded: boolean): TableColumn[] => [
  { code: 'number', head: { th: first.th, en: first.en }, about: { th: 'เลขลำดับในทะเบียนของปีปฏิทิน', en: 'The running number of the calendar year' }, kind: 'integer', min: 1, max: 999_999, needed: true, aliases: first.aliases },
  text('reference', 'ที่', 'Number', { aliases: ['เลขที่หนังสือ', 'ที่หนังสือ'], max: 200 }),
  { code: 'letter_date', head: { th: 'ลงวันที่', en: 'Dated' }, about: { th: 'วันที่ของหนังสือ', en: 'The day of the letter' }, kind: 'date', needed: dateNeeded, aliases: ['วันที่', 'วันที่หนังสือ', 'ลงวันที่หนังสือ'] },
  text('from', 'จาก', 'From', { max: 500 }),
  text('to', 'ถึง', 'To', { aliases: ['เรียน', 'ผู้รับ'] }),
  text('subject', 'เรื่อง', 'Subject', { needed: true, width: 60, aliases: ['ชื่อเรื่อง'] }),
  text('action', 'การปฏิบัติ', 'Action'),
  text('remark', 'หมายเหตุ', 'Remarks'),
];

const facts: TableColumn[] = [
  told('restricted', 'มีชั้นความลับ', 'Secret', { kind: 'yes-no' }),
  told('carried_over', 'ยกมาจากทะเบียนเดิม', 'Carried over', { kind: 'yes-no' }),
  told('registered_at', 'ลงทะเบียนเมื่อ', 'Registered at'),
  told('registered_by', 'ผู้ลงทะเบียน', 'Registered by'),
  told('file_sha256', 'SHA-256 ของไฟล์หนังสือ', 'SHA-256 of the letter’s file'),
];

export const registerColumns: Readonly<Record<RegisterTable, readonly TableColumn[]>> = {
  sent: [
    { code: 'book', head: { th: 'ทะเบียน', en: 'Book' }, about: { th: 'เว้นว่างไว้คือหนังสือส่ง หรือหนังสือเวียนเมื่อ “ที่” มี ว', en: 'Empty: outgoing letters, or circulars where the number has ว' }, kind: 'choice', choices: choices(books) },
    ...middle({ th: 'เลขทะเบียนส่ง', en: 'Register no.', aliases: ['เลขทะเบียน', 'เลขส่ง', 'ลำดับที่', 'ลำดับ', 'เลขที่ส่ง'] }, true),
    { code: 'state', head: { th: 'สถานะเลข', en: 'State' }, about: { th: 'เว้นว่างไว้คือใช้', en: 'Empty: in use' }, kind: 'choice', choices: { valid: { th: 'ใช้', en: 'In use' }, void: { th: 'ยกเลิก', en: 'Void' }, reserved: { th: 'จองไว้', en: 'Reserved' } } },
    text('void_reason', 'เหตุที่ยกเลิก', 'Why void', { max: 500 }),
    text('unit', 'หน่วยงาน', 'Unit', { max: 200, aliases: ['หน่วยงานเจ้าของทะเบียน'] }),
    told('back_date_reason', 'เหตุที่ลงเลขย้อนหลัง', 'Why back-dated'),
    ...facts,
  ],
  received: [
    { code: 'book', head: { th: 'ทะเบียน', en: 'Book' }, about: { th: 'เว้นว่างไว้คือหนังสือรับ', en: 'Empty: received letters' }, kind: 'choice', choices: choices(incomingBooks) },
    ...middle({ th: 'เลขทะเบียนรับ', en: 'Register no.', aliases: ['เลขทะเบียน', 'เลขรับ', 'เลขที่รับ', 'ลำดับที่', 'ลำดับ'] }, false),
    { code: 'received_on', head: { th: 'วันที่รับ', en: 'Received on' }, about: { th: 'วันที่ลงรับ เว้นว่างได้เมื่อมีบรรทัดวันที่คั่น หรือใช้วันที่ของหนังสือ', en: 'Day of registration; may be empty under a line with the day, or where it is the day of the letter' }, kind: 'date', aliases: ['วันรับ', 'รับวันที่', 'วันที่ลงรับ'] },
    text('unit', 'หน่วยงาน', 'Unit', { max: 200, aliases: ['หน่วยงานเจ้าของทะเบียน'] }),
    ...facts,
  ],
};

/** Numbers that are void, with the reason. */
export const voidColumns: readonly TableColumn[] = [
  told('book', 'ทะเบียน', 'Book'),
  told('number', 'เลขทะเบียนส่ง', 'Register no.', { kind: 'integer' }),
  told('reference', 'ที่', 'Number'),
  told('letter_date', 'ลงวันที่', 'Dated', { kind: 'date' }),
  told('subject', 'เรื่อง', 'Subject'),
  told('void_reason', 'เหตุที่ยกเลิก', 'Why void'),
  told('voided_at', 'ยกเลิกเมื่อ', 'Voided at'),
  told('voided_by', 'ผู้ยกเลิก', 'Voided by'),
];
