import { randomBytes } from 'node:crypto';
import { newApiToken } from '../../src/modules/organisation/index.ts';
import { tokenHash } from '../../src/modules/organisation/sign-in/tokens.ts';
import { recordMessages, replay, type Message } from '../baselines/replay.ts';
import { enlarge } from '../foundation/inbox-data.ts';
import { HttpClient } from '../support/http-client.ts';
import { openHouse, type BenchHouse } from '../support/house.ts';
import { interleave, median, print, type Side } from '../support/rounds.ts';

const perRound = 25;

interface Call {
  readonly name: string;
  readonly path: string;
  readonly who: 'clerk' | 'admin';
  /** JSON body, for calls that change something. */
  readonly body?: object;
}

/** The twenty calls that programs of an office make most: fifteen that read, five that change. */
async function calls({ owner }: BenchHouse, unitId: number): Promise<Call[]> {
  const one = async (query: string, ...values: unknown[]) => Object.values((await owner.query<Record<string, unknown>>(query, values)).rows[0] ?? {})[0];
  const letter = await one("select letter_id from correspondence.letter_recipient r join correspondence.letter l on l.id = r.letter_id where r.recipient_id = $1 and l.state = 'issued' order by 1 desc limit 1", unitId);
  const sent = await one("select id from correspondence.letter where owner_unit_id = $1 and state = 'issued' order by id desc limit 1", unitId);
  const meeting = await one("select m.id from meetings.meeting m join meetings.minutes n on n.meeting_id = m.id where n.state = 'certified' order by m.id limit 1");
  const task = await one("select p.task_id from assignments.task_party p join assignments.task t on t.id = p.task_id where p.party_id = $1 and p.role = 'owner' and p.removed_at is null and t.state = 'open' order by 1 desc limit 1", unitId);
  const group = (await owner.query<{ id: number; name: string }>('select id, name from correspondence.recipient_group where owner_unit_id = $1 order by id limit 1', [unitId])).rows[0];
  const read = (name: string, path: string): Call => ({ name, path, who: 'clerk' });
  return [
    read('inbox', '/inbox'), read('search', `/search?q=${encodeURIComponent('แผนปฏิบัติการ')}`), read('circulars', '/circulars'), read('letter', `/letters/${letter}`),
    read('receipts', `/letters/${sent}/receipts`), read('register', '/register?year=2562'), read('sent letters', '/sent-letters'), read('meetings', '/meetings'),
    read('meeting', `/meetings/${meeting}`), read('minutes', `/meetings/${meeting}/minutes`), read('tasks', '/tasks'), read('task', `/tasks/${task}`),
    read('units', '/units'), read('people', '/people'), read('notifications', '/notifications'),
    { name: 'give a task', path: '/tasks/new', who: 'clerk', body: { title: 'ตรวจข้อมูลตัวชี้วัด', owners: [unitId], dueOn: '2020-11-25' } },
    { name: 'report progress', path: `/tasks/${task}/progress`, who: 'clerk', body: { note: 'ดำเนินการแล้วครึ่งหนึ่ง' } },
    { name: 'mark news read', path: '/notifications/read', who: 'clerk', body: {} },
    { name: 'change a group', path: `/recipient-groups/${group?.id}`, who: 'clerk', body: { unit: unitId, name: group?.name ?? '', units: [unitId], active: true } },
    { name: 'set a number', path: '/system/settings/number/meetings.answer-working-days', who: 'admin', body: { value: 5 } },
  ];
}

async function tokenOf({ owner }: BenchHouse, login: string): Promise<string> {
  const token = newApiToken();
  const scopes = ['organisation', 'correspondence', 'assignments', 'meetings', 'system', 'desk'].map((name) => `${name}:write`);
  await owner.query(
    `insert into organisation.api_token (person_id, name, token_hash, ending, scopes, created_at, expires_on, last_used_at)
     select person_id, 'bench', $2, $3, $4, now(), '2099-12-31', now() from organisation.account where login = $1`, [login, tokenHash(token), token.slice(-4), scopes]);
  return token;
}

