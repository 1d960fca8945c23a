import { sql } from 'kysely';
import type { InboxRow, InboxSource } from '../../platform/inbox/inbox.ts';
import { messages } from './messages.ts';
import { previewOf } from './preview.tsx';

/**
 * Tasks that wait: open ones for those who answer for them, reported ones for the unit that follows them up. A task
 * that was passed on waits for the officer, no longer for the whole unit. The list of units stands in a subselect, so
 * that PostgreSQL estimates the same for every person and keeps one plan of the whole inbox (ADR 3).
 */
export const tasksInbox: InboxSource = {
  kind: 'tasks',
  label: { th: 'งาน', en: 'Tasks' },
  steps: { work: messages.words('step.work'), accept: messages.words('step.accept') },
  lines: (tx) => sql<InboxRow>`
    select 'tasks:' || t.id as key, 'tasks' as kind,
      'งาน ' || translate(lpad(t.id::text, 4, '0'), '0123456789', '๐๑๒๓๔๕๖๗๘๙') as reference,
      t.title as subject, coalesce(u.text, '') as "from", '/tasks/' || t.id as href, t.falls_due as due_on,
      coalesce(t.reported_at, t.created_at) as arrived_at, null::text as urgency, null::text as secrecy,
      t.state = 'reported' as read, case when t.state = 'reported' then 'accept' else 'work' end as step
    from (
      select t.* from assignments.task t where t.state = 'open' and t.id = any (array(
        select p.task_id from assignments.task_party p where p.removed_at is null and p.party_id = any ((select platform.principals())::int[])
          and (p.role = 'officer' or (p.role = 'owner' and not exists (
            select 1 from assignments.task_party o where o.task_id = p.task_id and o.role = 'officer' and o.removed_at is null)))))
      union all
      select t.* from assignments.task t where t.state = 'reported' and t.follow_up_unit_id = any ((select ${[...followUpUnits(tx.actor)]}::int[])::int[])
    ) t
    left join organisation.unit_abbreviation u on u.unit_id = t.follow_up_unit_id and u.kind = 'preferred'
      and u.valid_from <= t.assigned_on and (u.valid_to is null or u.valid_to >= t.assigned_on)`,
  async preview(tx, key) {
    const id = /^tasks:(\d{1,15})$/.exec(key)?.[1];
    return id === undefined ? undefined : previewOf(tx, Number(id));
  },
};

function followUpUnits(actor: { permissions: ReadonlyMap<string, 'all' | readonly number[]>; principals: readonly number[] }): readonly number[] {
  const scope = actor.permissions.get('assignments.follow-up');
  if (scope === undefined) return [];
  return scope === 'all' ? actor.principals : scope;
}
