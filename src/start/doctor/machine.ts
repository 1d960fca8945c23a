import { accessSync, constants, existsSync, statSync, statfsSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { projectRoot, type Config } from '../../platform/config.ts';
import { placeOf } from '../../platform/db/embedded-place.ts';
import { sealPaths } from '../../platform/audit/seal-keys.ts';
import { productVersion } from '../metrics.ts';
import { portTrouble, portWords } from '../port.ts';
import { not, ok, type Finding } from './finding.ts';

const gigabyte = 1_073_741_824;
const gb = (bytes: number) => (bytes / gigabyte).toFixed(1);

export function checkNode(version = process.versions.node): Finding {
  const major = Number(version.split('.')[0]);
  if (major === 24 || major === 26) return ok('node', `Node ${version}`, `Node ${version}`);
  return not(major < 24 ? 'fail' : 'warn', 'node', { th: `Node ${version} ไม่ใช่รุ่นที่ทดสอบ`, en: `Node ${version} was not tried` }, { th: 'เริ่มด้วย npm start ซึ่งใช้ Node 24 ที่มากับโปรแกรม', en: 'Start with npm start, which uses the Node 24 that comes with the packages' });
}

/** Packages without which a part of the house does not work, each with what that part is. */
const natives = [
  { name: '@node-rs/argon2', th: 'รหัสผ่าน', en: 'passwords', needed: true },
  { name: 'pg', th: 'ฐานข้อมูล', en: 'the database', needed: true },
  { name: '@myriaddreamin/typst-ts-node-compiler', th: 'การพิมพ์เอกสาร', en: 'printing', needed: false },
] as const;

export function checkPackages(): Finding[] {
  const require = createRequire(path.join(projectRoot, 'package.json'));
  const missing = natives.filter(({ name, needed }) => {
    try {
      require.resolve(name);
      return false;
    } catch {
      // Only the build for this machine is there, under a name of its own.
      return needed || !existsSync(path.join(projectRoot, 'node_modules', `${name}-${process.platform}-${process.arch}-gnu`));
    }
  });
  const wayOut = { th: 'ติดตั้งใหม่: ลบ node_modules แล้วสั่ง npm start (ตรวจว่าไม่ได้ใช้ --omit=optional)', en: 'Install again: remove node_modules and run npm start (never with --omit=optional)' };
  if (missing.length === 0) return [ok('packages', 'ส่วนประกอบครบ', 'The packages are there')];
  return missing.map(({ th, en, name, needed }) => not(needed ? 'fail' : 'warn', 'packages', { th: `ไม่มี ${name} (${th})`, en: `${name} is missing (${en})` }, wayOut));
}

export function checkFolder({ dataFolder, backupFolder }: Config): Finding[] {
  const found: Finding[] = [];
  try {
    accessSync(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK);
    found.push(ok('folder.rights', `เขียนโฟลเดอร์ข้อมูล ${dataFolder} ได้`, `The data folder ${dataFolder} can be written`));
  } catch {
    if (!existsSync(dataFolder)) return [not('fail', 'folder.rights', { th: `ไม่มีโฟลเดอร์ข้อมูล ${dataFolder}`, en: `There is no data folder ${dataFolder}` }, { th: 'เริ่มครั้งแรกด้วย npm start หรือตรวจค่า KROM_DATA', en: 'Start for the first time with npm start, or check KROM_DATA' })];
    return [not('fail', 'folder.rights', { th: `${os.userInfo().username} เขียนโฟลเดอร์ข้อมูล ${dataFolder} ไม่ได้`, en: `${os.userInfo().username} cannot write the data folder ${dataFolder}` }, { th: 'เริ่มด้วยผู้ใช้ที่เป็นเจ้าของ หรือ chown ให้ผู้ใช้นี้', en: 'Start as the user who owns it, or chown it to this one' })];
  }
  const { privateKey } = sealPaths(dataFolder);
  for (const key of [path.join(dataFolder, 'keys', 'forms.key'), privateKey]) {
    if (existsSync(key) && (statSync(key).mode & 0o077) !== 0) found.push(not('warn', 'folder.keys', { th: `ผู้อื่นอ่านกุญแจ ${key} ได้`, en: `Others may read the key ${key}` }, { th: `chmod 600 ${key}`, en: `chmod 600 ${key}` }));
  }
  const places = [dataFolder, placeOf(dataFolder), existsSync(backupFolder) ? backupFolder : undefined].filter((place): place is string => place !== undefined && existsSync(place));
  for (const place of new Set(places)) {
    const { bavail, bsize, blocks } = statfsSync(place);
    const free = bavail * bsize;
    const tight = free < gigabyte || free < blocks * bsize * 0.05;
    found.push(
      tight
        ? not(free < 33_554_432 ? 'fail' : 'warn', 'folder.room', { th: `ที่ ${place} เหลือพื้นที่ ${gb(free)} GB`, en: `${gb(free)} GB are left at ${place}` }, { th: 'เพิ่มดิสก์หรือย้ายไฟล์สำรองออก', en: 'Give it more disk, or move backups away' })
        : ok('folder.room', `ที่ ${place} เหลือพื้นที่ ${gb(free)} GB`, `${gb(free)} GB are left at ${place}`),
    );
  }
  return found;
}

/** Whether the port can be had, or is held by the house itself. */
export async function checkPort(config: Config): Promise<Finding[]> {
  if (config.role === 'worker') return [];
  const trouble = await portTrouble(config.port, config.host);
  if (!trouble) return [ok('port', `พอร์ต ${config.port} ว่าง (ระบบยังไม่เริ่ม)`, `Port ${config.port} is free (the house does not run)`)];
  const host = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host;
  const lives = await fetch(`http://${host.includes(':') ? `[${host}]` : host}:${config.port}/health/ready`, { signal: AbortSignal.timeout(3_000) }).then(async (answer) => ({ status: answer.status, ours: typeof ((await answer.json()) as { ok?: unknown }).ok === 'boolean' }), () => undefined);
  if (lives?.ours) {
    return [lives.status === 200 ? ok('port', `ระบบทำงานที่พอร์ต ${config.port} และพร้อม`, `The house runs at port ${config.port} and is ready`) : not('fail', 'port', { th: `ระบบทำงานที่พอร์ต ${config.port} แต่ยังไม่พร้อม`, en: `The house runs at port ${config.port} and is not ready` }, { th: 'ดูข้อด้านล่างและบันทึกของโปรแกรม', en: 'See what follows, and the log of the program' })];
  }
  const words = await portWords(trouble, config);
  return [not('fail', 'port', words, { th: 'ตั้ง PORT ใหม่', en: 'Set another PORT' })];
}

export function checkOrigin(config: Config, holdsDemo: boolean | undefined): Finding[] {
  const found: Finding[] = [];
  const { hostname, protocol } = new URL(config.origin);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (protocol === 'https:') found.push(ok('origin', `ที่อยู่ที่ผู้ใช้เห็นคือ ${config.origin}`, `People use ${config.origin}`));
  else if (local) {
    const words = { th: `ที่อยู่คือ ${config.origin} ใช้ได้เฉพาะเครื่องนี้`, en: `The address is ${config.origin}, for this machine only` };
    found.push(holdsDemo === false ? not('warn', 'origin', words, { th: 'ในงานจริงตั้ง KROM_ORIGIN=https://…', en: 'In service set KROM_ORIGIN=https://…' }) : ok('origin', words.th, words.en));
  }
  else found.push(not('fail', 'origin', { th: `${config.origin} ไม่เข้ารหัส รหัสผ่านถูกดักอ่านได้`, en: `${config.origin} is not encrypted: passwords can be read on the way` }, { th: 'วาง proxy ที่มี TLS ไว้ข้างหน้า แล้วตั้ง KROM_ORIGIN=https://… (ดู ops/)', en: 'Put a proxy with TLS before it and set KROM_ORIGIN=https://… (see ops/)' }));
  if (protocol === 'https:' && !config.trustProxy) found.push(not('warn', 'origin.proxy', { th: 'ไม่ได้ตั้ง KROM_TRUST_PROXY ที่อยู่ของผู้ใช้ทุกคนจึงเป็นของ proxy', en: 'KROM_TRUST_PROXY is not set: everybody seems to come from the proxy' }, { th: 'หลัง proxy ตั้ง KROM_TRUST_PROXY=1', en: 'Behind a proxy set KROM_TRUST_PROXY=1' }));
  return found;
}

export const checkInstalled = (version = productVersion()): Finding => ok('release', `โปรแกรมรุ่น ${version}`, `Release ${version}`);
