// What it costs to issue a letter: the whole act over HTTP, against its own statements and against Parse Server.
import type { FastifyInstance } from 'fastify';
import { registerReplay, type RegisterReplay } from '../baselines/register-replay.ts';
import { startParseServer, type ParseServer } from '../baselines/parse-server.ts';
import { recordMessages } from '../baselines/replay.ts';
import { Clerks, type Work } from '../support/clerks.ts';
import { openHouse, type BenchHouse } from '../support/house.ts';
import { databaseMs, processMs } from '../support/processor-time.ts';
import { interleave, print, timed, type Side } from '../support/rounds.ts';
import { rowsLeft } from '../support/rows-left.ts';
import { postmasterPid } from '../support/supervised.ts';
import { clerksAtOnce, layDrafts, openUnits, startIdsHigh, type BenchUnit } from './office.ts';

/** Letters of each clerk in each round: `KROM_BENCH_ACTS=10` is a trial. */
const perClerk = Number(process.env['KROM_BENCH_ACTS'] ?? 40);
const rounds = 5;
const round = (n: number) => Number(n.toPrecision(4));

/** Processor time of everybody for one piece, in ms; medians would hide who pays. */
class Split {
  readonly #sums = { server: 0, database: 0, client: 0, pieces: 0 };
  add(server: number, database: number, client: number, pieces: number): void {
    this.#sums.server += server;
    this.#sums.database += database;
    this.#sums.client += client;
    this.#sums.pieces += pieces;
  }
  get each() {
    const { server, database, client, pieces } = this.#sums;
    return { server: round(server / pieces), database: round(database / pieces), client: round(client / pieces) };
  }
}

interface Desk {
  readonly unit: BenchUnit;
  readonly cookie: string;
  /** Drafts that wait, and keys of forms of this browser. */
  readonly drafts: number[];
  readonly keys: string[];
  replay?: RegisterReplay;
}

const post = { 'content-type': 'application/x-www-form-urlencoded' };
const issuePath = (id: number) => `/drafts/${id}/issue-paper`;

class RegisterBench {
  readonly house: BenchHouse;
  readonly #clerks = new Clerks();
  readonly #app: FastifyInstance;
  readonly #port: number;
  readonly #server: number;

  private constructor(house: BenchHouse, app: FastifyInstance, port: number) {
    this.house = house;
    this.#app = app;
    this.#port = port;
    this.#server = postmasterPid(house.folder) ?? 0;
  }

  static async open(house: BenchHouse): Promise<RegisterBench> {
    const app = await house.app();
    await app.listen({ port: 0, host: '127.0.0.1' });
    const address = app.server.address();
    return new RegisterBench(house, app, typeof address === 'object' ? (address?.port ?? 0) : 0);
  }

  async close(): Promise<void> {
    this.#clerks.close();
    await this.#app.close();
  }

