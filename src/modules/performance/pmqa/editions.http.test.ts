// Criteria out of the house as a file and in again: every row gets its verdict, and what was used is not changed.
import { expect, test } from 'vitest';
import { useApp } from '../../../../tests/support/app.ts';
import { postWithFiles } from '../../../../tests/support/extras.ts';
import { edition2563 } from '../domain/pmqa/edition-2563.ts';
import { rowsOfEdition } from './domain/edition-rows.ts';
import { editionOfRows } from './domain/edition-of-rows.ts';

const house = useApp();
const home = '/performance/pmqa/editions';
const editionId = async () => (await house.db.owner.query<{ id: number }>('select id from performance.pmqa_edition order by id limit 1')).rows[0]!.id;
const send = async (content: Buffer | string, name: string) => {
  const answer = await postWithFiles(house, await house.as('head.kpr'), `${home}/import`, { base: String(await editionId()) }, [{ field: 'file', name, type: 'application/octet-stream', content }]);
  return { status: answer.statusCode, address: String(answer.headers.location), body: answer.body };
};
const verdicts = async () => {
  const { rows } = (await house.db.owner.query<{ rows: { verdict: string; why: { th: string } | null; label: { th: string } }[] }>('select rows from performance.pmqa_edition_import order by id desc limit 1')).rows[0]!;
  return { counts: Object.fromEntries(['new', 'changed', 'same', 'duplicate', 'refused', 'left-out'].map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length])), rows };
};
const csv = async () => (await (await house.as('head.kpr')).get(`${home}/${await editionId()}/criteria.csv`)).body;

test('an edition is the same after it was made of its own rows', () => {
  expect(editionOfRows(rowsOfEdition(edition2563))).toEqual({ edition: edition2563, faults: [] });
});

test.each(['xlsx', 'csv'])('what is written out as %s and brought in again changes nothing', async (ending) => {
  const file = (await (await house.as('head.kpr')).get(`${home}/${await editionId()}/criteria.${ending}`)).rawPayload;
  const sent = await send(file, `เกณฑ์.${ending}`);
  expect(sent.status).toBe(303);
  const { counts } = await verdicts();
  expect(counts).toEqual({ new: 0, changed: 0, same: rowsOfEdition(edition2563).length, duplicate: 0, refused: 0, 'left-out': 0 });
  expect((await (await house.as('head.kpr')).get(sent.address)).body).toContain('ไม่มีสิ่งที่ต้องเปลี่ยน');
  expect((await (await house.as('head.kpr')).post(`${sent.address}/confirm`)).statusCode).toBe(404);
});

test('an edition that was used keeps its key; a new key with texts and other weights becomes an edition of its own', async () => {
  const head = await house.as('head.kpr');
  const changed = (await csv()).replace(/^(หมวด,,,7,[^\n]*?),1,/m, '$1,3,');
  await send(changed, 'เกณฑ์.csv');
  const first = await verdicts();
  expect([first.counts.changed, first.counts.refused]).toEqual([1, 1]);
  expect(first.rows.find(({ verdict }) => verdict === 'refused')?.why?.th).toContain('ใช้ประเมินแล้ว');

  const box = (n: number) => `ข้อย่อย,1.1,ก้าวหน้า (Advance),${n},,,ผู้บริหารปรับวิธีทำงานให้เป็นดิจิทัล,,`;
  const renamed = `${changed.replace(/^ฉบับ,,,2563,/m, 'ฉบับ,,,2565,').trimEnd()}\n${box(1)}\n`;
  const good = await send(renamed, 'เกณฑ์ 2565.csv');
  expect((await verdicts()).counts).toMatchObject({ new: 1, refused: 0, duplicate: 0, 'left-out': 0 });
  expect((await (await house.as('minutes.kpr')).get(good.address)).statusCode).toBe(404);
  const done = await head.post(`${good.address}/confirm`);
  expect(done.statusCode).toBe(303);
  expect((await head.post(`${good.address}/confirm`)).statusCode).toBe(409);
  const { rows } = await house.db.owner.query("select state, content #>> '{categories,6,weight}' as weight, content #>> '{categories,0,items,0,levels,advance,texts,0}' as text from performance.pmqa_edition where key = '2565'");
  expect(rows).toEqual([{ state: 'draft', weight: '3', text: 'ผู้บริหารปรับวิธีทำงานให้เป็นดิจิทัล' }]);
  await expect(house.db.owner.query("update performance.pmqa_edition set content = '{}' where key = '2563'")).rejects.toThrow(/not changed/);
});

test('rows that are wrong, double or missing are told one by one, and nothing is brought in', async () => {
  const lines = (await csv()).trimEnd().split('\n');
  const bad = lines.filter((line) => !line.startsWith('ระดับของหัวข้อ,6.4,ก้าวหน้า')).map((line) => (line.startsWith('หมวด,,,2,') ? line.replace(/,1,[^,]*$/, ',ศูนย์,') : line));
  const sent = await send([...bad, lines.find((line) => line.startsWith('หัวข้อ,1,'))].join('\n'), 'เกณฑ์.csv');
  const { counts, rows } = await verdicts();
  expect(counts).toMatchObject({ duplicate: 1, 'left-out': 2 });
  expect(rows.filter(({ verdict }) => verdict === 'refused').map(({ why }) => why?.th).join(' ')).toMatch(/ตัวเลขต้องเป็นตัวเลข|ช่องตัวเลข/);
  expect((await (await house.as('head.kpr')).post(`${sent.address}/confirm`)).statusCode).toBe(404);
  expect((await send('ไม่ใช่ตาราง', 'x.csv')).status).toBe(422);
  expect((await postWithFiles(house, await house.as('officer.snp'), `${home}/import`, { base: '1' }, [])).statusCode).toBe(403);
});
