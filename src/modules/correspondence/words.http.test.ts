// The words of a letter through HTTP: linter while typing, repairs of a kept draft, and the tables it goes by.
import { describe, expect, it } from 'vitest';
import { useApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/app.ts';

const t = useApp();
const sql = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> => (await t.db.owner.query<T & Record<string, unknown>>(text, values)).rows;
const unit = async (abbreviation: string) => String((await sql<{ unit_id: number }>(`select unit_id from organisation.unit_abbreviation where text = $1 and kind = 'preferred'`, [abbreviation]))[0]?.unit_id ?? 0);
const page = async (client: Client, path: string) => {
  const answer = await client.get(path);
  expect({ path, status: answer.statusCode }).toEqual({ path, status: 200 });
  return answer.body;
};
const sent = async (client: Client, path: string, fields: Record<string, string>) => {
  const answer = await client.post(path, fields);
  expect({ path, status: answer.statusCode, body: answer.statusCode === 303 ? '' : answer.body.slice(0, 1500) }).toEqual({ path, status: 303, body: '' });
  return String(answer.headers.location);
};
const draft = async (client: Client, subject: string, body: string) => sent(client, '/drafts/new', { fromUnit: await unit('กพร.'), subject, body, urgency: 'ordinary', allUnits: '1' });

describe('the linter', () => {
  it('answers while typing, for those who may draft, and judges only fields that are sent', async () => {
    const clerk = await t.as('clerk.kpr');
    const answer = await clerk.post('/drafts/lint', { subject: 'เรื่อง ขออนุญาติ', body: 'ตามที่กรมได้แจ้ง\r\nตามสิ่งที่ส่งมาด้วย', lintFiles: '' });
    expect(answer.statusCode).toBe(200);
    for (const part of ['อนุญาต', 'นั้น', 'ยังไม่มีสิ่งที่ส่งมาด้วย', 'data-lint-repair="subject"', 'จึงเรียนมาเพื่อโปรด']) expect(answer.body).toContain(part);
    expect(answer.body).not.toContain('คำลงท้าย');
    expect((await clerk.post('/drafts/lint', { subKind: 'external', subject: 'ก', body: 'จึงเรียนมาเพื่อโปรดทราบ', toText: 'นายกรัฐมนตรี', salutation: 'เรียน', closing: 'ขอแสดงความนับถือ' })).body).toContain('กราบเรียน');
    expect((await (await t.as('officer.snp')).post('/drafts/lint', {})).statusCode).toBe(403);
  });

  it('shows the same on the check page and mends a kept draft with one press, but never a text that has changed', async () => {
    const clerk = await t.as('clerk.kpr');
    const href = await draft(clerk, 'ทดสอบตัวตรวจ', 'ตามที่กรมได้แจ้ง\n\nจึงเรียนมาเพื่อโปรดทราบ');
    const check = await page(clerk, `${href}/check`);
    expect(check).toContain('ต้องปิดความด้วย');
    const repair = { field: 'body', start: '0', original: JSON.stringify('ตามที่กรมได้แจ้ง'), proposed: JSON.stringify('ตามที่กรมได้แจ้ง นั้น') };
    await sent(clerk, `${href}/repair`, repair);
    expect(await page(clerk, `${href}/check`)).not.toContain('ต้องปิดความด้วย');
    expect((await clerk.post(`${href}/repair`, { ...repair, original: JSON.stringify('ตามที่กรมมิได้แจ้ง') })).statusCode).toBe(409);
    expect((await clerk.post(`${href}/repair`, { ...repair, original: 'x' })).statusCode).toBe(409);
    expect((await (await t.as('clerk.ssc')).post(`${href}/repair`, repair)).statusCode).toBe(404);
    const [kept] = await sql<{ text: string }>(`select content->'paragraphs'->>0 as text from correspondence.letter_body where letter_id = $1`, [href.split('/').pop()]);
    expect(kept?.text).toBe('ตามที่กรมได้แจ้ง นั้น');
  });
});

describe('the tables', () => {
  it('keeps the old words of a salutation for earlier letters, and the linter follows the day', async () => {
    const admin = await t.as('admin');
    const list = await page(admin, '/salutations');
    expect(list).toContain('ขอแสดงความนับถืออย่างยิ่ง');
    expect(list).toContain('ตรวจก่อนใช้');
    const [row] = await sql<{ id: number }>(`select id from correspondence.salutation where 'ผู้ตรวจการแผ่นดิน' = any(posts)`);
    const words = { addresseeClass: 'ประธานองค์กร', posts: 'ประธานกรรมการตัวอย่าง\n\nประธานกรรมการตัวอย่าง', salutation: ' กราบเรียน ', closing: 'ขอแสดงความนับถืออย่างยิ่ง', validFrom: '1 ม.ค. 2563' };
    expect((await admin.post(`/salutations/${row?.id}`, { ...words, validTo: '1 ม.ค. 2560' })).statusCode).toBe(422);
    await sent(admin, `/salutations/${row?.id}`, words);
    const rows = await sql<{ posts: string[]; valid_to: string | null; salutation: string }>(`select posts, valid_to::text, salutation from correspondence.salutation where id = $1 or 'ประธานกรรมการตัวอย่าง' = any(posts) order by id`, [row?.id]);
    expect(rows).toEqual([
      expect.objectContaining({ valid_to: '2019-12-31' }),
      { posts: ['ประธานกรรมการตัวอย่าง'], valid_to: null, salutation: 'กราบเรียน' },
    ]);
    expect((await admin.get('/salutations.csv')).body).toContain('ประธานกรรมการตัวอย่าง');
    expect((await (await t.as('clerk.kpr')).get('/salutations')).statusCode).toBe(403);
    const lint = await (await t.as('clerk.kpr')).post('/drafts/lint', { subKind: 'external', subject: 'ก', body: 'จึงเรียนมาเพื่อโปรดทราบ', toText: 'ประธานกรรมการตัวอย่าง', salutation: 'เรียน' });
    expect(lint.body).toContain('คำขึ้นต้นถึง ประธานกรรมการตัวอย่าง');
  });

  it('takes a new slip, refuses one that is there, and lets one rest', async () => {
    const admin = await t.as('admin');
    await sent(admin, '/misspellings/new', { wrong: 'ทดสอบบผิด', right: 'ทดสอบถูก', active: '1' });
    expect((await admin.post('/misspellings/new', { wrong: 'ทดสอบบผิด', right: 'อื่น', active: '1' })).statusCode).toBe(422);
    expect((await admin.post('/misspellings/new', { wrong: 'เท่ากัน', right: 'เท่ากัน' })).statusCode).toBe(422);
    const clerk = await t.as('clerk.kpr');
    const ask = async () => (await clerk.post('/drafts/lint', { subject: 'ทดสอบบผิด', body: '' })).body;
    expect(await ask()).toContain('ทดสอบถูก');
    const [row] = await sql<{ id: number }>(`select id from correspondence.misspelling where wrong = 'ทดสอบบผิด'`);
    await sent(admin, `/misspellings/${row?.id}`, { wrong: 'ทดสอบบผิด', right: 'ทดสอบถูก' });
    expect(await ask()).not.toContain('ทดสอบถูก');
    expect(await page(admin, '/misspellings?q=ทดสอบบผิด')).toContain('ไม่ตรวจ');
  });

  it('raises no false alarm in the circulars of the demo with the lists as they are seeded', async () => {
    const clerk = await t.as('clerk.kpr');
    const letters = await sql<{ subject: string; content: { paragraphs: (string | { text: string })[] } }>(`select l.subject, b.content from correspondence.letter l join correspondence.letter_body b on b.letter_id = l.id where l.kind = 'internal' limit 20`);
    expect(letters.length).toBeGreaterThan(5);
    const alarms: string[] = [];
    for (const letter of letters) {
      const { body } = await clerk.post('/drafts/lint', { subject: letter.subject, body: letter.content.paragraphs.map((one) => (typeof one === 'string' ? one : one.text)).join('\n\n'), lintEnclosures: 'เอกสาร' });
      if (/เขียนว่า|เว้นวรรค|ปฏิทิน|พ\.ศ\./u.test(body)) alarms.push(`${letter.subject}: ${body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ').slice(0, 300)}`);
    }
    expect(alarms).toEqual([]);
  });
});
