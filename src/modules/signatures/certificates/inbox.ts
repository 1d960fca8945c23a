import { sql } from '../../../platform/db/database.ts';
import type { InboxRow, InboxSource } from '../../../platform/inbox/inbox.ts';
import { m } from './messages.ts';

/**
 * Certificates that ask their holder for something: a key for a request that somebody else made, one that has come, one
 * that ends soon or has ended with nothing in its place. By real time, as certificates are judged.
 */
export const certificateInbox: InboxSource = {
  kind: 'certificates',
  label: m.words('inboxKind'),
  steps: { renew: m.words('stepRenew'), key: m.words('stepKey'), begin: m.words('stepBegin') },
  lines: ({ actor }) => sql<InboxRow>`
    select 'certificates:' || c.id as key, 'certificates' as kind, ${m.th.inboxKind}::text as reference,
      case when c.state = 'requested' then ${m.th.ownStep}::text when c.state = 'received' then ${m.th.beginTitle}::text
        when c.valid_to < clock_timestamp() then ${m.th.inboxExpired}::text else ${m.th.inboxSoon}::text end as subject,
      case when c.issuer <> '' then c.issuer else c.requested_by_name end as "from", '/account/certificates/' || c.id as href,
      case when c.state = 'active' then (c.valid_to at time zone 'Asia/Bangkok')::date end as due_on,
      case when c.state = 'active' then c.valid_to - make_interval(days => soon.days) else c.requested_at end as arrived_at,
      null::text as urgency, null::text as secrecy, false as read,
      case c.state when 'requested' then 'key' when 'received' then 'begin' else 'renew' end as step
    from signatures.certificate c
    cross join lateral (select coalesce((select max(d::int) from platform.setting s cross join jsonb_array_elements_text(s.value) d
      where s.name = 'signatures.warning-days' and jsonb_typeof(s.value) = 'array'), 60) as days) soon
    where c.person_id = ${actor.id}::int and (
      c.state = 'requested' and c.requested_by <> c.person_id and c.request is null
      or c.state = 'received'
      or c.state = 'active' and c.valid_to < clock_timestamp() + make_interval(days => soon.days) and not exists (
        select from signatures.certificate n where n.person_id = c.person_id and n.position_id is not distinct from c.position_id and n.id <> c.id
          and n.ended_on is null and (n.state in ('requested', 'sent', 'received') or n.valid_to > c.valid_to and n.valid_from <= c.valid_to)))`,
};
