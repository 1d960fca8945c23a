import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/access/actor.ts';
import { systemActor } from '../../../platform/access/actor.ts';
import { orFail } from '../../../platform/result.ts';
import { takeRegisterNumber } from './register.ts';
import { issueDraft } from '../issue.ts';
import { enterNumber, enterReserved, giveUp, reserve } from './reserve.ts';
import type { EnterOrder, ReserveOrder } from './reserve.ts';
import { insertDraft } from '../store/drafts.ts';
import { seriesOf } from '../store/numbers.ts';
import { voidNumbers } from '../store/register.ts';
import { expireReserved, reservedOf } from '../store/reserved.ts';
import { useLetterOffice } from '../testing/office.ts';

const o = useLetterOffice();
const services = { clock: o.clock };
const start = new Date('2020-11-09T03:00:00Z');
const failure = async (work: Promise<unknown>) => work.then(() => 'done', (error: { failure?: { code: string } }) => error.failure?.code ?? String(error));
/** A clerk who may back-date as well. */
const backDater = (): Actor => ({ ...o.clerk, permissions: new Map([...o.clerk.permissions, ['correspondence.back-date', [o.office.bureau]]]) });
const keep = (more: Partial<ReserveOrder> = {}, as: Actor = o.clerk) =>
  o.test.database.write(as, async (tx) => orFail(await reserve(tx, services, { unitId: o.office.bureau, book: 'order', count: 1, reason: 'รอผู้บริหารลงนาม', ...more })));
const enter = (more: Partial<EnterOrder> = {}, as: Actor = o.clerk) =>
  o.test.database.write(as, async (tx) => orFail(await enterNumber(tx, services, { unitId: o.office.bureau, book: 'order', letterDate: o.clock.today(), to: 'กออ.', subject: 'แต่งตั้งคณะทำงาน', ...more })));
const use = (entryId: number, as: Actor = o.clerk) =>
  o.test.database.write(as, async (tx) => orFail(await enterReserved(tx, services, entryId, { to: 'กออ.', subject: 'ใช้เลขจอง' })));
const expire = () => o.test.database.write(systemActor('correspondence.expire-numbers'), (tx) => expireReserved(tx, 'หมดเวลาจอง', o.clock.now()));
const series = async (book: string, year = 2563) => (await o.test.database.read(o.clerk, (tx) => seriesOf(tx, o.office.bureau, year))).find((one) => one.book === book);
const first = <T>(list: readonly T[]): T => {
  if (list[0] === undefined) throw new Error('nothing there');
  return list[0];
};
const onDay = async (instant: string, work: () => Promise<void>) => {
  o.clock.moveTo(new Date(instant));
  try {
    await work();
  } finally {
    o.clock.moveTo(start);
  }
};

