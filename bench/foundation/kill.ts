// `kill_errors`: the built program and its database are killed while people work; afterwards every acknowledged act must
// be there exactly once, the register without gap or double, and the sealed log whole.
import { Supervised } from '../support/supervised.ts';
import { killWhilePeopleWork, setting } from './kill-run.ts';

/** Of 20 kills: seven times the web process, seven the database, four the worker, twice everything at once. */
const twenty = [...Array<string>(7).fill('web'), ...Array<string>(7).fill('database'), ...Array<string>(4).fill('worker'), 'all', 'all'];

/** One web process and a worker. Settings: `killWhileAtWork`. */
export async function benchKill(): Promise<void> {
  const krom = new Supervised(setting('KROM_BENCH_PORT', 24_817));
  try {
    krom.start('web');
    await krom.ready(120_000);
    krom.start('worker');
    await killWhilePeopleWork({
      krom, processes: ['web', 'worker'], twenty, together: { all: ['web', 'worker', 'database'] }, port: krom.port, minutes: 7,
      ownEnds: () => Object.entries(krom.ownEnds),
    });
  } finally {
    await krom.stop();
  }
}
