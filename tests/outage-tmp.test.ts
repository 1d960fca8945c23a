import { expect, test } from 'vitest';
import { z } from 'zod';
import { useDatabase } from '/work/main/tests/support/db.ts';
import { testServices } from '/work/main/tests/support/services.ts';
import { createLog } from '/work/main/src/platform/log.ts';
import { systemActor } from '/work/main/src/platform/access/actor.ts';
import { defineJob, enqueue } from '/work/main/src/platform/jobs/jobs.ts';
import { startWorker } from '/work/main/src/platform/jobs/worker.ts';
const db = useDatabase();
test('many', async () => {
  for (let i = 0; i < 25; i++) {
    const lines: string[] = [];
    const log = createLog('debug', { write: (l) => void lines.push(l) });
    const seen: number[] = [];
    const job = defineJob({ name: 'a.b', title: { th: '', en: '' }, payload: z.object({ n: z.number() }), run: async (p) => void seen.push(p.n) });
    const worker = await startWorker({ ownerUrl: db.ownerUrl, services: { ...testServices(db, '/tmp/x'), log }, jobs: [job], beatEveryMs: 100 });
    await new Promise((r) => setTimeout(r, (i % 5) * 10));
    await db.owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`);
    await db.database.write(systemActor('x'), (tx) => enqueue(tx, job, { n: i }));
    const end = Date.now() + 15000;
    while (seen.length === 0 && Date.now() < end) await new Promise((r) => setTimeout(r, 10));
    if (seen.length === 0) { console.log(i, lines.join('')); console.log((await db.owner.query('select id, locked_by, locked_at, run_at, attempts, last_error from graphile_worker._private_jobs')).rows, (await db.owner.query('select * from platform.worker')).rows); expect(0).toBe(1); }
    await worker.stop();
  }
}, 300000);
