import type { ReadTx, Tx } from '../../../platform/db/database.ts';

/** Which received letter an outgoing one answers, and whether its issue closes that matter. */
export async function replyOf(tx: ReadTx, letterId: number): Promise<{ receivedId: number; closes: boolean } | undefined> {
  return tx.db.selectFrom('correspondence.received_reply').select(['received_letter_id as receivedId', 'closes']).where('letter_id', '=', letterId).executeTakeFirst();
}

export async function addReply(tx: Tx, receivedId: number, letterId: number, closes: boolean, at: Date): Promise<void> {
  await tx.db.insertInto('correspondence.received_reply').values({ received_letter_id: receivedId, letter_id: letterId, closes, begun_at: at }).execute();
}

export interface Reply {
  readonly letterId: number;
  readonly closes: boolean;
  readonly state: string;
  readonly reference: string | null;
  readonly subject: string;
}

/** Replies to a received letter, begun or issued. */
export async function repliesTo(tx: ReadTx, receivedId: number): Promise<Reply[]> {
  return tx.db
    .selectFrom('correspondence.received_reply as y')
    .innerJoin('correspondence.letter as l', 'l.id', 'y.letter_id')
    .select(['y.letter_id as letterId', 'y.closes', 'l.state', 'l.reference', 'l.subject'])
    .where('y.received_letter_id', '=', receivedId)
    .orderBy('y.letter_id')
    .execute();
}
