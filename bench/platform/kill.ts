// `kill_errors` of the house in service: two web processes and a worker on one database are killed while people work,
// whose browsers go now to one and now to the other. Acts and checks are those of bench/foundation/kill-run.ts.
import { killWhilePeopleWork, setting, type KillRun } from '../foundation/kill-run.ts';
import { isReady, SupervisedMany } from './supervised-many.ts';

/** Of 20 kills: seven times a web process, four the worker, seven the database, once both web processes, once everything. */
const twenty = [...Array<string>(4).fill('web-1'), ...Array<string>(3).fill('web-2'), ...Array<string>(4).fill('worker'), ...Array<string>(7).fill('database'), 'both', 'all'];

/**
 * Two web processes and a worker on one data folder, started at once on an empty one and killed as `run` says. Browsers
 * are sent to whichever serves.
 */
export async function killTwoWebs(firstPort: number, run: (house: KillRun) => Promise<void>): Promise<void> {
  const krom = new SupervisedMany([{ name: 'web-1', role: 'web', port: firstPort }, { name: 'web-2', role: 'web', port: firstPort + 1 }, { name: 'worker', role: 'worker', port: 0 }]);
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
  const processes = krom.members.map(({ name }) => name);
  try {
    // All at once on an empty folder: they agree on one database and one demo.
    for (const name of processes) krom.start(name);
    await krom.ready(180_000);
    await run({
      krom, processes, twenty, together: { both: ['web-1', 'web-2'], all: ['web-1', 'web-2', 'worker', 'database'] }, port, minutes: 10,
      ownEnds: () => krom.ownEnds, more: { processes },
    });
  } finally {
    clearInterval(ask);
    await krom.stop();
  }
}

/** Settings: `killWhileAtWork`. */
export const benchKill = (): Promise<void> => killTwoWebs(setting('KROM_BENCH_PORT', 24_917), killWhilePeopleWork);
