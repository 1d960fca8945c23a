/** Receiving letters through the pages of the demo house: registered, proposed, ordered, received again by another unit, done, closed. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { useApp, type Client } from '../../../../tests/support/app.ts';
import { exampleMemo } from '../../../paper/examples.ts';
import { postWithFiles, smallPdf } from '../../../../tests/support/extras.ts';
import { unitId } from '../../../../tests/support/people.ts';

const t = useApp();
const sql = async <T extends object>(query: string, ...values: unknown[]): Promise<T[]> => (await t.db.owner.query<T>(query, values)).rows;
const unit = (abbreviation: string) => unitId(t.db.owner, abbreviation);
const seat = async (abbreviation: string) => (await sql<{ id: number }>('select id from organisation.position where abbreviation = $1', abbreviation))[0]?.id ?? 0;

async function page(client: Client, url: string): Promise<string> {
  const answer = await client.get(url);
  expect([url, answer.statusCode]).toEqual([url, 200]);
  return answer.body;
}
async function post(client: Client, url: string, fields: Record<string, string | string[]> = {}): Promise<string> {
  const answer = await client.post(url, fields);
  expect([url, answer.statusCode, answer.statusCode === 303 ? '' : answer.body.replaceAll(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ').slice(0, 1500)]).toEqual([url, 303, '']);
  return String(answer.headers['location']);
}
const typed = async (more: Record<string, string> = {}) => ({
  unit: String(await unit('กพร.')), channel: 'paper', from: 'กรมตัวอย่างภายนอก', reference: 'ตย 0402/๑๒๓๔', letterDate: '2 พ.ย. 2563', to: 'อธิบดีกรมประชาสัมพันธ์', subject: 'ขอความร่วมมือประชาสัมพันธ์โครงการ',
  urgency: 'urgent', secrecy: 'none', receivedOn: '3 พ.ย. 2563', receivedTime: '08.45', ...more,
});
const register = async (client: Client, more: Record<string, string> = {}) => post(client, '/incoming/new', await typed(more));
/** The number of steps that a page shows. */
const seen = async (client: Client, href: string) => /name="seen" value="(\d+)"/.exec(await page(client, href))?.[1] ?? '';

describe('the usual line', () => {
  it('goes from the register through the head to another unit and back', async () => {
    const clerk = await t.as('clerk.kpr');
    const href = await register(clerk);
    expect(await page(clerk, href)).toContain('ตย ๐๔๐๒/๑๒๓๔');
    expect(await page(clerk, '/incoming')).toContain('ขอความร่วมมือประชาสัมพันธ์โครงการ');
    expect(await page(clerk, '/')).toContain('ขอความร่วมมือประชาสัมพันธ์โครงการ');
    await post(clerk, `${href}/propose`, { position: String(await seat('ผอ.กพร.')), purpose: 'consider', note: 'เพื่อโปรดพิจารณา เห็นควรมอบ ศสช.', seen: await seen(clerk, href) });

    const head = await t.as('head.kpr');
    expect(await page(head, href)).toContain('เห็นควรมอบ ศสช.');
    await post(head, `${href}/order`, { verdict: 'assign', units: String(await unit('ศสช.')), note: 'มอบ ศสช. ดำเนินการ', seen: await seen(head, href) });

    const other = await t.as('clerk.ssc');
    const [assignment] = await sql<{ id: number }>('select id from correspondence.received_assignment order by id desc limit 1');
    expect(await page(other, '/')).toContain('ขอความร่วมมือประชาสัมพันธ์โครงการ');
    const child = await post(other, `${href}/assignments/${assignment?.id}/receive`);
    expect(child).not.toBe(href);
    expect(await page(other, child)).toContain('เรื่องของหน่วยงานที่มอบ');
    await post(other, `${child}/close`, { outcome: 'ประชาสัมพันธ์ทางเว็บไซต์แล้ว' });

    expect(await page(clerk, href)).toContain('ประชาสัมพันธ์ทางเว็บไซต์แล้ว');
    await post(clerk, `${href}/close`, { outcome: 'ดำเนินการแล้ว', seen: await seen(clerk, href) });
    expect(await page(clerk, '/incoming?show=done')).toContain('ขอความร่วมมือประชาสัมพันธ์โครงการ');
    expect(await page(clerk, '/incoming/register')).toContain('ดำเนินการแล้ว');
    const csv = await page(clerk, '/incoming/register.csv');
    expect(csv.split('\r\n')[0]).toBe('\ufeffเลขทะเบียนรับ,ที่,ลงวันที่,จาก,ถึง,เรื่อง,การปฏิบัติ,หมายเหตุ');
    const steps = await sql<{ kind: string; authority: { kind: string } | null }>('select kind, authority from correspondence.chain_step where received_letter_id = $1 order by ordinal', Number(href.split('/').at(-1)));
    expect(steps.map((step) => step.kind)).toEqual(['register', 'propose', 'order', 'receive', 'report', 'close']);
    expect(steps[2]?.authority?.kind).toBe('own');
  });
});

