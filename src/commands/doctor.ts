import { parseArgs } from 'node:util';
import { readConfig } from '../platform/config.ts';
import { examine } from '../start/doctor/examine.ts';
import type { Finding } from '../start/doctor/finding.ts';
import type { Command } from './command.ts';

const marks = { ok: 'ok  ', warn: 'WARN', fail: 'FAIL' } as const;

/** One look as it is told: state, Thai, English, and beneath it what to do. */
export function told({ state, words, wayOut }: Finding): string {
  const lines = [`${marks[state]}  ${words.th}${words.en === words.th ? '' : `  /  ${words.en}`}`];
  if (wayOut && state !== 'ok') lines.push(`      → ${wayOut.th}${wayOut.en === wayOut.th ? '' : `\n        ${wayOut.en}`}`);
  return lines.join('\n');
}

async function doctor(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' }, 'all-files': { type: 'boolean' } } });
  const findings = await examine(readConfig(), { allFiles: values['all-files'] ?? false });
  const count = (state: Finding['state']) => findings.filter((finding) => finding.state === state).length;
  if (values.json) console.log(JSON.stringify({ ok: count('fail') === 0, fail: count('fail'), warn: count('warn'), findings }, null, 2));
  else {
    for (const finding of findings) console.log(told(finding));
    console.log(`\nตรวจ ${findings.length} ข้อ: ใช้ได้ ${count('ok')} ควรดู ${count('warn')} ต้องแก้ ${count('fail')}  /  ${count('ok')} ok, ${count('warn')} to look at, ${count('fail')} to mend`);
  }
  return count('fail') === 0 ? 0 : 1;
}

export const doctorCommand: Command = {
  name: 'doctor',
  usage: '[--json] [--all-files]',
  purpose: { th: 'ตรวจเครื่อง ฐานข้อมูล ไฟล์ การพิมพ์ และงานที่ค้าง พร้อมวิธีแก้', en: 'look over the machine, the database, files, printing and what waits, with the way out' },
  run: doctor,
};
