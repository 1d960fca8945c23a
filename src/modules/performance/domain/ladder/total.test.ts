import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, hundred, one, round, roundedText, scaled, scaledText, sum, usualRounding, whole } from '../numbers.ts';
import { ladderOf, readyLadder, scoreOf } from './ladder.ts';
import { classOf, nextClass, onHundred, possibleClasses, totalOf, type Line, type LineState, type ScoreClass, type TotalRules } from './total.ts';

const rules: TotalRules = { weightSum: hundred, cancelled: 'drop', rounding: usualRounding, roundAt: 'end' };
const score = (text: string): LineState => ({ state: 'scored', score: whole(scaled(text)) });
const missing: LineState = { state: 'missing' };
const cancelled: LineState = { state: 'cancelled' };
const line = (key: string, weight: string, result: LineState, component = '1'): Line => ({ key, component, weight: scaled(weight), top: hundred, result });
const shown = (value: bigint | undefined) => (value === undefined ? undefined : scaledText(value, { places: 3 }));
const classes: ScoreClass[] = [['quality', '90'], ['high', '75'], ['basic', '60'], ['improve', '0']].map(([key, from]) => ({ key: key as string, from: scaled(from as string) }));

/** The six weighted lines of 2564, with results from invented numbers. */
const sheet = (results: readonly LineState[]): Line[] => [
  line('1', '15', results[0] as LineState), line('2', '15', results[1] as LineState), line('3.1', '20', results[2] as LineState),
  line('3.2', '20', results[3] as LineState), line('4', '15', results[4] as LineState, '2.1'), line('5', '15', results[5] as LineState, '2.2'),
];

test('six lines come to their weighted sum and its class', () => {
  const total = totalOf(sheet(['100', '75', '85', '62.5', '50', '80'].map(score)), rules);
  expect(total.lines.map(({ weighted }) => weighted && roundedText(weighted, usualRounding))).toEqual(['15.000', '11.250', '17.000', '12.500', '7.500', '12.000']);
  expect(shown(total.shown)).toBe('75.250');
  expect(classOf(classes, total.shown as bigint)?.key).toBe('high');
});

test('a missing result is not zero: the total stays between two bounds, and so does the class', () => {
  const total = totalOf(sheet([score('100'), score('75'), score('85'), missing, score('50'), score('80')]), rules);
  expect([total.exact, total.shown, shown(total.least), shown(total.most), shown(total.soFar), total.missing]).toEqual([undefined, undefined, '62.750', '82.750', '78.438', ['3.2']]);
  expect(possibleClasses(classes, total).map(({ key }) => key)).toEqual(['basic', 'high']);
  const nothing = totalOf(sheet([missing, missing, missing, missing, missing, missing]), rules);
  expect([nothing.shown, nothing.soFar, shown(nothing.least), shown(nothing.most)]).toEqual([undefined, undefined, '0.000', '100.000']);
  const zero = totalOf(sheet(['0', '0', '0', '0', '0', '0'].map(score)), rules);
  expect([shown(zero.shown), zero.missing]).toEqual(['0.000', []]);
  expect(classOf(classes, zero.shown as bigint)?.key).toBe('improve');
});

describe('a cancelled indicator', () => {
  const lines = sheet([score('100'), score('80'), cancelled, score('60'), score('50'), score('80')]);
  test('drop: its weight is lost', () => expect(shown(totalOf(lines, rules).shown)).toBe('58.500'));
  test('spread: over the rest of its component by their weights', () => {
    const total = totalOf(lines, { ...rules, cancelled: 'spread' });
    // 15 + 15 + 20 share 20: 21, 21, 28.
    expect(total.lines.map(({ weight }) => roundedText(weight, usualRounding))).toEqual(['21.000', '21.000', '0.000', '28.000', '15.000', '15.000']);
    expect(shown(total.shown)).toBe('74.100');
  });
  test('spread: over everything where it was alone', () => {
    const alone = sheet([score('100'), score('80'), score('70'), score('60'), cancelled, score('80')]);
    const total = totalOf(alone, { ...rules, cancelled: 'spread' });
    expect(roundedText(sum(total.lines.map(({ weight }) => weight)), usualRounding)).toBe('100.000');
    expect(roundedText(total.lines[0]!.weight, usualRounding)).toBe('17.647');
  });
  test('everything cancelled leaves nothing to spread over', () => {
    expect(shown(totalOf([line('1', '100', cancelled)], { ...rules, cancelled: 'spread' }).shown)).toBe('0.000');
  });
});

