import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, one, roundedText, scaled, scaledText, times, usualRounding, whole, type Fraction } from '../numbers.ts';
import { explainScore, explanationWords } from './explain.ts';
import { reachableValue, valueFor } from './inverse.ts';
import { checkLadder, ladderOf, readyLadder, scoreOf, topScore, usualScores, type Ladder } from './ladder.ts';
import { stepsReached, type StepFact } from './steps.ts';
import { anyLadder } from './testing/any-ladder.ts';

const by75 = ladderOf(['70', '75', '80'], usualScores['50-75-100']);
const less = ladderOf(['30', '20', '10'], usualScores['50-75-100'], { better: 'less' });
const levels = ladderOf(['60', '70', '80', '90', '100'], usualScores['1-5']);
const scored = (ladder: Ladder, value: string) => roundedText(scoreOf(readyLadder(ladder), scaled(value)), usualRounding);
const weighted = (ladder: Ladder, value: string, share: string) => roundedText(times(scoreOf(readyLadder(ladder), scaled(value)), whole(scaled(share))), usualRounding);

describe('the vectors of the scoring rules', () => {
  test.each([
    ['77', '85.000', '17.000'],
    ['69.9', '0.000', '0.000'],
    ['91', '100.000', '20.000'],
  ])('70/75/80 ⇒ 50/75/100: %s earns %s, of weight 20 %s', (value, score, of20) => {
    expect(scored(by75, value)).toBe(score);
    expect(weighted(by75, value, '0.2')).toBe(of20);
  });

  test('short of the lowest rung it is nothing, or the line drawn on, or the lowest score, as the data says', () => {
    expect(scored({ ...by75, below: 'slope' }, '69.9')).toBe('49.500');
    expect(scored({ ...by75, below: 'slope' }, '12')).toBe('0.000');
    expect(scored({ ...by75, below: 'lowest' }, '12')).toBe('50.000');
    expect(scored({ ...levels, below: 'lowest' }, '0')).toBe('1.000');
  });

  test('less is better: 30/20/10 ⇒ 50/75/100, 15 earns 87.5, of weight 15 13.125', () => {
    expect(scored(less, '15')).toBe('87.500');
    expect(weighted(less, '15', '0.15')).toBe('13.125');
    expect(scored(less, '30.000001')).toBe('0.000');
    expect(scored(less, '0')).toBe('100.000');
  });

  test('levels 1 to 5: 60/70/80/90/100, 84 is level 3.4, of weight 0.15 it is 0.51', () => {
    expect(scored(levels, '84')).toBe('3.400');
    expect(weighted(levels, '84', '0.15')).toBe('0.510');
  });

  test('steps 1 and 3 without 2: cumulative 50, counted 75', () => {
    const steps = ladderOf(['1', '2', '3'], usualScores['50-75-100']);
    const pilot: StepFact[] = [true, false, true];
    expect(stepsReached(pilot, 'cumulative')).toEqual({ reached: 1, wanted: [], idle: [3] });
    expect(stepsReached(pilot, 'counted')).toEqual({ reached: 2, wanted: [], idle: [] });
    expect(scored(steps, '1')).toBe('50.000');
    expect(scored(steps, '2')).toBe('75.000');
  });

  test('a result of an assessment: 96.5 % on 94–98 with levels of 100 to 500 is 350', () => {
    expect(scored(ladderOf(['94', '95', '96', '97', '98'], usualScores['100-500']), '96.5')).toBe('350.000');
  });
});

describe('steps that are not known', () => {
  test.each([
    [[true, null, true], 'cumulative', { reached: undefined, wanted: [2], idle: [] }],
    [[true, false, null], 'cumulative', { reached: 1, wanted: [], idle: [] }],
    [[null, true, false, null], 'cumulative', { reached: undefined, wanted: [1], idle: [] }],
    [[true, null], 'counted', { reached: undefined, wanted: [2], idle: [] }],
    [[true, true, true], 'cumulative', { reached: 3, wanted: [], idle: [] }],
    [[], 'counted', { reached: 0, wanted: [], idle: [] }],
  ] as const)('%j, %s', (facts, rule, reached) => expect(stepsReached(facts, rule)).toEqual(reached));
});

