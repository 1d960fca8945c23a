import { describe, expect, it } from 'vitest';
import { useApp } from '../../../tests/support/app.ts';
import type { Client } from '../../../tests/support/app.ts';
import { formKeys, formOf } from './domain/forms.ts';
import { readDocx } from './word/read-docx.ts';

const t = useApp();
const sql = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> => (await t.db.owner.query<T & Record<string, unknown>>(text, values)).rows;
const unit = async (abbreviation: string) => (await sql<{ unit_id: number }>(`select unit_id from organisation.unit_abbreviation where text = $1 and kind = 'preferred'`, [abbreviation]))[0]?.unit_id ?? 0;
const seat = async () => (await sql<{ id: number }>(`select id from organisation.position where abbreviation = 'ผอ.กพร.'`))[0]?.id ?? 0;
type Fields = Record<string, string | string[]>;
const location = async (client: Client, path: string, fields: Fields = {}) => {
  const answer = await client.post(path, fields);
  expect({ path, status: answer.statusCode, body: answer.statusCode === 303 ? '' : answer.body.slice(0, 1500) }).toEqual({ path, status: 303, body: '' });
  return String(answer.headers.location);
};
const ok = async (client: Client, path: string) => {
  const answer = await client.get(path);
  expect({ path, status: answer.statusCode, body: answer.statusCode === 200 ? '' : answer.body.slice(0, 800) }).toEqual({ path, status: 200, body: '' });
  return answer.body;
};
const basic = async (form: string, more: Fields = {}): Promise<Fields> => ({
  form, fromUnit: String(await unit('กพร.')), signer: String(await seat()), subject: `ทดสอบ ${form}`, body: 'ด้วยมีเรื่องแจ้ง\nจึงเรียนมาเพื่อโปรดทราบ', urgency: 'ordinary', then: 'preview', ...more,
});
const special: Partial<Record<string, Fields>> = {
  external: { 'outside.0.name': 'ผู้ว่าราชการจังหวัดตัวอย่าง', 'outside.0.address': 'ศาลากลางจังหวัด', agency: 'กรมตัวอย่าง\nถนนสมมุติ', ownerUnit: 'กลุ่มพัฒนาระบบบริหาร', contacts: 'โทร. 0 2000 0000', references: 'หนังสือจังหวัดตัวอย่าง ที่ ตอ 0017/5 ลงวันที่ 2 พฤศจิกายน 2563', urgentDay: '16 พ.ย. 2563', urgentTime: '12.00' },
  stamped: { toText: 'สำนักงานจังหวัดตัวอย่าง', agency: 'กรมตัวอย่าง', ownerUnit: 'กลุ่มพัฒนาระบบบริหาร' },
  order: { issuer: 'กรมตัวอย่าง', effective: 'บัดนี้เป็นต้นไป' },
  regulation: { issuer: 'กรมตัวอย่าง', edition: '2' }, rule: { issuer: 'กรมตัวอย่าง' }, statement: { issuer: 'กรมตัวอย่าง', edition: '1' }, news: { issuer: 'กรมตัวอย่าง' },
  announcement: { issuer: 'กรมตัวอย่าง' }, certificate: { agency: 'กรมตัวอย่าง', holder: 'นายทดลอง เขียนหนังสือ' }, note: { toText: 'ผอ.กพร.' }, memo: { toText: 'ผอ.กคส.' },
};

