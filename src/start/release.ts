import { systemActor } from '../platform/access/actor.ts';
import type { Database } from '../platform/db/database.ts';
import { laterWords, readRelease, tooOldWords } from '../platform/db/release.ts';
import type { Log } from '../platform/log.ts';
import { say } from './banner.ts';

const patienceMs = 120_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Lets a process begin only on a database that fits it. One without the owner's address waits until another has
 * brought the database up to date; one that is older than its database goes on, unless a migration says that it
 * cannot. Throws an Error with words and the way out.
 */
export async function checkRelease(database: Database, log: Log): Promise<void> {
  for (const end = Date.now() + patienceMs; ; await pause(500)) {
    const state = await database.read(systemActor('start.release'), (tx) => readRelease(tx));
    if (state.needed.length > 0) {
      const { th, en } = tooOldWords(state);
      throw new Error(`${th}\n  ${en}`);
    }
    if (state.pending.length === 0) {
      if (state.unknown.length === 0) return;
      const words = laterWords(state);
      log.warn({ unknown: state.unknown }, words.en);
      return say(words.th, words.en);
    }
    if (Date.now() > end) {
      throw new Error(
        `ฐานข้อมูลยังไม่ได้ปรับปรุง (ค้าง ${state.pending.length} รายการ) และโปรเซสนี้ไม่มี KROM_OWNER_URL เริ่มโปรเซสที่มี หรือสั่ง npx krom migrate\n  The database is not up to date (${state.pending.length} migrations wait) and this process has no KROM_OWNER_URL. Start one that has, or run npx krom migrate`,
      );
    }
  }
}
