// From what a module tells to the mail that leaves the house: routes, quiet hours by the legal clock, the digest.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useApp } from '../../../tests/support/app.ts';
import { modules } from '../../modules.ts';
import { systemActor } from '../../platform/access/actor.ts';
import { keepDailyTimers } from '../../platform/jobs/timers.ts';
import { notify, type NewsOptions } from '../../platform/notify/notify.ts';

const house = useApp();
const actor = systemActor('test');
const kindOf = (key: string) => ({ kind: modules.flatMap((module) => module.news ?? []).find((kind) => kind.key === key)! });
const now = kindOf('meetings.certification');
const gathered = kindOf('assignments.tasks');
const ids = new Map<string, number>();
const id = (login: string) => ids.get(login) as number;
const tell = (login: string, words: string, options: NewsOptions, href = '/tasks/1') => house.services.database.write(actor, (tx) => notify(tx, [id(login)], { th: words, en: `${words} (en)` }, href, options));

interface SentMail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly html: string;
}
async function mails(login?: string): Promise<SentMail[]> {
  const { rows } = await house.db.owner.query<SentMail>(
    `select m.to_address as to, m.subject, m.body, m.html from platform.mail m join organisation.person p on lower(p.email) = lower(m.to_address)
     where $1::int is null or p.id = $1 order by m.created_at, m.id`, [login ? id(login) : null]);
  return rows;
}

beforeAll(async () => {
  const { rows } = await house.db.owner.query<{ login: string; id: number }>('select login, person_id as id from organisation.account');
  for (const row of rows) ids.set(row.login, row.id);
  await house.runJobs();
});
beforeEach(async () => {
  await house.db.owner.query('update platform.notification set read_at = created_at where read_at is null; delete from platform.mail');
});

describe('news go out as they are routed', () => {
  test('at once by mail where that is usual, once however often the job runs, and not where the digest is', async () => {
    await house.moveTo('2020-11-03T10:00:00+07:00');
    await tell('head.kpr', 'ขอให้รับรองรายงาน', now);
    await tell('head.kpr', 'งานใหม่', gathered);
    const { rows } = await house.db.owner.query<{ payload: unknown }>("select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'notices.route-news'");
    expect(rows).toHaveLength(2);
    await house.runJobs();
    for (const row of rows) await house.db.owner.query("select graphile_worker.add_job('notices.route-news', $1::json)", [JSON.stringify(row.payload)]);
    await house.runJobs();
    const [mail, ...more] = await mails('head.kpr');
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ subject: 'ขอให้รับรองรายงาน', body: expect.stringContaining(`${house.services.config.origin}/tasks/1`) });
    expect(mail?.body).toContain(`${house.services.config.origin}/account/notifications`);
    expect(mail?.html).toMatch(/^<!doctype html><html lang="th">/);
  });

  test('what was read in the house meanwhile is not sent, nor is anything to who has left or has no account', async () => {
    await tell('head.kpr', 'อ่านแล้ว', now);
    await house.db.owner.query('update platform.notification set read_at = created_at where read_at is null');
    await tell('minutes.kpr', 'บัญชีปิด', now);
    await house.db.owner.query("update organisation.account set disabled_at = now() where login = 'minutes.kpr'");
    await tell('clerk.kpr', 'ย้ายออก', now);
    await house.db.owner.query("update organisation.person set left_on = '2020-11-02', left_reason = 'moved-out' where id = $1", [id('clerk.kpr')]);
    await house.runJobs();
    expect(await mails()).toEqual([]);
    await house.db.owner.query('update organisation.account set disabled_at = null; update organisation.person set left_on = null, left_reason = null where id = ' + id('clerk.kpr'));
  });

  test('of a secret document no word leaves the house but that it waits', async () => {
    await tell('head.kpr', 'เรื่องลับเฉพาะ ที่ กพร. 7/2563', { ...now, secret: true }, '/letters/4711');
    await house.runJobs();
    const [mail] = await mails('head.kpr');
    expect(mail?.subject).toBe('มีเอกสารชั้นความลับรอท่าน 1 เรื่อง เปิดดูในระบบ');
    expect(JSON.stringify(mail)).not.toMatch(/เรื่องลับเฉพาะ|7\/2563|4711/);
  });

  test('the office may say what is usual', async () => {
    const admin = await house.as('admin');
    expect((await admin.post('/system/settings/list/notices.usual-routes', { value: 'assignments.tasks | ทันที | ไม่ส่ง' })).statusCode).toBe(303);
    await tell('head.kpr', 'งานใหม่อีกงาน', gathered);
    await house.runJobs();
    expect(await mails('head.kpr')).toMatchObject([{ subject: 'งานใหม่อีกงาน' }]);
    expect((await admin.post('/system/settings/list/notices.usual-routes', { value: 'assignments.tasks | เร็ว ๆ | ไม่ส่ง' })).statusCode).toBe(422);
    await admin.post('/system/settings/list/notices.usual-routes', { value: '' });
  });
});

