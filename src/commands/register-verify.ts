import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { againstHouse, verifyPackage } from '../modules/correspondence/index.ts';
import { certificatesFrom } from '../paper/index.ts';
import { systemActor } from '../platform/access/actor.ts';
import { readConfig } from '../platform/config.ts';
import { readZip, ZipRefused } from '../platform/tables/zip.ts';
import type { Command } from './command.ts';
import { withKrom } from './house.ts';

/** As much as a package may unpack to. */
const maxBytes = 4_000_000_000;
const findingsShown = 2_000;

async function partsOf(given: string): Promise<Map<string, Buffer>> {
  if (!(await stat(given)).isDirectory()) return readZip(await readFile(given), maxBytes, /[^/]$/);
  const files = (await readdir(given, { withFileTypes: true })).filter((one) => one.isFile()).map((one) => one.name).sort();
  return new Map(await Promise.all(files.map(async (name) => [name.normalize('NFC'), await readFile(path.join(given, name))] as const)));
}

function say(th: string, en: string): void {
  console.log(`${th}\n  ${en}`);
}

async function verify(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { trust: { type: 'string', multiple: true }, against: { type: 'boolean' }, signed: { type: 'boolean' } } });
  const [given] = positionals;
  if (given === undefined || positionals.length > 1) {
    console.error('ระบุชุดทะเบียน (ไฟล์ ZIP หรือโฟลเดอร์ที่แตกแล้ว)\n  Say which package: a ZIP or the folder that it was unpacked to');
    return 2;
  }
  let parts: Map<string, Buffer>;
  let trust: Buffer[];
  try {
    parts = await partsOf(given);
    trust = (await Promise.all((values.trust ?? []).map(async (file) => certificatesFrom(await readFile(file))))).flat().map((der) => Buffer.from(der));
  } catch (error) {
    const why = error instanceof ZipRefused ? error.why : error instanceof Error ? error.message : String(error);
    console.error(`อ่าน ${given} ไม่ได้ (${why})\n  ${given} cannot be read`);
    return 2;
  }
  const checked = await verifyPackage(parts, { trust, now: new Date() });
  if (!checked.ok) {
    console.error(`${checked.message.th}\n  ${checked.message.en}`);
    return 2;
  }
  const { manifest, signature } = checked.value;
  const findings = [...checked.value.findings];
  say(`ชุดทะเบียน ${manifest.unit.label} พ.ศ. ${manifest.year} ข้อมูล ณ ${manifest.asOf} จัดทำโดย ${manifest.madeBy}`, `Registers of B.E. ${manifest.year}, as of ${manifest.asOf}`);
  for (const { file, rows } of manifest.tables) console.log(`  ${file}: ${rows}`);
  if (signature) say(`ลายมือชื่อของ ${signature.by}${trust.length > 0 ? '' : ' (ไม่ได้ตรวจผู้ออกใบรับรอง ระบุ --trust ไฟล์ใบรับรอง)'}`, `Signed by ${signature.by}${trust.length > 0 ? '' : '; who issued the certificate was not asked: --trust FILE'}`);
  else if (!manifest.signed) {
    say('ชุดนี้ไม่มีลายมือชื่ออิเล็กทรอนิกส์', 'The package carries no electronic signature');
    if (values.signed) findings.push({ th: 'ต้องมีลายมือชื่อ แต่ชุดนี้ไม่มี', en: 'A signature is asked for and there is none' });
  }
  if (values.against) {
    await withKrom({ ...readConfig(), logLevel: 'warn' }, async ({ services }) => {
      const { findings: more, later } = await services.database.read(systemActor('correspondence.verify-register'), (tx) => againstHouse(tx, checked.value));
      findings.push(...more);
      if (later > 0) say(`ในระบบมีรายการที่เพิ่มหลังจัดทำชุดนี้ ${later} รายการ`, `${later} rows were added in the house since`);
      return 0;
    });
  }
  for (const { th, en } of findings.slice(0, findingsShown)) console.error(`- ${th}\n  ${en}`);
  if (findings.length === 0) say('ครบถ้วน ไม่พบสิ่งผิดปกติ', 'Whole: nothing was found wrong');
  else console.error(`พบสิ่งผิดปกติ ${findings.length} รายการ / ${findings.length} findings`);
  return findings.length === 0 ? 0 : 1;
}

export const registerVerifyCommand: Command = {
  name: 'register verify',
  usage: '<zip or folder> [--trust CERTIFICATE] [--signed] [--against]',
  purpose: { th: 'ตรวจชุดทะเบียนประจำปี: ไฟล์ครบ เลขไม่ขาดไม่ซ้ำ CSV ตรงกับ PDF ลายมือชื่อถูกต้อง (รหัสออก 0 ปกติ 1 พบสิ่งผิดปกติ 2 อ่านไม่ได้)', en: 'check a package of registers: files, numbers, CSV against PDF, signatures; --against compares it with this house (exit code 0 whole, 1 findings, 2 cannot be read)' },
  run: verify,
};
