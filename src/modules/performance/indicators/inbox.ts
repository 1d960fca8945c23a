import { sql } from 'kysely';
import type { InboxRow, InboxSource } from '../../../platform/inbox/inbox.ts';

/** Forms that wait for the owning units while their round is open, and those that were returned. */
export const formsInbox: InboxSource = {
  kind: 'indicator-forms',
  label: { th: 'แบบตัวชี้วัดที่ต้องกรอก', en: 'Indicator forms to fill in' },
  steps: { fill: { th: 'กรอกแบบ', en: 'Fill in' }, correct: { th: 'แก้ไขแบบ', en: 'Correct' } },
  lines: () => sql<InboxRow>`
    select 'indicator-forms:' || s.id as key, 'indicator-forms' as kind, 'ตัวชี้วัด ' || translate(i.key, '0123456789', '๐๑๒๓๔๕๖๗๘๙') as reference,
      i.name as subject, coalesce(k.text, '') as "from", '/performance/' || c.fiscal_year || '/indicators/' || i.key || '/form' as href, r.due_on,
      s.changed_at as arrived_at, null::text as urgency, null::text as secrecy, false as read, case when s.state = 'returned' then 'correct' else 'fill' end as step
    from performance.submission s
    join performance.round r on r.id = s.round_id and r.kind = 'form' and r.closed_at is null
    join performance.indicator i on i.id = s.indicator_id and i.state <> 'cancelled'
    join performance.cycle c on c.id = r.cycle_id and c.state <> 'closed'
    left join organisation.unit_abbreviation k on k.unit_id = c.keeper_unit_id and k.kind = 'preferred' and k.valid_from <= r.due_on and (k.valid_to is null or k.valid_to >= r.due_on)
    where s.state in ('open', 'returned') and s.indicator_id = any (array(
      select u.indicator_id from performance.indicator_unit u where u.role = 'owner' and u.unit_id = any ((select platform.principals())::int[])))`,
};
