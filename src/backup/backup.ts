import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { readFile, statfs } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { sealPaths } from '../platform/audit/seal-keys.ts';
import { isAlive } from '../platform/db/embedded-server.ts';
import { projectRoot } from '../platform/config.ts';
import { fail, ok, type Result } from '../platform/result.ts';
import { ArchiveWriter } from './archive-writer.ts';
import { readRanMigrations, readSequences } from './catalog.ts';
import { FilesHash, openSnapshot, printFiles, printTables, type FilesPrint } from './fingerprint.ts';
import { publicKeysOf, writeKeys } from './keys.ts';
import { writeTables } from './logical.ts';
import { backupForm, headName, headsName, publicKeysName, type BackupHead, type BackupKind, type BackupManifest } from './manifest.ts';
import { writeBase } from './physical.ts';
import { listContents, placeOfContent, soundContent } from './stored-files.ts';

/** How far a backup or a restore is, for a person who waits. `total` only where it is known. */
export interface Progress {
  readonly stage: 'check' | 'compare' | 'database' | 'files' | 'keys' | 'prove';
  readonly done?: number;
  readonly total?: number;
  readonly what?: string;
}

export interface BackupRequest {
  /** Owner of the database. */
  readonly ownerUrl: string;
  readonly dataFolder: string;
  /** True where the server is the embedded one, whose whole cluster is Krom's. */
  readonly embedded: boolean;
  readonly file: string;
  /** As fits the server unless given. */
  readonly kind?: BackupKind | undefined;
  /** Seals the file of keys. */
  readonly passphrase?: string | undefined;
  readonly tell?: (progress: Progress) => void;
  /** Called when it really begins: nothing else runs and there is room. */
  readonly begin?: () => Promise<void>;
}

export interface BackupDone {
  readonly file: string;
  readonly keysFile: string;
  readonly size: number;
  readonly sha256: string;
  readonly manifest: BackupManifest;
  readonly ms: number;
}

export type BackupFailure = 'BACKUP_BUSY' | 'BACKUP_EXISTS' | 'BACKUP_NO_ROOM' | 'BACKUP_NO_FOLDER' | 'BACKUP_NOTHING' | 'BACKUP_PHYSICAL_REFUSED';

/** One backup at a time in the whole house: the lock is the connection's, so a killed one leaves none. */
const lockId = 5660;
const spare = 32 * 1024 * 1024;

export const kromVersion = (): string => (JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { version: string }).version;

/** Where the contents of a data folder lie. */
export const filesFolderOf = (dataFolder: string): string => path.join(dataFolder, 'files');

/** Waits for nobody: fails with BACKUP_BUSY where another backup runs. */
async function locked<T, C extends string>(ownerUrl: string, work: (client: pg.Client) => Promise<Result<T, C>>): Promise<Result<T, C | 'BACKUP_BUSY'>> {
  const client = new pg.Client({ connectionString: ownerUrl, keepAlive: true });
  client.on('error', () => {});
  await client.connect();
  try {
    const got = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1::bigint) as got', [lockId]);
    if (!got.rows[0]?.got) return fail('BACKUP_BUSY', { th: 'มีการสำรองข้อมูลอื่นกำลังทำอยู่ รอให้เสร็จแล้วสั่งใหม่', en: 'Another backup is under way. Wait until it is done, then try again' });
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Takes away what killed backups left in a folder. */
export function sweepUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = Number(/^\..*\.unfinished-(\d+)$/.exec(name)?.[1]);
    if (pid > 0 && (pid === process.pid || !isAlive(pid))) rmSync(path.join(folder, name), { force: true });
  }
}

export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

