import { describe, expect, test } from 'vitest';
import { localDate, localTime, type OfficeCalendar } from '../../../../thai/index.ts';
import { scaled } from '../../domain/numbers.ts';
import { cutOffOf, movedFrom, nextYear, windowOn } from './calendar.ts';
import { lowerThanBefore, stepsIn } from './last-year.ts';
import { ladderText, readLadder, readWeight, scaleOf, turned, typedOf, type TypedLadder } from './read-ladder.ts';
import { isClosedTo, maySay, openOf, settledBy, stages, type Stage, type TargetWord } from './stages.ts';

const word = (stage: Stage, more: Partial<TargetWord> = {}): TargetWord => ({ authority: 'opdc', stage, ladder: null, weight: null, weightGround: null, reason: '', decidedOn: '2020-10-22', reference: '', letterId: null, yearSaid: null, ...more });
const ladder = (...values: string[]) => ({ values, scores: ['50', '75', '100'].slice(-values.length), below: 'zero' as const });
const typed = (values: Partial<TypedLadder['values']>, more: Partial<TypedLadder> = {}): TypedLadder => ({ scale: '50-75-100', below: 'zero', values: { v0: undefined, v1: undefined, v2: undefined, v3: undefined, v4: undefined, ...values }, ...more });

describe('whose word is scored by', () => {
  test('proposals and looks change nothing; each decision replaces what it speaks of and leaves the rest', () => {
    expect(settledBy([word('proposed', { ladder: ladder('1', '2', '3'), weight: scaled('10') })], 'opdc')).toEqual({ ladder: null, weight: null, final: false });
    const said = [word('working-group', { ladder: ladder('1', '2', '3'), weight: scaled('15') }), word('committee', { ladder: ladder('2', '3', '4') }), word('final', { authority: 'budget-bureau', ladder: ladder('1') })];
    expect(settledBy(said, 'opdc')).toEqual({ ladder: ladder('2', '3', '4'), weight: scaled('15'), final: false });
    expect(settledBy(said, 'budget-bureau')).toEqual({ ladder: ladder('1'), weight: null, final: true });
  });

  test('each stage has its speaker, and after the final word of an authority nothing is proposed to it', () => {
    const nobody = { owner: false, keeper: false, executive: false };
    expect(stages.map((stage) => (['owner', 'executive', 'keeper'] as const).find((who) => maySay(stage, { ...nobody, [who]: true })))).toEqual(['owner', 'executive', 'keeper', 'keeper', 'keeper', 'keeper']);
    expect(isClosedTo([word('final')], word('proposed'))).toBe(true);
    expect(isClosedTo([word('final')], word('committee'))).toBe(false);
    expect(isClosedTo([word('final')], word('proposed', { authority: 'budget-bureau' }))).toBe(false);
  });

  test('what is open follows the last stage, and differing authorities are told until the final word', () => {
    expect(openOf([], 'opdc')).toEqual(['no-proposal']);
    expect(openOf([word('proposed', { ladder: ladder('1') })], 'opdc')).toEqual(['no-pre-review']);
    const both = [word('working-group', { ladder: ladder('2') }), word('final', { authority: 'budget-bureau', ladder: ladder('1') })];
    expect(openOf(both, 'opdc')).toEqual(['authorities-differ', 'no-opdc']);
    expect(openOf([...both, word('final')], 'opdc')).toEqual([]);
  });
});

