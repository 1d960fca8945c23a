import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, roundedText, scaled, subtract, sum, usualRounding, whole, type Fraction } from '../numbers.ts';
import { edition2563 } from './edition-2563.ts';
import { checkEdition, itemsOf, type Edition, type Item } from './edition.ts';
import { allLevels } from './levels.ts';
import { nextBestTicks, planTicks } from './next-tick.ts';
import { checkResults, checkTicks, differences, governmentLevel, groupOf, itemPoints, levelReached, percentOfTarget, resultPoints, scoreAssessment, standingOf, topPoints, type Assessment, type ResultEntry, type Ticks } from './score.ts';

const points = (value: Fraction | undefined) => value && roundedText(value, usualRounding);
const itemOf = (key: string) => itemsOf(edition2563).find((one) => one.key === key) as Item;
/** So many boxes from the first on. */
const boxes = (of: number, on: number) => Array.from({ length: of }, (_, at) => at < on);
const ticks = (key: string, basic: number, advance: number, significance: number): Ticks => {
  const { levels } = itemOf(key);
  return { basic: boxes(levels.basic.boxes, basic), advance: boxes(levels.advance.boxes, advance), significance: boxes(levels.significance.boxes, significance) };
};
const free = (item: string, target: string, value: string | null, better: 'more' | 'less' = 'more'): ResultEntry => ({ kind: 'free', item, target: scaled(target), value: value === null ? null : scaled(value), better });
const everyItem = (on: (item: Item) => readonly [number, number, number]): Assessment['items'] => Object.fromEntries(itemsOf(edition2563).map((one) => [one.key, ticks(one.key, ...on(one))]));
const fullResults: ResultEntry[] = edition2563.categories[6]!.results!.map(({ key }) => free(key, '100', '110'));

describe('the edition that comes with the house', () => {
  test('has 24 items of three levels, 160 boxes, six result items, and a line in Thai for each level', () => {
    expect(checkEdition(edition2563)).toEqual([]);
    const items = itemsOf(edition2563);
    expect(items).toHaveLength(24);
    const count = (level: (typeof allLevels)[number]) => items.reduce((total, { levels }) => total + levels[level].boxes, 0);
    expect(allLevels.map(count)).toEqual([60, 53, 47]);
    expect(edition2563.categories.map(({ items: own, results }) => own.length + (results?.length ?? 0))).toEqual([4, 4, 4, 4, 4, 4, 6]);
    for (const { levels } of items) for (const level of allLevels) expect(levels[level].gist).toMatch(/^[ก-๙ ]{15,}$/u);
    expect(new Set(items.flatMap(({ levels }) => allLevels.map((level) => levels[level].gist))).size).toBe(72);
  });

  test('a replacement is checked before it is used', () => {
    const told = (edition: Edition) => checkEdition(edition).map(({ code, field }) => `${code} ${field}`);
    const [first, ...rest] = edition2563.categories as [Edition['categories'][number], ...Edition['categories'][number][]];
    const changed = (change: (item: Item) => Item): Edition => ({ ...edition2563, categories: [{ ...first, items: first.items.map((one, at) => (at === 0 ? change(one) : one)) }, ...rest] });
    expect(told(changed((one) => ({ ...one, levels: { ...one.levels, basic: { boxes: 3, gist: '', texts: ['หนึ่ง'] } } })))).toEqual(['BOXES_COUNT items.1.1.basic']);
    expect(told(changed((one) => ({ ...one, levels: { ...one.levels, advance: { boxes: 0, gist: '' } } })))).toEqual(['BOXES_NONE items.1.1.advance']);
    expect(told(changed((one) => ({ ...one, key: '1.2' })))).toEqual(['KEY_TWICE categories.0.1.2']);
    expect(told({ ...edition2563, categories: [{ ...first, weight: '0' }, ...rest] })).toEqual(['WEIGHT_NEGATIVE categories.0.weight']);
  });
});