describe('what is refused, in words and without half of it done', () => {
  const count = async () => (await sql<{ n: number }>('select count(*)::int as n from correspondence.received_letter'))[0]?.n;

  it('a top-secret letter, a receipt in the future, a deadline without its hour', async () => {
    const clerk = await t.as('clerk.kpr');
    const before = await count();
    const last = async () => (await sql<{ n: number }>("select last_number as n from correspondence.incoming_counter where owner_unit_id = $1 and book = 'incoming'", await unit('กพร.')))[0]?.n;
    const number = await last();
    for (const [more, words] of [
      [{ secrecy: 'top-secret' }, 'ทขล. ๑'], [{ receivedOn: '9 พ.ย. 2563' }, 'ต้องไม่ช้ากว่าปัจจุบัน'], [{ beforeDate: '5 พ.ย. 2563' }, 'กรุณากรอกเวลาด้วย'], [{ letterDate: '4 พ.ย. 2563' }, 'อยู่หลังวันที่รับ'],
    ] as const) {
      const answer = await clerk.post('/incoming/new', await typed(more as Record<string, string>));
      expect([answer.statusCode, answer.body.includes(words)]).toEqual([422, true]);
    }
    expect([await count(), await last()]).toEqual([before, number]);
  });

  it('the same letter twice, until the clerk says that it is another', async () => {
    const clerk = await t.as('clerk.kpr');
    const fields = await typed({ reference: 'ตย 9/1', subject: 'ฉบับเดียวกัน' });
    await post(clerk, '/incoming/new', fields);
    const again = await clerk.post('/incoming/new', fields);
    expect(again.statusCode).toBe(409);
    expect(again.body).toContain('ผู้ส่ง เลขที่ และวันที่ตรงกัน');
    expect(again.body).toContain('name="confirmed"');
    await post(clerk, '/incoming/new', { ...fields, confirmed: '1' });
  });

  it('a program named .pdf and a protected PDF, at the field; a good file is kept as it came and found again by its content', async () => {
    const clerk = await t.as('clerk.kpr');
    const before = await count();
    const locked = Buffer.from(smallPdf.toString('latin1').replace('/Root 1 0 R', '/Root 1 0 R/Encrypt 5 0 R'), 'latin1');
    for (const [content, words] of [[Buffer.from('MZ\u0090\u0000program'), 'ไฟล์'], [locked, 'รหัสผ่าน'], [Buffer.from('%PDF-1.4 cut'), 'ไฟล์']] as const) {
      const answer = await postWithFiles(t, clerk, '/incoming/new', await typed({ subject: 'ไฟล์เสีย' }), [{ field: 'files', name: 'letter.pdf', type: 'application/pdf', content }]);
      expect([answer.statusCode, answer.body.includes(words)]).toEqual([422, true]);
    }
    expect(await count()).toBe(before);
    const file = { field: 'files', name: 'หนังสือ.pdf', type: 'application/pdf', content: smallPdf };
    const good = await postWithFiles(t, clerk, '/incoming/new', await typed({ reference: 'ตย 9/2', subject: 'มีไฟล์' }), [file]);
    expect(good.statusCode).toBe(303);
    const href = String(good.headers['location']);
    const kept = await clerk.get(`${href}/files/1`);
    expect(kept.rawPayload.equals(smallPdf)).toBe(true);
    const same = await postWithFiles(t, clerk, '/incoming/new', await typed({ reference: 'ตย 9/3', subject: 'ไฟล์เดียวกัน' }), [file]);
    expect([same.statusCode, same.body.includes('ไฟล์เดียวกัน)')]).toEqual([409, true]);
    // The file need not be sent again with the confirmation.
    const again = /name="kept" value="(\d+)"/.exec(same.body)?.[1] ?? '';
    await post(clerk, '/incoming/new', await typed({ reference: 'ตย 9/3', subject: 'ไฟล์เดียวกัน', kept: again, confirmed: '1' }));
    await t.runJobs();
    expect(await page(clerk, href)).toMatch(/ไม่มีข้อความ|ไม่มีโปรแกรมอ่านภาพ/);
  });

  it('the second of two clerks, who sees what the first did and loses no word', async () => {
    const clerk = await t.as('clerk.kpr');
    const href = await register(clerk, { reference: 'ตย 9/4', subject: 'สองคนทำพร้อมกัน' });
    const shown = await seen(clerk, href);
    const position = String(await seat('ผอ.กพร.'));
    await post(clerk, `${href}/propose`, { position, purpose: 'consider', note: 'คนแรก', seen: shown });
    const second = await clerk.post(`${href}/close`, { outcome: 'ข้อความของคนที่สอง', seen: shown });
    expect(second.statusCode).toBe(409);
    expect(second.body).toContain('ได้ดำเนินการไปแล้ว');
    expect(second.body).toContain('ข้อความของคนที่สอง');
    expect(second.body).toContain('คนแรก');
  });
});