describe('reserved numbers', () => {
  it('are used once, later, with the day on which they were reserved', async () => {
    const done = await keep({ count: 2 });
    expect(done.taken.map((one) => one.reference)).toEqual(['1/2563', '2/2563']);
    expect(done.audit).toMatchObject({ action: 'correspondence.numbers-reserved', detail: { numbers: [1, 2], until: '2020-11-12' } });
    expect((await enter()).taken.number).toBe(3);
    await onDay('2020-11-11T03:00:00Z', async () => {
      expect((await use(first(done.taken).entryId)).taken.reference).toBe('1/2563');
      expect(await failure(use(first(done.taken).entryId))).toBe('NOT_FOUND');
    });
    const { rows } = await o.test.owner.query(`select state, letter_date::text as day, subject, back_date_reason from correspondence.register_entry where id = $1`, [first(done.taken).entryId]);
    expect(rows).toEqual([{ state: 'valid', day: '2020-11-09', subject: 'ใช้เลขจอง', back_date_reason: null }]);
    expect(await series('order')).toMatchObject({ last: 3, rows: 3, reserved: 1, missing: 0 });
  });

  it('number a draft that is signed later, and refuse a draft of another book', async () => {
    const order = o.order();
    const letter = {
      kind: 'internal' as const, subKind: 'memo' as const, circular: false, fromUnitId: order.fromUnitId, signerPositionId: order.signerPositionId, subject: order.subject,
      content: { paragraphs: [...order.paragraphs] }, enclosures: [], addressees: order.addressees, toText: 'กออ.', salutation: 'เรียน',
      urgency: 'ordinary' as const, secrecy: 'none' as const, respondBy: null, reply: null, source: null, replaces: null,
    };
    const draft = await o.test.database.write(o.director, (tx) => insertDraft(tx, letter, { fromText: 'สทส.', abbreviation: 'สทส.' }, o.clock.now()));
    const issue = (entryId: number) => o.test.database.write(o.director, async (tx) => orFail(await issueDraft(tx, services, draft, undefined, { reservedEntryId: entryId })));
    const wrong = await keep({ book: 'announcement' });
    expect(await failure(issue(first(wrong.taken).entryId))).toBe('NOT_RESERVED');
    const right = await keep({ book: 'outgoing' });
    await onDay('2020-11-10T03:00:00Z', async () => {
      expect(await issue(first(right.taken).entryId)).toMatchObject({ reference: 'นร 0223/1', letterDate: '2020-11-09', audit: { detail: { reservedNumber: true } } });
    });
    expect(await series('outgoing')).toMatchObject({ last: 1, rows: 1, reserved: 0 });
  });

  it('serve a record of another module, once and in their own book only', async () => {
    const { taken } = await keep({ book: 'announcement' });
    const { entryId } = first(taken);
    const take = (book: 'announcement' | 'order') => o.test.database.write(o.clerk, async (tx) =>
      orFail(await takeRegisterNumber(tx, services, { unitId: o.office.bureau, book, subject: 'ประกาศของอีกส่วน', to: '', record: { type: 'test.notice', id: 7, href: '/x' }, reservedEntryId: entryId })));
    expect(await failure(take('order'))).toBe('NOT_RESERVED');
    await onDay('2020-11-10T03:00:00Z', async () => {
      expect(await take('announcement')).toMatchObject({ entryId, reference: first(taken).reference });
      expect(await failure(take('announcement'))).toBe('NOT_RESERVED');
    });
    const { rows } = await o.test.owner.query(`select state, letter_date::text as day, subject_type as type from correspondence.register_entry where id = $1`, [entryId]);
    expect(rows).toEqual([{ state: 'valid', day: '2020-11-09', type: 'test.notice' }]);
  });

  it('become void when their time is over, by a timer of that instant, and stay in the list with the reason', async () => {
    const { taken } = await keep({ book: 'certificate', until: '2020-11-10' });
    const timers = await o.test.owner.query(`select 1 from platform.timer where job = 'correspondence.expire-numbers' and due_at = '2020-11-10T17:00:00Z'`);
    expect(timers.rows).toHaveLength(1);
    await onDay('2020-11-10T16:59:59Z', async () => expect((await expire()).map((one) => one.entryId)).not.toContain(first(taken).entryId));
    await onDay('2020-11-10T17:00:00Z', async () => {
      expect(await failure(use(first(taken).entryId))).toBe('NOT_RESERVED');
      expect((await expire()).map((one) => one.entryId)).toContain(first(taken).entryId);
    });
    const voids = await o.test.database.read(o.clerk, (tx) => voidNumbers(tx, { unitId: o.office.bureau, year: 2563, book: 'certificate', limit: 10 }));
    expect(voids).toMatchObject([{ reference: '1/2563', reason: 'หมดเวลาจอง' }]);
    expect((await enter({ book: 'certificate' })).taken.number).toBe(2);
  });

  it('may be given up; nobody of another unit sees, uses or gives up any', async () => {
    const { taken } = await keep({ book: 'announcement' });
    const { entryId } = first(taken);
    expect(await failure(keep({}, o.stranger))).toBe('NOT_FOUND');
    expect(await failure(use(entryId, o.stranger))).toBe('NOT_FOUND');
    expect(await o.test.database.read(o.stranger, (tx) => reservedOf(tx, o.office.bureau))).toEqual([]);
    await o.test.database.write(o.clerk, async (tx) => orFail(await giveUp(tx, services, entryId, 'ไม่ใช้แล้ว')));
    expect(await failure(use(entryId))).toBe('NOT_FOUND');
    expect(await failure(keep({ until: '2021-06-01' }))).toBe('RESERVED_TOO_LONG');
    expect(await failure(keep({ until: '2020-11-08' }))).toBe('RESERVED_TOO_LONG');
  });

  it('keep the series whole while 16 clerks reserve, use, give up and let expire at once', async () => {
    const kept = (await keep({ book: 'secret', count: 8, until: '2020-11-09' })).taken;
    // At the end of the day: those who use the numbers and the timer meet on the same rows.
    await onDay('2020-11-09T16:59:59Z', async () => {
      const late = new Date('2020-11-09T17:00:00Z');
      const timer = () => o.test.database.write(systemActor('correspondence.expire-numbers'), (tx) => expireReserved(tx, 'หมดเวลาจอง', late));
      const work = [
        ...kept.map((one) => use(one.entryId)), ...kept.slice(0, 2).map((one) => use(one.entryId)), timer(), timer(),
        ...Array.from({ length: 2 }, () => keep({ book: 'secret', count: 3 })), ...Array.from({ length: 2 }, () => enter({ book: 'secret' })),
      ];
      await Promise.allSettled(work);
    });
    const { rows } = await o.test.owner.query<{ number: number; state: string; subject: string }>(`select number, state, subject from correspondence.register_entry where book = 'secret' and owner_unit_id = $1 order by number`, [o.office.bureau]);
    expect(rows.map((row) => row.number)).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
    expect(rows.slice(0, 8).every((row) => (row.state === 'valid' && row.subject === 'ใช้เลขจอง') || (row.state === 'void' && row.subject === ''))).toBe(true);
    expect(await series('secret')).toMatchObject({ last: 16, rows: 16, missing: 0 });
  });

  it('never change what a number that is in use says, whoever asks the database', async () => {
    const { taken } = await enter();
    await expect(o.test.owner.query(`update correspondence.register_entry set subject = 'อื่น' where id = $1`, [taken.entryId])).rejects.toThrow(/keeps its words/);
    await expect(o.test.owner.query(`update correspondence.register_entry set state = 'reserved', reserve_reason = 'x', reserved_until = now() where id = $1`, [taken.entryId])).rejects.toThrow(/keeps its words/);
    await expect(o.test.owner.query(`update correspondence.register_entry set letter_date = '2020-01-01' where id = $1`, [taken.entryId])).rejects.toThrow(/never change/);
  });
});