describe('the vectors of boxes', () => {
  test.each([
    ['1.1', [3, 0, 1], '300.000', 'basic'],
    ['5.2', [4, 2, 0], '350.000', 'basic'],
    ['1.4', [3, 2, 2], '225.000', undefined],
    ['2.4', [1, 3, 3], '500.000', 'significance'],
    ['2.4', [1, 3, 1], '433.333', 'advance'],
    ['6.2', [1, 4, 2], '100.000', undefined],
    ['3.1', [0, 0, 0], '0.000', undefined],
  ] as const)('item %s with %j boxes: %s', (key, [b, a, s], expected, level) => {
    expect(points(itemPoints(edition2563, itemOf(key), ticks(key, b, a, s)))).toBe(expected);
    expect(levelReached(itemOf(key), ticks(key, b, a, s))).toBe(level);
  });

  test('a further tick never takes points away', () => {
    fc.assert(fc.property(fc.constantFrom(...itemsOf(edition2563)), fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), fc.nat(9), (item, on, which) => {
      const cut = (all: readonly boolean[]): Ticks => {
        const { basic, advance, significance } = item.levels;
        return { basic: all.slice(0, basic.boxes), advance: all.slice(basic.boxes, basic.boxes + advance.boxes), significance: Array.from({ length: significance.boxes }, (_, at) => all[basic.boxes + advance.boxes + at] ?? false) };
      };
      const before = itemPoints(edition2563, item, cut(on));
      const after = itemPoints(edition2563, item, cut(on.with(which, true)));
      expect(compare(before, after)).toBeLessThanOrEqual(0);
      expect(compare(after, whole(topPoints(edition2563)))).toBeLessThanOrEqual(0);
    }));
  });

  test('boxes of another edition are told', () => {
    expect(checkTicks(edition2563, { '1.1': ticks('1.1', 1, 0, 0), '1.2': { basic: [true], advance: [], significance: [true, true, true] }, '9.9': ticks('1.1', 0, 0, 0) }).map(({ code, field }) => `${code} ${field}`)).toEqual([
      'BOXES_COUNT items.1.2.basic', 'BOXES_COUNT items.1.2.advance', 'ITEM_UNKNOWN items.9.9',
    ]);
  });
});

describe('results', () => {
  test.each([
    ['80', '72', 'more', '270.000'], ['80', '80', 'more', '300.000'], ['100', '101', 'more', '300.000'], ['100', '101.01', 'more', '400.000'], ['100', '105', 'more', '400.000'], ['100', '105.1', 'more', '500.000'], ['100', '0', 'more', '0.000'],
    ['100', '90', 'less', '500.000'], ['100', '100', 'less', '300.000'], ['100', '110', 'less', '270.000'], ['100', '250', 'less', '0.000'],
  ] as const)('target %s, result %s, %s is better: %s', (target, value, better, expected) => expect(points(resultPoints(edition2563, free('7.1', target, value, better)))).toBe(expected));

  test('built-in lines: RM8 at 96.5 is 350, below the first level nothing, above the last 500', () => {
    const of = (ladder: string, value: string) => points(resultPoints(edition2563, { kind: 'ladder', item: '7.1', ladder, value: scaled(value) }));
    expect([of('RM8', '96.5'), of('RM8', '93.99'), of('RM8', '99'), of('RM6', '85'), of('RM1', '75'), of('RM99', '75')]).toEqual(['350.000', '0.000', '500.000', '425.000', '100.000', undefined]);
  });

  test('a target of zero gives no percentage, and says so', () => {
    expect(percentOfTarget({ target: 0n, value: scaled('5'), better: 'more' })).toBeUndefined();
    expect(resultPoints(edition2563, free('7.1', '0', '5'))).toBeUndefined();
    expect(checkResults([free('7.1', '80', '5'), free('7.1', '0', '5')]).map(({ code, field }) => `${code} ${field}`)).toEqual(['TARGET_ZERO results.1.target']);
  });
});

