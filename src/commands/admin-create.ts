import { parseArgs } from 'node:util';
import { createFirstAdministrator } from '../modules/organisation/index.ts';
import { readConfig } from '../platform/config.ts';
import { openKrom } from '../start/open.ts';
import { ask, type Command } from './command.ts';

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

export const adminCreateCommand: Command = {
  name: 'admin create',
  usage: '--username NAME --name "ชื่อ นามสกุล"',
  purpose: { th: 'สร้างผู้ดูแลระบบคนแรก พิมพ์รหัสผ่านแรกให้', en: 'make the first administrator; prints a first password' },
  run: adminCreate,
};
