import { expect, test } from 'vitest';
import { emptyContent, fieldCodes, missingFields, type FormContent } from './form-content.ts';
import { criteriaOfText, fieldText, rowsOfText, shownText } from './field-text.ts';
import { changedFields, formDifference, together } from './form-difference.ts';
import { contentOfRow, formColumns, formRow, keyOfRow } from './form-table.ts';

const empty = emptyContent({ kind: 'process', better: 'more', unitOfMeasure: 'ขั้น', places: 0 });
const whole: FormContent = {
  ...empty, reason: 'เหตุผล', definition: 'บรรทัดแรก\nบรรทัดที่สอง', scope: 'ขอบเขต', formula: 'ก ÷ ข', conditions: '', sixMonths: 'ครึ่งปี', method: 'นับ', sources: 'ทะเบียน', criteria: ['ต่ำ', '', 'สูง'],
  baseline: [{ year: 2561, value: 'ไม่มีข้อมูล', note: '' }, { year: 2563, value: '282.31', note: 'กลุ่มที่ 1' }], yearly: [{ year: 2564, target: 'ร้อยละ 75', plan: '' }],
  steps: [{ due: '2020-12-31', text: 'ทบทวน', proof: 'รายงาน' }, { due: '', text: 'ยกร่าง', proof: '' }], supervisors: [{ who: 'ผู้อำนวยการ', phone: '0 2618 2323' }], collectors: [{ who: 'เจ้าหน้าที่', phone: '' }],
};

test('a form written as a row reads back as the same form, on itself and on an empty one', () => {
  const { key, name, ...cells } = formRow('3.1', 'ชื่อ', whole);
  const row = { number: 3, cells: { key: key as string, ...cells } as Record<string, string | number> };
  expect([keyOfRow(row), name]).toEqual(['3.1', 'ชื่อ']);
  const same = contentOfRow(row, whole);
  expect(same.ok && changedFields(whole, same.value)).toEqual([]);
  const fresh = contentOfRow(row, empty);
  expect(fresh.ok && changedFields(whole, fresh.value)).toEqual([]);
  expect(formColumns).toHaveLength(fieldCodes.length + 2);
});

test('columns that a file lacks stay as they are; an empty cell empties its field', () => {
  const read = contentOfRow({ number: 1, cells: { key: '1', scope: null } }, whole);
  expect(read.ok && changedFields(whole, read.value)).toEqual(['scope']);
});

test.each([
  ['baseline', 'ปีก่อน | 80'], ['baseline', '2563'], ['steps', '32 ธ.ค. 2563 | ทำ'], ['steps', '31 ธ.ค. 2563'], ['supervisors', ' | 0 2618'],
] as const)('%s refuses “%s” by its line', (code, text) => {
  const read = rowsOfText(code, text);
  expect(read.ok).toBe(false);
});

test('Thai digits, years of both eras and bars are read as they are meant', () => {
  expect(rowsOfText('baseline', 'ปีงบประมาณ พ.ศ. ๒๕๖๓ | ๘๐.๕ | ดี\n2019 | 7')).toEqual({ ok: true, value: { baseline: [{ year: 2563, value: '80.5', note: 'ดี' }, { year: 2562, value: '7', note: '' }] } });
  expect(criteriaOfText('๑. ต่ำ\n2) กลาง\nสูง')).toEqual(['ต่ำ', 'กลาง', 'สูง']);
  expect(fieldText(whole, 'steps')).toBe('31 ธ.ค. 2563 | ทบทวน | รายงาน\n- | ยกร่าง');
  expect(shownText(whole, 'steps')).toBe('1. ทบทวน ภายใน 31 ธ.ค. 2563 (รายงาน)\n2. ยกร่าง');
});

test('two people’s changes come together; where both wrote, both are named', () => {
  const theirs = { ...whole, scope: 'ของเขา', method: 'ของเขา' };
  const mine = { ...whole, scope: 'ของฉัน', formula: 'ของฉัน' };
  const joined = together(whole, theirs, mine);
  expect([joined.both, joined.theirs]).toEqual([['scope'], ['method']]);
  expect([joined.content.scope, joined.content.method, joined.content.formula]).toEqual(['ของฉัน', 'ของเขา', 'ของฉัน']);
  // The same change twice is no conflict, and the order in which a database keeps the parts of a row is none either.
  expect(together(whole, mine, mine).both).toEqual([]);
  expect(changedFields(whole, { ...whole, collectors: [{ phone: '', who: 'เจ้าหน้าที่' }] })).toEqual([]);
});

test('runs of a difference give both texts back', () => {
  const [difference] = formDifference(whole, { ...whole, scope: 'ขอบเขตใหม่ของกรม' });
  const text = (kinds: readonly string[]) => difference?.runs.filter(({ kind }) => kinds.includes(kind)).map((run) => run.text).join('');
  expect([text(['same', 'del']), text(['same', 'ins'])]).toEqual(['ขอบเขต', 'ขอบเขตใหม่ของกรม']);
});

test('what is still missing is named; one over others needs no ladder, formula or baseline', () => {
  expect(missingFields(empty)).toContain('criteria');
  expect(missingFields(empty, true)).toEqual(['reason', 'definition', 'scope', 'method', 'sources', 'supervisors', 'collectors']);
  expect(missingFields(whole)).toEqual([]);
});
