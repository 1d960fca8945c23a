// Signing through the door that people use: pages and forms.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/app.ts';
import { postWithFiles } from '../../../tests/support/extras.ts';
import { makeTrialPki } from '../../../tests/support/pki/trial-pki.ts';
import type { TrialPki } from '../../../tests/support/pki/trial-pki.ts';
import { startTsa } from '../../../tests/support/pki/tsa-server.ts';
import type { TsaServer } from '../../../tests/support/pki/tsa-server.ts';
import { giveCertificate, keyPassphrase } from '../../../tests/support/signing.ts';
import { exampleMemo } from '../../paper/examples.ts';
import { pdfsig } from '../../paper/testing/judges.ts';
import { made } from '../../paper/testing/tools.ts';
import { verifyPdf } from '../../paper/index.ts';

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
const setTsa = async (url: string | undefined) => {
  const admin = await t.as('admin');
  landed(await admin.post('/system/signing-services/time', { url: url ?? '' }));
};

let [kpr, deputy, dg, snp] = [0, 0, 0, 0];

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
