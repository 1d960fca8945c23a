import path from 'node:path';
import { parseArgs } from 'node:util';
import { backUpHouse, drillHouse } from '../backup/house-backups.ts';
import type { BackupKind } from '../platform/backups/backups.ts';
import { MovableClock } from '../platform/clock.ts';
import { readClockOffset } from '../platform/clock-setting.ts';
import { readConfig, type Config } from '../platform/config.ts';
import { Database } from '../platform/db/database.ts';
import { complain, type Command } from './command.ts';
import { withServer } from './house.ts';
import { endProgress, progressTeller } from './progress.ts';

/** The house without its doors and without bringing anything up to date: a backup comes before an upgrade. */
async function withHouse(config: Config, work: (house: { config: Config; database: Database; clock: MovableClock }) => Promise<number>): Promise<number> {
  return withServer(config, async ({ appUrl }) => {
    const database = new Database({ url: appUrl, maxConnections: 2, onError: () => {} });
    try {
      const clock = new MovableClock(await readClockOffset(database).catch(() => 0));
      return await work({ config, database, clock });
    } finally {
      await database.close();
    }
  });
}

const passphraseOf = (typed: string | undefined): string | undefined => typed ?? process.env['KROM_KEYS_PASSPHRASE'];

async function backup(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { out: { type: 'string' }, kind: { type: 'string' }, 'keys-passphrase': { type: 'string' } } });
  if (values.kind !== undefined && values.kind !== 'physical' && values.kind !== 'logical') return complain({ th: '--kind ต้องเป็น physical หรือ logical', en: '--kind is physical or logical' });
  const config = readConfig();
  return withHouse(config, async (house) => {
    let kind = values.kind as BackupKind | undefined;
    if (kind === 'physical' && config.ownerUrl) {
      console.log('เซิร์ฟเวอร์ที่ให้มาสำรองแบบ physical จากที่นี่ไม่ได้ (ต้องคัดลอกทั้งเซิร์ฟเวอร์และต้องมีสิทธิ REPLICATION ให้ผู้ดูแลเซิร์ฟเวอร์ใช้ pg_basebackup) จึงทำแบบ logical\n  A given server is not copied as a whole from here (that needs REPLICATION and takes what is not of Krom; its keeper may use pg_basebackup): a logical backup is made');
      kind = 'logical';
    }
    const file = values.out === undefined ? undefined : path.resolve(values.out);
    const done = await backUpHouse(house, { cause: 'command', kind, file, passphrase: passphraseOf(values['keys-passphrase']), tell: progressTeller() });
    endProgress();
    if (!done.ok) return complain(done.message);
    const { manifest, size, sha256, keysFile, ms } = done.value;
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(
      [
        `สำรองแล้ว / Backed up: ${done.value.file}`,
        `  ${manifest.kind}, ${(size / 1_048_576).toFixed(1)} MB, ${(ms / 1000).toFixed(1)} s, PostgreSQL ${manifest.postgres}: ${manifest.tables.length} ตาราง/tables, ${rows} แถว/rows, ${manifest.files.count} ไฟล์/files`,
        `  SHA-256 ${sha256}`,
        `กุญแจอยู่แยกต่างหาก เก็บไว้คนละที่กับไฟล์สำรอง / The keys are apart, keep them in another place: ${keysFile}`,
      ].join('\n'),
    );
    if (manifest.damaged.length === 0) return 0;
    return complain({ th: `ไฟล์ ${manifest.damaged.length} รายการในที่เก็บเสียหาย จึงไม่อยู่ในไฟล์สำรอง: ${manifest.damaged.join(', ')}`, en: `${manifest.damaged.length} contents of the store were changed on the disk and are not in the backup` });
  });
}

async function tryOut(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { 'keys-passphrase': { type: 'string' } } });
  return withHouse(readConfig(), async (house) => {
    const [file] = positionals;
    const done = await drillHouse(house, { ...(file ? { file: path.resolve(file) } : {}), passphrase: passphraseOf(values['keys-passphrase']), tell: progressTeller() });
    endProgress();
    if (!done.ok) return complain(done.message);
    const { outcome } = done.value;
    if (!outcome.ok) return complain({ th: `${done.value.file}: ${outcome.words.th}`, en: outcome.words.en });
    console.log(`${done.value.file}\n  ${outcome.words.th}\n  ${outcome.words.en}`);
    return 0;
  });
}

export const drillCommand: Command = {
  name: 'backup drill',
  usage: '[FILE]',
  purpose: { th: 'ลองกู้คืนไฟล์สำรองล่าสุดลงที่ชั่วคราว ตรวจ แล้วลบทิ้ง', en: 'restore the newest backup into a temporary place, prove it, and remove it' },
  run: tryOut,
};

export const backupCommand: Command = {
  name: 'backup',
  usage: '[--out FILE] [--kind physical|logical] [--keys-passphrase TEXT]',
  purpose: { th: 'สำรองฐานข้อมูลและไฟล์ลงไฟล์เดียวขณะระบบทำงาน กุญแจแยกไว้อีกไฟล์', en: 'back up database and files into one file while the house runs; the keys apart' },
  run: backup,
};
