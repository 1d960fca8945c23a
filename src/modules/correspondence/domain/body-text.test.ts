import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paragraphsOf, textOf } from './body-text.ts';

it('takes lines for paragraphs and numbered lines for entries of a list', () => {
  expect(paragraphsOf('ด้วยกรมจะจัดประชุม\n\n1. วันพุธ\r\n- ห้องประชุม\nจึงเรียนมาเพื่อโปรดทราบ')).toEqual([
    'ด้วยกรมจะจัดประชุม',
    { kind: 'item', label: '1.', text: 'วันพุธ' },
    { kind: 'item', label: '-', text: 'ห้องประชุม' },
    'จึงเรียนมาเพื่อโปรดทราบ',
  ]);
  expect(paragraphsOf('2563 เป็นปี')).toEqual(['2563 เป็นปี']);
});

it('gives the same paragraphs again after being shown in the box', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('ก', '1', '.', '-', ' ', '\n', '๒', '(', ')') }), (text) => {
    const once = paragraphsOf(text);
    expect(paragraphsOf(textOf(once))).toEqual(once);
  }));
});
