// Letters that wait for me: circulars to me, my post or a unit that I answer for; drafts that I am to sign, that were opened
// to a unit for which I draft, and drafts of mine with remarks that nobody has dealt with.
import { sql } from 'kysely';
import { unitsHolding } from '../../platform/access/actor.ts';
import type { ReadTx } from '../../platform/db/database.ts';
import type { InboxRow, InboxSource } from '../../platform/inbox/inbox.ts';
import { LetterSheet } from './letter-sheet.tsx';
import { messages } from './messages.ts';
import { findLetter } from './store/letters.ts';

/** Drafts of units that are gone, for who drafts in the unit that took them over; asked only where there is such a unit. */
function takenDrafts({ actor }: ReadTx) {
  if (!actor.takenOver || unitsHolding(actor, 'correspondence.draft').length === 0) return sql``;
  return sql`
    union all
    select 'letters:taken-' || l.id, 'letters', '', l.subject, coalesce(nullif(l.from_short, ''), l.drafted_by_name), '/drafts/' || l.id || '/check', null, l.changed_at,
      nullif(l.urgency, 'ordinary'), nullif(l.secrecy, 'none'), false, 'take-over'
    from correspondence.letter l where l.state = 'draft' and not l.restricted and l.owner_unit_id = any(${[...actor.takenOver.units]}::int[])`;
}

export const letterInbox: InboxSource = {
  kind: 'letters',
  label: messages.words('inbox'),
  steps: { acknowledge: messages.words('stepAcknowledge'), sign: messages.words('stepSign'), 'draft-along': messages.words('stepDraftAlong'), remark: messages.words('stepRemark'), 'take-over': messages.words('stepTakeOver') },
  /** A letter with an answer page does not wait here: its answer is the acknowledgement and has a line of its own. */
  lines: (tx) => sql<InboxRow>`
    select 'letters:' || l.id as key, 'letters'::text as kind, translate(l.reference, '0123456789', '๐๑๒๓๔๕๖๗๘๙') as reference, l.subject,
      coalesce(nullif(l.from_short, ''), split_part(l.from_text, ' โทร.', 1)) as "from", '/letters/' || l.id as href, l.respond_by::text as due_on, r.arrived_at,
      nullif(l.urgency, 'ordinary') as urgency, nullif(l.secrecy, 'none') as secrecy, r.opened as read,
      'acknowledge' as step
    from (
      select letter_id, min(delivered_at) as arrived_at, bool_and(first_opened_at is not null) as opened
      from correspondence.letter_recipient
      where recipient_id = any(${[...tx.actor.principals]}::int[]) and acknowledged_at is null
        and (recipient_kind <> 'unit' or recipient_id = any(${unitsHolding(tx.actor, 'correspondence.receive')}::int[]))
      group by letter_id
    ) r join correspondence.letter l on l.id = r.letter_id
    where l.state = 'issued' and l.reply_href is null
    union all
    select 'letters:draft-' || l.id, 'letters', '', l.subject, l.drafted_by_name, '/drafts/' || l.id || '/check', null, l.for_signature_at,
      nullif(l.urgency, 'ordinary'), nullif(l.secrecy, 'none'), false, 'sign'
    from correspondence.letter l
    where l.state = 'draft' and l.for_signature_at is not null and l.signer_position_id = any(${[...tx.actor.principals]}::int[])
    union all
    select 'letters:shared-' || l.id, 'letters', '', l.subject, coalesce(nullif(l.from_short, ''), l.drafted_by_name), '/drafts/' || l.id || '/together', null, s.shared_at,
      nullif(l.urgency, 'ordinary'), nullif(l.secrecy, 'none'), false, 'draft-along'
    from (select letter_id, min(shared_at) as shared_at from correspondence.draft_share
      where answered_at is null and unit_id = any(${unitsHolding(tx.actor, 'correspondence.draft')}::int[]) and unit_id = any(${[...tx.actor.principals]}::int[]) group by letter_id) s
    join correspondence.letter l on l.id = s.letter_id where l.state = 'draft'
    union all
    select 'letters:remarks-' || l.id, 'letters', '', l.subject, c.said_by_name, '/drafts/' || l.id || '/together#comments', null, c.said_at,
      nullif(l.urgency, 'ordinary'), nullif(l.secrecy, 'none'), false, 'remark'
    from correspondence.letter l cross join lateral (
      select said_by_name, said_at from correspondence.draft_comment where letter_id = l.id and resolved_at is null and said_by <> ${tx.actor.id} order by id desc limit 1) c
    where l.state = 'draft' and l.drafted_by = ${tx.actor.id}${takenDrafts(tx)}`,
  async preview(tx, key) {
    const id = /^letters:(\d{1,15})$/.exec(key)?.[1];
    const letter = id === undefined ? undefined : await findLetter(tx, Number(id));
    const body = letter?.body;
    if (!letter || !body) return undefined;
    return () => <LetterSheet near letter={{ ...letter, paragraphs: body.content.paragraphs, fields: body.content.fields, enclosures: body.enclosures.map((one) => one.label) }} />;
  },
};
