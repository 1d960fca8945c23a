import { sql } from 'kysely';
import type { ReadTx } from '../db/database.ts';
import { together } from '../db/together.ts';
import { countInbox } from '../inbox/read-inbox.ts';
import type { KromModule } from '../module.ts';
import type { Frame } from './edge.ts';

/** What waits and what is unread, for the frame of every office page: two statements. */
export async function readFrame(modules: readonly KromModule[], tx: ReadTx): Promise<Frame> {
  if (tx.actor.kind !== 'person') return { inboxCount: 0, unreadNotifications: 0 };
  const [inboxCount, unread] = await together([
    countInbox(tx, modules.flatMap((module) => module.inbox ?? [])),
    sql<{ n: number }>`select count(*)::int as n from platform.notification where person_id = ${tx.actor.id} and read_at is null`.execute(tx.db),
  ]);
  return { inboxCount, unreadNotifications: unread.rows[0]?.n ?? 0 };
}
