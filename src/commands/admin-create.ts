import { parseArgs } from 'node:util';
import { createFirstAdministrator } from '../modules/organisation/index.ts';
import { readConfig } from '../platform/config.ts';
import { ask, complain, type Command } from './command.ts';
import { withKrom } from './house.ts';

async function adminCreate(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { username: { type: 'string' }, name: { type: 'string' } } });
  const username = values.username ?? (await ask('ชื่อผู้ใช้ / Username: '));
  const name = values.name ?? (await ask('ชื่อและนามสกุล / Full name: '));
  if (!username || !name) {
    console.error('ต้องระบุ --username และ --name / --username and --name are needed');
    return 2;
  }
  return withKrom(readConfig(), async ({ services }) => {
    const made = await createFirstAdministrator(services, { username, name });
    if (!made.ok) return complain(made.message);
    console.log(`สร้างแล้ว / Made: ${username}\nรหัสผ่านแรก (ใช้ครั้งเดียว ระบบจะให้เปลี่ยน) / First password, to be changed at sign-in: ${made.value.firstPassword}`);
    return 0;
  });
}

export const adminCreateCommand: Command = {
  name: 'admin create',
  usage: '--username NAME --name "ชื่อ นามสกุล"',
  purpose: { th: 'สร้างผู้ดูแลระบบคนแรก พิมพ์รหัสผ่านแรกให้', en: 'make the first administrator; prints a first password' },
  run: adminCreate,
};