  /** A desk for each clerk, with drafts for all rounds of both sides. */
  async desks(units: readonly BenchUnit[], elsewhere: readonly number[]): Promise<Desk[]> {
    const desks: Desk[] = [];
    for (const unit of units) {
      const to = elsewhere.filter((id) => id !== unit.unitId).slice(0, 3);
      for (const login of unit.clerks) {
        desks.push({ unit, cookie: await this.house.signIn(this.#app, login), drafts: await layDrafts(this.house.owner, unit, to, 2 * perClerk * (rounds + 1) + 4), keys: [] });
      }
    }
    return desks;
  }

  /** Keys for the next letters, from the pages on which clerks press the button. Not measured. */
  async #fetchKeys(desks: readonly Desk[], each: number): Promise<void> {
    while (desks.some(({ keys }) => keys.length < each)) {
      const wanting = desks.filter(({ keys }) => keys.length < each);
      const asked: Work = { port: this.#port, expect: 200, keys: true, clerks: wanting.map(({ cookie, drafts, keys }) => ({ headers: { cookie }, send: Array.from({ length: Math.max(1, Math.ceil((each - keys.length) / 5)) }, () => ({ path: `/drafts/${drafts[0]}/check` })) })) };
      const got = await this.#clerks.work(asked);
      wanting.forEach((desk, at) => desk.keys.push(...(got.keys[at] ?? [])));
    }
  }

  /** One letter through `inject`, so that its messages to PostgreSQL can be written down. */
  async #record(desk: Desk): Promise<RegisterReplay> {
    await this.#fetchKeys([desk], 2);
    const issue = async () => {
      const [id, key] = [desk.drafts.shift() as number, desk.keys.shift() as string];
      const answer = await this.#app.inject({ method: 'POST', url: issuePath(id), headers: { cookie: desk.cookie, ...post }, payload: new URLSearchParams({ _key: key }).toString() });
      if (answer.statusCode !== 303 || !answer.headers.location?.startsWith('/letters/')) throw new Error(`${answer.statusCode} ${answer.headers.location ?? ''} ${answer.body.replaceAll(/<[^>]+>|\s+/g, ' ').slice(0, 800)}`);
      return { id, key: key.split('.')[0] as string };
    };
    await issue();
    let done = { id: 0, key: '' };
    const messages = await recordMessages(async () => void (done = await issue()));
    const { rows } = await this.house.owner.query<{ token: string; entryId: number; reference: string }>('select verification_token as token, register_entry_id::int as "entryId", reference from correspondence.letter where id = $1', [done.id]);
    return registerReplay(messages, { draftId: done.id, key: done.key, ...(rows[0] as { token: string; entryId: number; reference: string }) });
  }

  /** Writes down what an act of each desk's unit sends, and holds the rows that it leaves against those of its replay. */
  async recordAll(desks: readonly Desk[]): Promise<void> {
    for (const desk of desks) desk.replay = await this.#record(desk);
    const first = desks[0] as Desk;
    await this.#fetchKeys([first], 1);
    const acted = await rowsLeft(this.house.owner, () => this.#send([first], 1));
    const replayed = await rowsLeft(this.house.owner, () => this.#replay([first], 1));
    if (JSON.stringify(acted) !== JSON.stringify(replayed)) throw new Error(`the baseline leaves other rows: ${JSON.stringify({ acted, replayed })}`);
  }

  async #send(desks: readonly Desk[], each: number) {
    const done = await this.#clerks.work({
      port: this.#port, expect: 303,
      clerks: desks.map(({ cookie, drafts, keys }) => ({ headers: { cookie, ...post }, send: drafts.splice(0, each).map((id) => ({ path: issuePath(id), body: new URLSearchParams({ _key: keys.shift() as string }).toString() })) })),
    });
    if (done.locations.flat().some((location) => !/^\/letters\/\d+$/.test(location))) throw new Error(`an act was refused: ${done.locations.flat().find((location) => !/^\/letters\/\d+$/.test(location))}`);
    return done;
  }

  #replay(desks: readonly Desk[], each: number): Promise<unknown> {
    return Promise.all(desks.map(async ({ drafts, replay }) => {
      for (const id of drafts.splice(0, each)) await (replay as RegisterReplay).run(this.house.services.database.pool, id);
    }));
  }

