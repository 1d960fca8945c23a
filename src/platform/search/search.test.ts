import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/db.ts';
import { testServices } from '../../../tests/support/services.ts';
import { logAccess } from '../access/access-log.ts';
import { publicActor, systemActor, type Actor } from '../access/actor.ts';
import { fold, gramsAsked, gramsOf } from './fold.ts';
import { highlight, snippet, type TextPart } from './highlight.ts';
import { indexDocument, indexDocuments, removeDocument, setSearchReaders } from './index-document.ts';
import { search, type SearchOptions } from './search.ts';
import { everyoneSignedIn, type SearchDocument, type SearchSource } from './search-source.ts';

const db = useDatabase();
const person = (id: number, ...more: number[]): Actor => ({ ...publicActor, kind: 'person', id, name: `คน ${id}`, principals: [id, ...more] });
const reader = person(900, 31);
const system = systemActor('test');
const hidden = new Set<number>();
const source = (type: string): SearchSource => ({
  type,
  label: { th: type, en: type },
  readable: async (_tx, ids) => new Set(ids.filter((id) => !hidden.has(id))),
});
const sources = [source('letter'), source('minutes')];
const ask = (text: string, options: Partial<SearchOptions> = {}, actor: Actor = reader) =>
  db.database.read(actor, (tx) => search(tx, sources, text, { limit: 20, ...options }));
const ids = async (text: string, options?: Partial<SearchOptions>, actor?: Actor) => (await ask(text, options, actor)).hits.map((hit) => hit.id);
const sought = (...texts: string[]) => texts.map((text) => ({ text: fold(text) }));
const marked = (parts: readonly TextPart[]) => parts.map((part) => (part.hit ? `[${part.text}]` : part.text)).join('');

const letter = (id: number, title: string, body: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  type: 'letter', id, title, body, href: `/letters/${id}`, date: '2026-01-05', readers: [31], ...more,
});

beforeAll(async () => {
  await db.database.write(system, (tx) =>
    indexDocuments(tx, [
      letter(1, 'ขอเชิญประชุมตัวชี้วัด ครั้งที่ ๑/๒๕๖๔', 'สำนักงาน ก.พ.ร. แจ้งให้ส่วนราชการดำเนินการภายในวันที่ ๓๑ มกราคม พ.ศ. ๒๕๖๔ จำนวน ๕๐๓ รายการ', { reference: 'นร ๐๕๐๕.๑/ว ๑๒' }),
      letter(2, 'รายงานการใช้น้ำประปา', 'กองคลังขอรายงานการใช้น้ํา และไฟฟ้า กพร. รับทราบ งบประมาณ 1,250 บาท', { reference: 'กค 0503/12', date: '2026-02-01' }),
      letter(3, 'หนังสือเวียน COVID-19', 'มาตรการ Work From Home ของกรมประชาสัมพันธ์ ต่าง ๆ', { date: undefined }),
      letter(4, 'เรื่องลับ', 'คำค้นพิเศษ ตัวชี้วัด', { readers: [777] }),
      letter(5, 'ประกาศถึงทุกคน', 'คำค้นพิเศษ ประชุม', { readers: [everyoneSignedIn], date: '2025-12-31' }),
      { ...letter(6, 'รายงานการประชุม', 'ที่ประชุมมีมติเห็นชอบตัวชี้วัดของทุกกอง'), type: 'minutes', date: '2026-03-01' },
    ]));
});

