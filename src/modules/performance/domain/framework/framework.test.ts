import { describe, expect, test } from 'vitest';
import { usable, type Finding } from '../finding.ts';
import { totalOf } from '../ladder/total.ts';
import { hundred, one, scaled, scaledText, whole } from '../numbers.ts';
import { checkFramework } from './check-framework.ts';
import { checkIndicators, checkYearSaid, countsOf, type IndicatorOutline, type Outline } from './check-indicators.ts';
import { compareYears } from './compare-years.ts';
import { classesOf, topOf, totalRulesOf, type Framework } from './framework.ts';
import { shippedFramework, shippedFrameworks } from './years/shipped.ts';

const fy2564 = shippedFramework(2564) as Framework;
const told = (findings: readonly Finding[]) => findings.map(({ code, field }) => `${code} ${field}`);
const indicator = (key: string, component: string, weight: string | null, tags: string[] = [], parent: string | null = null): IndicatorOutline => ({ key, parent, component, tags, weight: weight === null ? null : scaled(weight) });

/** The indicators as they were agreed for 2564. */
const agreed: Outline = {
  indicators: [
    indicator('1', '1', '15', ['reform-plan']),
    indicator('2', '1', '15', ['agenda']),
    indicator('3', '1', null, ['agenda']),
    indicator('3.1', '1', '20', [], '3'),
    indicator('3.2', '1', '20', [], '3'),
    indicator('4', '2.1', '15', ['e-service']),
    indicator('5', '2.2', '15'),
  ],
  statements: [{ component: '1', tag: 'joint', text: 'ตรวจสอบแล้วไม่มีภารกิจที่เป็นตัวชี้วัดร่วม' }],
};
const withIndicators = (change: (indicators: IndicatorOutline[]) => IndicatorOutline[]): Outline => ({ ...agreed, indicators: change([...agreed.indicators]) });
const reweighed = (weights: Readonly<Record<string, string | null>>): Outline =>
  withIndicators((all) => all.map((each) => (each.key in weights ? { ...each, weight: weights[each.key] === null ? null : scaled(weights[each.key] as string) } : each)));

describe('the frameworks that come with the house', () => {
  test.each(shippedFrameworks.map((framework) => [framework.fiscalYear, framework] as const))('%i can be used, and every open field is told', (_, framework) => {
    expect(told(checkFramework(framework))).toEqual([]);
    const noted = (field: string) => framework.notes.some((note) => note.field === field || note.field.startsWith(`${field}.`));
    for (const field of ['scale', 'classes', 'rounds', 'cancelled', 'rounding'] as const) {
      if (framework[field] === null) expect([field, noted(field)]).toEqual([field, true]);
    }
    if (framework.components.some(({ weight }) => weight === null)) expect(noted('components.weight')).toBe(true);
    expect(framework.notes.length).toBeGreaterThan(0);
  });

  test('a weight of 0.7 is repaired to 70, and one of 70 to 0.7 where all are one', () => {
    const [first, ...rest] = fy2564.components;
    const mended = (framework: Framework) => checkFramework(framework).filter(({ code }) => code.startsWith('WEIGHT_AS')).map(({ field, repair }) => [field, repair]);
    expect(mended({ ...fy2564, components: [{ ...first!, weight: '0.7' }, ...rest] })).toEqual([['component.1.weight', '70']]);
    expect(mended({ ...fy2564, weightSum: '1', components: [first!, { ...rest[0]!, weight: '0.3', parts: rest[0]!.parts!.map((part) => ({ ...part, weight: '0.15' })) }] })).toEqual([['component.1.weight', '0.7']]);
  });

  test('five components became two', () => {
    expect(shippedFrameworks.map(({ fiscalYear, components }) => [fiscalYear, components.length])).toEqual([[2563, 5], [2564, 2], [2565, 2], [2566, 2], [2567, 2]]);
    expect(fy2564.components.map(({ weight, parts }) => [weight, parts?.map((part) => part.weight)])).toEqual([['70', undefined], ['30', ['15', '15']]]);
    expect(totalRulesOf(fy2564)).toMatchObject({ weightSum: hundred, rounding: { places: 3, mode: 'half-away' }, roundAt: 'end' });
    expect(totalRulesOf(shippedFramework(2563) as Framework)).toBeUndefined();
    expect([topOf(fy2564), topOf(shippedFramework(2563) as Framework)]).toEqual([hundred, undefined]);
    expect(shippedFramework(2568)).toBeUndefined();
  });
});

