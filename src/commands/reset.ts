import { parseArgs } from 'node:util';
import { readConfig } from '../platform/config.ts';
import { reset } from '../start/reset.ts';
import { ask, complain, type Command } from './command.ts';

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
    complain(done.message);
    return done.code === 'NOTHING_THERE' ? 0 : 1;
  }
  console.log('ลบแล้ว เริ่มใหม่ด้วย npm start / Gone. Start again with npm start');
  if (done.value.left.length > 0) console.log(`ไม่ได้ลบสิ่งที่ไม่ใช่ของระบบ: ${done.value.left.join(', ')} / left, as it is not of Krom`);
  return 0;
}

export const resetCommand: Command = {
  name: 'reset',
  usage: '[--yes]',
  purpose: { th: 'ลบข้อมูลทั้งหมดในโฟลเดอร์ข้อมูล', en: 'forget everything in the data folder' },
  run: forget,
};
