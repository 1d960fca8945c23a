import path from 'node:path';
import { readFingerprint } from '../backup/fingerprint.ts';
import { readConfig } from '../platform/config.ts';
import type { Command } from './command.ts';
import { withServer } from './house.ts';

async function fingerprint(): Promise<number> {
  const config = readConfig();
  return withServer(config, async ({ ownerUrl }) => {
    const { tables, files, whole } = await readFingerprint(ownerUrl, path.join(config.dataFolder, 'files'));
    const width = Math.max(...tables.map(({ name }) => name.length));
    for (const { name, rows, hash } of tables) console.log(`${hash}  ${name.padEnd(width)}  ${rows}`);
    console.log(`${files.hash}  ${'files'.padEnd(width)}  ${files.count}`);
    console.log(`${whole}  ทั้งหมด / whole`);
    return 0;
  });
}

export const fingerprintCommand: Command = {
  name: 'fingerprint',
  purpose: { th: 'ค่าแฮชของทุกตารางและของที่เก็บไฟล์ ใช้เทียบว่าสองแห่งเหมือนกัน', en: 'hashes of every table and of the file store, to compare two places' },
  run: fingerprint,
};
