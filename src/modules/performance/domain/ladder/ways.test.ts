import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, compare, fraction, one, roundedText, scaled, scaledText, times, usualRounding, whole, zero, type Fraction } from '../numbers.ts';
import { cheapestWay, stepsAhead, type Movable } from './cheapest.ts';
import { ladderOf, readyLadder, scoreOf, usualScores } from './ladder.ts';
import { nextClass } from './total.ts';
import { anyLadder } from './testing/any-ladder.ts';
import { around, forecast, forecastWords, scoreBand } from './uncertain.ts';

const scores = usualScores['50-75-100'];
const by75 = readyLadder(ladderOf(['70', '75', '80'], scores));
const points = (value: Fraction) => roundedText(value, usualRounding);
const movable = (key: string, value: string, share: string, more: Partial<Movable> = {}): Movable => ({ key, ladder: by75, value: scaled(value), places: 2, share: whole(scaled(share)), ...more });

describe('the cheapest way to the next class', () => {
  test('steps ahead of an indicator, with what they add and cost', () => {
    expect(stepsAhead(movable('3.1', '72', '0.2')).map(({ to, gain, cost }) => [scaledText(to), points(gain), points(cost)])).toEqual([['75', '3.000', '0.300'], ['80', '8.000', '0.800']]);
    expect(stepsAhead(movable('3.1', '80', '0.2'))).toEqual([]);
    const costed = movable('3.1', '72', '0.2', { costPerUnit: scaled('1500') });
    expect(stepsAhead(costed).map(({ cost }) => points(cost))).toEqual(['4500.000', '12000.000']);
  });

  test('the last hair before the lowest rung is worth more than a long climb elsewhere', () => {
    const way = cheapestWay([movable('1', '75', '0.2'), movable('2', '69.9', '0.15')], whole(scaled('5')));
    expect(way).toMatchObject({ kind: 'way', proven: true });
    expect(way.moves.map(({ key, to, gain }) => [key, scaledText(to), points(gain)])).toEqual([['2', '70', '7.500']]);
  });

  test('only as far as it is needed, in units that exist', () => {
    const whatIf = (places: number) => cheapestWay([movable('1', '75', '0.2', { places })], whole(scaled('1.11'))).moves.map(({ to }) => scaledText(to));
    expect([whatIf(2), whatIf(0), whatIf(6)]).toEqual([['76.11'], ['77'], ['76.11']]);
  });

  test('less is better goes down', () => {
    const down = readyLadder(ladderOf(['30', '20', '10'], scores, { better: 'less' }));
    const { moves } = cheapestWay([movable('1', '15', '0.15', { ladder: down })], whole(scaled('1.875')));
    expect(moves.map(({ from, to }) => [scaledText(from), scaledText(to)])).toEqual([['15', '10']]);
  });

  test('from 75.25 of six lines to the class from 90', () => {
    const next = nextClass([{ key: 'quality', from: scaled('90') }, { key: 'high', from: scaled('75') }], whole(scaled('75.25')), usualRounding)!;
    const lines = [movable('1', '80', '0.15'), movable('2', '75', '0.15'), movable('3.1', '77', '0.2'), movable('3.2', '72.5', '0.2'), movable('4', '70', '0.15'), movable('5', '76', '0.15')];
    const way = cheapestWay(lines, next.need);
    expect([next.key, way.kind, way.proven]).toEqual(['quality', 'way', true]);
    expect(compare(add(whole(scaled('75.25')), way.gain), whole(scaled('90')))).toBeGreaterThanOrEqual(0);
    // The two lines of 20 go first: a step of the ladder is worth most there.
    expect(way.moves.slice(0, 2).map(({ key }) => key).toSorted((a, b) => a.localeCompare(b))).toEqual(['3.1', '3.2']);
  });

  test('reached already, or out of reach', () => {
    expect(cheapestWay([movable('1', '75', '0.2')], zero)).toMatchObject({ kind: 'reached', moves: [] });
    const far = cheapestWay([movable('1', '75', '0.2')], whole(scaled('6')));
    expect(far.kind).toBe('impossible');
    expect(far.moves.map(({ to }) => scaledText(to))).toEqual(['80']);
    expect(cheapestWay([], whole(one)).kind).toBe('impossible');
  });

  test('nobody finds a cheaper way by trying out values on a grid', () => {
    const anyMovable = fc.record({ ladder: anyLadder, value: fc.integer({ min: 0, max: 100 }), share: fc.integer({ min: 1, max: 5 }) });
    fc.assert(fc.property(fc.array(anyMovable, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 40 }), (rows, need) => {
      const movables = rows.map(({ ladder, value, share }, at): Movable => ({ key: String(at), ladder: readyLadder(ladder), value: BigInt(value) * one, places: 6, share: fraction(BigInt(share) * one, 10n), costPerUnit: BigInt(share) * one }));
      const wanted = whole(BigInt(need) * one);
      const way = cheapestWay(movables, wanted);
      const gainAt = (row: Movable, value: bigint) => times(add(scoreOf(row.ladder, value), { n: -scoreOf(row.ladder, row.value).n, d: scoreOf(row.ladder, row.value).d }), row.share);
      if (way.kind === 'way') expect(compare(way.gain, wanted)).toBeGreaterThanOrEqual(0);
      for (const move of way.moves) expect(compare(gainAt(movables[Number(move.key)] as Movable, move.to), move.gain)).toBe(0);
      const grid = movables.map((row) => [row.value, ...Array.from({ length: 21 }, (_, at) => BigInt(at * 5) * one), ...row.ladder.rungs.map(({ value }) => value)].filter((value) => (value - row.value) * row.ladder.sign >= 0n));
      const tryAll = (at: number, gain: Fraction, cost: bigint): void => {
        const row = movables[at];
        if (!row) {
          if (compare(gain, wanted) >= 0) {
            expect(way.kind).toBe('way');
            // The way is rounded to millionths, never dearer by more than that.
            expect(compare(way.cost, whole(cost + 10n))).toBeLessThanOrEqual(0);
          }
          return;
        }
        for (const value of grid[at] as bigint[]) {
          const far = value > row.value ? value - row.value : row.value - value;
          tryAll(at + 1, add(gain, gainAt(row, value)), cost + (far * (row.costPerUnit as bigint)) / one);
        }
      };
      tryAll(0, zero, 0n);
    }), { numRuns: 25 });
  });

  test('forty indicators end, with a way that is enough', () => {
    const many = Array.from({ length: 40 }, (_, at) => movable(String(at), String(60 + (at % 20)), '0.025'));
    const way = cheapestWay(many, whole(scaled('30')));
    expect(way.kind).toBe('way');
    expect(compare(way.gain, whole(scaled('30')))).toBeGreaterThanOrEqual(0);
  });
});

