import { expect, test } from 'vitest';
import { scaled, scaledText } from '../../domain/numbers.ts';
import { checkCard, levelScores, scoreCard, totalFormula, weightTrap, whyWords, type CardLine, type CardResult } from './card.ts';

const line = (id: number, weight: string, more: Partial<CardLine> = {}): CardLine => ({
  id, title: `ตัวชี้วัด ${id}`, better: 'more', unitOfMeasure: 'ร้อยละ', weight: scaled(weight), ladder: { values: ['60', '70', '80', '90', '100'], scores: levelScores, below: 'lowest' }, cancelled: false, ...more,
});
const result = (lineId: number, month: 6 | 9 | 12, value: string | null): CardResult => ({ lineId, month, value: value === null ? null : scaled(value) });

test('Σ(W·SM) ÷ ΣW, between levels by a straight line, with the sum written out', () => {
  const score = scoreCard([line(1, '60'), line(2, '40')], [result(1, 6, '85'), result(2, 6, '100')], 6, 4);
  // (60 × 3.5 + 40 × 5) ÷ 100
  expect(scaledText(score.total.shown ?? 0n, { places: 4 })).toBe('4.1000');
  expect(totalFormula(score)).toBe('(60 × 3.5 + 40 × 5) ÷ 100');
  expect(score.lines[0] && whyWords(score.lines[0])?.th).toContain('3.5');
});

test('a missing result is not zero: the score lies between two bounds, and what was taken back is missing again', () => {
  const lines = [line(1, '60'), line(2, '40')];
  const open = scoreCard(lines, [result(1, 6, '80'), result(2, 6, '100'), result(2, 6, null)], 6, 4);
  expect(open.total.shown).toBeUndefined();
  expect([open.total.least, open.total.most, open.total.soFar].map((value) => scaledText(value ?? 0n))).toEqual(['1.8', '3.8', '3']);
  expect(open.total.missing).toEqual(['2']);
});

test('a later month does not count in an earlier one; the newest month up to the one asked for does', () => {
  const results = [result(1, 6, '70'), result(1, 12, '100')];
  expect(scoreCard([line(1, '100')], results, 9, 2).total.shown).toBe(scaled('2'));
  expect(scoreCard([line(1, '100')], results, 12, 2).total.shown).toBe(scaled('5'));
});

test('a cancelled line takes its weight with it', () => {
  expect(scoreCard([line(1, '60'), line(2, '40', { cancelled: true })], [result(1, 6, '90')], 6, 2).total.shown).toBe(scaled('4'));
});

test('weights come to 100 or 1; the other way of writing is told at its line with the likely number', () => {
  expect(checkCard([line(1, '85'), line(2, '15')], 100)).toEqual([]);
  expect(checkCard([line(1, '0.85'), line(2, '0.15')], 1)).toEqual([]);
  const [trap] = checkCard([line(1, '85'), line(2, '0.15')], 100);
  expect([trap?.field, trap?.repair]).toEqual(['lines.2.weight', '15']);
  expect(weightTrap('weight', scaled('15'), 1)?.repair).toBe('0.15');
  expect(checkCard([line(1, '85'), line(2, '10')], 100)[0]?.field).toBe('lines');
});
