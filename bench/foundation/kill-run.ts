// What the kill tests have in common: people work while processes are killed at random moments; afterwards every act is
// judged and `kill_errors` printed. Which processes there are, and how they are started, the tests say.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import pg from 'pg';
import { projectRoot } from '../../src/platform/config.ts';
import { startEmbedded } from '../../src/platform/db/embedded.ts';
import { randomFrom, shuffled } from '../support/random.ts';
import { median, print } from '../support/rounds.ts';
import { checkLedger, settled } from './kill-check.ts';
import { actsOf, count, emptyLedger, peopleAtWork, type Ledger, type Scene } from './kill-people.ts';

/** The built program in service, whose processes are started again whenever they end. */
export interface KilledHouse {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** SIGKILL to a process by its name, or to the database server. */
  kill(what: string): void;
  /** Milliseconds until people are served; throws after `patience`. */
  ready(patience: number): Promise<number>;
  tail(name: string): string;
}

export interface KillRun {
  readonly krom: KilledHouse;
  /** Names of the processes, without the database. */
  readonly processes: readonly string[];
  /** What is killed in each of twenty kills: a process, the database, or a name of `together`. */
  readonly twenty: readonly string[];
  /** What is killed at once, by the name of the kill. */
  readonly together: Readonly<Record<string, readonly string[]>>;
  readonly port: Scene['port'];
  /** Limit for the acts where `KROM_BENCH_MINUTES` says nothing. */
  readonly minutes: number;
  /** How often each process ended that nobody had killed. */
  readonly ownEnds: () => Iterable<readonly [string, number]>;
  /** What is printed besides. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** A number from the environment. */
export const setting = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** As the owner of the database, at the address that it has now. */
export async function ownerOf(krom: { readonly folder: string }): Promise<pg.Pool> {
  const { ownerUrl } = await startEmbedded(krom.folder);
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  owner.on('error', () => {});
  owner.on('connect', (client) => client.on('error', () => {}));
  return owner;
}

/** What the people of the kill test need to know of the demo. */
export async function sceneOf(owner: pg.Pool): Promise<Pick<Scene, 'units' | 'seats' | 'meetingId'>> {
  const units = await owner.query<{ text: string; unit_id: number }>(`select text, unit_id from organisation.unit_abbreviation where kind = 'preferred'`);
  const seats = await owner.query<{ text: string; id: number }>(
    `select a.text, p.id from organisation.position p join organisation.unit_abbreviation a on a.unit_id = p.unit_id and a.kind = 'preferred' where p.head_of_unit`,
  );
  const meeting = await owner.query<{ id: number }>(`select m.id from meetings.meeting m join meetings.minutes x on x.meeting_id = m.id join organisation.committee c on c.id = m.committee_id
      where m.state = 'held' and c.secretariat_unit_id = (select unit_id from organisation.unit_abbreviation where text = 'กพร.' and kind = 'preferred') order by m.id limit 1`);
  return {
    units: new Map(units.rows.map((row) => [row.text, row.unit_id])),
    seats: new Map(seats.rows.map((row) => [row.text, row.id])),
    meetingId: meeting.rows[0]?.id ?? 0,
  };
}

/** Kills at random moments between the first and the last act; the next one waits until people are served again. */
async function killing({ krom, processes, twenty, together }: KillRun, scene: Scene, kills: number, done: () => boolean): Promise<{ killed: Record<string, number>; backMs: number[] }> {
  const { ledger, random, wanted } = scene;
  const killed: Record<string, number> = Object.fromEntries(twenty.map((target) => [target, 0]));
  const backMs: number[] = [];
  const at = Array.from({ length: kills }, () => wanted * (0.02 + 0.94 * random())).sort((a, b) => a - b);
  const what = shuffled(Array.from({ length: Math.ceil(kills / 20) }, () => twenty).flat(), random);
  for (const [n, moment] of at.entries()) {
    while (actsOf(ledger) < moment && !done()) await pause(10);
    if (done()) break;
    await pause(400 * random());
    const target = what[n] as string;
    const atOnce = together[target];
    for (const one of atOnce ? shuffled(atOnce, random) : [target]) krom.kill(one);
    killed[target] = (killed[target] ?? 0) + 1;
    await pause(20);
    try {
      backMs.push(await krom.ready(60_000));
    } catch (error) {
      count(ledger.errors, `did not come back after ${target} was killed`);
      console.error((error as Error).message);
      for (const name of processes) krom.kill(name);
      await krom.ready(60_000);
    }
  }
  return { killed, backMs };
}

/** Everything that must hold once the house has come to rest: errors go into the ledger, jobs and the words of `verify` come back. */
async function judge({ krom, ownEnds }: KillRun, ledger: Ledger): Promise<{ jobs: Awaited<ReturnType<typeof settled>>; verify: string | undefined }> {
  await krom.ready(60_000);
  const owner = await ownerOf(krom);
  const jobs = await settled(owner, ledger);
  await checkLedger(owner, ledger);
  const verify = spawnSync(process.execPath, [path.join(projectRoot, 'dist/cli.mjs'), 'verify'], { env: krom.env, encoding: 'utf8' });
  if (verify.status !== 0) {
    count(ledger.errors, 'krom verify');
    console.error(verify.stderr || verify.stdout);
  }
  for (const [name, times] of ownEnds()) if (times > 0) count(ledger.errors, `${name} ended by itself`, times);
  await owner.end();
  return { jobs, verify: verify.stdout.trim().split(' / ').pop() };
}

const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, n) => all + n, 0);

