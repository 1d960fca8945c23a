import { existsSync, readdirSync, rmSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../platform/config.ts';
import { placeOf } from '../platform/db/embedded-place.ts';
import { stopLeftOver } from '../platform/db/embedded-server.ts';
import { fail, ok, type Result } from '../platform/result.ts';
import { usersOf } from './presence.ts';

/** What Krom itself puts into a data folder. Nothing else is ever removed: the folder may be somebody's home. */
const ours = ['postgres', 'database-place', 'files', 'uploads', 'keys', 'processes', 'audit-heads.log', 'restore-under-way'];

/**
 * Forgets a data folder: database, files and keys, wherever the database is. A server that a killed program left over
 * is stopped first. Fails with IN_USE while Krom runs on it, OWN_SERVER where the database is a given one, and
 * NOTHING_THERE.
 * @returns names of what was found in the folder and left, as it is not Krom's
 */
export async function reset(config: Config): Promise<Result<{ left: readonly string[] }, 'IN_USE' | 'OWN_SERVER' | 'NOTHING_THERE'>> {
  const { dataFolder } = config;
  if (config.ownerUrl) {
    return fail('OWN_SERVER', {
      th: 'ฐานข้อมูลอยู่ที่เซิร์ฟเวอร์ตาม KROM_OWNER_URL คำสั่งนี้ลบเฉพาะฐานข้อมูลในตัว กรุณาล้างฐานข้อมูลนั้นเอง',
      en: 'The database is on the server of KROM_OWNER_URL. This command forgets an embedded one only: empty that database yourself',
    });
  }
  const users = usersOf(dataFolder);
  if (users.length > 0) {
    return fail('IN_USE', {
      th: `ระบบกำลังทำงานบนโฟลเดอร์นี้ หยุดก่อนด้วย Ctrl+C หรือ kill ${users.join(' ')} แล้วสั่งใหม่`,
      en: `Krom is running on this folder: stop it first with Ctrl+C or kill ${users.join(' ')}, then try again`,
    });
  }
  const found = existsSync(dataFolder) ? readdirSync(dataFolder) : [];
  if (!found.some((name) => ours.includes(name))) {
    return fail('NOTHING_THERE', { th: `ไม่มีข้อมูลของระบบใน ${dataFolder}`, en: `There is nothing of Krom in ${dataFolder}` });
  }
  const database = placeOf(dataFolder);
  if (database) {
    await stopLeftOver(database);
    rmSync(database, { recursive: true, force: true });
    if (!database.startsWith(dataFolder)) rmSync(path.dirname(database), { recursive: true, force: true });
  }
  for (const name of ours) rmSync(path.join(dataFolder, name), { recursive: true, force: true });
  const left = readdirSync(dataFolder);
  if (left.length === 0) rmdirSync(dataFolder);
  return ok({ left });
}
