import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { createFirstAdministrator } from './modules/organisation/index.ts';
import { verifyAudit } from './platform/audit/verify.ts';
import { projectRoot, readConfig } from './platform/config.ts';
import { openKrom } from './start/open.ts';
import { reset } from './start/reset.ts';

const help = `krom: คำสั่งของกรม / the commands of Krom

  npx krom admin create --username NAME --name "ชื่อ นามสกุล"
        สร้างผู้ดูแลระบบคนแรก พิมพ์รหัสผ่านแรกให้ / make the first administrator; prints a first password
  npx krom verify
        ตรวจว่าบันทึกการดำเนินการไม่ถูกแก้ ลบ หรือแทรก / check that no sealed line of the audit log was changed
  npx krom reset [--yes]
        ลบข้อมูลทั้งหมดในโฟลเดอร์ข้อมูล / forget everything in the data folder
  npx krom version
`;

async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY) return '';
  const line = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await line.question(question);
  line.close();
  return answer.trim();
}

async function adminCreate(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { username: { type: 'string' }, name: { type: 'string' } } });
  const username = values.username ?? (await ask('ชื่อผู้ใช้ / Username: '));
  const name = values.name ?? (await ask('ชื่อและนามสกุล / Full name: '));
  if (!username || !name) {
    console.error('ต้องระบุ --username และ --name / --username and --name are needed');
    return 2;
  }
  const krom = await openKrom(readConfig());
  try {
    const made = await createFirstAdministrator(krom.services, { username, name });
    if (!made.ok) {
      console.error(`${made.message.th} / ${made.message.en}`);
      return 1;
    }
    console.log(`สร้างแล้ว / Made: ${username}\nรหัสผ่านแรก (ใช้ครั้งเดียว ระบบจะให้เปลี่ยน) / First password, to be changed at sign-in: ${made.value.firstPassword}`);
    return 0;
  } finally {
    await krom.close();
  }
}

async function verify(): Promise<number> {
  const config = readConfig();
  const krom = await openKrom(config);
  try {
    const report = await verifyAudit(krom.ownerUrl, config.dataFolder);
    for (const finding of report.findings) console.error(`- ${finding.words.th} / ${finding.words.en}`);
    console.log(
      report.findings.length === 0
        ? `บันทึกครบถ้วน ไม่ถูกแก้ไข / The log is whole: ${report.batches} batches, ${report.sealedRows} lines sealed, ${report.unsealedRows} not yet sealed`
        : `พบสิ่งผิดปกติ ${report.findings.length} รายการ / ${report.findings.length} findings`,
    );
    return report.findings.length === 0 ? 0 : 1;
  } finally {
    await krom.close();
  }
}

async function forget(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { yes: { type: 'boolean' } } });
  const config = readConfig();
  if (!values.yes) {
    if (!process.stdin.isTTY) {
      console.error('ยืนยันด้วย --yes: npm run reset -- --yes\n  Say --yes to really forget everything: npm run reset -- --yes');
      return 2;
    }
    const answer = await ask(`ลบข้อมูลทั้งหมดใน ${config.dataFolder} พิมพ์ yes เพื่อยืนยัน / Forget everything in it? Type yes: `);
    if (answer !== 'yes') return 1;
  }
  const done = await reset(config);
  if (!done.ok) {
    console.error(`${done.message.th}\n  ${done.message.en}`);
    return done.code === 'NOTHING_THERE' ? 0 : 1;
  }
  console.log('ลบแล้ว เริ่มใหม่ด้วย npm start / Gone. Start again with npm start');
  if (done.value.left.length > 0) console.log(`ไม่ได้ลบสิ่งที่ไม่ใช่ของระบบ: ${done.value.left.join(', ')} / left, as it is not of Krom`);
  return 0;
}

async function main(): Promise<number> {
  const [first, second, ...rest] = process.argv.slice(2);
  if (first === 'admin' && second === 'create') return adminCreate(rest);
  if (first === 'verify') return verify();
  if (first === 'reset') return forget(process.argv.slice(3));
  if (first === 'version') {
    console.log((JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { version: string }).version);
    return 0;
  }
  console.log(help);
  return first === undefined || first === 'help' ? 0 : 2;
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
