import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { shippedFramework } from '../../domain/framework/years/shipped.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import { add, compare, round, scaled, scaledText, usualRounding, whole, type Scaled } from '../../domain/numbers.ts';
import { makeSheet, type Sheet } from '../../sheet.ts';
import type { Cycle } from '../../store/cycles.ts';
import type { Indicator } from '../../store/indicators.ts';
import type { StoredResult } from '../../store/results.ts';
import { bandOfLine, bandOfTotal } from './bands.ts';
import { differencesOf, freezeSheet, hashOf } from './snapshot.ts';
import { foresee, forecastRuleOf, standingOf } from './standing.ts';
import { nextSteps, readTyping, supposeSheet, valueForScore, wayTo, type SheetRead } from './what-if.ts';

const framework = shippedFramework(2564) as Framework;
const cycle: Cycle = { id: 1, fiscalYear: 2564, frameworkId: 1, departmentId: 10, keeperUnitId: 11, state: 'running', closedAt: null, rev: 1 };

const indicator = (id: number, weight: string, more: Partial<Indicator> = {}): Indicator => ({
  id, cycleId: 1, parentId: null, key: String(id), place: id, name: `ตัวชี้วัด ${id}`, component: '1', tags: [], kind: 'outcome', measuring: 'survey', better: 'more', unitOfMeasure: 'ร้อยละ', places: 2, weight: scaled(weight),
  ladder: { values: ['70', '75', '80'], scores: ['50', '75', '100'], below: 'zero' }, measureName: null, state: 'final', cancelledOn: null, cancelReason: null, editors: [], units: [{ unitId: 12, role: 'owner' }], rev: 1, ...more,
});
let last = 0;
const result = (indicatorId: number, month: number, value: string, margin: string | null = null): StoredResult => ({
  id: ++last, indicatorId, roundId: month, month, value: scaled(value), numerator: null, denominator: null, margin: margin === null ? null : scaled(margin), source: 'manual', measureName: null,
  asOf: new Date('2021-03-31T09:00:00Z'), note: '', detail: {}, personId: 1, personName: 'ผู้รายงาน', at: new Date('2021-04-01T02:00:00Z'),
});
const read = (indicators: readonly Indicator[], results: readonly StoredResult[]): SheetRead => ({ cycle, framework, indicators, results });
const line = (sheet: Sheet, id: number) => sheet.lines.find((one) => one.indicator.id === id) as Sheet['lines'][number];

describe('where a line stands', () => {
  const steps = { measuring: 'milestones', unitOfMeasure: 'ขั้น', places: 0, ladder: { values: ['2', '3', '4'], scores: ['50', '75', '100'], below: 'zero' } } as const;
  test.each([
    ['missing', indicator(1, '50'), []],
    ['no-ladder', indicator(1, '50', { ladder: null }), [result(1, 6, '77')]],
    ['below', indicator(1, '50'), [result(1, 6, '69.99')]],
    ['reached', indicator(1, '50'), [result(1, 6, '75')]],
    ['short', indicator(1, '50'), [result(1, 6, '72')]],
    // 71 and 73 at months 6 and 9 go on to 75 at the end of the year.
    ['going', indicator(1, '50'), [result(1, 6, '71'), result(1, 9, '73')]],
    ['short', indicator(1, '50', steps), [result(1, 6, '2')]],
    ['cancelled', indicator(1, '50', { state: 'cancelled', cancelledOn: '2021-01-01', cancelReason: 'งด' }), [result(1, 6, '77')]],
  ] as const)('%s', (standing, one, results) => {
    const sheet = makeSheet(read([one], results));
    expect(standingOf(line(sheet, 1), sheet.results)).toBe(standing);
  });

  test('a percentage does not grow past 100, a count goes on at its pace', () => {
    const one = indicator(1, '50');
    const sheet = makeSheet(read([one], [result(1, 6, '80'), result(1, 9, '95')]));
    expect(foresee(line(sheet, 1), sheet.results)).toMatchObject({ value: scaled('100'), cut: true, used: 'trend' });
    const count = indicator(1, '50', { measuring: 'manual', kind: 'output', unitOfMeasure: 'เรื่อง', places: 0 });
    expect(forecastRuleOf(count)).toBe('pace');
    expect(forecastRuleOf(indicator(1, '1', { measuring: 'service-level' }))).toBe('hold');
  });

  test('less is better: under the target is reached', () => {
    const one = indicator(1, '50', { better: 'less', ladder: { values: ['30', '20', '10'], scores: ['50', '75', '100'], below: 'zero' } });
    for (const [value, standing] of [['19', 'reached'], ['31', 'below'], ['25', 'short']] as const) {
      const sheet = makeSheet(read([one], [result(1, 6, value)]));
      expect([value, standingOf(line(sheet, 1), sheet.results)]).toEqual([value, standing]);
    }
  });
});

