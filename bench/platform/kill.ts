// `kill_errors` of the house in service: two web processes and a worker on one database are killed while people work,
// whose browsers go now to one and now to the other. Acts and checks are those of bench/foundation/kill.ts.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../../src/platform/config.ts';
import { checkLedger, settled } from '../foundation/kill-check.ts';
import { actsOf, count, emptyLedger, peopleAtWork, type Ledger } from '../foundation/kill-people.ts';
import { ownerOf, sceneOf } from '../foundation/kill.ts';
import { randomFrom, shuffled } from '../support/random.ts';
import { median, print } from '../support/rounds.ts';
import { isReady, SupervisedMany } from './supervised-many.ts';

const setting = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Of 20 kills: seven times a web process, four the worker, seven the database, once both web processes, once everything. */
const twenty = [...Array<string>(4).fill('web-1'), ...Array<string>(3).fill('web-2'), ...Array<string>(4).fill('worker'), ...Array<string>(7).fill('database'), 'both', 'all'];

async function killing(krom: SupervisedMany, ledger: Ledger, plan: { wanted: number; kills: number; random: () => number }, done: () => boolean): Promise<{ killed: Map<string, number>; backMs: number[] }> {
  const killed = new Map<string, number>();
  const backMs: number[] = [];
  const at = Array.from({ length: plan.kills }, () => plan.wanted * (0.02 + 0.94 * plan.random())).sort((a, b) => a - b);
  const what = shuffled(Array.from({ length: Math.ceil(plan.kills / 20) }, () => twenty).flat(), plan.random);
  for (const [n, moment] of at.entries()) {
    while (actsOf(ledger) < moment && !done()) await pause(10);
    if (done()) break;
    await pause(400 * plan.random());
    const target = what[n] as string;
    const hit = target === 'both' ? ['web-1', 'web-2'] : target === 'all' ? ['web-1', 'web-2', 'worker', 'database'] : [target];
    for (const one of shuffled(hit, plan.random)) krom.kill(one);
    count(killed, target);
    await pause(20);
    try {
      backMs.push(await krom.ready(60_000));
    } catch (error) {
      count(ledger.errors, `did not come back after ${target} was killed`);
      console.error((error as Error).message);
      for (const { name } of krom.members) krom.kill(name);
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
  const first = setting('KROM_BENCH_PORT', 24_917);
  const krom = new SupervisedMany([{ name: 'web-1', role: 'web', port: first }, { name: 'web-2', role: 'web', port: first + 1 }, { name: 'worker', role: 'worker', port: 0 }]);
  const random = randomFrom(seed);
  const ledger = emptyLedger();
  // As a proxy that asks whom it may send people to, and is a moment behind.
  const live = new Set(krom.webs.map(({ port }) => port));
  const ask = setInterval(() => {
    for (const { port } of krom.webs) void isReady(port).then((good) => (good ? live.add(port) : live.delete(port)));
  }, 250);
  let turn = 0;
  const port = () => {
    const ports = live.size > 0 ? [...live] : krom.webs.map((web) => web.port);
    return ports[turn++ % ports.length] as number;
  };
  try {
    // All at once on an empty folder: they agree on one database and one demo.
    for (const { name } of krom.members) krom.start(name);
    await krom.ready(180_000);
    const before = await ownerOf(krom);
    const places = await sceneOf(before);
    await before.end();

    const started = Date.now();
    let done = false;
    let failure: Error | undefined;
    const work = peopleAtWork({ ...places, port, ledger, random, wanted, over: () => Date.now() - started > setting('KROM_BENCH_MINUTES', 10) * 60_000 })
      .catch((error: Error) => (failure = error))
      .finally(() => (done = true));
    const { killed, backMs } = await killing(krom, ledger, { wanted, kills, random }, () => done);
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
    for (const [name, times] of krom.ownEnds) count(ledger.errors, `${name} ended by itself`, times);
    await owner.end();

    const errors = Object.fromEntries(ledger.errors);
    print('kill_errors', Object.values(errors).reduce((sum, n) => sum + n, 0), {
      processes: krom.members.map(({ name }) => name), acts: actsOf(ledger), circulars: ledger.circulars.length, acknowledgements: ledger.acknowledged.length,
      minutes_circulated: ledger.circulations.length, minutes_answered: ledger.answers.length, minutes_recalled: ledger.recalls.length,
      kills: [...killed.values()].reduce((sum, n) => sum + n, 0), killed: Object.fromEntries(killed), back_ms_median: backMs.length > 0 ? median(backMs) : null, back_ms_worst: Math.max(0, ...backMs),
      retries: [...ledger.retries.values()].reduce((sum, n) => sum + n, 0), retries_by_kind: Object.fromEntries(ledger.retries),
      errors, jobs, verify: verify.stdout.trim().split(' / ').pop(), seconds: Math.round(seconds), seed,
    });
    if (ledger.errors.size > 0) console.error(krom.members.map(({ name }) => `${name}:\n${krom.tail(name)}`).join('\n'));
  } finally {
    clearInterval(ask);
    await krom.stop();
  }
}
