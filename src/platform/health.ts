import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { sql } from 'kysely';
import { systemActor } from './access/actor.ts';
import { readRelease, tooOldWords } from './db/release.ts';
import { readQueueState } from './jobs/parked.ts';
import type { Services } from './services.ts';
import type { Words } from './words.ts';

export type CheckName = 'database' | 'files' | 'disk' | 'worker' | 'queue';

export interface HealthCheck {
  readonly name: CheckName;
  /** `warn`: a person should look, the process can still serve. */
  readonly state: 'ok' | 'warn' | 'fail';
  readonly words: Words;
  /** Figures behind the state: milliseconds, bytes, seconds, counts. */
  readonly figures: Readonly<Record<string, number | null>>;
}

export interface Health {
  /** Whether this process can serve. */
  readonly ok: boolean;
  readonly checks: readonly HealthCheck[];
}

const actor = systemActor('platform.health');
const gigabyte = 1_073_741_824;
/** A worker beats every five seconds. */
const silentTooLongSeconds = 60;
const queueLateSeconds = 120;

async function timeLimit<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function checkDatabase({ database }: Services): Promise<HealthCheck> {
  const started = performance.now();
  const good = await timeLimit(database.read(actor, (tx) => sql`select 1`.execute(tx.db)), 3_000).then(() => true, () => false);
  const ms = Math.round(performance.now() - started);
  const waiting = database.pool.waitingCount;
  if (!good) return { name: 'database', state: 'fail', words: { th: 'ฐานข้อมูลไม่ตอบ', en: 'The database does not answer' }, figures: { ms, waiting } };
  return { name: 'database', state: waiting > 50 ? 'warn' : 'ok', words: { th: 'ฐานข้อมูลตอบปกติ', en: 'The database answers' }, figures: { ms, waiting } };
}

async function checkFiles({ files }: Services): Promise<HealthCheck> {
  // Asking for a content that cannot exist reaches the store and leaves nothing in it.
  const good = await timeLimit(files.has(randomBytes(32).toString('hex')), 3_000).then((found) => !found, () => false);
  return good
    ? { name: 'files', state: 'ok', words: { th: 'ที่เก็บไฟล์ตอบปกติ', en: 'The file store answers' }, figures: {} }
    : { name: 'files', state: 'fail', words: { th: 'ที่เก็บไฟล์ไม่ตอบ', en: 'The file store does not answer' }, figures: {} };
}

/** Below this nothing is saved any more: the database needs it for its own log. */
const fullBytes = 33_554_432;

async function roomOf(folder: string): Promise<{ freeBytes: number; totalBytes: number }> {
  const { bavail, bsize, blocks } = await statfs(folder);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

async function checkDisk({ config }: Services): Promise<HealthCheck> {
  try {
    await mkdir(config.dataFolder, { recursive: true });
    await access(config.dataFolder, constants.W_OK);
    // Database and files may lie on different disks: the fuller one counts.
    const rooms = await Promise.all([config.dataFolder, ...(config.databaseFolder ? [config.databaseFolder] : [])].map(roomOf));
    const figures = rooms.sort((a, b) => a.freeBytes - b.freeBytes)[0] as { freeBytes: number; totalBytes: number };
    if (figures.freeBytes < fullBytes) return { name: 'disk', state: 'warn', words: { th: 'พื้นที่ดิสก์เต็ม การบันทึกจะไม่สำเร็จ', en: 'The disk is full, nothing can be saved' }, figures };
    const tight = figures.freeBytes < gigabyte || figures.freeBytes < figures.totalBytes * 0.05;
    return tight
      ? { name: 'disk', state: 'warn', words: { th: 'พื้นที่ดิสก์ใกล้เต็ม', en: 'The disk is nearly full' }, figures }
      : { name: 'disk', state: 'ok', words: { th: 'พื้นที่ดิสก์เพียงพอ', en: 'There is room on the disk' }, figures };
  } catch {
    return { name: 'disk', state: 'fail', words: { th: 'เขียนโฟลเดอร์ข้อมูลไม่ได้', en: 'The data folder cannot be written' }, figures: {} };
  }
}

async function checkQueue({ database }: Services): Promise<HealthCheck[]> {
  const state = await timeLimit(database.read(actor, readQueueState), 3_000).catch(() => undefined);
  if (!state) return [];
  const seconds = (since: Date | null) => (since ? Math.max(0, Math.round((Date.now() - since.getTime()) / 1000)) : null);
  const silence = seconds(state.lastHeartBeat);
  const lag = seconds(state.oldestWaiting) ?? 0;
  const alive = silence !== null && silence <= silentTooLongSeconds;
  const late = lag > queueLateSeconds;
  return [
    {
      name: 'worker',
      state: alive ? 'ok' : 'warn',
      words: alive ? { th: 'มีตัวทำงานเบื้องหลัง', en: 'A worker is alive' } : { th: 'ไม่มีตัวทำงานเบื้องหลัง งานจะค้าง', en: 'No worker is alive, jobs will wait' },
      figures: { silenceSeconds: silence },
    },
    {
      name: 'queue',
      state: late || state.parked > 0 ? 'warn' : 'ok',
      words:
        state.parked > 0
          ? { th: `มีงานที่ทำไม่สำเร็จรอคนดู ${state.parked} งาน`, en: `${state.parked} failed jobs wait for a person` }
          : late
            ? { th: 'คิวงานล่าช้า', en: 'The queue is late' }
            : { th: 'คิวงานปกติ', en: 'The queue is in time' },
      figures: { waiting: state.waiting, running: state.running, parked: state.parked, lagSeconds: lag },
    },
  ];
}

/**
 * Whether people can be sent to this process: its database answers and it is not too old for it. `why` is a word for
 * programs. A late queue, a silent worker or a filling disk make no other process better, so they are not asked for.
 */
export async function checkReady(services: Services): Promise<{ ok: boolean; why?: string }> {
  try {
    const state = await timeLimit(services.database.read(actor, (tx) => readRelease(tx)), 3_000);
    if (state.needed.length === 0) return { ok: true };
    services.log.error({ needed: state.needed.map(({ migration }) => migration) }, tooOldWords(state).en);
    return { ok: false, why: 'too-old' };
  } catch {
    return { ok: false, why: 'database' };
  }
}

/** Everything about the state of the house, with figures: for the administrator's page. */
export async function readHealth(services: Services): Promise<Health> {
  const checks = (await Promise.all([checkDatabase(services), checkFiles(services), checkDisk(services), checkQueue(services)])).flat();
  return { ok: checks.every((check) => check.state !== 'fail'), checks };
}

/** The states, and words for what is not well: for load balancers and anybody who asks. No figures, no data. */
export async function checkHealth(services: Services): Promise<{ ok: boolean; checks: Readonly<Record<string, string>>; problems: readonly Words[] }> {
  const { ok, checks } = await readHealth(services);
  return {
    ok,
    checks: Object.fromEntries(checks.map((check) => [check.name, check.state])),
    problems: checks.filter((check) => check.state !== 'ok').map((check) => check.words),
  };
}
