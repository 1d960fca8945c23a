import { sql } from 'kysely';
import { unitsHolding } from '../../../platform/access/actor.ts';
import type { InboxRow, InboxSource } from '../../../platform/inbox/inbox.ts';
import { messages } from './messages.ts';

/**
 * What waits about targets: proposals for an executive's look before the meeting, a proposal below last year's result for
 * its owners, requests for the secretariat to record. Lists of units stand in subselects, so that one plan serves everybody.
 */
export const targetsInbox: InboxSource = {
  kind: 'targets',
  label: messages.words('inbox.label'),
  steps: { review: messages.words('inbox.review'), justify: messages.words('inbox.justify'), decide: messages.words('inbox.decide') },
  lines: (tx) => sql<InboxRow>`
    with asked as (
      select distinct on (t.indicator_id, t.authority) t.*, i.key as line, i.name as line_name, i.better, y.fiscal_year, y.department_id
      from performance.target t join performance.indicator i on i.id = t.indicator_id and i.state = 'draft' join performance.cycle y on y.id = i.cycle_id and y.state <> 'closed'
      order by t.indicator_id, t.authority, t.id desc
    ), lines as (
      select 'review' as step, a.id, a.line, a.line_name as subject, a.person_name as by, '/performance/' || a.fiscal_year || '/targets/' || a.line as href, a.at
      from asked a where a.stage = 'proposed' and a.department_id = any ((select ${[...unitsHolding(tx.actor, 'performance.approve')]}::int[])::int[])
      union all
      select 'justify', a.id, a.line, a.line_name, a.person_name, '/performance/' || a.fiscal_year || '/targets/' || a.line, a.at
      from asked a join performance.continuation c on c.indicator_id = a.indicator_id
      join lateral (select r.value, (select count(*) from jsonb_array_elements(case when jsonb_typeof(r.detail -> 'steps') = 'array' then r.detail -> 'steps' else '[]' end) s where s ->> 'done' = 'true') as steps
        from performance.result r join performance.round o on o.id = r.round_id and o.kind = 'result' where r.indicator_id = c.earlier_id order by o.month desc, r.id desc limit 1) r on r.value is not null
      where a.stage = 'proposed' and a.ladder is not null
        and case a.better when 'more' then (a.ladder -> 'values' ->> -1)::numeric < greatest(r.value, r.steps) else (a.ladder -> 'values' ->> -1)::numeric > r.value end
        and exists (select 1 from performance.indicator_unit u where u.indicator_id = a.indicator_id and u.role = 'owner' and u.unit_id = any ((select ${[...unitsHolding(tx.actor, 'performance.report')]}::int[])::int[]))
      union all
      select 'decide', q.id, i.key, i.name, q.person_name, '/performance/' || y.fiscal_year || '/changes/' || q.id, q.at
      from performance.change_request q join performance.indicator i on i.id = q.indicator_id join performance.cycle y on y.id = q.cycle_id
      where q.state = 'asked' and y.keeper_unit_id = any ((select ${[...unitsHolding(tx.actor, 'performance.keep')]}::int[])::int[])
    )
    select 'targets:' || l.step || ':' || l.id as key, 'targets' as kind, 'ตัวชี้วัด ' || translate(l.line, '0123456789', '๐๑๒๓๔๕๖๗๘๙') as reference, l.subject, l.by as "from", l.href, null::text as due_on,
      l.at as arrived_at, null::text as urgency, null::text as secrecy, l.step <> 'review' as read, l.step from lines l`,
};
