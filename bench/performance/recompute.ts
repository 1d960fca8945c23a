import { rmSync } from 'node:fs';
import pg from 'pg';
import { decimalScore } from '../baselines/ladder-decimal.ts';
import { benchFolder } from '../support/house.ts';
import { interleave, print, timed } from '../support/rounds.ts';
import { ladderOf, readyLadder, scoreOf } from '../../src/modules/performance/domain/ladder/ladder.ts';
import { classOf, totalOf, type Line } from '../../src/modules/performance/domain/ladder/total.ts';
import { hundred, roundedText, scaled, usualRounding } from '../../src/modules/performance/domain/numbers.ts';
import { classesOf, totalRulesOf, type Framework } from '../../src/modules/performance/domain/framework/framework.ts';
import { shippedFramework } from '../../src/modules/performance/domain/framework/years/shipped.ts';
import { startEmbedded } from '../../src/platform/db/embedded.ts';

const [departments, indicators, rounds] = [300, 40, 12];

/** The rows that a score sheet is made of, in tables of the form that the module's own will have. One in forty results is not reported. */
const lay = `
  create schema bench;
  create table bench.indicator (id int primary key, department int not null, component text not null, weight numeric(21,6) not null, better text not null, below text not null, rung_values text[] not null, rung_scores text[] not null);
  create table bench.result (indicator_id int not null references bench.indicator, month int not null, value numeric(21,6), primary key (indicator_id, month));
  select setseed(0.2564);
  insert into bench.indicator
    select n, (n - 1) / ${indicators}, case when n % 3 = 0 then '2.2' else '1' end, 2.5, case when less then 'less' else 'more' end, (array['zero', 'slope', 'lowest'])[1 + n % 3],
      case when less then array[c::text, b::text, a::text] else array[a::text, b::text, c::text] end, array['50', '75', '100']
    from (select n, n % 5 = 0 as less, round((20 + random() * 20)::numeric, 2) as a, round((45 + random() * 20)::numeric, 2) as b, round((70 + random() * 30)::numeric, 2) as c from generate_series(1, ${departments * indicators}) n) made;
  insert into bench.result select n, month, case when (n + month) % 40 = 0 then null else round((random() * 110)::numeric, 2) end from generate_series(1, ${departments * indicators}) n, generate_series(1, ${rounds}) month;
  analyze;`;

interface IndicatorRow { id: number; department: number; component: string; weight: string; better: 'more' | 'less'; below: 'zero' | 'slope' | 'lowest'; rung_values: string[]; rung_scores: string[] }
interface ResultRow { indicator_id: number; month: number; value: string | null }

async function readRows(client: pg.Client): Promise<{ sheet: IndicatorRow[]; results: ResultRow[] }> {
  const sheet = await client.query<IndicatorRow>('select * from bench.indicator order by department, id');
  const results = await client.query<ResultRow>('select indicator_id, month, value from bench.result order by indicator_id, month');
  return { sheet: sheet.rows, results: results.rows };
}

/** Every score, total and class of every department and round. */
function recompute({ sheet, results }: Awaited<ReturnType<typeof readRows>>): { scored: number; open: number; classes: Map<string, number> } {
  const framework = shippedFramework(2564) as Framework;
  const rules = totalRulesOf(framework);
  if (!rules) throw new Error('The framework leaves its rules open');
  const classes = classesOf(framework);
  const counts = new Map<string, number>();
  let [scored, open, at] = [0, 0, 0];
  // Department by department, as the rows come: what is done with is let go.
  for (let from = 0; from < sheet.length; ) {
    const department = (sheet[from] as IndicatorRow).department;
    const lines: Line[][] = Array.from({ length: rounds }, () => []);
    for (; sheet[from]?.department === department; from++) {
      const row = sheet[from] as IndicatorRow;
      const ladder = readyLadder(ladderOf(row.rung_values, row.rung_scores, row));
      const line = { key: String(row.id), component: row.component, weight: scaled(row.weight), top: hundred };
      for (; results[at]?.indicator_id === row.id; at++) {
        const { month, value } = results[at] as ResultRow;
        if (value !== null) scored++;
        lines[month - 1]?.push({ ...line, result: value === null ? { state: 'missing' } : { state: 'scored', score: scoreOf(ladder, scaled(value)) } });
      }
    }
    for (const sheetOf of lines) {
      const total = totalOf(sheetOf, rules);
      if (total.shown === undefined) open++;
      const key = classOf(classes, total.soFar ?? total.least)?.key ?? 'none';
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  if (at !== results.length) throw new Error(`${results.length - at} results were left over`);
  return { scored, open, classes: counts };
}

/** `recompute_vs_read`: the score sheets of 300 departments from their rows, against only reading those rows. */
export async function benchRecompute(): Promise<void> {
  const folder = benchFolder();
  const server = await startEmbedded(folder);
  const client = new pg.Client({ connectionString: server.ownerUrl });
  try {
    await client.connect();
    await client.query(lay);
    const rows = await readRows(client);
    const byId = new Map(rows.sheet.map((row) => [row.id, row]));
    let wrong = 0;
    rows.results.forEach(({ indicator_id, value }, at) => {
      if (value === null || at % 97 !== 0) return;
      const row = byId.get(indicator_id) as IndicatorRow;
      const ladder = { values: row.rung_values, scores: row.rung_scores, better: row.better, below: row.below };
      if (roundedText(scoreOf(readyLadder(ladderOf(ladder.values, ladder.scores, ladder)), scaled(value)), usualRounding) !== decimalScore(ladder, value, '1')[0]) wrong++;
    });
    const sheets = departments * rounds;
    let last = recompute(rows);
    const { rates } = await interleave([
      { name: 'recompute', round: async () => ({ ms: await timed(async () => void (last = recompute(await readRows(client)))), pieces: sheets }) },
      { name: 'read', round: async () => ({ ms: await timed(() => readRows(client)), pieces: sheets }) },
    ]);
    const ms = (rate: number | undefined) => Math.round((sheets / (rate as number)) * 1000);
    print('recompute_vs_read', (rates.read as number) / (rates.recompute as number), {
      ms: { recompute: ms(rates.recompute), read: ms(rates.read) }, results: rows.results.length, scored: last.scored, sheets, sheets_open: last.open, classes: Object.fromEntries(last.classes), wrong_of_every_97th: wrong,
    });
  } finally {
    await client.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
