import { can } from '../../platform/access/actor.ts';
import { sql } from '../../platform/db/database.ts';
import type { InboxRow, InboxSource } from '../../platform/inbox/inbox.ts';
import { m } from './features/remove-factor/messages.ts';
import { removeFactor } from './features/remove-factor/page.tsx';

/** Removals of a second factor that wait for another administrator: the second of two people. */
export const removalInbox: InboxSource = {
  kind: 'security',
  label: m.words('inbox'),
  steps: { approve: m.words('approve') },
  lines: ({ actor }) => sql<InboxRow>`
    select 'security:' || r.id as key, 'security' as kind, r.started_by_name as reference, ${`${m.th.inboxSubject} `}::text || r.person_name as subject, r.started_by_name as "from",
      '/people/' || r.person_id || '/second-factor' as href, (r.expires_at at time zone 'Asia/Bangkok')::date as due_on, r.started_at as arrived_at,
      'urgent'::text as urgency, null::text as secrecy, false as read, 'approve' as step
    from organisation.removals_for_me() r
    where ${can(actor, removeFactor)}::boolean and (${can(actor, 'organisation.manage-roles')}::boolean
      or not ('system-admin' = any (organisation.roles_at_sign_in(r.person_id, (platform.legal_now() at time zone 'Asia/Bangkok')::date))))`,
};
