import { sql } from 'kysely';
import type { InboxRow, InboxSource } from '../../../platform/inbox/inbox.ts';
import { messages } from './messages.ts';

/** Agreements that wait for the actor's signature, and signed ones that the actor has not taken note of. */
export const scorecardInbox: InboxSource = {
  kind: 'scorecards',
  label: messages.words('inbox'),
  steps: { sign: messages.words('step.sign'), read: messages.words('step.read') },
  lines: () => sql<InboxRow>`
    select 'scorecards:' || w.step || ':' || w.id as key, 'scorecards' as kind, 'คำรับรอง ' || translate(w.fiscal_year::text, '0123456789', '๐๑๒๓๔๕๖๗๘๙') as reference,
      'คำรับรองการปฏิบัติราชการ ' || (w.content ->> 'unit') as subject, w.content ->> 'headTitle' as "from", w.href, null::text as due_on, w.at as arrived_at,
      null::text as urgency, null::text as secrecy, false as read, w.step
    from (
      select 'sign' as step, a.id, c.fiscal_year, a.content, '/performance/scorecards/' || a.scorecard_id || '/agreement' as href, a.changed_at as at
      from performance.agreement a join performance.scorecard s on s.id = a.scorecard_id join performance.cycle c on c.id = s.cycle_id
      where (a.state = 'proposed' and a.head_position_id = any ((select platform.principals())::int[]))
        or (a.state = 'head-signed' and a.executive_position_id = any ((select platform.principals())::int[]))
      union all
      select 'read', a.id, c.fiscal_year, a.content, '/performance/scorecards/' || a.scorecard_id || '/readers', a.changed_at
      from performance.agreement_reader r join performance.agreement a on a.id = r.agreement_id and a.state = 'signed'
      join performance.scorecard s on s.id = a.scorecard_id join performance.cycle c on c.id = s.cycle_id
      where r.person_id = (select platform.actor_id())
        and not exists (select 1 from performance.agreement_reading d where d.agreement_id = r.agreement_id and d.person_id = r.person_id)
        and not exists (select 1 from performance.agreement n where n.scorecard_id = a.scorecard_id and n.version > a.version and n.state = 'signed')
    ) w`,
};
