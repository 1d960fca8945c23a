// What most screens of the room need: the assessment of a year with its criteria, answers and score.
import { fiscalYearBounds } from '../../../thai/index.ts';
import type { Actor } from '../../../platform/access/actor.ts';
import type { ReadTx } from '../../../platform/db/database.ts';
import type { Services } from '../../../platform/services.ts';
import { itemsOf, type Edition, type Item } from '../domain/pmqa/edition.ts';
import { scoreAssessment, type Assessment, type AssessmentScore } from '../domain/pmqa/score.ts';
import { itemsOpen, profileOpen } from './domain/states.ts';
import { answersOf, type Answer } from './store/answers.ts';
import { assessmentOfYear, fillsAssessment, keepsAssessment, type AssessmentRecord } from './store/assessments.ts';
import { editionById } from './store/editions.ts';
import { entryOf, resultLines, type ResultLine } from './store/results.ts';

export interface YearBasics {
  readonly record: AssessmentRecord;
  readonly edition: Edition;
  readonly today: string;
  /** What the actor may do now. */
  readonly keeps: boolean;
  readonly fills: boolean;
  readonly mayFill: boolean;
  readonly mayProfile: boolean;
}

/** What the actor may do with an assessment today. */
export function rightsOf(actor: Actor, record: AssessmentRecord, today: string): Pick<YearBasics, 'keeps' | 'fills' | 'mayFill' | 'mayProfile'> {
  const fills = fillsAssessment(actor, record);
  const inTime = today <= record.closesOn;
  return { keeps: keepsAssessment(actor, record), fills, mayFill: fills && inTime && itemsOpen(record.state), mayProfile: fills && inTime && profileOpen(record.state) };
}

/** The assessment of a year with its criteria; undefined where nobody made one. */
export async function readBasics(tx: ReadTx, year: number, { clock }: Pick<Services, 'clock'>): Promise<YearBasics | undefined> {
  const record = await assessmentOfYear(tx, year);
  const edition = record && await editionById(tx, record.editionId);
  if (!record || !edition) return undefined;
  const today = clock.today();
  return { record, edition: edition.content, today, ...rightsOf(tx.actor, record, today) };
}

export interface YearData extends YearBasics {
  readonly answers: readonly Answer[];
  readonly lines: readonly ResultLine[];
  readonly self: Assessment;
  readonly score: AssessmentScore;
}

/** What the department says of itself, as the rules of scoring take it. */
export const selfAssessment = (answers: readonly Answer[], lines: readonly ResultLine[]): Assessment => ({
  items: Object.fromEntries(answers.map(({ item, ticks }) => [item, ticks])),
  results: lines.map((line) => entryOf(line)),
});

/** The same with answers and the score that the server made of them. */
export async function readYear(tx: ReadTx, year: number, services: Pick<Services, 'clock'>): Promise<YearData | undefined> {
  const basics = await readBasics(tx, year, services);
  if (!basics) return undefined;
  const answers = await answersOf(tx, basics.record.id);
  const lines = await resultLines(tx, basics.record.id);
  const self = selfAssessment(answers, lines);
  return { ...basics, answers, lines, self, score: scoreAssessment(basics.edition, self) };
}

export const itemOf = (edition: Edition, key: string): Item | undefined => itemsOf(edition).find((item) => item.key === key);

/** Name of an item, of boxes or of results. */
export const itemName = (edition: Edition, key: string) => edition.categories.flatMap(({ items, results }) => [...items, ...(results ?? [])]).find((one) => one.key === key)?.name;

/** First day of a fiscal year, `YYYY-MM-DD`. */
export const yearBegins = (year: number): string => fiscalYearBounds(year).from;
