import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LineState } from './ladder/total.ts';
import { compare, one, roundedText, scaled, scaledText, usualRounding, whole, type Fraction } from './numbers.ts';
import { addedTopics2564, checkCascade, scoreNode, scorecardTotal, type CascadeNode, type ParentRule } from './scorecard.ts';

const levels = { least: one, most: scaled('5') };
const score = (text: string): LineState => ({ state: 'scored', score: whole(scaled(text)) });
const leaf = (key: string, own: LineState): CascadeNode => ({ key, rule: 'own', own, parts: [] });
const parent = (rule: ParentRule, parts: Readonly<Record<string, string>>, own: LineState = { state: 'missing' }): CascadeNode => ({ key: '3', rule, own, parts: Object.entries(parts).map(([key, contribution]) => ({ key, contribution: scaled(contribution) })) });
const points = (value: Fraction | undefined) => value && roundedText(value, usualRounding);

describe('a parent by its own rule', () => {
  const parts = [leaf('news', score('4')), leaf('radio', score('2')), leaf('abroad', score('5'))];
  const shares = { news: '50', radio: '30', abroad: '20' };
  test.each([
    ['contribution', '3.600'],
    ['lowest', '2.000'],
    ['own', '4.500'],
  ] as const)('%s: %s', (rule, expected) => expect(points(scoreNode([parent(rule, shares, score('4.5')), ...parts], '3', levels).score)).toBe(expected));

  test('a missing part leaves it open between the lowest and the highest level', () => {
    const open = scoreNode([parent('contribution', shares), leaf('news', score('4')), leaf('radio', { state: 'missing' }), leaf('abroad', score('5'))], '3', levels);
    expect([open.score, points(open.least), points(open.most), open.missing]).toEqual([undefined, '3.300', '4.500', ['radio']]);
  });

  test('a cancelled part leaves its contribution to the others', () => {
    const rest = [leaf('news', score('4')), leaf('radio', { state: 'cancelled' }), leaf('abroad', score('5'))];
    expect(points(scoreNode([parent('contribution', shares), ...rest], '3', levels).score)).toBe('4.286');
    const none = scoreNode([parent('contribution', { news: '100' }), leaf('news', { state: 'cancelled' })], '3', levels);
    expect([none.cancelled, none.score]).toEqual([true, undefined]);
  });

  test('goes down as many steps as there are', () => {
    const nodes: CascadeNode[] = [
      { key: 'department', rule: 'contribution', own: { state: 'missing' }, parts: [{ key: '3', contribution: scaled('60') }, { key: 'abroad', contribution: scaled('40') }] },
      parent('lowest', { news: '50', radio: '50' }),
      ...parts,
    ];
    expect(points(scoreNode(nodes, 'department', levels).score)).toBe('3.200');
  });
});

test('what is wrong with a cascade is told at its node', () => {
  const told = (nodes: CascadeNode[]) => checkCascade(nodes).map(({ code, field }) => `${code} ${field}`);
  expect(told([parent('contribution', { news: '50', radio: '30' }), leaf('news', score('4')), leaf('radio', score('4'))])).toEqual(['CONTRIBUTION_SUM nodes.0.parts']);
  expect(told([parent('contribution', { news: '100' })])).toEqual(['NODE_UNKNOWN nodes.0.parts.0.key']);
  expect(told([parent('contribution', { news: '0', radio: '100' }), leaf('news', score('4')), leaf('radio', score('4'))])).toEqual(['CONTRIBUTION_NEGATIVE nodes.0.parts.0.contribution']);
  expect(told([leaf('news', score('4')), leaf('news', score('4'))])).toEqual(['KEY_TWICE nodes.1.key']);
  const circle: CascadeNode[] = [parent('contribution', { news: '100' }), { ...parent('contribution', { '3': '100' }), key: 'news' }];
  expect(told(circle)).toEqual(['NODE_CIRCLE nodes.0.parts', 'NODE_CIRCLE nodes.1.parts']);
  expect(() => scoreNode(circle, '3', levels)).toThrow('Circle');
});

test('a scorecard is Σ(weight × level) ÷ Σ weights, whatever the weights come to', () => {
  const line = (key: string, weight: string, result: LineState) => ({ key, component: 'all', weight: scaled(weight), top: scaled('5'), result });
  const rules = { cancelled: 'drop', rounding: usualRounding, roundAt: 'end' } as const;
  const lines = [line('a', '0.15', score('3.4')), line('b', '0.25', score('5')), line('c', '0.2', score('2'))];
  expect(scaledText(scorecardTotal(lines, rules).shown as bigint)).toBe('3.6');
  const dropped = scorecardTotal([...lines, line('d', '0.4', { state: 'cancelled' })], rules);
  expect(scaledText(dropped.shown as bigint)).toBe('3.6');
  expect(scorecardTotal([line('a', '1', { state: 'missing' })], rules)).toMatchObject({ shown: undefined, missing: ['a'] });
});

test('three topics were added, each with the measure that feeds it', () => {
  expect(addedTopics2564.map(({ measure }) => measure)).toEqual(['showcase.masterpieces', 'correspondence.units-active', 'press-card.foreign-applications-online']);
});

test('a mean by contribution lies between its weakest and its best part', () => {
  const anyParts = fc.array(fc.record({ level: fc.integer({ min: 1000, max: 5000 }), contribution: fc.integer({ min: 1, max: 50 }) }), { minLength: 1, maxLength: 8 });
  fc.assert(fc.property(anyParts, (rows) => {
    const nodes: CascadeNode[] = [
      { key: 'all', rule: 'contribution', own: { state: 'missing' }, parts: rows.map(({ contribution }, at) => ({ key: String(at), contribution: BigInt(contribution) * one })) },
      ...rows.map(({ level }, at) => leaf(String(at), { state: 'scored', score: whole(BigInt(level) * 1000n) })),
    ];
    const mean = scoreNode(nodes, 'all', levels).score as Fraction;
    const all = rows.map(({ level }) => level);
    expect(compare(mean, whole(BigInt(Math.min(...all)) * 1000n))).toBeGreaterThanOrEqual(0);
    expect(compare(mean, whole(BigInt(Math.max(...all)) * 1000n))).toBeLessThanOrEqual(0);
  }));
});