describe('who sees and who may', () => {
  it('keeps a classified letter to those who need it, and another unit out of an ordinary one', async () => {
    const clerk = await t.as('clerk.kpr');
    const secret = await register(clerk, { reference: 'ลบ 1', subject: 'เรื่องลับของหน่วยงาน', secrecy: 'confidential' });
    const plain = await register(clerk, { reference: 'ตย 9/5', subject: 'เรื่องเปิด' });
    expect((await (await t.as('minutes.kpr')).get(secret)).statusCode).toBe(404);
    expect((await (await t.as('minutes.kpr')).get(plain)).statusCode).toBe(200);
    for (const who of ['clerk.ssc', 'officer.snp']) for (const href of [secret, plain]) expect([who, (await (await t.as(who)).get(href)).statusCode]).toEqual([who, 404]);
    expect(await page(await t.as('head.kpr'), secret)).toContain('เรื่องลับของหน่วยงาน');
    expect(await page(clerk, secret)).toContain('ใครเปิดดูเมื่อใด');
    const log = await sql<{ secrecy: string }>("select secrecy from platform.access_log where subject_type = 'correspondence.received-letter' and subject_id = $1", Number(secret.split('/').at(-1)));
    expect(log.length).toBeGreaterThan(1);
    expect(log[0]?.secrecy).toBe('confidential');
  });

  it('lets only the holder order, on an acting order for as long as it lasts; then the letter is parked and sent on', async () => {
    const clerk = await t.as('clerk.slk');
    const href = await register(clerk, { unit: String(await unit('สลก.')), reference: 'ตย 9/6', subject: 'รอผู้รักษาราชการแทน' });
    const acting = await seat('ผอ.สนผ.');
    // The seat is offered to สลก. only through its own heads: the letter is put before ลนก., who is then taken out of office.
    const own = await seat('ลนก.');
    await post(clerk, `${href}/propose`, { position: String(own), purpose: 'order', note: 'เพื่อโปรดสั่งการ' });
    expect((await (await t.as('acting.snp')).get(href)).statusCode).toBe(404);
    expect(acting).toBeGreaterThan(0);
    await t.db.owner.query("update organisation.holding set valid_to = '2020-11-03' where position_id = $1 and valid_to is null", [own]);
    try {
      await t.moveTo('2020-11-04T07:30:00+07:00');
      const { parkLettersJob } = await import('./parking.ts');
      const { enqueue } = await import('../../../platform/jobs/jobs.ts');
      const { systemActor } = await import('../../../platform/access/actor.ts');
      await t.services.database.write(systemActor('test.park'), (tx) => enqueue(tx, parkLettersJob, {}));
      await t.runJobs();
      const parked = await page(clerk, '/incoming/parked');
      expect(parked).toContain('รอผู้รักษาราชการแทน');
      expect(await page(await t.as('clerk.slk'), '/')).toContain('รอผู้รักษาราชการแทน');
      await post(clerk, `${href}/reroute-unit`, { unit: String(await unit('กพร.')) });
      expect(await page(clerk, '/incoming/parked')).not.toContain('รอผู้รักษาราชการแทน');
      expect(await page(await t.as('clerk.kpr'), '/')).toContain('รอผู้รักษาราชการแทน');
    } finally {
      await t.db.owner.query('update organisation.holding set valid_to = null where position_id = $1', [own]);
    }
  });
});

