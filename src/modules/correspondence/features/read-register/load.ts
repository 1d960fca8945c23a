import { z } from 'zod';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { bangkokDate, calendarYear, formatDate, localDate, parseThaiDate, toArabicDigits } from '../../../../thai/index.ts';
import { books } from '../../domain/kinds.ts';
import { printedReference } from '../../domain/reference.ts';
import { chosenUnit, ownUnits } from '../../office.ts';
import type { UnitChoice } from '../../office.ts';
import { optionalId, optionalText, optionalYear } from '../../params.ts';
import { registerRows } from '../../store/register.ts';
import type { RegisterFilter, RegisterRow } from '../../store/register.ts';
import type { messages } from './messages.ts';

/** A day of a filter, typed as people type days; what is not a day is no filter. */
const optionalDay = z.string().max(60).optional().transform((text) => {
  const parsed = text ? parseThaiDate(text) : undefined;
  return parsed?.ok ? (parsed.value as string) : undefined;
}).catch(undefined);

export const registerQuery = z.object({
  unit: optionalId,
  year: optionalYear,
  book: z.enum(books).optional().catch(undefined),
  state: z.enum(['valid', 'void', 'reserved']).optional().catch(undefined),
  q: optionalText,
  from: optionalDay,
  to: optionalDay,
  before: z.coerce.number().int().positive().optional().catch(undefined),
});
export type RegisterQuery = z.infer<typeof registerQuery>;

export interface RegisterData {
  readonly units: readonly UnitChoice[];
  readonly unit: UnitChoice | undefined;
  readonly year: number;
  readonly rows: readonly RegisterRow[];
  readonly more: boolean;
  readonly query: RegisterQuery;
}

/** The rows that a query asks for: of the actor's own units only. Thai digits in the words find Arabic ones. */
export async function loadRegister(tx: ReadTx, asked: RegisterQuery, today: string, limit: number): Promise<RegisterData> {
  const units = await ownUnits(tx, 'correspondence.read-register', today);
  const unit = chosenUnit(units, asked.unit);
  const year = asked.year ?? calendarYear(localDate(today));
  if (!unit) return { units, unit, year, rows: [], more: false, query: asked };
  const filter: RegisterFilter = {
    unitId: unit.id, year, book: asked.book, state: asked.state, words: asked.q === undefined ? undefined : toArabicDigits(asked.q),
    from: asked.from, to: asked.to, before: asked.before, limit: limit + 1,
  };
  const found = await registerRows(tx, filter);
  return { units, unit, year, rows: found.slice(0, limit), more: found.length > limit, query: asked };
}

/** The remark with what became of the number. */
export function remarkOf(row: RegisterRow, t: ReturnType<typeof messages.in>): string {
  const fate = row.voidReason !== null ? t('voided', { reason: row.voidReason }) : row.replacedBy ? t('replacedBy', { reference: printedReference(row.replacedBy) }) : '';
  const reserved = row.state === 'reserved' ? t('reservedFor', { reason: row.reserveReason ?? '' }) : '';
  const back = row.backDateReason === null ? '' : t('backDated', { day: formatDate(bangkokDate(row.registeredAt), { style: 'short' }), reason: row.backDateReason });
  return [fate, reserved, back, row.carriedOver ? t('carriedOver') : '', row.remark].filter(Boolean).join(' · ');
}
