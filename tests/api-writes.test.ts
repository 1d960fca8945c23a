/**
 * What a program changes is what a person changes: the same record, the same line of the trail, the same refusal. Each
 * call is made once by the form of a page and once by the API, and what they leave behind is compared.
 */
import { beforeAll, expect, test } from 'vitest';
import { program, type ApiClient } from './support/api.ts';
import { useApp, type Client } from './support/app.ts';
import { circulateDraft } from './support/certification.ts';
import { smallPdf } from './support/extras.ts';
import { unitId } from './support/people.ts';

const house = useApp();
let kpr: number;
let ssc: number;

beforeAll(async () => {
  kpr = await unitId(house.db.owner, 'กพร.');
  ssc = await unitId(house.db.owner, 'ศสช.');
});

interface Line {
  readonly action: string;
  readonly subject_type: string;
  readonly actor_id: number;
  readonly unit_id: number | null;
  readonly authority: unknown;
  readonly detail: Record<string, unknown>;
}

/** Lines of the trail that one request left. */
async function trailOf(requestId: unknown): Promise<Line[]> {
  return (await house.db.owner.query<Line>('select action, subject_type, actor_id, unit_id, authority, detail from platform.audit where request_id = $1 order by id', [requestId])).rows;
}

const idIn = (address: string | undefined) => Number(/\/(\d+)/.exec(address ?? '')?.[1]);

interface Both {
  readonly login: string;
  /** Address of the form and, under /api/v1, of the call. */
  readonly at: string;
  readonly fields: Record<string, string | string[]>;
  readonly json: object;
}

/** Does it both ways and compares address, words and trail. Gives the addresses that came of it. */
async function bothWays({ login, at, fields, json }: Both): Promise<{ page: string; api: string; goTo: string | null }> {
  const client: Client = await house.as(login);
  const machine: ApiClient = await program(house, login, { name: 'เทียบกับหน้าเว็บ' });
  const byPage = await client.post(at, fields);
  expect([byPage.statusCode, byPage.body.slice(0, 500)]).toEqual([303, '']);
  const byApi = await machine.post(at, json);
  expect([byApi.statusCode, byApi.statusCode === 200 ? '' : byApi.body]).toEqual([200, '']);
  const { data } = byApi.json() as { data: { goTo: string | null; page: string; message: { th: string; en: string } | null } };
  const location = String(byPage.headers.location);
  expect(data.page.replaceAll(/\d+/g, '#')).toBe(location.replaceAll(/\d+/g, '#'));
  const [one, two] = [await trailOf(byPage.headers['x-request-id']), await trailOf(byApi.headers['x-request-id'])];
  const facts = (lines: Line[]) => lines.map((line) => ({ action: line.action, subject: line.subject_type, actor: line.actor_id, unit: line.unit_id, authority: line.authority, detail: Object.keys(line.detail).filter((key) => key !== 'token').toSorted() }));
  expect(one.length).toBeGreaterThan(0);
  expect(facts(two)).toEqual(facts(one));
  expect(two.map((line) => line.detail['token'])).toEqual(two.map(() => 'เทียบกับหน้าเว็บ'));
  expect(one.some((line) => 'token' in line.detail)).toBe(false);
  return { page: location, api: data.page, goTo: data.goTo };
}

test('assignments: a task is the same task, and its address is read at once', async () => {
  const { page, api, goTo } = await bothWays({
    login: 'head.kpr', at: '/tasks/new',
    fields: { title: 'ตรวจข้อมูลตัวชี้วัด', detail: 'ตามมติ', owners: [String(ssc), String(kpr)], dueOn: '25 พ.ย. 2563' },
    json: { title: 'ตรวจข้อมูลตัวชี้วัด', detail: 'ตามมติ', owners: [ssc, kpr], dueOn: '2020-11-25' },
  });
  const { rows } = await house.db.owner.query('select title, detail, state, due_on, follow_up_unit_id from assignments.task where id = any ($1) order by id', [[idIn(page), idIn(api)]]);
  expect(rows).toHaveLength(2);
  expect(rows[1]).toEqual(rows[0]);
  expect(goTo).toBe(`/api/v1${api}`);
  const read = await (await program(house, 'head.kpr')).get(api);
  expect(read.json().data.task).toMatchObject({ title: 'ตรวจข้อมูลตัวชี้วัด', fallsDue: '2020-11-25', owners: expect.arrayContaining([expect.objectContaining({ abbreviation: 'ศสช.' })]) });
});