describe('finding', () => {
  test.each<[string, string, number[]]>([
    ['a Thai word inside others', 'ประชุม', [6, 1, 5]],
    ['a piece that is no word', 'ะชุมตั', [1]],
    ['a piece that ends inside a cluster', 'ประช', [1, 3, 5, 6]],
    ['two characters', 'น้ำ', [2]],
    ['a word that was stored with other code points', 'น้ํา', [2]],
    ['Arabic digits written in Thai ones', '503', [1, 2]],
    ['Thai digits written in Arabic ones', '๐๕๐๓', [2]],
    ['an abbreviation with dots', 'ก.พ.ร.', [2, 1]],
    ['an abbreviation without', 'กพร', [2, 1]],
    ['an abbreviation glued to its neighbour, which has other names too', 'สำนักงานกพร', [1, 2]],
    ['a year with its era', 'พ.ศ.2564', [1]],
    ['a number with spaces', 'นร 0505.1/ว 12', [1]],
    ['Latin in any case', 'covid', [3]],
    ['several words in any order', 'ตัวชี้วัด ขอเชิญ', [1]],
    ['a repeated word with and without its sign', 'ต่างๆ', [3]],
    ['a number with thousands', '1250', [2]],
    ['a word and a single digit', 'วันที่ 3', [1]],
  ])('%s: %s', async (_what, text, expected) => {
    expect(new Set(await ids(text))).toEqual(new Set(expected));
  });

  test('what does not stand there is not found, however its pairs match', async () => {
    await db.database.write(system, (tx) => indexDocument(tx, letter(60, 'รหัส', 'abcabd')));
    expect([await ids('bcab'), await ids('cabc')]).toEqual([[60], []]);
    expect((await ask('ชุมประ')).wider).toBe(true);
    expect(await ids('ไม่มีคำนี้เลย')).toEqual([]);
    expect(await ids("100% _' \\ --")).toEqual([]);
  });

  test('every piece of two characters or more of a text finds it', async () => {
    const text = fold('สำนักงาน ก.พ.ร. แจ้งให้ส่วนราชการดำเนินการ');
    const pieces: string[] = [];
    for (let at = 0; at + 1 < text.length; at += 1) for (const length of [2, 3, 5, 9]) if (at + length <= text.length) pieces.push(text.slice(at, at + length));
    const document = new Set(gramsOf(text));
    for (const piece of pieces) for (const gram of gramsAsked(fold(piece))) expect([piece, document.has(gram)]).toEqual([piece, true]);
    for (const piece of pieces.filter((one, index) => index % 9 === 0 && gramsAsked(fold(one)).length > 0)) {
      expect([piece, await ids(piece)]).toEqual([piece, expect.arrayContaining([1])]);
    }
  });

  test('numbers first, then titles, then bodies; newest first within', async () => {
    const { hits } = await ask('12');
    expect(hits.map((hit) => [hit.id, hit.foundIn])).toEqual([[2, 'reference'], [1, 'reference']]);
    expect((await ask('กค ๐๕๐๓/๑๒')).hits[0]).toMatchObject({ id: 2, foundIn: 'reference' });
    expect((await ask('ประชุม')).hits.map((hit) => hit.foundIn)).toEqual(['title', 'title', 'body']);
  });

  test('words that stand nowhere together are looked for one by one, and that is said', async () => {
    const page = await ask('ประชุมมกราคม');
    expect(page).toMatchObject({ wider: true, hits: [{ id: 1 }] });
    expect((await ask('ประชุม')).wider).toBe(false);
  });

  test('a single character is too little to look for', async () => {
    expect(await ask('ก')).toMatchObject({ tooShort: true, hits: [] });
    expect(await ask('  ')).toMatchObject({ tooShort: false, hits: [] });
  });
});

describe('who may', () => {
  test('nobody finds what is not theirs, in any way', async () => {
    expect(await ids('คำค้นพิเศษ')).toEqual([5]);
    expect(await ids('คำค้นพิเศษ', {}, person(777))).toEqual([4, 5]);
    expect(await ids('คำค้นพิเศษ', {}, person(1000))).toEqual([5]);
    expect(await ids('คำค้นพิเศษ', {}, publicActor)).toEqual([]);
    expect(await ids('คำค้นพิเศษ', {}, system)).toEqual([4, 5]);
    for (const text of ['select * from platform.search_document', 'insert into platform.search_document default values']) {
      await expect(db.database.write(system, (tx) => sql.raw(text).execute(tx.db))).rejects.toMatchObject({ code: '42501' });
    }
  });

  test('a hit that its module would no longer show is left out and not counted', async () => {
    hidden.add(6);
    expect(await ask('ประชุม')).toMatchObject({ total: 2, hits: [{ id: 1 }, { id: 5 }] });
    hidden.clear();
  });

  test('a document follows its changes: text, readers, removal', async () => {
    await db.database.write(system, (tx) => indexDocument(tx, letter(50, 'ร่างคำสั่ง', 'ฉบับแรก')));
    expect(await ids('ฉบับแรก')).toEqual([50]);
    await db.database.write(system, (tx) => indexDocument(tx, letter(50, 'ร่างคำสั่ง', 'ฉบับสอง')));
    expect([await ids('ฉบับแรก'), await ids('ฉบับสอง')]).toEqual([[], [50]]);
    await db.database.write(system, (tx) => setSearchReaders(tx, 'letter', [50], [777]));
    expect([await ids('ฉบับสอง'), await ids('ฉบับสอง', {}, person(777))]).toEqual([[], [50]]);
    await db.database.write(system, (tx) => removeDocument(tx, 'letter', 50));
    expect(await ids('ฉบับสอง', {}, person(777))).toEqual([]);
  });
});

