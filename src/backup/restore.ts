import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { open, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { readHeads, sealPaths } from '../platform/audit/seal-keys.ts';
import { verifyAudit, type AuditReport } from '../platform/audit/verify.ts';
import { startEmbedded, type EmbeddedPostgres } from '../platform/db/embedded.ts';
import { readMigrations } from '../platform/db/migrate.ts';
import { fail, FailureError, ok, orFail, type Result } from '../platform/result.ts';
import { bufferOf, checkArchive, readGroups, type CheckedArchive } from './archive-reader.ts';
import { filesFolderOf, freeBytes, kromVersion, megabytes, type Progress } from './backup.ts';
import { compareWith, type Comparison } from './compare.ts';
import { putKeys, readKeys } from './keys.ts';
import { headsName, type BackupManifest } from './manifest.ts';
import { basePrefix, serverManifestName } from './physical.ts';
import { Loader } from './restore-logical.ts';
import { differingFiles, giveNewPasswords, layCluster, makeClusterPlace, type LaidFiles } from './restore-physical.ts';
import { clearPlace, openPlace, takePlace } from './restore-place.ts';

export interface RestoreRequest {
  readonly file: string;
  /** An empty folder. */
  readonly dataFolder: string;
  /** Owner of an empty given database; the embedded server otherwise. */
  readonly ownerUrl?: string | undefined;
  /** The `.keys` file; the one beside the backup unless given. */
  readonly keys?: string | undefined;
  readonly withoutKeys?: boolean;
  readonly passphrase?: string | undefined;
  readonly tell?: (progress: Progress) => void;
}

export interface RestoreReport {
  readonly manifest: BackupManifest;
  readonly comparison: Comparison;
  readonly audit: AuditReport;
  readonly withKeys: boolean;
  readonly ms: number;
}

const spare = 256 * 1024 * 1024;

/**
 * Puts a backup into an empty place and proves it: every part is checked before anything is touched, the content is
 * compared by hash afterwards, and the audit log is verified. Expected failures are values; after any failure the
 * place is as empty as before, and a restore that was killed can be given again.
 */
export async function restore(request: RestoreRequest): Promise<Result<RestoreReport>> {
  const started = performance.now();
  const { tell = () => {} } = request;
  if (!existsSync(request.file)) return fail('NO_FILE', { th: `ไม่พบไฟล์ ${request.file}`, en: `There is no file ${request.file}` });
  const total = (await stat(request.file)).size;
  const checked = await checkArchive(request.file, (done) => tell({ stage: 'check', done, total }));
  if (!checked.ok) return checked;
  const { manifest, publicKeys } = checked.value;
  const fits = await checkFit(request, manifest);
  if (!fits.ok) return fits;
  const keysFile = request.keys ?? `${request.file}.keys`;
  if (!request.withoutKeys && request.keys === undefined && !existsSync(keysFile)) {
    return fail('NO_KEYS', {
      th: `ไม่พบแฟ้มกุญแจ ${keysFile} ระบุด้วย --keys หรือกู้คืนโดยไม่ใช้กุญแจเดิมด้วย --without-keys (ทุกคนต้องเข้าสู่ระบบใหม่ และบันทึกการดำเนินการจะผนึกต่อไม่ได้จนกว่าจะนำกุญแจกลับมา)`,
      en: `There is no file of keys ${keysFile}. Name it with --keys, or restore with --without-keys (everybody signs in again, and the audit log is not sealed further until the key is back)`,
    });
  }
  const keys = request.withoutKeys ? ok([]) : readKeys(keysFile, publicKeys, request.passphrase);
  if (!keys.ok) return keys;
  const taken = await takePlace(request.dataFolder, request.ownerUrl, manifest.id);
  if (!taken.ok) return taken;
  let embedded: EmbeddedPostgres | undefined;
  try {
    const databaseIn = await fill(request, checked.value);
    putKeys(request.dataFolder, keys.value, publicKeys);
    embedded = databaseIn.embedded;
    const ownerUrl = request.ownerUrl ?? databaseIn.ownerUrl;
    await trimHeads(request.dataFolder, ownerUrl);
    tell({ stage: 'prove' });
    const comparison = await compareWith(manifest, ownerUrl, filesFolderOf(request.dataFolder));
    const audit = await verifyAudit(ownerUrl, request.dataFolder);
    await embedded?.stop();
    embedded = undefined;
    await openPlace(request.dataFolder, request.ownerUrl);
    return ok({ manifest, comparison, audit, withKeys: !request.withoutKeys, ms: Math.round(performance.now() - started) });
  } catch (error) {
    await embedded?.stop();
    await clearPlace(request.dataFolder, request.ownerUrl);
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
}

/** What can be said before anything is touched: versions, room. */
async function checkFit(request: RestoreRequest, manifest: BackupManifest): Promise<Result<void>> {
  const known = new Map(readMigrations().map(({ name, hash }) => [name, hash]));
  const other = manifest.migrations.find(({ name, hash }) => known.get(name) !== hash);
  if (other) {
    return fail('NEWER_KROM', {
      th: `ข้อมูลสำรองทำด้วยรุ่น ${manifest.krom} ซึ่งมีโครงสร้างฐานข้อมูลที่รุ่นนี้ (${kromVersion()}) ไม่รู้จัก (${other.name}) ติดตั้งรุ่นนั้นหรือใหม่กว่าแล้วกู้คืนอีกครั้ง`,
      en: `The backup was made by version ${manifest.krom}, whose database this version (${kromVersion()}) does not know (${other.name}). Install that version or a later one, then restore again`,
    });
  }
  if (manifest.kind === 'physical' && request.ownerUrl) {
    return fail('PHYSICAL_INTO_SERVER', {
      th: 'สำเนากายภาพกู้คืนลงฐานข้อมูลในตัวเท่านั้น กู้คืนโดยไม่ตั้ง KROM_OWNER_URL แล้วทำสำเนา --kind logical จากที่นั่นเพื่อนำไปลงเซิร์ฟเวอร์',
      en: 'A physical backup goes into an embedded database only. Restore it without KROM_OWNER_URL, make a --kind logical backup there, and bring that into the server',
    });
  }
  let at = path.resolve(request.dataFolder);
  while (!existsSync(at)) at = path.dirname(at);
  const needed = manifest.files.bytes + spare + (request.ownerUrl ? 0 : manifest.databaseBytes);
  const free = await freeBytes(at);
  if (free < needed) {
    return fail('NO_ROOM', {
      th: `พื้นที่ใน ${at} เหลือ ${megabytes(free)} แต่ต้องใช้ ${megabytes(needed)} เลือกดิสก์อื่นด้วย --data`,
      en: `${at} has ${megabytes(free)} left and ${megabytes(needed)} is needed. Choose another disk with --data`,
    });
  }
  return ok(undefined);
}

/** One pass over the file: each part goes where it belongs. */
async function fill(request: RestoreRequest, { manifest }: CheckedArchive): Promise<{ ownerUrl: string; embedded?: EmbeddedPostgres }> {
  const { dataFolder, file, tell = () => {} } = request;
  const place = manifest.kind === 'physical' ? makeClusterPlace(dataFolder) : undefined;
  if (place && place.major !== manifest.postgres) {
    throw new FailureError(fail('OTHER_POSTGRES', {
      th: `สำเนากายภาพนี้ทำจาก PostgreSQL ${manifest.postgres} แต่รุ่นนี้ใช้ ${place.major} กู้คืนด้วยรุ่น ${manifest.krom} ที่ทำสำเนา แล้วทำสำเนาใหม่ด้วย npx krom backup --kind logical ซึ่งใช้ข้ามรุ่นได้`,
      en: `This physical backup is of PostgreSQL ${manifest.postgres} and this version brings ${place.major}. Restore it with version ${manifest.krom}, which made it, then make one with npx krom backup --kind logical: that goes into any version`,
    }));
  }
  let embedded = manifest.kind === 'logical' && !request.ownerUrl ? await startEmbedded(dataFolder) : undefined;
  let loader: Loader | undefined;
  try {
    if (manifest.kind === 'logical') loader = orFail(await Loader.begin(request.ownerUrl ?? (embedded as EmbeddedPostgres).ownerUrl, manifest));
    let laid: LaidFiles | undefined;
    let files = 0;
    let tables = 0;
    for await (const { name, content } of readGroups(file)) {
      if (place && name === basePrefix) laid = await layCluster(place, content, (done) => tell({ stage: 'database', done, total: manifest.databaseBytes }));
      else if (place && name === serverManifestName) {
        const wrong = differingFiles(await bufferOf(content), laid ?? new Map());
        if (wrong.length > 0) throw new FailureError(fail('DAMAGED', { th: `แฟ้มของฐานข้อมูลไม่ตรงกับที่เซิร์ฟเวอร์ส่งไว้ (${wrong.slice(0, 3).join(', ')})`, en: `Files of the database differ from what the server sent (${wrong.slice(0, 3).join(', ')})` }));
      } else if (await loader?.take(name, content)) tell({ stage: 'database', done: ++tables, total: manifest.tables.length });
      else if (name === headsName) writeFileSync(sealPaths(dataFolder).heads, await bufferOf(content), { mode: 0o640, flush: true });
      else if (name.startsWith('files/')) {
        await layContent(filesFolderOf(dataFolder), name.slice('files/'.length), content);
        tell({ stage: 'files', done: ++files, total: manifest.files.count });
      } else for await (const _ of content);
    }
    await loader?.finish((done, total) => tell({ stage: 'database', done, total, what: 'xid' }));
    loader = undefined;
    if (place) {
      orFail(giveNewPasswords(place));
      embedded = await startEmbedded(dataFolder);
    }
    return { ownerUrl: embedded?.ownerUrl ?? '', ...(embedded ? { embedded } : {}) };
  } catch (error) {
    await loader?.abandon();
    await embedded?.stop();
    throw error;
  }
}

const contentPlace = /^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{64}$/;

/** Puts a content into the store the way the store itself does: beside, flushed, then to its name. */
async function layContent(folder: string, name: string, content: AsyncIterable<Buffer>): Promise<void> {
  if (!contentPlace.test(name)) throw new Error(`The backup names a file that is none: ${name}`);
  const target = path.join(folder, name);
  mkdirSync(path.dirname(target), { recursive: true, mode: 0o750 });
  const handle = await open(`${target}.half`, 'w', 0o640);
  try {
    for await (const chunk of content) await handle.writeFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${target}.half`, target);
}

/** Leaves out heads of seals that came after the backup's moment: in this place those seals were never made. */
async function trimHeads(dataFolder: string, ownerUrl: string): Promise<void> {
  const { heads } = sealPaths(dataFolder);
  if (!existsSync(heads)) return;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ last: number }>('select coalesce(max(batch), 0)::int as last from platform.audit_seal');
    const last = rows[0]?.last ?? 0;
    const kept = (readHeads(dataFolder) ?? []).filter(({ batch }) => batch <= last);
    writeFileSync(heads, kept.map((head) => `${JSON.stringify(head)}\n`).join(''), { mode: 0o640, flush: true });
  } finally {
    await client.end();
  }
}
