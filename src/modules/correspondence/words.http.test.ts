// The words of a letter through HTTP: linter while typing, repairs of a kept draft, and the tables it goes by.
import { describe, expect, it } from 'vitest';
import { useApp } from '../../../tests/support/app.ts';
import { systemActor } from '../../platform/access/actor.ts';
import { announce } from './announce.ts';
import type { Client } from '../../../tests/support/app.ts';
import { postWithFiles, smallPdf } from '../../../tests/support/extras.ts';

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
    // The addressee of a letter to outside stands in a field of its own, and what is left blank is filled in from the table.
    const outside = (await clerk.post('/drafts/lint', { subKind: 'external', subject: 'ก', body: 'จึงเรียนมาเพื่อโปรดทราบ', 'outside.0.name': 'นายกรัฐมนตรี', toText: '', salutation: '', closing: '', agency: 'กรมตัวอย่าง' })).body;
    for (const part of ['จึงกราบเรียนมาเพื่อ', 'ที่ตั้งของส่วนราชการ']) expect(outside).toContain(part);
    expect(outside).not.toContain('คำลงท้ายคู่');
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

describe('search', () => {
  it('finds a letter by its number in any spelling, by words and with filters, for those who may see it', async () => {
    const [letter] = await sql<{ id: number; reference: string; subject: string; number: number }>(`select l.id, l.reference, l.subject, e.number from correspondence.letter l join correspondence.register_entry e on e.id = l.register_entry_id where l.circular and l.state = 'issued' and l.secrecy = 'none' and l.reference like 'นร 0223/%' order by l.id limit 1`);
    if (!letter) throw new Error('the demo has no circular');
    const clerk = await t.as('clerk.kpr');
    const find = async (client: Client, query: string) => page(client, `/find-letters?${new URLSearchParams(query)}`);
    const n = letter.number;
    const thai = String(n).replace(/[0-9]/g, (digit) => '๐๑๒๓๔๕๖๗๘๙'[Number(digit)] ?? '');
    for (const q of [`ที่ นร ๐๒๒๓/ว ${thai}`, `นร0223/ว${n}`, `ว${n}`, `ว ${thai}`, `${n}/2563`]) expect({ q, found: (await find(clerk, `q=${q}`)).includes(`href="/letters/${letter.id}"`) }).toEqual({ q, found: true });
    expect(await find(clerk, `q=ว${n}&year=2562`)).not.toContain(`href="/letters/${letter.id}"`);
    expect(await find(clerk, `q=ว${n}&kind=external`)).toContain('ไม่พบหนังสือ');
    expect(await find(clerk, 'q=')).toContain('พิมพ์เลขหรือคำที่จำได้');
    expect((await clerk.get(`/find-letters.csv?q=${encodeURIComponent(`ว${n}`)}`)).body).toContain(letter.reference);
    expect(await page(clerk, `/sent-letters?q=${encodeURIComponent(`นร0223/ว${thai}`)}`)).toContain(`/letters/${letter.id}"`);
    expect(await page(clerk, `/register?book=circular&q=${encodeURIComponent(`ว${thai}`)}`)).toContain(`/letters/${letter.id}"`);
  });

  it('finds received letters too, by the number of the sender in any spelling, the receive number and words, and letters by who signed', async () => {
    const [came] = await sql<{ id: number; reference: string; subject: string; number: number; year: number }>(`select id, reference, subject, number, year from correspondence.received_letter where secrecy = 'none' and reference ~ '^[ก-ฮ]+ [0-9]{4}/[0-9]+$' and owner_unit_id = ${await unit('กพร.')} order by id limit 1`);
    if (!came) throw new Error('the demo has no received letter');
    const clerk = await t.as('clerk.kpr');
    const there = `href="/incoming/${came.id}"`;
    const thai = came.reference.replace(/[0-9]/g, (digit) => '๐๑๒๓๔๕๖๗๘๙'[Number(digit)] ?? '');
    for (const q of [came.reference, thai, came.subject]) expect({ q, found: (await page(clerk, `/find-letters?${new URLSearchParams({ q })}`)).includes(there) }).toEqual({ q, found: true });
    for (const q of [came.reference.replace(' ', ''), `ที่ ${thai}`, `เลขรับ ${came.number}/${came.year}`]) {
      const list = await page(clerk, `/incoming?${new URLSearchParams({ q, show: 'all', unit: await unit('กพร.') })}`);
      expect({ q, found: list.includes(there) }).toEqual({ q, found: true });
    }
    // Numbers begin anew each year: the number of another year is another letter.
    expect(await page(clerk, `/incoming?${new URLSearchParams({ q: `เลขรับ ${came.number}/${came.year - 1}`, show: 'all', unit: await unit('กพร.') })}`)).not.toContain(there);
    expect(await page(clerk, `/find-letters?${new URLSearchParams({ q: came.subject, kind: 'external' })}`)).not.toContain(there);
    expect(await page(await t.as('clerk.snk'), `/find-letters?${new URLSearchParams({ q: came.subject })}`)).not.toContain(there);
    const [signed] = await sql<{ id: number; name: string }>(`select id, signer_name as name from correspondence.letter where state = 'issued' and secrecy = 'none' and owner_unit_id = ${await unit('กพร.')} order by id desc limit 1`);
    await t.services.database.write(systemActor('test.announce'), (tx) => announce(tx, Number(signed?.id), 'issued', t.services.clock.today()));
    expect(await page(clerk, `/find-letters?${new URLSearchParams({ q: signed?.name.split(' ').at(-1) ?? '' })}`)).toContain(`href="/letters/${signed?.id}"`);
  });

  it('keeps a letter of others out, and shows its earlier matter to its readers', async () => {
    const clerk = await t.as('clerk.kpr');
    const seat = String((await sql<{ id: number }>(`select id from organisation.position where abbreviation = 'ผอ.กพร.'`))[0]?.id ?? 0);
    const issue = async (subject: string, body: string) => {
      const href = await sent(clerk, '/drafts/new', { fromUnit: await unit('กพร.'), signer: seat, subject, body, urgency: 'ordinary', units: await unit('ศสช.') });
      const letter = await sent(await t.as('head.kpr'), `${href}/issue`, {});
      await t.services.database.write(systemActor('test.announce'), (tx) => announce(tx, Number(letter.split('/').pop()), 'issued', t.services.clock.today()));
      return letter;
    };
    const first = await issue('ขอข้อมูลครุภัณฑ์ประหลาดล้ำ', 'ด้วยกรมสำรวจครุภัณฑ์ประหลาดล้ำ\n\nจึงเรียนมาเพื่อโปรดทราบ');
    const [{ reference } = { reference: '' }] = await sql<{ reference: string }>('select reference from correspondence.letter where id = $1', [first.split('/').pop()]);
    const second = await issue('ติดตามข้อมูล', `ตามหนังสือ ที่ ${reference} นั้น ขอติดตาม\n\nจึงเรียนมาเพื่อโปรดทราบ`);
    const third = await issue('ขอข้อมูลครุภัณฑ์ประหลาดล้ำ', 'ด้วยกรมขอข้อมูลอีกครั้ง\n\nจึงเรียนมาเพื่อโปรดทราบ');
    const reader = await t.as('clerk.ssc');
    const related = await page(reader, `${first}/related`);
    for (const part of ['หนังสือที่อ้างถึงฉบับนี้', `href="${second}"`, 'เรื่องเดียวกันถึงผู้รับเดียวกัน', `href="${third}"`]) expect(related).toContain(part);
    expect(await page(reader, `${second}/related`)).toContain('หนังสือที่อ้างถึง');
    expect(await page(reader, first)).toContain(`src="${first}/related"`);
    expect(await page(reader, `/find-letters?${new URLSearchParams({ q: 'ครุภัณฑ์ประหลาดล้ำ', kind: 'circular', unit: await unit('กพร.'), urgency: 'ordinary' })}`)).toContain(`href="${first}"`);
    expect(await page(reader, `/find-letters?${new URLSearchParams({ q: 'ครุภัณฑ์ประหลาดล้ำ', urgency: 'most-urgent' })}`)).not.toContain(`href="${first}"`);
    const stranger = await t.as('clerk.snk');
    expect(await page(stranger, `/find-letters?q=${encodeURIComponent(reference)}`)).toContain('ไม่พบหนังสือ');
    expect(await page(stranger, `/find-letters?q=${encodeURIComponent('ครุภัณฑ์ประหลาดล้ำ')}`)).not.toContain(first);
    expect((await stranger.get(`${first}/related`)).statusCode).toBe(404);
    expect((await stranger.get(`${first}/docx`)).statusCode).toBe(404);
    expect((await reader.get(`${first}/docx`)).rawPayload.subarray(0, 2).toString()).toBe('PK');
  });
});

