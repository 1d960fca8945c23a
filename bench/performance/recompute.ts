import { decimalScore } from '../baselines/ladder-decimal.ts';
import { recordMessages, replay } from '../baselines/replay.ts';
import { openHouse } from '../support/house.ts';
import { interleave, print, timed } from '../support/rounds.ts';
import { systemActor } from '../../src/platform/access/actor.ts';
import type { ReadTx } from '../../src/platform/db/database.ts';
import { classOf } from '../../src/modules/performance/domain/ladder/total.ts';
import { scaledText } from '../../src/modules/performance/domain/numbers.ts';
import type { Framework } from '../../src/modules/performance/domain/framework/framework.ts';
import { shippedFramework } from '../../src/modules/performance/domain/framework/years/shipped.ts';
import { makeSheet, type Sheet } from '../../src/modules/performance/sheet.ts';
import type { Cycle } from '../../src/modules/performance/store/cycles.ts';
import { indicatorsOf } from '../../src/modules/performance/store/indicators.ts';
import { countingResults } from '../../src/modules/performance/store/results.ts';

const departments = Number(process.env.KROM_BENCH_DEPARTMENTS ?? 300);
const [indicators, rounds] = [40, 12];
/** A fiscal year of its own, so that the demo's sheets stay out. */
const year = 2600;

/** 300 departments with a sheet each, in the module's own tables. One in forty results is not reported, one in ten was corrected once. */
const lay = (framework: number): string => `
  select setseed(0.2564);
  create temp table made_unit as with added as (insert into organisation.unit (kind, opened_on) select 'department', '2020-10-01' from generate_series(1, ${departments}) returning id) select id, row_number() over (order by id) as n from added;
  insert into performance.cycle (fiscal_year, framework_id, department_id, keeper_unit_id, state, changed_by, changed_at) select ${year}, ${framework}, id, id, 'running', 0, now() from made_unit order by n;
  insert into performance.indicator (cycle_id, key, place, name, component, better, weight, unit_of_measure, ladder, state, editors, changed_by, changed_at)
    select c.id, n::text, n * 1000000, 'ตัวชี้วัดที่ ' || n, case when n % 3 = 0 then '2.2' else '1' end, case when less then 'less' else 'more' end, 2.5, 'ร้อยละ',
      jsonb_build_object('values', case when less then jsonb_build_array(e::text, d::text, a::text) else jsonb_build_array(a::text, d::text, e::text) end, 'scores', '["50","75","100"]'::jsonb, 'below', (array['zero', 'slope', 'lowest'])[1 + n % 3]),
      'final', array[c.department_id], 0, now()
    from performance.cycle c, lateral (select n, n % 5 = 0 as less, round((20 + random() * 20)::numeric, 2) as a, round((45 + random() * 20)::numeric, 2) as d, round((70 + random() * 30)::numeric, 2) as e from generate_series(1, ${indicators}) n where c.id > 0) made
    where c.fiscal_year = ${year};
  insert into performance.indicator_unit (indicator_id, unit_id, role) select i.id, c.department_id, 'owner' from performance.indicator i join performance.cycle c on c.id = i.cycle_id where c.fiscal_year = ${year};
  insert into performance.round (cycle_id, kind, month, due_on, opened_by, opened_at) select c.id, 'result', m, '2021-01-01', 0, now() from performance.cycle c, generate_series(1, ${rounds}) m where c.fiscal_year = ${year} order by c.id, m;
  insert into performance.result (indicator_id, round_id, value, margin, source, as_of, person_id, person_name, at)
    select i.id, o.id, round((random() * 110)::numeric, 2), null, 'manual', now(), 0, 'bench', now()
    from performance.round o join performance.cycle c on c.id = o.cycle_id and c.fiscal_year = ${year} join performance.indicator i on i.cycle_id = o.cycle_id, lateral generate_series(1, case when (i.id + o.month) % 10 = 0 then 2 else 1 end) again
    where (i.id + o.month) % 40 <> 0 order by i.id, o.month, again;
  analyze performance.cycle, performance.indicator, performance.indicator_unit, performance.round, performance.result;`;

interface Counts {
  readonly scored: number;
  readonly open: number;
  readonly classes: Map<string, number>;
}

/** Every sheet of every department and round, as the pages make them. */
async function recompute(tx: ReadTx, cycles: readonly Cycle[], framework: Framework, look?: (sheet: Sheet) => void): Promise<Counts> {
  const classes = new Map<string, number>();
  let [scored, open] = [0, 0];
  for (const cycle of cycles) {
    const read = { cycle, framework, indicators: await indicatorsOf(tx, cycle.id), results: await countingResults(tx, cycle.id) };
    for (let month = 1; month <= rounds; month++) {
      const sheet = makeSheet(read, month);
      const { total } = sheet;
      if (!total) throw new Error('The framework leaves its rules open');
      scored += sheet.lines.length - total.missing.length;
      if (total.shown === undefined) open++;
      const key = classOf(sheet.classes, total.soFar ?? total.least)?.key ?? 'none';
      classes.set(key, (classes.get(key) ?? 0) + 1);
      look?.(sheet);
    }
  }
  return { scored, open, classes };
}

/** `recompute_vs_read`: the score sheets of 300 departments through the stores and `makeSheet`, against only reading their rows by the same statements. */
export async function benchRecompute(): Promise<void> {
  const house = await openHouse();
  const actor = systemActor('bench');
  const framework = shippedFramework(2564) as Framework;
  const client = await house.services.database.pool.connect();
  try {
    const { rows: [edition] } = await house.owner.query("select id from performance.framework where fiscal_year = 2564 and agency = 'department' order by edition limit 1");
    await house.owner.query(lay(edition.id));
    const cycles = (await house.owner.query<Cycle>('select id, fiscal_year as "fiscalYear", framework_id as "frameworkId", department_id as "departmentId", keeper_unit_id as "keeperUnitId", state, closed_at as "closedAt", rev from performance.cycle where fiscal_year = $1 order by id', [year])).rows;
    const all = (look?: (sheet: Sheet) => void) => house.services.database.read(actor, (tx) => recompute(tx, cycles, framework, look));
    let [wrong, seen] = [0, 0];
    let last = await all(({ lines }) => lines.forEach(({ indicator, explanation }) => {
      if (!explanation || !indicator.ladder || seen++ % 97 !== 0) return;
      const plain = { values: indicator.ladder.values, scores: indicator.ladder.scores, better: indicator.better, below: indicator.ladder.below };
      if (scaledText(explanation.shown, { places: 3 }) !== decimalScore(plain, scaledText(explanation.value), '1')[0]) wrong++;
    }));
    const messages = await recordMessages(() => all());
    const rows = await replay(client, messages);
    const sheets = departments * rounds;
    const { rates } = await interleave([
      { name: 'recompute', round: async () => ({ ms: await timed(async () => void (last = await all())), pieces: sheets }) },
      { name: 'read', round: async () => ({ ms: await timed(() => replay(client, messages)), pieces: sheets }) },
    ]);
    const ms = (rate: number | undefined) => Math.round((sheets / (rate as number)) * 1000);
    print('recompute_vs_read', (rates.read as number) / (rates.recompute as number), {
      ms: { recompute: ms(rates.recompute), read: ms(rates.read) }, rows_read: rows, statements: messages.length, scored: last.scored, sheets, sheets_open: last.open, classes: Object.fromEntries(last.classes), checked_by_decimals: Math.ceil(seen / 97), wrong_of_every_97th: wrong,
    });
  } finally {
    client.release();
    await house.close();
  }
}