describe('what is typed', () => {
  test('Thai digits, empty steps and a single top step', () => {
    expect(readLadder(typed({ v0: '๗๐', v1: '75.5', v2: '80' }), { better: 'more' }).ladder).toEqual({ values: ['70', '75.5', '80'], scores: ['50', '75', '100'], below: 'zero' });
    expect(readLadder(typed({ v2: '1' }, { below: 'slope' }), { better: 'more' }).ladder).toEqual({ values: ['1'], scores: ['100'], below: 'zero' });
    expect(readLadder(typed({}), { better: 'more' })).toEqual({ ladder: null, findings: [], unread: {} });
    expect(Object.keys(readLadder(typed({ v0: '1,5', v1: 'สอง' }), { better: 'more' }).unread)).toEqual(['v0', 'v1']);
  });

  test('findings stand at the field of their step, also where a step is empty', () => {
    const at = (values: Partial<TypedLadder['values']>, better: 'more' | 'less' = 'more') => readLadder(typed(values), { better }).findings.map(({ code, field, severity }) => [code, field, severity]);
    expect(at({ v0: '80', v1: '75', v2: '70' })).toEqual([['LADDER_REVERSED', 'v0', 'error']]);
    expect(at({ v0: '70', v1: '75', v2: '80' }, 'less')).toEqual([['LADDER_REVERSED_LESS', 'v0', 'error']]);
    expect(at({ v0: '70', v1: '69', v2: '80' })).toEqual([['LADDER_NOT_RISING', 'v1', 'error']]);
    expect(at({ v0: '80', v2: '80' })).toEqual([['LADDER_JUMP', 'v2', 'warning']]);
    expect(at({ v0: '0', v1: '1', v2: '2' })).toEqual([['LADDER_FROM_ZERO', 'v0', 'warning']]);
    expect(turned(ladder('80', '75', '70')).values).toEqual(['70', '75', '80']);
  });

  test('a kept ladder comes back into its fields', () => {
    const levels = { values: ['10', '20'], scores: ['4', '5'], below: 'lowest' as const };
    expect([scaleOf(levels), typedOf(levels, '1-5'), typedOf(ladder('1'), '50-75-100'), ladderText(ladder('1')), ladderText(null)]).toEqual(['1-5', { v3: '10', v4: '20' }, { v2: '1' }, '1 (100)', '']);
  });

  test('a weight of 0.15 is 15, one of 0 or 150 none', () => {
    const read = (text: string, sum = '100') => readWeight(text, scaled(sum)).findings.map(({ code, repair }) => [code, repair]);
    expect([read('15'), read('0.15'), read('0'), read('150'), read('15', '1')]).toEqual([[], [['WEIGHT_AS_FRACTION', '15']], [['WEIGHT_NEGATIVE', undefined]], [['WEIGHT_OVER', undefined]], [['WEIGHT_AS_PERCENT', '0.15']]]);
    expect(readWeight('  ', undefined)).toEqual({ weight: null, findings: [], unread: undefined });
  });
});

test('a target below last year: by the value, by steps that were done, and the other way round where less is better', () => {
  const before = { fiscalYear: 2563, value: scaled('1'), stepsDone: stepsIn({ steps: [{ step: 1, done: true }, { step: 2, done: false }, { step: 3, done: true }] }) };
  const found = (top: string, better: 'more' | 'less' = 'more', reached = before) => lowerThanBefore(ladder(top), better, reached, 'v2').map(({ words }) => words.th);
  expect(found('1')).toEqual(['ค่าเป้าหมายสูงสุดอยู่ที่ขั้น 1 ต่ำกว่าผลปีงบประมาณ พ.ศ. 2563 ที่ดำเนินการขั้นที่ 1, 3 แล้ว']);
  expect(found('2')).toEqual([]);
  expect(found('0.5')).toEqual(['ค่าเป้าหมายสูงสุด 0.5 ต่ำกว่าผลปีงบประมาณ พ.ศ. 2563 ที่ทำได้ 1']);
  expect([found('2', 'less').length, found('1', 'less').length, lowerThanBefore(null, 'more', before, 'v2'), lowerThanBefore(ladder('1'), 'more', undefined, 'v2')]).toEqual([1, 0, [], []]);
});

describe('the calendar', () => {
  const office: OfficeCalendar = { holidays: new Set([localDate('2020-12-07')]), extraWorkingDays: new Set(), weekend: new Set([0, 6]), hours: { opens: localTime('08:30'), closes: localTime('16:30') } } as OfficeCalendar;

  test('a last day on a day off is followed by the next working day', () => {
    expect([movedFrom(office, '2020-12-05'), movedFrom(office, '2020-12-04')]).toEqual(['2020-12-08', undefined]);
  });

  test('the last day for changes is the latest one; a window is open on both its ends', () => {
    const days = [{ kind: 'change-cut-off', beginsOn: null, endsOn: '2021-03-31' }, { kind: 'change-cut-off', beginsOn: null, endsOn: '2021-04-30' }, { kind: 'appeal-window', beginsOn: '2021-11-15', endsOn: '2021-11-29' }] as const;
    expect([cutOffOf(days), cutOffOf([])]).toEqual(['2021-04-30', null]);
    expect(['2021-11-14', '2021-11-15', '2021-11-29', '2021-11-30'].map((today) => windowOn(days, today) !== undefined)).toEqual([false, true, true, false]);
  });

  test('a day is copied a year later and has to be confirmed again', () => {
    expect(nextYear({ kind: 'round', month: 6, title: 'รอบ 6 เดือน', beginsOn: null, endsOn: '2020-02-29', certainty: 'confirmed', source: 'หนังสือ', note: '' })).toMatchObject({ endsOn: '2021-02-28', certainty: 'to-confirm' });
  });
});
