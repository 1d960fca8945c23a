import { z } from 'zod';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { bangkokDate, calendarYear, formatDate, localDate, toArabicDigits } from '../../../../thai/index.ts';
import { books } from '../../domain/kinds.ts';
import { printedReference } from '../../domain/reference.ts';
import { chosenUnit, keptUnits } from '../../office.ts';
import type { UnitChoice } from '../../office.ts';
import { flag, optionalDay, optionalId, optionalPlace, optionalText, optionalYear } from '../../params.ts';
import { registerRowAt, registerRows } from '../../store/register.ts';
import type { RegisterFilter, RegisterRow } from '../../store/register.ts';
import type { messages } from './messages.ts';

export const registerQuery = z.object({
  unit: optionalId,
  year: optionalYear,
  book: z.enum(books).optional().catch(undefined),
  state: z.enum(['valid', 'void', 'reserved']).optional().catch(undefined),
  q: optionalText,
  from: optionalDay,
  to: optionalDay,
  go: optionalPlace,
  end: flag,
  before: z.coerce.number().int().positive().optional().catch(undefined),
});
export type RegisterQuery = z.infer<typeof registerQuery>;

export interface RegisterData {
  readonly units: readonly UnitChoice[];
  readonly unit: UnitChoice | undefined;
  readonly year: number;
  readonly rows: readonly RegisterRow[];
  readonly more: boolean;
  /** Nothing has the number or the day that was asked for; the register is shown from its first page. */
  readonly lost: boolean;
  readonly query: RegisterQuery;
}

/** The rows that a query asks for: of the actor's own units only. Thai digits in the words find Arabic ones. */
export async function loadRegister(tx: ReadTx, asked: RegisterQuery, today: string, limit: number): Promise<RegisterData> {
  const units = await keptUnits(tx, 'correspondence.read-register', today);
  const unit = chosenUnit(units, asked.unit);
  const year = asked.year ?? calendarYear(localDate(today));
  if (!unit) return { units, unit, year, rows: [], more: false, lost: false, query: asked };
  const { go } = asked;
  const at = go?.number !== undefined ? await registerRowAt(tx, { unitId: unit.id, year, book: asked.book }, { number: go.number })
    : go?.day !== undefined ? await registerRowAt(tx, { unitId: unit.id, year, book: asked.book }, { day: go.day }) : undefined;
  const fromEnd = asked.end && asked.before === undefined && at === undefined;
  const filter: RegisterFilter = {
    unitId: unit.id, year, book: asked.book, state: asked.state, words: asked.q === undefined ? undefined : toArabicDigits(asked.q),
    from: asked.from, to: asked.to, before: asked.before, at, fromEnd, limit: fromEnd ? limit : limit + 1,
  };
  const found = await registerRows(tx, filter);
  return { units, unit, year, rows: found.slice(0, limit), more: found.length > limit, lost: go !== undefined && at === undefined, query: asked };
}

/** The remark with what became of the number. */
export function remarkOf(row: RegisterRow, t: ReturnType<typeof messages.in>): string {
  const fate = row.voidReason !== null ? t('voided', { reason: row.voidReason }) : row.replacedBy ? t('replacedBy', { reference: printedReference(row.replacedBy) }) : '';
  const reserved = row.state === 'reserved' ? t('reservedFor', { reason: row.reserveReason ?? '' }) : '';
  const back = row.backDateReason === null ? '' : t('backDated', { day: formatDate(bangkokDate(row.registeredAt), { style: 'short' }), reason: row.backDateReason });
  return [fate, reserved, back, row.carriedOver ? t('carriedOver') : '', row.remark].filter(Boolean).join(' · ');
}