/**
 * Lets people work in a house that serves already, kills, judges and prints. `KROM_BENCH_ACTS` (2,000),
 * `KROM_BENCH_KILLS` (20) and `KROM_BENCH_SEED` make a smaller run or the same one again.
 */
export async function killWhilePeopleWork(run: KillRun): Promise<void> {
  const wanted = setting('KROM_BENCH_ACTS', 2_000);
  const seed = setting('KROM_BENCH_SEED', Math.floor(Math.random() * 1e9));
  const before = await ownerOf(run.krom);
  const places = await sceneOf(before);
  await before.end();

  const ledger = emptyLedger();
  const started = Date.now();
  const limit = setting('KROM_BENCH_MINUTES', run.minutes) * 60_000;
  const scene: Scene = { ...places, port: run.port, ledger, random: randomFrom(seed), wanted, over: () => Date.now() - started > limit };
  let done = false;
  let failure: Error | undefined;
  const work = peopleAtWork(scene).catch((error: Error) => (failure = error)).finally(() => (done = true));
  const { killed, backMs } = await killing(run, scene, setting('KROM_BENCH_KILLS', 20), () => done);
  await work;
  if (failure) throw failure;
  const seconds = (Date.now() - started) / 1000;
  if (actsOf(ledger) < wanted) count(ledger.errors, 'acts not done in time', wanted - actsOf(ledger));

  const { jobs, verify } = await judge(run, ledger);
  print('kill_errors', sum(ledger.errors.values()), {
    ...run.more, acts: actsOf(ledger), circulars: ledger.circulars.length, acknowledgements: ledger.acknowledged.length, minutes_circulated: ledger.circulations.length,
    minutes_answered: ledger.answers.length, minutes_recalled: ledger.recalls.length,
    kills: sum(Object.values(killed)), killed, back_ms_median: backMs.length > 0 ? median(backMs) : null, back_ms_worst: Math.max(0, ...backMs),
    retries: sum(ledger.retries.values()), retries_by_kind: Object.fromEntries(ledger.retries),
    errors: Object.fromEntries(ledger.errors), jobs, verify, seconds: Math.round(seconds), seed,
  });
  if (ledger.errors.size > 0) console.error(run.processes.map((name) => `${name}:\n${run.krom.tail(name)}`).join('\n'));
}
