import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findTableKind, tableFormats, tableKinds, takeOut } from '../modules/organisation/index.ts';
import { systemActor } from '../platform/access/actor.ts';
import { readConfig } from '../platform/config.ts';
import { ok } from '../platform/result.ts';
import { complain, type Command } from './command.ts';
import { actorNamed, withKrom } from './house.ts';

async function exportTo(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { format: { type: 'string' }, out: { type: 'string' }, as: { type: 'string' } } });
  const kind = findTableKind(positionals[0]);
  const ending = values.out === undefined ? undefined : path.extname(values.out).slice(1).toLowerCase();
  const format = tableFormats.find((one) => one === (values.format ?? ending ?? 'xlsx'));
  if (!kind || !format) {
    console.error(`ระบุตาราง (${tableKinds.join(', ')}) และรูปแบบ (${tableFormats.join(', ')})\n  Say which table and format.`);
    return 2;
  }
  return withKrom({ ...readConfig(), logLevel: 'warn' }, async (krom) => {
    // Whoever may start this command holds the data folder; with --as the rights of a person are asked as on the screen.
    const actor = values.as === undefined ? ok(systemActor('organisation.export-command')) : await actorNamed(krom, values.as);
    const file = actor.ok ? await takeOut(krom.services, actor.value, kind, format) : actor;
    if (!file.ok) return complain(file.message);
    const out = path.resolve(values.out ?? file.value.fileName);
    await writeFile(out, file.value.body, { mode: 0o600 });
    console.log(`เขียนแล้ว / Written: ${out}`);
    return 0;
  });
}

export const exportCommand: Command = {
  name: 'export',
  usage: 'units|people|positions|committees|calendar [--format xlsx|csv] [--out FILE] [--as USERNAME]',
  purpose: { th: 'ส่งออกตารางเป็น Excel หรือ CSV', en: 'write a table as Excel or CSV' },
  run: exportTo,
};