describe('samples', () => {
  test('the band of a line and of the total, with what chance decides', () => {
    const sheet = makeSheet(read([indicator(1, '60'), indicator(2, '40')], [result(1, 12, '76', '2'), result(2, 12, '80')]));
    const band = bandOfLine(line(sheet, 1));
    expect([band?.interval, band && round(band.least, usualRounding), band && round(band.most, usualRounding)]).toEqual([{ low: scaled('74'), high: scaled('78') }, scaled('70'), scaled('90')]);
    expect(band?.chances.map(({ rung, side, chance }) => [scaledText(rung.value), side, chance])).toEqual([['75', 'reached', 'likely']]);
    expect(bandOfTotal(sheet)).toEqual({ least: scaled('82'), most: scaled('94'), keys: ['1'] });
    expect(bandOfLine(line(sheet, 2))).toBeUndefined();
    const close = makeSheet(read([indicator(1, '100')], [result(1, 12, '74.6', '2')]));
    expect(bandOfLine(line(close, 1))?.chances).toMatchObject([{ side: 'missed', chance: 'even' }]);
  });

  test('a total lies inside its band, whatever the values', () => {
    fc.assert(fc.property(fc.array(fc.record({ value: fc.integer({ min: 0, max: 10_000 }), margin: fc.integer({ min: 0, max: 1500 }) }), { minLength: 1, maxLength: 6 }), (rows) => {
      const text = (hundredths: number) => scaledText(BigInt(hundredths) * 10_000n);
      const sheet = makeSheet(read(rows.map((_, at) => indicator(at + 1, '10')), rows.map(({ value, margin }, at) => result(at + 1, 12, text(value), text(margin)))));
      const band = bandOfTotal(sheet);
      const total = sheet.total?.shown as Scaled;
      if (band) expect([band.least <= total, total <= band.most]).toEqual([true, true]);
    }), { numRuns: 60 });
  });
});

