// Words about targets, in the order in which they were said; only ever added. And whose last word is scored by.
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';
import { scaled, scaledText } from '../../domain/numbers.ts';
import { settleIndicator, type Indicator } from '../../store/indicators.ts';
import { deciding, settledBy, type Authority, type TargetWord } from '../domain/stages.ts';

export interface StoredWord extends TargetWord {
  readonly id: number;
  readonly indicatorId: number;
  readonly personId: number;
  readonly personName: string;
  readonly at: Date;
}

const select = (tx: ReadTx) => tx.db.selectFrom('performance.target as t').innerJoin('performance.indicator as i', 'i.id', 't.indicator_id').select([
  't.id', 't.indicator_id as indicatorId', 't.authority', 't.stage', 't.ladder', 't.weight', 't.weight_ground as weightGround', 't.reason', 't.decided_on as decidedOn', 't.reference', 't.letter_id as letterId',
  't.year_said as yearSaid', 't.person_id as personId', 't.person_name as personName', 't.at',
]).orderBy('t.id');

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];
const wordOf = (row: Row): StoredWord => ({ ...row, weight: row.weight === null ? null : scaled(row.weight) }) as unknown as StoredWord;

/** Every word about an indicator, the first one first. */
export async function wordsOf(tx: ReadTx, indicatorId: number): Promise<StoredWord[]> {
  return (await select(tx).where('t.indicator_id', '=', indicatorId).execute()).map(wordOf);
}

/** Every word of a year, by indicator. */
export async function wordsOfCycle(tx: ReadTx, cycleId: number): Promise<Map<number, StoredWord[]>> {
  return Map.groupBy((await select(tx).where('i.cycle_id', '=', cycleId).execute()).map(wordOf), ({ indicatorId }) => indicatorId);
}

/** An authority that was named to count, with the reason. */
export interface CountingWord {
  readonly authority: Authority;
  readonly reason: string;
  readonly reference: string;
  readonly decidedOn: string;
  readonly personName: string;
  readonly at: Date;
}

/** Who was named to count for an indicator, in order; none: the OPDC. */
export async function countingOf(tx: ReadTx, indicatorId: number): Promise<CountingWord[]> {
  return await tx.db.selectFrom('performance.counting_authority').select(['authority', 'reason', 'reference', 'decided_on as decidedOn', 'person_name as personName', 'at'])
    .where('indicator_id', '=', indicatorId).orderBy('id').execute() as CountingWord[];
}

/** The authority that counts of each indicator of a year that had one named. */
export async function countingOfCycle(tx: ReadTx, cycleId: number): Promise<Map<number, Authority>> {
  const rows = await tx.db.selectFrom('performance.counting_authority as c').innerJoin('performance.indicator as i', 'i.id', 'c.indicator_id').select(['c.indicator_id as indicatorId', 'c.authority'])
    .where('i.cycle_id', '=', cycleId).orderBy('c.id').execute();
  return new Map(rows.map(({ indicatorId, authority }) => [indicatorId, authority as Authority]));
}

const counting = async (tx: ReadTx, indicatorId: number): Promise<Authority> => (await countingOf(tx, indicatorId)).at(-1)?.authority ?? 'opdc';

/** Sets the indicator to what the decisions of the authority that counts come to. What they leave out stays as it is. */
async function settle(tx: Tx, indicatorId: number, authority: Authority, now: Date): Promise<void> {
  const { ladder, weight, final } = settledBy(await wordsOf(tx, indicatorId), authority);
  await settleIndicator(tx, indicatorId, { ...(ladder ? { ladder } : {}), ...(weight === null ? {} : { weight }), state: final ? 'final' : 'draft' }, now);
}

/** Adds a word. A decision of the authority that counts is scored by from now on. `settled` tells whether this one is. */
export async function addWord(tx: Tx, indicator: Pick<Indicator, 'id'>, word: TargetWord, now: Date): Promise<{ readonly id: number; readonly settled: boolean }> {
  const { id } = await tx.db.insertInto('performance.target').values({
    indicator_id: indicator.id, authority: word.authority, stage: word.stage, ladder: word.ladder === null ? null : JSON.stringify(word.ladder), weight: word.weight === null ? null : scaledText(word.weight),
    weight_ground: word.weightGround, reason: word.reason, decided_on: word.decidedOn, reference: word.reference, letter_id: word.letterId, year_said: word.yearSaid,
    person_id: tx.actor.id, person_name: tx.actor.name, at: now,
  }).returning('id').executeTakeFirstOrThrow();
  const settled = deciding.includes(word.stage) && word.authority === (await counting(tx, indicator.id));
  if (settled) await settle(tx, indicator.id, word.authority, now);
  return { id, settled };
}

/** Names the authority whose last word counts, and scores by it. */
export async function nameCounting(tx: Tx, indicator: Pick<Indicator, 'id'>, word: Pick<CountingWord, 'authority' | 'reason' | 'reference' | 'decidedOn'>, now: Date): Promise<void> {
  await tx.db.insertInto('performance.counting_authority').values({
    indicator_id: indicator.id, authority: word.authority, reason: word.reason, reference: word.reference, decided_on: word.decidedOn, person_id: tx.actor.id, person_name: tx.actor.name, at: now,
  }).execute();
  await settle(tx, indicator.id, word.authority, now);
}
