import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bringIn, findTableKind, tableKinds, verdictLine, verdictNames } from '../modules/organisation/index.ts';
import { readConfig } from '../platform/config.ts';
import { complain, type Command } from './command.ts';
import { actorNamed, withKrom } from './house.ts';

async function importFrom(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { apply: { type: 'boolean' }, as: { type: 'string' }, all: { type: 'boolean' } } });
  const [name, given] = positionals;
  const kind = findTableKind(name);
  const username = values.as;
  if (!kind || !given || !username) {
    console.error(`ระบุตาราง (${tableKinds.join(', ')}) ไฟล์ และผู้ดำเนินการ --as ชื่อผู้ใช้\n  Say which table, which file, and who acts: --as USERNAME`);
    return 2;
  }
  const content = await readFile(given).catch(() => undefined);
  if (!content) {
    console.error(`อ่านไฟล์ ${given} ไม่ได้ / The file cannot be read`);
    return 2;
  }
  return withKrom({ ...readConfig(), logLevel: 'warn' }, async (krom) => {
    const actor = await actorNamed(krom, username);
    const done = actor.ok ? await bringIn(krom.services, actor.value, kind, { content, name: path.basename(given) }, values.apply === true) : actor;
    if (!done.ok) return complain(done.message);
    const { counts, plans, written } = done.value;
    for (const plan of plans) if (values.all || plan.verdict !== 'unchanged') console.log(verdictLine(kind, plan));
    console.log(Object.entries(counts).map(([verdict, n]) => `${verdictNames[verdict as keyof typeof verdictNames].th} ${n}`).join(' · '));
    if (written !== undefined) console.log(`นำเข้าแล้ว ${written} แถว / ${written} rows were brought in`);
    else if (counts.new + counts.changed > 0) console.log('ยังไม่ได้บันทึก เติม --apply เพื่อนำเข้า / Nothing is saved yet; add --apply to bring the rows in');
    return counts.refused + counts.duplicate + counts.ambiguous > 0 ? 1 : 0;
  });
}

export const importCommand: Command = {
  name: 'import',
  usage: 'units|people|positions|committees|calendar FILE --as USERNAME [--apply] [--all]',
  purpose: { th: 'ตรวจไฟล์ทุกแถว แล้วนำเข้าเมื่อเติม --apply (รหัสออก 1 เมื่อมีแถวที่รับไม่ได้)', en: 'judge every row of a file; with --apply bring the accepted rows in (exit code 1 when a row is refused)' },
  run: importFrom,
};
