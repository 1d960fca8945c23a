import { expect, test } from 'vitest';
import { round, scaled, scaledText, usualRounding } from '../../domain/numbers.ts';
import { surveyResult, wilson, type SurveyLine } from './survey.ts';

const inNumbers = (yes: number, n: number) => {
  const z = 1.959964;
  const p = yes / n;
  const below = 1 + (z * z) / n;
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return [(100 * (p + (z * z) / (2 * n) - half)) / below, (100 * (p + (z * z) / (2 * n) + half)) / below];
};

test('Wilson’s interval agrees with the formula in floating point, for small and large samples', () => {
  for (const [yes, n] of [[308, 400], [1, 10], [9, 10], [1, 1_000_000], [1540, 2000], [50, 100]] as const) {
    const { low, high } = wilson(yes, n);
    const [from, to] = inNumbers(yes, n) as [number, number];
    expect(Math.abs(Number(low) / 1e6 - from)).toBeLessThan(0.000002);
    expect(Math.abs(Number(high) / 1e6 - to)).toBeLessThan(0.000002);
  }
});

test('nobody and everybody stand at the ends; an empty sample is no share', () => {
  expect(wilson(0, 20).low).toBe(0n);
  expect(wilson(20, 20).high).toBe(scaled('100'));
  expect(() => wilson(0, 0)).toThrow();
  expect(() => wilson(5, 4)).toThrow();
});

const lines: SurveyLine[] = [
  { group: 'กทม.', level: 'รับรู้', yes: 180, asked: 200 }, { group: 'ภูมิภาค', level: 'รับรู้', yes: 160, asked: 200 },
  { group: 'กทม.', level: 'เชื่อมั่น', yes: 130, asked: 200 }, { group: 'ภูมิภาค', level: 'เชื่อมั่น', yes: 120, asked: 200 },
];
const shown = (kind: Parameters<typeof surveyResult>[1]) => { const found = surveyResult(lines, kind); return found && scaledText(round(found.value, usualRounding)); };

test('levels are pooled over groups, and the formula is data', () => {
  expect([shown({ kind: 'mean' }), shown({ kind: 'lowest' }), shown({ kind: 'level', level: 'รับรู้' })]).toEqual(['73.75', '62.5', '85']);
  expect(shown({ kind: 'level', level: 'นำไปใช้ประโยชน์' })).toBeUndefined();
  expect(surveyResult([], { kind: 'mean' })).toBeUndefined();
  const { low, high, margin } = surveyResult(lines, { kind: 'lowest' }) as NonNullable<ReturnType<typeof surveyResult>>;
  expect([low, high]).toEqual([wilson(250, 400).low, wilson(250, 400).high]);
  expect(2n * margin - (high - low)).toBeLessThanOrEqual(1n);
});
