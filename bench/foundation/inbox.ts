import { recordMessages, replay } from '../baselines/replay.ts';
import { HttpClient } from '../support/http-client.ts';
import { openHouse, type BenchHouse } from '../support/house.ts';
import { interleave, median, print, type Side } from '../support/rounds.ts';
import { statementsRead } from '../support/rows-read.ts';
import { enlarge, volume } from './inbox-data.ts';

const username = 'clerk.ssc';
const rowsShown = 50;
const perRound = 60;
const cpuGets = 500;

async function measure(house: BenchHouse): Promise<void> {
  const { owner, services } = house;
  const found = await owner.query<{ person_id: number; unit_id: number }>(
    `select a.person_id, p.unit_id from organisation.account a join organisation.holding h on h.person_id = a.person_id and h.main
     join organisation.position p on p.id = h.position_id where a.login = $1`,
    [username],
  );
  const { person_id: personId, unit_id: unitId } = found.rows[0] as { person_id: number; unit_id: number };
  await enlarge(owner, unitId, personId);

  let told: { statements: number; rows: number } | undefined;
  const watched = await house.app({ onPage: ({ stats }) => (told = { statements: stats.statements, rows: stats.rows }) });
  const cookie = await house.signIn(watched, username);
  const once = () => watched.inject({ url: '/', headers: { cookie } });
  await once();
  const messages = await recordMessages(once);
  await watched.close();

  const app = await house.app();
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
  const http = new HttpClient();
  const client = await services.database.pool.connect();
  try {
    const get = (count: number) => http.ask({ url, cookie, count, must: { text: '<span class="row-no">', times: rowsShown } });
    const sides: Side[] = [
      { name: 'get', round: async () => ({ ms: median((await get(perRound)).ms), pieces: 1 }) },
      {
        name: 'replay',
        async round() {
          const times: number[] = [];
          for (let i = 0; i < perRound; i++) {
            const started = performance.now();
            await replay(client, messages);
            times.push(performance.now() - started);
          }
          return { ms: median(times), pieces: 1 };
        },
      },
    ];
    const { rates } = await interleave(sides);
    const getMs = 1000 / (rates['get'] as number);
    const replayMs = 1000 / (rates['replay'] as number);
    const { bytes } = await get(1);
    const each = (await statementsRead(client, messages)).map(({ read }) => read);
    print('inbox_vs_statements', getMs / replayMs, { get_ms: round(getMs), replay_ms: round(replayMs), page_bytes: bytes, volume });
    print('inbox_statements', messages.length, {
      page: told?.statements,
      rows_returned: told?.rows,
      rows_read: each.reduce((sum, n) => sum + n, 0),
      rows_read_each: each,
      rows_shown: rowsShown,
    });

    await get(100);
    const before = process.cpuUsage();
    await get(cpuGets);
    const { user, system } = process.cpuUsage(before);
    print('page_cpu_ms', (user + system) / 1000 / cpuGets, { gets: cpuGets, user_ms: round(user / 1000 / cpuGets), system_ms: round(system / 1000 / cpuGets) });
  } finally {
    http.close();
    client.release();
    await app.close();
  }
}

const round = (ms: number) => Number(ms.toPrecision(4));

/**
 * `inbox_vs_statements`: the first page of a records clerk (50 rows and the paper of the first), over HTTP, against its
 * own statements alone. `inbox_statements`: messages to the database for one GET, with session, opening and commit.
 * `page_cpu_ms`: CPU of the server process for one GET.
 */
export async function benchInbox(): Promise<void> {
  const house = await openHouse();
  try {
    await measure(house);
  } finally {
    await house.close();
  }
}
