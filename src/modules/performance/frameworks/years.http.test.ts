import { expect, test } from 'vitest';
import { useApp, type Client } from '../../../../tests/support/app.ts';
import { postWithFiles } from '../../../../tests/support/extras.ts';
import { publicActor, systemActor, type Actor } from '../../../platform/access/actor.ts';
import type { Framework } from '../domain/framework/framework.ts';
import { shippedFramework } from '../domain/framework/years/shipped.ts';
import { hundred, scaled, whole } from '../domain/numbers.ts';
import type { Sheet } from '../sheet.ts';
import { cycleOfYear } from '../store/cycles.ts';
import { frameworkFile } from './domain/file.ts';
import { readComparison } from './features/compare-years/load.ts';
import { addFramework } from './store/frameworks.ts';
import { addStated, listStated } from './store/stated-results.ts';

const house = useApp();
const system = systemActor('test');
const fy2564 = shippedFramework(2564) as Framework;
const sendFile = (client: Client, content: string) => postWithFiles(house, client, '/performance/frameworks/import', {}, [{ field: 'file', name: 'framework.json', type: 'application/json', content: Buffer.from(content) }]);
const compare = '/performance/frameworks/compare';

test('a file goes out and comes in unchanged; the same one twice is told and changes nothing', async () => {
  const keeper = await house.as('head.kpr');
  const id = (await house.db.owner.query("select id from performance.framework where fiscal_year = 2564")).rows[0].id as number;
  const out = await keeper.get(`/performance/frameworks/${id}/file.json`);
  expect([out.statusCode, out.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
  expect(out.body).toBe(frameworkFile(fy2564));
  expect((await sendFile(keeper, out.body)).body).toContain('จึงไม่ได้นำเข้าซ้ำ');
  const other = JSON.parse(out.body) as { framework: Framework };
  const brought = await sendFile(keeper, JSON.stringify({ ...other, framework: { ...other.framework, fiscalYear: 2575 } }));
  expect(brought.statusCode).toBe(303);
  const again = (await keeper.get(`${String(brought.headers.location)}/file.json`)).body;
  expect(JSON.parse(again)).toEqual({ ...other, framework: { ...other.framework, fiscalYear: 2575 } });
  expect((await (await house.as('officer.snp')).get(`/performance/frameworks/${id}/file.json`)).statusCode).toBe(200);
});

test('a wrong file is told with the place, and nothing comes in', async () => {
  const keeper = await house.as('head.kpr');
  const count = async () => (await house.db.owner.query('select count(*)::int as n from performance.framework')).rows[0].n as number;
  const before = await count();
  const wrong = await sendFile(keeper, frameworkFile({ ...fy2564, fiscalYear: 2576, components: fy2564.components.map((component) => ({ ...component, weight: 'x' })) }));
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('components.0.weight มีค่าที่ไม่รู้จัก');
  expect((await sendFile(keeper, 'ไม่ใช่ JSON')).body).toContain('อ่านเป็น JSON ไม่ได้');
  expect((await keeper.post('/performance/frameworks/import', {})).statusCode).toBe(422);
  expect(await count()).toBe(before);
});

test('the check answers while one types and changes nothing', async () => {
  const keeper = await house.as('head.kpr');
  const { id, rev } = (await house.db.owner.query("select id, rev from performance.framework where fiscal_year = 2565")).rows[0] as { id: number; rev: number };
  const body = { 'components.0.n': '0', 'components.0.within': '', 'components.0.key': '1', 'components.0.th': 'หนึ่ง', 'components.0.weight': '0.7', 'components.1.n': '1', 'components.1.within': '', 'components.1.key': '2', 'components.1.th': 'สอง', 'components.1.weight': '30', weightSum: '100', nameTh: 'ก', rounds: 'หก' };
  const answer = await keeper.post(`/performance/frameworks/${id}/edit/check`, body);
  expect(answer.statusCode).toBe(200);
  for (const words of ['repair:components.0.weight=70', 'href="#f-rounds"', 'href="#f-components-0-weight"']) expect(answer.body, words).toContain(words);
  expect((await house.db.owner.query('select rev from performance.framework where id = $1', [id])).rows[0].rev).toBe(rev);
  expect((await (await house.as('officer.snp')).post(`/performance/frameworks/${id}/edit/check`, body)).statusCode).toBe(403);
});

test('years stand on one scale; what the house did not score comes from a paper, and nothing is invented', async () => {
  const keeper = await house.as('head.kpr');
  const officer = await house.as('officer.snp');
  const { body } = await officer.get(compare);
  for (const words of ['282.31 จาก 500', '56.462', 'กลุ่มที่ 1', 'ยังอยู่ระหว่างปี', 'ยังไม่มีผลคะแนน', 'ขั้นที่ 1 ยื่นคำขอทางออนไลน์']) expect(body, words).toContain(words);
  expect(body).not.toContain('บันทึกผลจากเอกสาร');
  const line = { year: '2562', kind: 'total', subject: '', score: '๔.๒๕', best: '5', grade: '', words: '', source: 'หนังสือแจ้งผลการประเมิน' };
  expect((await officer.post(compare, line)).statusCode).toBe(403);
  expect((await keeper.post(compare, line)).statusCode).toBe(303);
  const seen = (await officer.get(compare)).body;
  expect(seen).toContain('85.000');
  expect(seen).toContain('จะวาดแผนภูมิเมื่อมีผลอย่างน้อยสองปี');
  expect((await keeper.post(compare, { ...line, year: '2561', score: '4' })).statusCode).toBe(303);
  expect((await officer.get(compare)).body).toMatch(/<desc[^>]*>คะแนนรวม \(จาก 100\): 2561 80\.000, 2562 85\.000\. สถานะการเป็นระบบราชการ 4\.0 \(PMQA 4\.0\): 2563 56\.462/);
  const twice = await keeper.post(compare, line);
  expect([twice.statusCode, twice.body.includes('นำของเดิมออกก่อน')]).toEqual([422, true]);
  const { id } = (await house.db.owner.query("select id from performance.stated_result where kind = 'total' and fiscal_year = 2562")).rows[0] as { id: number };
  expect((await keeper.post(`${compare}/${id}/remove`)).statusCode).toBe(303);
  expect((await keeper.post(`${compare}/${id}/remove`)).statusCode).toBe(404);
  expect((await officer.get(compare)).body).not.toContain('85.000');
});

test.each([
  [{ kind: 'result', subject: '' }, 'f-subject'], [{ kind: 'total', subject: 'PMQA' }, 'f-subject'], [{ score: '', words: '' }, 'f-score'], [{ score: '6' }, 'f-score'], [{ score: 'สี่' }, 'f-score'], [{ best: '0' }, 'f-best'], [{ source: '' }, 'f-source'],
])('%o of a paper is refused at its field', async (wrong, field) => {
  const keeper = await house.as('head.kpr');
  const refused = await keeper.post(compare, { year: '2561', kind: 'total', subject: '', score: '4', best: '5', grade: '', words: '', source: 'หนังสือแจ้งผล', ...wrong });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain(`href="#${field}"`);
});

test('a closed year is read from its sheet, handed in, before any paper; five levels and hundreds side by side', async () => {
  await house.db.database.write(system, async (tx) => {
    const cycle = await cycleOfYear(tx, 2564);
    const levels = await addFramework(tx, { ...fy2564, fiscalYear: 2559, scale: { scores: ['1', '2', '3', '4', '5'], names: [], below: 'lowest' } }, new Date());
    expect(levels).toBeDefined();
    await addStated(tx, { fiscalYear: 2559, kind: 'total', subject: '', component: null, score: scaled('3.4'), best: null, grade: '', words: '', source: 'รายงานผล' }, new Date());
    await addStated(tx, { fiscalYear: 2564, kind: 'total', subject: '', component: null, score: scaled('10'), best: scaled('100'), grade: 'ตามเอกสาร', words: '', source: 'เอกสารเก่า' }, new Date());
    const sheetOfYear = async (): Promise<Sheet> => ({
      cycle: { ...cycle, state: 'closed' }, framework: fy2564, classes: fy2564.classes!.map(({ key, from }) => ({ key, from: scaled(from) })), total: { shown: scaled('76.4'), exact: whole(scaled('76.4')) },
      lines: [{ indicator: { component: '1', weight: scaled('70'), state: 'final' }, explanation: { exact: whole(scaled('80')) } }, { indicator: { component: '2.1', weight: scaled('30'), state: 'final' }, explanation: undefined }],
    } as unknown as Sheet);
    const { years } = await readComparison(tx, sheetOfYear);
    const of = (year: number) => years.find(({ fiscalYear }) => fiscalYear === year);
    expect([of(2559)?.compared.total, of(2559)?.source?.th]).toEqual([scaled('68'), 'รายงานผล']);
    expect([of(2564)?.compared.total, of(2564)?.className?.th, of(2564)?.source?.en]).toEqual([scaled('76.4'), 'ระดับมาตรฐานขั้นสูง', 'the score sheet of the house']);
    await addFramework(tx, { ...fy2564, fiscalYear: 2558 }, new Date());
    await addFramework(tx, { ...fy2564, fiscalYear: 2557 }, new Date());
    const paper = { kind: 'total', subject: '', component: null, words: '', source: 'รายงานผล' } as const;
    await addStated(tx, { ...paper, fiscalYear: 2558, score: scaled('4.25'), best: scaled('5'), grade: '' }, new Date());
    await addStated(tx, { ...paper, fiscalYear: 2557, score: scaled('80'), best: scaled('100'), grade: 'ดีมาก' }, new Date());
    const classes = (await readComparison(tx, sheetOfYear)).years.filter(({ fiscalYear }) => fiscalYear < 2559).map(({ fiscalYear, className }) => [fiscalYear, className?.th]);
    expect(classes).toEqual([[2557, 'ดีมาก'], [2558, undefined]]);
    expect(of(2564)?.compared.kinds).toEqual({ performance: { score: scaled('80'), partial: false }, potential: { score: undefined, partial: true } });
    expect(hundred).toBe(scaled('100'));
  });
});

test('who does not work here reads nothing of it and adds nothing, whatever asks', async () => {
  const stranger: Actor = { ...publicActor, kind: 'person', id: 999_999, name: 'คนนอก', principals: [999_999] };
  await house.db.database.read(stranger, async (tx) => {
    expect(await listStated(tx)).toEqual([]);
    expect(await tx.db.selectFrom('performance.framework').select('id').execute()).toEqual([]);
  });
  await expect(house.db.database.write(stranger, (tx) => addFramework(tx, fy2564, new Date()))).rejects.toThrow(/row-level security/);
  await expect(house.db.database.write(stranger, (tx) => addStated(tx, { fiscalYear: 2560, kind: 'total', subject: '', component: null, score: scaled('1'), best: null, grade: '', words: '', source: 'เอกสาร' }, new Date()))).rejects.toThrow(/row-level security/);
});
