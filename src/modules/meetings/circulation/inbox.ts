// What waits for me around certification: to answer, to remark for my unit, to circulate, to decide.
import { sql } from 'kysely';
import { unitsHolding } from '../../../platform/access/actor.ts';
import type { InboxRow, InboxSource } from '../../../platform/inbox/inbox.ts';
import { keys } from './access.ts';
import { reference } from '../inbox.ts';
import { findAnswer } from '../store/circulations.ts';
import { previewOf } from './inbox-preview.tsx';

export const certificationInbox: InboxSource = {
  kind: 'certification',
  label: { th: 'รับรองรายงาน', en: 'Certification' },
  steps: {
    answer: { th: 'รับรองรายงาน', en: 'Certify' },
    remark: { th: 'ให้ความเห็น', en: 'Remark' },
    circulate: { th: 'ลงนามบันทึกเวียน', en: 'Sign the circular' },
    decide: { th: 'พิจารณาข้อเสนอแก้ไข', en: 'Decide suggestions' },
  },
  lines: (tx) => sql<InboxRow>`
    select 'certification:answer-' || a.id as key, 'certification'::text as kind, coalesce(c.letter_number, ${reference}) as reference,
      'รับรองรายงานการประชุม' || m.title as subject, m.committee_name as "from", '/meetings/' || m.id || '/certify/' || a.id as href,
      c.respond_by::text as due_on, c.created_at as arrived_at, c.urgency as urgency, null::text as secrecy, a.opened_at is not null as read, 'answer'::text as step
    from meetings.circulation_answer a join meetings.circulation c on c.id = a.circulation_id join meetings.meeting m on m.id = c.meeting_id
    where a.state = 'waiting' and c.withdrawn_at is null and c.closed_at is null
      and (a.answerers && ${[...tx.actor.principals]}::int[] or a.addressee_party_id = any(${[...tx.actor.principals]}::int[]))
    union all
    select 'certification:remark-' || o.id, 'certification', ${reference}, 'ให้ความเห็นต่อรายงานการประชุม' || m.title, o.asked_name, '/certify/consult/' || o.id,
      c.respond_by::text, o.asked_at, null, null, o.opened_at is not null, 'remark'
    from meetings.consultation o join meetings.circulation_answer a on a.id = o.answer_id join meetings.circulation c on c.id = a.circulation_id
      join meetings.meeting m on m.id = c.meeting_id
    where o.person_id = ${tx.actor.id} and o.answered_at is null and o.withdrawn_at is null and a.answered_at is null and a.state = 'waiting' and c.withdrawn_at is null
    union all
    select 'certification:circulate-' || m.id, 'certification', ${reference}, 'เวียนรับรองรายงานการประชุม' || m.title, m.committee_name, '/meetings/' || m.id || '/circulate',
      null, m.updated_at, null, null, false, 'circulate'
    from meetings.meeting m join meetings.minutes n on n.meeting_id = m.id
    where m.state = 'minutes-checked' and m.owner_unit_id = any(${unitsHolding(tx.actor, keys.circulate)}::int[])
      and exists (select 1 from organisation.position q where q.unit_id = m.owner_unit_id and q.head_of_unit and q.id = any(${[...tx.actor.principals]}::int[]))
    union all
    select 'certification:decide-' || m.id, 'certification', ${reference}, 'พิจารณาข้อเสนอแก้ไขรายงานการประชุม' || m.title, m.committee_name, '/meetings/' || m.id || '/suggestions',
      null, m.updated_at, null, null, false, 'decide'
    from meetings.minutes n join meetings.meeting m on m.id = n.meeting_id
    where n.state = 'correcting' and m.owner_unit_id = any(${unitsHolding(tx.actor, keys.decide)}::int[])`,
  async preview(tx, key) {
    const answerId = Number(/^certification:answer-(\d+)$/u.exec(key)?.[1]);
    const answer = answerId ? await findAnswer(tx, answerId) : undefined;
    return answer && previewOf(tx, answer);
  },
};
