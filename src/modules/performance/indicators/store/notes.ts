// What is kept beside an indicator: risks, reports of the reform plan, and what a unit says it cannot do.
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';

export const riskStates = ['open', 'watched', 'happened', 'closed'] as const;
export type RiskState = (typeof riskStates)[number];

export interface Risk {
  readonly id: number;
  readonly indicatorId: number;
  readonly risk: string;
  /** 1 low, 2 middle, 3 high. */
  readonly chance: number;
  readonly effect: number;
  readonly answer: string;
  readonly ownerUnitId: number | null;
  readonly state: RiskState;
  readonly rev: number;
}
export type RiskInput = Omit<Risk, 'id' | 'indicatorId' | 'rev'>;

const riskColumns = ['id', 'indicator_id as indicatorId', 'risk', 'chance', 'effect', 'answer', 'owner_unit_id as ownerUnitId', 'state', 'rev'] as const;

/** Risks of indicators, the gravest first. */
export async function risksOf(tx: ReadTx, indicatorIds: readonly number[]): Promise<Risk[]> {
  if (indicatorIds.length === 0) return [];
  const rows = await tx.db.selectFrom('performance.risk').select(riskColumns).where('indicator_id', 'in', indicatorIds).orderBy('id').execute() as Risk[];
  return rows.toSorted((a, b) => b.chance * b.effect - a.chance * a.effect || a.id - b.id);
}

const written = (tx: Tx, { risk, chance, effect, answer, ownerUnitId, state }: RiskInput, now: Date) => ({ risk, chance, effect, answer, owner_unit_id: ownerUnitId, state, changed_by: tx.actor.id, changed_at: now });

export async function addRisk(tx: Tx, indicatorId: number, input: RiskInput, now: Date): Promise<number> {
  return (await tx.db.insertInto('performance.risk').values({ indicator_id: indicatorId, ...written(tx, input, now) }).returning('id').executeTakeFirstOrThrow()).id;
}

/** False when somebody changed it since `rev`. */
export async function changeRisk(tx: Tx, { id, rev }: Pick<Risk, 'id' | 'rev'>, input: RiskInput, now: Date): Promise<boolean> {
  const done = await tx.db.updateTable('performance.risk').set({ ...written(tx, input, now), rev: rev + 1 }).where('id', '=', id).where('rev', '=', rev).executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export interface ReformReport {
  readonly id: number;
  readonly indicatorId: number;
  readonly title: string;
  readonly reference: string;
  readonly href: string;
  /** `YYYY-MM-DD` */
  readonly sentOn: string;
  readonly reported: string;
  readonly personName: string;
  readonly at: Date;
}
export type ReformReportInput = Pick<ReformReport, 'title' | 'reference' | 'href' | 'sentOn' | 'reported'>;

const reportColumns = ['id', 'indicator_id as indicatorId', 'title', 'reference', 'href', 'sent_on as sentOn', 'reported', 'person_name as personName', 'at'] as const;

/** Reports on the reform plan of these indicators, the newest first; withdrawn ones are left out. */
export async function reformReportsOf(tx: ReadTx, indicatorIds: readonly number[]): Promise<ReformReport[]> {
  if (indicatorIds.length === 0) return [];
  return await tx.db.selectFrom('performance.reform_report').select(reportColumns).where('indicator_id', 'in', indicatorIds).where('withdrawn_at', 'is', null).orderBy('sent_on', 'desc').orderBy('id', 'desc').execute();
}

export async function addReformReport(tx: Tx, indicatorId: number, { title, reference, href, sentOn, reported }: ReformReportInput, now: Date): Promise<number> {
  return (await tx.db.insertInto('performance.reform_report')
    .values({ indicator_id: indicatorId, title, reference, href, sent_on: sentOn, reported, person_id: tx.actor.id, person_name: tx.actor.name, at: now }).returning('id').executeTakeFirstOrThrow()).id;
}

export async function withdrawReformReport(tx: Tx, indicatorId: number, id: number, reason: string, now: Date): Promise<boolean> {
  const done = await tx.db.updateTable('performance.reform_report').set({ withdrawn_at: now, withdrawn_reason: reason }).where('indicator_id', '=', indicatorId).where('id', '=', id).where('withdrawn_at', 'is', null).executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export interface CannotDo {
  readonly id: number;
  readonly indicatorId: number;
  readonly unitId: number;
  readonly what: string;
  readonly reason: string;
  readonly saidOn: string;
  readonly personName: string;
  readonly answer: string | null;
  readonly answeredOn: string | null;
  readonly answeredByName: string | null;
}

const flagColumns = ['id', 'indicator_id as indicatorId', 'unit_id as unitId', 'what', 'reason', 'said_on as saidOn', 'person_name as personName', 'answer', 'answered_on as answeredOn', 'answered_by_name as answeredByName'] as const;

/** What units said they cannot do, of these indicators, for whoever may see it; the oldest first. */
export async function cannotDosOf(tx: ReadTx, indicatorIds: readonly number[]): Promise<CannotDo[]> {
  if (indicatorIds.length === 0) return [];
  return await tx.db.selectFrom('performance.cannot_do').select(flagColumns).where('indicator_id', 'in', indicatorIds).orderBy('id').execute();
}

export async function sayCannotDo(tx: Tx, indicatorId: number, said: Pick<CannotDo, 'unitId' | 'what' | 'reason' | 'saidOn'>, now: Date): Promise<number> {
  return (await tx.db.insertInto('performance.cannot_do')
    .values({ indicator_id: indicatorId, unit_id: said.unitId, what: said.what, reason: said.reason, said_on: said.saidOn, person_id: tx.actor.id, person_name: tx.actor.name, at: now }).returning('id').executeTakeFirstOrThrow()).id;
}

/** The secretariat's answer; false when it was answered. */
export async function answerCannotDo(tx: Tx, indicatorId: number, id: number, answer: string, on: string): Promise<boolean> {
  const done = await tx.db.updateTable('performance.cannot_do').set({ answer, answered_on: on, answered_by: tx.actor.id, answered_by_name: tx.actor.name })
    .where('indicator_id', '=', indicatorId).where('id', '=', id).where('answer', 'is', null).executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
