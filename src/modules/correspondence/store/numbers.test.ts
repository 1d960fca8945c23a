import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../tests/support/db.ts';
import { publicActor } from '../../../platform/access/actor.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Book } from '../domain/kinds.ts';
import { referenceFrame } from '../domain/reference.ts';
import { testActor } from '../testing/actors.ts';
import { lastNumber, seriesOf, startSeriesAt, takeNextNumber, voidEntry } from './numbers.ts';
import type { NewEntry } from './numbers.ts';

const at = new Date('2020-11-03T03:00:00Z');
const test = useDatabase();
const clerk = (unit: number) => testActor(unit * 10, [unit]);

function entry(unitId: number, more: Partial<NewEntry> = {}): NewEntry {
  const book: Book = more.book ?? 'circular';
  const year = more.year ?? 2563;
  return {
    unitId, book, year, frame: referenceFrame(book, book === 'circular', 'นร 0223', year), circular: book === 'circular', restricted: false,
    readers: [], letterDate: '2020-11-03', from: 'กพร.', to: 'ทุกหน่วยงาน', subject: 'ทดสอบ', action: '', remark: '',
    subjectType: 'test', subjectId: null, href: null, at, ...more,
  };
}
const take = (unit: number, more: Partial<NewEntry> = {}) => test.database.write(clerk(unit), (tx) => takeNextNumber(tx, entry(unit, more)));

class Refused extends Error {}

describe('number series', () => {
  it('prints the reference with the code, ว and the number', async () => {
    expect(await take(9001)).toMatchObject({ number: 1, reference: 'นร 0223/ว 1' });
    expect(await take(9001, { book: 'order' })).toMatchObject({ number: 1, reference: '1/2563' });
    expect(await take(9001, { book: 'outgoing' })).toMatchObject({ number: 1, reference: 'นร 0223/1' });
  });

  it('has no gap and no double when 16 letters are issued at once and some of them fail', async () => {
    let unit = 10_000;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }), async (fails) => {
        unit += 1;
        const work = async (tx: Tx, fail: boolean) => {
          const taken = await takeNextNumber(tx, entry(unit));
          // A failure after the number is taken is the case that makes gaps in most systems.
          if (fail) throw new Refused();
          return taken.number;
        };
        const done = await Promise.allSettled(fails.map((fail) => test.database.write(clerk(unit), (tx) => work(tx, fail))));
        const numbers = done.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])).sort((a, b) => a - b);
        expect(numbers).toEqual(Array.from({ length: fails.filter((fail) => !fail).length }, (_, i) => i + 1));
        expect(await test.database.read(clerk(unit), (tx) => lastNumber(tx, unit, 'circular', 2563))).toBe(numbers.length);
      }),
      { numRuns: 12 },
    );
  });

  it('starts again at 1 with each calendar year, not with the fiscal year', async () => {
    await take(9002, { letterDate: '2020-09-30' });
    expect((await take(9002, { letterDate: '2020-10-01' })).number).toBe(2);
    expect((await take(9002, { letterDate: '2021-01-01', year: 2564 })).number).toBe(1);
  });

  it('keeps a voided row with its reason and never gives the number again', async () => {
    const first = await take(9003);
    const done = await test.database.write(clerk(9003), (tx) => voidEntry(tx, first.entryId, 'พิมพ์ผิดหน่วย', at));
    expect(done).toBe(true);
    expect((await take(9003)).number).toBe(2);
    const { rows } = await test.owner.query('select number, state, void_reason from correspondence.register_entry where owner_unit_id = 9003 order by 1');
    expect(rows).toEqual([{ number: 1, state: 'void', void_reason: 'พิมพ์ผิดหน่วย' }, { number: 2, state: 'valid', void_reason: null }]);
    expect(await test.database.write(clerk(9003), (tx) => voidEntry(tx, first.entryId, 'อีกครั้ง', at))).toBe(false);
  });

  it('goes on where a paper register ended, with the reason on record, and never back', async () => {
    const start = (next: number) => test.database.write(clerk(9004), (tx) => startSeriesAt(tx, 9004, 'circular', 2563, next, 'ต่อจากทะเบียนกระดาษ', at));
    expect(await start(503)).toBe(true);
    expect((await take(9004)).reference).toBe('นร 0223/ว 503');
    expect(await start(400)).toBe(false);
    expect(await start(504)).toBe(false);
    const [series] = await test.database.read(clerk(9004), (tx) => seriesOf(tx, 9004, 2563));
    expect(series).toEqual({ book: 'circular', last: 503, rows: 1, voided: 0, reserved: 0, leftOut: 502, missing: 0 });
    await expect(test.owner.query(`update correspondence.counter set last_number = 7 where owner_unit_id = 9004`)).rejects.toThrow(/never goes back/);
  });

  it('shows a missing row', async () => {
    await take(9005);
    await take(9005);
    await test.owner.query('delete from correspondence.register_entry where owner_unit_id = 9005 and number = 1');
    const [series] = await test.database.read(clerk(9005), (tx) => seriesOf(tx, 9005, 2563));
    expect(series).toMatchObject({ last: 2, rows: 1, missing: 1 });
  });

  it('does not let another unit write into, see or void the register', async () => {
    const mine = await take(9006);
    const stranger = testActor(5, [9999]);
    await expect(test.database.write(stranger, (tx) => takeNextNumber(tx, entry(9006)))).rejects.toThrow(/row-level security/);
    expect(await test.database.write(stranger, (tx) => voidEntry(tx, mine.entryId, 'x', at))).toBe(false);
    expect(await test.database.read(publicActor, (tx) => seriesOf(tx, 9006, 2563))).toEqual([]);
    expect(await test.database.read(clerk(9006), (tx) => lastNumber(tx, 9006, 'circular', 2563))).toBe(1);
  });
});
