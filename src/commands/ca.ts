import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { complain } from './command.ts';
import type { Command } from './command.ts';

/** Only when asked for: no other command needs the library of certificates. */
const authority = () => import('../signing-authority/trial-authority.ts');

export const caInitCommand: Command = {
  name: 'ca init',
  usage: '<folder>',
  purpose: { th: 'ทำผู้ออกใบรับรองทดลอง พร้อมใบรับรองตัวอย่าง (ใช้ฝึกและทดสอบเท่านั้น)', en: 'make a trial authority with sample signers (for teaching and tests only)' },
  async run([folder]) {
    if (!folder) return 2;
    const made = await (await authority()).initTrialAuthority(path.resolve(folder), new Date());
    if (!made.ok) return complain(made.message);
    console.log(`ผู้ออกใบรับรองทดลองอยู่ที่ / The trial authority is in ${path.resolve(folder)}`);
    for (const file of made.value.files) console.log(`  ${file}`);
    return 0;
  },
};

export const caSignCommand: Command = {
  name: 'ca sign',
  usage: '<csr> [--ca <folder>] [--out <file>]',
  purpose: { th: 'ออกใบรับรองทดลองตามคำขอ (CSR)', en: 'issue a trial certificate for a request (CSR)' },
  async run(args) {
    const [csr] = args;
    if (!csr || csr.startsWith('--')) return 2;
    const option = (name: string, usual: string): string => (args.includes(name) ? (args[args.indexOf(name) + 1] ?? usual) : usual);
    let request: Buffer;
    try {
      request = readFileSync(csr);
    } catch {
      return complain({ th: `อ่านไฟล์ ${csr} ไม่ได้`, en: `${csr} cannot be read` });
    }
    const issued = await (await authority()).signTrialRequest(path.resolve(option('--ca', '.')), request, new Date());
    if (!issued.ok) return complain(issued.message);
    const out = option('--out', `${csr.replace(/\.[^.]*$/, '')}.crt`);
    writeFileSync(out, issued.value);
    console.log(out);
    return 0;
  },
};
