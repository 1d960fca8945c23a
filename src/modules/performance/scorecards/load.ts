// What the pages of scorecards stand on: one read for the list of a year, one for a unit.
import type { ReadTx } from '../../../platform/db/database.ts';
import { unitsActiveOn, unitSubtree, peopleOf, headPositionOf, seatsOn, type SeatRow, type Unit } from '../../organisation/index.ts';
import type { Finding } from '../domain/finding.ts';
import { scaledText } from '../domain/numbers.ts';
import { cycleOfYear, listCycles, type Cycle } from '../store/cycles.ts';
import { checkCard, months, scoreCard, type CardScore, type Month } from './domain/card.ts';
import { cardById, cardsOf, linesOf, resultsOf, type Card, type StoredLine, type StoredResult } from './store/cards.ts';
import { agreementsOf, hashOf, readersOf, type Agreement, type AgreementContent, type Reader } from './store/agreements.ts';

export const cardStates = ['draft', 'proposed', 'head-signed', 'signed', 'changed', 'returned'] as const;
export type CardState = (typeof cardStates)[number];

export interface CardView {
  readonly card: Card;
  readonly unit: Unit;
  readonly lines: readonly StoredLine[];
  readonly results: readonly StoredResult[];
  readonly month: Month;
  readonly score: CardScore<StoredLine, StoredResult>;
  readonly findings: readonly Finding[];
  /** Every version, oldest first. */
  readonly agreements: readonly Agreement[];
  /** The one under way or the last one. */
  readonly agreement: Agreement | undefined;
  readonly signed: Agreement | undefined;
  readonly state: CardState;
  /** Of the last signed version. */
  readonly readers: readonly Reader[];
}

/** The year asked for, or the newest one. */
export async function cycleAsked(tx: ReadTx, year: number | undefined): Promise<Cycle | undefined> {
  return year === undefined ? (await listCycles(tx))[0] : cycleOfYear(tx, year);
}

/** A version is compared by its lines: titles of seats may change without anything being agreed anew. */
const linesHash = (content: Pick<AgreementContent, 'lines' | 'weightSum'>): string => hashOf({ lines: content.lines, weightSum: content.weightSum });

export const frozenLines = (lines: readonly StoredLine[]): AgreementContent['lines'] => lines.map((line) => ({
  title: line.title, from: line.indicatorKey ?? line.topic ?? '', contribution: line.contribution === null ? null : scaledText(line.contribution), unitOfMeasure: line.unitOfMeasure,
  weight: scaledText(line.weight), levels: line.ladder.values, cannot: line.cannotReason,
}));

export const differs = (agreement: Agreement, card: Card, lines: readonly StoredLine[]): boolean => linesHash(agreement.content) !== linesHash({ lines: frozenLines(lines), weightSum: card.weightSum });

function stateOf(card: Card, lines: readonly StoredLine[], agreements: readonly Agreement[]): CardState {
  const last = agreements.at(-1);
  if (!last) return 'draft';
  if (last.state === 'signed') return differs(last, card, lines) ? 'changed' : 'signed';
  return last.state;
}

/** The newest month that has a result; 6 before there is any. */
const monthOf = (results: readonly StoredResult[]): Month => [...months].reverse().find((month) => results.some((result) => result.month === month && result.value !== null)) ?? 6;

async function viewsOf(tx: ReadTx, cards: readonly Card[], units: ReadonlyMap<number, Unit>, month?: Month): Promise<CardView[]> {
  const allLines = await linesOf(tx, cards.map(({ id }) => id));
  const allResults = await resultsOf(tx, allLines.map(({ id }) => id));
  const allAgreements = await agreementsOf(tx, cards.map(({ id }) => id));
  const allReaders = await readersOf(tx, allAgreements.filter(({ state }) => state === 'signed').map(({ id }) => id));
  return cards.flatMap((card): CardView[] => {
    const unit = units.get(card.unitId);
    if (!unit) return [];
    const lines = allLines.filter(({ scorecardId }) => scorecardId === card.id);
    const ids = new Set(lines.map(({ id }) => id));
    const results = allResults.filter(({ lineId }) => ids.has(lineId));
    const agreements = allAgreements.filter(({ scorecardId }) => scorecardId === card.id);
    const signed = agreements.findLast(({ state }) => state === 'signed');
    const asked = month ?? monthOf(results);
    return [{
      card, unit, lines, results, month: asked, score: scoreCard(lines, results, asked, card.places), findings: checkCard(lines, card.weightSum), agreements, agreement: agreements.at(-1), signed,
      state: stateOf(card, lines, agreements), readers: signed ? allReaders.filter(({ agreementId }) => agreementId === signed.id) : [],
    }];
  });
}

/** All scorecards of a year, in the order of the chart of the department. */
export async function readCards(tx: ReadTx, cycle: Cycle, day: string, month?: Month): Promise<CardView[]> {
  const units = new Map((await unitsActiveOn(tx, day)).map((unit) => [unit.id, unit]));
  return (await viewsOf(tx, await cardsOf(tx, cycle.id), units, month)).toSorted((a, b) => a.unit.sortOrder - b.unit.sortOrder || a.unit.id - b.unit.id);
}

/** One scorecard; undefined where there is none. */
export async function readCard(tx: ReadTx, id: number, day: string, month?: Month): Promise<CardView | undefined> {
  const card = await cardById(tx, id);
  if (!card) return undefined;
  const units = new Map((await unitsActiveOn(tx, day)).map((unit) => [unit.id, unit]));
  return (await viewsOf(tx, [card], units, month))[0];
}

/** Executive seats of the department: with whom a bureau's head agrees. */
export async function executiveSeats(tx: ReadTx, departmentId: number, day: string): Promise<SeatRow[]> {
  return (await seatsOn(tx, day, { unitId: departmentId })).filter(({ kind }) => kind === 'executive');
}

/** Everybody of the unit and its parts on a day, each once. */
export async function staffOf(tx: ReadTx, unitId: number, day: string): Promise<{ personId: number; name: string; unitId: number }[]> {
  const people = new Map<number, { personId: number; name: string; unitId: number }>();
  for (const unit of await unitSubtree(tx, unitId, day)) {
    for (const { id, name } of await peopleOf(tx, unit.id, day)) if (!people.has(id)) people.set(id, { personId: id, name, unitId: unit.id });
  }
  return [...people.values()];
}

/** What is frozen at a proposal; undefined parts tell what is missing. */
export async function contentFor(tx: ReadTx, { card, unit, lines }: Pick<CardView, 'card' | 'unit' | 'lines'>, day: string) {
  const head = await headPositionOf(tx, unit.id, day);
  const executive = (await executiveSeats(tx, card.departmentId, day)).find(({ id }) => id === card.executivePositionId);
  const department = (await unitsActiveOn(tx, day)).find(({ id }) => id === card.departmentId);
  const content: AgreementContent = {
    fiscalYear: card.fiscalYear, unit: unit.name, department: department?.name ?? '', headTitle: head?.title ?? '', executiveTitle: executive?.title ?? '', weightSum: card.weightSum, lines: frozenLines(lines),
  };
  return { head, executive, content };
}
