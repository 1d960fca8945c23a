// `kill_errors`: the built program and its database are killed while people work; afterwards every acknowledged act must
// be there exactly once, the register without gap or double, and the sealed log whole.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import pg from 'pg';
import { projectRoot } from '../../src/platform/config.ts';
import { startEmbedded } from '../../src/platform/db/embedded.ts';
import { median, print } from '../support/rounds.ts';
import { randomFrom, shuffled } from '../support/random.ts';
import { Supervised } from '../support/supervised.ts';
import { checkLedger, settled } from './kill-check.ts';
import { actsOf, count, emptyLedger, peopleAtWork, type Scene } from './kill-people.ts';

type Target = 'web' | 'worker' | 'database' | 'all';

const setting = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Which things are killed: of 20, seven times the web process, seven the database, four the worker, twice everything at once. */
function targets(kills: number, random: () => number): Target[] {
  const twenty: Target[] = [...Array<Target>(7).fill('web'), ...Array<Target>(7).fill('database'), ...Array<Target>(4).fill('worker'), 'all', 'all'];
  return shuffled(Array.from({ length: Math.ceil(kills / 20) }, () => twenty).flat(), random).slice(0, kills);
}

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
async function killing(krom: Supervised, scene: Scene, kills: number, done: () => boolean): Promise<{ killed: Record<Target, number>; backMs: number[] }> {
  const killed: Record<Target, number> = { web: 0, worker: 0, database: 0, all: 0 };
  const backMs: number[] = [];
  const at = Array.from({ length: kills }, () => scene.wanted * (0.02 + 0.94 * scene.random())).sort((a, b) => a - b);
  const what = targets(kills, scene.random);
  for (const [n, moment] of at.entries()) {
    while (actsOf(scene.ledger) < moment && !done()) await pause(10);
    if (done()) break;
    await pause(400 * scene.random());
    const target = what[n] as Target;
    for (const one of target === 'all' ? shuffled(['web', 'worker', 'database'] as const, scene.random) : [target]) krom.kill(one);
    killed[target] += 1;
    await pause(20);
    try {
      backMs.push(await krom.ready(60_000));
    } catch (error) {
      count(scene.ledger.errors, `did not come back after ${target} was killed`);
      console.error((error as Error).message);
      krom.kill('web');
      krom.kill('worker');
      await krom.ready(60_000);
    }
  }
  return { killed, backMs };
}

/** `KROM_BENCH_ACTS` (2,000), `KROM_BENCH_KILLS` (20) and `KROM_BENCH_SEED` make a smaller run or the same one again. */
export async function benchKill(): Promise<void> {
  const wanted = setting('KROM_BENCH_ACTS', 2_000);
  const kills = setting('KROM_BENCH_KILLS', 20);
  const seed = setting('KROM_BENCH_SEED', Math.floor(Math.random() * 1e9));
  const krom = new Supervised(setting('KROM_BENCH_PORT', 24_817));
  try {
    krom.start('web');
    await krom.ready(120_000);
    krom.start('worker');
    const before = await ownerOf(krom);
    const places = await sceneOf(before);
    await before.end();

    const ledger = emptyLedger();
    const started = Date.now();
    const scene: Scene = {
      ...places, port: krom.port, ledger, random: randomFrom(seed), wanted,
      over: () => Date.now() - started > setting('KROM_BENCH_MINUTES', 7) * 60_000,
    };
    let done = false;
    let failure: Error | undefined;
    const work = peopleAtWork(scene).catch((error: Error) => (failure = error)).finally(() => (done = true));
    const { killed, backMs } = await killing(krom, scene, kills, () => done);
    await work;
    if (failure) throw failure;
    const seconds = (Date.now() - started) / 1000;
    if (actsOf(ledger) < wanted) count(ledger.errors, 'acts not done in time', wanted - actsOf(ledger));

    await krom.ready(60_000);
    const owner = await ownerOf(krom);
    const jobs = await settled(owner, ledger);
    await checkLedger(owner, ledger);
    const verify = spawnSync(process.execPath, [path.join(projectRoot, 'dist/cli.mjs'), 'verify'], { env: krom.env, encoding: 'utf8' });
    if (verify.status !== 0) {
      count(ledger.errors, 'krom verify');
      console.error(verify.stderr || verify.stdout);
    }
    for (const role of ['web', 'worker'] as const) if (krom.ownEnds[role] > 0) count(ledger.errors, `${role} ended by itself`, krom.ownEnds[role]);
    await owner.end();

    const errors = Object.fromEntries(ledger.errors);
    print('kill_errors', Object.values(errors).reduce((sum, n) => sum + n, 0), {
      acts: actsOf(ledger), circulars: ledger.circulars.length, acknowledgements: ledger.acknowledged.length, minutes_circulated: ledger.circulations.length,
      minutes_answered: ledger.answers.length, minutes_recalled: ledger.recalls.length,
      kills: Object.values(killed).reduce((sum, n) => sum + n, 0), killed, back_ms_median: backMs.length > 0 ? median(backMs) : null, back_ms_worst: Math.max(0, ...backMs),
      retries: [...ledger.retries.values()].reduce((sum, n) => sum + n, 0), retries_by_kind: Object.fromEntries(ledger.retries),
      errors, jobs, verify: verify.stdout.trim().split(' / ').pop(), seconds: Math.round(seconds), seed,
    });
    if (ledger.errors.size > 0) console.error(`web:\n${krom.tail('web')}\nworker:\n${krom.tail('worker')}`);
  } finally {
    await krom.stop();
  }
}