describe('letters of every form', () => {
  it('asks first what to write, then shows the form of it', async () => {
    const clerk = await t.as('clerk.kpr');
    const first = await ok(clerk, '/drafts/new');
    for (const key of formKeys) expect(first).toContain(`form=${key}`);
    for (const key of formKeys) {
      const page = await ok(clerk, `/drafts/new?form=${key}`);
      if (key === 'memo') expect(page).toContain('กลุ่มพัฒนาระบบบริหาร โทร.');
      for (const field of formOf(key).fields) expect({ key, field, there: page.includes(`name="${field === 'outside' ? 'outside.0.name' : field}"`) }).toEqual({ key, field, there: true });
    }
  });

  it('are issued with the right book, reference and definitive file', async () => {
    const [clerk, head] = [await t.as('clerk.kpr'), await t.as('head.kpr')];
    const to = [String(await unit('ศสช.'))];
    const issued: Record<string, { book: string | null; reference: string }> = {};
    for (const key of formKeys) {
      const check = await location(clerk, '/drafts/new', await basic(key, { ...special[key], ...(key === 'circular' ? { units: to } : {}) }));
      const plan = await ok(head, check);
      const href = await location(head, check.replace('/check', '/issue'), { channel: 'hand' });
      const [row] = await sql<{ book: string | null; reference: string }>('select e.book, l.reference from correspondence.letter l left join correspondence.register_entry e on e.id = l.register_entry_id where l.id = $1', [href.split('/').pop()]);
      issued[key] = row ?? { book: '', reference: '' };
      expect(plan).toContain(issued[key].reference.replace(/[0-9]/g, (d) => '๐๑๒๓๔๕๖๗๘๙'[Number(d)] ?? d));
      expect(await ok(head, href)).toContain(`ทดสอบ ${key}`);
    }
    expect(Object.fromEntries(Object.entries(issued).map(([key, row]) => [key, row.book]))).toEqual({
      circular: 'circular', external: 'outgoing', memo: 'outgoing', stamped: 'outgoing', order: 'order', announcement: 'announcement', certificate: 'certificate',
      note: null, regulation: null, rule: null, statement: null, news: null,
    });
    expect(issued['order']?.reference).toMatch(/^\d+\/2563$/);
    expect(issued['external']?.reference).toMatch(/^นร 0223\/\d+$/);
    expect(issued['regulation']?.reference).toBe('ระเบียบ (ฉบับที่ 2) พ.ศ. 2563');
    await t.runJobs();
    expect(await sql(`select sub_kind from correspondence.letter where subject like 'ทดสอบ %' and file_hash is null and state = 'issued'`)).toEqual([]);
    const sent = await sql(`select d.name, d.channel from correspondence.letter_dispatch d join correspondence.letter l on l.id = d.letter_id where l.subject = 'ทดสอบ external'`);
    expect(sent).toEqual([{ name: 'ผู้ว่าราชการจังหวัดตัวอย่าง', channel: 'hand' }]);
  });

  it('go to many with the same words, outside too: ว before the number, in the book of circulars, and still letters to outside', async () => {
    const [clerk, head] = [await t.as('clerk.kpr'), await t.as('head.kpr')];
    const many: Fields = { ...special.external, circulate: 'on', subject: 'เวียนถึงจังหวัด', toText: 'ผู้ว่าราชการจังหวัดทุกจังหวัด', 'outside.1.name': 'ผู้ว่าราชการจังหวัดสมมุติ', 'outside.1.address': 'ศาลากลางจังหวัด' };
    const check = await location(clerk, '/drafts/new', await basic('external', many));
    const draft = check.replace('/check', '');
    expect(await ok(clerk, draft)).toMatch(/name="circulate"[^>]*checked/);
    expect(await ok(head, check)).toContain('/ว ');
    // The choice may be taken back while it is a draft.
    await location(clerk, draft, await basic('external', { ...many, circulate: [], base: '1' }));
    expect(await ok(head, check)).not.toContain('/ว ');
    await location(clerk, draft, await basic('external', { ...many, base: '2' }));
    const issued = await location(head, check.replace('/check', '/issue'), { channel: 'post' });
    const id = issued.split('/').pop();
    const [row] = await sql<{ reference: string; book: string; action: string; n: number }>(`select l.reference, e.book, e.action_text as action, (select count(*)::int from correspondence.letter_dispatch d where d.letter_id = l.id) as n
      from correspondence.letter l join correspondence.register_entry e on e.id = l.register_entry_id where l.id = $1`, [id]);
    expect(row).toMatchObject({ book: 'circular', n: 2 });
    expect(row?.reference).toMatch(/^นร 0223\/ว \d+$/);
    expect(row?.action).not.toContain('0 ');
    await t.runJobs();
    expect(await ok(clerk, `/find-letters?q=${encodeURIComponent('เวียนถึงจังหวัด')}&kind=circular`)).toContain(issued);
    const [counted] = await sql<{ stage: number }>(`with me as (select set_config('krom.system', 'on', true)) select stage from me, adoption.letters_in('2020-01-01', '2020-12-31', '2099-01-01') where letter_id = $1`, [id]);
    expect(counted).toEqual({ stage: 4 });
    const word = await clerk.get(`/letters/${id}/docx`);
    expect(await readDocx(word.rawPayload, 'เวียน.docx')).toMatchObject({ ok: true, value: { form: 'external', circular: true } });
    // A memo to many is a circular of the house: it needs somebody whom the house knows.
    expect(await ok(clerk, await location(clerk, '/drafts/new', await basic('circular', { toText: 'ทุกหน่วยงาน' })))).toContain('ยังไม่ได้เลือกผู้รับ');
  });

  it('begin with the address that the unit wrote last, and say when an order of the department is signed by a post of a unit', async () => {
    const clerk = await t.as('clerk.kpr');
    await location(clerk, '/drafts/new', await basic('external', { ...special.external, agency: 'กรมตัวอย่าง\n๙ ถนนตัวอย่าง แขวงตัวอย่าง' }));
    expect(await ok(clerk, '/drafts/new?form=external')).toContain('๙ ถนนตัวอย่าง แขวงตัวอย่าง');
    expect(await ok(clerk, '/drafts/new?form=stamped')).not.toContain('๙ ถนนตัวอย่าง แขวงตัวอย่าง');
    const [department] = await sql<{ name: string }>(`select name_th as name from organisation.units_on('2020-11-03') where parent_id is null limit 1`);
    const check = async (issuer: string) => ok(clerk, await location(clerk, '/drafts/new', await basic('order', { ...special.order, issuer })));
    expect(await check(department?.name ?? '')).toContain(`ออกในนาม${department?.name} แต่ผู้ลงนามเป็นตำแหน่งของหน่วยงาน`);
    expect(await check('กลุ่มตัวอย่าง')).not.toContain('แต่ผู้ลงนามเป็นตำแหน่งของหน่วยงาน');
  });

  it('address the head of a unit after เรียน, and follow the choice when it changes', async () => {
    const clerk = await t.as('clerk.kpr');
    const check = await location(clerk, '/drafts/new', await basic('memo', { units: String(await unit('ศสช.')) }));
    const [id, to] = [check.split('/')[2], async () => (await sql<{ to_text: string }>('select to_text from correspondence.letter where id = $1', [check.split('/')[2]]))[0]?.to_text];
    expect(await to()).toBe('ผอ.ศสช.');
    const form = await ok(clerk, `/drafts/${id}`);
    expect(form).not.toContain('value="ผอ.ศสช."');
    await location(clerk, `/drafts/${id}`, await basic('memo', { units: String(await unit('สนผ.')) }));
    expect(await to()).toBe('ผอ.สนผ.');
  });

  it('are refused while a part that the regulation wants is missing, and top secret always', async () => {
    const [clerk, head] = [await t.as('clerk.kpr'), await t.as('head.kpr')];
    const check = await location(clerk, '/drafts/new', await basic('order', { issuer: 'กรมตัวอย่าง' }));
    expect(await ok(head, check)).toContain('ยังขาด: ทั้งนี้ ตั้งแต่');
    expect((await head.post(check.replace('/check', '/issue'))).statusCode).toBe(422);
    const secret = await clerk.post('/drafts/new', await basic('memo', { secrecy: 'top-secret' }));
    expect(secret.statusCode).toBe(422);
    expect(secret.body).toContain('ลับที่สุดจัดทำและส่งในระบบ');
    const low = await location(clerk, '/drafts/new', await basic('memo', { secrecy: 'confidential', toText: 'ผอ.กคส.' }));
    const href = await location(head, low.replace('/check', '/issue'));
    expect(await sql('select e.book, e.restricted from correspondence.letter l join correspondence.register_entry e on e.id = l.register_entry_id where l.id = $1', [href.split('/').pop()])).toEqual([{ book: 'secret', restricted: true }]);
  });

  it('are signed by the head of the department without being of the unit, and numbered in the unit’s book', async () => {
    const [clerk, head, general] = [await t.as('clerk.kpr'), await t.as('head.kpr'), await t.as('director-general')];
    const [top] = await sql<{ id: number }>(`select id from organisation.position where abbreviation = 'อปส.'`);
    const group = (await sql<{ id: number }>('select id from correspondence.recipient_group where owner_unit_id = $1 limit 1', [await unit('กพร.')]))[0]?.id ?? 0;
    const check = await location(clerk, '/drafts/new', await basic('order', { ...special['order'], signer: String(top?.id), subject: 'คำสั่งที่อธิบดีลงนาม', groups: String(group) }));
    expect((await general.get(check)).statusCode).toBe(404);
    await location(clerk, check.replace('/check', '/submit'));
    expect((await head.post(check.replace('/check', '/issue'))).statusCode).toBe(422);
    expect(await ok(general, '/')).toContain('คำสั่งที่อธิบดีลงนาม');
    await ok(general, check);
    const href = await location(general, check.replace('/check', '/issue'));
    expect(await ok(general, href)).toContain('คำสั่งที่อธิบดีลงนาม');
    const [entry] = await sql<{ owner_unit_id: number; book: string; recipients: number }>('select e.owner_unit_id, e.book, l.recipient_count as recipients from correspondence.letter l join correspondence.register_entry e on e.id = l.register_entry_id where l.id = $1', [href.split('/').pop()]);
    expect(entry).toMatchObject({ owner_unit_id: await unit('กพร.'), book: 'order' });
    expect(entry?.recipients).toBeGreaterThan(1);
    expect((await ok(clerk, '/register?book=order'))).toContain('คำสั่งที่อธิบดีลงนาม');
  });

  it('take salutation and closing from the table where none was typed, and show them while typing', async () => {
    const clerk = await t.as('clerk.kpr');
    const preview = await clerk.post('/drafts/preview', { ...(await basic('external')), 'outside.0.name': 'นายกรัฐมนตรี' });
    expect(preview.body).toContain('กราบเรียน');
    expect(preview.body).toContain('ขอแสดงความนับถืออย่างยิ่ง');
  });
});