test('organisation: a day of the calendar, ticked boxes and all', async () => {
  await house.db.owner.query("insert into organisation.role_grant (person_id, role, valid_from, reason) select person_id, 'organisation-admin', '2020-01-01', 'ทดสอบ' from organisation.account where login = 'admin'");
  await bothWays({
    login: 'admin', at: '/office-calendar',
    fields: { day: '7 ธ.ค. 2563', kind: 'special', name: 'วันหยุดราชการกรณีพิเศษ', uncertain: '1' },
    json: { day: '2020-12-08', kind: 'special', name: 'วันหยุดราชการกรณีพิเศษ', uncertain: true },
  });
  const { rows } = await house.db.owner.query("select kind, name_th, uncertain from organisation.office_day where day in ('2020-12-07', '2020-12-08') order by day");
  expect(rows).toHaveLength(2);
  expect(rows[1]).toEqual(rows[0]);
});

test('correspondence: a group of recipients, and a letter acknowledged for the unit', async () => {
  await bothWays({
    login: 'clerk.kpr', at: '/recipient-groups/new',
    fields: { unit: String(kpr), name: 'กลุ่มจากหน้าเว็บ', units: [String(ssc)], active: '1' },
    json: { unit: kpr, name: 'กลุ่มจากโปรแกรม', units: [ssc], active: true },
  });
  const clerk = await program(house, 'clerk.kpr');
  const unread = (await clerk.get('/circulars')).json().data.items.filter((one: { acknowledged: boolean; state: string }) => !one.acknowledged && one.state === 'issued') as { id: number }[];
  const letter = unread[0]?.id as number;
  const done = await clerk.post(`/letters/${letter}/acknowledge`);
  expect(done.json().data, done.body).toMatchObject({ goTo: `/api/v1/letters/${letter}`, message: { th: expect.any(String) } });
  expect((await trailOf(done.headers['x-request-id'])).map((line) => line.action)).toEqual(['correspondence.letter-acknowledged']);
  expect((await clerk.get(`/letters/${letter}`)).json().data.toAcknowledge).toEqual([]);
});

test('meetings: a meeting is planned, and an answer on minutes is given with its authority', async () => {
  const committee = await house.db.owner.query<{ id: number }>("select committee_id as id from meetings.meeting where held_on = '2020-10-22'");
  const { api } = await bothWays({
    login: 'minutes.kpr', at: '/meetings/new',
    fields: { committeeId: String(committee.rows[0]?.id), heldOn: '16 พ.ย. 2563', title: 'ประชุมติดตาม', startsAt: '09.30', endsAt: '10.30', place: 'ห้อง 1', sections: ['chair-informs', 'other'] },
    json: { committeeId: committee.rows[0]?.id, heldOn: '2020-11-17', title: 'ประชุมติดตาม', startsAt: '09:30', endsAt: '10:30', place: 'ห้อง 1', sections: ['chair-informs', 'other'] },
  });
  expect((await (await program(house, 'minutes.kpr')).get(`/meetings/${idIn(api)}`)).json().data.meeting).toMatchObject({ title: 'ประชุมติดตาม', startsAt: '09:30', state: 'planned' });
  const { meeting, answers } = await circulateDraft(house);
  const head = await program(house, 'head.ssc');
  const address = `/meetings/${meeting}/certify/${answers.get('ศสช.')}`;
  const suggested = await head.post(`${address}/suggest`, { lineId: 'header', field: 'date', kind: 'replace', text: '23 ต.ค. 2563', reason: 'ตามหนังสือเชิญ' });
  expect(suggested.statusCode, suggested.body).toBe(200);
  expect((await head.get(address)).json().data.screen.suggestions).toHaveLength(1);
  const answered = await head.post(address, { answer: 'certified-with-corrections', remarks: 'แก้วันที่' });
  expect(answered.statusCode, answered.body).toBe(200);
  expect((await head.get(`${address}/receipt`)).json().data).toMatchObject({ answer: { state: 'certified-with-corrections', via: 'online' }, suggestions: [{ state: 'open' }] });
  const deciding = (await (await program(house, 'head.kpr')).get(`/meetings/${meeting}/suggestions`)).json();
  expect(deciding.data.suggestions).toMatchObject([{ conflicting: false, reason: 'ตามหนังสือเชิญ' }]);
  const officer = await house.db.owner.query<{ id: number }>("select person_id as id from organisation.account where login = 'clerk.ssc'");
  const [own] = [...answers.entries()].filter(([unit]) => unit === 'กพร.');
  if (own) await (await program(house, 'head.kpr')).post(`/meetings/${meeting}/certify/${own[1]}/consult`, { people: [officer.rows[0]?.id], note: '' });
});

test('system and desk: a setting is set, news are marked as read', async () => {
  await bothWays({ login: 'admin', at: '/system/settings/number/meetings.answer-working-days', fields: { value: '๕' }, json: { value: 6 } });
  const settings = (await (await program(house, 'admin')).get('/system/settings')).json().data.items as { name: string; text: string }[];
  expect(settings.find((one) => one.name === 'meetings.answer-working-days')?.text).toBe('6');
  await bothWays({ login: 'clerk.kpr', at: '/notifications/read', fields: {}, json: {} });
});

