// Scorecards, their lines and results: everyone who works here reads them, the unit and the secretariat write.
import { sql, type ReadTx, type Tx } from '../../../../platform/db/database.ts';
import { scaled, scaledText, type Scaled } from '../../domain/numbers.ts';
import type { LadderData } from '../../store/indicators.ts';
import type { CardLine, CardResult, LineKind, Month } from '../domain/card.ts';
import type { Cycle } from '../../store/cycles.ts';

export interface Card {
  readonly id: number;
  readonly cycleId: number;
  /** B.E. */
  readonly fiscalYear: number;
  readonly unitId: number;
  readonly weightSum: number;
  readonly places: number;
  readonly executivePositionId: number | null;
  readonly departmentId: number;
  readonly keeperUnitId: number;
  readonly cycleState: Cycle['state'];
  readonly rev: number;
}

export interface StoredLine extends CardLine {
  readonly scorecardId: number;
  readonly place: number;
  readonly kind: LineKind;
  readonly indicatorId: number | null;
  readonly indicatorKey: string | null;
  readonly indicatorName: string | null;
  readonly contribution: Scaled | null;
  readonly topic: string | null;
  readonly measureName: string | null;
  readonly cannotReason: string | null;
  readonly cannotOn: string | null;
  readonly cannotBy: string | null;
  readonly rev: number;
}

export interface LineInput extends Pick<StoredLine, 'kind' | 'indicatorId' | 'indicatorKey' | 'contribution' | 'topic' | 'title' | 'unitOfMeasure' | 'better' | 'weight' | 'ladder' | 'measureName'> {}

export interface StoredResult extends CardResult {
  readonly id: number;
  readonly source: 'manual' | 'measure';
  readonly measureName: string | null;
  readonly asOf: Date;
  readonly evidence: string;
  readonly personName: string;
  readonly at: Date;
}

const selectCards = (tx: ReadTx) => tx.db.selectFrom('performance.scorecard as s').innerJoin('performance.cycle as c', 'c.id', 's.cycle_id').select([
  's.id', 's.cycle_id as cycleId', 'c.fiscal_year as fiscalYear', 's.unit_id as unitId', 's.weight_sum as weightSum', 's.places', 's.executive_position_id as executivePositionId',
  'c.department_id as departmentId', 'c.keeper_unit_id as keeperUnitId', 'c.state as cycleState', 's.rev',
]);

export async function cardsOf(tx: ReadTx, cycleId: number): Promise<Card[]> {
  return await selectCards(tx).where('s.cycle_id', '=', cycleId).orderBy('s.id').execute() as Card[];
}

export async function cardById(tx: ReadTx, id: number): Promise<Card | undefined> {
  return await selectCards(tx).where('s.id', '=', id).executeTakeFirst() as Card | undefined;
}

/** The scorecard, held until the transaction ends: two people who propose or sign come one after the other. */
export async function lockCard(tx: Tx, id: number): Promise<void> {
  await tx.db.selectFrom('performance.scorecard').select('id').where('id', '=', id).forUpdate().execute();
}

/** Begins a scorecard. Undefined where the unit has one of that year. */
export async function addCard(tx: Tx, cycle: Cycle, card: Pick<Card, 'unitId' | 'weightSum' | 'executivePositionId'>, now: Date): Promise<number | undefined> {
  const editors = [...new Set([card.unitId, cycle.keeperUnitId, cycle.departmentId])].toSorted((a, b) => a - b);
  const added = await tx.db.insertInto('performance.scorecard').values({
    cycle_id: cycle.id, unit_id: card.unitId, weight_sum: card.weightSum, executive_position_id: card.executivePositionId, editors: sql<number[]>`${editors}::int[]`, changed_by: tx.actor.id, changed_at: now,
  }).onConflict((conflict) => conflict.columns(['cycle_id', 'unit_id']).doNothing()).returning('id').executeTakeFirst();
  return added?.id;
}

