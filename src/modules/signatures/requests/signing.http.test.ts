// Signing through the door that people use: pages and forms.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../../tests/support/app.ts';
import type { Client } from '../../../../tests/support/app.ts';
import { postWithFiles } from '../../../../tests/support/extras.ts';
import { makeTrialPki } from '../../../../tests/support/pki/trial-pki.ts';
import type { TrialPki } from '../../../../tests/support/pki/trial-pki.ts';
import { startTsa } from '../../../../tests/support/pki/tsa-server.ts';
import type { TsaServer } from '../../../../tests/support/pki/tsa-server.ts';
import { giveCertificate, keyPassphrase } from '../../../../tests/support/signing.ts';
import { exampleMemo } from '../../../paper/examples.ts';
import { pdfsig } from '../../../paper/testing/judges.ts';
import { made } from '../../../paper/testing/tools.ts';
import { verifyPdf } from '../../../paper/index.ts';
import { systemActor } from '../../../platform/access/actor.ts';
import { writeTimeAuthority } from '../service-settings.ts';

const t = useApp();
let pki: TrialPki;
let tsa: TsaServer;
let memo: Buffer;
const rowsOf = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> => (await t.db.owner.query<T & Record<string, unknown>>(text, values)).rows;
const seatOf = async (username: string) => (await rowsOf<{ id: number }>(`select h.position_id as id from organisation.account a join organisation.holding h on h.person_id = a.person_id and h.main
  and h.valid_from <= '2020-11-09' and (h.valid_to is null or h.valid_to >= '2020-11-09') where a.login = $1`, [username]))[0]!.id;
const personOf = async (username: string) => (await rowsOf<{ id: number }>('select person_id as id from organisation.account where login = $1', [username]))[0]!.id;
const unitOf = async (abbreviation: string) => String((await rowsOf<{ unit_id: number }>(`select unit_id from organisation.unit_abbreviation where text = $1 and kind = 'preferred'`, [abbreviation]))[0]!.unit_id);
const partOf = async (href: string, positionId: number) => String((await rowsOf<{ id: number }>('select id from signatures.part where request_id = $1 and position_id = $2', [href.split('/').at(-1), positionId]))[0]!.id);
const fileOf = async (client: Client, href: string): Promise<Buffer> => {
  const answer = await client.get(`${href}/file`);
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
};
const landed = (answer: { statusCode: number; headers: Record<string, unknown>; body: string }): string => {
  expect({ status: answer.statusCode, body: answer.statusCode === 303 ? '' : answer.body.replace(/\s+/g, ' ').slice(0, 3000) }).toEqual({ status: 303, body: '' });
  return String(answer.headers['location']);
};

interface Row { step: string; kind: 'sign' | 'approve'; position: number }
/** A request by the clerk of กพร. on a PDF; resolves with its address. */
async function ask(rows: readonly Row[], content: Buffer = memo, subject = 'สัญญาจ้างพัฒนาระบบ'): Promise<string> {
  const fields = Object.fromEntries(rows.flatMap((row, i) => Object.entries(row).map(([name, value]) => [`steps.${i}.${name}`, String(value)])));
  return landed(await postWithFiles(t, await t.as('clerk.kpr'), '/signing/new', { subject, unit: await unitOf('กพร.'), ...fields }, [{ field: 'file', name: 'สัญญา.pdf', type: 'application/pdf', content }]));
}
const sign = async (client: Client, href: string, positionId: number, passphrase = keyPassphrase) => client.post(`${href}/sign`, { part: await partOf(href, positionId), passphrase });
let [kpr, deputy, dg] = [0, 0, 0];

beforeAll(async () => {
  pki = makeTrialPki();
  tsa = await startTsa(pki);
  for (const username of ['head.kpr', 'deputy', 'director-general']) await giveCertificate(t, pki, username, username.replaceAll('.', '-'));
  [kpr, deputy, dg] = await Promise.all(['head.kpr', 'deputy', 'director-general'].map(seatOf)) as [number, number, number];
  memo = Buffer.from((await made(t.services.paper, exampleMemo)).pdf);
}, 120_000);
afterAll(async () => {
  await tsa.close();
  pki.remove();
});

