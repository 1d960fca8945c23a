import { sql } from 'kysely';
import { unitsHolding } from '../../../platform/access/actor.ts';
import type { InboxRow, InboxSource } from '../../../platform/inbox/inbox.ts';
import { messages } from './messages.ts';

const fiscal = (text: ReturnType<typeof sql>) => sql`translate(${text}::text, '0123456789', '๐๑๒๓๔๕๖๗๘๙')`;

/**
 * What waits of collecting: results that an owner owes (its forms are lines of the room `indicators`), reports that the
 * secretariat checks, rounds that are checked and wait for an executive. Lists of units stand in subselects, so that one plan serves everybody (ADR 3).
 */
export const collectingInbox: InboxSource = {
  kind: 'performance',
  label: messages.words('inbox'),
  steps: { fill: messages.words('inbox.fill'), check: messages.words('inbox.check'), confirm: messages.words('inbox.confirm') },
  lines: (tx) => sql<InboxRow>`
    select 'performance:' || s.id as key, 'performance' as kind, 'ตัวชี้วัด ' || ${fiscal(sql`i.key`)} as reference,
      case when o.month is null then ${messages.th['round.form']}::text else replace(${messages.th['round.result']}::text, '{month}', ${fiscal(sql`o.month`)}) end || ': ' || i.name as subject,
      coalesce(u.text, '') as "from", '/performance/' || c.fiscal_year || '/results/' || i.key || '/' || coalesce(o.month::text, 'form') as href, o.due_on as due_on,
      s.changed_at as arrived_at, null::text as urgency, null::text as secrecy, s.state = 'submitted' as read, case when s.state = 'submitted' then 'check' else 'fill' end as step
    from (
      select s.* from performance.submission s join performance.round r on r.id = s.round_id and r.kind = 'result' where s.state in ('open', 'returned') and s.indicator_id = any (array(
        select x.indicator_id from performance.indicator_unit x where x.role = 'owner' and x.unit_id = any ((select platform.principals())::int[])))
      union all
      select s.* from performance.submission s where s.state = 'submitted' and s.round_id = any (array(
        select r.id from performance.round r join performance.cycle k on k.id = r.cycle_id where k.keeper_unit_id = any ((select ${unitsHolding(tx.actor, 'performance.keep')}::int[])::int[])))
    ) s
    join performance.round o on o.id = s.round_id and o.closed_at is null
    join performance.cycle c on c.id = o.cycle_id and c.state <> 'closed'
    join performance.indicator i on i.id = s.indicator_id and i.state <> 'cancelled'
    left join organisation.unit_abbreviation u on u.unit_id = c.keeper_unit_id and u.kind = 'preferred' and u.valid_to is null
    union all
    select 'performance:round:' || o.id, 'performance', ${fiscal(sql`c.fiscal_year`)},
      case when o.month is null then ${messages.th['round.form']}::text else replace(${messages.th['round.result']}::text, '{month}', ${fiscal(sql`o.month`)}) end,
      coalesce(u.text, ''), '/performance/' || c.fiscal_year || '/collect/' || coalesce(o.month::text, 'form'), null::date,
      (select max(s.changed_at) from performance.submission s where s.round_id = o.id), null::text, null::text, false, 'confirm'
    from performance.round o
    join performance.cycle c on c.id = o.cycle_id and c.state <> 'closed' and c.department_id = any ((select ${unitsHolding(tx.actor, 'performance.approve')}::int[])::int[])
    left join organisation.unit_abbreviation u on u.unit_id = c.keeper_unit_id and u.kind = 'preferred' and u.valid_to is null
    where o.closed_at is null and exists (select 1 from performance.submission s where s.round_id = o.id)
      and not exists (select 1 from performance.submission s join performance.indicator i on i.id = s.indicator_id where s.round_id = o.id and i.state <> 'cancelled' and s.state <> 'approved' and s.state <> 'confirmed')
      and exists (select 1 from performance.submission s where s.round_id = o.id and s.state = 'approved')`,
};
