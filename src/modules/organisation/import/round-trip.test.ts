/** What is taken out is brought in again without a change: the whole demo, every table, both forms. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { useApp } from '../../../../tests/support/app.ts';
import { systemActor } from '../../../platform/access/actor.ts';
import { orFail } from '../../../platform/result.ts';
import { countVerdicts } from '../domain/tables/plan.ts';
import { tableKinds } from '../domain/tables/rows.ts';
import { judgeFile } from './bring-in.ts';
import { exportTable, tableFormats } from './export.ts';
import { kindOf } from './kinds.ts';

const house = useApp();
const actor = systemActor('test.round-trip');

test('export → import changes nothing: five tables, Excel and CSV', async () => {
  const today = house.services.clock.today();
  await house.services.database.read(actor, async (tx) => {
    for (const name of tableKinds) {
      for (const format of tableFormats) {
        const file = await exportTable(tx, kindOf(name), format, today);
        const { plans } = orFail(await judgeFile(tx, Buffer.from(file.body), kindOf(name), today));
        const odd = plans.filter((plan) => plan.verdict !== 'unchanged').map((plan) => ({ row: plan.row, verdict: plan.verdict, changes: plan.changes, problems: plan.problems.map((one) => one.th) }));
        expect(odd, `${name}.${format}`).toEqual([]);
        expect(plans.length, name).toBeGreaterThan(name === 'committees' ? 5 : 100);
      }
    }
  });
}, 120_000);

test('without the numbers of the system, in another order of columns and with fewer of them, every record is found again', async () => {
  const today = house.services.clock.today();
  const needed: Record<string, readonly string[]> = {
    units: ['name', 'abbreviation', 'parent'], people: ['title', 'given', 'family', 'email', 'unit', 'position', 'seat_number'], positions: ['unit', 'title', 'seat_number'],
    committees: ['committee', 'order_number', 'member_unit', 'member_position', 'member_seat_number', 'member_name', 'member_email'], calendar: ['day', 'kind', 'name'],
  };
  await house.services.database.read(actor, async (tx) => {
    for (const name of tableKinds) {
      const kind = kindOf(name);
      const file = orFail(await judgeFile(tx, Buffer.from((await exportTable(tx, kind, 'csv', today)).body), kind, today)).table;
      await fc.assert(fc.asyncProperty(fc.shuffledSubarray([...file.columns].filter((code) => !['id', 'committee_id', ...(needed[name] as string[])].includes(code))), async (some) => {
        const kept = [...some, ...(needed[name] as string[])];
        const rows = file.rows.map((row) => ({ number: row.number, cells: Object.fromEntries(kept.map((code) => [code, row.cells[code] ?? null])) }));
        expect(countVerdicts(await kind.plan(tx, rows, today)), `${name}: ${kept.join(',')}`).toMatchObject({ unchanged: rows.length });
      }), { numRuns: 8 });
    }
  });
}, 120_000);