  httpSide(name: string, desks: readonly Desk[], split: Split): Side {
    return {
      name,
      round: async () => {
        await this.#fetchKeys(desks, perClerk);
        const [own, database] = [process.cpuUsage(), databaseMs(this.#server)];
        const done = await this.#send(desks, perClerk);
        const { user, system } = process.cpuUsage(own);
        split.add((user + system) / 1000, databaseMs(this.#server) - database, done.cpuMs, desks.length * perClerk);
        return { ms: done.ms, pieces: desks.length * perClerk };
      },
    };
  }

  bareSide(name: string, desks: readonly Desk[], split: Split): Side {
    return {
      name,
      round: async () => {
        const [own, database] = [process.cpuUsage(), databaseMs(this.#server)];
        const ms = await timed(() => this.#replay(desks, perClerk));
        const { user, system } = process.cpuUsage(own);
        split.add((user + system) / 1000, databaseMs(this.#server) - database, 0, desks.length * perClerk);
        return { ms, pieces: desks.length * perClerk };
      },
    };
  }

  parseSide(name: string, parse: ParseServer, split: Split): Side {
    const headers = { ...parse.headers, 'content-type': 'application/json' };
    return {
      name,
      round: async () => {
        const send = Array.from({ length: perClerk }, (_, n) => ({ path: parse.path, body: JSON.stringify({ subject: `ขอส่งรายงานผลการดำเนินงานตามแผนปฏิบัติราชการ ฉบับที่ ${n}` }) }));
        const [own, database] = [processMs(parse.pid), databaseMs(this.#server)];
        const done = await this.#clerks.work({ port: parse.port, expect: 201, clerks: Array.from({ length: clerksAtOnce }, () => ({ headers, send })) });
        split.add(processMs(parse.pid) - own, databaseMs(this.#server) - database, done.cpuMs, clerksAtOnce * perClerk);
        return { ms: done.ms, pieces: clerksAtOnce * perClerk };
      },
    };
  }
}

async function measure(house: BenchHouse): Promise<void> {
  const { each, shared } = await openUnits(house.owner);
  await startIdsHigh(house.owner);
  const bench = await RegisterBench.open(house);
  const parse = await startParseServer(house.owner);
  try {
    const elsewhere = each.map(({ unitId }) => unitId);
    const [many, one] = [await bench.desks(each, elsewhere), await bench.desks([shared], elsewhere)];
    await bench.recordAll(many);
    await bench.recordAll(one);
    await house.owner.query('vacuum analyze');
    const splits = { http: new Split(), bare: new Split(), httpShared: new Split(), bareShared: new Split(), parse: new Split() };
    const { rates } = await interleave([
      bench.httpSide('http', many, splits.http), bench.bareSide('bare', many, splits.bare),
      ...('failure' in parse ? [] : [bench.parseSide('parse', parse, splits.parse)]),
      bench.httpSide('http_shared', one, splits.httpShared), bench.bareSide('bare_shared', one, splits.bareShared),
    ], rounds);
    const rate = (name: string) => rates[name] as number;
    const messages = many[0]?.replay?.messages;
    print('register_vs_statements', rate('http') / rate('bare'), { http_acts_per_s: round(rate('http')), bare_acts_per_s: round(rate('bare')), clerks: clerksAtOnce, series: many.length, messages, cpu_ms_each: { http: splits.http.each, bare: splits.bare.each } });
    print('register_vs_statements_shared', rate('http_shared') / rate('bare_shared'), { http_acts_per_s: round(rate('http_shared')), bare_acts_per_s: round(rate('bare_shared')), clerks: clerksAtOnce, series: 1, cpu_ms_each: { http: splits.httpShared.each, bare: splits.bareShared.each } });
    if ('failure' in parse) print('register_vs_parse_server', 'not measured', { why: parse.failure });
    else print('register_vs_parse_server', rate('http') / rate('parse'), { krom_acts_per_s: round(rate('http')), parse_objects_per_s: round(rate('parse')), parse_server: parse.version, licence: parse.licence, cpu_ms_each: { krom: splits.http.each, parse: splits.parse.each } });
    await checkSeries(house);
  } finally {
    if (!('failure' in parse)) await parse.close();
    await bench.close();
  }
}

/** Both sides took numbers for real: no series may have a gap. */
async function checkSeries({ owner }: BenchHouse): Promise<void> {
  const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n from correspondence.counter c where last_number <> (select coalesce(max(number), 0) from correspondence.register_entry e
    where e.owner_unit_id = c.owner_unit_id and e.book = c.book and e.year = c.year) or exists (select 1 from (select number, lag(number) over (order by number) as before from correspondence.register_entry e
    where e.owner_unit_id = c.owner_unit_id and e.book = c.book and e.year = c.year and subject_id > 50000000) x where number <> before + 1)`);
  if (rows[0]?.n !== 0) throw new Error(`${rows[0]?.n} series are not whole`);
}

/**
 * `register_vs_statements`: letters a second that 16 clerks issue over HTTP on 16 series (session, form key, idempotency,
 * number, register, recipients, trail, jobs), against their own statements over the same pool; the same on one series; and
 * against objects a second of Parse Server on the same PostgreSQL server.
 */
export async function benchRegister(): Promise<void> {
  const house = await openHouse();
  try {
    await measure(house);
  } finally {
    await house.close();
  }
}
