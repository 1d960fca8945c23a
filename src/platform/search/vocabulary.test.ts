// Names, years, keyboards, phrases and slips: every way in which a question may differ from what was written.
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/db.ts';
import { publicActor, systemActor, type Actor } from '../access/actor.ts';
import { fold } from './fold.ts';
import { indexDocuments } from './index-document.ts';
import { readQuestion } from './question.ts';
import { isAmongHits, related, search, type SearchOptions } from './search.ts';
import { type SearchDocument, type SearchSource } from './search-source.ts';
import { createVocabulary, type SearchNames } from './vocabulary.ts';

const db = useDatabase();
const reader: Actor = { ...publicActor, kind: 'person', id: 900, name: 'คน', principals: [900, 31] };
const hidden = new Set<number>();
const sources: SearchSource[] = [{ type: 'letter', label: { th: 'หนังสือ', en: 'Letters' }, readable: async (_tx, ids) => new Set(ids.filter((id) => !hidden.has(id))) }];
const names: SearchNames[] = [{ names: async () => [['กลุ่มพัฒนาระบบบริหาร', 'กพร.']] }];
const ask = (text: string, options: Partial<SearchOptions> = {}, actor = reader) => db.database.read(actor, (tx) => search(tx, sources, text, { limit: 50, names, ...options }));
const ids = async (text: string, options?: Partial<SearchOptions>) => (await ask(text, options)).hits.map((hit) => hit.id).sort((a, b) => a - b);
const why = async (text: string, id: number) => (await ask(text)).hits.find((hit) => hit.id === id)?.why.map((one) => one.th);
const letter = (id: number, title: string, body: string, more: Partial<SearchDocument> = {}): SearchDocument => ({ type: 'letter', id, title, body, href: `/letters/${id}`, date: '2026-01-05', readers: [31], ...more });

beforeAll(async () => {
  await db.database.write(systemActor('test'), (tx) =>
    indexDocuments(tx, [
      letter(1, 'แผนดิจิตอลของกรม', 'จัดทำแผนปี พ.ศ. ๒๕๖๔ ร่วมกับกลุ่มพัฒนาระบบบริหาร', { unitId: 31 }),
      letter(2, 'นโยบายดิจิทัล', 'รายงานปี ค.ศ. 2021 ของ กพร.', { date: '2025-03-01' }),
      letter(3, 'สวัสดีปีใหม่', 'คำอวยพรแก่ข้าราชการ COVID-19', { readers: [900] }),
      letter(4, 'ขออนุญาติใช้ห้องประชุม', 'ประชุมคณะทำงาน ณ กรุงเทพฯ', { readers: [777] }),
      letter(5, 'รายงานการประชุมครั้งก่อน', 'มติที่ประชุมรับรองรายงาน การประชุม แล้ว', { readers: [31] }),
      letter(6, 'สามารถใช้รถได้', 'ใช้รถราชการตามระเบียบ'),
      letter(7, 'ความสามารถของบุคลากร', 'อบรมบุคลากรให้สามารถปฏิบัติงาน', { date: '2026-06-01' }),
    ]));
});

describe('names and spellings', () => {
  test('each finds the other, and the reason is told', async () => {
    expect(await ids('ดิจิทัล')).toEqual([1, 2]);
    expect(await ids('แผน ดิจิทัล')).toEqual([1]);
    expect(await why('ดิจิทัล', 1)).toEqual(['อยู่ในชื่อเรื่อง', 'คำที่ใช้แทนกัน: ดิจิทัล → ดิจิตอล']);
    expect(await why('ดิจิทัล', 2)).toEqual(['อยู่ในชื่อเรื่อง']);
  });
  test('inside a longer word only long names, never a short abbreviation', async () => {
    expect(await ids('แผนดิจิทัลของกรม')).toEqual([1]);
    const vocabulary = createVocabulary([], [['กค.', 'กองคลัง']]);
    expect(readQuestion('บุคกคน', vocabulary)?.terms[0]?.alternatives.map((one) => one.text)).toEqual(['บุคกคน']);
  });
  test('units are found by the names that their module gives', async () => {
    expect(await ids('กพร')).toEqual([1, 2]);
    expect(await ids('กลุ่ม พัฒนาระบบบริหาร')).toEqual([1, 2]);
    expect(await ids('กพร', { names: [], asTyped: true })).toEqual([2]);
  });
  test('a year in the other era, with its mark and without', async () => {
    expect(await ids('2564')).toEqual([1, 2]);
    expect(await ids('ค.ศ. ๒๐๒๑')).toEqual([1, 2]);
    expect(await ids('พ.ศ.2564')).toEqual([1, 2]);
    expect(await why('2564', 2)).toEqual(['อยู่ในเนื้อหา', 'ปีเดียวกัน: 2564 = 2021']);
    expect(await ids('2564', { asTyped: true })).toEqual([1]);
  });
});

