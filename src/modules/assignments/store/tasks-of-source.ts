import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { DueEvent } from '../domain/due.ts';
import type { When } from './create-task.ts';
import { addEvent } from './events.ts';

export interface SourceTask {
  readonly id: number;
  readonly line: string | null;
  readonly title: string;
  readonly state: 'open' | 'reported' | 'closed' | 'cancelled';
  readonly dueOn: string | null;
  readonly dueEvent: DueEvent | null;
  /** The day that counts: its own, or that of its event once it is known. */
  readonly fallsDue: string | null;
  readonly ownerPartyIds: readonly number[];
  readonly supportPartyIds: readonly number[];
  readonly href: string;
}

/** The tasks that one source made, as far as the actor may see them. */
export async function tasksOfSource(tx: ReadTx, source: { type: string; ids: readonly number[] }): Promise<SourceTask[]> {
  const { rows } = await sql<Omit<SourceTask, 'href'>>`
    select t.id, t.source_line as line, t.title, t.state, t.due_on as "dueOn", t.due_event as "dueEvent", t.falls_due as "fallsDue",
      coalesce(array_agg(p.party_id order by p.party_id) filter (where p.role = 'owner'), '{}') as "ownerPartyIds",
      coalesce(array_agg(p.party_id order by p.party_id) filter (where p.role = 'support'), '{}') as "supportPartyIds"
    from assignments.task t left join assignments.task_party p on p.task_id = t.id and p.removed_at is null
    where t.source_type = ${source.type} and t.source_id = any (${[...source.ids]}::bigint[])
    group by t.id order by t.id`.execute(tx.db);
  return rows.map((row) => ({ ...row, href: `/tasks/${row.id}` }));
}

/** Ends the task of a source line that is no longer there, with the reason in its history. */
export async function cancelTaskFromSource(tx: Tx, source: { type: string; id: number; line?: string }, reason: string, when: When): Promise<void> {
  const rows = await tx.db
    .updateTable('assignments.task')
    .set({ state: 'cancelled', closed_at: when.now, closed_by: tx.actor.id, rev: sql`rev + 1` })
    .where('source_type', '=', source.type)
    .where('source_id', '=', source.id)
    .where(sql<string>`coalesce(source_line, '')`, '=', source.line ?? '')
    .where('state', 'in', ['open', 'reported'])
    .returning('id')
    .execute();
  for (const row of rows) await addEvent(tx, row.id, 'cancelled', when.now, { note: reason });
}