/** Changes how weights are written and who agrees. False when somebody changed it since `rev`. */
export async function changeCard(tx: Tx, { id, rev }: Pick<Card, 'id' | 'rev'>, to: Pick<Card, 'weightSum' | 'executivePositionId' | 'places'>, now: Date): Promise<boolean> {
  const changed = await tx.db.updateTable('performance.scorecard')
    .set((update) => ({ weight_sum: to.weightSum, executive_position_id: to.executivePositionId, places: to.places, changed_by: tx.actor.id, changed_at: now, rev: update('rev', '+', 1) }))
    .where('id', '=', id).where('rev', '=', rev).executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** Lines of scorecards in their order. */
export async function linesOf(tx: ReadTx, cardIds: readonly number[]): Promise<StoredLine[]> {
  if (cardIds.length === 0) return [];
  const rows = await tx.db.selectFrom('performance.scorecard_line as l').leftJoin('performance.indicator as i', 'i.id', 'l.indicator_id').select([
    'l.id', 'l.scorecard_id as scorecardId', 'l.place', 'l.kind', 'l.indicator_id as indicatorId', 'l.indicator_key as indicatorKey', 'i.name as indicatorName', 'l.contribution', 'l.topic', 'l.title',
    'l.unit_of_measure as unitOfMeasure', 'l.better', 'l.weight', 'l.ladder', 'l.measure_name as measureName', 'l.cannot_reason as cannotReason', 'l.cannot_on as cannotOn', 'l.cannot_by as cannotBy', 'l.rev',
    sql<boolean>`coalesce(i.state = 'cancelled', false)`.as('cancelled'),
  ]).where('l.scorecard_id', 'in', cardIds).where('l.removed_at', 'is', null).orderBy('l.scorecard_id').orderBy('l.place').orderBy('l.id').execute();
  return rows.map((row) => ({ ...row, weight: scaled(row.weight), contribution: row.contribution === null ? null : scaled(row.contribution) }) as unknown as StoredLine);
}

const written = (line: LineInput) => ({
  kind: line.kind, indicator_id: line.indicatorId, indicator_key: line.indicatorKey, contribution: line.contribution === null ? null : scaledText(line.contribution), topic: line.topic, title: line.title,
  unit_of_measure: line.unitOfMeasure, better: line.better, weight: scaledText(line.weight), ladder: JSON.stringify(line.ladder satisfies LadderData), measure_name: line.measureName,
});

const twice = async (tx: ReadTx, cardId: number, line: LineInput, but = 0): Promise<boolean> =>
  (await linesOf(tx, [cardId])).some((other) => other.id !== but && ((line.indicatorId !== null && other.indicatorId === line.indicatorId) || (line.topic !== null && other.topic === line.topic)));

/** Adds a line at the end. Undefined where the scorecard carries that indicator or topic already. */
export async function addLine(tx: Tx, cardId: number, line: LineInput, now: Date): Promise<number | undefined> {
  if (await twice(tx, cardId, line)) return undefined;
  const place = sql<number>`(select coalesce(max(place), 0) + 1 from performance.scorecard_line where scorecard_id = ${cardId})`;
  const added = await tx.db.insertInto('performance.scorecard_line').values({ ...written(line), scorecard_id: cardId, place, changed_by: tx.actor.id, changed_at: now }).returning('id').executeTakeFirstOrThrow();
  return added.id;
}

export async function changeLine(tx: Tx, { id, rev, scorecardId }: Pick<StoredLine, 'id' | 'rev' | 'scorecardId'>, line: LineInput, now: Date): Promise<'changed' | 'stale' | 'taken'> {
  if (await twice(tx, scorecardId, line, id)) return 'taken';
  const changed = await tx.db.updateTable('performance.scorecard_line').set((update) => ({ ...written(line), changed_by: tx.actor.id, changed_at: now, rev: update('rev', '+', 1) }))
    .where('id', '=', id).where('rev', '=', rev).where('removed_at', 'is', null).executeTakeFirst();
  return changed.numUpdatedRows === 1n ? 'changed' : 'stale';
}

export async function removeLine(tx: Tx, id: number, now: Date): Promise<boolean> {
  const changed = await tx.db.updateTable('performance.scorecard_line').set({ removed_at: now, changed_by: tx.actor.id, changed_at: now }).where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** Says that a line cannot be done, and why; null takes it back. */
export async function setCannot(tx: Tx, id: number, said: { readonly reason: string; readonly on: string } | null, now: Date): Promise<void> {
  await tx.db.updateTable('performance.scorecard_line')
    .set((update) => ({ cannot_reason: said?.reason ?? null, cannot_on: said?.on ?? null, cannot_by: said ? tx.actor.name : null, changed_by: tx.actor.id, changed_at: now, rev: update('rev', '+', 1) })).where('id', '=', id).execute();
}

/** All that was reported on lines, oldest first. */
export async function resultsOf(tx: ReadTx, lineIds: readonly number[]): Promise<StoredResult[]> {
  if (lineIds.length === 0) return [];
  const rows = await tx.db.selectFrom('performance.scorecard_result').select([
    'id', 'line_id as lineId', 'month', 'value', 'source', 'measure_name as measureName', 'as_of as asOf', 'evidence', 'person_name as personName', 'at',
  ]).where('line_id', 'in', lineIds).orderBy('id').execute();
  return rows.map((row) => ({ ...row, value: row.value === null ? null : scaled(row.value) }) as unknown as StoredResult);
}

export async function addResult(tx: Tx, result: Pick<StoredResult, 'lineId' | 'month' | 'value' | 'source' | 'measureName' | 'asOf' | 'evidence'> & { readonly month: Month }, now: Date): Promise<number> {
  const added = await tx.db.insertInto('performance.scorecard_result').values({
    line_id: result.lineId, month: result.month, value: result.value === null ? null : scaledText(result.value), source: result.source, measure_name: result.measureName, as_of: result.asOf, evidence: result.evidence,
    person_id: tx.actor.id, person_name: tx.actor.name, at: now,
  }).returning('id').executeTakeFirstOrThrow();
  return added.id;
}

/** By which rule the bureaus' levels become one for an indicator of the department; `contribution` where nobody said. */
export async function cascadeRules(tx: ReadTx): Promise<Map<number, 'own' | 'contribution' | 'lowest'>> {
  return new Map((await tx.db.selectFrom('performance.cascade_rule').select(['indicator_id', 'rule']).execute()).map(({ indicator_id: id, rule }) => [id, rule as 'own']));
}

export async function setCascadeRule(tx: Tx, indicatorId: number, rule: 'own' | 'contribution' | 'lowest', now: Date): Promise<void> {
  const said = { rule, changed_by: tx.actor.id, changed_at: now };
  await tx.db.insertInto('performance.cascade_rule').values({ indicator_id: indicatorId, ...said }).onConflict((conflict) => conflict.column('indicator_id').doUpdateSet(said)).execute();
}

export interface Masterpiece {
  readonly id: number;
  readonly title: string;
  readonly story: string;
  readonly clipHref: string;
  readonly pictureHref: string;
  readonly area: string;
  readonly addedAt: Date;
}

export async function masterpiecesOf(tx: ReadTx, cardId: number): Promise<Masterpiece[]> {
  return await tx.db.selectFrom('performance.masterpiece').select(['id', 'title', 'story', 'clip_href as clipHref', 'picture_href as pictureHref', 'area', 'added_at as addedAt'])
    .where('scorecard_id', '=', cardId).where('removed_at', 'is', null).orderBy('id').execute();
}

export async function addMasterpiece(tx: Tx, cardId: number, piece: Omit<Masterpiece, 'id' | 'addedAt'>, now: Date): Promise<number> {
  return (await tx.db.insertInto('performance.masterpiece').values({
    scorecard_id: cardId, title: piece.title, story: piece.story, clip_href: piece.clipHref, picture_href: piece.pictureHref, area: piece.area, added_by: tx.actor.id, added_at: now,
  }).returning('id').executeTakeFirstOrThrow()).id;
}

export async function removeMasterpiece(tx: Tx, cardId: number, id: number, now: Date): Promise<boolean> {
  const changed = await tx.db.updateTable('performance.masterpiece').set({ removed_at: now }).where('id', '=', id).where('scorecard_id', '=', cardId).where('removed_at', 'is', null).executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
