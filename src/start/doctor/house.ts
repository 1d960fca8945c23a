import path from 'node:path';
import { sql } from 'kysely';
import { verifySmtp } from '../../adapters/smtp.ts';
import { createRenderer } from '../../paper/index.ts';
import { exampleMemo } from '../../paper/examples.ts';
import { systemActor } from '../../platform/access/actor.ts';
import type { Config } from '../../platform/config.ts';
import type { Database, ReadTx } from '../../platform/db/database.ts';
import { LocalFileStore } from '../../platform/files/local-file-store.ts';
import { not, ok, type Finding } from './finding.ts';

const actor = systemActor('start.doctor');
const sampleSize = 200;

/** Contents that records point at: uploads, definitive letters, certified minutes. */
const hashes = (tx: ReadTx, limit: number | undefined) => sql<{ hash: string }>`select hash from (
    select distinct hash from (
      select hash from platform.file
      union all select file_hash from correspondence.letter where file_hash is not null
      union all select certified_pdf_hash from meetings.minutes where certified_pdf_hash is not null) every) one
  order by ${limit === undefined ? sql`hash` : sql`random()`} limit ${limit ?? null}::int`.execute(tx.db);

/** Whether the contents of records are in the store, unchanged: some of them by lot, or all. */
export async function checkFiles(database: Database, config: Config, all: boolean): Promise<Finding[]> {
  const { rows } = await database.read(actor, (tx) => hashes(tx, all ? undefined : sampleSize));
  const store = new LocalFileStore(path.join(config.dataFolder, 'files'));
  const missing: string[] = [];
  const changed: string[] = [];
  for (const { hash } of rows) {
    if (!(await store.has(hash))) missing.push(hash);
    else await store.get(hash).catch(() => changed.push(hash));
  }
  const looked = all ? { th: `ไฟล์ทั้งหมด ${rows.length} รายการ`, en: `All ${rows.length} files` } : { th: `ไฟล์ที่สุ่มตรวจ ${rows.length} รายการ`, en: `${rows.length} files looked at by lot` };
  if (missing.length + changed.length === 0) return [ok('files', `${looked.th} อยู่ครบ`, `${looked.en} are there`)];
  return [
    not('fail', 'files', { th: `${looked.th} หาย ${missing.length} เสียหาย ${changed.length}: ${[...missing, ...changed].slice(0, 5).join(', ')}`, en: `${looked.en}: ${missing.length} are gone, ${changed.length} were changed` }, { th: 'ตรวจว่า KROM_DATA เป็นโฟลเดอร์ที่ทุกโปรเซสใช้ร่วมกัน หรือนำไฟล์จากไฟล์สำรองกลับมา', en: 'See that KROM_DATA is the folder that all processes share, or bring the files back from a backup' }),
  ];
}

/** Prints a memorandum: fonts, typesetter and Thai line breaks in one. No browser is needed for paper. */
export async function checkPrinting(): Promise<Finding[]> {
  const renderer = createRenderer({ size: 1 });
  try {
    const started = performance.now();
    const printed = await renderer.renderPdf(exampleMemo, { createdAt: new Date('2020-11-03T09:00:00+07:00') });
    if (!printed.ok) return [not('fail', 'printing', printed.message, { th: 'ติดตั้งส่วนประกอบใหม่: ลบ node_modules แล้วสั่ง npm start', en: 'Install again: remove node_modules and run npm start' })];
    const kept = `${(printed.value.pdf.length / 1024).toFixed(0)} KB, ${Math.round(performance.now() - started)} ms`;
    return [ok('printing', `พิมพ์บันทึกข้อความได้ (${kept}) ไม่ต้องใช้เบราว์เซอร์`, `A memorandum is printed (${kept}); no browser is needed`)];
  } finally {
    await renderer.close();
  }
}

export async function checkMail({ smtpUrl }: Config): Promise<Finding[]> {
  if (!smtpUrl) return [ok('mail.server', 'ไม่ได้ตั้งเซิร์ฟเวอร์อีเมล จดหมายเก็บไว้ให้ดูที่ /system/mail', 'No mail server is set: mail is kept for /system/mail')];
  const refused = await verifySmtp(smtpUrl);
  return [
    refused === undefined
      ? ok('mail.server', 'เซิร์ฟเวอร์อีเมลรับการเชื่อมต่อ', 'The mail server takes our connection')
      : not('fail', 'mail.server', { th: `ติดต่อเซิร์ฟเวอร์อีเมลไม่ได้: ${refused}`, en: `The mail server cannot be used: ${refused}` }, { th: 'ตรวจ KROM_SMTP_URL ชื่อ รหัสผ่าน และไฟร์วอลล์', en: 'Check KROM_SMTP_URL, its name and password, and the firewall' }),
  ];
}

/** Whether the database was laid down as a demo, with passwords that everybody knows. */
export async function isDemo(database: Database): Promise<boolean> {
  return database.read(actor, async (tx) => (await sql<{ demo: boolean }>`select exists (select 1 from platform.setting where name = 'clock') as demo`.execute(tx.db)).rows[0]?.demo ?? false);
}

export function checkDemo(demo: boolean, config: Config): Finding[] {
  if (!demo) return [];
  const words = { th: 'ฐานข้อมูลนี้เป็นข้อมูลสาธิตซึ่งใช้รหัสผ่านที่ทุกคนรู้', en: 'This database holds the demo, with passwords that everybody knows' };
  const real = config.ownerUrl !== undefined || config.origin.startsWith('https:') || !config.demo;
  return [real ? not('warn', 'demo', words, { th: 'ห้ามใช้ปฏิบัติงานจริง ใช้ฐานข้อมูลใหม่และตั้ง KROM_DEMO=0', en: 'Never work with it: take a new database and set KROM_DEMO=0' }) : ok('demo', words.th, words.en)];
}