test('rounded at the end or at each line, as the data says', () => {
  const thirds = readyLadder(ladderOf(['0', '3'], ['0', '100']));
  const lines = ['1', '1', '1'].map((value, at) => ({ ...line(String(at), '33.333333', missing), result: { state: 'scored' as const, score: scoreOf(thirds, scaled(value)) } }));
  expect(shown(totalOf(lines, rules).shown)).toBe('33.333');
  expect(shown(totalOf(lines, { ...rules, rounding: { places: 1, mode: 'half-away' }, roundAt: 'line' }).shown)).toBe('33.300');
});

test('the class is asked of what is shown', () => {
  const of = (text: string) => classOf(classes, scaled(text))?.key;
  expect([of('90'), of('89.999'), of('75'), of('74.999'), of('60'), of('59.999'), of('0')]).toEqual(['quality', 'high', 'high', 'basic', 'basic', 'improve', 'improve']);
  expect(classOf(classes.slice(0, 3), scaled('10'))).toBeUndefined();
  expect(classOf(classes, round(whole(scaled('89.9996')), usualRounding))?.key).toBe('quality');
});

test('the next class, and how far it is', () => {
  const next = (text: string) => {
    const found = nextClass(classes, whole(scaled(text)), usualRounding);
    return found && [found.key, roundedText(found.need, usualRounding)];
  };
  expect([next('75.25'), next('74.9996'), next('90'), next('0')]).toEqual([['quality', '14.750'], ['quality', '15.000'], undefined, ['basic', '60.000']]);
});

test('levels: Σ(W·SM) ÷ ΣW', () => {
  const levels = [line('a', '0.15', score('3.4')), line('b', '0.35', score('5')), line('c', '0.5', score('2'))];
  expect(shown(totalOf(levels, { ...rules, weightSum: one }).shown)).toBe('3.260');
});

test('one scale: 282.31 of 500, level 3.4 of 5', () => {
  expect(roundedText(onHundred(whole(scaled('282.31')), scaled('500')), usualRounding)).toBe('56.462');
  expect(roundedText(onHundred(whole(scaled('3.4')), scaled('5')), usualRounding)).toBe('68.000');
});

test('whatever is missing or cancelled: the truth lies between the bounds, and no more than all points are given', () => {
  const anyState = fc.oneof(fc.integer({ min: 0, max: 100_000 }).map((n): LineState => ({ state: 'scored', score: whole(BigInt(n) * 1000n) })), fc.constant(missing), fc.constant(cancelled));
  const anySheet = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 40 }), component: fc.constantFrom('1', '2'), result: anyState }), { minLength: 1, maxLength: 12 });
  fc.assert(fc.property(anySheet, fc.constantFrom('drop' as const, 'spread' as const), fc.integer({ min: 0, max: 100 }), (rows, rule, guess) => {
    const lines = rows.map((row, at): Line => ({ key: String(at), component: row.component, weight: BigInt(row.weight) * one, top: hundred, result: row.result }));
    const weightSum = lines.reduce((total, { weight }) => total + weight, 0n);
    const own: TotalRules = { ...rules, weightSum, cancelled: rule };
    const open = totalOf(lines, own);
    const filled = totalOf(lines.map((one) => (one.result.state === 'missing' ? { ...one, result: score(String(guess)) } : one)), own);
    expect(open.least <= (filled.shown as bigint) && (filled.shown as bigint) <= open.most).toBe(true);
    expect(open.most <= hundred).toBe(true);
    if (rule === 'spread' && lines.some(({ result }) => result.state !== 'cancelled')) expect(compare(sum(open.lines.map(({ weight }) => weight)), whole(weightSum))).toBe(0);
  }), { numRuns: 300 });
});

test('a weighted score that is exactly a half in the fourth place is rounded up, though its quotient never ends', () => {
  const ladder = readyLadder(ladderOf(['54.2317', '28.1553', '23.9238'], ['50', '75', '100'], { better: 'less' }));
  const result: LineState = { state: 'scored', score: scoreOf(ladder, scaled('32.8369')) };
  expect(shown(totalOf([line('1', '93.13', result)], rules).shown)).toBe('65.668');
});
