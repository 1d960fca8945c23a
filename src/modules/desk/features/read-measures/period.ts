import { z } from 'zod';
import type { MeasurePeriod } from '../../../../platform/measures/measures.ts';
import { fiscalYear, fiscalYearBounds, localDate } from '../../../../thai/index.ts';

/** Fiscal year in พ.ศ.; the running one when left out. */
export const yearQuery = z.object({ year: z.coerce.number().int().min(2500).max(2700).optional() });

/** The fiscal year asked for and its days. */
export function periodOf(year: number | undefined, today: string): { readonly year: number; readonly period: MeasurePeriod } {
  const chosen = year ?? fiscalYear(localDate(today));
  const { from, to } = fiscalYearBounds(chosen);
  return { year: chosen, period: { from, to } };
}

/** The years offered: this one and the four before. */
export function yearsOffered(today: string): readonly number[] {
  const now = fiscalYear(localDate(today));
  return [0, 1, 2, 3, 4].map((back) => now - back);
}