describe('pages and filters', () => {
  test('by type and day', async () => {
    expect(await ids('ประชุม', { types: ['minutes'] })).toEqual([6]);
    expect(await ids('ประชุม', { from: '2026-01-01', to: '2026-01-31' })).toEqual([1]);
  });

  test('what the actor has opened is left out where only the unread is asked for; kinds without a log as well', async () => {
    const logged = [{ ...source('letter'), openingLogged: true }, source('minutes')];
    const unread = (actor: Actor, more: Partial<SearchOptions> = {}) => db.database.read(actor, async (tx) => (await search(tx, logged, 'ประชุม', { limit: 20, unread: true, ...more })).hits.map((hit) => hit.id));
    const services = testServices(db, '/nowhere');
    expect(await unread(reader)).toEqual([1, 5]);
    await logAccess(services, person(901, 31), { type: 'letter', id: 1 }, null);
    expect(await unread(reader)).toEqual([1, 5]);
    await logAccess(services, reader, { type: 'letter', id: 1 }, null);
    await logAccess(services, reader, { type: 'minutes', id: 5 }, null);
    expect([await unread(reader), await unread(person(901, 31)), await unread(reader, { types: ['minutes'] })]).toEqual([[5], [5], []]);
  });

  test('paging by key shows each hit once', async () => {
    await db.database.write(system, (tx) =>
      indexDocuments(tx, Array.from({ length: 45 }, (_, n) => letter(100 + n, n % 2 ? 'บันทึกหลายหน้า' : 'อื่น', 'บันทึกหลายหน้า', { date: n % 3 ? `2026-01-${String(1 + (n % 28)).padStart(2, '0')}` : undefined }))));
    const seen: number[] = [];
    let after: string | undefined;
    do {
      const page = await ask('หลายหน้า', { limit: 10, after });
      expect(page.total).toBe(45);
      seen.push(...page.hits.map((hit) => hit.id));
      after = page.next;
    } while (after);
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
    expect(await ids('หลายหน้า', { limit: 3, after: 'broken' })).toEqual(seen.slice(0, 3));
  });
});

describe('what is shown', () => {
  test('the words as written are set off, whatever the question looked like', () => {
    expect(marked(highlight('สำนักงาน ก.พ.ร. พ.ศ. ๒๕๖๔', sought('กพร', '2564')))).toBe('สำนักงาน [ก.พ.ร.] พ.ศ. [๒๕๖๔]');
    expect(marked(highlight('Covid-19 COVID', sought('covid')))).toBe('[Covid]-19 [COVID]');
    expect(marked(highlight('ไม่มี', sought('xx')))).toBe('ไม่มี');
  });

  test('a long body is cut around the first occurrence, never between a letter and its mark', () => {
    const long = `${'ที่นี่ '.repeat(100)}คำสำคัญ${' ที่นั่น'.repeat(100)}`;
    const parts = snippet(long, sought('คำสำคัญ'), 60);
    const text = parts.map((part) => part.text).join('');
    expect(marked(parts)).toContain('[คำสำคัญ]');
    expect(text.startsWith('…') && text.endsWith('…')).toBe(true);
    expect(text.slice(1)).not.toMatch(/^[\p{M}\u0e32\u0e33]/u);
    expect(text.length).toBeLessThan(90);
    expect(marked(snippet('สั้น', sought('ไม่มี')))).toBe('สั้น');
  });

  test('a hit carries its title and snippet with the words set off', async () => {
    const { hits } = await ask('น้ำ');
    expect(marked(hits[0]!.title)).toBe('รายงานการใช้[น้ำ]ประปา');
    expect(marked(hits[0]!.snippet)).toContain('การใช้[น้ำ] และไฟฟ้า');
  });
});
