// Received letters as programs read them.
import { z } from 'zod';
import { apiOfPage } from '../../../platform/http/api-contract.ts';
import { day, href, instant, list, next, oneOf, orNull, shape } from '../../../platform/http/api-shapes.ts';
import { urgencies } from '../domain/kinds.ts';
import { assignmentStates, channels, purposes, receivedStates, stepKinds, verdicts } from '../domain/received.ts';
import { listIncomingPage } from '../features/list-incoming/page.tsx';
import { parkedPage } from '../features/park-incoming/page.tsx';
import { incomingRegisterPage } from '../features/read-incoming-register/page.tsx';
import { incomingPage } from '../features/work-on-incoming/page.tsx';

const id = z.int();
const text = z.string();
const choice = shape({ id, label: text });
const secrecy = z.enum(['none', 'confidential', 'secret']);

const letter = shape({
  id, unitId: id, book: z.enum(['incoming', 'incoming-secret']), year: id, number: id, channel: oneOf(channels), letterId: orNull(id), originId: orNull(id), from: text, reference: text,
  letterDate: orNull(day), to: text, subject: text, enclosures: text, urgency: oneOf(urgencies), urgentBefore: orNull(instant), secrecy, receivedAt: instant, deemedReceivedAt: instant,
  registeredAt: instant, registeredByName: text, state: oneOf(receivedStates), holderPositionId: orNull(id), holderLabel: text, openedAt: orNull(instant), openedBy: orNull(text),
  dueAt: orNull(instant), firstOrderedAt: orNull(instant), closedAt: orNull(instant), closedBy: orNull(text), outcome: orNull(text), parkedAt: orNull(instant), parkedReason: orNull(text),
  action: text, remark: text, steps: id,
});
const step = shape({
  ordinal: id, kind: oneOf(stepKinds), purpose: orNull(oneOf(purposes)), verdict: orNull(oneOf(verdicts)), note: text, toLabel: text, letterId: orNull(id), dueAt: orNull(instant),
  byName: text, byTitle: text, authorityKind: orNull(text), at: instant,
});
const assignment = shape({
  id, turn: id, unitId: orNull(id), personId: orNull(id), label: text, note: text, dueAt: orNull(instant), state: oneOf(assignmentStates), givenAt: instant, openedAt: orNull(instant),
  childId: orNull(id), endedAt: orNull(instant), endedBy: orNull(text), result: text,
});

const reads = [
  apiOfPage(listIncomingPage, {
    summary: { th: 'หนังสือรับของหน่วยงาน ตามสถานะ', en: 'Received letters of a unit, by state' },
    answer: shape({
      units: list(choice), unit: orNull(choice), counts: shape({ waiting: id, going: id, overdue: id }),
      items: list(shape({
        id, number: id, year: id, reference: text, letterDate: orNull(day), subject: text, from: text, urgency: oneOf(urgencies), secrecy, state: oneOf(receivedStates), holderLabel: text,
        action: text, dueAt: orNull(instant), overdue: z.boolean(), receivedAt: instant, steps: id,
      })),
      next,
    }),
    of: ({ lines, more, ...data }, api) => ({ ...data, items: lines, next: api.next(more ? { before: lines.at(-1)?.id ?? 0 } : undefined) }),
  }),
  apiOfPage(incomingPage, {
    summary: { th: 'หนังสือรับหนึ่งฉบับพร้อมลำดับการดำเนินการ นับเป็นการเปิดดู', en: 'One received letter with its chain; counts as opening it' },
    answer: shape({
      letter, unit: text, steps: list(step), assignments: list(assignment),
      files: list(shape({ ordinal: id, name: text, mediaType: text, size: id, hash: text, readState: text })),
      seats: list(shape({ id, label: text, hint: text })),
      choices: shape({ units: list(shape({ id, label: text, hint: text })), people: list(shape({ id, label: text, hint: text })) }),
    }),
    of: (data) => data,
  }),
  apiOfPage(incomingRegisterPage, {
    summary: { th: 'ทะเบียนหนังสือรับ (แบบที่ 13)', en: 'The incoming register (form 13)' },
    answer: shape({
      units: list(choice), unit: orNull(choice), year: id,
      items: list(shape({
        id, number: id, reference: text, letterDate: orNull(day), from: text, to: text, subject: text, action: text, remark: text, registeredAt: instant, state: oneOf(receivedStates),
      })),
      next,
    }),
    of: ({ rows, more, ...data }, api) => ({ ...data, items: rows, next: api.next(more ? { before: rows.at(-1)?.number ?? 0 } : undefined) }),
  }),
  apiOfPage(parkedPage, {
    summary: { th: 'หนังสือรับที่ไม่มีผู้รับช่วง', en: 'Received letters that nobody answers for' },
    answer: shape({ items: list(shape({ id, subject: text, reason: text, parkedAt: instant, href })), drafts: list(shape({ id, subject: text, unitId: id, changedAt: instant })), next }),
    of: ({ lines, drafts }) => ({
      drafts,
      items: lines.flatMap(({ letter: one }) => (one.parkedAt ? [{ id: one.id, subject: one.subject, reason: one.parkedReason ?? '', parkedAt: one.parkedAt, href: `/incoming/${one.id}` }] : [])),
      next: null,
    }),
  }),
] as const;