describe('quiet hours', () => {
  test('hold what comes in them until they end by the legal clock, then send it as one; the most urgent passes', async () => {
    await house.moveTo('2020-11-03T20:00:00+07:00');
    await tell('head.kpr', 'เรื่องแรก', now);
    await tell('head.kpr', 'เรื่องที่สอง', { ...now, urgency: 'urgent' });
    await tell('head.kpr', 'เปิดอ่านกลางคืน', now);
    await tell('head.kpr', 'ด่วนที่สุดจริง ๆ', { ...now, urgency: 'most-urgent' });
    await house.runJobs();
    expect(await mails()).toMatchObject([{ subject: 'ด่วนที่สุดจริง ๆ' }]);
    await house.db.owner.query("update platform.notification set read_at = created_at where words ->> 'th' = 'เปิดอ่านกลางคืน'");
    await house.moveTo('2020-11-04T06:59:00+07:00');
    await house.runJobs();
    expect(await mails()).toHaveLength(1);
    await house.moveTo('2020-11-04T07:00:00+07:00');
    await house.runJobs();
    const [, mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ subject: 'แจ้งเตือน 2 เรื่อง', body: expect.stringMatching(/เรื่องที่สอง[\s\S]*เรื่องแรก/) as string });
    expect(mail?.body).not.toContain('กลางคืน');
    const { rows } = await house.db.owner.query("select state, count(*)::int as n from platform.notification_delivery d join platform.notification n on n.id = d.notification_id where n.words ->> 'th' = any($1) group by 1 order by 1", [['เรื่องแรก', 'เรื่องที่สอง', 'เปิดอ่านกลางคืน', 'ด่วนที่สุดจริง ๆ']]);
    expect(rows).toEqual([{ state: 'dropped', n: 1 }, { state: 'handed', n: 3 }]);
  });
});

const fields = (change: Record<string, string> = {}) => {
  const given: Record<string, string> = { digest: 'daily', digestAt: '9.30', digestWeekday: '1', workingDays: '1', quiet: '1', quietFrom: '20.00', quietTo: '6.00' };
  for (const kind of [...modules.flatMap((module) => module.news ?? []), { key: 'other' }]) for (const [channel, how] of [['mail', 'digest'], ['line', 'off']] as const) given[`${channel}-${kind.key.replaceAll('.', '-')}`] = how;
  return { ...given, ...change };
};

describe('the page of choices', () => {
  test('keeps what a person chooses, for that person alone', async () => {
    await house.moveTo('2020-11-04T10:00:00+07:00');
    const client = await house.as('head.kpr');
    const page = (await client.get('/account/notifications')).body;
    expect(page).toMatch(/value="now" selected[^>]*>ส่งทันที/);
    expect((await client.post('/account/notifications', fields({ 'mail-meetings-certification': 'off', 'mail-assignments-tasks': 'now' }))).headers.location).toBe('/account/notifications');
    expect((await client.get('/account/notifications')).body).toContain('value="9.30"'.replace('9.30', '09.30'));
    for (const login of ['head.kpr', 'clerk.kpr']) {
      await tell(login, 'รับรอง', now);
      await tell(login, 'งาน', gathered);
    }
    await house.runJobs();
    expect((await mails('head.kpr')).map((mail) => mail.subject)).toEqual(['งาน']);
    expect((await mails('clerk.kpr')).map((mail) => mail.subject)).toEqual(['รับรอง']);
    const { rows } = await house.db.owner.query("select actor_id from platform.audit where action = 'notices.choices-changed'");
    expect(rows).toEqual([{ actor_id: id('head.kpr') }]);
  });

  test('says what is wrong with a time, and with hours of no length', async () => {
    const client = await house.as('head.kpr');
    const wrong = await client.post('/account/notifications', fields({ digestAt: 'เช้า' }));
    expect([wrong.statusCode, wrong.body.includes('เวลาไม่ถูกต้อง')]).toEqual([422, true]);
    const none = await client.post('/account/notifications', fields({ quietFrom: '7.00', quietTo: '7.00' }));
    expect([none.statusCode, none.body.includes('เวลาสิ้นสุดต้องไม่ตรงกับเวลาเริ่ม')]).toEqual([422, true]);
    expect((await client.post('/account/notifications', fields({ 'mail-assignments-tasks': 'ไม่มี' }))).statusCode).toBe(422);
  });
});

