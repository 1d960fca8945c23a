// `needs`: memory and disk of two web processes, a worker and their database, at rest and after people have worked.
import { readFileSync, statSync, readdirSync, lstatSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/platform/config.ts';
import { actsOf, emptyLedger, peopleAtWork } from '../foundation/kill-people.ts';
import { ownerOf, sceneOf } from '../foundation/kill-run.ts';
import { randomFrom } from '../support/random.ts';
import { print } from '../support/rounds.ts';
import { postmasterPid } from '../support/supervised.ts';
import { SupervisedMany } from './supervised-many.ts';

const mb = (bytes: number) => Math.round(bytes / 1_048_576);
const lineOf = (file: string, name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(file, 'utf8'))?.[1] ?? 0) * 1024;

/** Bytes of the files below a folder. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce((sum, file) => {
    try {
      const one = lstatSync(path.join(folder, file));
      return sum + (one.isFile() ? one.size : 0);
    } catch {
      return sum;
    }
  }, 0);
}

/** Each page of memory once: the server's processes share most of theirs. */
function databaseMemory(folder: string): number {
  const server = postmasterPid(folder) ?? 0;
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && (Number(name) === server || parentOf(name) === server));
  return processes.reduce((sum, pid) => sum + lineOf(`/proc/${pid}/smaps_rollup`, 'Pss'), 0);
}

function parentOf(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return 0;
  }
}

export async function benchNeeds(): Promise<void> {
  const first = Number(process.env['KROM_BENCH_PORT'] ?? 24_937);
  const krom = new SupervisedMany([{ name: 'web-1', role: 'web', port: first }, { name: 'web-2', role: 'web', port: first + 1 }, { name: 'worker', role: 'worker', port: 0 }]);
  const memory = () => ({ ...Object.fromEntries(krom.members.map(({ name }) => [name, mb(lineOf(`/proc/${krom.pidOf(name)}/status`, 'VmRSS'))])), database: mb(databaseMemory(krom.folder)) });
  try {
    for (const { name } of krom.members) krom.start(name);
    await krom.ready(180_000);
    await new Promise((resolve) => setTimeout(resolve, 15_000));
    print('needs_mb_at_rest', Object.values(memory()).reduce((sum, n) => sum + n, 0), memory());
    const owner = await ownerOf(krom);
    const database = async () => Number((await owner.query<{ n: string }>('select pg_database_size(current_database()) as n')).rows[0]?.n);
    const before = { database: await database(), files: sizeOf(path.join(krom.folder, 'files')), folder: sizeOf(krom.folder) };
    const ledger = emptyLedger();
    let turn = 0;
    const started = Date.now();
    await peopleAtWork({ ...(await sceneOf(owner)), port: () => first + (turn++ % 2), ledger, random: randomFrom(1), wanted: Number(process.env['KROM_BENCH_ACTS'] ?? 300), over: () => Date.now() - started > 180_000 });
    print('needs_mb_at_work', Object.values(memory()).reduce((sum, n) => sum + n, 0), { ...memory(), acts: actsOf(ledger), seconds: Math.round((Date.now() - started) / 1000) });
    const letters = ledger.circulars.length;
    const perThousand = (after: number, was: number) => mb(((after - was) / letters) * 1000);
    print('needs_mb_disk', mb(before.folder), {
      data_folder_at_start: mb(before.folder), database_at_start: mb(before.database), letters,
      database_per_1000_letters: perThousand(await database(), before.database), files_per_1000_letters: perThousand(sizeOf(path.join(krom.folder, 'files')), before.files),
      node_modules: mb(sizeOf(path.join(projectRoot, 'node_modules'))), built: mb(statSync(path.join(projectRoot, 'dist/main.mjs')).size + sizeOf(path.join(projectRoot, 'dist/assets'))),
    });
    await owner.end();
  } finally {
    await krom.stop();
  }
}
