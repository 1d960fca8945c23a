import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paragraphsOf, textOf } from './body-text.ts';
import { contentSchema } from './letter.ts';
import type { Paragraph } from './letter.ts';

it('takes lines for paragraphs and numbered lines for entries of a list', () => {
  expect(paragraphsOf('ด้วยกรมจะจัดประชุม\n\n1. วันพุธ\r\n- ห้องประชุม\nจึงเรียนมาเพื่อโปรดทราบ')).toEqual([
    'ด้วยกรมจะจัดประชุม',
    { kind: 'item', label: '1.', text: 'วันพุธ' },
    { kind: 'item', label: '-', text: 'ห้องประชุม' },
    'จึงเรียนมาเพื่อโปรดทราบ',
  ]);
  expect(paragraphsOf('2563 เป็นปี')).toEqual(['2563 เป็นปี']);
});

it('reads the levels of official numbering from the labels', () => {
  const levels = paragraphsOf('๑. หนึ่ง\n๑.๑ สอง\n๑.๑.๒ สาม\n(๑) สาม\n1) สาม\nก. สี่\nข. สี่\n(ค) สี่\n  - ขีดสอง\n• จุด').map((one) => (typeof one === 'object' && one.kind === 'item' ? `${one.label} ${one.level ?? 1}` : one));
  expect(levels).toEqual(['๑. 1', '๑.๑ 2', '๑.๑.๒ 3', '(๑) 3', '1) 3', 'ก. 4', 'ข. 4', '(ค) 4', '- 2', '• 1']);
});

it('leaves hours, sums and abbreviations of places alone', () => {
  const text = ['10.30 น. ประชุม', '3.5 ล้านบาท', 'จ. เชียงใหม่', 'ต. ในเมือง', '2564 งบ'];
  expect(paragraphsOf(text.join('\n'))).toEqual(text);
});

it('reads tables between strokes and with tabs, and says how columns stand', () => {
  expect(paragraphsOf('| ลำดับ | รายการ | บาท |\n|---|:-:|--: 2|\n| 1 | ค่าพาหนะ | 1,200 |\n| 2 | ค่าที่พัก \\| อื่น |')).toEqual([{
    kind: 'table', columns: [{ title: 'ลำดับ' }, { title: 'รายการ', align: 'centre' }, { title: 'บาท', align: 'right', share: 2 }],
    rows: [['1', 'ค่าพาหนะ', '1,200'], ['2', 'ค่าที่พัก | อื่น', '']],
  }]);
  expect(paragraphsOf('ชื่อ\tจำนวน\nก\t1\nข\t2')).toEqual([{ kind: 'table', columns: [{ title: 'ชื่อ' }, { title: 'จำนวน' }], rows: [['ก', '1'], ['ข', '2']] }]);
  expect(paragraphsOf('1.\tวันพุธ\n2.\tวันศุกร์')).toEqual([{ kind: 'item', label: '1.', text: 'วันพุธ' }, { kind: 'item', label: '2.', text: 'วันศุกร์' }]);
  expect(paragraphsOf('แท็บ\tเดียว')).toEqual(['แท็บ เดียว']);
  expect(paragraphsOf('| |\n||')).toEqual([]);
  expect(paragraphsOf('| ก |\n\n| ข |')).toHaveLength(2);
});

it('gives the same paragraphs again after being shown in the box', () => {
  const signs = ['ก', 'ข', 'น', '1', '.', '-', ':', '|', '\\', '\t', ' ', '\n', '๒', '(', ')', '•'];
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...signs), maxLength: 40 }), (text) => {
    const once = paragraphsOf(text);
    expect(paragraphsOf(textOf(once))).toEqual(once);
    expect(contentSchema.safeParse({ paragraphs: once }).success).toBe(true);
  }), { numRuns: 4000 });
});

const word = fc.constantFrom('รายการ', 'ค่าพาหนะ', '1,200', 'ก | ข', '', '---', ':-: 2', 'ผู้ใช้');
const table: fc.Arbitrary<Paragraph> = fc.integer({ min: 1, max: 5 }).chain((width) => fc.record({
  kind: fc.constant('table' as const),
  columns: fc.array(fc.record({ title: fc.constantFrom('หัว', 'ช่อง', 'บาท'), align: fc.constantFrom('centre' as const, 'right' as const), share: fc.constantFrom(2, 3.5, 12) }, { requiredKeys: ['title'] }), { minLength: width, maxLength: width }),
  rows: fc.array(fc.array(word, { minLength: width, maxLength: width }), { maxLength: 5 }),
}));
const item: fc.Arbitrary<Paragraph> = fc.constantFrom<Paragraph>({ kind: 'item', label: '1.', text: 'หนึ่ง' }, { kind: 'item', label: '1.2', level: 2, text: 'สอง' }, { kind: 'item', label: '(๓)', level: 3, text: 'สาม' }, { kind: 'item', label: '-', level: 3, text: 'ขีด' });

it('gives every structure back as it was', () => {
  fc.assert(fc.property(fc.array(fc.oneof(table, item, fc.constantFrom('ด้วยกรมจะจัดประชุม', 'จึงเรียนมาเพื่อโปรดทราบ')), { maxLength: 6 }), (paragraphs) => {
    expect(paragraphsOf(textOf(paragraphs))).toEqual(paragraphs);
  }), { numRuns: 1500 });
});
