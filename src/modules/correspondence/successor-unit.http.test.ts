/** A unit that is ended and taken over: its successor sees what it had, finishes what is open, takes no number in its name; behind both walls, along a chain, and taken back. */
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { useApp, type Client } from '../../../tests/support/app.ts';
import { unitId } from '../../../tests/support/people.ts';
import { modules } from '../../modules.ts';
import { systemActor, type Actor } from '../../platform/access/actor.ts';
import { actorSettings } from '../../platform/db/database.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { actorForPerson, rolePermissions } from '../organisation/index.ts';
import { parkLettersJob } from './received/parking.ts';

const t = useApp();
const sql = async <T extends object>(query: string, ...values: unknown[]): Promise<T[]> => (await t.db.owner.query<T & Record<string, unknown>>(query, values)).rows;
const unit = async (abbreviation: string) => String(await unitId(t.db.owner, abbreviation));
const seat = async (abbreviation: string) => String((await sql<{ id: number }>('select id from organisation.position where abbreviation = $1', abbreviation))[0]?.id ?? 0);
const idOf = (href: string) => href.split('/').at(-1) ?? '';
const plain = (html: string) => html.replaceAll(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const order = 'คำสั่งกรม ที่ ๑๔๐๐/๒๕๖๓ ลงวันที่ ๕ พ.ย. ๒๕๖๓';

async function page(client: Client, url: string): Promise<string> {
  const answer = await client.get(url);
  expect([url, answer.statusCode]).toEqual([url, 200]);
  return answer.body;
}
async function post(client: Client, url: string, fields: Record<string, string | string[]> = {}): Promise<string> {
  const answer = await client.post(url, fields);
  expect([url, answer.statusCode, answer.statusCode === 303 ? '' : (/class="(?:summary|notice|error)[^]*/.exec(answer.body)?.[0] ?? plain(answer.body)).replaceAll(/<[^>]+>/g, ' ').slice(0, 300)]).toEqual([url, 303, '']);
  return String(answer.headers['location']).replace(/[?#].*/, '');
}
const status = async (client: Client, url: string, fields?: Record<string, string | string[]>) => (fields ? await client.post(url, fields) : await client.get(url)).statusCode;
const register = async (client: Client, abbreviation: string, subject: string, more: Record<string, string> = {}) => post(client, '/incoming/new', {
  unit: await unit(abbreviation), channel: 'paper', from: 'กรมภายนอก', reference: '', letterDate: '2 พ.ย. 2563', to: 'อธิบดี', subject, urgency: 'ordinary', secrecy: 'none', receivedOn: '3 พ.ย. 2563', receivedTime: '08.45', confirmed: '1', ...more,
});
const draft = async (client: Client, from: string, signer: string, subject: string, more: Record<string, string | string[]> = {}) => (await post(client, '/drafts/new', {
  form: 'memo', fromUnit: await unit(from), signer: await seat(signer), subject, body: 'จึงเรียนมาเพื่อโปรดทราบ', urgency: 'ordinary', toText: 'ผอ.กคส.', then: 'preview', ...more,
})).replace('/check', '');
async function issued(clerk: Client, head: Client, from: string, signer: string, subject: string, more: Record<string, string | string[]> = {}): Promise<string> {
  const href = await draft(clerk, from, signer, subject, more);
  await post(clerk, `${href}/submit`);
  return post(head, `${href}/issue`);
}
const assignmentOf = async (href: string) => (await sql<{ id: number }>('select id from correspondence.received_assignment where received_letter_id = $1 order by id desc limit 1', idOf(href)))[0]?.id;
const counters = async (abbreviation: string) => sql('select book, last_number from correspondence.counter where owner_unit_id = $1 union all select book, last_number from correspondence.incoming_counter where owner_unit_id = $1 order by 1', await unit(abbreviation));

async function park(): Promise<void> {
  await t.services.database.write(systemActor('test.park'), (tx) => enqueue(tx, parkLettersJob, {}));
  await t.runJobs();
}
async function empty(abbreviation: string, lastDay: string): Promise<void> {
  await t.db.owner.query(`update organisation.holding h set valid_to = $2 from organisation.position q where q.id = h.position_id and q.unit_id = $1 and (h.valid_to is null or h.valid_to > $2)`, [await unit(abbreviation), lastDay]);
}
async function actorOf(login: string): Promise<Actor> {
  const [row] = await sql<{ person_id: number }>('select person_id from organisation.account where login = $1', login);
  const actor = await actorForPerson(t.services.database, rolePermissions(modules.flatMap((module) => module.permissions ?? [])), row?.person_id ?? 0, t.services.clock.today());
  if (!actor) throw new Error(`${login} is not there`);
  return actor;
}

let had: Record<'task' | 'waiting' | 'proposed' | 'closed' | 'secret' | 'given' | 'letter' | 'secretLetter' | 'draft' | 'secretDraft', string>;
let before: unknown;

beforeAll(async () => {
  const [clerk, head, slk] = [await t.as('clerk.kpr'), await t.as('head.kpr'), await t.as('clerk.slk')];
  const waiting = await register(clerk, 'กพร.', 'เรื่องค้างรอเสนอ');
  const proposed = await register(clerk, 'กพร.', 'เรื่องค้างที่เสนอแล้ว');
  await post(clerk, `${proposed}/propose`, { position: await seat('ผอ.กพร.'), purpose: 'order', note: 'เพื่อโปรดสั่งการ' });
  const closed = await register(clerk, 'กพร.', 'เรื่องที่ปิดไปแล้ว');
  await post(clerk, `${closed}/close`, { outcome: 'เก็บเข้าเรื่อง' });
  const secret = await register(clerk, 'กพร.', 'เรื่องลับของหน่วยเดิม', { secrecy: 'confidential' });
  const given = await register(slk, 'สลก.', 'เรื่องที่มอบให้หน่วยเดิม');
  await post(slk, `${given}/forward`, { units: await unit('กพร.'), note: 'เพื่อดำเนินการ' });
  had = {
    waiting, proposed, closed, secret, given,
    letter: await issued(clerk, head, 'กพร.', 'ผอ.กพร.', 'หนังสือที่หน่วยเดิมออกแล้ว'),
    secretLetter: await issued(await t.as('clerk.ssc'), await t.as('head.ssc'), 'ศสช.', 'ผอ.ศสช.', 'หนังสือลับถึงหน่วยเดิม', { secrecy: 'confidential', units: await unit('กพร.') }),
    draft: await draft(clerk, 'กพร.', 'ผอ.กพร.', 'ร่างของหน่วยเดิม'),
    task: await post(slk, '/tasks/new', { title: 'งานค้างของหน่วยเดิม', owners: await unit('กพร.'), dueOn: '16 พ.ย. 2563' }),
    secretDraft: await draft(clerk, 'กพร.', 'ผอ.กพร.', 'ร่างลับของหน่วยเดิม', { secrecy: 'confidential' }),
  };
  await post(clerk, `/reserved-numbers/of/${await unit('กพร.')}`, { book: 'outgoing', count: '1', reason: 'รอลงนาม' });
  await t.runJobs();
  before = await counters('กพร.');
});

describe('a unit that is ended with a successor', () => {
  it('is named with its order in the form that ends the unit', async () => {
    const admin = await t.as('admin');
    await empty('กพร.', '2020-11-09');
    const close = `/units/${await unit('กพร.')}/close`;
    const bare = await admin.post(close, { lastDay: '9 พ.ย. 2563', successor: await unit('ศสช.') });
    expect([bare.statusCode, plain(bare.body).includes('กรุณาระบุกฎกระทรวงหรือคำสั่ง')]).toEqual([422, true]);
    const itself = await admin.post(close, { lastDay: '9 พ.ย. 2563', successor: await unit('กพร.'), order });
    expect([itself.statusCode, plain(itself.body).includes('ต้องไม่ใช่หน่วยงานนี้เอง')]).toEqual([422, true]);
    expect(await status(await t.as('clerk.ssc'), close, { lastDay: '9 พ.ย. 2563' })).toBe(403);
    await post(admin, close, { lastDay: '9 พ.ย. 2563', successor: await unit('ศสช.'), order });
    // Until the day nobody of the successor sees more than before.
    expect(await status(await t.as('clerk.ssc'), had.waiting)).toBe(404);
    await t.moveTo('2020-11-10T07:30:00+07:00');
    const gone = plain(await page(admin, `/units/${await unit('กพร.')}`));
    expect(gone).toContain('ศูนย์');
    expect(gone).toContain(`ตาม${order}`);
    expect(gone).not.toContain('ใช้อยู่');
    expect(plain(await page(admin, `/units/${await unit('ศสช.')}`))).toContain('รับช่วงจาก');
    expect(plain(await page(admin, '/units'))).toContain('หน่วยงานที่ยุบแล้ว 1 หน่วยงาน');
    expect(await sql("select detail->>'order' as said from platform.audit where action = 'organisation.successor-named'")).toEqual([{ said: order }]);
  });

  it('leaves its registers, letters and receipts to the people of the successor, and to no one else', async () => {
    const [clerk, stranger] = [await t.as('clerk.ssc'), await t.as('clerk.snk')];
    const kpr = await unit('กพร.');
    const sent = await page(clerk, `/register?unit=${kpr}`);
    expect(sent).toContain('หนังสือที่หน่วยเดิมออกแล้ว');
    expect(sent).toContain('<optgroup label="รับช่วงจาก"');
    expect(await page(clerk, `/register`)).not.toContain('หนังสือที่หน่วยเดิมออกแล้ว');
    expect(await page(clerk, `/incoming/register?unit=${kpr}`)).toContain('เรื่องที่ปิดไปแล้ว');
    expect(await page(clerk, `/incoming?unit=${kpr}&show=done`)).toContain('เรื่องที่ปิดไปแล้ว');
    const letters = await page(clerk, `/sent-letters?unit=${kpr}`);
    expect(letters).toContain('หนังสือที่หน่วยเดิมออกแล้ว');
    expect(letters).toContain(`/orders?unit=${kpr}`);
    expect(letters).not.toContain('/drafts/new');
    for (const href of [had.letter, had.closed, had.waiting]) expect([href, await status(clerk, href), await status(stranger, href)]).toEqual([href, 200, 404]);
    // Printed and exported as its own.
    for (const url of [`/register/print?unit=${kpr}`, `/register.csv?unit=${kpr}`, `/incoming/register.csv?unit=${kpr}`]) expect(await page(clerk, url)).toMatch(/หน่วยเดิมออกแล้ว|ที่ปิดไปแล้ว/);
    await post(clerk, '/register/exports', { unit: kpr, year: '2563' });
    await t.runJobs();
    expect(await sql('select state, unit_label from correspondence.register_export order by id desc limit 1')).toEqual([{ state: 'done', unit_label: 'กพร. กลุ่มพัฒนาระบบบริหาร' }]);
    for (const url of [`/register?unit=${kpr}`, `/incoming/register?unit=${kpr}`]) expect(await page(stranger, url)).not.toMatch(/หน่วยเดิมออกแล้ว|ที่ปิดไปแล้ว/);
    expect(await status(stranger, '/register/exports', { unit: kpr, year: '2563' })).not.toBe(303);
    // Found by whoever may read it.
    const find = `/find-letters?q=${encodeURIComponent('หน่วยเดิมออกแล้ว')}`;
    expect(await page(clerk, find)).toContain(had.letter);
    expect(await page(stranger, find)).not.toContain(had.letter);
  });

  it('takes no number any more, and nothing new is begun in its name', async () => {
    const [clerk, head] = [await t.as('clerk.ssc'), await t.as('head.ssc')];
    const kpr = await unit('กพร.');
    const incoming = { unit: kpr, channel: 'paper', from: 'กรมภายนอก', letterDate: '2 พ.ย. 2563', to: 'อธิบดี', subject: 'ในนามหน่วยเดิม', urgency: 'ordinary', secrecy: 'none', receivedOn: '9 พ.ย. 2563', receivedTime: '08.45', confirmed: '1' };
    const memo = { form: 'memo', fromUnit: kpr, signer: await seat('ผอ.ศสช.'), subject: 'ในนามหน่วยเดิม', body: 'ทดสอบ', urgency: 'ordinary', toText: 'ผอ.กคส.', then: 'preview' };
    const [reserved] = await sql<{ id: number }>("select id from correspondence.register_entry where owner_unit_id = $1 and state = 'reserved'", kpr);
    const tries: [string, Record<string, string>][] = [
      ['/incoming/new', incoming], ['/drafts/new', memo], [`/reserved-numbers/of/${kpr}`, { book: 'outgoing', count: '1', reason: 'จอง' }],
      [`/register/enter/${kpr}`, { book: 'outgoing', subject: 'ในนามหน่วยเดิม', to: 'กคส.' }], [`/reserved-numbers/${reserved?.id}/enter`, { subject: 'ในนามหน่วยเดิม', to: 'กคส.' }],
      [`${had.draft}/issue`, {}], [`${had.draft}/submit`, {}], [`${had.draft}/discard`, {}], ['/recipient-groups/new', { unit: kpr, name: 'กลุ่มของหน่วยเดิม' }],
    ];
    for (const client of [clerk, head]) for (const [url, fields] of tries) expect([url, [403, 404, 422].includes(await status(client, url, fields))]).toEqual([url, true]);
    expect(await counters('กพร.')).toEqual(before);
  });

  it('has its open letters finished by the successor, under its numbers, and what was given to it registered there', async () => {
    const [clerk, head] = [await t.as('clerk.ssc'), await t.as('head.ssc')];
    await park();
    const inbox = plain(await page(clerk, '/'));
    for (const subject of ['เรื่องค้างรอเสนอ', 'เรื่องค้างที่เสนอแล้ว', 'เรื่องที่มอบให้หน่วยเดิม', 'ร่างของหน่วยเดิม']) expect({ subject, there: inbox.includes(subject) }).toEqual({ subject, there: true });
    expect(plain(await page(clerk, '/notifications'))).toContain('หน่วยงานของท่านรับช่วงจาก กพร.');
    const parked = await page(await t.as('clerk.slk'), '/incoming/parked');
    for (const subject of ['เรื่องค้างรอเสนอ', 'เรื่องค้างที่เสนอแล้ว', 'เรื่องที่มอบให้หน่วยเดิม', 'ร่างของหน่วยเดิม']) expect({ subject, there: parked.includes(subject) }).toEqual({ subject, there: false });
    await park();
    expect((await sql<{ n: number }>("select count(*)::int as n from platform.audit where action = 'correspondence.handed-on'"))[0]?.n).toBe(1);

    // What stood before a post that is gone is put before the head of the successor, ordered, done and closed.
    expect((await sql<{ state: string }>('select state from correspondence.received_letter where id = $1', idOf(had.proposed)))[0]?.state).toBe('waiting');
    await post(clerk, `${had.proposed}/propose`, { position: await seat('ผอ.ศสช.'), purpose: 'order', note: 'เพื่อโปรดสั่งการ' });
    await post(head, `${had.proposed}/order`, { verdict: 'noted', note: 'ทราบ ดำเนินการต่อ' });
    const [at] = await sql<{ state: string }>('select state from correspondence.received_letter where id = $1', idOf(had.proposed));
    if (at?.state !== 'closed') await post(clerk, `${had.proposed}/close`, { outcome: 'ดำเนินการแล้ว' });
    await post(clerk, `${had.waiting}/close`, { outcome: 'ดำเนินการแล้ว' });
    expect(await sql('select owner_unit_id from correspondence.received_letter where id = any($1)', [had.proposed, had.waiting].map(idOf))).toEqual(Array(2).fill({ owner_unit_id: Number(await unit('กพร.')) }));

    const own = await post(clerk, `${had.given}/assignments/${await assignmentOf(had.given)}/receive`);
    expect(await sql('select owner_unit_id from correspondence.received_letter where id = $1', idOf(own))).toEqual([{ owner_unit_id: Number(await unit('ศสช.')) }]);
    await post(clerk, `${own}/close`, { outcome: 'ทำแล้ว' });
    expect(await counters('กพร.')).toEqual(before);
  });

  it('has its tasks done by the successor, who is told of them', async () => {
    const [head, stranger] = [await t.as('head.ssc'), await t.as('clerk.snk')];
    expect(plain(await page(head, '/tasks'))).toContain('งานค้างของหน่วยเดิม');
    expect(plain(await page(head, '/'))).toContain('งานค้างของหน่วยเดิม');
    expect(await status(stranger, had.task)).toBe(404);
    await post(head, `${had.task}/report`, { note: 'ทำต่อแล้วเสร็จ' });
    await post(await t.as('clerk.slk'), `${had.task}/return`, { note: 'ขอเอกสารแนบ' });
    expect(plain(await page(head, '/notifications'))).toContain('งานค้างของหน่วยเดิม');
  });

  it('has its drafts taken over and issued in the register of the successor', async () => {
    const [clerk, head, stranger] = [await t.as('clerk.ssc'), await t.as('head.ssc'), await t.as('clerk.snk')];
    expect(await page(clerk, '/drafts?list=taken')).toContain('ร่างของหน่วยเดิม');
    expect(await page(clerk, '/drafts?list=taken')).not.toContain('ร่างลับของหน่วยเดิม');
    expect(plain(await page(clerk, `${had.draft}/check`))).toContain('รับร่างมาทำต่อ');
    for (const href of [had.draft, `${had.draft}/check`]) expect(await status(stranger, href)).toBe(404);
    expect(await status(stranger, `${had.draft}/take-over`, {})).toBe(404);
    expect(await status(clerk, `${had.secretDraft}/take-over`, {})).toBe(404);
    await post(clerk, `${had.draft}/take-over`);
    expect(await status(clerk, `${had.draft}/take-over`, {})).toBe(404);
    await post(clerk, had.draft, { form: 'memo', fromUnit: await unit('ศสช.'), signer: await seat('ผอ.ศสช.'), subject: 'ร่างของหน่วยเดิม', body: 'จึงเรียนมาเพื่อโปรดทราบ', urgency: 'ordinary', toText: 'ผอ.กคส.', base: '1', then: 'preview' });
    await post(clerk, `${had.draft}/submit`);
    const href = await post(head, `${had.draft}/issue`);
    expect(await sql('select owner_unit_id from correspondence.letter where id = $1', idOf(href))).toEqual([{ owner_unit_id: Number(await unit('ศสช.')) }]);
    expect(await counters('กพร.')).toEqual(before);
  });

  it('has a circular acknowledged by somebody of the successor, by name and as such', async () => {
    const ssc = await t.as('clerk.ssc');
    const [letter] = await sql<{ id: number }>("select r.letter_id as id from correspondence.letter_recipient r join correspondence.letter l on l.id = r.letter_id where r.recipient_id = $1 and l.state = 'issued' and l.circular and r.acknowledged_at is null and l.reply_href is null and not l.restricted order by 1 desc limit 1", await unit('กพร.'));
    const answerable = await sql('select 1 from correspondence.letter_recipient where letter_id = $1 and recipient_id = $2', letter?.id, await unit('กพร.'));
    expect(answerable).toHaveLength(1);
    await post(ssc, `/letters/${letter?.id}/acknowledge`);
    const [row] = await sql<{ name: string }>('select acknowledged_by_name as name from correspondence.letter_recipient where letter_id = $1 and recipient_id = $2', letter?.id, await unit('กพร.'));
    expect(row?.name).toMatch(/\(หน่วยงานที่รับช่วง\)$/);
  });

  it('has a letter recalled, and a correction drafted in the name of the successor', async () => {
    const clerk = await t.as('clerk.ssc');
    const correction = await post(clerk, `${had.letter}/correct`, { reason: 'วันที่ไม่ถูกต้อง' });
    expect(await sql('select owner_unit_id, signer_position_id from correspondence.letter where id = $1', idOf(correction))).toEqual([{ owner_unit_id: Number(await unit('ศสช.')), signer_position_id: null }]);
    expect(await status(await t.as('clerk.snk'), `${had.letter}/recall`, { reason: 'ไม่ใช่ของเรา' })).toBe(404);
    await post(clerk, `${had.letter}/recall`, { reason: 'วันที่ไม่ถูกต้อง' });
    expect(await counters('กพร.')).toEqual(before);
  });
});

describe('behind the second wall', () => {
  const letterIds = () => [had.letter, had.secretLetter].map(idOf);

  it('classified records are not inherited', async () => {
    const clerk = await t.as('clerk.slk');
    expect(await status(await t.as('clerk.ssc'), had.secret)).toBe(404);
    // The persons who were named still read; who keeps routes gives them to named persons of the successor.
    expect(await page(clerk, '/incoming/parked')).toContain('เรื่องลับของหน่วยเดิม');
    await post(clerk, `${had.secret}/reroute-unit`, { unit: await unit('ศสช.') });
    expect(await status(await t.as('clerk.ssc'), had.secret)).toBe(200);
    expect(await status(await t.as('clerk.snk'), had.secret)).toBe(404);
  });

  it('the rows themselves say so, for the actor that a session makes', async () => {
    const actor = await actorOf('clerk.ssc');
    const kpr = Number(await unit('กพร.'));
    expect(actor.takenOver?.units).toEqual([kpr]);
    const app = new pg.Client({ connectionString: t.db.appUrl });
    await app.connect();
    const as = async (one: Actor, query: string, values: unknown[]) => {
      await app.query(`begin; ${actorSettings(one)}`);
      try { return (await app.query(query, values)).rows; } catch (error) { return String(error); } finally { await app.query('rollback'); }
    };
    // A third unit's classified letter to the unit that is gone: its people read it, those who took the unit over do not.
    await t.db.owner.query("update correspondence.letter_body set readers = readers || $2::int where letter_id = $1", [idOf(had.secretLetter), kpr]);
    const third: Actor = { ...actor, principals: [actor.id + 100_000, 1, kpr], takenOver: { units: [kpr], continued: new Set() } };
    const { takenOver: _none, ...was } = third;
    const seen = (one: Actor) => as(one, 'select id from correspondence.letter where id = any($1) order by id', [letterIds()]);
    expect(await seen(was)).toEqual(letterIds().map((id) => ({ id: Number(id) })).toSorted((a, b) => a.id - b.id));
    expect(await seen(third)).toEqual([{ id: Number(idOf(had.letter)) }]);
    expect(await as(third, 'select letter_id from correspondence.letter_body where letter_id = $1', [idOf(had.secretLetter)])).toEqual([]);
    const entry = `insert into correspondence.register_entry (owner_unit_id, book, year, number, reference, letter_date, from_text, to_text, subject, subject_type, registered_at, registered_by, registered_by_name)
      values ($1, 'outgoing', 2563, 99999, 'x', '2020-11-10', 'ก', 'ข', 'ค', 'test', now(), 1, 'x') returning 1 as done`;
    expect(await as(was, entry, [kpr])).toEqual([{ done: 1 }]);
    expect(await as(third, entry, [kpr])).toContain('row-level security');
    expect(await as(third, "insert into correspondence.incoming_counter values ($1, 'incoming', 2563, 1) on conflict (owner_unit_id, book, year) do update set last_number = 9999", [kpr])).toContain('row-level security');
    expect(await as(third, "update correspondence.register_entry set state = 'void', void_reason = 'x' where owner_unit_id = $1 and state = 'reserved' returning 1", [kpr])).toEqual([]);
    await app.end();
  });
});

describe('corrected, along a chain, and taken back', () => {
  it('is corrected with a reason only, and follows at once', async () => {
    const [admin, ssc, slk] = [await t.as('admin'), await t.as('clerk.ssc'), await t.as('clerk.slk')];
    const url = `/units/${await unit('กพร.')}/successor`;
    const fields = { successor: await unit('สลก.'), fromDay: '10 พ.ย. 2563', order: 'คำสั่งกรม ที่ ๑๔๐๑/๒๕๖๓' };
    expect(plain(await page(admin, `/units/${await unit('กพร.')}/edit`))).toContain('แก้ไขหน่วยงานที่รับช่วง');
    expect(await status(admin, url, fields)).toBe(422);
    expect(await status(admin, url, { ...fields, fromDay: '9 พ.ย. 2563', reason: 'คำสั่งแก้ไข' })).toBe(422);
    expect(await status(ssc, url, { ...fields, reason: 'คำสั่งแก้ไข' })).toBe(403);
    await post(admin, url, { ...fields, reason: 'คำสั่งแก้ไข' });
    expect([await status(ssc, had.closed), await status(slk, had.closed)]).toEqual([404, 200]);
    expect(plain(await page(admin, `/units/${await unit('กพร.')}`))).toContain('เหตุ: คำสั่งแก้ไข');
    await post(admin, url, { ...fields, successor: await unit('ศสช.'), reason: 'กลับตามคำสั่งเดิม' });
    expect([await status(ssc, had.closed), await status(slk, had.closed)]).toEqual([200, 404]);
  });

  it('goes on to whoever takes the successor over', async () => {
    const [admin, slk] = [await t.as('admin'), await t.as('clerk.slk')];
    await empty('ศสช.', '2020-11-16');
    await sql("select organisation.place_unit(u.id, $2, '2020-11-17') from organisation.units_on('2020-11-17') u where u.parent_id = $1", await unit('ศสช.'), await unit('สลก.'));
    await post(admin, `/units/${await unit('ศสช.')}/close`, { lastDay: '16 พ.ย. 2563', successor: await unit('สลก.'), order: 'คำสั่งกรม ที่ ๑๕๐๐/๒๕๖๓' });
    expect(await status(slk, had.closed)).toBe(404);
    await t.moveTo('2020-11-17T07:30:00+07:00');
    expect(await status(slk, had.closed)).toBe(200);
    const kpr = await unit('กพร.');
    expect(await page(slk, `/incoming/register?unit=${kpr}`)).toContain('เรื่องที่ปิดไปแล้ว');
    expect(await page(slk, `/register?unit=${await unit('ศสช.')}`)).toContain('ร่างของหน่วยเดิม');
    expect((await actorOf('clerk.slk')).takenOver?.units.toSorted((a, b) => a - b)).toEqual([Number(kpr), Number(await unit('ศสช.'))].toSorted((a, b) => a - b));
    expect(await status(await t.as('clerk.snk'), had.closed)).toBe(404);
  });

  it('is taken back with a reason: then nobody inherits', async () => {
    const [admin, slk] = [await t.as('admin'), await t.as('clerk.slk')];
    const url = `/units/${await unit('กพร.')}/successor/remove`;
    expect(await status(admin, url, {})).toBe(422);
    await post(admin, url, { reason: 'คำสั่งถูกยกเลิก' });
    expect(await status(admin, url, { reason: 'อีกครั้ง' })).toBe(404);
    expect(await status(slk, had.closed)).toBe(404);
    expect(plain(await page(admin, `/units/${await unit('กพร.')}`))).toContain('ยังไม่ได้ระบุหน่วยงานที่รับช่วง');
    expect((await sql<{ n: number }>("select count(*)::int as n from platform.audit where action in ('organisation.successor-corrected', 'organisation.successor-removed')"))[0]?.n).toBe(3);
  });
});
