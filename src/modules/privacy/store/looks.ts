import { sql } from 'kysely';
import type { AccessLine } from '../../../platform/access/access-log.ts';
import type { ReadTx } from '../../../platform/db/database.ts';

/** Records that hold personal data of one person (by that person's id), and lists that hold everybody's (id 0). */
const personTypes = ['organisation.person', 'organisation.people-list'];

/** Who else opened the actor's own personal record, newest first. */
export async function looksAtMe(tx: ReadTx, page: { before?: number | undefined; limit: number }): Promise<AccessLine[]> {
  const { rows } = await sql<AccessLine>`select id, at, actor_kind as "actorKind", actor_id as "actorId", actor_name as "actorName",
      subject_type as type, subject_id as "subjectId", secrecy, request_id as "requestId"
    from platform.access_to_me(${personTypes}::text[], ${page.before ?? null}::bigint, ${page.limit}::int)`.execute(tx.db);
  return rows;
}

/** A change that somebody else made to the actor's record. Signing in changes nothing and has a history of its own. */
export interface ChangeOfMe {
  readonly id: number;
  readonly at: Date;
  readonly actorName: string;
  readonly action: string;
}

export async function changesOfMe(tx: ReadTx, limit: number): Promise<ChangeOfMe[]> {
  const { rows } = await sql<ChangeOfMe>`select id, at, actor_name as "actorName", action from platform.audit
    where subject_type = any(${['organisation.person', 'organisation.account']}::text[]) and subject_id = ${tx.actor.id} and actor_id <> ${tx.actor.id} and action not like 'organisation.sign%'
    order by id desc limit ${limit}`.execute(tx.db);
  return rows;
}
