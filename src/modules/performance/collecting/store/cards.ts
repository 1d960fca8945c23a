// Report cards of a round with every state that was saved.
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';
import { cardFields, emptyCard, type CardContent } from '../domain/merge-card.ts';

export interface StoredCard {
  readonly content: CardContent;
  readonly rev: number;
  readonly personName: string;
  readonly at: Date;
}

const contentOf = (content: unknown): CardContent => ({ ...emptyCard, ...(content as Partial<CardContent>) });

/** The card as it stands; before the first save an empty one of revision 0. */
export async function cardOf(tx: ReadTx, indicatorId: number, roundId: number): Promise<StoredCard | undefined> {
  const row = await tx.db.selectFrom('performance.report_card as c').innerJoin('performance.report_card_version as v', (join) => join.onRef('v.indicator_id', '=', 'c.indicator_id').onRef('v.round_id', '=', 'c.round_id').onRef('v.rev', '=', 'c.rev'))
    .select(['c.content', 'c.rev', 'v.person_name as personName', 'v.at']).where('c.indicator_id', '=', indicatorId).where('c.round_id', '=', roundId).executeTakeFirst();
  return row && { ...row, content: contentOf(row.content) };
}

/** What stood on the card at a revision that somebody began with; an empty card for revision 0. */
export async function cardAt(tx: ReadTx, indicatorId: number, roundId: number, rev: number): Promise<CardContent | undefined> {
  if (rev === 0) return emptyCard;
  const row = await tx.db.selectFrom('performance.report_card_version').select('content').where('indicator_id', '=', indicatorId).where('round_id', '=', roundId).where('rev', '=', rev).executeTakeFirst();
  return row && contentOf(row.content);
}

/** Every saved state, the newest first. */
export async function cardVersions(tx: ReadTx, indicatorId: number, roundId: number): Promise<StoredCard[]> {
  const rows = await tx.db.selectFrom('performance.report_card_version').select(['content', 'rev', 'person_name as personName', 'at']).where('indicator_id', '=', indicatorId).where('round_id', '=', roundId).orderBy('rev', 'desc').limit(50).execute();
  return rows.map((row) => ({ ...row, content: contentOf(row.content) }));
}

/** Saves the next state after `rev`. False when somebody saved one meanwhile. The database refuses it once the indicator is approved. */
export async function saveCard(tx: Tx, indicatorId: number, roundId: number, rev: number, content: CardContent, now: Date): Promise<boolean> {
  const text = JSON.stringify(Object.fromEntries(cardFields.map((field) => [field, content[field]])));
  const written = { content: text, changed_by: tx.actor.id, changed_at: now, rev: rev + 1 };
  const done = rev === 0
    ? (await tx.db.insertInto('performance.report_card').values({ indicator_id: indicatorId, round_id: roundId, ...written }).onConflict((conflict) => conflict.columns(['indicator_id', 'round_id']).doNothing()).executeTakeFirst()).numInsertedOrUpdatedRows
    : (await tx.db.updateTable('performance.report_card').set(written).where('indicator_id', '=', indicatorId).where('round_id', '=', roundId).where('rev', '=', rev).executeTakeFirst()).numUpdatedRows;
  if (done !== 1n) return false;
  await tx.db.insertInto('performance.report_card_version').values({ indicator_id: indicatorId, round_id: roundId, rev: rev + 1, content: text, person_id: tx.actor.id, person_name: tx.actor.name, at: now }).execute();
  return true;
}