describe('a draft of several people', () => {
  it('is opened to another unit, keeps each version, and loses nothing when two save at once', async () => {
    const [clerk, other] = [await t.as('clerk.kpr'), await t.as('clerk.ssc')];
    const draft = (await location(clerk, '/drafts/new', await basic('memo', { toText: 'ผอ.กคส.' }))).replace('/check', '');
    expect((await other.get(draft)).statusCode).toBe(404);
    await location(clerk, `${draft}/share`, { units: String(await unit('ศสช.')) });
    const fields = await basic('memo', { toText: 'ผอ.กคส.', base: '1', then: '' });
    await location(other, draft, { ...fields, body: 'ด้วยศูนย์มีเรื่องแจ้งเพิ่ม' });
    const aside = await location(clerk, draft, { ...fields, body: 'ด้วยกลุ่มมีเรื่องแจ้งใหม่' });
    expect(aside).toContain('together?from=2&to=3');
    const page = await ok(clerk, aside);
    expect(page).toContain('<ins>');
    expect(page).toContain('กลุ่ม');
    expect(await ok(clerk, draft)).toContain('ด้วยศูนย์มีเรื่องแจ้งเพิ่ม');
    await location(clerk, `${draft}/versions/3/restore`);
    expect(await ok(other, draft)).toContain('ด้วยกลุ่มมีเรื่องแจ้งใหม่');
    await location(other, `${draft}/comments`, { quote: 'เรื่องแจ้ง', words: 'ขอให้ระบุวันที่' });
    const comment = (await sql<{ id: number }>('select id from correspondence.draft_comment where letter_id = $1', [draft.split('/').pop()]))[0]?.id;
    await location(clerk, `${draft}/comments/${comment}/resolve`);
    expect((await clerk.post(`${draft}/comments/${comment}/resolve`)).statusCode).toBe(409);
    expect((await (await t.as('clerk.snk')).post(`${draft}/comments`, { words: 'คนนอก' })).statusCode).toBe(404);
    expect((await other.post(`${draft}/share`, { units: String(await unit('สนข.')) })).statusCode).toBe(403);
  });
});

