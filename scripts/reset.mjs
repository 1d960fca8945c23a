// `npm run reset`: forgets the data folder (database, files, keys), so that the next start is the first one again.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { root } from './tools.mjs';

const folder = path.resolve(process.env.KROM_DATA ?? path.join(root, '.krom'));
const alive = (pid) => {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
};
const processes = path.join(folder, 'processes');
if (existsSync(processes) && readdirSync(processes).some(alive)) {
  console.error('Krom is running on this folder: stop it first / กรุณาหยุดระบบก่อน');
  process.exit(1);
}
if (!process.argv.includes('--yes')) {
  if (!process.stdin.isTTY) {
    console.error('Say --yes to really forget everything: npm run reset -- --yes');
    process.exit(1);
  }
  const ask = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await ask.question(`ลบข้อมูลทั้งหมดใน ${folder} (Forget everything in it)? พิมพ์ yes: `);
  ask.close();
  if (answer.trim() !== 'yes') process.exit(1);
}
rmSync(folder, { recursive: true, force: true });
console.log('ลบแล้ว เริ่มใหม่ด้วย npm start / Gone. Start again with npm start');