test('what the form refuses the call refuses: the same words at the same fields, and nothing is left behind', async () => {
  const machine = await program(house, 'head.kpr');
  const refused = await machine.post('/tasks/new', { title: '', owners: [], dueOn: '31 ก.พ. 2563' });
  expect(refused.statusCode).toBe(422);
  expect(refused.json().error).toMatchObject({
    code: 'FORM', requestId: refused.headers['x-request-id'],
    fields: { title: { th: expect.stringContaining('กรุณากรอก') }, owners: { th: expect.stringContaining('กรุณาเลือก') }, dueOn: { th: expect.stringContaining('ไม่พบวันที่นี้') } },
  });
  const page = await (await house.as('head.kpr')).post('/tasks/new', { title: '', dueOn: '31 ก.พ. 2563' });
  for (const { th } of Object.values(refused.json().error.fields as Record<string, { th: string }>)) expect(page.body).toContain(th);
  expect(await trailOf(refused.headers['x-request-id'])).toEqual([]);
});

test('names and shapes that no form can send are named', async () => {
  const machine = await program(house, 'head.kpr');
  const answer = await machine.post('/tasks/new', { titel: 'x', title: ['a'], owners: { id: 12 } });
  expect([answer.statusCode, Object.keys(answer.json().error.fields)]).toEqual([422, ['titel', 'title', 'owners']]);
  expect((await machine.post('/tasks/new', [1] as unknown as object)).json().error.code).toBe('NOT_AN_OBJECT');
});

test('rows are lists of objects', async () => {
  const machine = await program(house, 'clerk.ssc');
  const bad = await machine.post('/meetings/1/suggestions', { decisions: [{ nothing: 1 }] });
  expect([403, 422]).toContain(bad.statusCode);
  const minutes = await program(house, 'head.kpr');
  const words = await minutes.post('/meetings/1/suggestions', { decisions: [{ nothing: 1 }] });
  expect(words.json().error.fields.decisions.en).toBe('Row 1: there is no field nothing.');
});

test('a repeat gets the first answer, another body is refused, a key is needed, and keys are one’s own', async () => {
  const machine = await program(house, 'head.kpr');
  const task = { title: 'งานที่ส่งซ้ำ', owners: [ssc] };
  const answers = await Promise.all(Array.from({ length: 5 }, () => machine.post('/tasks/new', task, 'repeat-0001')));
  expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
  expect(answers.filter((answer) => answer.headers['idempotency-replayed'] === 'true')).toHaveLength(4);
  expect((await house.db.owner.query("select 1 from assignments.task where title = 'งานที่ส่งซ้ำ'")).rowCount).toBe(1);
  const other = await machine.post('/tasks/new', { ...task, title: 'อีกเรื่อง' }, 'repeat-0001');
  expect([other.statusCode, other.json().error.code]).toEqual([409, 'KEY_USED_FOR_OTHER_CONTENT']);
  const without = await machine.post('/tasks/new', task, '');
  expect([without.statusCode, without.json().error.code]).toEqual([400, 'IDEMPOTENCY_KEY']);
  const somebody = await (await program(house, 'clerk.kpr')).post('/tasks/new', task, 'repeat-0001');
  expect([somebody.statusCode, somebody.headers['idempotency-replayed']]).toEqual([200, undefined]);
});

test('files go along as multipart; the same files sent again are the same request', async () => {
  const machine = await program(house, 'head.kpr');
  const { rows } = await house.db.owner.query<{ id: number }>("select id from meetings.meeting where state = 'invited'");
  const send = (content: Buffer) => {
    const mark = 'krom-boundary';
    const payload = Buffer.concat([Buffer.from(`--${mark}\r\nContent-Disposition: form-data; name="files"; filename="paper.pdf"\r\nContent-Type: application/pdf\r\n\r\n`), content, Buffer.from(`\r\n--${mark}--\r\n`)]);
    return house.app.inject({ method: 'POST', url: `/api/v1/meetings/${rows[0]?.id}/agenda/papers`, payload, headers: { authorization: `Bearer ${machine.token}`, 'idempotency-key': 'papers-0001', 'content-type': `multipart/form-data; boundary=${mark}` } });
  };
  const pdf = Buffer.from(smallPdf);
  const [first, second] = [await send(pdf), await send(pdf)];
  expect([first.statusCode, second.statusCode, second.headers['idempotency-replayed']], first.body).toEqual([200, 200, 'true']);
  expect((await send(Buffer.concat([pdf, Buffer.from('\n% other')]))).statusCode).toBe(409);
  const papers = (await machine.get(`/meetings/${rows[0]?.id}`)).json().data.papers as { fileId: number }[];
  const file = await machine.get(`/files/${papers.at(-1)?.fileId}`);
  expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'application/pdf']);
  expect(Buffer.compare(file.rawPayload, pdf)).toBe(0);
});
