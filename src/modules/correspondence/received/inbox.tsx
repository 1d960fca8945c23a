// Received letters that wait for me: to be proposed, ordered, registered, done, closed, or given another route.
import { sql } from 'kysely';
import { can, unitsHolding } from '../../../platform/access/actor.ts';
import type { InboxRow, InboxSource } from '../../../platform/inbox/inbox.ts';
import { messages } from './messages.ts';

const line = sql`translate('รับ ' || r.number || '/' || r.year, '0123456789', '๐๑๒๓๔๕๖๗๘๙') as reference, r.subject, r.from_text as "from", '/incoming/' || r.id as href`;
/** An end at 24:00 belongs to the day that ends. */
const dayOf = (due: string) => sql.raw(`(((${due}) - interval '1 millisecond') at time zone 'Asia/Bangkok')::date::text`);
const marks = sql`nullif(r.urgency, 'ordinary') as urgency, nullif(r.secrecy, 'none') as secrecy`;

export const receivedInbox: InboxSource = {
  kind: 'received',
  label: messages.words('inboxKind'),
  steps: {
    propose: messages.words('stepPropose'), order: messages.words('stepOrder'), receive: messages.words('stepReceive'),
    do: messages.words('stepDo'), close: messages.words('stepClose'), reroute: messages.words('stepReroute'),
  },
  lines: ({ actor }) => {
    const own = sql`${[...actor.principals]}::int[]`;
    const units = sql`${unitsHolding(actor, 'correspondence.receive-letters')}::int[]`;
    return sql<InboxRow>`
      select 'received:' || r.id as key, 'received'::text as kind, ${line}, ${dayOf('r.due_at')} as due_on, r.holder_since as arrived_at, ${marks},
        r.holder_opened_at is not null as read, 'order'::text as step
      from correspondence.received_letter r where r.state = 'proposed' and r.holder_position_id = any(${own})
      union all
      select 'received:' || r.id, 'received', ${line}, ${dayOf('r.due_at')}, r.registered_at, ${marks}, r.steps > 1, case when r.state = 'waiting' then 'propose' else 'close' end
      from correspondence.received_letter r where r.owner_unit_id = any(${units}) and (r.state = 'waiting' or (r.state = 'working'
        and not exists (select from correspondence.received_assignment a where a.received_letter_id = r.id and a.state in ('open', 'queued'))))
      union all
      select 'received:a' || a.id, 'received', ${line}, ${dayOf('a.due_at')}, a.given_at, ${marks}, a.opened_at is not null, case when a.unit_id is null then 'do' else 'receive' end
      from correspondence.received_assignment a join correspondence.received_letter r on r.id = a.received_letter_id
      where a.state = 'open' and a.child_id is null and (a.person_id = ${actor.id} or a.unit_id = any(${units}))
      union all
      select 'received:p' || r.id, 'received', ${line}, ${dayOf('r.due_at')}, r.parked_at, ${marks}, false, 'reroute'
      from correspondence.received_letter r where r.parked_at is not null and ${can(actor, 'correspondence.reroute')}::boolean and r.readers && array[${actor.id}]::int[]`;
  },
};
