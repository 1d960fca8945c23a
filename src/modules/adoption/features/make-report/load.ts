// What a report says: the board, the times and the savings of one period, read in one transaction.
import type { ReadTx } from '../../../../platform/db/database.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import type { Services } from '../../../../platform/services.ts';
import { isIn, stageNames, stages, standingOf } from '../../domain/stages.ts';
import { bahtText } from '../../domain/savings.ts';
import { monthWords } from '../../month.ts';
import type { Asked } from '../../shown.tsx';
import { allDone } from '../../store/activity.ts';
import { readBoard } from '../show-board/load.ts';
import { readSavings } from '../show-savings/load.ts';
import { compareWords } from '../show-savings/page.tsx';
import { departmentWords, readTimes } from '../show-times/page.tsx';
import { messages } from './messages.ts';

export async function readReport(tx: ReadTx, asked: Asked, services: Pick<Services, 'clock'>) {
  const board = await readBoard(tx, asked, services);
  const times = await readTimes(tx, asked, services);
  const savings = await readSavings(tx, asked, services);
  return { board, times, savings, period: board.period, today: board.today };
}

export type Report = Awaited<ReturnType<typeof readReport>>;

/** The facts of the report in pairs, the same on the page, in the PDF and in the Excel file. */
export function factsOf({ board, times, savings }: Report, ui: Pick<Ui, 'lang'>): { term: string; value: string }[] {
  const t = messages.in(ui.lang);
  const people = [...board.trained.values()].reduce((sum, n) => sum + n, 0);
  return [
    { term: t('letters'), value: t('lettersUnit', { n: savings.all.letters.toLocaleString('en') }) },
    { term: t('unitsIn'), value: t('unitsOf', { n: board.units.length - board.late.length, all: board.units.length }) },
    { term: t('times'), value: departmentWords(times.lines, ui) },
    { term: t('saved'), value: t('savedWords', { sheets: savings.all.sheets.toLocaleString('en'), baht: bahtText(savings.all.satang) }) },
    { term: t('compare'), value: compareWords(savings, ui) },
    { term: t('trained'), value: t('trainedWords', { n: people.toLocaleString('en') }) },
  ];
}

/** One line a stage: month of the plan, units that use it, letters issued. */
export function stageLines({ board }: Report, ui: Pick<Ui, 'lang'>) {
  return stages.map((stage) => {
    const line = board.plan.find((one) => one.stage === stage && one.unitId === null);
    return {
      stage, name: `${stage} ${stageNames[stage][ui.lang]}`, due: line ? monthWords(ui.lang, line.dueMonth) : '–',
      moved: board.units.filter(({ done }) => standingOf(stage, done[stage]) === 'moved').length, all: board.units.length,
      sent: board.units.reduce((sum, { done }) => sum + done[stage].sent, 0),
    };
  });
}

/** One line a unit. */
export const unitLines = ({ board }: Report) => board.units.map((one) => ({ unit: one.unit, isIn: isIn(allDone(one)), sent: stages.map((stage) => one.done[stage].sent) }));
