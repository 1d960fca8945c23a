import { describe, expect, it } from 'vitest';
import { useApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/app.ts';

const t = useApp();
const sql = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> => (await t.db.owner.query<T & Record<string, unknown>>(text, values)).rows;
const unit = async (abbreviation: string) => (await sql<{ unit_id: number }>(`select unit_id from organisation.unit_abbreviation where text = $1 and kind = 'preferred'`, [abbreviation]))[0]?.unit_id ?? 0;
const location = async (client: Client, path: string, fields: Record<string, string | string[]> = {}) => {
  const answer = await client.post(path, fields);
  expect({ path, status: answer.statusCode, body: answer.statusCode === 303 ? '' : answer.body.slice(0, 1500) }).toEqual({ path, status: 303, body: '' });
  return String(answer.headers.location);
};
const ok = async (client: Client, path: string) => {
  const answer = await client.get(path);
  expect({ path, status: answer.statusCode }).toEqual({ path, status: 200 });
  return answer.body;
};

/** A circular of กพร. to these units, drafted by its clerk and signed by its head; resolves with its address. */
async function circular(subject: string, to: string[], more: Record<string, string | string[]> = {}): Promise<string> {
  const clerk = await t.as('clerk.kpr');
  const head = await t.as('head.kpr');
  const seat = (await sql<{ id: number }>(`select id from organisation.position where abbreviation = 'ผอ.กพร.'`))[0]?.id ?? 0;
  const fields = { fromUnit: String(await unit('กพร.')), signer: String(seat), subject, body: 'ด้วยมีเรื่องแจ้ง\nจึงเรียนมาเพื่อโปรดทราบ', urgency: 'urgent', units: await Promise.all(to.map(async (one) => String(await unit(one)))), then: 'preview', ...more };
  const check = await location(clerk, '/drafts/new', fields);
  await location(clerk, check.replace('/check', '/submit'));
  expect(await ok(head, '/')).toContain(subject);
  return location(head, check.replace('/check', '/issue'));
}

describe('a circular from draft to acknowledgement', () => {
  it('is drafted by the clerk, signed by the head, read and acknowledged by the other unit, and counted', async () => {
    const href = await circular('ขอเชิญร่วมทดสอบระบบหนังสือเวียน', ['ศสช.', 'สนข.']);
    await t.runJobs();
    const [letter] = await sql<{ reference: string; file_hash: string }>('select reference, file_hash from correspondence.letter where id = $1', [href.split('/').pop()]);
    expect(letter?.reference).toMatch(/^นร 0223\/ว 5\d\d$/);
    const reader = await t.as('clerk.ssc');
    expect(await ok(reader, '/circulars?unread=1')).toContain('ขอเชิญร่วมทดสอบระบบหนังสือเวียน');
    expect(await ok(reader, '/')).toContain('ขอเชิญร่วมทดสอบระบบหนังสือเวียน');
    const page = await ok(reader, href);
    expect(page).toContain('จึงเรียนมาเพื่อโปรดทราบ');
    expect(page).toContain('ด่วน');
    expect(page).toContain(letter?.file_hash);
    const pdf = await reader.get(`${href}/file`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const [verify] = await sql<{ verification_token: string }>('select verification_token from correspondence.letter where id = $1', [href.split('/').pop()]);
    expect(await ok(t.anybody(), `/verify/${verify?.verification_token}`)).toContain('นร ๐๒๒๓/ว ๕');
    await location(reader, `${href}/acknowledge`);
    expect((await reader.post(`${href}/acknowledge`)).statusCode).toBe(409);
    const receipts = await ok(await t.as('clerk.kpr'), `${href}/receipts`);
    expect(receipts).toContain('1 จาก 2 ราย');
    const csv = await ok(await t.as('clerk.kpr'), `${href}/receipts.csv`);
    expect(csv).toContain('ศสช.');
    const notified = await sql('select 1 from platform.notification where href = $1', [href]);
    expect(notified.length).toBeGreaterThan(1);
  });

  it('can be passed on inside the unit, and nowhere else', async () => {
    const href = await circular('เรื่องที่ต้องส่งต่อภายใน', ['ศสช.']);
    const clerk = await t.as('clerk.ssc');
    const ssc = await unit('ศสช.');
    const person = async (name: string) => String((await sql<{ id: number }>('select id from organisation.person where given = $1', [name]))[0]?.id ?? 0);
    const refused = await clerk.post(`${href}/pass-on`, { from: String(ssc), people: await person('ดวงหทัย') });
    expect(refused.statusCode).toBe(422);
    await location(clerk, `${href}/pass-on`, { from: String(ssc), people: await person('เอกภพ'), instruction: 'เพื่อโปรดดำเนินการ' });
    expect(await ok(clerk, href)).toContain('เอกภพ');
    expect((await (await t.as('clerk.snk')).get(href)).statusCode).toBe(404);
    expect((await (await t.as('clerk.snk')).post(`${href}/pass-on`, { from: String(ssc), people: await person('เอกภพ') })).statusCode).toBe(404);
  });
});

describe('recall and correction', () => {
  it('closes text and file for recipients, keeps the trace, and leads to the corrected letter', async () => {
    const href = await circular('ฉบับที่มีข้อผิดพลาด', ['ศสช.']);
    await t.runJobs();
    const clerk = await t.as('clerk.kpr');
    const reader = await t.as('clerk.ssc');
    await ok(reader, href);
    expect((await clerk.post(`${href}/recall`, { reason: '' })).statusCode).toBe(422);
    expect((await reader.post(`${href}/recall`, { reason: 'ลอง' })).statusCode).toBe(404);
    await location(clerk, `${href}/recall`, { reason: 'วันที่ในหนังสือผิด' });
    const page = await ok(reader, href);
    expect(page).toContain('วันที่ในหนังสือผิด');
    expect(page).not.toContain('ด้วยมีเรื่องแจ้ง');
    expect((await reader.get(`${href}/file`)).statusCode).toBe(404);
    const draft = await location(clerk, `${href}/correct`, { reason: 'แก้วันที่' });
    expect(await ok(clerk, draft)).toContain('แก้วันที่');
    const head = await t.as('head.kpr');
    const fresh = await location(head, `${draft}/issue`);
    await t.runJobs();
    expect(await ok(reader, href)).toContain(`href="${fresh}"`);
    expect(await ok(reader, fresh)).toContain(`href="${href}"`);
  });

  it('voids a number that nobody has seen, and the register shows it struck with the reason', async () => {
    const href = await circular('ออกเลขผิด', ['ศสช.']);
    const clerk = await t.as('clerk.kpr');
    await location(clerk, `${href}/void`, { reason: 'ออกเลขผิดเรื่อง' });
    const register = await ok(clerk, '/register?book=circular&state=void');
    expect(register).toContain('ออกเลขผิดเรื่อง');
    expect(await ok(clerk, '/register/print?year=2563&book=circular')).toContain('นร ๐๒๒๓/ว ๕๐๒');
    const csv = await ok(clerk, '/register.csv?year=2563&book=circular');
    expect(csv.split('\r\n').length).toBeGreaterThan(500);
    expect(csv.split('\r\n')[0]).toBe('\ufeffเลขทะเบียนส่ง,ที่,ลงวันที่,จาก,ถึง,เรื่อง,การปฏิบัติ,หมายเหตุ');
  });
});

describe('who may do what', () => {
  it('does not let a clerk sign for the head, but lets him record a signature on paper', async () => {
    const clerk = await t.as('clerk.kpr');
    const seat = (await sql<{ id: number }>(`select id from organisation.position where abbreviation = 'ผอ.กพร.'`))[0]?.id ?? 0;
    const draft = await location(clerk, '/drafts/new', { fromUnit: String(await unit('กพร.')), signer: String(seat), subject: 'ลงนามบนกระดาษ', body: 'ข้อความ', urgency: 'ordinary', allUnits: '1' });
    expect((await clerk.post(`${draft}/issue`)).statusCode).toBe(422);
    expect((await (await t.as('clerk.ssc')).get(draft)).statusCode).toBe(404);
    const href = await location(clerk, `${draft}/issue-paper`);
    expect(await ok(clerk, href)).toContain('ลงนามบนกระดาษ');
  });

  it('keeps an officer out of register, groups and settings, and the public out of everything', async () => {
    const officer = await t.as('officer.snp');
    for (const path of ['/register', '/sent-letters', '/recipient-groups', '/drafts/new', '/number-series']) expect([path, (await officer.get(path)).statusCode]).not.toEqual([path, 200]);
    for (const path of ['/circulars', '/register', '/letters/1']) expect([path, (await t.anybody().get(path)).statusCode]).not.toEqual([path, 200]);
  });

  it('lets an administrator choose the series of circulars and the next number, forward only', async () => {
    const admin = await t.as('admin');
    const id = await unit('กกจ.');
    await ok(admin, `/number-series?unit=${id}`);
    await location(admin, `/number-series/${id}/start`, { book: 'outgoing', next: '1200', reason: 'ต่อจากทะเบียนกระดาษ' });
    expect((await admin.post(`/number-series/${id}/start`, { book: 'outgoing', next: '900', reason: 'ถอย' })).statusCode).toBe(422);
    await location(admin, `/number-series/${id}`, { circularSeries: 'shared', fromYear: '2564', reason: 'ตามแนวทางใหม่' });
    expect((await admin.post(`/number-series/${await unit('กพร.')}`, { circularSeries: 'shared', fromYear: '2563', reason: 'กลางปี' })).statusCode).toBe(422);
    expect(await ok(admin, `/number-series?unit=${id}`)).toContain('1200');
  });
});

describe('groups and lists', () => {
  it('saves a group with units and people by name, and offers it to the one who drafts', async () => {
    const clerk = await t.as('clerk.kpr');
    const kpr = String(await unit('กพร.'));
    const bad = await clerk.post('/recipient-groups/new', { unit: kpr, name: 'กลุ่มทดลอง', people: 'นายไม่มี จริง', active: '1' });
    expect(bad.statusCode).toBe(422);
    expect(bad.body).toContain('นายไม่มี จริง');
    await location(clerk, '/recipient-groups/new', { unit: kpr, name: 'กลุ่มทดลอง', units: String(await unit('สนข.')), people: 'เอกภพ สายชล', active: '1' });
    const exported = (await clerk.get('/recipient-groups.csv')).body.split('\r\n').filter((line) => line.includes('กลุ่มทดลอง'));
    expect(exported.map((line) => line.split(',').slice(3))).toEqual([['หน่วยงาน', 'สนข.'], ['บุคคล', expect.stringContaining('สายชล')]]);
    expect(await ok(clerk, '/drafts/new?form=circular')).toContain('กลุ่มทดลอง (2)');
    expect(await ok(clerk, '/recipient-groups')).toContain('กลุ่มทดลอง');
  });

  it('shows what the unit sent, drafts first, and the live sheet', async () => {
    const clerk = await t.as('clerk.kpr');
    expect(await ok(clerk, '/sent-letters')).toContain('นร ๐๒๒๓/ว ๕๐๒');
    const preview = await clerk.post('/drafts/preview', { fromUnit: String(await unit('กพร.')), subject: 'เรื่อง 12', body: '1. ข้อหนึ่ง' });
    expect(preview.statusCode).toBe(200);
    expect(preview.body).toContain('เรื่อง ๑๒');
  });
});
