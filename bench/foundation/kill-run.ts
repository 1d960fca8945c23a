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
import { actsOf, count, emptyLedger, peopleAtWork, type Scene, type Tally } from './kill-people.ts';

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

/** What people do while everything is killed, and what must be true afterwards. */
export interface KilledWork {
  readonly tally: Tally;
  /** Acts that got their answer so far. */
  acts(): number;
  /** Resolves when `wanted` acts are done or the time is over. */
  people(): Promise<void>;
  /** Counts in the tally what is not as people were told. */
  check(owner: pg.Pool): Promise<void>;
  /** What is printed: acts by kind. */
  told(): Readonly<Record<string, unknown>>;
}

/** Limits of a run. */
export interface WorkLimits {
  readonly wanted: number;
  readonly random: () => number;
  /** True when the time is over. */
  readonly over: () => boolean;
}

/** Kills at random moments between the first and the last act; the next one waits until people are served again. */
async function killing({ krom, processes, twenty, together }: KillRun, work: KilledWork, { wanted, random }: WorkLimits, kills: number, done: () => boolean): Promise<{ killed: Record<string, number>; backMs: number[] }> {
  const killed: Record<string, number> = Object.fromEntries(twenty.map((target) => [target, 0]));
  const backMs: number[] = [];
  const at = Array.from({ length: kills }, () => wanted * (0.02 + 0.94 * random())).sort((a, b) => a - b);
  const what = shuffled(Array.from({ length: Math.ceil(kills / 20) }, () => twenty).flat(), random);
  for (const [n, moment] of at.entries()) {
    while (work.acts() < moment && !done()) await pause(10);
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
      count(work.tally.errors, `did not come back after ${target} was killed`);
      console.error((error as Error).message);
      for (const name of processes) krom.kill(name);
      await krom.ready(60_000);
    }
  }
  return { killed, backMs };
}

/** Everything that must hold once the house has come to rest: errors go into the ledger, jobs and the words of `verify` come back. */
async function judge({ krom, ownEnds }: KillRun, work: KilledWork): Promise<{ jobs: Awaited<ReturnType<typeof settled>>; verify: string | undefined }> {
  await krom.ready(60_000);
  const owner = await ownerOf(krom);
  const { errors } = work.tally;
  const jobs = await settled(owner, work.tally);
  await work.check(owner);
  const verify = spawnSync(process.execPath, [path.join(projectRoot, 'dist/cli.mjs'), 'verify'], { env: krom.env, encoding: 'utf8' });
  if (verify.status !== 0) {
    count(errors, 'krom verify');
    console.error(verify.stderr || verify.stdout);
  }
  for (const [name, times] of ownEnds()) if (times > 0) count(errors, `${name} ended by itself`, times);
  await owner.end();
  return { jobs, verify: verify.stdout.trim().split(' / ').pop() };
}

const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, n) => all + n, 0);

/**
 * Lets people work in a house that serves already, kills, judges and prints. `KROM_BENCH_ACTS` (2,000),
 * `KROM_BENCH_KILLS` (20) and `KROM_BENCH_SEED` make a smaller run or the same one again.
 */
export async function killWhileAtWork(run: KillRun, begin: (owner: pg.Pool, limits: WorkLimits) => Promise<KilledWork>): Promise<void> {
  const wanted = setting('KROM_BENCH_ACTS', 2_000);
  const seed = setting('KROM_BENCH_SEED', Math.floor(Math.random() * 1e9));
  let started = Date.now();
  const limit = setting('KROM_BENCH_MINUTES', run.minutes) * 60_000;
  const limits: WorkLimits = { wanted, random: randomFrom(seed), over: () => Date.now() - started > limit };
  const before = await ownerOf(run.krom);
  const work = await begin(before, limits);
  await before.end();

  const { errors, retries } = work.tally;
  started = Date.now();
  let done = false;
  let failure: Error | undefined;
  const people = work.people().catch((error: Error) => (failure = error)).finally(() => (done = true));
  const { killed, backMs } = await killing(run, work, limits, setting('KROM_BENCH_KILLS', 20), () => done);
  await people;
  if (failure) throw failure;
  const seconds = (Date.now() - started) / 1000;
  if (work.acts() < wanted) count(errors, 'acts not done in time', wanted - work.acts());

  const { jobs, verify } = await judge(run, work);
  print('kill_errors', sum(errors.values()), {
    ...run.more, acts: work.acts(), ...work.told(),
    kills: sum(Object.values(killed)), killed, back_ms_median: backMs.length > 0 ? median(backMs) : null, back_ms_worst: Math.max(0, ...backMs),
    retries: sum(retries.values()), retries_by_kind: Object.fromEntries(retries),
    errors: Object.fromEntries(errors), jobs, verify, seconds: Math.round(seconds), seed,
  });
  if (errors.size > 0) console.error(run.processes.map((name) => `${name}:\n${run.krom.tail(name)}`).join('\n'));
}

/** The people of the foundation: circulars, acknowledgements and minutes. */
export function killWhilePeopleWork(run: KillRun): Promise<void> {
  return killWhileAtWork(run, async (owner, limits) => {
    const ledger = emptyLedger();
    const scene: Scene = { ...(await sceneOf(owner)), ...limits, port: run.port, ledger };
    return {
      tally: ledger,
      acts: () => actsOf(ledger),
      people: () => peopleAtWork(scene),
      check: (after) => checkLedger(after, ledger),
      told: () => ({
        circulars: ledger.circulars.length, acknowledgements: ledger.acknowledged.length, minutes_circulated: ledger.circulations.length,
        minutes_answered: ledger.answers.length, minutes_recalled: ledger.recalls.length,
      }),
    };
  });
}
