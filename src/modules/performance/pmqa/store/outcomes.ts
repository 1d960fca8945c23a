// Totals of years as they were published or came out of an assessment. Only ever added; the last one of a year counts.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';
import { scaled, scaledText, type Scaled } from '../../domain/numbers.ts';
import type { ItemShare } from '../domain/shares.ts';

export interface Outcome {
  readonly id: number;
  readonly year: number;
  readonly kind: 'stated' | 'assessed';
  readonly total: Scaled;
  readonly groupName: string;
  readonly source: string;
  /** Day of the source, `YYYY-MM-DD`. */
  readonly dated: string;
  readonly assessmentId: number | null;
  /** What each item adds to the total, where that is known. */
  readonly shares: readonly ItemShare[];
  readonly addedByName: string;
  readonly addedAt: Date;
}

type Row = Omit<Outcome, 'total'> & { readonly total: string };

/** The outcome that counts for each year, oldest year first, as of an instant. */
export async function outcomes(tx: ReadTx, asOf?: Date): Promise<Outcome[]> {
  return (await sql<Row>`select distinct on (fiscal_year) id, fiscal_year as year, kind, total, group_name as "groupName", source, dated, assessment_id as "assessmentId", shares, added_by_name as "addedByName", added_at as "addedAt"
    from performance.pmqa_outcome where ${asOf ?? null}::timestamptz is null or added_at <= ${asOf ?? null}::timestamptz order by fiscal_year, id desc`.execute(tx.db)).rows.map((row) => ({ ...row, total: scaled(row.total) }));
}

export async function addOutcome(tx: Tx, one: Omit<Outcome, 'id' | 'addedByName' | 'addedAt'>, at: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into performance.pmqa_outcome (fiscal_year, kind, total, group_name, source, dated, assessment_id, shares, added_by, added_by_name, added_at)
    values (${one.year}, ${one.kind}, ${scaledText(one.total)}, ${one.groupName}, ${one.source}, ${one.dated}::date, ${one.assessmentId}, ${JSON.stringify(one.shares)}::jsonb, ${tx.actor.id}, ${tx.actor.name}, ${at}) returning id`.execute(tx.db);
  return (rows[0] as { id: number }).id;
}