describe('templates of a unit', () => {
  it('are saved from a draft, used and retired', async () => {
    const clerk = await t.as('clerk.kpr');
    const draft = (await location(clerk, '/drafts/new', await basic('memo', { toText: 'ผอ.กคส.', body: 'ด้วยแบบร่างทดลอง' }))).replace('/check', '');
    await location(clerk, `${draft}/template`, { name: 'แบบร่างทดลอง' });
    expect((await clerk.post(`${draft}/template`, { name: 'แบบร่างทดลอง' })).statusCode).toBe(422);
    const id = (await sql<{ id: number }>(`select id from correspondence.letter_template where name = 'แบบร่างทดลอง'`))[0]?.id;
    expect(await ok(clerk, '/letter-templates')).toContain('แบบร่างทดลอง');
    expect(await ok(clerk, `/drafts/new?template=${id}`)).toContain('ด้วยแบบร่างทดลอง');
    await location(clerk, `/letter-templates/${id}/retire`);
    expect(await ok(await t.as('clerk.ssc'), '/letter-templates')).not.toContain('แบบร่างทดลอง');
  });
});

describe('a draft that was opened to another unit', () => {
  it('stands in its list, inbox and news until somebody of the unit has looked or remarked; the remark waits for the drafter', async () => {
    const [clerk, other] = [await t.as('clerk.kpr'), await t.as('clerk.ssc')];
    const draft = (await location(clerk, '/drafts/new', await basic('memo', { ...special['memo'], subject: 'ร่างที่เปิดให้ร่วมร่าง' }))).replace('/check', '');
    expect(await ok(other, '/drafts?list=shared')).not.toContain('ร่างที่เปิดให้ร่วมร่าง');
    await location(clerk, `${draft}/share`, { units: String(await unit('ศสช.')) });
    expect(await ok(other, '/drafts?list=shared')).toContain('ยังไม่มีผู้ใดในหน่วยงานดู');
    expect(await ok(other, '/')).toContain(`href="${draft}/together"`);
    expect(await ok(other, '/notifications')).toContain('ให้หน่วยงานของท่านร่วมร่าง');
    expect(await ok(await t.as('officer.snp'), '/')).not.toContain(`href="${draft}/together"`);
    await location(other, `${draft}/comments`, { words: 'ขอเพิ่มกำหนดส่ง' });
    expect(await ok(other, '/')).not.toContain(`href="${draft}/together"`);
    expect(await ok(other, '/drafts?list=shared')).toContain('กำลังร่าง');
    expect(await ok(clerk, '/')).toContain(`href="${draft}/together#comments"`);
    expect(await ok(clerk, '/notifications')).toContain('ให้ความเห็นต่อร่าง');
    expect(await ok(clerk, `${draft}/together`)).toContain('ดูแล้วโดย');
    const [comment] = await sql<{ id: number }>('select id from correspondence.draft_comment where letter_id = $1', [draft.split('/').pop()]);
    await location(clerk, `${draft}/comments/${comment?.id}/resolve`);
    expect(await ok(clerk, '/')).not.toContain(`href="${draft}/together#comments"`);
    // Shut and opened again, it waits again, and "looked at" is enough.
    await location(clerk, `${draft}/share`);
    expect((await other.get(`${draft}/together`)).statusCode).toBe(404);
    await location(clerk, `${draft}/share`, { units: String(await unit('ศสช.')) });
    expect(await ok(other, `${draft}/together`)).toContain('ดูแล้ว ไม่แก้ไข');
    await location(other, `${draft}/looked-at`);
    expect(await ok(other, '/')).not.toContain(`href="${draft}/together"`);
    expect((await (await t.as('clerk.snk')).post(`${draft}/looked-at`, {})).statusCode).toBe(404);
  });
});
