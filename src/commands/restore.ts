import path from 'node:path';
import { parseArgs } from 'node:util';
import { restore } from '../backup/restore.ts';
import { outcomeOf } from '../backup/drill.ts';
import { readConfig } from '../platform/config.ts';
import { usersOf } from '../start/presence.ts';
import { complain, type Command } from './command.ts';
import { endProgress, progressTeller } from './progress.ts';

async function putBack(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { keys: { type: 'string' }, 'without-keys': { type: 'boolean' }, data: { type: 'string' }, 'keys-passphrase': { type: 'string' } },
  });
  const [file] = positionals;
  if (!file) {
    complain({ th: 'ระบุไฟล์สำรอง: npx krom restore FILE', en: 'Name the backup: npx krom restore FILE' });
    return 2;
  }
  const config = readConfig();
  const dataFolder = values.data === undefined ? config.dataFolder : path.resolve(values.data);
  const users = usersOf(dataFolder);
  if (users.length > 0) {
    return complain({ th: `ระบบกำลังทำงานบน ${dataFolder} หยุดก่อนด้วย Ctrl+C หรือ kill ${users.join(' ')}`, en: `Krom is running on ${dataFolder}: stop it first with Ctrl+C or kill ${users.join(' ')}` });
  }
  const done = await restore({
    file: path.resolve(file),
    dataFolder,
    ownerUrl: config.ownerUrl,
    keys: values.keys && path.resolve(values.keys),
    withoutKeys: values['without-keys'] ?? false,
    passphrase: values['keys-passphrase'] ?? process.env['KROM_KEYS_PASSPHRASE'],
    tell: progressTeller(),
  });
  endProgress();
  if (!done.ok) return complain(done.message);
  const { manifest, comparison, audit, withKeys } = done.value;
  const outcome = outcomeOf(done.value);
  console.log(`${outcome.words.th}\n  ${outcome.words.en}`);
  console.log(`  ข้อมูล ณ / content as of ${manifest.machineTime} · Krom ${manifest.krom} · PostgreSQL ${manifest.postgres} · ผนึก/seals ${audit.batches}, ${audit.sealedRows} บรรทัด/lines`);
  if (comparison.changing.length > 0) {
    console.log(`  ตารางที่มีผู้แก้ไขระหว่างสำรอง ตรวจด้วยค่าแฮชของเซิร์ฟเวอร์แทน / changed while it was backed up, proved by the server's own hashes: ${comparison.changing.length}`);
  }
  for (const finding of audit.findings) console.error(`- ${finding.words.th} / ${finding.words.en}`);
  if (!withKeys) complain({ th: 'ไม่ได้นำกุญแจเดิมกลับมา ทุกคนต้องเข้าสู่ระบบใหม่ และบันทึกจะผนึกต่อไม่ได้จนกว่าจะวางแฟ้มกุญแจใน keys/', en: 'The keys were not brought back: everybody signs in again, and the audit log is not sealed further until they are in keys/' });
  console.log(`เริ่มได้ด้วย / Start it with: ${values.data || process.env['KROM_DATA'] ? `KROM_DATA=${dataFolder} ` : ''}npm start`);
  return outcome.ok ? 0 : 1;
}

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'FILE [--keys FILE | --without-keys] [--data FOLDER] [--keys-passphrase TEXT]',
  purpose: { th: 'กู้คืนไฟล์สำรองลงที่ว่าง แล้วพิสูจน์ว่าข้อมูลตรงกัน', en: 'put a backup into an empty place and prove that it is the same' },
  run: putBack,
};
