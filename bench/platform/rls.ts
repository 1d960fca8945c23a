import pg from 'pg';
import { recordMessages, replay, type Message } from '../baselines/replay.ts';
import { enlarge } from '../foundation/inbox-data.ts';
import { openHouse, type BenchHouse } from '../support/house.ts';
import { interleave, median, print, timed, type Side } from '../support/rounds.ts';

const username = 'clerk.ssc';
/** A million rows of letters and their recipients; fewer for a trial: `KROM_BENCH_LETTERS=20000`. */
const letters = Number(process.env['KROM_BENCH_LETTERS'] ?? 160_000);
const volume = { letters, recipientsPerLetter: 5, tasks: Math.round(letters / 5), notifications: 20_000 };
const perRound = 12;
const round = (ms: number) => Number(ms.toPrecision(4));

/** A role with the rights of the application that no policy holds back: on the same data, for the measurement alone. */
async function roleWithoutWall(house: BenchHouse): Promise<pg.Client> {
  const password = 'bench-only';
  await house.owner.query(`drop role if exists krom_bench_open; create role krom_bench_open login bypassrls password '${password}' in role krom_app`);
  const url = new URL(house.services.database.pool.options.connectionString as string);
  url.username = 'krom_bench_open';
  url.password = password;
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  return client;
}

async function measure(house: BenchHouse): Promise<void> {
  const { owner, services } = house;
  const { rows } = await owner.query<{ person: number; unit: number }>(
    `select a.person_id as person, p.unit_id as unit from organisation.account a join organisation.holding h on h.person_id = a.person_id and h.main
     join organisation.position p on p.id = h.position_id where a.login = $1`, [username]);
  const { person, unit } = rows[0] as { person: number; unit: number };
  await enlarge(owner, unit, person, volume);
  const counted = await owner.query<{ n: number }>('select ((select count(*) from correspondence.letter) + (select count(*) from correspondence.letter_recipient) + (select count(*) from assignments.task))::int as n');

  const app = await house.app();
  const cookie = await house.signIn(app, username);
  const once = () => app.inject({ url: '/', headers: { cookie } });
  await once();
  const messages = await recordMessages(once);
  await app.close();
  const walled = await services.database.pool.connect();
  const open = await roleWithoutWall(house);
  try {
    const side = (name: string, client: pg.ClientBase, sent: readonly Message[]): Side => ({
      name,
      async round() {
        const times: number[] = [];
        for (let at = 0; at < perRound; at += 1) times.push(await timed(() => replay(client, sent)));
        return { ms: median(times), pieces: 1 };
      },
    });
    // The same rows must come out, or the wall would be measured against another question.
    const [withWall, without] = [await replay(walled, messages), await replay(open, messages)];
    const { rates } = await interleave([side('with', walled, messages), side('without', open, messages)]);
    const [a, b] = [1000 / (rates['with'] as number), 1000 / (rates['without'] as number)];
    print('rls_cost', a / b, { with_ms: round(a), without_ms: round(b), rows: counted.rows[0]?.n, rows_came: [withWall, without], messages: messages.length, volume });
  } finally {
    walled.release();
    await open.end();
    await owner.query('drop role krom_bench_open');
  }
}

/** `rls_cost`: the statements of a clerk's inbox with the second wall, divided by the same statements of a role that it does not hold back. */
export async function benchRls(): Promise<void> {
  const house = await openHouse();
  try {
    await measure(house);
  } finally {
    await house.close();
  }
}