describe('the other keyboard', () => {
  test('what is found nowhere as typed is read as the same keys of the other layout', async () => {
    expect(await ask('l;ylfu')).toMatchObject({ mode: 'keyboard', readAs: 'สวัสดี', hits: [{ id: 3 }] });
    expect(await ask('แนอรก')).toMatchObject({ mode: 'keyboard', readAs: 'covid', hits: [{ id: 3 }] });
    expect(await why('l;ylfu', 3)).toEqual(['อยู่ในชื่อเรื่อง', 'แก้แป้นพิมพ์จาก “l;ylfu”']);
  });
  test('as typed it finds nothing, and what is found as typed is not turned', async () => {
    expect(await ask('l;ylfu', { asTyped: true })).toMatchObject({ hits: [], mode: 'exact' });
    expect(await ask('covid')).toMatchObject({ mode: 'exact', hits: [{ id: 3 }] });
  });
});

describe('phrases', () => {
  test('stand as they are, or are not found', async () => {
    expect(await ids('"รับรองรายงานการประชุม"')).toEqual([5]);
    expect(await ids('“การประชุมรับรอง”')).toEqual([]);
    expect(await ids('"ดิจิทัล"')).toEqual([2]);
    expect((await ask('"รายงานประชุม"')).mode).toBe('exact');
    expect(await ids('"แผนปี" ดิจิทัล')).toEqual([1]);
    expect(await why('"รับรองรายงาน"', 5)).toEqual(['อยู่ในเนื้อหา', 'ตรงตามที่อยู่ในเครื่องหมายคำพูด']);
  });
  test('a mark that is never closed is no mark', async () => {
    expect(await ids('"ดิจิทัล')).toEqual([1, 2]);
  });
});

describe('order and slips', () => {
  test('a whole word comes before the same letters inside another, though the other is newer', async () => {
    expect((await ask('รถ')).hits.map((hit) => hit.id)).toEqual([6, 7]);
  });
  test('a slip with a tone is forgiven when nothing else is found, and told', async () => {
    const page = await ask('บุคลากร สามาร์ถ');
    expect(page).toMatchObject({ mode: 'spelling', hits: [{ id: 7 }] });
    expect(page.hits[0]?.title.some((part) => part.hit && part.text === 'สามารถ')).toBe(true);
    expect(await ids('บุคลากร สามาร์ถ', { asTyped: true })).toEqual([]);
  });
  test('names near to a wrong one are offered, of what everyone may know', async () => {
    expect((await ask('กลุ่มพัฒนะระบบบริหาน')).suggestions).toContain('กลุ่มพัฒนาระบบบริหาร');
    expect((await ask('ขออนุญาใต้ห้องปรชุม', {}, { ...reader, principals: [777] })).suggestions).not.toContain('ขออนุญาติใช้ห้องประชุม');
  });
});

