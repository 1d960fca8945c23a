/**
 * Every page of the house, in the state in which it has something to show, looked at as people look at it: light on a desk, dark on a phone.
 * No rule of WCAG A or AA is broken, no page is wider than its window, and the browser complains about nothing.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '../../src/modules.ts';
import { routesOf } from '../../src/platform/http/boot-checks.ts';
import { noBrowser, type Desk, useBrowser } from '../support/browser.ts';
import { demoAddresses } from '../support/demo-records.ts';
import { useLive } from '../support/live.ts';
import { desktop, faultsOf, phone } from '../support/page-check.ts';
import { answerAsActing, checkAndSign, circulate, decide, finishATask, letTheDeadlinePass, openMeeting, proposeOn } from './minutes-steps.ts';

/** Pages of records that come to be in a journey of their own, with the test that opens them. */
const lookedAtElsewhere: Readonly<Record<string, string>> = {
  '/account/security/passkeys/:id': 'passkeys.browser.test.ts, with the same look at faults',
  '/account/security/providers/:id': 'link-identity.test.ts',
  '/import/:id': 'import-table.test.ts',
  '/signing/remote/:id': 'sign-remotely.browser.test.ts',
  '/register/imports/:id': 'register-import.test.ts',
  '/letters/:id/committee': 'orders.http.test.ts: the demo has no order',
  '/letters/:id/committee/:committee': 'orders.http.test.ts: the demo has no order',
  '/adoption/training/imports/:id': 'adoption.test.ts',
  '/performance/:year/collect/:round/imports/:import': 'collecting.test.ts',
  '/performance/:year/forms/imports/:id': 'import-forms.test.ts',
  '/performance/pmqa/:year/assess': 'pmqa.http.test.ts: for assessors alone',
  '/performance/pmqa/:year/assess/:item': 'pmqa.http.test.ts: for assessors alone, once it is submitted',
  '/performance/pmqa/editions/imports/:id': 'editions.http.test.ts',
  '/system/search-words/:id': 'search-words.test.ts',
  '/system/search-words/file/:id': 'search-words.test.ts',
};

type Address = readonly [pattern: string, address: string];