describe('a framework that is edited', () => {
  const [performance, potential] = fy2564.components as [Framework['components'][number], Framework['components'][number]];
  const changed = (change: Partial<Framework>) => told(checkFramework({ ...fy2564, ...change }));
  test.each<[string, Partial<Framework>, string[]]>([
    ['weights that are not 100', { components: [{ ...performance, weight: '60' }, potential] }, ['WEIGHT_SUM_ALL components']],
    ['parts that are not their component', { components: [performance, { ...potential, parts: potential.parts!.map((part) => ({ ...part, weight: '10' })) }] }, ['WEIGHT_SUM components.1.parts']],
    ['a component of no weight', { components: [{ ...performance, weight: '0' }, { ...potential, weight: null }] }, ['WEIGHT_NEGATIVE component.1.weight', 'OPEN_WITHOUT_NOTE components']],
    ['weights as parts of one', { components: [{ ...performance, weight: '0.7' }, potential] }, ['WEIGHT_AS_FRACTION component.1.weight']],
    ['parts of a component as parts of one', { components: [performance, { ...potential, parts: potential.parts!.map((part) => ({ ...part, weight: '0.15' })) }] }, ['WEIGHT_AS_FRACTION component.2.1.weight', 'WEIGHT_AS_FRACTION component.2.2.weight']],
    ['a weight in the wrong unit that is not all', { components: [{ ...performance, weight: '0.6' }, potential] }, ['WEIGHT_AS_FRACTION component.1.weight', 'WEIGHT_SUM_ALL components']],
    ['nothing', { components: [], rules: [] }, ['COMPONENTS_NONE components']],
    ['what is not known without a note', { rounding: null, scale: null }, ['OPEN_WITHOUT_NOTE rounding']],
    ['one key twice', { components: [performance, { ...potential, key: '1' }] }, ['KEY_TWICE component.1.key']],
    ['a rule for nothing', { rules: [{ kind: 'count', component: '9', counts: 'scored', min: 1 }] }, ['COMPONENT_UNKNOWN rules.0.component']],
    ['a tag that is not there', { rules: [{ kind: 'must-include', component: '1', tag: 'area', min: 1 }] }, ['TAG_UNKNOWN rules.0.tag']],
    ['more at least than at most', { rules: [{ kind: 'count', component: '1', counts: 'scored', min: 5, max: 3 }] }, ['RULE_LIMITS rules.0.min']],
    ['steps that do not rise', { scale: { ...fy2564.scale!, scores: ['50', '50', '100'] } }, ['SCALE_ORDER scale.scores.1']],
    ['two classes at one score', { classes: fy2564.classes!.map((each) => (each.key === 'quality' ? { ...each, from: '75' } : each)) }, ['CLASSES_TWICE classes.1.from']],
    ['no lowest class', { classes: fy2564.classes!.slice(0, 3) }, ['CLASSES_NO_LOWEST classes']],
    ['rounds out of order', { rounds: [9, 6, 12] }, ['ROUNDS_ORDER rounds']],
    ['too many places', { rounding: { places: 7, mode: 'down', at: 'end' } }, ['ROUNDING_PLACES rounding.places']],
  ])('%s', (_, change, expected) => expect(changed(change)).toEqual(expected));
});