describe('Word', () => {
  it('becomes a draft that says what was left out, and a file that is none is refused in words', async () => {
    const clerk = await t.as('clerk.kpr');
    const upload = async (name: string, content: Buffer) => postWithFiles(t, clerk, '/drafts/import', { fromUnit: await unit('กพร.') }, [{ field: 'file', name, type: 'application/octet-stream', content }]);
    const href = await draft(clerk, 'หนังสือไป Word', 'ด้วยมีเรื่องแจ้ง\n๑. ข้อแรก\n๑.๑ ข้อย่อย\n| ก | ข |\n| ๑ | ๒ |\nจึงเรียนมาเพื่อโปรดทราบ');
    expect((await clerk.get(`${href}/pdf`)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const word = (await clerk.get(`${href}/docx`)).rawPayload;
    const answer = await upload('หนังสือ.docx', word);
    expect(answer.statusCode).toBe(303);
    const taken = String(answer.headers.location);
    expect((await clerk.get(taken)).body).toContain('หนังสือไป Word');
    const text = async (from: string) => (await sql<{ content: unknown }>('select content from correspondence.letter_body where letter_id = $1', [from.split('/').pop()]))[0]?.content;
    expect(await text(taken)).toEqual(await text(href));
    const [trail] = await sql<{ detail: { leftOut: string[] } }>(`select detail from platform.audit where action = 'correspondence.draft-imported'`);
    expect(trail?.detail.leftOut.join(' ')).toContain('pictures');
    // An order comes back as an order, with its parts.
    const order = String((await clerk.post('/drafts/new', { form: 'order', fromUnit: await unit('กพร.'), subject: 'แต่งตั้งผู้รับผิดชอบ', body: 'ให้ผู้มีรายชื่อปฏิบัติหน้าที่', urgency: 'ordinary', issuer: 'กรมตัวอย่าง', effective: 'บัดนี้เป็นต้นไป' })).headers.location);
    const again = String((await upload('คำสั่ง.docx', (await clerk.get(`${order}/docx`)).rawPayload)).headers.location);
    expect(await text(again)).toEqual(await text(order));
    expect((await sql<{ sub_kind: string; subject: string }>('select sub_kind, subject from correspondence.letter where id = $1', [again.split('/').pop()]))[0]).toEqual({ sub_kind: 'order', subject: 'แต่งตั้งผู้รับผิดชอบ' });
    for (const [name, content] of [['ปลอม.docx', Buffer.from('MZ program')], ['ครึ่ง.docx', word.subarray(0, 3000)], ['ตาราง.pdf', smallPdf]] as const) {
      const refused = await upload(name, content);
      expect({ name, refused: refused.statusCode >= 400 && refused.statusCode < 500, words: /ไฟล์/u.test(refused.body) }).toEqual({ name, refused: true, words: true });
    }
    expect((await (await t.as('officer.snp')).get('/drafts/import')).statusCode).toBe(403);
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
