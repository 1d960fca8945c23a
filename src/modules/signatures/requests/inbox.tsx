// Documents that wait for my signature or approval: by name, or by a post that I hold or act for today.
import { sql } from 'kysely';
import type { InboxRow, InboxSource } from '../../../platform/inbox/inbox.ts';
import { PartsList } from '../features/sign-document/parts-list.tsx';
import { answering } from './office.ts';
import { messages } from './messages.ts';
import { findRequest } from '../store/requests.ts';

export const signingInbox: InboxSource = {
  kind: 'signing',
  label: messages.words('inbox'),
  steps: { sign: messages.words('stepSign'), approve: messages.words('stepApprove') },
  lines: (tx) => sql<InboxRow>`
    select 'signing:' || p.id as key, 'signing'::text as kind, r.reference, r.title as subject, r.requested_by_name as "from", '/signing/' || r.id as href, null::text as due_on,
      p.opened_at as arrived_at, null::text as urgency, case when r.restricted then 'confidential' end as secrecy, false as read, p.kind as step
    from signatures.part p join signatures.request r on r.id = p.request_id
    where p.state = 'open' and r.state = 'open' and (p.position_id = any(${[...tx.actor.principals]}::int[]) or p.person_id = ${tx.actor.id})`,
  async preview(tx, key) {
    const id = /^signing:(\d{1,15})$/.exec(key)?.[1];
    if (id === undefined) return undefined;
    const { rows } = await sql<{ requestId: number }>`select request_id as "requestId" from signatures.part where id = ${Number(id)}`.execute(tx.db);
    const request = rows[0] && (await findRequest(tx, rows[0].requestId));
    if (!request) return undefined;
    // Who answers for what is asked with today's legal day, as on the page itself.
    const { rows: days } = await sql<{ today: string }>`select (platform.legal_now() at time zone 'Asia/Bangkok')::date::text as today`.execute(tx.db);
    const people = await answering(tx, request.parts.filter((part) => part.state === 'open'), days[0]!.today);
    const waiting = [...people].map(([partId, person]) => ({ partId, ...person }));
    return (ui) => <PartsList data={{ request, waiting }} ui={ui} />;
  },
};
