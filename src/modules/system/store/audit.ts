import { sql } from 'kysely';
import type { Authority } from '../../../platform/access/actor.ts';
import type { ReadTx } from '../../../platform/db/database.ts';

export interface AuditLine {
  readonly id: number;
  readonly at: Date;
  readonly actorId: number;
  readonly actorName: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: number | null;
  readonly authority: Authority;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly sealed: boolean;
}

export interface AuditQuery {
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  /** First and last day, `YYYY-MM-DD` in Bangkok. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Id of the last line already seen. */
  readonly before?: number | undefined;
}

/** Lines of the trail, newest first. Behind the permission to read the whole log. */
export async function readAudit(tx: ReadTx, query: AuditQuery, limit: number): Promise<AuditLine[]> {
  const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<AuditLine>`
    select a.id, a.at, a.actor_id as "actorId", a.actor_name as "actorName", a.action, a.subject_type as "subjectType",
      a.subject_id as "subjectId", a.authority, a.detail,
      exists (select 1 from platform.audit_seal s where a.txid >= s.from_txid and a.txid < s.to_txid) as sealed
    from platform.audit a
    where ${query.before ? sql`a.id < ${query.before}` : sql`true`}
      and ${query.actor ? sql`a.actor_name ilike ${like(query.actor)}` : sql`true`}
      and ${query.action ? sql`a.action ilike ${like(query.action)}` : sql`true`}
      and ${query.from ? sql`a.at >= (${query.from}::date)::timestamp at time zone 'Asia/Bangkok'` : sql`true`}
      and ${query.to ? sql`a.at < (${query.to}::date + 1)::timestamp at time zone 'Asia/Bangkok'` : sql`true`}
    order by a.id desc limit ${limit}`.execute(tx.db);
  return rows;
}
