import { z } from 'zod';
import type { ReadTx } from '../../../platform/db/database.ts';
import { notFound, ok, type Result } from '../../../platform/result.ts';
import { readSheet, type Sheet } from '../sheet.ts';
import { cycleOfYear } from '../store/cycles.ts';
import { scoredLines, type Indicator } from '../store/indicators.ts';

/** A fiscal year, B.E. */
const year = z.coerce.number().int().min(2540).max(2700);
const id = z.coerce.number().int().positive().max(2_147_483_647);

export const yearParams = z.object({ year });
export const lineParams = z.object({ year, key: z.string().regex(/^[0-9]{1,4}(\.[0-9]{1,4}){0,3}$/) });
export const recordParams = z.object({ year, id });

/** The sheet of a year as it stands now; not found where the year has none. */
export async function sheetOfYear(tx: ReadTx, fiscalYear: number): Promise<Result<Sheet>> {
  const cycle = await cycleOfYear(tx, fiscalYear);
  return cycle ? ok(await readSheet(tx, cycle)) : notFound();
}

/** A scored line of the year's sheet by its number. */
export async function lineOfYear(tx: ReadTx, fiscalYear: number, key: string): Promise<Result<{ readonly sheet: Sheet; readonly indicator: Indicator }>> {
  const sheet = await sheetOfYear(tx, fiscalYear);
  if (!sheet.ok) return sheet;
  const indicator = scoredLines(sheet.value.indicators).find((one) => one.key === key);
  return indicator ? ok({ sheet: sheet.value, indicator }) : notFound();
}

export const targetsHref = (fiscalYear: number, rest = ''): string => `/performance/${fiscalYear}/targets${rest}`;
export const lineHref = (fiscalYear: number, key: string, rest = ''): string => targetsHref(fiscalYear, `/${key}${rest}`);
export const questionsHref = (fiscalYear: number, rest = ''): string => `/performance/${fiscalYear}/questions${rest}`;
export const changesHref = (fiscalYear: number, rest = ''): string => `/performance/${fiscalYear}/changes${rest}`;
export const calendarHref = (fiscalYear: number, rest = ''): string => `/performance/${fiscalYear}/calendar${rest}`;
