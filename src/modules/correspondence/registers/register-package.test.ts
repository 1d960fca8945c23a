/** A year's registers leave the house as a package: made by a job, opened and checked without the house, tampering found. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { useApp } from '../../../../tests/support/app.ts';
import { makeTrialPki, PASSPHRASE } from '../../../../tests/support/pki/trial-pki.ts';
import type { TrialPki } from '../../../../tests/support/pki/trial-pki.ts';
import { registerVerifyCommand } from '../../../commands/register-verify.ts';
import { systemActor } from '../../../platform/access/actor.ts';
import type { Config } from '../../../platform/config.ts';
import { readZip } from '../../../platform/tables/zip.ts';
import { writeZip } from '../../../platform/tables/write-zip.ts';
import { againstHouse } from './verify-against.ts';
import { verifyPackage } from './verify-register.ts';

const t = useApp();
const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-package-'));
let pki: TrialPki;
let unit: number;
let unsigned: Map<string, Buffer>;
let signed: Map<string, Buffer>;
let signedZip: Buffer;

const parts = (zip: Buffer) => readZip(zip, 100_000_000, /[^/]$/);
const rows = async <R>(text: string, values: unknown[] = []) => (await t.db.owner.query(text, values)).rows as R[];

async function makePackage(): Promise<{ zip: Buffer; page: string; id: number }> {
  const clerk = await t.as('clerk.kpr');
  const asked = await clerk.post('/register/exports', { unit: String(unit), year: '2563' });
  expect(asked.statusCode, asked.body.replaceAll(/<[^>]+>/g, ' ').slice(0, 800)).toBe(303);
  const address = String(asked.headers.location);
  expect((await clerk.get(address)).body).toContain('รอจัดทำ');
  expect((await clerk.get(`${address}/file`)).statusCode).toBe(404);
  await t.runJobs();
  const page = (await clerk.get(address)).body;
  expect(page).toContain('เสร็จแล้ว');
  return { zip: (await clerk.get(`${address}/file`)).rawPayload, page, id: Number(address.split('/').at(-1)) };
}

const verify = async (from: Map<string, Buffer>, trust: Buffer[] = []) => {
  const report = await verifyPackage(from, { trust, now: new Date() });
  return report.ok ? report.value.findings.map((one) => one.en) : [report.code];
};
const changed = (from: Map<string, Buffer>, file: string, change: (text: string) => string) => new Map(from).set(file, Buffer.from(change(from.get(file)?.toString('utf8') ?? ''), 'utf8'));

beforeAll(async () => {
  for (const stream of ['log', 'error'] as const) vi.spyOn(console, stream).mockImplementation(() => {});
  pki = makeTrialPki();
  pki.signer('house', '/O=กรมตัวอย่าง/CN=กรมตัวอย่าง (ตราอิเล็กทรอนิกส์)', 'rsa');
  unit = (await rows<{ unit_id: number }>("select unit_id from organisation.unit_abbreviation where text = 'กพร.' and kind = 'preferred'"))[0]?.unit_id ?? 0;
  const head = await t.as('head.kpr');
  await head.post(`/reserved-numbers/of/${unit}`, { book: 'certificate', count: '2', reason: 'รอลงนาม' });
  const reserved = await rows<{ id: number }>("select id from correspondence.register_entry where state = 'reserved' order by id");
  await head.post(`/reserved-numbers/${reserved[0]?.id}/give-up`, { reason: 'ไม่ใช้แล้ว' });
  await head.post(`/register/enter/${unit}`, { book: 'secret', letterDate: '9 พ.ย. 2563', to: 'ผู้ว่าราชการ', subject: 'ความลับที่ต้องไม่รั่ว' });
});
afterAll(() => {
  vi.restoreAllMocks();
  pki?.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe('a package of registers', () => {
  it('is made by a job, opens without Krom, says that it is not signed, and holds no secret words', { timeout: 120_000 }, async () => {
    const { zip, page } = await makePackage();
    unsigned = parts(zip);
    expect(page).toContain('ลายมือชื่อ');
    expect([...unsigned.keys()]).toEqual(expect.arrayContaining(['อ่านก่อน.txt', 'sent.csv', 'received.csv', 'voids.csv', 'sent-circular.pdf', 'voids.pdf', 'manifest.json', 'manifest.sha256']));
    expect(unsigned.has('manifest.json.p7s')).toBe(false);
    const at = path.join(folder, 'unsigned.zip');
    writeFileSync(at, zip);
    const open = path.join(folder, 'unsigned');
    mkdirSync(open);
    execFileSync('unzip', ['-q', at, '-d', open], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
    expect(execFileSync('sha256sum', ['-c', 'manifest.sha256'], { cwd: open, encoding: 'utf8' })).not.toContain('FAILED');
    const csv = unsigned.get('sent.csv')?.toString('utf8') ?? '';
    expect(csv.startsWith('\uFEFFทะเบียน,เลขทะเบียนส่ง,ที่,ลงวันที่,จาก,ถึง,เรื่อง,การปฏิบัติ,หมายเหตุ')).toBe(true);
    for (const content of unsigned.values()) expect(content.toString('utf8')).not.toContain('ความลับที่ต้องไม่รั่ว');
    expect(csv).toContain('มีชั้นความลับ');
    const hashes = await rows<{ file_hash: string }>('select file_hash from correspondence.letter where owner_unit_id = $1 and file_hash is not null', [unit]);
    expect(hashes.length).toBeGreaterThan(0);
    for (const { file_hash } of hashes) expect(csv).toContain(file_hash);
    expect(await verify(unsigned)).toEqual([]);
    for (const one of [open, at]) expect(await registerVerifyCommand.run([one])).toBe(0);
    expect(await registerVerifyCommand.run([at, '--signed'])).toBe(1);
    expect(await registerVerifyCommand.run([path.join(folder, 'nowhere')])).toBe(2);
    expect(await registerVerifyCommand.run([])).toBe(2);
  });

  it('gives the same tables and sheets for the same rows', { timeout: 120_000 }, async () => {
    const again = parts((await makePackage()).zip);
    for (const [file, content] of unsigned) if (/\.(csv|pdf)$/.test(file)) expect(again.get(file)?.equals(content), file).toBe(true);
  });

  it('is signed with the key of the house, and OpenSSL confirms it', { timeout: 120_000 }, async () => {
    const file = path.join(folder, 'house.p12');
    writeFileSync(file, pki.p12('house'));
    (t.services as { config: Config }).config = { ...t.services.config, houseKey: { file, passphrase: PASSPHRASE } };
    const { zip, page, id } = await makePackage();
    signedZip = zip;
    signed = parts(zip);
    expect(page).toContain('กรมตัวอย่าง (ตราอิเล็กทรอนิกส์)');
    const root = pki.certificate('root');
    expect(await verify(signed, [root])).toEqual([]);
    expect(await verify(signed)).toEqual([]);
    const other = makeTrialPki();
    expect((await verify(signed, [other.certificate('root')])).join()).toContain('is not trusted');
    other.remove();
    for (const name of ['manifest.json', 'manifest.json.p7s']) writeFileSync(path.join(folder, name), signed.get(name) as Buffer);
    execFileSync('openssl', ['cms', '-verify', '-binary', '-inform', 'DER', '-in', path.join(folder, 'manifest.json.p7s'), '-content', path.join(folder, 'manifest.json'), '-CAfile', pki.file('root.crt'), '-purpose', 'any', '-out', '/dev/null'], { stdio: 'pipe' });
    expect(await rows('select detail ->> \'signedBy\' as by from platform.audit where action = \'correspondence.register-exported\' and subject_id = $1', [id])).toEqual([{ by: 'กรมตัวอย่าง (ตราอิเล็กทรอนิกส์)' }]);
  });

  it('shows what was tampered with', { timeout: 120_000 }, async () => {
    const row = changed(signed, 'sent.csv', (text) => text.replace(/502,/, '902,'));
    expect((await verify(row)).join('\n')).toMatch(/sent\.csv was changed[\s\S]*numbers are missing: 502[\s\S]*CSV and PDF differ/);
    const without = new Map(signed);
    without.delete('voids.csv');
    expect((await verify(without)).join('\n')).toContain('voids.csv is missing');
    expect((await verify(new Map(signed).set('ใหม่.csv', Buffer.from('x')))).join()).toContain('ใหม่.csv is not in the manifest');
    // Someone who mends the hashes as well is found by the signature; with a package that is not signed, by what the parts say of each other.
    const lines = unsigned.get('sent.csv')?.toString('utf8').split('\r\n') ?? [];
    const cut = lines.filter((line) => !line.startsWith('หนังสือเวียน (ว),501,')).join('\r\n');
    expect(cut.length).toBeLessThan(lines.join('\r\n').length);
    const mended = async (from: Map<string, Buffer>) => {
      const { createHash } = await import('node:crypto');
      const hash = createHash('sha256').update(cut).digest('hex');
      const fake = changed(new Map(from).set('sent.csv', Buffer.from(cut, 'utf8')), 'manifest.json', (text) => {
        const manifest = JSON.parse(text) as { parts: { file: string; sha256: string }[] };
        return JSON.stringify({ ...manifest, parts: manifest.parts.map((part) => (part.file === 'sent.csv' ? { ...part, sha256: hash } : part)) });
      });
      return verify(fake);
    };
    expect((await mended(unsigned)).join('\n')).toMatch(/numbers are missing: 501/);
    expect((await mended(signed)).join('\n')).toContain('The manifest is not what was signed');
    const pdf = Buffer.from(signed.get('sent-circular.pdf') as Buffer);
    pdf[2000] = (pdf[2000] ?? 0) ^ 1;
    expect((await verify(new Map(signed).set('sent-circular.pdf', pdf))).join('\n')).toContain('The signature of sent-circular.pdf does not hold');
    const bad = path.join(folder, 'bad.zip');
    writeFileSync(bad, writeZip(row, new Date()));
    expect(await registerVerifyCommand.run([bad])).toBe(1);
    writeFileSync(bad, signedZip.subarray(0, 5000));
    expect(await registerVerifyCommand.run([bad])).toBe(2);
  });

  it('is held against the house: rows that were changed, and rows that came later', async () => {
    const report = await verifyPackage(unsigned, { trust: [], now: new Date() });
    if (!report.ok) throw new Error(report.code);
    const against = () => t.services.database.read(systemActor('test.verify'), (tx) => againstHouse(tx, report.value));
    expect(await against()).toEqual({ findings: [], later: 0 });
    const head = await t.as('head.kpr');
    await t.moveTo('2020-11-10T11:00:00+07:00');
    await head.post(`/register/enter/${unit}`, { book: 'order', letterDate: '10 พ.ย. 2563', to: 'ทั่วไป', subject: 'คำสั่งที่มาภายหลัง' });
    expect((await against()).later).toBe(1);
    await t.db.owner.query("alter table correspondence.register_entry disable trigger user; update correspondence.register_entry set subject = 'เรื่องที่ถูกแก้' where owner_unit_id = " + unit + " and book = 'circular' and number = 502; alter table correspondence.register_entry enable trigger user");
    expect((await against()).findings.map((one) => one.en).join()).toContain('เรื่องที่ถูกแก้');
  });

  it('is told apart when the key does not serve, and is not for other units', { timeout: 60_000 }, async () => {
    (t.services as { config: Config }).config = { ...t.services.config, houseKey: { file: path.join(folder, 'house.p12'), passphrase: 'ผิด' } };
    const clerk = await t.as('clerk.kpr');
    expect((await clerk.get('/register/exports')).body).toContain('กุญแจของหน่วยงานใช้ไม่ได้');
    const asked = await clerk.post('/register/exports', { unit: String(unit), year: '2563' });
    await expect(t.runJobs()).rejects.toThrow('export-register');
    expect((await clerk.get(String(asked.headers.location))).body).toContain('จัดทำชุดทะเบียนไม่สำเร็จ');
    expect((await clerk.post('/register/exports', { unit: String(unit), year: '2600' })).statusCode).toBe(422);
    const stranger = await t.as('clerk.ssc');
    expect((await stranger.get(String(asked.headers.location))).statusCode).toBe(404);
    expect((await stranger.post('/register/exports', { unit: String(unit), year: '2563' })).statusCode).toBe(404);
  });
});