describe('indicators against their framework', () => {
  test('the agreed ones of 2564 keep every rule', () => expect(checkIndicators(fy2564, agreed)).toEqual([]));

  test('"four indicators in component 1": three by number, four that are scored', () => {
    expect(countsOf(fy2564, '1', agreed.indicators)).toEqual({ numbered: 3, scored: 4 });
    expect(countsOf(fy2564, '2', agreed.indicators)).toEqual({ numbered: 2, scored: 2 });
  });

  test('20 in all for 3.1 and 3.2, as once said, does not make 70', () => {
    const found = checkIndicators(fy2564, reweighed({ '3.1': '10', '3.2': '10' }));
    expect(told(found)).toEqual(['WEIGHT_SUM components.1.weight']);
    expect(found[0]?.words).toEqual({ th: 'น้ำหนักของ “ประสิทธิผลการดำเนินงาน (Performance Base)” รวมกันได้ 50 ต้องเป็น 70', en: 'The weights of Effectiveness (Performance Base) come to 50 and must be 70' });
  });

  test('0.15 for 15 is told at its field with the likely number', () => {
    const found = checkIndicators(fy2564, reweighed({ '1': '0.15', '4': '0.15' }));
    expect(found.map(({ code, field, repair }) => [code, field, repair])).toEqual([['WEIGHT_AS_FRACTION', 'indicators.0.weight', '15'], ['WEIGHT_AS_FRACTION', 'indicators.5.weight', '15']]);
    expect(found[0]?.words.th).toBe('น้ำหนัก 0.15 น่าจะหมายถึงร้อยละ 15');
    // All typed as fractions: each is told, and no sum besides.
    const all = checkIndicators(fy2564, reweighed({ '1': '0.15', '2': '0.15', '3.1': '0.2', '3.2': '0.2', '4': '0.15', '5': '0.15' }));
    expect(new Set(all.map(({ code }) => code))).toEqual(new Set(['WEIGHT_AS_FRACTION']));
    expect(all).toHaveLength(6);
  });

  test('half a point is no trap where the sum is right, and 15 is one where all weights are 1', () => {
    expect(checkIndicators(fy2564, reweighed({ '1': '0.5', '2': '29.5' }))).toEqual([]);
    const ofOne: Framework = { ...fy2564, weightSum: '1', rules: [], components: [{ ...fy2564.components[0]!, weight: '1', tagNeeded: false }] };
    expect(told(checkFramework(ofOne))).toEqual([]);
    const found = checkIndicators(ofOne, { indicators: [indicator('1', '1', '15'), indicator('2', '1', '0.85')], statements: [] });
    expect(found.map(({ code, repair }) => [code, repair])).toEqual([['WEIGHT_AS_PERCENT', '0.15']]);
  });

  test.each<[string, Outline, string[]]>([
    ['too few', withIndicators((all) => all.filter(({ key }) => !['2', '3', '3.1', '3.2'].includes(key))), ['WEIGHT_SUM components.1.weight', 'COUNT_FEW components.1']],
    ['too many', withIndicators((all) => [...all, ...['6', '7', '8'].map((key) => indicator(key, '1', '1', ['routine']))]), ['WEIGHT_SUM components.1.weight', 'COUNT_MANY components.1']],
    ['none of the reform plan', withIndicators((all) => all.map((each) => (each.key === '1' ? { ...each, tags: ['routine'] } : each))), ['MUST_INCLUDE components.1']],
    ['no joint one and no word about it', { ...agreed, statements: [] }, ['STATEMENT_MISSING statements.joint']],
    ['an empty word about it', { ...agreed, statements: [{ component: '1', tag: 'joint', text: '  ' }] }, ['STATEMENT_MISSING statements.joint']],
    ['a joint one and a word that there is none', withIndicators((all) => all.map((each) => (each.key === '2' ? { ...each, tags: ['joint'] } : each))), ['STATEMENT_IDLE statements.joint']],
    ['no guideline', withIndicators((all) => all.map((each) => (each.key === '4' ? { ...each, tags: [] } : each))), ['TAG_MISSING indicators.5.tags']],
    ['a guideline of elsewhere', withIndicators((all) => all.map((each) => (each.key === '4' ? { ...each, tags: ['agenda'] } : each))), ['TAG_UNKNOWN indicators.5.tags']],
    ['the whole where there are parts', withIndicators((all) => all.map((each) => (each.key === '5' ? { ...each, component: '2' } : each))), ['COMPONENT_HAS_PARTS indicators.6.component']],
    ['a component of elsewhere', withIndicators((all) => all.map((each) => (each.key === '5' ? { ...each, component: '7' } : each))), ['COMPONENT_UNKNOWN indicators.6.component']],
    ['a key twice', withIndicators((all) => all.map((each) => (each.key === '5' ? { ...each, key: '4' } : each))), ['KEY_TWICE indicators.6.key']],
    ['a weight that is not there', reweighed({ '5': null }), ['WEIGHT_MISSING indicators.6.weight']],
    ['a weight of nothing', reweighed({ '5': '0' }), ['WEIGHT_NEGATIVE indicators.6.weight', 'WEIGHT_SUM components.2.2.weight']],
    ['a weight on 3 itself', reweighed({ '3': '40' }), ['PARENT_WEIGHS indicators.2.weight']],
    ['a main indicator that is not there', withIndicators((all) => all.map((each) => (each.key === '3.2' ? { ...each, parent: '9' } : each))), ['PARENT_UNKNOWN indicators.4.parent']],
    ['one of another component', withIndicators((all) => all.map((each) => (each.key === '5' ? { ...each, parent: '4' } : each))), ['PARENT_ELSEWHERE indicators.6.parent', 'PARENT_WEIGHS indicators.5.weight']],
  ])('%s', (_, outline, expected) => expect(told(checkIndicators(fy2564, outline))).toEqual(expected));

  test('an indicator under itself is told, not followed for ever', () => {
    const round = withIndicators((all) => all.map((each) => (each.key === '3' ? { ...each, parent: '3.1' } : each)));
    expect(told(checkIndicators(fy2564, round))).toEqual(expect.arrayContaining(['PARENT_CIRCLE indicators.2.parent', 'PARENT_CIRCLE indicators.3.parent']));
  });

  test('a resolution of 2565 for the framework of 2564 is told', () => {
    const found = checkYearSaid(fy2564, 2565);
    expect([told(found), usable(found)]).toEqual([['YEAR_DIFFERS fiscalYear'], true]);
    expect(checkYearSaid(fy2564, 2564)).toEqual([]);
  });

  test('every sentence is complete in both languages', () => {
    const all = [checkIndicators(fy2564, { indicators: [], statements: [] }), checkIndicators(fy2564, reweighed({ '1': '0.15', '2': '0', '3': '1', '5': null })), checkYearSaid(fy2564, 2565)].flat();
    expect(all.length).toBeGreaterThan(5);
    for (const { words } of all) {
      expect(words.th).toMatch(/[ก-๙]/);
      expect(`${words.th}${words.en}`).not.toMatch(/[{}]|undefined|\[object/);
    }
  });
});

describe('years side by side', () => {
  const score = (text: string) => whole(scaled(text));
  const lines = agreed.indicators.flatMap(({ component, weight }) => (weight === null ? [] : [{ component, weight, score: score('80') }]));
  test('a year of an unknown scale stays open, a year of levels comes to the same scale', () => {
    const levels: Framework = { ...fy2564, fiscalYear: 2560, scale: { scores: ['1', '2', '3', '4', '5'], names: [], below: 'lowest' }, classes: null };
    const years = compareYears([
      { framework: fy2564, total: scaled('80'), lines },
      { framework: shippedFramework(2563) as Framework, total: scaled('82'), lines: [{ component: '5', weight: scaled('15'), score: score('4') }] },
      { framework: levels, total: scaled('3.4'), lines: [{ component: '1', weight: one, score: score('3.4') }] },
      { framework: shippedFramework(2565) as Framework, total: null, lines: [] },
    ]);
    expect(years.map(({ fiscalYear, total, classKey, open }) => [fiscalYear, total === undefined ? null : scaledText(total), classKey, open?.en])).toEqual([
      [2560, '68', undefined, undefined],
      [2563, null, 'standard-high', 'The scale of this year is not known yet'],
      [2564, '80', 'standard-high', undefined],
      [2565, null, undefined, 'There is no score yet'],
    ]);
    expect(years[2]?.kinds.performance).toEqual({ score: scaled('80'), partial: false });
    expect(years[1]?.kinds.potential).toEqual({ score: undefined, partial: true });
  });

  test('what is missing in a component makes it partial and is no zero', () => {
    const open = lines.map((each, at) => (at === 0 ? { ...each, score: null } : each));
    const [year] = compareYears([{ framework: fy2564, total: null, lines: open }]);
    expect(year?.kinds.performance).toEqual({ score: scaled('80'), partial: true });
    expect(year?.kinds.potential).toEqual({ score: scaled('80'), partial: false });
  });

  test('the whole way: agreed weights, results, total, class', () => {
    const rules = totalRulesOf(fy2564)!;
    const total = totalOf(lines.map((each, at) => ({ key: String(at), component: each.component, weight: each.weight, top: hundred, result: { state: 'scored', score: each.score } })), rules);
    expect(scaledText(total.shown as bigint)).toBe('80');
    expect(classesOf(fy2564).map(({ key }) => key)).toEqual(['quality', 'standard-high', 'standard-basic', 'improve']);
  });
});
