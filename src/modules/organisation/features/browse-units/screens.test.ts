import { expect, test } from 'vitest';
import { useApp } from '../../../../../tests/support/app.ts';

const house = useApp();

async function idOf(sqlText: string): Promise<number> {
  return (await house.db.owner.query<{ id: number }>(sqlText)).rows[0]!.id;
}

const unitId = (abbreviation: string) => idOf(`select unit_id as id from organisation.unit_abbreviation where text = '${abbreviation}' and kind = 'preferred'`);

test('everybody signed in sees units, people, committees and the calendar; nobody else does', async () => {
  const officer = await house.as('officer.snp');
  const kpr = await unitId('กพร.');
  const committee = await idOf('select id from organisation.committee');
  const acting = await idOf('select id from organisation.acting limit 1');
  const person = await idOf(`select person_id as id from organisation.account where login = 'head.kpr'`);
  const seat = await idOf(`select id from organisation.position where abbreviation = 'ผอ.กพร.'`);
  const pages = { '/units': 'สำนักข่าว', [`/units/${kpr}`]: 'นร ๐๒๒๓', '/people': 'บุคลากร', [`/people/${person}`]: 'นางดวงหทัย รัตนโยธิน', '/positions': 'ผู้ครองตำแหน่ง', [`/positions/${seat}`]: 'ผอ.กพร.', '/acting': 'รักษาราชการแทน', [`/acting/${acting}`]: 'หลักฐานการทำหน้าที่แทน', '/committees': '๑๓๕๓/๒๕๖๓', [`/committees/${committee}`]: 'ไม่น้อยกว่ากึ่งหนึ่ง', '/office-calendar?year=2564': 'วันสงกรานต์' };
  for (const [url, words] of Object.entries(pages)) {
    const page = await officer.get(url);
    expect(page.statusCode, url).toBe(200);
    expect(page.body, url).toContain(words);
    expect((await house.anybody().get(url)).statusCode, url).toBe(303);
  }
});

test('screens in English hold no Thai headings', async () => {
  const officer = await house.as('clerk.slk');
  officer.cookies['krom_lang'] = 'en';
  for (const [url, heading] of Object.entries({ '/units': 'Units', '/people': 'People', '/acting': 'Acting', '/committees': 'Committees and working groups', '/office-calendar': 'Office calendar', '/account': 'My account' })) {
    expect((await officer.get(url)).body, url).toMatch(new RegExp(`<h1[^>]*>${heading}</h1>`));
  }
});

test('editing is for those who keep the organisation, rights for system administrators, the table for auditors too', async () => {
  const officer = await house.as('officer.snp');
  const auditor = await house.as('auditor');
  const admin = await house.as('admin');
  const kpr = await unitId('กพร.');
  const person = await idOf(`select person_id as id from organisation.account where login = 'head.kpr'`);
  const committee = await idOf('select id from organisation.committee');
  for (const url of ['/units/new', `/units/${kpr}/edit`, '/people/new', `/people/${person}/edit`, `/people/${person}/move`, `/people/${person}/leave`, `/people/${person}/account`, '/positions/new', '/acting/new', '/committees/new', `/committees/${committee}/edit`, '/roles', '/roles/new', '/roles/permissions']) {
    expect((await officer.get(url)).statusCode, url).toBe(403);
    expect((await admin.get(url)).statusCode, url).toBe(200);
  }
  expect((await auditor.get('/roles')).statusCode).toBe(200);
  expect((await auditor.get('/roles/permissions')).statusCode).toBe(200);
  expect((await auditor.get('/roles/new')).statusCode).toBe(403);
  expect((await auditor.post('/roles/new', { role: 'auditor' })).statusCode).toBe(403);
});

test('a search finds a unit by an older abbreviation, in any place that searches', async () => {
  const officer = await house.as('officer.snp');
  expect((await officer.get(`/units?q=${encodeURIComponent('สนช.')}`)).body).toContain('สำนักข่าว');
  expect((await officer.get(`/units?q=${encodeURIComponent('ไม่มีหน่วยนี้')}`)).body).toContain('ไม่พบหน่วยงานที่ค้น');
  expect((await officer.get(`/search?q=${encodeURIComponent('สพต.')}`)).body).toContain('สำนักการประชาสัมพันธ์ต่างประเทศ');
  expect((await officer.get(`/search?q=${encodeURIComponent('ดวงหทัย')}`)).body).toMatch(/href="\/people\/\d+"[^>]*>นาง<mark>ดวงหทัย<\/mark> รัตนโยธิน/);
});

test('the list of people pages by key and filters by unit', async () => {
  const officer = await house.as('officer.snp');
  const first = await officer.get('/people');
  const next = /href="(\/people\?[^"]*after=\d+)"/.exec(first.body.replaceAll('&amp;', '&'))?.[1];
  expect(next).toBeDefined();
  const second = await officer.get(next!);
  const names = (body: string) => [...body.matchAll(/<a href="\/people\/(\d+)"/g)].map((match) => match[1]);
  expect(names(first.body)).toHaveLength(50);
  expect(names(second.body).filter((id) => names(first.body).includes(id))).toEqual([]);
  const kpr = await officer.get(`/people?unit=${await unitId('กพร.')}`);
  expect(names(kpr.body).length).toBeGreaterThan(6);
  expect(names(kpr.body).length).toBeLessThan(50);
});

test('bad addresses are 404, never 500', async () => {
  const officer = await house.as('officer.snp');
  for (const url of ['/units/0', '/units/abc', '/units/99999999999', '/people/-1', '/committees/999999', '/acting/1e9', '/positions/๑']) {
    expect((await officer.get(url)).statusCode, url).toBe(404);
  }
  for (const url of ['/people?after=abc&unit=x&who=robot', '/office-calendar?year=99999', '/acting?when=never&before=x', `/units?q=${'ก'.repeat(500)}`]) {
    expect((await officer.get(url)).statusCode, url).toBe(200);
  }
});

test('the list of positions pages by key, finds by words, and is exported whole; people too', async () => {
  const officer = await house.as('officer.snp');
  const seats = (body: string) => [...body.matchAll(/<a href="\/positions\/(\d+)"/g)].map((match) => match[1]);
  const seen: (string | undefined)[] = [];
  for (let address: string | undefined = '/positions'; address; ) {
    const { body } = await officer.get(address);
    seen.push(...seats(body));
    address = /href="(\/positions\?[^"]*after=\d+)"/.exec(body.replaceAll('&amp;', '&'))?.[1];
  }
  // Two lines of heads: words and codes.
  const lines = (body: string) => body.trimEnd().split('\r\n').length - 2;
  expect(seen.length).toBeGreaterThan(200);
  expect(new Set(seen).size).toBe(seen.length);
  expect(lines((await officer.get('/positions.csv')).body)).toBe(seen.length);
  expect((await officer.get(`/positions?q=${encodeURIComponent('ดวงหทัย')}`)).body).toContain('ผู้อำนวยการกลุ่มพัฒนาระบบบริหาร');
  expect(seats((await officer.get('/positions?q=%25%25')).body)).toEqual([]);
  expect(lines((await officer.get('/people.csv')).body)).toBeGreaterThan(250);
});

test('a page that is not there keeps the ways about for those who work here, and only for them', async () => {
  const officer = await house.as('officer.snp');
  const [known, stranger] = [await officer.get('/nowhere'), await house.anybody().get('/nowhere')];
  expect([known.statusCode, stranger.statusCode]).toEqual([404, 404]);
  expect(known.body).toContain('id="nav"');
  expect(known.body).toContain('action="/search"');
  expect(stranger.body).not.toContain('id="nav"');
});