describe('the whole assessment', () => {
  test('full Basic is 300, full Advance 400, everything 500', () => {
    const full = (levels: 1 | 2 | 3, results: ResultEntry[]) => points(scoreAssessment(edition2563, { items: everyItem(({ levels: of }) => [of.basic.boxes, levels > 1 ? of.advance.boxes : 0, levels > 2 ? of.significance.boxes : 0]), results }).points);
    const results = (value: string) => fullResults.map((entry) => ({ ...entry, value: scaled(value) }) as ResultEntry);
    expect([full(1, results('100')), full(2, results('103')), full(3, results('110'))]).toEqual(['300.000', '400.000', '500.000']);
  });

  test('what nobody opened is missing, not nothing', () => {
    const { items } = { items: everyItem(({ levels }) => [levels.basic.boxes, 0, 0]) };
    const { '3.2': _, ...without } = items;
    const score = scoreAssessment(edition2563, { items: without, results: fullResults.slice(1) });
    expect([score.points, score.missing]).toEqual([undefined, ['3.2', '7.1']]);
    expect(points(score.least)).toBe(roundedText({ n: (scaled('300') * 5n + scaled('225') + (scaled('500') * 5n) / 6n) * 1n, d: 7n }, usualRounding));
    expect(score.categories[2]).toMatchObject({ key: '3', points: undefined, missing: ['3.2'] });
    expect(points(score.categories[0]?.points)).toBe('300.000');
  });

  test('an open result of several keeps its item open', () => {
    const score = scoreAssessment(edition2563, { items: {}, results: [free('7.1', '100', '100'), free('7.1', '100', null)] });
    expect(score.categories[6]?.items[0]?.points).toBeDefined();
    expect(score.missing).toContain('7.1');
  });

  test('weights of categories are data', () => {
    const heavy: Edition = { ...edition2563, categories: edition2563.categories.map((category) => ({ ...category, weight: category.key === '7' ? '45' : '10' })) };
    const score = scoreAssessment(heavy, { items: everyItem(({ levels }) => [levels.basic.boxes, 0, 0]), results: fullResults });
    expect(points(score.points)).toBe(roundedText({ n: scaled('300') * 60n + scaled('500') * 45n, d: 105n }, usualRounding));
  });

  test('282.31: 2.3 of 4, short of Basic, group 1; where the groups go on is not known', () => {
    const total = scaled('282.31');
    expect(roundedText(governmentLevel(edition2563, total), { places: 1, mode: 'half-away' })).toBe('2.3');
    expect([standingOf(edition2563, total)?.key, standingOf(edition2563, scaled('300'))?.key, standingOf(edition2563, scaled('500'))?.key]).toEqual(['not-yet', 'basic', 'significance']);
    expect([groupOf(edition2563, total)?.key, groupOf(edition2563, scaled('300'))]).toEqual(['1', undefined]);
  });
});

test('self and assessor: the boxes that only one of them ticked, and what that is worth', () => {
  const self = { '1.1': ticks('1.1', 3, 1, 0), '1.2': ticks('1.2', 3, 0, 0), '1.3': ticks('1.3', 1, 0, 0) };
  const assessor = { '1.1': { ...ticks('1.1', 3, 0, 0), basic: [true, false, true] }, '1.2': ticks('1.2', 3, 0, 0) };
  const found = differences(edition2563, self, assessor);
  expect(found.map(({ key, points: worth }) => [key, points(worth)])).toEqual([['1.1', '-200.000'], ['1.3', undefined]]);
  expect(found[0]?.boxes).toEqual({ basic: { onlySelf: [2], onlyAssessor: [] }, advance: { onlySelf: [1], onlyAssessor: [] }, significance: { onlySelf: [], onlyAssessor: [] } });
});

