import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { Channel, OutsideAddressee } from '../domain/letter.ts';

/** How a letter left the house for one addressee outside. */
export interface Dispatch {
  readonly name: string;
  readonly address: string;
  readonly channel: Channel;
  readonly sentAt: Date;
  readonly sentBy: string;
}

/** Written in the transaction that issues, one row an addressee outside the house. */
export async function recordDispatch(tx: Tx, letterId: number, outside: readonly OutsideAddressee[], channel: Channel, at: Date): Promise<void> {
  await sql`insert into correspondence.letter_dispatch (letter_id, ordinal, name, address, channel, sent_at, sent_by, sent_by_name)
    select ${letterId}::bigint, o.ordinal, o.name, o.address, ${channel}, ${at}::timestamptz, ${tx.actor.id}::int, ${tx.actor.name}
    from unnest(${outside.map((one) => one.name)}::text[], ${outside.map((one) => one.address ?? '')}::text[]) with ordinality as o (name, address, ordinal)`.execute(tx.db);
}

/** How a letter left the house; only the unit that sent it, and who signed it, see that. */
export async function dispatchesOf(tx: ReadTx, letterId: number): Promise<Dispatch[]> {
  const rows = await tx.db.selectFrom('correspondence.letter_dispatch').select(['name', 'address', 'channel', 'sent_at as sentAt', 'sent_by_name as sentBy'])
    .where('letter_id', '=', letterId).orderBy('ordinal').execute();
  return rows.map((row) => ({ ...row, channel: row.channel as Channel }));
}