/** The same messages with an idempotency key of their own: a change can be replayed only under a key that is new. */
function underKey(messages: readonly Message[], recorded: string): readonly Message[] {
  const fresh = recorded.slice(0, -8) + randomBytes(4).toString('hex');
  return messages.map((message) => (message.values ? { ...message, values: message.values.map((value) => (value === recorded ? fresh : value)) } : message));
}

const round = (ms: number) => Number(ms.toPrecision(4));

async function measure(house: BenchHouse): Promise<void> {
  const { owner, services } = house;
  const found = await owner.query<{ person_id: number; unit_id: number }>(
    `select a.person_id, p.unit_id from organisation.account a join organisation.holding h on h.person_id = a.person_id and h.main join organisation.position p on p.id = h.position_id where a.login = 'clerk.kpr'`);
  const { person_id: personId, unit_id: unitId } = found.rows[0] as { person_id: number; unit_id: number };
  await enlarge(owner, unitId, personId);
  const tokens = { clerk: await tokenOf(house, 'clerk.kpr'), admin: await tokenOf(house, 'admin') };
  const app = await house.app();
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/api/v1`;
  const http = new HttpClient();
  const client = await services.database.pool.connect();
  const figures: { name: string; ratio: number; apiMs: number; replayMs: number; messages: number }[] = [];
  try {
    for (const call of await calls(house, unitId)) {
      const authorization = `Bearer ${tokens[call.who]}`;
      const payload = call.body ? JSON.stringify(call.body) : undefined;
      const recorded = `bench-recorded-${randomBytes(4).toString('hex')}`;
      const once = (key: string) => app.inject({ url: `/api/v1${call.path}`, headers: { authorization, ...(payload ? { 'content-type': 'application/json', 'idempotency-key': key } : {}) }, ...(payload ? { method: 'POST' as const, payload } : {}) });
      const first = await once(`${recorded}-warm`);
      if (first.statusCode !== 200) throw new Error(`${call.path}: ${first.statusCode} ${first.body.slice(0, 400)}`);
      const messages = await recordMessages(() => once(recorded));
      const key = messages.flatMap((message) => message.values ?? []).find((value) => typeof value === 'string' && value.endsWith(recorded)) as string | undefined;
      const ask = { url: `${origin}${call.path}`, headers: { authorization }, count: perRound, must: { text: '{"data":', times: 1 }, ...(payload ? { post: payload } : {}) };
      const sides: Side[] = [
        { name: 'api', round: async () => ({ ms: median((await http.ask(ask)).ms), pieces: 1 }) },
        {
          name: 'replay',
          async round() {
            const times: number[] = [];
            for (let i = 0; i < perRound; i++) {
              const own = key ? underKey(messages, key) : messages;
              const started = performance.now();
              await replay(client, own);
              times.push(performance.now() - started);
            }
            return { ms: median(times), pieces: 1 };
          },
        },
      ];
      const { rates } = await interleave(sides);
      const [apiMs, replayMs] = [1000 / (rates['api'] as number), 1000 / (rates['replay'] as number)];
      figures.push({ name: call.name, ratio: apiMs / replayMs, apiMs, replayMs, messages: messages.length });
      print('api_call_vs_statements', apiMs / replayMs, { call: `${payload ? 'POST' : 'GET'} ${call.path.split('?')[0]}`, api_ms: round(apiMs), replay_ms: round(replayMs), messages: messages.length });
    }
  } finally {
    http.close();
    client.release();
    await app.close();
  }
  const worst = figures.reduce((a, b) => (b.ratio > a.ratio ? b : a));
  print('api_vs_statements', worst.ratio, {
    worst: worst.name, api_ms: round(worst.apiMs), replay_ms: round(worst.replayMs), median: round(median(figures.map((one) => one.ratio))), calls: figures.length,
    over_3: figures.filter((one) => one.ratio > 3).map((one) => one.name),
  });
}

/**
 * `api_vs_statements`: the worst of the twenty most used calls of the API, over HTTP with a token, against the replay of
 * its own statements on one connection, token and actor included. A line for each stands before it.
 */
export async function benchApi(): Promise<void> {
  const house = await openHouse();
  try {
    await measure(house);
  } finally {
    await house.close();
  }
}
