// The list of search words over HTTP, and the search renewed after it, on the demo.
import { describe, expect, it } from 'vitest';
import { useApp, type Client } from '../../../tests/support/app.ts';

const test = useApp();
const list = '/system/search-words';
const termId = async (word: string) => (await test.db.owner.query<{ id: number }>('select id from platform.search_term where $1 = any (words) and removed_at is null', [word])).rows[0]?.id;

describe('names that mean the same', () => {
  it('hold from the next search on, and no longer when taken out', async () => {
    const admin = await test.as('admin');
    const found = async () => (await admin.get(`/search?q=${encodeURIComponent('หนังสือวิเศษ')}`)).body.includes('hit-title');
    expect(await found()).toBe(false);
    expect((await admin.post(`${list}/same`, { words: 'หนังสือวิเศษ\nคณะกรรมการ', note: 'ทดสอบ' })).statusCode).toBe(303);
    expect(await found()).toBe(true);
    const id = await termId('หนังสือวิเศษ');
    expect((await admin.get(`${list}/${id}`)).body).toContain('คณะกรรมการ');
    expect((await admin.post(`${list}/${id}`, { words: 'หนังสือวิเศษ\nคำที่ไม่มีในที่ใดเลย', note: '' })).statusCode).toBe(303);
    expect(await found()).toBe(false);
    expect((await admin.post(`${list}/${id}/remove`)).statusCode).toBe(303);
    expect((await admin.get(`${list}/${id}`)).statusCode).toBe(404);
    const { rows } = await test.db.owner.query(`select action from platform.audit where action like 'system.search-term%' order by id`);
    expect(rows.map((row) => row.action)).toEqual(['system.search-term-added', 'system.search-term-changed', 'system.search-term-removed']);
  });

  it('are refused with words at the field when they are too few, too short or known', async () => {
    const admin = await test.as('admin');
    for (const [words, told] of [['คำเดียว', 'ต้องมี 2 ถึง 12 คำ'], ['ก\nคำยาวพอ', 'สั้นเกินไป'], ['ดิจิตอล; ดิจิทัล; DIGITAL', 'มีรายการนี้อยู่แล้ว']] as const) {
      const answer = await admin.post(`${list}/same`, { words });
      expect([answer.statusCode, answer.body.includes(told)]).toEqual([422, true]);
    }
    expect((await (await test.as('head.kpr')).get(list)).statusCode).toBe(403);
    expect((await (await test.as('head.kpr')).post(`${list}/same`, { words: 'ก้าวหน้า\nก้าวไกล' })).statusCode).toBe(403);
  });
});

describe('a word that is never cut', () => {
  it('has the documents with it cut anew in batches, and nothing is lost meanwhile', async () => {
    const admin = await test.as('admin');
    const wordsOf = async () => (await test.db.owner.query<{ words: number[] }>(`select words from platform.search_document where folded like '%ตัวชี้วัดร่วม%' or folded like '%ประชาสัมพันธ์%' order by id limit 1`)).rows[0]?.words.length;
    const before = await wordsOf();
    const hits = async () => (await admin.get(`/search?q=${encodeURIComponent('ประชาสัมพันธ์')}`)).body.match(/class="hit-title"/g)?.length;
    const hitsBefore = await hits();
    expect((await admin.post(`${list}/word`, { words: 'กรมประชาสัมพันธ์' })).statusCode).toBe(303);
    expect((await admin.get(list)).body).toContain('รอเริ่ม');
    expect(await hits()).toBe(hitsBefore);
    await test.runJobs();
    const { rows: [run] } = await test.db.owner.query(`select * from platform.search_renewal order by id desc limit 1`);
    expect(run).toMatchObject({ words: ['กรมประชาสัมพันธ์'] });
    expect([run.finished_at !== null, run.done > 0, run.done === run.total]).toEqual([true, true, true]);
    expect((await admin.get(list)).body).toContain(`เสร็จแล้ว ${run.done} เรื่อง`);
    expect(await hits()).toBe(hitsBefore);
    expect(before).toBeGreaterThan(0);
    const { rows: counted } = await test.db.owner.query(`select count(*)::int n from platform.search_word_count`);
    expect(counted[0].n).toBeGreaterThan(10);
  });

  it('a renewal that was stopped goes on after its last batch, and one after a change of the index takes all', async () => {
    const { rows: [all] } = await test.db.owner.query(`update platform.search_document set grams = null, words = null where id % 2 = 0 returning 1`).then(() => test.db.owner.query('select count(*)::int n from platform.search_document where grams is null'));
    await test.db.owner.query(`insert into platform.search_renewal (words, started_at, asked_by_name) values (null, now(), 'ทดสอบ')`);
    await test.db.owner.query(`select platform.enqueue('platform.renew-search', '{}', now(), 25, null, null)`);
    await test.runJobs();
    const { rows: [run] } = await test.db.owner.query(`select done, total, finished_at from platform.search_renewal order by id desc limit 1`);
    expect([run.done, run.total, run.finished_at !== null]).toEqual([all.n, all.n, true]);
    expect((await test.db.owner.query('select count(*)::int n from platform.search_document where grams is null or words is null')).rows).toEqual([{ n: 0 }]);
  });
});

