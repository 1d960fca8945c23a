import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoTemplate, giveDemoFiles, useApp } from '../../../tests/support/app.ts';
import { freshDatabase } from '../../../tests/support/db.ts';
import { testServices } from '../../../tests/support/services.ts';
import { modules } from '../../modules.ts';
import { systemActor } from '../../platform/access/actor.ts';
import { listBackups, readBackupState } from '../../platform/backups/backup-records.ts';
import { enqueue, type AnyJob } from '../../platform/jobs/jobs.ts';
import { runJobsNow } from '../../platform/jobs/run-now.ts';
import { writeSetting } from '../../platform/settings/settings.ts';
import type { Services } from '../../platform/services.ts';

const house = useApp();
const jobs = modules.flatMap((module) => module.jobs ?? []);
const job = jobs.find(({ name }) => name === 'system.back-up') as AnyJob;
const actor = systemActor('test');
const address = '/system/backups';

describe('the page', () => {
  test('is for those who keep the house, and says that there is no backup', async () => {
    expect((await (await house.as('clerk.kpr')).get(address)).statusCode).toBe(403);
    const page = await (await house.as('admin')).get(address);
    expect(page.statusCode).toBe(200);
    for (const words of ['ยังไม่มีไฟล์สำรอง', 'สำรองข้อมูลเดี๋ยวนี้', 'รายวัน 7 ชุด รายสัปดาห์ 5 ชุด รายเดือน 12 ชุด']) expect(page.body).toContain(words);
    expect((await (await house.as('clerk.kpr')).post(`${address}/now`)).statusCode).toBe(403);
  });

  test('a backup that fails is on record, on the page and told to the administrators once, and the job waits to be tried again', async () => {
    // The test's house lies on a server of everybody's whose owner it was not given: what a worker meets that was set up wrongly.
    const admin = await house.as('admin');
    expect((await admin.post(`${address}/now`)).headers.location).toBe(address);
    const run = () => runJobsNow({ services: house.services, ownerUrl: house.db.ownerUrl, jobs, keepGoing: true });
    expect((await run()).filter(({ job: name, error }) => name === 'system.back-up' && error !== undefined)).toHaveLength(1);
    const page = await admin.get(address);
    expect(page.body).toContain('การสำรองครั้งล่าสุดไม่สำเร็จ');
    expect(page.body).toContain('KROM_OWNER_URL');
    const told = async () => (await house.db.owner.query<{ n: number }>(`select count(*)::int as n from platform.notification where href = $1`, [address])).rows[0]?.n;
    expect(await told()).toBeGreaterThan(0);
    const first = await told();
    await house.db.owner.query(`update graphile_worker._private_jobs set run_at = now() where task_id = (select id from graphile_worker._private_tasks where identifier = 'system.back-up')`);
    expect((await run()).filter(({ job: name }) => name === 'system.back-up')).toHaveLength(1);
    expect(await told()).toBe(first);
    const { rows } = await house.db.owner.query(`select action from platform.audit where action like 'system.back%' order by id`);
    expect(rows.map(({ action }) => action)).toEqual(['system.backup-asked', 'system.backup-failed', 'system.backup-failed']);
    await house.db.owner.query(`update graphile_worker._private_jobs set attempts = max_attempts where task_id = (select id from graphile_worker._private_tasks where identifier = 'system.back-up')`);
    expect((await admin.get('/system/jobs')).body).toContain('BACKUP_NO_OWNER');
  });
});

describe('the nightly job', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-nightly-'));
  let db: Awaited<ReturnType<typeof freshDatabase>>;
  let services: Services;
  beforeAll(async () => {
    db = await freshDatabase(demoTemplate);
    // As an office whose database is on a server: the owner's address is known, so the backup is a logical one.
    services = testServices(db, folder, { KROM_OWNER_URL: db.ownerUrl, KROM_APP_URL: db.appUrl });
    giveDemoFiles(folder);
    await services.files.put(Buffer.from('เนื้อหาในที่เก็บไฟล์'));
    // Each is to be met only where a test means to.
    await db.database.write(actor, (tx) => writeSetting(tx, 'system.backup-drill-days', 0));
  });
  afterAll(async () => {
    await db.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  const night = async () => {
    await db.database.write(actor, (tx) => enqueue(tx, job, {}));
    await runJobsNow({ services, ownerUrl: db.ownerUrl, jobs });
  };
  const inFolder = () => (existsSync(services.config.backupFolder) ? readdirSync(services.config.backupFolder).filter((name) => name.endsWith('.krom')) : []);

  test('waits for the first night, makes one backup a night however often it is asked, and removes what is beyond its time', async () => {
    await night();
    expect(inFolder()).toEqual([]);
    await db.owner.query(`update platform.audit set recorded_at = recorded_at - interval '2 days'`);
    mkdirSync(services.config.backupFolder, { recursive: true });
    const old = Array.from({ length: 20 }, (_, n) => `krom-2024-01-${String(n + 1).padStart(2, '0')}-020700-logical.krom`);
    for (const name of [...old, 'of-my-own.txt']) writeFileSync(path.join(services.config.backupFolder, name), 'x');
    await db.database.write(actor, async (tx) => {
      for (const [name, value] of [['daily', 3], ['weekly', 1], ['monthly', 2]] as const) await writeSetting(tx, `system.backups-${name}`, value);
    });
    await night();
    await night();
    const kept = inFolder();
    // The new one, the two newest days before it, and the newest of an earlier month: the same file as one of those.
    expect(kept.filter((name) => old.includes(name))).toEqual(old.slice(-2));
    expect(kept).toHaveLength(3);
    expect(readdirSync(services.config.backupFolder)).toContain('of-my-own.txt');
    const [record, ...others] = await db.database.read(actor, (tx) => listBackups(tx, { limit: 10 }));
    expect(others).toEqual([]);
    expect(record).toMatchObject({ state: 'whole', kind: 'logical', cause: 'nightly', damaged: 0, drilledAt: null });
    expect(record?.sha256).toBe(createHash('sha256').update(readFileSync(record?.file as string)).digest('hex'));
    expect(record?.files).toBeGreaterThan(0);
    expect(record?.rowCount).toBeGreaterThan(1_000);
  });

  test('one that another process makes at the same moment is left alone', async () => {
    await db.owner.query(`update platform.backup set started_at = started_at - interval '2 days'`);
    const client = await db.owner.connect();
    try {
      await client.query('select pg_advisory_lock(5660)');
      await expect(night()).rejects.toMatchObject({ cause: { message: expect.stringContaining('BACKUP_BUSY') } });
    } finally {
      client.release(true);
    }
    expect(await db.database.read(actor, (tx) => listBackups(tx, { limit: 10 }))).toHaveLength(1);
    await db.owner.query(`delete from graphile_worker._private_jobs`);
  });

  test('tries the newest backup out when its turn has come, and keeps how that went', async () => {
    await db.database.write(actor, (tx) => writeSetting(tx, 'system.backup-drill-days', 7));
    await night();
    const [record] = await db.database.read(actor, (tx) => listBackups(tx, { limit: 1 }));
    expect(record).toMatchObject({ state: 'whole', drillOk: true, drillWords: { th: expect.stringContaining('ค่าแฮชตรงกัน') } });
    expect(await db.database.read(actor, readBackupState)).toMatchObject({ newestDrillOk: true, failed: null, runningSince: null });
    expect((await db.owner.query(`select action from platform.audit where action like 'system.back%' order by id`)).rows.map(({ action }) => action)).toContain('system.backup-drilled');
  });
});