describe('steps beside the usual line', () => {
  it('is taken back before it is opened, given back with a reason, reopened with one; several at once', async () => {
    const clerk = await t.as('clerk.kpr');
    const head = await t.as('head.kpr');
    const position = String(await seat('ผอ.กพร.'));
    const one = await register(clerk, { reference: 'ตย 9/7', subject: 'ดึงกลับได้' });
    const two = await register(clerk, { reference: 'ตย 9/8', subject: 'อีกฉบับหนึ่ง' });
    const ids = [one, two].map((href) => href.split('/').at(-1) as string);
    await post(clerk, '/incoming/propose', { letters: ids, position, purpose: 'inform', note: 'เพื่อโปรดทราบ' });
    await post(clerk, `${one}/take-back`);
    await post(clerk, `${one}/propose`, { position, purpose: 'inform' });
    await page(head, one);
    for (let tries = 0; tries < 100 && (await sql('select 1 from correspondence.received_letter where id = $1 and holder_opened_at is not null', ids[0])).length === 0; tries += 1) await new Promise((done) => setTimeout(done, 20));
    const late = await clerk.post(`${one}/take-back`);
    expect([late.statusCode, late.body.includes('เปิดอ่านแล้ว จึงดึงกลับไม่ได้')]).toEqual([409, true]);
    await post(head, `${one}/return`, { reason: 'ขอข้อมูลเพิ่ม' });
    await post(clerk, `${one}/propose`, { position, purpose: 'inform' });
    await post(head, '/incoming/noted', { letters: ids });
    expect(await page(clerk, two)).toContain('เสร็จแล้ว');
    await post(clerk, `${two}/reopen`, { reason: 'มีข้อมูลเพิ่ม' });
    expect(await page(clerk, two)).toContain('รอเสนอ');
  });

  it('goes to people one after another, and a reply that is issued closes the loop', async () => {
    const clerk = await t.as('clerk.kpr');
    const href = await register(clerk, { reference: 'ตย 9/9', subject: 'ตอบแล้วปิด' });
    const id = href.split('/').at(-1);
    const [first, second] = await sql<{ id: number }>("select id from organisation.person where given in ('มณิตา', 'ปกรณ์') order by given desc");
    const unknown = await clerk.post(`${href}/forward`, { people: [String(first?.id)], turns: 'กองที่ไม่ได้เลือก' });
    expect([unknown.statusCode, unknown.body.includes('“กองที่ไม่ได้เลือก” ไม่อยู่ในผู้รับมอบที่เลือก')]).toEqual([422, true]);
    await post(clerk, `${href}/forward`, { people: [String(first?.id), String(second?.id)], sequence: '1', note: 'ร่างหนังสือตอบ' });
    const given = await sql<{ id: number; state: string; person: number }>('select id, state, person_id as person from correspondence.received_assignment where received_letter_id = $1 order by turn', id);
    expect(given.map((one) => one.state)).toEqual(['open', 'queued']);
    const minutes = await t.as('minutes.kpr');
    const mine = given.find((one) => one.state === 'open');
    await post(minutes, `${href}/assignments/${mine?.id}/report`, { result: 'ร่างแล้ว' });
    expect(await sql<{ state: string }>('select state from correspondence.received_assignment where received_letter_id = $1 order by turn', id)).toEqual([{ state: 'done' }, { state: 'open' }]);
    expect((await clerk.post(`${href}/close`, { outcome: 'ปิดก่อน' })).statusCode).toBe(409);
    await post(clerk, `${href}/assignments/${given[1]?.id}/take-back`);

    const draft = await post(clerk, `${href}/reply`, { unit: String(await unit('กพร.')), closes: '1' });
    const { issueDraft } = await import('../issue.ts');
    const { actorForPerson } = await import('../../organisation/index.ts');
    const { permissions } = await import('../permissions.ts');
    const { rolePermissions } = await import('../../organisation/index.ts');
    const [head] = await sql<{ id: number }>("select h.person_id as id from organisation.holding h join organisation.position q on q.id = h.position_id where q.abbreviation = 'ผอ.กพร.'");
    const actor = await actorForPerson(t.services.database, rolePermissions(permissions), head?.id ?? 0, t.services.clock.today());
    const issued = await t.services.database.write(actor ?? ({} as never), (tx) => issueDraft(tx, t.services, Number(draft.split('/').at(-1))));
    expect(issued).toMatchObject({ ok: true });
    const shown = await page(clerk, href);
    expect(shown).toContain('ตอบแล้วตาม');
    expect(shown).toContain('เสร็จแล้ว');
    expect((await sql<{ state: string }>('select state from correspondence.received_letter where id = $1', id))[0]?.state).toBe('closed');
  });
});

