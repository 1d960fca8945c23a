import { expect, it } from 'vitest';
import { localTime, localDate, type OfficeCalendar } from '../../../thai/index.ts';
import { proposeFacts } from './read-letter.ts';
import { inTurns } from './turns.ts';
import { fits, stateAfterOrder } from './received.ts';
import { countsAsReceived, dueDay, dueInstant, followMoments, hasHour } from './received-clock.ts';

// Thursday 22 October 2563 is a working day, Friday 23 a holiday (Chulalongkorn Day).
const calendar: OfficeCalendar = { holidays: new Set([localDate('2020-10-23')]), extraWorkingDays: new Set(), weekend: new Set([0, 6]), hours: { opens: localTime('08:30'), closes: localTime('16:30') } };
const at = (local: string) => new Date(`${local}:00+07:00`);

it('counts a letter that came after hours before a holiday and a weekend as received when the office opens next', () => {
  expect(countsAsReceived(calendar, at('2020-10-22T16:30'))).toEqual(at('2020-10-22T16:30'));
  expect(countsAsReceived(calendar, at('2020-10-22T16:31'))).toEqual(at('2020-10-26T08:30'));
  expect(countsAsReceived(calendar, at('2020-10-26T07:00'))).toEqual(at('2020-10-26T08:30'));
});

it('gives working days by urgency, and a letter with an hour of its own that hour', () => {
  const received = at('2020-10-22T10:00');
  const end = (due: Date | null) => (due === null ? null : [dueDay(due), hasHour(due)]);
  expect(end(dueInstant(calendar, received, 0, null))).toEqual(['2020-10-22', false]);
  expect(end(dueInstant(calendar, received, 1, null))).toEqual(['2020-10-26', false]);
  expect(end(dueInstant(calendar, received, 3, null))).toEqual(['2020-10-28', false]);
  expect(end(dueInstant(calendar, received, undefined, null))).toBeNull();
  expect(end(dueInstant(calendar, received, 3, at('2020-10-22T15:00')))).toEqual(['2020-10-22', true]);
});

it('follows up on working days only, before the deadline and after it', () => {
  const due = dueInstant(calendar, at('2020-10-22T10:00'), 1, null) as Date;
  expect(followMoments(calendar, due)).toEqual([
    { what: 'ahead', at: at('2020-10-22T08:30') }, { what: 'late', at: at('2020-10-27T08:30') }, { what: 'escalate', at: at('2020-10-28T08:30') },
  ]);
  expect(followMoments(calendar, at('2020-10-22T15:00'))).toEqual([
    { what: 'ahead', at: at('2020-10-22T13:00') }, { what: 'late', at: at('2020-10-22T15:00') }, { what: 'escalate', at: at('2020-10-26T08:30') },
  ]);
});

it('knows which steps fit which state, and what an order makes of a matter', () => {
  expect(fits('order', 'proposed')).toBe(true);
  expect(fits('order', 'closed')).toBe(false);
  expect(fits('reopen', 'working')).toBe(false);
  expect(stateAfterOrder('noted', 0)).toBe('closed');
  expect(stateAfterOrder('consult', 0)).toBe('waiting');
  expect(stateAfterOrder('approved', 0)).toBe('working');
  expect(stateAfterOrder('circulate', 3)).toBe('working');
});

it('finds number, day, subject and who writes to whom at the head of a letter, in either digits; says nothing where there is nothing', () => {
  const text = 'ที่ กค ๐๔๐๒.๒/ว ๑๒๓๔          กระทรวงตัวอย่าง\n\n              ๑๔  ตุลาคม  ๒๕๖๓\n\nเรื่อง  ขอความร่วมมือในการจัดเก็บข้อมูล\nเรียน อธิบดี';
  expect(proposeFacts(text)).toEqual({ reference: 'กค 0402.2/ว 1234', letterDate: '2020-10-14', subject: 'ขอความร่วมมือในการจัดเก็บข้อมูล', from: 'กระทรวงตัวอย่าง', to: 'อธิบดี' });
  expect(proposeFacts('ส่วนราชการ  กองตัวอย่าง  โทร. ๐ ๒๖๑๘ ๒๓๒๓\nที่  นร ๐๒๒๓/๑๒      วันที่ ๓ พฤศจิกายน ๒๕๖๓\nเรื่อง  ขอส่งรายงาน\nเรียน  ผู้อำนวยการสำนัก')).toEqual({ reference: 'นร 0223/12', letterDate: '2020-11-03', subject: 'ขอส่งรายงาน', from: 'กองตัวอย่าง', to: 'ผู้อำนวยการสำนัก' });
  // A letter whose own number could not be read has none: that of the letter it refers to is not its own.
  expect(proposeFacts('  ด่วนที่สุด\n\nที่                 กรมตัวอย่าง\nเรื่อง  ขอความอนุเคราะห์\nเรียน  ปลัดกระทรวง\nอ้างถึง  หนังสือกรม ที่ นร ๐๒๒๓/๑๑๘๘ ลงวันที่ ๒ พฤศจิกายน ๒๕๖๓')).toEqual({ subject: 'ขอความอนุเคราะห์', from: 'กรมตัวอย่าง', to: 'ปลัดกระทรวง', urgency: 'most-urgent' });
  expect(proposeFacts('ภาพถ่ายกิจกรรม')).toEqual({});
});

it('puts those chosen into the order that was typed, and names who was not chosen', () => {
  const chosen = ['สนผ.', 'ศสช.', 'นายตัวอย่าง ทดสอบ'].map((label) => ({ label }));
  const order = (typed: string) => { const turns = inTurns(chosen, typed); return 'unknown' in turns ? turns.unknown : turns.list.map((one) => one.label); };
  expect(order('')).toEqual(['สนผ.', 'ศสช.', 'นายตัวอย่าง ทดสอบ']);
  expect(order('ศสช, สนผ. ,')).toEqual(['ศสช.', 'สนผ.', 'นายตัวอย่าง ทดสอบ']);
  expect(order('นายตัวอย่าง  ทดสอบ\nศสช.')).toEqual(['นายตัวอย่าง ทดสอบ', 'ศสช.', 'สนผ.']);
  expect(order('ศสช., กพร.')).toBe('กพร.');
});