describe('back-dated entries', () => {
  it('need the permission and a reason, take the next number and say so in the register and the trail', async () => {
    const before = (await enter()).taken.number;
    expect(await failure(enter({ letterDate: '2020-11-06' }))).toBe('MAY_NOT_BACK_DATE');
    expect(await failure(enter({ letterDate: '2020-11-06' }, backDater()))).toBe('NO_BACK_DATE_REASON');
    const done = await enter({ letterDate: '2020-11-06', backDateReason: 'ระบบขัดข้อง' }, backDater());
    expect(done.taken.number).toBe(before + 1);
    expect(done.audit).toMatchObject({ action: 'correspondence.number-back-dated', detail: { dated: '2020-11-06', reason: 'ระบบขัดข้อง' } });
    const { rows } = await o.test.owner.query('select back_date_reason from correspondence.register_entry where id = $1', [done.taken.entryId]);
    expect(rows).toEqual([{ back_date_reason: 'ระบบขัดข้อง' }]);
  });

  it('are refused for days to come and for a year that is over', async () => {
    expect(await failure(enter({ letterDate: '2020-11-10' }))).toBe('FUTURE_DAY');
    expect(await failure(enter({ letterDate: '2019-12-31', backDateReason: 'x' }, backDater()))).toBe('OTHER_YEAR');
  });
});

describe('codes and years', () => {
  it('a code that changes in mid-year counts from its day, also for back-dated letters; 1 January begins at 1', async () => {
    await o.test.owner.query(`update organisation.unit_code set valid_to = '2020-12-14' where unit_id = $1`, [o.office.bureau]);
    await o.test.owner.query(`insert into organisation.unit_code (unit_id, letters, digits, valid_from) values ($1, 'นร', '0299', '2020-12-15')`, [o.office.bureau]);
    const last = (await series('outgoing'))?.last ?? 0;
    await onDay('2020-12-15T03:00:00Z', async () => {
      expect((await enter({ book: 'outgoing' })).taken.reference).toBe(`นร 0299/${last + 1}`);
      expect((await enter({ book: 'outgoing', letterDate: '2020-12-14', backDateReason: 'ระบบขัดข้อง' }, backDater())).taken.reference).toBe(`นร 0223/${last + 2}`);
    });
    // 23.59 on 31 December and 0.00 on 1 January in Bangkok, both on 31 December in UTC.
    await onDay('2020-12-31T16:59:00Z', async () => expect((await enter({ book: 'outgoing' })).taken.number).toBe(last + 3));
    await onDay('2020-12-31T17:00:00Z', async () => expect((await enter({ book: 'outgoing' })).taken.reference).toBe('นร 0299/1'));
  });
});