describe('a value that is a sample', () => {
  test('180 people abroad: 80 % ± 7.3 decides about two rungs by chance', () => {
    const ladder = readyLadder(ladderOf(['75', '80', '85'], scores));
    const band = scoreBand(ladder, scaled('80'), around(scaled('80'), scaled('7.3')));
    expect([points(band.least), points(band.score), points(band.most), band.rungsAtStake]).toEqual(['0.000', '75.000', '100.000', [0, 1, 2]]);
    const many = scoreBand(ladder, scaled('82'), around(scaled('82'), scaled('1.85')));
    expect([points(many.least), points(many.most), many.rungsAtStake]).toEqual(['75.750', '94.250', []]);
  });

  test('the interval stays inside what is possible, and its ends change places where less is better', () => {
    expect(around(scaled('98'), scaled('5'), { least: 0n, most: scaled('100') })).toEqual({ low: scaled('93'), high: scaled('100') });
    expect(() => around(0n, -1n)).toThrow('not negative');
    const down = readyLadder(ladderOf(['30', '20', '10'], scores, { better: 'less' }));
    const band = scoreBand(down, scaled('15'), around(scaled('15'), scaled('6')));
    expect([points(band.least), points(band.most), band.rungsAtStake]).toEqual(['72.500', '100.000', [1, 2]]);
  });
});

describe('the end of the year from the rounds so far', () => {
  const at = (month: number, value: string | null) => ({ month, value: value === null ? null : scaled(value) });
  const told = (...args: Parameters<typeof forecast>) => {
    const found = forecast(...args);
    return found && [scaledText(found.value), found.used];
  };
  test('hold, pace, trend, and the end itself', () => {
    const rounds = [at(6, '40'), at(9, '55')];
    expect(told(rounds, 'hold')).toEqual(['55', 'hold']);
    expect(told(rounds, 'pace')).toEqual(['73.333333', 'pace']);
    expect(told(rounds, 'trend')).toEqual(['70', 'trend']);
    expect(told([...rounds, at(12, '61')], 'trend')).toEqual(['61', 'final']);
    expect(told([at(6, '40')], 'trend')).toEqual(['40', 'hold']);
  });
  test('a round that was not reported is passed over', () => {
    expect(told([at(6, '40'), at(9, null)], 'pace')).toEqual(['80', 'pace']);
    expect(told([at(6, null)], 'hold')).toBeUndefined();
    expect(told([], 'pace')).toBeUndefined();
    expect(told([at(9, '55'), at(6, '40')], 'trend')).toEqual(['70', 'trend']);
  });
  test('what is impossible is cut, and said so', () => {
    expect(forecast([at(6, '70'), at(9, '95')], 'trend', { most: scaled('100') })).toMatchObject({ value: scaled('100'), cut: true });
    expect(forecast([at(6, '40')], 'hold', { most: scaled('100') })).toMatchObject({ cut: false });
  });
  test('the rule is told in both languages', () => {
    for (const rule of ['hold', 'pace', 'trend'] as const) {
      const words = forecastWords(forecast([at(6, '40'), at(9, '55')], rule)!);
      expect(words.th).toMatch(/9 เดือน.*55|55.*9 เดือน/);
      expect(`${words.th}${words.en}`).not.toMatch(/[{}]/);
    }
    expect(forecastWords(forecast([at(12, '61')], 'hold')!).en).toBe('The result of month 12: 61');
  });
});