describe('the list as a table', () => {
  it('goes out and comes in again unchanged; bad lines keep everything out and are told', async () => {
    const admin = await test.as('admin');
    const csv = (await admin.get(`${list}/list.csv`)).body;
    expect(csv).toContain('ใช้แทนกัน,ดิจิทัล; ดิจิตอล; digital,คำทับศัพท์');
    const entries = async () => (await test.db.owner.query<{ n: number }>('select count(*)::int n from platform.search_term where removed_at is null')).rows[0]?.n as number;
    const n = await entries();
    expect((await admin.post(`${list}/import`, { rows: csv })).statusCode).toBe(303);
    expect(await entries()).toBe(n);
    const bad = await admin.post(`${list}/import`, { rows: 'ใช้แทนกัน,ใบลา; แบบใบลา,\nอะไร,ก; ข,\nไม่ให้ตัด,ก,' });
    expect([bad.statusCode, bad.body.includes('บรรทัดที่ 2'), bad.body.includes('บรรทัดที่ 3'), await entries()]).toEqual([422, true, true, n]);
    expect((await admin.post(`${list}/import`, { rows: 'ชนิด,คำ,หมายเหตุ\nใช้แทนกัน,ใบลา; แบบใบลา,ทดสอบ\nไม่ให้ตัด,ศูนย์ปฏิบัติการข่าว,' })).statusCode).toBe(303);
    expect(await entries()).toBe(n + 2);
  });
});

describe('a file of entries', () => {
  async function upload(client: Client, content: string | Buffer) {
    const boundary = '----krom-test';
    const payload = Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="_key"\r\n\r\n${client.key()}\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="คำ.csv"\r\ncontent-type: text/csv\r\n\r\n`),
      Buffer.from(content as string), Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    return test.app.inject({ method: 'POST', url: `${list}/file`, cookies: client.cookies, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, payload });
  }
  const entries = async () => (await test.db.owner.query<{ n: number }>('select count(*)::int n from platform.search_term where removed_at is null')).rows[0]?.n as number;
  const rows = 'ชนิด,คำ,หมายเหตุ\r\nใช้แทนกัน,หนังสือเวียน; หว.,ทดสอบ\r\nใช้แทนกัน,หว ; หนังสือเวียน,ซ้ำ\r\nใช้แทนกัน,digital; ดิจิตอล; ดิจิทัล,\r\nอะไร,ก; ข,\r\nไม่ให้ตัด,ก,\r\nไม่ให้ตัด,ศูนย์ข้อมูลข่าวสารทดสอบ,\r\n';

  it('is shown row by row first; what is new is taken at once, the rest stays out; sent again it brings nothing', async () => {
    const admin = await test.as('admin');
    const n = await entries();
    const staged = await upload(admin, `\ufeff${rows}`);
    const address = String(staged.headers.location);
    const { body } = await admin.get(address);
    expect([staged.statusCode, await entries()]).toEqual([303, n]);
    for (const told of ['นำเข้า 2 รายการ', 'ซ้ำกับแถวที่ 2', 'มีอยู่แล้ว', 'ชนิดต้องเป็น', 'สั้นเกินไป', 'มี 3 แถวที่จะไม่นำเข้า']) expect([told, body.includes(told)]).toEqual([told, true]);
    expect((await admin.get(`${address}?only=refused`)).body).not.toContain('หนังสือเวียน · ');
    expect((await (await test.as('head.kpr')).get(address)).statusCode).toBe(403);
    expect((await admin.post(`${address}/take`)).statusCode).toBe(303);
    expect(await entries()).toBe(n + 2);
    expect((await admin.get(address)).body).toContain('ไม่มีแถวที่ต้องนำเข้า');
    expect([(await admin.post(`${address}/take`)).statusCode, await entries()]).toEqual([422, n + 2]);
    const { rows: [audit] } = await test.db.owner.query(`select detail from platform.audit where action = 'system.search-terms-imported' order by id desc limit 1`);
    expect(audit.detail).toMatchObject({ added: 2, known: 1, twice: 1, refused: 2 });
    const { rows: [run] } = await test.db.owner.query('select words from platform.search_renewal order by id desc limit 1');
    expect(run.words).toEqual(['ศูนย์ข้อมูลข่าวสารทดสอบ']);
  });

  it('is read in the Thai code page as well; a file that is no such table says what to do', async () => {
    const admin = await test.as('admin');
    const thai = (text: string) => Buffer.from(Array.from(text, String).map((char) => char.charCodeAt(0)).map((code) => (code >= 0x0e00 ? code - 0x0e00 + 0xa0 : code)));
    const staged = await upload(admin, thai('ชนิด;คำ\r\nใช้แทนกัน;"ใบลาป่วยทดสอบ, แบบลาป่วยทดสอบ"\r\n'));
    expect((await admin.get(String(staged.headers.location))).body).toContain('ใบลาป่วยทดสอบ · แบบลาป่วยทดสอบ');
    for (const [content, told] of [
      ['เรื่อง,เลขที่\nก,1\n', 'ไม่พบแถวหัวคอลัมน์'], ['', 'ไฟล์'], ['ชนิด,คำ\n', 'ไม่มีแถวข้อมูล'], [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.alloc(600)]), '.xlsx'],
      [`ชนิด,คำ\n${'ไม่ให้ตัด,คำทดสอบ\n'.repeat(2_001)}`, 'เกิน 2,000 แถว'],
    ] as const) {
      const answer = await upload(admin, content as string);
      expect([told, answer.statusCode, answer.body.includes(told)]).toEqual([told, 422, true]);
    }
    expect((await admin.get(`${list}/file/999999`)).statusCode).toBe(404);
  });
});
