// The search page over HTTP, on the demo.
import { describe, expect, it } from 'vitest';
import { useApp } from '../../../tests/support/app.ts';

const test = useApp();
const at = (q: string, more = '') => `/search?q=${encodeURIComponent(q)}${more}`;
const hits = (body: string) => body.split('class="hit-title"').length - 1;

describe('the page', () => {
  it('tells why, counts kinds, and offers the text as typed where more was found', async () => {
    const head = await test.as('head.kpr');
    const page = (await head.get(at('กพร 2020'))).body;
    expect(page.includes('ปีเดียวกัน: 2020 = 2563')).toBe(true);
    expect(page.includes('ค้นเฉพาะ “กพร 2020” ตามที่พิมพ์')).toBe(true);
    expect(page).toMatch(/ทุกประเภท<span>\d+<\/span>/);
    const typed = (await head.get(at('กพร', '&exact=1'))).body;
    expect([hits(typed) > 0, typed.includes('คำที่ใช้แทนกัน:')]).toEqual([true, false]);
  });

  it('reads the other keyboard and says so, with one press back', async () => {
    const head = await test.as('head.kpr');
    const page = (await head.get(at('xit=6,'))).body;
    expect([page.includes('จึงค้น “ประชุม”'), page.includes('exact=1')]).toEqual([true, true]);
    expect(hits((await head.get(at('xit=6,', '&exact=1'))).body)).toBe(0);
  });

  it('filters by days as people type them, by year in either era and by unit; what cannot be read is told at the field', async () => {
    const head = await test.as('head.kpr');
    const all = hits((await head.get(at('ประชุม'))).body);
    const count = async (more: string) => Number(/พบ (\d+) รายการ/.exec((await head.get(at('ประชุม', more))).body)?.[1] ?? 0);
    expect(all).toBeGreaterThan(0);
    const year = await count('&year=2563');
    expect(year).toBeGreaterThan(0);
    expect(await count('&year=2020')).toBe(year);
    expect(await count(`&from=${encodeURIComponent('๑ ม.ค. ๒๕๖๓')}&to=31/12/63`)).toBe(year);
    expect(await count('&year=2550')).toBe(0);
    const { rows } = await test.db.owner.query<{ unit: number }>(`select unit_id as unit from platform.search_document where unit_id is not null and type = 'meetings.meeting' limit 1`);
    expect(await count(`&unit=${rows[0]?.unit}`)).toBeGreaterThan(0);
    for (const [more, told] of [['&from=45/13/63', 'ไม่พบวันที่นี้ในปฏิทิน'], ['&year=xx', 'พิมพ์ปีเป็นตัวเลขสี่หลัก'], ['&from=2/2/63&to=1/2/63', 'วันสุดท้ายอยู่ก่อนวันแรก']] as const) {
      const page = await head.get(at('ประชุม', more));
      expect([page.statusCode, page.body.includes(told), hits(page.body)]).toEqual([200, true, 0]);
    }
  });

  it('leaves out what the person has opened where only the unread is asked for, on the page, in the file and in the API', async () => {
    const head = await test.as('head.kpr');
    const unread = async () => Number(/พบ (\d+) รายการ/.exec((await head.get(at('ประชุม', '&unread=1'))).body)?.[1] ?? 0);
    const page = (await head.get(at('ประชุม', '&unread=1'))).body;
    expect(page).toContain('เฉพาะหนังสือ หนังสือรับ และรายงานการประชุมที่ฉันยังไม่เคยเปิดอ่าน');
    const before = await unread();
    const first = /class="hit-title" href="([^"]+)"/.exec(page)?.[1] as string;
    expect((await head.get(first)).statusCode).toBe(200);
    expect([before > 0, await unread()]).toEqual([true, before - 1]);
    expect((await head.get(at('ประชุม', '&unread=1').replace('/search?', '/search/hits.csv?'))).body).not.toContain(`${first}\r\n`);
    expect((await head.get(`/api/v1${at('ประชุม', '&unread=1')}`)).json()).toMatchObject({ data: { total: before - 1 } });
    expect((await head.get(at('ประชุม'))).body).toContain(first);
  });

  it('pages by key, and the file holds every hit of the same question', async () => {
    const head = await test.as('head.kpr');
    const first = (await head.get(at('ประชุม'))).body;
    const total = Number(/พบ (\d+) รายการ/.exec(first)?.[1]);
    const next = /href="(\/search\?[^"]*after=[^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&');
    expect(total).toBeGreaterThan(20);
    expect(hits((await head.get(next as string)).body)).toBe(Math.min(20, total - 20));
    const file = await head.get(at('ประชุม').replace('/search?', '/search/hits.csv?'));
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.body.trim().split('\r\n')).toHaveLength(total + 1);
    expect((await head.get(at('ประชุม', '&from=xx').replace('/search?', '/search/hits.csv?'))).statusCode).toBe(422);
    expect((await test.anybody().get(at('ประชุม').replace('/search?', '/search/hits.csv?'))).statusCode).toBe(303);
  });

  it('shows what is like a record to whoever may see it, and nothing to others', async () => {
    const { rows } = await test.db.owner.query<{ id: number }>(`select m.id from meetings.minutes m join platform.search_document d on d.type = 'meetings.minutes' and d.doc_id = m.id order by m.id limit 1`);
    await test.db.owner.query('analyze platform.search_document');
    const address = `/search?like=meetings.minutes:${rows[0]?.id}`;
    expect(hits((await (await test.as('head.kpr')).get(address)).body)).toBeGreaterThan(0);
    expect(hits((await (await test.as('auditor')).get(address)).body)).toBe(0);
    expect((await (await test.as('head.kpr')).get('/search?like=x')).statusCode).toBe(200);
  });

  it('gives a record page its similar records: never the record itself, never what one may not see, nothing for an unseen one', async () => {
    const { rows: [minutes] } = await test.db.owner.query<{ id: number; meeting: number }>(`select m.id, m.meeting_id as meeting from meetings.minutes m join platform.search_document d on d.type = 'meetings.minutes' and d.doc_id = m.id order by m.id limit 1`);
    const address = `/search/similar?like=meetings.minutes:${minutes?.id}`;
    const head = await test.as('head.kpr');
    const page = (await head.get(address)).body;
    expect([page.includes('<turbo-frame id="similar-records"'), page.includes('เรื่องที่คล้ายกัน</h2>'), hits(page) > 0 && hits(page) <= 5]).toEqual([true, true, true]);
    const hrefs = [...page.matchAll(/class="hit-title" href="([^"]+)"/g)].map((found) => found[1] as string);
    expect(hrefs).not.toContain(`/meetings/${minutes?.meeting}/minutes`);
    for (const href of hrefs) expect([href, (await head.get(href)).statusCode]).toEqual([href, 200]);
    // Whoever does not see the minutes learns nothing of their words; the part is empty, without a heading.
    const outside = (await (await test.as('auditor')).get(address)).body;
    expect([outside.includes('<turbo-frame id="similar-records" target="_top"></turbo-frame>'), hits(outside)]).toEqual([true, 0]);
    expect([hits((await head.get('/search/similar?like=x')).body), hits((await head.get('/search/similar')).body), (await test.anybody().get(address)).statusCode]).toEqual([0, 0, 303]);
    expect((await head.get(`/api/v1${address}`)).json()).toMatchObject({ data: { next: null } });
  });

  it('stands on the pages of letters, meetings, minutes and tasks, as a link where there is no script', async () => {
    const head = await test.as('head.kpr');
    const { rows } = await test.db.owner.query<{ type: string; id: number; href: string }>(`select distinct on (type) type, doc_id as id, href from platform.search_document
      where type in ('meetings.meeting', 'meetings.minutes', 'assignments.task') and readers && (select readers from platform.search_document where type = 'meetings.minutes' order by doc_id limit 1) order by type, doc_id`);
    expect(rows).toHaveLength(3);
    const letter = /href="(\/letters\/(\d+))"/.exec((await head.get('/circulars')).body);
    rows.push({ type: 'correspondence.letter', id: Number(letter?.[2]), href: letter?.[1] as string });
    for (const { type, id, href } of rows) {
      const { body } = await head.get(href);
      expect([type, body.includes(`<turbo-frame id="similar-records" src="/search/similar?like=${type}:${id}" loading="lazy" target="_top"><a href="/search?like=${type}:${id}"`)]).toEqual([type, true]);
    }
  });

  it('offers names near to a wrong one, and bears any text', async () => {
    const head = await test.as('head.kpr');
    expect((await head.get(at('กลุมพัฒนาระบบบริหาน'))).body.includes('กลุ่มพัฒนาระบบบริหาร')).toBe(true);
    for (const q of ['%', "'", '"', '\\', '<b>', 'ก', '๏', 'a'.repeat(900), '{}']) expect((await head.get(at(q))).statusCode).toBe(200);
  });
});