describe('files read first', () => {
  it('fills number, day and subject in from a PDF, for the clerk to confirm', async () => {
    const clerk = await t.as('clerk.kpr');
    const made = await t.services.paper.renderPdf(exampleMemo, { createdAt: new Date('2020-11-03T02:00:00Z') });
    if (!made.ok) throw new Error(made.message.en);
    const sent = await postWithFiles(t, clerk, '/incoming/scan', {}, [{ field: 'scans', name: 'บันทึก.pdf', type: 'application/pdf', content: Buffer.from(made.value.pdf) }]);
    expect(sent.statusCode).toBe(303);
    const form = await page(clerk, String(sent.headers['location']));
    const kept = /name="kept" value="(\d+)"/.exec(form)?.[1] ?? '';
    expect(form).toMatch(/อ่านจากไฟล์ได้|อ่านเลขที่ วันที่ หรือเรื่องจากไฟล์ไม่ได้/);
    const href = await register(clerk, { reference: 'ตย 9/10', subject: 'จากไฟล์ที่อ่านก่อน', kept });
    const picture = await clerk.get(`${href}/picture.png`);
    expect([200, 404]).toContain(picture.statusCode);
    const stamped = await clerk.get(`${href}/stamped.pdf`);
    expect([stamped.statusCode, stamped.rawPayload.subarray(0, made.value.pdf.length).equals(Buffer.from(made.value.pdf))]).toEqual([200, true]);
    // The stamp adds the name of the unit that received it.
    const named = (pdf: Uint8Array) => execFileSync('pdftotext', ['-', '-'], { input: pdf }).toString('utf8').replaceAll(/\s/g, '').split('กลุ่มพัฒนาระบบบริหาร').length;
    expect(named(stamped.rawPayload)).toBe(named(made.value.pdf) + 1);
    expect((await clerk.get(`${href}/files/1`)).rawPayload.equals(Buffer.from(made.value.pdf))).toBe(true);
    expect((await (await t.as('clerk.ssc')).get(`${href}/stamped.pdf`)).statusCode).toBe(404);
    // Nobody else's upload comes through a guessed address.
    expect(await page(await t.as('clerk.ssc'), `/incoming/new?files=${kept}`)).not.toContain('name="kept"');
  });
});