/** The part of the module's contract that is about received letters. */
export const receivedApi = {
  reads,
  writes: {
    '/incoming/new': { th: 'ลงรับหนังสือ', en: 'Register a received letter' },
    '/incoming/scan': { th: 'ส่งไฟล์ให้อ่านก่อนลงรับ', en: 'Send files to be read before registering' },
    '/incoming/propose': { th: 'เสนอหลายฉบับ', en: 'Propose several letters' },
    '/incoming/assign': { th: 'มอบหลายฉบับ', en: 'Assign several letters' },
    '/incoming/noted': { th: 'สั่งการ “ทราบ” หลายฉบับ', en: 'Order “noted” on several letters' },
    '/incoming/:id/propose': { th: 'เสนอหนังสือรับ', en: 'Propose a received letter' },
    '/incoming/:id/pass-up': { th: 'ผ่านเรื่องขึ้นไป', en: 'Pass a letter up' },
    '/incoming/:id/order': { th: 'สั่งการ', en: 'Give an order' },
    '/incoming/:id/forward': { th: 'ส่งต่อโดยไม่เสนอ', en: 'Forward without proposing' },
    '/incoming/:id/return': { th: 'ส่งคืนพร้อมเหตุผล', en: 'Give back with a reason' },
    '/incoming/:id/take-back': { th: 'ดึงกลับก่อนเปิดอ่าน', en: 'Take back before it is opened' },
    '/incoming/:id/close': { th: 'ปิดเรื่อง', en: 'Close a matter' },
    '/incoming/:id/reopen': { th: 'เปิดเรื่องอีกครั้ง', en: 'Open a matter again' },
    '/incoming/:id/reply': { th: 'เริ่มร่างหนังสือตอบ', en: 'Begin a reply' },
    '/drafts/:id/take-over': { th: 'รับร่างของหน่วยงานที่ยุบมาเป็นของหน่วยงานที่รับช่วง', en: 'Take a draft of a unit that is gone over for its successor' },
    '/drafts/:id/give-unit': { th: 'โอนร่างของหน่วยงานที่ยุบให้หน่วยงานอื่น', en: 'Give a draft of a unit that is gone to another unit' },
    '/incoming/:id/reroute': { th: 'จัดเส้นทางใหม่ถึงตำแหน่ง', en: 'Re-route to a post' },
    '/incoming/:id/reroute-unit': { th: 'จัดเส้นทางใหม่ถึงหน่วยงาน', en: 'Re-route to a unit' },
    '/incoming/:id/assignments/:assignment/receive': { th: 'ลงรับเรื่องที่มอบมาในทะเบียนของหน่วยงาน', en: 'Register what was assigned to the unit' },
    '/incoming/:id/assignments/:assignment/report': { th: 'รายงานผล', en: 'Report on an assignment' },
    '/incoming/:id/assignments/:assignment/send-back': { th: 'ส่งคืนผู้มอบ', en: 'Send an assignment back' },
    '/incoming/:id/assignments/:assignment/take-back': { th: 'ดึงงานที่มอบกลับ', en: 'Take an assignment back' },
  },
  files: {
    '/incoming/:id/files/:n': { th: 'ไฟล์ของหนังสือรับตามที่ได้รับ', en: 'A file of a received letter as it came' },
    '/incoming/:id/picture.png': { th: 'ภาพหน้าแรกของหนังสือรับ', en: 'The first page of a received letter as a picture' },
    '/incoming/:id/stamped.pdf': { th: 'สำเนาหนังสือรับที่ประทับตรารับ', en: 'A copy of a received letter with the receive stamp' },
    '/incoming/register.xlsx': { th: 'ทะเบียนหนังสือรับเป็นไฟล์ Excel', en: 'The incoming register as Excel' },
    '/incoming/register.pdf': { th: 'ทะเบียนหนังสือรับตามแบบเป็น PDF', en: 'The incoming register as PDF by the form' },
    '/incoming/register.csv': { th: 'ทะเบียนหนังสือรับเป็นไฟล์ CSV', en: 'The incoming register as CSV' },
  },
  none: {
    '/incoming/register/print': 'the incoming register laid out for a printer: the same rows as /incoming/register',
    'GET /incoming/new': 'a blank form: its choices are fixed sets and the units of /incoming',
  },
} as const;
