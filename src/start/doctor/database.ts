import pg from 'pg';
import { systemActor } from '../../platform/access/actor.ts';
import { readNewestHead } from '../../platform/audit/seal-keys.ts';
import { readBackupState } from '../../platform/backups/backup-records.ts';
import type { Config } from '../../platform/config.ts';
import type { Database } from '../../platform/db/database.ts';
import { laterWords, readRelease, tooOldWords } from '../../platform/db/release.ts';
import { inspectServer } from '../../platform/db/server-check.ts';
import { readHouseFigures } from '../../platform/metrics/house-figures.ts';
import { not, ok, type Finding } from './finding.ts';

const actor = systemActor('start.doctor');

export async function checkServer(ownerUrl: string | undefined, appUrl: string): Promise<Finding[]> {
  const found = await inspectServer(ownerUrl, appUrl);
  return found.map((finding) => ({ ...finding, name: `database.${finding.name}` }));
}

/** Connections that the house may ask for against those that the server gives. */
export async function checkRoom(appUrl: string): Promise<Finding> {
  const client = new pg.Client({ connectionString: appUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    const sent = Date.now();
    const { rows } = await client.query<{ max: number; used: number; now: Date }>(`select current_setting('max_connections')::int as max, (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as used, clock_timestamp() as now`);
    const { max, used, now } = rows[0] as { max: number; used: number; now: Date };
    const apart = Math.abs(now.getTime() - (sent + Date.now()) / 2);
    if (apart > 2_000) {
      return not(apart > 60_000 ? 'fail' : 'warn', 'clock', { th: `นาฬิกาเครื่องนี้กับฐานข้อมูลต่างกัน ${Math.round(apart / 1000)} วินาที`, en: `The clocks of this machine and of the database are ${Math.round(apart / 1000)} s apart` }, { th: 'เปิดการเทียบเวลา (NTP) ทั้งสองเครื่อง', en: 'Let both machines keep their time by NTP' });
    }
    return max - used < 20
      ? not('warn', 'database.connections', { th: `การเชื่อมต่อฐานข้อมูลใช้ไป ${used} จาก ${max}`, en: `${used} of ${max} connections are taken` }, { th: 'เพิ่ม max_connections (เว็บโปรเซสละ 17 งานเบื้องหลัง 24)', en: 'Raise max_connections: 17 for each web process, 24 for each worker' })
      : ok('database.connections', `นาฬิกาตรงกัน การเชื่อมต่อใช้ไป ${used} จาก ${max}`, `The clocks agree; ${used} of ${max} connections are taken`);
  } finally {
    await client.end();
  }
}

export async function checkMigrations(database: Database): Promise<Finding[]> {
  const state = await database.read(actor, (tx) => readRelease(tx));
  const install = { th: 'ติดตั้งโปรแกรมรุ่นใหม่', en: 'Install the new release' };
  if (state.needed.length > 0) return [not('fail', 'database.release', tooOldWords(state), install)];
  if (state.unknown.length > 0) return [not('warn', 'database.release', laterWords(state), install)];
  return state.pending.length > 0
    ? [not('warn', 'database.release', { th: `ฐานข้อมูลยังไม่ได้ปรับปรุง ${state.pending.length} รายการ`, en: `${state.pending.length} migrations have not run` }, { th: 'สำรองข้อมูล แล้วสั่ง npx krom migrate หรือเริ่มระบบ', en: 'Back up, then run npx krom migrate or start the house' })]
    : [ok('database.release', 'โครงสร้างฐานข้อมูลตรงกับโปรแกรม', 'The database fits this program')];
}

const minutes = (seconds: number) => Math.round(seconds / 60);

/** The worker, its queue, mail, the seals of the trail and the backups. */
export async function checkWork(database: Database, config: Config): Promise<Finding[]> {
  const figures = await readHouseFigures(database);
  const found: Finding[] = [];
  const { workerSilenceSeconds: silence, oldestJobSeconds: oldest, parked, waiting, mailWaiting } = figures;
  found.push(
    silence >= 0 && silence <= 60
      ? ok('worker', 'ตัวทำงานเบื้องหลังทำงานอยู่', 'A worker is alive')
      : not('warn', 'worker', silence < 0 ? { th: 'ไม่เคยมีตัวทำงานเบื้องหลัง', en: 'No worker was ever heard of' } : { th: `ตัวทำงานเบื้องหลังเงียบไป ${minutes(silence)} นาที`, en: `No worker was heard of for ${minutes(silence)} minutes` }, { th: 'เริ่มระบบ หรือเริ่มโปรเซส ROLE=worker', en: 'Start the house, or a process with ROLE=worker' }),
    parked > 0
      ? not('warn', 'queue.parked', { th: `มีงานที่ทำไม่สำเร็จรอคนดู ${parked} งาน`, en: `${parked} failed jobs wait for a person` }, { th: 'เปิด /system/jobs เพื่อลองใหม่หรือยกเลิก', en: 'Open /system/jobs to try again or give up' })
      : ok('queue.parked', 'ไม่มีงานที่ทำไม่สำเร็จ', 'No job has failed for good'),
    oldest > 600
      ? not('warn', 'queue.late', { th: `งานเบื้องหลังรออยู่ ${waiting} งาน งานแรกรอมา ${minutes(oldest)} นาที`, en: `${waiting} jobs wait, the oldest for ${minutes(oldest)} minutes` }, { th: 'ดูว่าตัวทำงานเบื้องหลังทำงานอยู่ หรือเพิ่มอีกโปรเซส', en: 'See that a worker runs, or start another' })
      : ok('queue.late', `งานเบื้องหลังรออยู่ ${waiting} งาน`, `${waiting} jobs wait`),
    mailWaiting > 50
      ? not('warn', 'mail.waiting', { th: `อีเมลรอส่ง ${mailWaiting} ฉบับ`, en: `${mailWaiting} mails wait` }, { th: 'ตรวจเซิร์ฟเวอร์อีเมลและ /system/mail', en: 'Check the mail server, and /system/mail' })
      : ok('mail.waiting', `อีเมลรอส่ง ${mailWaiting} ฉบับ`, `${mailWaiting} mails wait`),
    figures.auditUnsealedSeconds > 600
      ? not('warn', 'audit.seal', { th: `บันทึกการดำเนินการไม่ถูกผนึกมา ${minutes(figures.auditUnsealedSeconds)} นาที`, en: `The trail has not been sealed for ${minutes(figures.auditUnsealedSeconds)} minutes` }, { th: 'ดูว่าตัวทำงานเบื้องหลังทำงานอยู่ แล้วสั่ง npx krom verify', en: 'See that a worker runs, then run npx krom verify' })
      : ok('audit.seal', `บันทึกรอผนึก ${figures.auditUnsealed} บรรทัด`, `${figures.auditUnsealed} lines of the trail wait for their seal`),
  );
  const sealed = await database.read(actor, async (tx) => (await tx.db.selectFrom('platform.audit_seal').select((eb) => eb.fn.max('batch').as('batch')).executeTakeFirst())?.batch ?? null);
  const copied = readNewestHead(config.dataFolder)?.batch ?? null;
  if (sealed !== null) {
    found.push(
      copied !== null && Number(copied) >= Number(sealed) - 1
        ? ok('audit.heads', `สำเนาตราผนึกถึงชุดที่ ${copied}`, `The heads are copied up to batch ${copied}`)
        : not('fail', 'audit.heads', { th: 'สำเนาตราผนึก (audit-heads.log) ขาดหรือไม่อยู่ในโฟลเดอร์ข้อมูลนี้', en: 'The copy of the heads (audit-heads.log) is gone or not in this data folder' }, { th: 'ใช้โฟลเดอร์ข้อมูลเดียวกับตัวทำงานเบื้องหลัง หรือนำแฟ้มจากไฟล์สำรองกลับมา', en: 'Use the data folder of the worker, or bring the file back from a backup' }),
    );
  }
  return found;
}

export async function checkBackups(database: Database): Promise<Finding[]> {
  const { newestWholeHours: age, failed } = await database.read(actor, readBackupState);
  const make = { th: 'สั่ง npx krom backup แล้วเก็บสำเนาไว้นอกเครื่อง', en: 'Run npx krom backup and keep a copy elsewhere' };
  if (failed) return [not('warn', 'backup', { th: `การสำรองครั้งล่าสุดไม่สำเร็จ: ${failed.th}`, en: `The last backup failed: ${failed.en}` }, make)];
  if (age === null) return [not('warn', 'backup', { th: 'ยังไม่เคยสำรองข้อมูล', en: 'There is no backup' }, make)];
  return [age > 26 ? not('warn', 'backup', { th: `สำรองครั้งล่าสุดเมื่อ ${Math.round(age)} ชั่วโมงก่อน`, en: `The newest backup is ${Math.round(age)} hours old` }, make) : ok('backup', `สำรองครั้งล่าสุดเมื่อ ${Math.round(age)} ชั่วโมงก่อน`, `The newest backup is ${Math.round(age)} hours old`)];
}