describe('the digest', () => {
  const plan = async () => keepDailyTimers(house.services.database, house.services.clock, modules.flatMap((module) => module.recurring ?? []));
  const digests = async (login?: string) => (await mails(login)).filter((mail) => /^(สรุปงาน|Your work)/.test(mail.subject));

  test('comes at the hour that was chosen, tells what waits and what is new, and comes once', async () => {
    await house.moveTo('2020-11-04T23:00:00+07:00');
    await plan();
    await tell('head.kpr', 'ข่าวสำหรับสรุป', kindOf('correspondence.letters'));
    await tell('head.kpr', 'ข่าวลับสำหรับสรุป', { ...kindOf('correspondence.letters'), secret: true });
    await house.runJobs();
    await house.moveTo('2020-11-05T08:05:00+07:00');
    await house.runJobs();
    expect(await digests('head.kpr')).toEqual([]);
    expect((await digests()).length).toBeGreaterThan(0);
    await house.moveTo('2020-11-05T09:31:00+07:00');
    await house.runJobs();
    const [mail, ...more] = await digests('head.kpr');
    expect(more).toEqual([]);
    expect(mail?.subject).toMatch(/^สรุปงาน 5 พ\.ย\. 2563: /);
    expect(mail?.body).toContain('ข่าวสำหรับสรุป');
    expect(mail?.body).toContain('มีเอกสารชั้นความลับรอท่าน 1 เรื่อง');
    expect(JSON.stringify(mail)).not.toContain('ข่าวลับ');
    expect(mail?.html).toContain(`href="${house.services.config.origin}/account/notifications"`);
    const inbox = (await (await house.as('head.kpr')).get('/')).body;
    const waiting = Number(/quiet mid">(\d+) เรื่อง/.exec(inbox)?.[1] ?? 0);
    expect(waiting).toBeGreaterThan(0);
    expect(mail?.subject).toContain(`รอดำเนินการ ${waiting} เรื่อง`);
    await house.db.owner.query("select graphile_worker.add_job('notices.send-digest', $1::json)", [JSON.stringify({ personId: id('head.kpr'), day: '2020-11-05' })]);
    await house.runJobs();
    expect(await digests('head.kpr')).toHaveLength(1);
  });

  test('tells news once: the next day’s has only what is new since', async () => {
    await house.moveTo('2020-11-06T10:00:00+07:00');
    await house.runJobs();
    expect((await digests('head.kpr')).at(-1)?.body ?? '').not.toContain('ข่าวสำหรับสรุป');
  });

  test('is not sent where nothing waits, on days off, to who wants none, or to who has left', async () => {
    const quietOne = 'auditor';
    await house.moveTo('2020-11-06T23:30:00+07:00');
    const { rows } = await house.db.owner.query('select sent from platform.notification_digest where person_id = $1', [id(quietOne)]);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => !row.sent)).toBe(true);
    expect(await digests(quietOne)).toEqual([]);
    await house.db.owner.query('delete from platform.mail');
    await house.moveTo('2020-11-07T12:00:00+07:00');
    await house.runJobs();
    expect(await digests()).toEqual([]);
    const none = await house.as('head.kpr');
    await none.post('/account/notifications', fields({ digest: 'none' }));
    await house.db.owner.query("update organisation.person set left_on = '2020-11-06', left_reason = 'retired' where id = $1", [id('minutes.kpr')]);
    await house.moveTo('2020-11-09T12:00:00+07:00');
    await house.runJobs();
    expect((await digests()).length).toBeGreaterThan(0);
    expect([...(await digests('head.kpr')), ...(await digests('minutes.kpr'))]).toEqual([]);
  });

  test('speaks the person’s language', async () => {
    const client = await house.as('deputy');
    await client.post('/account/screen', { language: 'en', theme: 'system' });
    await house.moveTo('2020-11-09T20:00:00+07:00');
    await tell('deputy', 'ข่าว', gathered);
    await house.runJobs();
    await house.moveTo('2020-11-10T08:30:00+07:00');
    await house.runJobs();
    const [mail] = (await digests('deputy')).slice(-1);
    expect(mail?.subject).toMatch(/^Your work, 10 Nov 2020: .*1 new/);
    expect(mail?.body).toContain('ข่าว (en)');
    expect(mail?.html).toContain('<html lang="en">');
  });
});
