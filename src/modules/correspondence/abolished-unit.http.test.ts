/** A unit that is abolished, and an acting order that ends, with letters under way: everything is set aside where somebody sees it, goes on from there, and can be ended. */
import { describe, expect, it } from 'vitest';
import { useApp, type Client } from '../../../tests/support/app.ts';
import { unitId } from '../../../tests/support/people.ts';
import { systemActor } from '../../platform/access/actor.ts';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { parkLettersJob } from './received/parking.ts';
import { expireNumbers } from './registers/reserve.ts';

const t = useApp();
const sql = async <T extends object>(query: string, ...values: unknown[]): Promise<T[]> => (await t.db.owner.query<T & Record<string, unknown>>(query, values)).rows;
const unit = async (abbreviation: string) => String(await unitId(t.db.owner, abbreviation));
const seat = async (abbreviation: string) => String((await sql<{ id: number }>('select id from organisation.position where abbreviation = $1', abbreviation))[0]?.id ?? 0);
const idOf = (href: string) => href.split('/').at(-1) ?? '';
const plain = (html: string) => html.replaceAll(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

async function page(client: Client, url: string): Promise<string> {
  const answer = await client.get(url);
  expect([url, answer.statusCode]).toEqual([url, 200]);
  return answer.body;
}
async function post(client: Client, url: string, fields: Record<string, string | string[]> = {}): Promise<string> {
  const answer = await client.post(url, fields);
  expect([url, answer.statusCode, answer.statusCode === 303 ? '' : plain(answer.body).slice(0, 1500)]).toEqual([url, 303, '']);
  return String(answer.headers['location']).replace(/[?#].*/, '');
}
const register = async (client: Client, abbreviation: string, subject: string) => post(client, '/incoming/new', {
  unit: await unit(abbreviation), channel: 'paper', from: 'กรมภายนอก', reference: '', letterDate: '2 พ.ย. 2563', to: 'อธิบดี', subject, urgency: 'ordinary', secrecy: 'none', receivedOn: '3 พ.ย. 2563', receivedTime: '08.45', confirmed: '1',
});
const draft = async (client: Client, subject: string) => (await post(client, '/drafts/new', {
  form: 'memo', fromUnit: await unit('กพร.'), signer: await seat('ผอ.กพร.'), subject, body: 'จึงเรียนมาเพื่อโปรดทราบ', urgency: 'ordinary', toText: 'ผอ.กคส.', then: 'preview',
})).replace('/check', '');
const assignmentOf = async (href: string) => (await sql<{ id: number }>('select id from correspondence.received_assignment where received_letter_id = $1 order by id desc limit 1', idOf(href)))[0]?.id;

async function park(): Promise<void> {
  await t.services.database.write(systemActor('test.park'), async (tx) => { await enqueue(tx, parkLettersJob, {}); await enqueue(tx, expireNumbers, {}); });
  await t.runJobs();
}

describe('a unit abolished with letters under way', () => {
  it('leaves nothing behind that nobody sees or can end', async () => {
    const [clerk, other, central, admin] = [await t.as('clerk.kpr'), await t.as('clerk.ssc'), await t.as('clerk.slk'), await t.as('admin')];
    const waiting = await register(clerk, 'กพร.', 'เรื่องที่รอเสนอ');
    const proposed = await register(clerk, 'กพร.', 'เรื่องที่เสนอแล้ว');
    await post(clerk, `${proposed}/propose`, { position: await seat('ผอ.กพร.'), purpose: 'order', note: 'เพื่อโปรดสั่งการ' });
    const working = await register(clerk, 'กพร.', 'เรื่องที่มอบไปแล้ว');
    await post(clerk, `${working}/forward`, { units: await unit('ศสช.'), note: 'เพื่อดำเนินการ' });
    const given = await register(other, 'ศสช.', 'เรื่องที่มอบให้หน่วยที่ยุบ');
    await post(other, `${given}/forward`, { units: await unit('กพร.'), note: 'เพื่อดำเนินการ' });
    const taken = await register(other, 'ศสช.', 'เรื่องที่หน่วยที่ยุบลงรับแล้ว');
    await post(other, `${taken}/forward`, { units: await unit('กพร.'), note: 'เพื่อดำเนินการ' });
    const child = await post(clerk, `${taken}/assignments/${await assignmentOf(taken)}/receive`);
    const begun = await draft(clerk, 'ร่างที่เริ่มไว้');
    const submitted = await draft(clerk, 'ร่างที่เสนอลงนามไว้');
    await post(clerk, `${submitted}/submit`);
    await post(clerk, `/reserved-numbers/of/${await unit('กพร.')}`, { book: 'outgoing', count: '1', reason: 'รอลงนาม' });
    const [reserved] = await sql<{ id: number }>("select id from correspondence.register_entry where state = 'reserved' order by id desc limit 1");

    // Its people move; the keeper of units closes it.
    const refused = await admin.post(`/units/${await unit('กพร.')}/close`, { lastDay: '9 พ.ย. 2563' });
    expect([refused.statusCode, plain(refused.body).includes('ยังปิดไม่ได้')]).toEqual([422, true]);
    await t.db.owner.query(`with moved as (update organisation.holding h set valid_to = '2020-11-09' from organisation.position q where q.id = h.position_id and q.unit_id = $1 and (h.valid_to is null or h.valid_to > '2020-11-09') returning h.person_id)
      select 1 from moved`, [await unit('กพร.')]);
    await post(admin, `/units/${await unit('กพร.')}/close`, { lastDay: '9 พ.ย. 2563' });
    await t.moveTo('2020-11-10T07:30:00+07:00');
    await park();

    // Seen by the department's clerks: what nobody can go on with. What another unit works on goes on there.
    const list = await page(central, '/incoming/parked');
    for (const subject of ['เรื่องที่รอเสนอ', 'เรื่องที่เสนอแล้ว', 'เรื่องที่มอบให้หน่วยที่ยุบ', 'เรื่องที่หน่วยที่ยุบลงรับแล้ว', 'ร่างที่เริ่มไว้', 'ร่างที่เสนอลงนามไว้']) expect({ subject, times: list.split(subject).length > 1 }).toEqual({ subject, times: true });
    expect(list).not.toContain('เรื่องที่มอบไปแล้ว');
    expect(await page(admin, '/incoming/parked')).toContain('ร่างที่เริ่มไว้');
    expect(await page(other, '/incoming/parked')).not.toContain('ร่างที่เริ่มไว้');
    expect(plain(await page(central, '/notifications'))).toContain('ร่างหนังสือของหน่วยงานที่ยุบแล้ว');

    // Matters go on at another unit, and end there: also in the register of the unit that is gone, and at the unit that had assigned it.
    for (const href of [waiting, proposed, child, given]) {
      await post(central, `${href}/reroute-unit`, { unit: await unit('สลก.') });
      const own = await post(central, `${href}/assignments/${await assignmentOf(href)}/receive`);
      await post(central, `${own}/close`, { outcome: 'ดำเนินการแล้ว' });
    }
    const [there] = await sql<{ id: number }>('select id from correspondence.received_assignment where received_letter_id = $1', idOf(working));
    const worked = await post(other, `${working}/assignments/${there?.id}/receive`);
    await post(other, `${worked}/close`, { outcome: 'ทำแล้ว' });
    await park();
    const states = await sql<{ subject: string; state: string; parked: boolean }>('select subject, state, parked_at is not null as parked from correspondence.received_letter where id = any($1) order by id', [waiting, proposed, working, child].map(idOf));
    expect(states).toEqual(['เรื่องที่รอเสนอ', 'เรื่องที่เสนอแล้ว', 'เรื่องที่มอบไปแล้ว', 'เรื่องที่หน่วยที่ยุบลงรับแล้ว'].map((subject) => ({ subject, state: 'closed', parked: false })));
    for (const href of [given, taken]) {
      expect(await page(other, href)).toContain('ดำเนินการแล้ว');
      await post(other, `${href}/close`, { outcome: 'เรียบร้อย' });
    }
    const rest = await page(central, '/incoming/parked');
    for (const subject of ['เรื่องที่รอเสนอ', 'เรื่องที่เสนอแล้ว', 'เรื่องที่มอบให้หน่วยที่ยุบ', 'เรื่องที่หน่วยที่ยุบลงรับแล้ว']) expect(rest).not.toContain(subject);

    // Drafts go on as those of another unit, with their versions; the signer is chosen anew.
    expect((await other.post(`${begun}/give-unit`, { unit: await unit('ศสช.') })).statusCode).toBe(404);
    expect((await central.post(`${begun}/give-unit`, { unit: await unit('กพร.') })).statusCode).toBe(422);
    for (const href of [begun, submitted]) await post(central, `${href}/give-unit`, { unit: await unit('ศสช.') });
    const kept = await page(other, submitted);
    expect(kept).toContain('ร่างที่เสนอลงนามไว้');
    expect(await page(other, `${submitted}/check`)).toContain('ยังไม่ได้เลือกผู้ลงนาม');
    expect((await central.post(`${begun}/give-unit`, { unit: await unit('สลก.') })).statusCode).toBe(404);
    await post(other, submitted, { form: 'memo', fromUnit: await unit('ศสช.'), signer: await seat('ผอ.ศสช.'), subject: 'ร่างที่เสนอลงนามไว้', body: 'จึงเรียนมาเพื่อโปรดทราบ', urgency: 'ordinary', toText: 'ผอ.กคส.', base: '1', then: 'preview' });
    const issued = await post(await t.as('head.ssc'), `${submitted}/issue`);
    expect((await sql('select owner_unit_id from correspondence.letter where id = $1', idOf(issued)))).toEqual([{ owner_unit_id: Number(await unit('ศสช.')) }]);

    // A number reserved there is void, with its reason, in the list that everybody may see.
    expect(await sql('select state, void_reason from correspondence.register_entry where id = $1', reserved?.id)).toEqual([{ state: 'void', void_reason: 'หมดเวลาจอง' }]);
    expect((await sql('select count(*)::int as n from platform.audit where action = any($1)', ['correspondence.draft-parked', 'correspondence.draft-given']))[0]).toEqual({ n: 4 });
  });
});

describe('an acting order that ends while a letter waits', () => {
  it('takes the letter from whoever acted, and sets it aside until it has another way', async () => {
    const [central, acting] = [await t.as('clerk.slk'), await t.as('acting.snp')];
    const [order] = await sql<{ id: number; position_id: number; unit_id: number }>(`select a.id, a.position_id, q.unit_id from organisation.acting a join organisation.position q on q.id = a.position_id
      join organisation.account c on c.person_id = a.person_id where c.login = 'acting.snp' order by a.id desc limit 1`);
    // Registered by the unit itself, by its own clerk; put before the post that somebody acts for.
    const [given] = await sql<{ id: number }>(`insert into correspondence.received_letter (owner_unit_id, book, year, number, channel, from_text, subject, received_at, deemed_received_at, registered_at, registered_by, registered_by_name,
        state, holder_position_id, holder_label, holder_since, readers)
      values ($1, 'incoming', 2563, 9001, 'paper', 'กรมภายนอก', 'เรื่องรอผู้รักษาราชการแทน', '2020-11-10T02:00Z', '2020-11-10T02:00Z', '2020-11-10T02:00Z', 1, 'เจ้าหน้าที่', 'proposed', $2, 'ผอ.สนผ.', '2020-11-10T02:00Z', $3) returning id`,
    order?.unit_id, order?.position_id, [order?.position_id]);
    const href = `/incoming/${given?.id}`;
    expect(await page(acting, href)).toContain('บันทึกคำสั่ง');
    await t.db.owner.query("update organisation.acting set valid_to = '2020-11-10' where id = $1", [order?.id]);
    await t.moveTo('2020-11-11T07:30:00+07:00');
    // On the page that was open the order is refused, with words, and nothing of the letter changes.
    const late = await acting.post(`${href}/order`, { verdict: 'noted', note: 'ทราบ' });
    expect([403, 404]).toContain(late.statusCode);
    await park();
    expect(await page(central, '/incoming/parked')).toContain('เรื่องรอผู้รักษาราชการแทน');
    await post(central, `${href}/reroute-unit`, { unit: await unit('สลก.') });
    expect(await page(central, '/')).toContain('เรื่องรอผู้รักษาราชการแทน');
  });
});
