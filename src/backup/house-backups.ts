import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { systemActor } from '../platform/access/actor.ts';
import { writeAudit } from '../platform/audit/audit.ts';
import { beginRecord, closeRecord, markRemoved, recordDrill } from '../platform/backups/backup-records.ts';
import type { BackupCause, BackupKind, Backups } from '../platform/backups/backups.ts';
import type { Config } from '../platform/config.ts';
import { placeOf, readSecrets } from '../platform/db/embedded-place.ts';
import { runningPostmaster } from '../platform/db/embedded-server.ts';
import type { Tx } from '../platform/db/database.ts';
import { fail, ok, type Result } from '../platform/result.ts';
import type { Services } from '../platform/services.ts';
import { makeBackup, type BackupDone, type Progress } from './backup.ts';
import { drill as drillFile } from './drill.ts';
import { inOrder, isBackupName, nameOf, toRemove } from './rotation.ts';

const actor = systemActor('system.back-up');

/** What a record and a line of the trail need of the house. */
export type House = Pick<Services, 'config' | 'database' | 'clock'>;

export interface BackupWish {
  readonly cause: BackupCause;
  readonly kind?: BackupKind | undefined;
  readonly file?: string | undefined;
  readonly passphrase?: string | undefined;
  readonly tell?: (progress: Progress) => void;
}

/** Where the owner of the house's database is reached; undefined in a web process that was not told. */
export function ownerUrlOf({ ownerUrl, appUrl, dataFolder }: Config): string | undefined {
  if (ownerUrl || appUrl) return ownerUrl;
  const folder = placeOf(dataFolder);
  const running = folder && runningPostmaster(path.join(folder, 'data'));
  return folder && running ? `postgres://krom:${readSecrets(folder).owner}@127.0.0.1:${running.port}/krom` : undefined;
}

/** A database of an older version, backed up before it is brought up to date, has no list yet: the file is what counts. */
const noListYet = '42P01';

async function write(house: House, work: (tx: Tx) => Promise<{ action: string; detail: Record<string, unknown> } | undefined>): Promise<void> {
  try {
    await house.database.write(actor, async (tx) => {
      const entry = await work(tx);
      if (entry) await writeAudit(tx, [{ action: entry.action, subject: { type: 'platform.backup', id: null }, detail: entry.detail }], house.clock.now(), null);
    });
  } catch (error) {
    if ((error as { code?: string }).code !== noListYet) throw error;
  }
}

/** The name of this second, or of the next one that is free. */
function freeName(folder: string, kind: BackupKind): string {
  for (let at = Date.now(); ; at += 1_000) {
    const file = path.join(folder, nameOf(new Date(at), kind));
    if (!existsSync(file)) return file;
  }
}

const noOwner = fail('BACKUP_NO_OWNER', {
  th: 'สำรองข้อมูลต้องใช้ที่อยู่ของเจ้าของฐานข้อมูล ตั้ง KROM_OWNER_URL ให้กระบวนการที่ทำงานเบื้องหลัง',
  en: 'A backup needs the owner of the database: give the worker KROM_OWNER_URL',
});

/** Makes a backup of the running house and keeps its record and a line of the trail, whole or failed. */
export async function backUpHouse(house: House, wish: BackupWish): Promise<Result<BackupDone & { readonly id: number }>> {
  const { config } = house;
  const ownerUrl = ownerUrlOf(config);
  const embedded = !config.ownerUrl;
  const kind = wish.kind ?? (embedded ? 'physical' : 'logical');
  const file = wish.file ?? freeName(config.backupFolder, kind);
  let id = 0;
  const begin = async () => {
    await write(house, async (tx) => {
      id = await beginRecord(tx, { cause: wish.cause, kind, file });
      return undefined;
    });
  };
  const done = ownerUrl === undefined ? noOwner : await makeBackup({ ownerUrl, dataFolder: config.dataFolder, embedded, file, kind, begin, passphrase: wish.passphrase, ...(wish.tell ? { tell: wish.tell } : {}) }).catch(explain);
  if (!done.ok) {
    if (done.code === 'BACKUP_BUSY') return done;
    if (id === 0) await begin();
    await write(house, async (tx) => {
      await closeRecord(tx, id, { error: done.message });
      return { action: 'system.backup-failed', detail: { why: done.message.en } };
    });
    return done;
  }
  const { size, sha256, manifest } = done.value;
  const facts = { size, sha256, tables: manifest.tables.length, rowCount: manifest.tables.reduce((sum, { rows }) => sum + rows, 0), files: manifest.files.count, damaged: manifest.damaged.length };
  await write(house, async (tx) => {
    await closeRecord(tx, id, facts);
    return { action: 'system.backed-up', detail: { file: path.basename(file), kind, size, sha256 } };
  });
  return ok({ ...done.value, id });
}