describe('a PDF signed by several', () => {
  it('goes through approval and a parallel group, every signature stands, and the first covers its own state', async () => {
    const href = await ask([{ step: '1', kind: 'approve', position: kpr }, { step: '2', kind: 'sign', position: deputy }, { step: '2', kind: 'sign', position: dg }]);
    const [head, second, boss] = [await t.as('head.kpr'), await t.as('deputy'), await t.as('director-general')];
    expect((await head.get('/')).body).toContain('สัญญาจ้างพัฒนาระบบ');
    expect((await second.get('/')).body).not.toContain('สัญญาจ้างพัฒนาระบบ');
    const early = await sign(second, href, deputy);
    expect([early.statusCode, early.body]).toEqual([409, expect.stringContaining('ยังไม่ถึงลำดับของท่าน')]);
    landed(await head.post(`${href}/approve`, { part: await partOf(href, kpr), note: 'เห็นควรลงนาม' }));
    const page = await second.get(href);
    expect(page.body).toContain('รหัสของใบรับรอง');
    expect((await second.get('/signing')).body).toContain('สัญญาจ้างพัฒนาระบบ');
    const wrong = await sign(second, href, deputy, 'รหัสผิด');
    expect([wrong.statusCode, wrong.body]).toEqual([422, expect.stringContaining('รหัสของใบรับรองไม่ถูกต้อง')]);
    expect(wrong.body).not.toContain('รหัสผิด');
    landed(await sign(second, href, deputy));
    const first = await fileOf(second, href);
    landed(await sign(boss, href, dg));
    const both = await fileOf(boss, href);
    expect(both.subarray(0, memo.length).equals(memo)).toBe(true);
    expect(both.subarray(0, first.length).equals(first)).toBe(true);
    const judged = pdfsig(pki, both);
    expect(judged.match(/Signature Validation: Signature is Valid\./g)).toHaveLength(2);
    const report = await verifyPdf(both, { trust: [pki.certificate('root')], now: new Date() });
    expect(report.ok && report.value.signatures.map((one) => [one.good, one.laterChanges])).toEqual([[true, 'signatures'], [true, 'none']]);
    expect((await boss.get(href)).body).toContain('ลงลายมือชื่อครบทุกคนแล้ว');
    expect((await (await t.as('clerk.kpr')).get('/signing?view=ended&state=complete')).body).toContain('สัญญาจ้างพัฒนาระบบ');
    expect(await rowsOf(`select 1 from platform.notification where person_id = $1 and words ->> 'th' like 'ลงลายมือชื่อครบแล้ว%'`, [await personOf('clerk.kpr')])).toHaveLength(1);
    const trail = await rowsOf<{ detail: unknown; authority: unknown }>(`select detail, authority from platform.audit where action = 'signatures.signed'`);
    expect(trail).toHaveLength(2);
    expect(JSON.stringify(trail)).not.toContain(keyPassphrase);
    // An altered copy is refused by the public page.
    const altered = Buffer.from(both);
    altered[30] = altered[30]! ^ 1;
    const verdict = await postWithFiles(t, t.anybody(), '/verify-pdf', {}, [{ field: 'file', name: 'ก.pdf', type: 'application/pdf', content: altered }]);
    expect(verdict.body).toContain('เนื้อหาถูกแก้ไขหลังลงลายมือชื่อ');
  }, 120_000);
});