describe('next best tick', () => {
  /** Short of 300 by some boxes here and there, near the result of 2563. */
  const nearly: Assessment = {
    items: everyItem(({ key, levels }) => [['1.4', '2.1', '3.3', '6.2'].includes(key) ? 1 : levels.basic.boxes, 0, 0]),
    results: fullResults.map((entry) => ({ ...entry, value: scaled('94.5') }) as ResultEntry),
  };

  test('from below 300 to 300 with the fewest boxes', () => {
    const plan = planTicks(edition2563, nearly, scaled('300'));
    expect(plan.kind).toBe('plan');
    expect(compare(plan.after, whole(scaled('300')))).toBeGreaterThanOrEqual(0);
    expect(plan.ticks).toBe(plan.moves.reduce((total, { ticks: each }) => total + each, 0));
    expect(compare(subtract(plan.after, plan.before), sum(plan.moves.map(({ gain }) => gain)))).toBe(0);
    // Scored anew with those boxes ticked, it is what was promised.
    const done = { ...nearly.items };
    for (const { item, levels } of plan.moves) {
      const now = done[item] as Ticks;
      const more = (boxesOf: readonly boolean[], count: number) => boxesOf.reduce<{ out: boolean[]; left: number }>(({ out, left }, on) => ({ out: [...out, on || left > 0], left: on ? left : left - 1 }), { out: [], left: count }).out;
      done[item] = { basic: more(now.basic, levels.basic), advance: more(now.advance, levels.advance), significance: more(now.significance, levels.significance) };
    }
    expect(compare(scoreAssessment(edition2563, { ...nearly, items: done }).points as Fraction, plan.after)).toBe(0);
  });

  test('the first of the list is worth the most for a tick', () => {
    const [first, second] = nextBestTicks(edition2563, nearly);
    expect(compare({ n: first!.gain.n * BigInt(second!.ticks), d: first!.gain.d }, { n: second!.gain.n * BigInt(first!.ticks), d: second!.gain.d })).toBeGreaterThanOrEqual(0);
    // One box of two that share 300 in a category of four is 150 ÷ 4 ÷ 7; the last of one that unlocks ticked boxes is more.
    const locked = { ...nearly, items: { ...nearly.items, '5.2': ticks('5.2', 3, 4, 2) } };
    expect(nextBestTicks(edition2563, locked)[0]).toMatchObject({ item: '5.2', ticks: 1, levels: { basic: 1, advance: 0, significance: 0 } });
    expect(points(nextBestTicks(edition2563, locked)[0]?.gain)).toBe('9.821');
  });

  test('reached already, or out of reach by boxes alone', () => {
    expect(planTicks(edition2563, nearly, scaled('100')).kind).toBe('reached');
    const far = planTicks(edition2563, nearly, scaled('500'));
    expect(far.kind).toBe('impossible');
    expect(compare(far.after, whole(scaled('500')))).toBeLessThan(0);
  });

  test('no fewer boxes do, tried out one by one on small editions', () => {
    const small: Edition = { ...edition2563, categories: [{ ...edition2563.categories[0]!, weight: '2', items: ['1.1', '1.3'].map(itemOf) }, { ...edition2563.categories[1]!, items: [itemOf('2.4')] }] };
    const any = fc.record({ a: fc.array(fc.boolean(), { minLength: 18, maxLength: 18 }), wished: fc.integer({ min: 1, max: 500 }) });
    fc.assert(fc.property(any, ({ a, wished }) => {
      const at = (key: string, from: number): Ticks => {
        const { basic, advance, significance } = itemOf(key).levels;
        return { basic: a.slice(from, from + basic.boxes), advance: a.slice(from + basic.boxes, from + basic.boxes + advance.boxes), significance: a.slice(from + basic.boxes + advance.boxes, from + basic.boxes + advance.boxes + significance.boxes) };
      };
      const assessment: Assessment = { items: { '1.1': at('1.1', 0), '1.3': at('1.3', 5), '2.4': at('2.4', 11) }, results: [] };
      const plan = planTicks(small, assessment, scaled(String(wished)));
      const free: [string, (typeof allLevels)[number], number][] = Object.entries(assessment.items).flatMap(([key, on]) => allLevels.flatMap((level) => on[level].flatMap((ticked, box) => (ticked ? [] : [[key, level, box] as [string, (typeof allLevels)[number], number]]))));
      const few = Math.min(free.length, 10);
      if (free.length > 10) return;
      let least = Infinity;
      for (let choice = 0; choice < 1 << few; choice++) {
        const chosen = free.filter((_, bit) => choice & (1 << bit));
        if (chosen.length >= least) continue;
        const items = { ...assessment.items };
        for (const [key, level, box] of chosen) items[key] = { ...(items[key] as Ticks), [level]: (items[key] as Ticks)[level].with(box, true) };
        if (compare(scoreAssessment(small, { items, results: [] }).least, whole(scaled(String(wished)))) >= 0) least = chosen.length;
      }
      expect(plan.kind === 'impossible' ? Infinity : plan.ticks).toBe(least);
    }), { numRuns: 60 });
  });
});