/** What broke a backup half-way, in words: it is shown to administrators and on the list. */
function explain(error: NodeJS.ErrnoException) {
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
    return fail('BACKUP_DISK_FULL', {
      th: 'ดิสก์เต็มก่อนสำรองเสร็จ ลบไฟล์ที่ยังไม่ครบแล้ว เพิ่มพื้นที่หรือเลือกดิสก์อื่นด้วย KROM_BACKUPS',
      en: 'The disk was full before the backup was done; the unfinished file is gone. Make room, or choose another disk with KROM_BACKUPS',
    });
  }
  return fail('BACKUP_BROKEN', { th: `สำรองข้อมูลไม่สำเร็จ: ${error.message}`, en: `The backup failed: ${error.message}` });
}

/** The newest backup in a folder; undefined where there is none. */
export function newestIn(folder: string): string | undefined {
  const name = existsSync(folder) ? inOrder(readdirSync(folder)).at(-1) : undefined;
  return name && path.join(folder, name);
}

/** Tries a backup out, the newest unless named, and keeps how it went. */
export async function drillHouse(house: House, wish: { readonly file?: string; readonly passphrase?: string | undefined; readonly tell?: (progress: Progress) => void } = {}) {
  const file = wish.file ?? newestIn(house.config.backupFolder);
  if (!file) return fail('NO_BACKUP_YET', { th: `ยังไม่มีไฟล์สำรองใน ${house.config.backupFolder} สั่ง npx krom backup ก่อน`, en: `There is no backup in ${house.config.backupFolder} yet: give npx krom backup first` });
  const done = await drillFile(file, wish);
  await write(house, async (tx) => {
    await recordDrill(tx, file, done.outcome);
    return { action: 'system.backup-drilled', detail: { file: path.basename(file), ok: done.outcome.ok, words: done.outcome.words.en } };
  });
  return ok({ file, ...done });
}

/** The room that makes backups, as the house uses it. */
export const backups: Backups = {
  usualKind: ({ config }) => (config.ownerUrl ? 'logical' : 'physical'),
  async make(services, request) {
    const passphrase = process.env['KROM_KEYS_PASSPHRASE'];
    const done = await backUpHouse(services, { ...request, passphrase });
    return done.ok ? ok({ id: done.value.id, file: done.value.file }) : done;
  },
  async rotate(services, keep) {
    const folder = services.config.backupFolder;
    if (!existsSync(folder)) return [];
    const gone = toRemove(readdirSync(folder).filter(isBackupName), keep);
    for (const name of gone) for (const end of ['', '.sha256', '.keys']) rmSync(path.join(folder, `${name}${end}`), { force: true });
    if (gone.length > 0) {
      await write(services, async (tx) => {
        await markRemoved(tx, gone.map((name) => path.join(folder, name)));
        return { action: 'system.backups-rotated', detail: { removed: gone } };
      });
    }
    return gone;
  },
  async drill(services) {
    const done = await drillHouse(services, { passphrase: process.env['KROM_KEYS_PASSPHRASE'] });
    return done.ok ? ok(done.value.outcome) : done;
  },
};
