// The board of a round as data: each indicator with its units, its state and its value.
import type { ReadTx } from '../../../../../platform/db/database.ts';
import { ok, type Result } from '../../../../../platform/result.ts';
import type { Services } from '../../../../../platform/services.ts';
import { bangkokDate, fullWorkingDaysBetween, localDate } from '../../../../../thai/index.ts';
import { officeCalendar, partyNames, type PartyName } from '../../../../organisation/index.ts';
import { decidesCycle, keepsCycle, type Cycle } from '../../../store/cycles.ts';
import { indicatorsOf, type Indicator } from '../../../store/indicators.ts';
import { countingResults, type StoredResult } from '../../../store/results.ts';
import { submissionsOf, type Round, type Submission } from '../../../store/rounds.ts';
import { isLocked, isWanted } from '../../domain/submission-state.ts';
import { findRound, ownersOf } from '../../find.ts';
import { sentAndReminded } from '../../store/submissions.ts';

export const whos = ['all', 'wanted', 'submitted', 'approved', 'late'] as const;
export type Who = (typeof whos)[number];

export interface BoardLine {
  readonly indicator: Indicator;
  readonly submission: Submission;
  readonly sentAt: Date | null;
  readonly remark: string;
  readonly reminded: number;
  /** Owed after the due day, or sent after it. */
  readonly late: boolean;
  readonly result: StoredResult | undefined;
}

export interface Board {
  readonly cycle: Cycle;
  readonly round: Round;
  readonly lines: readonly BoardLine[];
  readonly shown: readonly BoardLine[];
  readonly names: ReadonlyMap<number, PartyName>;
  readonly who: Who;
  readonly unitId: number | undefined;
  readonly keeps: boolean;
  readonly decides: boolean;
  /** Whole working days between the day of opening and the due day. */
  readonly workingDays: number;
  readonly today: string;
}

const isOf = (line: BoardLine, who: Who): boolean => {
  if (who === 'wanted') return isWanted(line.submission.state);
  if (who === 'submitted') return line.submission.state === 'submitted';
  if (who === 'approved') return isLocked(line.submission.state);
  return who === 'all' || line.late;
};

export async function readBoard(tx: ReadTx, asked: { readonly year: number; readonly round: string; readonly who?: Who | undefined; readonly unit?: number | undefined }, { clock }: Pick<Services, 'clock'>): Promise<Result<Board, 'NOT_FOUND'>> {
  const found = await findRound(tx, asked.year, asked.round);
  if (!found.ok) return found;
  const { cycle, round } = found.value;
  const today = clock.today();
  const submissions = await submissionsOf(tx, [round.id]);
  const known = await sentAndReminded(tx, round.id);
  const results = round.month === null ? [] : (await countingResults(tx, cycle.id)).filter(({ roundId }) => roundId === round.id);
  const lines = (await indicatorsOf(tx, cycle.id)).flatMap((indicator): BoardLine[] => {
    const submission = submissions.find(({ indicatorId }) => indicatorId === indicator.id);
    if (!submission || indicator.state === 'cancelled') return [];
    const { sentAt, remark, reminded } = known.get(submission.id) ?? { sentAt: null, remark: '', reminded: 0 };
    const late = isWanted(submission.state) ? round.dueOn < today : sentAt !== null && bangkokDate(sentAt) > round.dueOn;
    return [{ indicator, submission, sentAt, reminded, late, remark: isWanted(submission.state) ? remark : '', result: results.find(({ indicatorId }) => indicatorId === indicator.id) }];
  });
  const who = asked.who ?? 'all';
  return ok({
    cycle, round, lines, who, unitId: asked.unit, today, keeps: keepsCycle(tx.actor, cycle) && cycle.state !== 'closed', decides: decidesCycle(tx.actor, cycle) && cycle.state !== 'closed',
    shown: lines.filter((line) => isOf(line, who) && (asked.unit === undefined || ownersOf(line.indicator).includes(asked.unit))),
    names: await partyNames(tx, [...new Set(lines.flatMap(({ indicator }) => ownersOf(indicator)))], today),
    workingDays: fullWorkingDaysBetween(await officeCalendar(tx), bangkokDate(round.openedAt), localDate(round.dueOn)) ?? 0,
  });
}
