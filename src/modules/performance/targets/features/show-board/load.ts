import type { ReadTx } from '../../../../../platform/db/database.ts';
import { notFound, ok, type Result } from '../../../../../platform/result.ts';
import { unitsActiveOn } from '../../../../organisation/index.ts';
import { readSheet, type Sheet } from '../../../sheet.ts';
import { listCycles, type Cycle } from '../../../store/cycles.ts';
import { scoredLines, type Indicator } from '../../../store/indicators.ts';
import { lowerThanBefore } from '../../domain/last-year.ts';
import { lastLadder, openOf, stages, type Authority, type Open, type Stage } from '../../domain/stages.ts';
import { openQuestionsOf, type Question } from '../../store/questions.ts';
import { countingOfCycle, wordsOfCycle, type StoredWord } from '../../store/targets.ts';
import { lastYears } from '../../store/years.ts';

export interface BoardLine {
  readonly indicator: Indicator;
  readonly owners: readonly string[];
  readonly counting: Authority;
  /** The last word of the OPDC's way at each stage. */
  readonly at: Readonly<Partial<Record<Stage, StoredWord>>>;
  readonly budget: StoredWord | undefined;
  readonly open: readonly Open[];
  /** The targets lie below the result of the year before. */
  readonly lower: boolean;
}

export interface Board {
  readonly sheet: Sheet;
  readonly years: readonly number[];
  readonly lines: readonly BoardLine[];
  readonly questions: readonly Question[];
  readonly onlyOpen: boolean;
}

async function boardOf(tx: ReadTx, cycle: Cycle, years: readonly number[], onlyOpen: boolean, today: string): Promise<Board> {
  const sheet = await readSheet(tx, cycle);
  const words = await wordsOfCycle(tx, cycle.id);
  const counting = await countingOfCycle(tx, cycle.id);
  const before = await lastYears(tx, cycle.id);
  const short = new Map((await unitsActiveOn(tx, today)).map(({ id, abbreviation, name }) => [id, abbreviation || name]));
  const lines = scoredLines(sheet.indicators).map((indicator): BoardLine => {
    const said = words.get(indicator.id) ?? [];
    const counts = counting.get(indicator.id) ?? 'opdc';
    const last = (authority: Authority, stage: Stage) => said.findLast((word) => word.authority === authority && word.stage === stage);
    return {
      indicator, counting: counts,
      owners: indicator.units.filter(({ role }) => role === 'owner').map(({ unitId }) => short.get(unitId) ?? ''),
      at: Object.fromEntries(stages.flatMap((stage) => { const word = last('opdc', stage); return word ? [[stage, word]] : []; })),
      budget: said.findLast(({ authority, ladder }) => authority === 'budget-bureau' && ladder !== null),
      open: indicator.state === 'cancelled' || cycle.state === 'closed' ? [] : openOf(said, counts),
      lower: cycle.state !== 'closed' && lowerThanBefore(lastLadder(said, counts) ?? indicator.ladder, indicator.better, before.get(indicator.id), 'ladder').length > 0,
    };
  });
  return { sheet, years, lines: onlyOpen ? lines.filter(({ open }) => open.length > 0) : lines, questions: await openQuestionsOf(tx, cycle.id), onlyOpen };
}

/** The board of a year; of the newest one where no year is said. */
export async function readBoard(tx: ReadTx, year: number | undefined, onlyOpen: boolean, today: string): Promise<Result<Board>> {
  const cycles = await listCycles(tx);
  const cycle = year === undefined ? cycles[0] : cycles.find(({ fiscalYear }) => fiscalYear === year);
  return cycle ? ok(await boardOf(tx, cycle, cycles.map(({ fiscalYear }) => fiscalYear), onlyOpen, today)) : notFound();
}