describe('what if', () => {
  const two = [indicator(1, '60'), indicator(2, '40')];

  test('fields are read as people type them; wrong ones are told and left out', () => {
    const typing = readTyping(two, { 'v-1': '๗๗.๕', 'v-2': '7,7', 'c-1': '0', 'v-9': '3' });
    expect([...typing.values]).toEqual([[1, scaled('77.5')]]);
    expect(Object.keys(typing.errors)).toEqual(['c-1', 'v-2']);
    expect(typing.typed).toEqual({ 'v-1': '๗๗.๕', 'v-2': '7,7', 'c-1': '0' });
  });

  test('the way that is found reaches the class, exactly, and no step of it is needless', () => {
    fc.assert(fc.property(fc.tuple(fc.integer({ min: 6000, max: 8200 }), fc.integer({ min: 6000, max: 8200 }), fc.integer({ min: 1, max: 99 }), fc.constantFrom('60', '75', '90')), ([a, b, cost, wish]) => {
      const text = (hundredths: number) => scaledText(BigInt(hundredths) * 10_000n);
      const sheet = makeSheet(read(two, [result(1, 12, text(a)), result(2, 12, text(b))]));
      const way = wayTo(sheet, scaled(wish), new Map([[1, scaled('10')], [2, scaled(String(cost))]]));
      if (way?.way.kind !== 'way') return;
      const values = new Map(way.way.moves.map(({ key, to }) => [Number(key), to] as const));
      const after = supposeSheet(read(two, sheet.results), values).sheet;
      expect(compare(after.total?.exact as NonNullable<Sheet['total']>['exact'] & object, whole(scaled(wish)))).toBeGreaterThanOrEqual(0);
      expect(way.costed).toBe(true);
      for (const { key } of way.way.moves) {
        const without = new Map([...values].filter(([id]) => id !== Number(key)));
        expect((supposeSheet(read(two, sheet.results), without).sheet.total?.shown as Scaled) < scaled(wish)).toBe(true);
      }
    }), { numRuns: 80 });
  });

  test('the next step with the greatest gain comes first; a line without a value has none', () => {
    const sheet = makeSheet(read([...two, indicator(3, '10')], [result(1, 12, '75'), result(2, 12, '69')]));
    expect(nextSteps(sheet).map(({ key, to, gain }) => [key, scaledText(to), scaledText(round(gain, usualRounding))])).toEqual([['2', '70', '20'], ['1', '80', '15']]);
    expect(valueForScore(line(sheet, 1).ladder as NonNullable<Sheet['lines'][number]['ladder']>, scaled('85'), 0)).toBe(scaled('77'));
    expect(valueForScore(line(sheet, 1).ladder as NonNullable<Sheet['lines'][number]['ladder']>, scaled('101'), 0)).toBe('beyond');
  });

  test('a framework of other steps or of unknown rules says what it cannot do', () => {
    const results = [result(1, 12, '77'), result(2, 12, '80')];
    const open = supposeSheet(read(two, results), new Map(), shippedFramework(2563) as Framework);
    expect([open.sheet.total, open.other?.unscored]).toEqual([undefined, ['1', '2']]);
    const five: Framework = { ...framework, scale: { scores: ['1', '2', '3', '4', '5'], names: [], below: 'lowest' } };
    expect(supposeSheet(read(two, results), new Map(), five).other?.unscored).toEqual(['1', '2']);
    const half: Framework = { ...framework, scale: { scores: ['30', '60', '90'], names: [], below: 'zero' }, components: [] };
    const { sheet, other } = supposeSheet(read(two, results), new Map(), half);
    // 72 and 90 by the other scale, weighed 60 and 40.
    expect([sheet.total?.shown, other?.unscored, other?.unknown]).toEqual([scaled('79.2'), [], ['1']]);
  });
});

describe('frozen sheets', () => {
  const two = [indicator(1, '60'), indicator(2, '40')];
  const names = new Map([[10, 'กปส.'], [12, 'สนผ.']]);
  const frozen = (results: readonly StoredResult[], indicators: readonly Indicator[] = two) => freezeSheet(makeSheet(read(indicators, results)), 12, names);

  test('weighted scores as written add up to the total, and a missing one is null', () => {
    const sheet = frozen([result(1, 12, '77')]);
    expect(sheet.lines.map(({ score, weighted, state }) => [score, weighted, state])).toEqual([['85.000', '51.000', 'scored'], [null, null, 'missing']]);
    expect(sheet.total).toEqual({ shown: null, least: '51.000', most: '91.000', missing: ['2'] });
    const whole2 = frozen([result(1, 12, '77'), result(2, 12, '80')]);
    const sum = whole2.lines.reduce((all, { weighted }) => add(all, whole(scaled(weighted as string))), whole(0n));
    expect(scaledText(round(sum, usualRounding), { places: 3 })).toBe(whole2.total?.shown);
  });

  test('the hash does not depend on the order of fields, and on every value', () => {
    const sheet = frozen([result(1, 12, '77')]);
    const turned = JSON.parse(JSON.stringify(sheet), (_name, value: unknown) => (value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toReversed()) : value)) as typeof sheet;
    expect(hashOf(turned)).toBe(hashOf(sheet));
    expect(hashOf({ ...sheet, lines: sheet.lines.map((one) => ({ ...one, value: '77.000001' })) })).not.toBe(hashOf(sheet));
  });

  test('differences are told line by line', () => {
    const before = frozen([result(1, 12, '77')]);
    const after = frozen([result(1, 12, '78')], [indicator(1, '60'), indicator(3, '40')]);
    expect(differencesOf(before, after).map(({ key, what, before: was, after: is }) => [key, what, was, is])).toEqual([
      ['1', 'value', '77', '78'], ['1', 'score', '85.000', '90.000'], ['1', 'weighted', '51.000', '54.000'], ['3', 'added', '', 'ตัวชี้วัด 3'], ['2', 'removed', 'ตัวชี้วัด 2', ''],
    ]);
    expect(differencesOf(before, before)).toEqual([]);
  });
});