describe('what goes otherwise', () => {
  it('two at one part: the second is told who signed; a refusal stops the whole and tells why', async () => {
    const href = await ask([{ step: '1', kind: 'sign', position: deputy }, { step: '1', kind: 'sign', position: dg }], memo, 'บันทึกข้อตกลง');
    const [second, boss] = [await t.as('deputy'), await t.as('director-general')];
    const [one, other] = await Promise.all([sign(second, href, deputy), sign(second, href, deputy)]);
    expect(new Set([one.statusCode, other.statusCode])).toEqual(new Set([303, 409]));
    expect((one.statusCode === 409 ? one : other).body).toContain('ลงลายมือชื่อในช่องนี้แล้ว');
    const foreign = await (await t.as('head.kpr')).post(`${href}/sign`, { part: await partOf(href, dg), passphrase: keyPassphrase });
    expect([foreign.statusCode, foreign.body]).toEqual([403, expect.stringContaining('ไม่มีคำสั่งให้ทำหน้าที่แทนที่ยังมีผล')]);
    expect((await boss.post(`${href}/refuse`, { part: await partOf(href, dg), reason: '' })).statusCode).toBe(422);
    landed(await boss.post(`${href}/refuse`, { part: await partOf(href, dg), reason: 'ข้อ ๓ ต้องแก้ไข' }));
    for (const username of ['clerk.kpr', 'deputy']) expect((await (await t.as(username)).get(href)).body).toContain('ข้อ ๓ ต้องแก้ไข');
    expect(await rowsOf(`select 1 from platform.notification where person_id = $1 and words ->> 'th' like '%ข้อ ๓ ต้องแก้ไข%'`, [await personOf('clerk.kpr')])).toHaveLength(1);
    expect((await boss.get('/')).body).not.toContain('บันทึกข้อตกลง');
    expect((await boss.post(`${href}/sign`, { part: await partOf(href, dg), passphrase: keyPassphrase })).statusCode).toBe(409);
  }, 60_000);

  it('withdrawn with a reason; a stranger finds nothing and opens nothing', async () => {
    const href = await ask([{ step: '1', kind: 'sign', position: deputy }], memo, 'เรื่องที่ถอน');
    const outsider = await t.as('officer.snp');
    for (const rest of ['', '/file', '/files/0', '/pages/1']) expect([rest, (await outsider.get(`${href}${rest}`)).statusCode]).toEqual([rest, 404]);
    expect((await outsider.post(`${href}/sign`, { part: await partOf(href, deputy), passphrase: keyPassphrase })).statusCode).toBe(404);
    const clerk = await t.as('clerk.kpr');
    landed(await clerk.post(`${href}/withdraw`, { reason: 'ส่งผิดฉบับ' }));
    const late = await sign(await t.as('deputy'), href, deputy);
    expect([late.statusCode, late.body]).toEqual([409, expect.stringContaining('ส่งผิดฉบับ')]);
    expect((await clerk.post(`${href}/withdraw`, { reason: 'อีกครั้ง' })).statusCode).toBe(409);
  });

  it('an order of acting that ended while the document waited: who acted is told, nothing is lost, and the seat’s holder finds it', async () => {
    const [order] = await rowsOf<{ id: number; seat: number; person: number }>(`select a.id, a.position_id as seat, a.person_id as person from organisation.acting a
      join organisation.account c on c.person_id = a.person_id where c.login = 'acting.snp' and a.ended_at is null order by a.id limit 1`);
    const href = await ask([{ step: '1', kind: 'sign', position: order!.seat }], memo, 'เรื่องของผู้รักษาราชการแทน');
    await giveCertificate(t, pki, 'acting.snp', 'acting');
    const before = await t.as('acting.snp');
    const page = await before.get(href);
    expect(page.body).toContain('รักษาราชการแทน');
    await t.db.owner.query(`update organisation.acting set valid_to = '2020-11-02' where id = $1`, [order!.id]);
    const holder = await rowsOf<{ person_id: number }>(`select person_id from organisation.holding where position_id = $1 and (valid_to is null or valid_to >= '2020-11-03')`, [order!.seat]);
    const after = await sign(before, href, order!.seat);
    expect([after.statusCode, after.body]).toEqual([403, expect.stringContaining('ไม่มีคำสั่งให้ทำหน้าที่แทนที่ยังมีผล')]);
    const again = await before.get(href);
    expect([again.statusCode, again.body]).toEqual([200, expect.stringContaining('ไม่มีคำสั่งให้ทำหน้าที่แทนที่ยังมีผล')]);
    expect((await before.get(`${href}/file`)).statusCode).toBe(404);
    const clerk = await (await t.as('clerk.kpr')).get(href);
    expect(clerk.body).toContain(holder.length > 0 ? 'รอ ' : 'ไม่มีผู้ดำรงตำแหน่งหรือทำหน้าที่แทน');
    await t.db.owner.query('update organisation.acting set valid_to = null where id = $1', [order!.id]);
    landed(await sign(await t.as('acting.snp'), href, order!.seat));
    const [part] = await rowsOf<{ authority: { kind: string }; title: string }>('select authority, decided_title as title from signatures.part where id = $1', [await partOf(href, order!.seat)]);
    expect(part?.authority.kind).toBe('acting');
    expect(part?.title).toContain('รักษาราชการแทน');
  }, 60_000);

  it('a certificate that expired between opening and signing: said in words, nothing lost, another one signs', async () => {
    const href = await ask([{ step: '1', kind: 'sign', position: kpr }], memo, 'ใบรับรองหมดอายุ');
    const short = await giveCertificate(t, pki, 'head.kpr', 'kpr-short', { to: '20260901000000Z', beside: true });
    const head = await t.as('head.kpr');
    expect((await head.get(href)).body).toContain('รหัสของใบรับรอง');
    const answer = await head.post(`${href}/sign`, { part: await partOf(href, kpr), certificate: String(short), passphrase: keyPassphrase });
    expect([answer.statusCode, answer.body]).toEqual([422, expect.stringContaining('ใบรับรองหมดอายุแล้ว')]);
    expect(await rowsOf('select 1 from signatures.file_version where request_id = $1', [href.split('/').at(-1)])).toHaveLength(1);
    landed(await sign(head, href, kpr));
  }, 60_000);

  it('files that are none, locked, programs, or of another kind are refused in words, and no request is there', async () => {
    const count = async () => Number((await rowsOf<{ n: string }>('select count(*) as n from signatures.request'))[0]!.n);
    const before = await count();
    const clerk = await t.as('clerk.kpr');
    const fields = { subject: 'ทดสอบ', unit: await unitOf('กพร.'), 'steps.0.step': '1', 'steps.0.kind': 'sign', 'steps.0.position': String(deputy) };
    const send = (name: string, content: Buffer) => postWithFiles(t, clerk, '/signing/new', fields, [{ field: 'file', name, type: 'application/pdf', content }]);
    const locked = Buffer.from(memo.toString('latin1').replace(/trailer\s*<</, 'trailer << /Encrypt 5 0 R'), 'latin1');
    for (const [name, content, words] of [
      ['โปรแกรม.pdf', Buffer.concat([Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'), Buffer.alloc(300)]), 'เป็นโปรแกรม'],
      ['ล็อก.pdf', locked, 'รหัสผ่าน'],
      ['ขาด.pdf', memo.subarray(0, 900), 'ไม่ครบหรือเสียหาย'],
      ['เสีย.pdf', Buffer.concat([Buffer.from('%PDF-1.7\nnonsense\nstartxref\n5\n%%EOF\n')]), 'ไม่ใช่ PDF ที่สมบูรณ์'],
      ['ว่าง.pdf', Buffer.alloc(0), 'ว่างเปล่า'],
    ] as const) {
      const answer = await send(name, content);
      expect([name, answer.statusCode]).toEqual([name, 422]);
      expect([name, answer.body.includes(words) || /<p class="error"[^>]*>.*?<\/p>/.exec(answer.body)?.[0]]).toEqual([name, true]);
    }
    const nobody = await postWithFiles(t, clerk, '/signing/new', { subject: 'ทดสอบ', unit: fields.unit, 'steps.0.step': '1', 'steps.0.kind': 'sign', 'steps.0.person': 'ไม่มี ผู้นี้' }, [{ field: 'file', name: 'ก.pdf', type: 'application/pdf', content: memo }]);
    expect([nobody.statusCode, nobody.body]).toEqual([422, expect.stringContaining('ไม่พบบุคลากรชื่อ ไม่มี ผู้นี้')]);
    expect(await count()).toBe(before);
  });
});

describe('a PDF of another make', () => {
  it('compressed and with its pages turned: is asked for, signed by two one after another, shown, and both signatures stand', async () => {
    writeFileSync(pki.file('made.pdf'), memo);
    execFileSync('qpdf', ['--warning-exit-0', '--object-streams=generate', '--rotate=+90', pki.file('made.pdf'), pki.file('packed.pdf')], { stdio: 'ignore' });
    const packed = readFileSync(pki.file('packed.pdf'));
    expect(packed.toString('latin1')).toContain('/ObjStm');
    const href = await ask([{ step: '1', kind: 'sign', position: deputy }, { step: '2', kind: 'sign', position: dg }], packed, 'หนังสือจากระบบอื่น');
    for (const [username, position] of [['deputy', deputy], ['director-general', dg]] as const) landed(await sign(await t.as(username), href, position));
    const client = await t.as('deputy');
    const pdf = await fileOf(client, href);
    expect(pdf.subarray(0, packed.length).equals(packed)).toBe(true);
    expect(pdfsig(pki, pdf).match(/Signature is Valid\./g)).toHaveLength(2);
    expect(pdf.subarray(packed.length).toString('latin1').match(/\/Matrix \[0 1 -1 0 0 0\]/g)).toHaveLength(2);
    expect((await client.get(`${href}/pages/1`)).statusCode).toBe(200);
  });
});

describe('time stamps', () => {
  it('an authority that dies between accept and answer is asked again; the next signature waits, and somebody may go on without', async () => {
    await t.services.database.write(systemActor('test'), (tx) => writeTimeAuthority(tx, { url: tsa.url, authorization: null }));
    const href = await ask([{ step: '1', kind: 'sign', position: deputy }, { step: '1', kind: 'sign', position: dg }], memo, 'เรื่องที่ประทับเวลา');
    const [second, boss] = [await t.as('deputy'), await t.as('director-general')];
    tsa.mode = 'down';
    landed(await sign(second, href, deputy));
    await t.runJobs().catch(() => undefined);
    expect(await rowsOf(`select 1 from signatures.part where state = 'signed' and id = $1`, [await partOf(href, deputy)])).toHaveLength(1);
    const early = await sign(boss, href, dg);
    expect([early.statusCode, early.body]).toEqual([409, expect.stringContaining('กำลังประทับเวลา')]);
    tsa.mode = 'right';
    await t.db.owner.query(`update graphile_worker._private_jobs set run_at = now(), attempts = 0, locked_at = null, locked_by = null`);
    await t.runJobs();
    const stamped = await fileOf(second, href);
    const one = await verifyPdf(stamped, { trust: [pki.certificate('root')], now: new Date() });
    expect(one.ok && one.value.signatures.map((sig) => [sig.good, sig.timestamp?.valid])).toEqual([[true, true]]);
    tsa.mode = 'down';
    landed(await sign(boss, href, dg));
    expect((await second.post(`${href}/without-time`, { reason: '' })).statusCode).toBe(422);
    landed(await second.post(`${href}/without-time`, { reason: 'ผู้ให้บริการประทับเวลาขัดข้อง' }));
    const both = await fileOf(boss, href);
    const all = await verifyPdf(both, { trust: [pki.certificate('root')], now: new Date() });
    expect(all.ok && all.value.signatures.map((sig) => [sig.good, sig.timestamp?.valid])).toEqual([[true, true], [true, undefined]]);
    expect(pdfsig(pki, both).match(/Signature is Valid/g)).toHaveLength(2);
    expect((await boss.get(href)).body).toContain('ดำเนินการต่อโดยไม่มีการประทับเวลา');
    tsa.mode = 'right';
    await t.db.owner.query(`update graphile_worker._private_jobs set run_at = now(), locked_at = null, locked_by = null`);
    await t.runJobs();
    expect((await fileOf(boss, href)).equals(both)).toBe(true);
    await t.services.database.write(systemActor('test'), (tx) => writeTimeAuthority(tx, null));
  }, 90_000);
});