describe('a letter of the house', () => {
  it('is entered in the register once by a unit, from the letter itself', async () => {
    const clerk = await t.as('clerk.ssc');
    const [letter] = await sql<{ id: number; subject: string }>("select l.id, l.subject from correspondence.letter l join correspondence.letter_recipient r on r.letter_id = l.id where l.state = 'issued' and r.recipient_id = $1 limit 1", await unit('ศสช.'));
    expect(await page(clerk, `/letters/${letter?.id}`)).toContain(`/incoming/new?letter=${letter?.id}`);
    expect(await page(clerk, `/incoming/new?letter=${letter?.id}`)).toContain(letter?.subject);
    const fields = await typed({ unit: String(await unit('ศสช.')), letter: String(letter?.id), subject: letter?.subject ?? '', letterDate: '' });
    await post(clerk, '/incoming/new', fields);
    expect((await clerk.post('/incoming/new', { ...fields, confirmed: '1' })).statusCode).toBe(409);
  });
});

describe('time and the wall below', () => {
  it('is followed up when it is late: the clerks, then the head, and not once it is closed', async () => {
    const clerk = await t.as('clerk.kpr');
    await t.moveTo('2020-11-04T10:00:00+07:00');
    const late = await register(clerk, { reference: 'ตย 9/11', subject: 'จะเกินกำหนด', urgency: 'very-urgent', receivedOn: '4 พ.ย. 2563' });
    const done = await register(clerk, { reference: 'ตย 9/12', subject: 'เสร็จก่อนกำหนด', urgency: 'very-urgent', receivedOn: '4 พ.ย. 2563' });
    await post(clerk, `${done}/close`, { outcome: 'เสร็จแล้ว' });
    const told = async (words: string) => (await sql<{ n: number }>("select count(*)::int as n from platform.notification where words ->> 'th' like $1", `%${words}%`))[0]?.n ?? 0;
    await t.moveTo('2020-11-10T10:00:00+07:00');
    await t.runJobs();
    expect(await told('เกินกำหนด 5 พ.ย. 2563: จะเกินกำหนด')).toBeGreaterThan(0);
    expect(await told('ยังไม่แล้วเสร็จ: จะเกินกำหนด')).toBeGreaterThan(0);
    expect(await told('เสร็จก่อนกำหนด')).toBe(0);
    expect(await page(clerk, '/incoming?show=overdue')).toContain('จะเกินกำหนด');
    expect(await page(await t.as('head.kpr'), late)).toContain('จะเกินกำหนด');
  });

  it('what was received, its number and its chain never change, whoever asks the database', async () => {
    for (const statement of [
      "update correspondence.received_letter set subject = 'อื่น'", "update correspondence.received_letter set deemed_received_at = deemed_received_at + interval '1 day'", 'update correspondence.received_letter set number = number + 1000',
      'delete from correspondence.received_letter', "update correspondence.chain_step set note = 'อื่น'", 'delete from correspondence.chain_step', 'update correspondence.incoming_counter set last_number = last_number - 1',
    ]) await expect(t.db.owner.query(statement), statement).rejects.toThrow(/stays|cannot change|never goes back|still referenced|foreign key/);
    const { rows } = await t.db.owner.query("select owner_unit_id from correspondence.received_letter group by owner_unit_id, book, year having count(*) <> max(number)");
    expect(rows).toEqual([]);
  });

  it('the median of hours to the first order stands beside letters that can be opened', async () => {
    const { hoursToOrder, medianHoursToOrder } = await import('./measures.ts');
    const { findDisagreement } = await import('../../../platform/measures/registry.ts');
    const { systemActor } = await import('../../../platform/access/actor.ts');
    const period = { from: '2020-10-01', to: '2020-10-31' };
    await t.services.database.read(systemActor('test.measure'), async (tx) => {
      expect(await findDisagreement(tx, hoursToOrder, period, t.services.clock.now())).toBeUndefined();
      expect(await hoursToOrder.value(tx, period, t.services.clock.now())).toMatchObject({ numerator: 6, denominator: 8 });
      expect(await medianHoursToOrder(tx, period, t.services.clock.now())).toBeCloseTo(12.83, 1);
    });
  });
});