describe('what a ladder may be', () => {
  const told = (ladder: Ladder) => checkLadder(ladder).map(({ code, field, severity }) => `${severity} ${code} ${field}`);
  const scores = usualScores['50-75-100'];
  test.each([
    ['a good one', by75, []],
    ['a good one of falling values', less, []],
    ['a target of zero where less is better', ladderOf(['2', '1', '0'], scores, { better: 'less' }), []],
    ['falling values where more is better', ladderOf(['80', '75', '70'], scores), ['error LADDER_REVERSED better']],
    ['rising values where less is better', ladderOf(['70', '75', '80'], scores, { better: 'less' }), ['error LADDER_REVERSED_LESS better']],
    ['up and down', ladderOf(['70', '80', '75'], scores), ['error LADDER_NOT_RISING rungs.2.value']],
    ['down and up where less is better', ladderOf(['30', '10', '20'], scores, { better: 'less' }), ['error LADDER_NOT_FALLING rungs.2.value']],
    ['scores that fall', ladderOf(['70', '75', '80'], ['50', '100', '75']), ['error LADDER_SCORES_FALL rungs.2.score']],
    ['one value twice', ladderOf(['70', '80', '80'], scores), ['warning LADDER_JUMP rungs.2.value']],
    ['one rung twice', ladderOf(['70', '70'], ['50', '50']), ['error LADDER_TWICE rungs.1.value']],
    ['a flat piece', ladderOf(['70', '80'], ['50', '50']), ['warning LADDER_FLAT rungs.1.score']],
    ['nothing that already earns', ladderOf(['0', '50', '100'], scores), ['warning LADDER_FROM_ZERO rungs.0.value']],
    ['no first line to draw on', ladderOf(['70', '70', '80'], scores, { below: 'slope' }), ['warning LADDER_JUMP rungs.1.value', 'error LADDER_NO_SLOPE below']],
    ['a single rung', ladderOf(['100'], ['100']), []],
    ['no rung', ladderOf([], []), ['error LADDER_EMPTY rungs']],
  ])('%s', (_, ladder, expected) => expect(told(ladder)).toEqual(expected));

  test('a reversed one offers the other direction, in both languages', () => {
    const [found] = checkLadder(ladderOf(['80', '75', '70'], scores));
    expect(found?.repair).toBe('less');
    expect(found?.words.th).toContain('ยิ่งมากยิ่งดี');
    expect(found?.words.en).toContain('more is better');
    expect(() => readyLadder(ladderOf(['80', '75', '70'], scores))).toThrow('LADDER_REVERSED at better');
  });

  test('at a jump the higher score counts, and a target of zero is reached by zero', () => {
    const jump = ladderOf(['70', '80', '80'], scores);
    expect(scored(jump, '79.999999')).toBe('75.000');
    expect(scored(jump, '79')).toBe('72.500');
    expect(scored(jump, '80')).toBe('100.000');
    expect(scored(ladderOf(['2', '1', '0'], scores, { better: 'less' }), '0')).toBe('100.000');
    expect(scored(ladderOf(['100', '100', '100'], scores), '99.9')).toBe('0.000');
    expect(scored(ladderOf(['100', '100', '100'], scores), '100')).toBe('100.000');
  });
});

