// The same results under other targets or weights: what each word would make of them.
import { checkLadder, ladderOf, readyLadder, type ReadyLadder } from '../domain/ladder/ladder.ts';
import type { Scaled } from '../domain/numbers.ts';
import { makeSheet, type Sheet, type SheetLine } from '../sheet.ts';
import type { Indicator, LadderData } from '../store/indicators.ts';

/** What is supposed of some indicators; what is left out or null stays as it stands. */
export interface Supposition {
  readonly indicatorIds: readonly number[];
  readonly ladder?: LadderData | null | undefined;
  readonly weight?: Scaled | null | undefined;
  readonly value?: Scaled | undefined;
}

/** The ladder as the engine takes it; undefined when it has an error. */
function readyOf(ladder: LadderData, better: Indicator['better']): ReadyLadder | undefined {
  const made = ladderOf(ladder.values, ladder.scores, { better, below: ladder.below });
  return checkLadder(made).some(({ severity }) => severity === 'error') ? undefined : readyLadder(made);
}

/** The sheet as it would be; nothing is written. */
export function supposed(sheet: Sheet, { indicatorIds, ladder, weight, value }: Supposition): Sheet {
  const about = (id: number) => indicatorIds.includes(id);
  const indicators = weight === undefined || weight === null ? sheet.indicators : sheet.indicators.map((one) => (about(one.id) ? { ...one, weight } : one));
  return makeSheet({ ...sheet, indicators }, 12, {
    ...(ladder ? { ladders: new Map(sheet.indicators.filter(({ id }) => about(id)).map(({ id, better }) => [id, readyOf(ladder, better)])) } : {}),
    ...(value === undefined ? {} : { values: new Map(indicatorIds.map((id) => [id, value])) }),
  });
}

/** The line of an indicator in a sheet. */
export const lineOf = (sheet: Sheet, indicatorId: number): SheetLine | undefined => sheet.lines.find(({ indicator }) => indicator.id === indicatorId);
