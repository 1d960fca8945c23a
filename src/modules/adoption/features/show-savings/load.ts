import type { ReadTx } from '../../../../platform/db/database.ts';
import type { Services } from '../../../../platform/services.ts';
import { daysBetween, localDate } from '../../../../thai/index.ts';
import { unitsActiveOn, type Unit } from '../../../organisation/index.ts';
import { ratesOn, savedLetters, savingParameters, valueOn, type SavedLetter } from '../../store/savings.ts';
import { keeps } from '../../keeper.ts';
import { periodOf, type Asked } from '../../shown.tsx';

export interface UnitSaving {
  readonly unit: Unit | undefined;
  readonly unitId: number;
  readonly letters: number;
  readonly recipients: number;
  readonly sheets: number;
  readonly satang: number;
}

const total = (letters: readonly SavedLetter[], of: (letter: SavedLetter) => number): number => letters.reduce((sum, letter) => sum + of(letter), 0);
const sums = (letters: readonly SavedLetter[]) => ({ letters: letters.length, recipients: total(letters, (one) => one.recipients), sheets: total(letters, (one) => one.sheets), satang: total(letters, (one) => one.satang) });

/** The whole calculation of a period, with what it stands on. */
export async function readSavings(tx: ReadTx, asked: Asked, { clock }: Pick<Services, 'clock'>) {
  const today = clock.today();
  const { period, span } = periodOf(asked, today);
  const letters = await savedLetters(tx, span, clock.now());
  const parameters = await savingParameters(tx);
  const units = new Map((await unitsActiveOn(tx, today)).map((unit) => [unit.id, unit]));
  const byUnit = new Map<number, SavedLetter[]>();
  for (const letter of letters) byUnit.set(letter.unitId, [...(byUnit.get(letter.unitId) ?? []), letter]);
  const lines: UnitSaving[] = [...byUnit].map(([unitId, some]) => ({ unitId, unit: units.get(unitId), ...sums(some) })).toSorted((a, b) => b.satang - a.satang || a.unitId - b.unitId);
  const deliverySatang = total(letters, (letter) => letter.recipients * ratesOn(parameters, letter.letterDate).satangPerDelivery);
  const until = span.to < today ? span.to : today;
  const days = until < span.from ? 0 : daysBetween(span.from, localDate(until)) + 1;
  const planBaht = valueOn(parameters, 'plan-baht-per-year', until);
  return {
    period, today, keeps: await keeps(tx, today), letters, parameters, units, lines, days, planBaht,
    all: sums(letters), deliverySatang, uncounted: letters.filter(({ pages }) => pages === null).length,
    /** The plan value for the days of the period that are over. */
    planPartBaht: Math.round((planBaht * days) / 365),
  };
}

export type Savings = Awaited<ReturnType<typeof readSavings>>;
