// What waits for me around meetings: invitations to answer, attendance to record, minutes to write, to check and sign.
import { sql } from 'kysely';
import { unitsHolding } from '../../platform/access/actor.ts';
import type { InboxRow, InboxSource } from '../../platform/inbox/inbox.ts';
import { permissions } from './access.ts';

/** How a meeting `m` is called in lists: "ครั้งที่ ๑/๒๕๖๓". */
export const reference = sql.raw(`'ครั้งที่ ' || translate(m.number || '/' || m.year_be, '0123456789', '๐๑๒๓๔๕๖๗๘๙')`);

/** The day in Bangkok by the legal clock. */
const today = sql.raw(`(platform.legal_now() at time zone 'Asia/Bangkok')::date`);

export const meetingInbox: InboxSource = {
  kind: 'meetings',
  label: { th: 'ประชุม', en: 'Meetings' },
  steps: {
    reply: { th: 'ตอบรับการประชุม', en: 'Reply' },
    attendance: { th: 'บันทึกผู้มาประชุม', en: 'Record attendance' },
    write: { th: 'เขียนรายงาน', en: 'Write the minutes' },
    check: { th: 'ตรวจและลงนาม', en: 'Check and sign' },
  },
  lines: (tx) => sql<InboxRow>`
    select 'meetings:invitation-' || i.id as key, 'meetings'::text as kind, ${reference} as reference, m.title as subject, m.committee_name as "from",
      '/meetings/' || m.id || '/reply/' || i.id as href, m.held_on::text as due_on, i.sent_at as arrived_at, null::text as urgency, null::text as secrecy, false as read, 'reply'::text as step
    from meetings.invitation i join meetings.meeting m on m.id = i.meeting_id
    where i.reply = 'none' and i.sent_at is not null and i.withdrawn_at is null and i.answerers && ${[...tx.actor.principals]}::int[] and m.state = 'invited' and m.held_on >= ${today}
    union all
    select 'meetings:attendance-' || m.id, 'meetings', ${reference}, m.title, m.committee_name, '/meetings/' || m.id || '/attendance', m.held_on::text,
      (m.held_on + m.ends_at::time) at time zone 'Asia/Bangkok', null, null, false, 'attendance'
    from meetings.meeting m
    where m.state in ('planned', 'invited') and m.held_on < ${today} and m.owner_unit_id = any(${unitsHolding(tx.actor, permissions.plan)}::int[])
    union all
    select 'meetings:minutes-' || m.id, 'meetings', ${reference}, m.title, m.committee_name, '/meetings/' || m.id || '/minutes/edit', null, m.updated_at, null, null, n.id is not null, 'write'
    from meetings.meeting m left join meetings.minutes n on n.meeting_id = m.id
    where m.state = 'held' and (n.drafter_id = ${tx.actor.id} or n.id is null and m.owner_unit_id = any(${unitsHolding(tx.actor, permissions.plan)}::int[]))
    union all
    select 'meetings:check-' || m.id, 'meetings', ${reference}, m.title, m.committee_name, '/meetings/' || m.id || '/minutes/sign', null, v.drafted_at, null, null, false, 'check'
    from meetings.minutes n join meetings.meeting m on m.id = n.meeting_id join meetings.minutes_version v on v.id = n.current_version_id
    where n.state = 'drafted' and n.checker_id = ${tx.actor.id}`,
};