export const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_048_576).toLocaleString('en')} MB`;

/**
 * Makes one backup of a house while it is in use: database, contents of the file store, what checks the audit log; and
 * the keys in a file of their own beside it. Expected failures are values; a full disk or a lost server throws, and
 * nothing of the file stays.
 */
export async function makeBackup(request: BackupRequest): Promise<Result<BackupDone, BackupFailure>> {
  const { ownerUrl, file } = request;
  const started = performance.now();
  const folder = path.dirname(path.resolve(file));
  const kind = request.kind ?? (request.embedded ? 'physical' : 'logical');
  if (kind === 'physical' && !request.embedded) {
    return fail('BACKUP_PHYSICAL_REFUSED', {
      th: 'สำเนากายภาพคัดลอกเซิร์ฟเวอร์ฐานข้อมูลทั้งเครื่อง รวมฐานข้อมูลของผู้อื่น จึงทำจากระบบนี้ได้เฉพาะฐานข้อมูลในตัว ใช้ --kind logical หรือให้ผู้ดูแลเซิร์ฟเวอร์ทำด้วย pg_basebackup',
      en: 'A physical backup copies the whole database server, also what is not of Krom, so it is made of the embedded one only. Use --kind logical, or let the keeper of the server use pg_basebackup',
    });
  }
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    sweepUnfinished(folder);
  } catch (error) {
    return fail('BACKUP_NO_FOLDER', { th: `เขียนโฟลเดอร์ ${folder} ไม่ได้ (${(error as Error).message}) เลือกโฟลเดอร์อื่นด้วย --out หรือ KROM_BACKUPS`, en: `The folder ${folder} cannot be written. Choose another with --out or KROM_BACKUPS` });
  }
  if (existsSync(file)) return fail('BACKUP_EXISTS', { th: `มีไฟล์ ${file} อยู่แล้ว เลือกชื่ออื่น`, en: `${file} is there already. Choose another name` });
  return locked(ownerUrl, async (client) => {
    if ((await readRanMigrations(client)).length === 0) return fail('BACKUP_NOTHING', { th: 'ฐานข้อมูลนี้ยังไม่มีข้อมูลของระบบ จึงไม่มีอะไรให้สำรอง', en: 'There is nothing of Krom in this database yet, so there is nothing to back up' });
    const room = await checkRoom(client, request, folder);
    if (!room.ok) return room;
    await request.begin?.();
    const writer = await ArchiveWriter.open(file);
    try {
      const head = await headOf(client, kind);
      const manifest = await fill(writer, head, { ...request, databaseBytes: room.value });
      const keysFile = `${file}.keys`;
      request.tell?.({ stage: 'keys' });
      writeKeys(keysFile, request.dataFolder, head.id, request.passphrase);
      const { size, sha256 } = await writer.finish(manifest);
      return ok({ file, keysFile, size, sha256, manifest, ms: Math.round(performance.now() - started) });
    } catch (error) {
      await writer.abandon();
      rmSync(`${file}.keys`, { force: true });
      rmSync(`${file}.sha256`, { force: true });
      throw error;
    }
  });
}

/** Room for half of the database (it compresses better than that) and all files; the size of the database. */
async function checkRoom(client: pg.Client, request: BackupRequest, folder: string): Promise<Result<number, 'BACKUP_NO_ROOM'>> {
  const size = Number((await client.query<{ size: string }>('select pg_database_size(current_database())::text as size')).rows[0]?.size ?? 0);
  let files = 0;
  for await (const content of listContents(filesFolderOf(request.dataFolder))) files += content.size;
  const needed = Math.ceil(size / 2) + files + spare;
  const free = await freeBytes(folder);
  if (free >= needed) return ok(size);
  return fail('BACKUP_NO_ROOM', {
    th: `พื้นที่ใน ${folder} เหลือ ${megabytes(free)} แต่ต้องใช้ราว ${megabytes(needed)} ลบสิ่งที่ไม่ใช้ หรือเลือกดิสก์อื่นด้วย --out หรือ KROM_BACKUPS`,
    en: `${folder} has ${megabytes(free)} left and about ${megabytes(needed)} is needed. Make room, or choose another disk with --out or KROM_BACKUPS`,
  });
}

async function headOf(client: pg.ClientBase, kind: BackupKind): Promise<BackupHead> {
  const { rows } = await client.query<{ major: number; offset: number | null }>(
    `select current_setting('server_version_num')::int / 10000 as major, (select (value ->> 'offset')::float8 from platform.setting where name = 'clock') as offset`,
  );
  const now = Date.now();
  return {
    form: backupForm,
    id: randomBytes(9).toString('base64url'),
    kind,
    krom: kromVersion(),
    postgres: rows[0]?.major ?? 0,
    machineTime: new Date(now).toISOString(),
    legalTime: new Date(now + (rows[0]?.offset ?? 0)).toISOString(),
  };
}

async function fill(writer: ArchiveWriter, head: BackupHead, request: BackupRequest & { databaseBytes: number }): Promise<BackupManifest> {
  const { ownerUrl, dataFolder, tell = () => {} } = request;
  await writer.part(headName, Buffer.from(JSON.stringify(head)));
  const database = head.kind === 'physical' ? await physical(writer, ownerUrl, request.databaseBytes, tell) : await logical(writer, ownerUrl, request.databaseBytes, tell);
  // After the database: the heads may be ahead of its seals, never behind; a restore leaves out those beyond.
  const heads = sealPaths(dataFolder).heads;
  if (existsSync(heads)) await writer.part(headsName, await readFile(heads));
  const publicKeys = publicKeysOf(dataFolder);
  if (publicKeys) await writer.part(publicKeysName, publicKeys);
  const { files, damaged } = await copyFiles(writer, filesFolderOf(dataFolder), tell);
  return { ...head, ...database, files, damaged, parts: writer.parts };
}

type DatabasePart = Omit<BackupManifest, keyof BackupHead | 'files' | 'damaged' | 'parts'>;

async function physical(writer: ArchiveWriter, ownerUrl: string, total: number, tell: (progress: Progress) => void): Promise<DatabasePart> {
  tell({ stage: 'compare' });
  const before = new Map((await printTables(ownerUrl)).map((table) => [table.name, table.hash]));
  const { bytes } = await writeBase(writer, ownerUrl, (done) => tell({ stage: 'database', done, total: Math.max(total, done) }));
  tell({ stage: 'compare' });
  const state = await readState(ownerUrl);
  // The backup is of a moment between the two looks: a table that is the same in both is the same in the backup.
  const tables = (await printTables(ownerUrl)).map((table) => ({ ...table, exact: before.get(table.name) === table.hash }));
  return { ...state, tables, databaseBytes: bytes };
}

async function logical(writer: ArchiveWriter, ownerUrl: string, databaseBytes: number, tell: (progress: Progress) => void): Promise<DatabasePart> {
  const client = await openSnapshot(ownerUrl);
  try {
    const state = await stateOf(client);
    let done = 0;
    const tables = await writeTables(writer, client, (what) => tell({ stage: 'database', done: done++, what }));
    return { ...state, tables, databaseBytes };
  } finally {
    await client.end();
  }
}

async function readState(ownerUrl: string): Promise<Omit<DatabasePart, 'tables' | 'databaseBytes'>> {
  const client = await openSnapshot(ownerUrl);
  try {
    return await stateOf(client);
  } finally {
    await client.end();
  }
}

async function stateOf(client: pg.ClientBase): Promise<Omit<DatabasePart, 'tables' | 'databaseBytes'>> {
  const migrations = await readRanMigrations(client);
  const { rows } = await client.query<{ xid: string; queue: number }>(
    `select pg_snapshot_xmax(pg_current_snapshot())::text as xid, (select max(id) from graphile_worker.migrations) as queue`,
  );
  return { migrations, queueVersion: rows[0]?.queue ?? 0, sequences: await readSequences(client), nextXid: rows[0]?.xid ?? '0' };
}

/** Every content of the store as it is, checked against its name; one that the disk has changed is named, not copied. */
async function copyFiles(writer: ArchiveWriter, folder: string, tell: (progress: Progress) => void): Promise<{ files: FilesPrint; damaged: string[] }> {
  const total = (await printFiles(folder)).count;
  const damaged: string[] = [];
  const files = new FilesHash();
  for await (const content of listContents(folder)) {
    const sound = await soundContent(content);
    if (sound) {
      await writer.file(`files/${placeOfContent(content.hash)}`, content.size, content.hash, sound);
      files.add(content);
    } else damaged.push(content.hash);
    tell({ stage: 'files', done: files.count + damaged.length, total: Math.max(total, files.count + damaged.length) });
  }
  return { files: files.print(), damaged };
}