describe.skipIf(noBrowser)('every page', () => {
  const house = useLive();
  const browser = useBrowser();
  const seen = new Set<string>();
  const patterns = routesOf(modules).filter((route) => route.type === 'page').map((route) => route.path);
  let desk: Desk;
  /** A second window of the same person, with cookies of its own: one that shared them would lie behind, and be drawn once a second. */
  let second: Desk;

  beforeAll(async () => {
    if (noBrowser) return;
    desk = await browser.open(house.origin);
    second = await browser.open(house.origin);
  });
  afterAll(async () => {
    await desk?.close();
    await second?.close();
  });

  /** Faults of an address in both looks; none where the person signed in may not go. */
  async function look(window: Desk, [pattern, address]: Address): Promise<string[]> {
    const asked = await window.context.request.get(address, { maxRedirects: 0 });
    if (asked.status() !== 200) return [];
    seen.add(pattern);
    if (window.address !== address) await window.go(address);
    const found: string[] = [];
    for (const view of [desktop, phone]) for (const fault of await faultsOf(window.page, view)) found.push(`${address} ${fault}`);
    await window.page.setViewportSize(desktop);
    return found;
  }

  /** Both windows are of the same person; steps after the walk are taken in one. */
  let together = false;

  async function lookAll(...addresses: readonly Address[]): Promise<void> {
    const found: string[] = [];
    const waiting = addresses.slice(0, -1);
    const walk = async (window: Desk) => {
      for (let next = waiting.shift(); next; next = waiting.shift()) found.push(...await look(window, next));
    };
    await Promise.all([...(together ? [walk(second)] : []), walk(desk)]);
    // The first window ends at the last address: steps go on from there.
    waiting.push(...addresses.slice(-1));
    await walk(desk);
    expect(found).toEqual([]);
    expect([...desk.complaints.splice(0), ...second.complaints.splice(0)]).toEqual([]);
  }

  const one = async (query: string): Promise<string> => String(Object.values((await house.owner.query<Record<string, unknown>>(query)).rows[0] ?? {})[0]);

  it.each(['head.kpr', 'admin', 'clerk.kpr', 'auditor', 'nobody'])('as %s', { timeout: 480_000 }, async (who) => {
    for (const window of [desk, second]) {
      if (who === 'nobody') await window.context.clearCookies();
      else await window.signIn(who);
    }
    together = true;
    const openPoint = await one("select id from meetings.open_point where state = 'open' order by id limit 1");
    const special: Record<string, string> = {
      // Long lists are looked at in a part: rows of one kind are alike.
      '/register/print': '/register/print?q=502',
      '/void-numbers/print': '/void-numbers/print?book=order',
      '/positions': `/positions?unit=${await one("select unit_id from organisation.unit_abbreviation where text = 'กพร.' and kind = 'preferred'")}`,
      '/open-points/:point/carry': `/open-points/${openPoint}/carry`,
      '/open-points/:point/close': `/open-points/${openPoint}/close`,
      // The invitation of head.kpr that waits for a reply.
      '/meetings/:id/reply/:invitation': await one("select '/meetings/' || m.id || '/reply/' || i.id from meetings.invitation i join meetings.meeting m on m.id = i.meeting_id join organisation.account a on a.person_id = i.person_id where m.state = 'invited' and a.login = 'head.kpr'"),
      '/measures/:name': `/measures/${encodeURIComponent(modules.flatMap((module) => module.measures ?? [])[0]?.name ?? '')}`,
      '/acting/:id': `/acting/${await one('select id from organisation.acting order by id limit 1')}`,
    };
    await house.owner.query("insert into organisation.identity_provider (label_th, label_en, issuer, client_id, client_secret, authentication, scopes, match_by, match_claim) select 'ผู้ให้บริการตัวอย่าง', 'Example provider', 'https://id.example', 'krom', 'x', 'client_secret_basic', '{openid}', 'email', 'email' where not exists (select from organisation.identity_provider)");
    special['/system/sign-in-providers/:id'] = `/system/sign-in-providers/${await one('select min(id) from organisation.identity_provider')}`;
    const fill = await demoAddresses(house.owner);
    await lookAll(...patterns.filter((pattern) => !seen.has(pattern)).map((pattern) => [pattern, special[pattern] ?? fill(pattern).path] as const));
    together = false;
  });

  it('of a letter on its way, and of a form that was refused', { timeout: 240_000 }, async () => {
    await desk.signIn('head.kpr');
    await desk.go('/drafts/new?form=circular');
    await desk.press('บันทึกและตรวจก่อนออก');
    await desk.see('กรุณา');
    await lookAll(['/drafts/new', desk.address]);
    await desk.fill('เรื่อง', 'หนังสือเวียนสำหรับการทดสอบ');
    await desk.fill('ข้อความ', 'จึงเรียนมาเพื่อโปรดทราบ');
    await desk.press('บันทึกและตรวจก่อนออก');
    await desk.see('ตรวจก่อนออกเลข', 'ยังไม่ได้เลือกผู้รับ');
    await lookAll(['/drafts/:id/check', desk.address], ['/drafts/:id', desk.address.replace('/check', '')], ['/drafts/:id/together', desk.address.replace('/check', '/together')]);
    await house.owner.query(`insert into correspondence.register_entry (owner_unit_id, book, year, number, reference, letter_date, from_text, to_text, subject, subject_type,
        registered_at, registered_by, registered_by_name, state, reserve_reason, reserved_until)
      select unit_id, 'order', 2563, 9001, '9001/2563', '2020-11-09', 'กพร.', '', '', 'correspondence.reservation', now(), 1, 'เจ้าหน้าที่', 'reserved', 'รอผู้บริหารลงนาม', '2099-01-01'
      from organisation.unit_abbreviation where text = 'กพร.' and kind = 'preferred'`);
    await lookAll(['/reserved-numbers/:id', `/reserved-numbers/${await one("select id from correspondence.register_entry where state = 'reserved' order by id desc limit 1")}`]);
    await desk.context.clearCookies();
    await desk.go('/forgotten-password');
    await desk.fill('ชื่อผู้ใช้หรืออีเมล', 'clerk.snk');
    await desk.press('ส่งลิงก์');
    const text = await one("select body from platform.mail order by created_at desc limit 1");
    await lookAll(['/reset-password/:token', /\/reset-password\/[\w-]+/.exec(text)?.[0] ?? '']);
  });

  it('of minutes on their way', { timeout: 480_000 }, async () => {
    const meeting = await one("select id from meetings.meeting where state = 'held' and title like 'การกำหนดตัวชี้วัด%'");
    const coming = await one("select id from meetings.meeting where state = 'invited' order by id limit 1");
    const at = (rest: string): Address => [`/meetings/:id${rest}`, `/meetings/${meeting}${rest}`];
    const next = (rest: string): Address => [`/meetings/:id${rest}`, `/meetings/${coming}${rest}`];
    await desk.signIn('minutes.kpr');
    await desk.go(`/meetings/${meeting}/minutes/edit`);
    await desk.press(/ระบบสารบรรณอิเล็กทรอนิกส์/);
    await lookAll(['/meetings/:id/minutes/items/:item', desk.address], at(''), at('/minutes'), at('/minutes/check'), at('/minutes/edit'), at('/minutes/sign'), at('/attendance'));
    await lookAll(...['', '/edit', '/agenda', '/guests', '/invite', '/postpone', '/cancel'].map(next));
    await checkAndSign(desk);
    await lookAll(at('/circulate'), at('/certify-in-meeting'));
    await circulate(desk);
    await lookAll(at('/circulation/recall'), at('/suggestions'), at('/circulation'));
    await desk.press('บันทึกแบบตอบรับกระดาษ');
    await lookAll(['/meetings/:id/circulation/paper/:answer', desk.address]);

    await desk.signIn('head.ssc');
    await openMeeting(desk);
    await desk.press('ตอบการรับรอง');
    await lookAll(['/meetings/:id/certify/:answer', desk.address], at('/certify'));
    await desk.press('วาระที่ 3 เรื่องเพื่อพิจารณา');
    await proposeOn(desk, 'เห็นควรให้แยกคลังข้อมูลข่าวสาร', (text) => text.replace('ให้แยก', 'ให้แยกระบบ'), 'ของกรม');
    await lookAll(['/meetings/:id/certify/:answer', desk.address]);
    await desk.press('ส่งให้เจ้าหน้าที่พิจารณา');
    await lookAll(['/meetings/:id/certify/:answer/consult', desk.address]);
    await desk.page.getByRole('checkbox', { name: await one("select p.given || ' ' || p.family from organisation.person p join organisation.account a on a.person_id = p.id where a.login = 'clerk.ssc'") }).check();
    await desk.press('ส่งให้พิจารณา');
    await desk.go(`/meetings/${meeting}/certify`);
    await desk.field(/^รับรอง โดยมีการแก้ไข/).check();
    await desk.press('ลงนามและส่งคำตอบ');
    await lookAll(['/meetings/:id/certify/:answer/receipt', desk.address]);
    await desk.signIn('clerk.ssc');
    await lookAll(['/certify/consult/:consultation', `/certify/consult/${await one('select max(id) from meetings.consultation')}`]);

    await answerAsActing(desk);
    await letTheDeadlinePass(desk);
    await lookAll(at('/suggestions'), at('/circulation'));
    await decide(desk, 1);
    await lookAll(at(''), at('/difference'), at('/circulation'));
    await finishATask(desk);
    await lookAll(['/tasks/:id', desk.address]);
  });

  it('was looked at', () => {
    expect(patterns.filter((pattern) => !seen.has(pattern) && !(pattern in lookedAtElsewhere))).toEqual([]);
  });
});
