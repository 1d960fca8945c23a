import { expect, test } from 'vitest';
import { useApp } from '../../../tests/support/app.ts';
import { systemActor } from '../../platform/access/actor.ts';
import { scaled } from './domain/numbers.ts';
import { readSheet, type Sheet } from './sheet.ts';
import { cycleOfYear } from './store/cycles.ts';
import { indicatorByKey } from './store/indicators.ts';
import { addResult } from './store/results.ts';
import { openRound } from './store/rounds.ts';

const house = useApp();
const system = systemActor('test');
const sheet = (year: number, month?: number, supposed: Parameters<typeof readSheet>[3] = {}): Promise<Sheet> =>
  house.db.database.read(system, async (tx) => { const cycle = await cycleOfYear(tx, year); if (!cycle) throw new Error('no cycle'); return readSheet(tx, cycle, month, supposed); });

test('the sheet of 2564 has six weighted lines of 100 and no result: nothing is counted as zero', async () => {
  const { lines, total, reached } = await sheet(2564);
  expect(lines.map(({ indicator }) => indicator.key)).toEqual(['1', '2', '3.1', '3.2', '4', '5']);
  expect(lines.reduce((all, { indicator }) => all + (indicator.weight ?? 0n), 0n)).toBe(scaled('100'));
  expect([total?.exact, total?.least, total?.most, reached]).toEqual([undefined, 0n, scaled('100'), undefined]);
});

test('a supposed value is scored as a real one would be, and changes nothing', async () => {
  const { lines } = await sheet(2564);
  const of = (key: string) => lines.find(({ indicator }) => indicator.key === key)?.indicator.id as number;
  const supposed = await sheet(2564, 12, { values: new Map([[of('3.1'), scaled('77')]]) });
  expect(supposed.lines.find(({ indicator }) => indicator.key === '3.1')?.explanation?.shown).toBe(scaled('85'));
  expect(supposed.total?.least).toBe(scaled('17'));
  expect((await sheet(2564)).total?.least).toBe(0n);
});

test('the last value of the latest round counts; one without a value is missing again', async () => {
  await house.db.database.write(system, async (tx) => {
    const cycle = await cycleOfYear(tx, 2564);
    const indicator = await indicatorByKey(tx, cycle?.id as number, '3.2');
    const value = (typed: string | null) => ({ value: typed === null ? null : scaled(typed), numerator: null, denominator: null, margin: null, source: 'manual' as const, measureName: null, asOf: new Date(), note: '', detail: {} });
    const six = await openRound(tx, { cycleId: cycle?.id as number, kind: 'result', month: 6, dueOn: '2021-04-09', note: '' }, [], new Date());
    const nine = await openRound(tx, { cycleId: cycle?.id as number, kind: 'result', month: 9, dueOn: '2021-07-09', note: '' }, [], new Date());
    expect(await openRound(tx, { cycleId: cycle?.id as number, kind: 'result', month: 9, dueOn: '2021-07-09', note: '' }, [], new Date())).toBeUndefined();
    for (const [round, typed] of [[six, '71'], [six, '72.5'], [nine, '90'], [nine, null]] as const) await addResult(tx, indicator?.id as number, round as number, value(typed), new Date());
  });
  expect((await sheet(2564)).lines.find(({ indicator }) => indicator.key === '3.2')?.explanation?.shown).toBe(scaled('62.5'));
  expect((await sheet(2564, 3)).lines.find(({ indicator }) => indicator.key === '3.2')?.explanation).toBeUndefined();
});

test('2563 says what is known and leaves its total open', async () => {
  const { lines, total } = await sheet(2563);
  expect(lines.map(({ result }) => result?.value)).toEqual([scaled('1'), scaled('282.31')]);
  expect(total).toBeUndefined();
});
