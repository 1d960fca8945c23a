import { describe, expect, it } from 'vitest';
import { moved, numberAgenda, standardSections } from './agenda-numbering.ts';

describe('numbers of the agenda', () => {
  const items = [
    { section: 'for-consideration' as const, title: 'ก' },
    { section: 'for-consideration' as const, title: '' },
    { section: 'for-consideration' as const, title: 'ข' },
    { section: 'other' as const, title: 'ค' },
  ];

  it('stay consecutive when standard sections are left out', () => {
    const numbered = numberAgenda(['other', 'chair-informs', 'for-consideration'], items);
    expect(numbered.map((s) => [s.number, s.kind])).toEqual([['1', 'chair-informs'], ['2', 'for-consideration'], ['3', 'other']]);
    expect(numbered[1]!.items.map((i) => i.number)).toEqual(['2.1', null, '2.2']);
    expect(numbered[2]!.items.map((i) => i.number)).toEqual(['3.1']);
  });

  it('hide the items of a section that is left out', () => {
    expect(numberAgenda(['chair-informs'], items).flatMap((s) => s.items)).toEqual([]);
  });

  it('number the five sections of the annex 1 to 5', () => {
    expect(numberAgenda(standardSections, []).map((s) => s.number)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('move an item one place, and not beyond the ends', () => {
    expect(moved([1, 2, 3], 3, -1)).toEqual([1, 3, 2]);
    expect(moved([1, 2, 3], 1, -1)).toEqual([1, 2, 3]);
    expect(moved([1, 2, 3], 9, 1)).toEqual([1, 2, 3]);
  });
});