describe('filters and counts', () => {
  test('by unit and by who is named', async () => {
    expect(await ids('ดิจิทัล', { unit: 31 })).toEqual([1]);
    expect(await ids('สวัสดี', { mine: true })).toEqual([3]);
    expect(await ids('ดิจิทัล', { mine: true })).toEqual([]);
  });
  test('more than can be looked through is told as more, and titles of all time come first', async () => {
    await db.database.write(systemActor('test'), (tx) =>
      indexDocuments(tx, [letter(999, 'คำที่พบบ่อย', 'เก่าที่สุด', { date: '2001-01-01' }), ...Array.from({ length: 800 }, (_, n) => letter(1_000 + n, 'เรื่อง', `คำที่พบบ่อย ${n}`))]));
    const page = await ask('พบบ่อย');
    expect([page.total, page.capped, page.hits[0]?.id]).toEqual([500, true, 999]);
    expect(await ask('พบบ่อย 777')).toMatchObject({ total: 1, capped: false });
    expect(await db.database.read(reader, (tx) => isAmongHits(tx, sources, 'พบบ่อย', { type: 'letter', id: 1_799 }))).toBe(true);
    expect(await db.database.read(reader, (tx) => isAmongHits(tx, sources, 'สวัสดี', { type: 'letter', id: 1_799 }))).toBe(false);
  });
  test('a document that waits for renewal is found all the same', async () => {
    await db.owner.query('create table before_renewal as select id, grams, words from platform.search_document where doc_id in (1, 6)');
    await db.owner.query('update platform.search_document set grams = null, words = null where doc_id in (1, 6)');
    expect(await ids('ดิจิทัล')).toEqual([1, 2]);
    expect((await ask('รถ')).hits.map((hit) => hit.id)).toContain(6);
    await db.owner.query(`update platform.search_document d set grams = w.grams, words = w.words from before_renewal w where w.id = d.id`);
  });
});

describe('records that are like one', () => {
  test('share its rare words, and only those that the actor may see are shown, to whoever may see the first', async () => {
    const matter = 'งานมหกรรมสื่อท้องถิ่นจังหวัดพะเยาประชาสัมพันธ์กาดนัดวิถีไทย';
    await db.database.write(systemActor('test'), (tx) => indexDocuments(tx, [letter(50, matter, matter), letter(51, `รายงาน${matter}`, matter), letter(52, `ลับ${matter}`, matter, { readers: [777] })]));
    await db.owner.query('analyze platform.search_document');
    const like = (id: number, actor = reader) => db.database.read(actor, async (tx) => (await related(tx, sources, { type: 'letter', id })).map((hit) => hit.id));
    expect(await like(50)).toEqual([51]);
    expect(await like(52)).toEqual([]);
    expect(await like(50, { ...reader, id: 5, principals: [5] })).toEqual([]);
    for (const gone of [50, 51]) {
      hidden.add(gone);
      expect(await like(50)).toEqual([]);
      hidden.clear();
    }
  });
});

test.each(['%', '_', "'; drop table x; --", '""', '"', '…', '  ', '/', '\u0000', '๏๏', 'ก', '\\', 'a%b_c', '{x,y}', '<script>', '🙂'])('bad input finds nothing and breaks nothing: %s', async (text) => {
  expect((await ask(text)).hits).toEqual([]);
});

test('a very long question is read as far as it can be', async () => {
  expect(await ids('ดิจิทัล '.repeat(500))).toEqual([1, 2]);
  expect((await ask('ก'.repeat(100_000))).hits).toEqual([]);
});

test('nobody but the house walks what waits for renewal', async () => {
  const { rows } = await db.database.read(reader, (tx) => sql`select * from platform.search_waiting(null, '[]', 0, 100)`.execute(tx.db));
  expect(rows).toEqual([]);
  for (const table of ['search_gram_count', 'search_word_count', 'search_document']) {
    await expect(db.database.read(reader, (tx) => sql.raw(`select * from platform.${table}`).execute(tx.db))).rejects.toMatchObject({ code: '42501' });
  }
});

test('a piece of a text folds to a piece of its fold, wherever it is cut between letters', () => {
  const text = 'ที่ นร ๐๕๐๕.๑/ว ๑๒ ลว. 3 พ.ย. 2563 สำนักงาน ก.พ.ร.จะใช้งบ 1,250,000 บาท (COVID-19) ต่าง ๆ ฯลฯ e-mail: a@b.go.th น้ำ';
  const letters = text.match(/[^][\p{M}\u0e33]*/gu) as string[];
  const whole = fold(text);
  for (let from = 0; from < letters.length; from += 1) {
    for (let to = from + 2; to <= Math.min(letters.length, from + 40); to += 1) expect([letters.slice(from, to).join(''), whole.includes(fold(letters.slice(from, to).join('')))]).toEqual([letters.slice(from, to).join(''), true]);
  }
});
