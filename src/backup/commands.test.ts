import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { useBuiltKrom } from '../../tests/support/child.ts';
import { readConfig } from '../platform/config.ts';
import { reset } from '../start/reset.ts';

// The commands as the keeper of the house gives them, in processes of their own: also killed half-way.
const krom = useBuiltKrom({ keep: true });
const home = mkdtempSync(path.join(os.tmpdir(), 'krom-keeper-'));
chmodSync(home, 0o755);
const at = (name: string) => path.join(home, name);
const office = at('office');
const file = at('kept/office.krom');

afterAll(async () => {
  for (const name of readdirSync(home)) if (existsSync(path.join(home, name, 'keys')) || existsSync(path.join(home, name, 'restore-under-way'))) await reset(readConfig({ KROM_DATA: at(name) }));
  rmSync(home, { recursive: true, force: true });
});

const exists = async (name: string) => {
  for (const end = Date.now() + 30_000; !existsSync(name) && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 2));
};
const wholeOf = (words: string) => /^([0-9a-f]{64}) {2}ทั้งหมด/m.exec(words)?.[1];

test('a running house is backed up into one file and a file of keys, both for the keeper alone, and the list has it', async () => {
  const nowhere = krom.cli({ KROM_DATA: at('nowhere') }, 'backup');
  const house = krom.start({ KROM_DEMO: '0', KROM_DATA: office });
  const origin = await house.ready();
  expect(await nowhere).toMatchObject({ code: 1, words: expect.stringContaining('ไม่มีข้อมูลของระบบ') });
  expect((await krom.cli({ KROM_DATA: office }, 'admin', 'create', '--username', 'boss', '--name', 'นางสาวสมศรี ใจดี')).code).toBe(0);
  const done = await krom.cli({ KROM_DATA: office }, 'backup', '--out', file);
  expect(done).toMatchObject({ code: 0, words: expect.stringMatching(/สำรองแล้ว[^]*physical[^]*SHA-256 [0-9a-f]{64}[^]*กุญแจอยู่แยกต่างหาก/) });
  for (const name of [file, `${file}.keys`]) expect(statSync(name).mode & 0o777).toBe(0o600);
  expect(readFileSync(`${file}.sha256`, 'utf8')).toMatch(/^[0-9a-f]{64} {2}office\.krom\n$/);
  const [again, magic, running] = await Promise.all([
    krom.cli({ KROM_DATA: office }, 'backup', '--out', file),
    krom.cli({ KROM_DATA: office }, 'backup', '--kind', 'magic'),
    krom.cli({ KROM_DATA: office }, 'restore', file),
  ]);
  expect(again).toMatchObject({ code: 1, words: expect.stringContaining('อยู่แล้ว เลือกชื่ออื่น') });
  expect(magic).toMatchObject({ code: 1, words: expect.stringContaining('physical หรือ logical') });
  expect(running).toMatchObject({ code: 1, words: expect.stringMatching(new RegExp(`kill (?:\\d+ )*${house.process.pid}\\b`, 'u')) });
  expect((await fetch(`${origin}/health`)).status).toBe(200);
  // Killed half-way, it leaves nothing that looks like a backup; the next one sweeps what is left.
  const killed = krom.command({ KROM_DATA: office, KROM_BACKUPS: at('kept') }, 'backup');
  await killed.says('database');
  killed.process.kill('SIGKILL');
  await killed.ended;
  const left = readdirSync(at('kept'));
  expect(left.filter((name) => name.endsWith('.krom'))).toEqual(['office.krom']);
  expect((await krom.cli({ KROM_DATA: office, KROM_BACKUPS: at('kept') }, 'backup', '--kind', 'logical')).code).toBe(0);
  expect(readdirSync(at('kept')).filter((name) => name.includes('unfinished'))).toEqual([]);
  house.process.kill('SIGTERM');
  expect(await house.ended).toBe(0);
}, 120_000);

test('what cannot be restored is refused before anything is touched, with the way out', async () => {
  const refused = async (name: string, words: RegExp, ...args: string[]) => {
    const target = at(name);
    const answer = await krom.cli({ KROM_DATA: target }, 'restore', ...args);
    expect(answer).toMatchObject({ code: args.length === 0 ? 2 : 1, words: expect.stringMatching(words) });
    expect(answer.words).not.toMatch(/\n\s+at /);
    if (target !== office) expect(existsSync(target) ? readdirSync(target) : []).toEqual([]);
  };
  writeFileSync(at('cut.krom'), readFileSync(file).subarray(0, 2_000_000));
  writeFileSync(at('alone.krom'), readFileSync(file));
  const before = readdirSync(office);
  await Promise.all([
    refused('refused-1', /ระบุไฟล์สำรอง/),
    refused('refused-2', /ไม่พบไฟล์/, at('none.krom')),
    refused('refused-3', /ตอนท้ายขาดหายไป/, at('cut.krom')),
    refused('refused-4', /ไม่พบแฟ้มกุญแจ[^]*--without-keys/, at('alone.krom')),
    refused('office', /โฟลเดอร์ \S+office มีข้อมูลอยู่แล้ว/, file),
  ]);
  expect(readdirSync(office)).toEqual(before);
}, 60_000);

test('a restore that was killed cannot be started on and is given again; then the house is the same, and starts', async () => {
  const before = await krom.cli({ KROM_DATA: office }, 'fingerprint');
  expect(before.code).toBe(0);
  const fresh = at('kept/fresh.krom');
  expect((await krom.cli({ KROM_DATA: office }, 'backup', '--out', fresh)).code).toBe(0);
  const target = at('target');
  const killed = krom.command({ KROM_DATA: target }, 'restore', fresh);
  await exists(path.join(target, 'restore-under-way'));
  killed.process.kill('SIGKILL');
  await killed.ended;
  const start = krom.start({ KROM_DATA: target, KROM_DEMO: '0' });
  expect(await start.ended).toBe(1);
  expect(start.words()).toContain('ยังกู้คืนข้อมูลไม่เสร็จ');
  const done = await krom.cli({ KROM_DATA: target }, 'restore', fresh);
  expect(done).toMatchObject({ code: 0, words: expect.stringMatching(/กู้คืนได้ครบ[^]*ค่าแฮชตรงกัน[^]*npm start/) });
  const tables = (words: string) => words.split('\n').filter((line) => !/platform\.(backup|audit|audit_seal|worker) |ทั้งหมด/.test(line));
  const after = await krom.cli({ KROM_DATA: target }, 'fingerprint');
  expect(tables(after.words)).toEqual(tables(before.words));
  expect(wholeOf(after.words)).toMatch(/^[0-9a-f]{64}$/);
  const house = krom.start({ KROM_DATA: target, KROM_DEMO: '0' });
  expect((await fetch(`${await house.ready()}/sign-in`)).status).toBe(200);
  expect((await krom.cli({ KROM_DATA: target }, 'verify')).code).toBe(0);
  expect(await krom.cli({ KROM_DATA: target, KROM_BACKUPS: at('kept') }, 'backup', 'drill')).toMatchObject({ code: 0, words: expect.stringContaining('กู้คืนได้ครบ') });
  house.process.kill('SIGTERM');
  expect(await house.ended).toBe(0);
}, 180_000);