describe('a score explains itself', () => {
  const why = (ladder: Ladder, value: string) => explanationWords(explainScore(readyLadder(ladder), scaled(value)), { th: '%', en: '%' });
  test('between two rungs the sum stands with its numbers', () => {
    const { formula, where, shown } = explainScore(readyLadder(by75), scaled('77'));
    expect([where, formula, scaledText(shown)]).toEqual(['between', '75 + (77 − 75) ÷ (80 − 75) × (100 − 75)', '85']);
    expect(explainScore(readyLadder(less), scaled('15')).formula).toBe('75 + (20 − 15) ÷ (20 − 10) × (100 − 75)');
    expect(explainScore(readyLadder({ ...by75, below: 'slope' }), scaled('69.9')).formula).toBe('50 − (70 − 69.9) ÷ (75 − 70) × (75 − 50)');
    expect(why(by75, '77').th).toBe('ผลการดำเนินงาน 77 % อยู่ระหว่างเกณฑ์ 75 (75 คะแนน) กับ 80 (100 คะแนน): 75 + (77 − 75) ÷ (80 − 75) × (100 − 75) = 85.000 คะแนน');
  });

  test('rounding is told only where it changed something', () => {
    const thirds = ladderOf(['0.5', '3.5'], ['0', '100']);
    expect(why(thirds, '1.5').en).toContain('33.333 points (rounded to 3 places, a half goes up)');
    expect(why(by75, '77').en).not.toContain('rounded');
  });

  test('every place on a ladder has its sentence', () => {
    const places = (ladder: Ladder, values: readonly string[]) => values.map((value) => explainScore(readyLadder(ladder), scaled(value)).where);
    expect(places(by75, ['69', '70', '71', '75', '80', '99'])).toEqual(['below-zero', 'on-rung', 'between', 'on-rung', 'top', 'top']);
    expect(places({ ...by75, below: 'slope' }, ['69'])).toEqual(['below-slope']);
    expect(places({ ...by75, below: 'lowest' }, ['69'])).toEqual(['below-lowest']);
    expect(places(ladderOf(['100'], ['100']), ['99', '100'])).toEqual(['below-zero', 'top']);
    for (const words of [why(by75, '69'), why(by75, '99'), why(by75, '75'), why({ ...by75, below: 'lowest' }, '1'), why({ ...by75, below: 'slope' }, '69')]) {
      expect(`${words.th}${words.en}`).not.toMatch(/[{}]|undefined/);
    }
  });

  /** Evaluates `a + (b − c) ÷ (d − e) × (f − g)` as anybody would with a calculator. */
  const byCalculator = (formula: string): number => {
    const [, first, plus, b, c, d, e, f, g] = /^([\d.]+) ([+−]) \((-?[\d.]+) − (-?[\d.]+)\) ÷ \((-?[\d.]+) − (-?[\d.]+)\) × \((-?[\d.]+) − (-?[\d.]+)\)$/.exec(formula) as unknown as string[];
    const line = ((Number(b) - Number(c)) / (Number(d) - Number(e))) * (Number(f) - Number(g));
    return Number(first) + (plus === '+' ? line : -line);
  };

  test('the sum that is shown comes to the score', () => {
    fc.assert(fc.property(anyLadder, fc.integer({ min: -2000, max: 12_000 }), (ladder, hundredths) => {
      const told = explainScore(readyLadder(ladder), scaled((hundredths / 100).toFixed(2)));
      if (told.formula) expect(Math.max(0, byCalculator(told.formula))).toBeCloseTo(Number(scaledText(told.shown)), 3);
    }));
  });
});

describe('properties of every ladder', () => {
  const value = fc.integer({ min: -30_000, max: 130_000 }).map((thousandths) => BigInt(thousandths) * 1000n);

  test('monotone, never under nothing, never over the top rung, each rung earns its score', () => {
    fc.assert(fc.property(anyLadder, value, value, (plain, a, b) => {
      const ladder = readyLadder(plain);
      const [low, high] = a <= b ? [a, b] : [b, a];
      const order = compare(scoreOf(ladder, low), scoreOf(ladder, high));
      expect(plain.better === 'more' ? order : -order).toBeLessThanOrEqual(0);
      const score = scoreOf(ladder, a);
      expect(compare(score, whole(0n))).toBeGreaterThanOrEqual(0);
      expect(compare(score, whole(topScore(plain)))).toBeLessThanOrEqual(0);
      plain.rungs.forEach((rung, at) => {
        if (plain.rungs[at + 1]?.value !== rung.value) expect(compare(scoreOf(ladder, rung.value), whole(rung.score))).toBe(0);
      });
    }), { numRuns: 400 });
  });

  test('mirrored values on a mirrored ladder earn the same', () => {
    fc.assert(fc.property(anyLadder, value, (plain, at) => {
      const mirrored: Ladder = { ...plain, better: plain.better === 'more' ? 'less' : 'more', rungs: plain.rungs.map((rung) => ({ ...rung, value: -rung.value })) };
      expect(compare(scoreOf(readyLadder(plain), at), scoreOf(readyLadder(mirrored), -at))).toBe(0);
    }));
  });

  test('the value for a wished score earns it, and the next worse value does not', () => {
    fc.assert(fc.property(anyLadder, fc.integer({ min: 0, max: 110_000 }), (plain, thousandths) => {
      const ladder = readyLadder(plain);
      const wished: Fraction = whole(BigInt(thousandths) * 1000n);
      const needed = valueFor(ladder, wished);
      if (needed.kind === 'beyond') expect(compare(whole(topScore(plain)), wished)).toBeLessThan(0);
      else if (needed.kind === 'any') expect(compare(scoreOf(ladder, plain.better === 'more' ? -(10n ** 12n) : 10n ** 12n), wished)).toBeGreaterThanOrEqual(0);
      else {
        const reached = reachableValue(ladder, wished, 6) as bigint;
        expect(compare(scoreOf(ladder, reached), wished)).toBeGreaterThanOrEqual(0);
        expect(compare(scoreOf(ladder, reached - ladder.sign), wished)).toBeLessThan(0);
        const counted = reachableValue(ladder, wished, 0) as bigint;
        expect(counted % one).toBe(0n);
        expect(compare(scoreOf(ladder, counted), wished)).toBeGreaterThanOrEqual(0);
      }
    }), { numRuns: 400 });
  });
});
