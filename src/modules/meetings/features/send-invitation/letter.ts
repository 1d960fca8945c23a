// The invitation as a memo: what it says and to whom.
import type { LetterOrder } from '../../../correspondence/index.ts';
import { toThaiDigits } from '../../../../thai/index.ts';
import { hoursText, meetingHref, placeText, printedDay, referenceText } from '../../shown.ts';
import type { InvitationRow } from '../../store/invitations.ts';
import type { MeetingRow } from '../../store/meetings.ts';
import type { PaperRow } from '../../store/agenda.ts';
import { messages } from './messages.ts';

export interface InvitationWords {
  readonly replyBy?: string | undefined;
  readonly more?: string | undefined;
}

/** Subject and paragraphs, in Thai, with Thai digits as on paper. */
export function invitationText(meeting: MeetingRow, words: InvitationWords): { subject: string; paragraphs: string[] } {
  const t = messages.in('th');
  const reference = referenceText(meeting);
  const purpose = t('purpose', {
    committee: meeting.committeeName, title: toThaiDigits(meeting.title), reference, day: printedDay(meeting.heldOn),
    hours: hoursText(meeting.startsAt, meeting.endsAt, 'thai'), place: toThaiDigits(placeText(meeting)),
  });
  const middle = [words.more ? toThaiDigits(words.more) : '', meeting.link ? t('linkLine') : ''].filter(Boolean).join(' ');
  return {
    subject: t('letterSubject', { title: toThaiDigits(meeting.title), reference }),
    paragraphs: [purpose, ...(middle ? [middle] : []), words.replyBy ? t('closeReply', { day: printedDay(words.replyBy) }) : t('close')],
  };
}

/** The order to correspondence for the guests not yet asked. */
export function invitationOrder(meeting: MeetingRow, guests: readonly InvitationRow[], papers: readonly PaperRow[], words: InvitationWords & { signerPositionId: number; urgency: NonNullable<LetterOrder['urgency']> }): LetterOrder {
  const { subject, paragraphs } = invitationText(meeting, words);
  return {
    fromUnitId: meeting.ownerUnitId, signerPositionId: words.signerPositionId, subject, paragraphs, urgency: words.urgency,
    ...(words.replyBy ? { respondBy: words.replyBy } : {}),
    addressees: guests.map((guest) => ({ kind: guest.positionId === null ? 'person' : 'position', targetId: guest.partyId, label: guest.positionId === null ? guest.name : guest.position })),
    enclosures: [
      { label: messages.th.agendaLabel, type: 'meetings.agenda', id: meeting.id, href: meetingHref(meeting.id, '/agenda.pdf') },
      ...papers.map((paper) => ({ label: paper.title.slice(0, 300), type: 'platform.file', id: paper.fileId, href: `/files/${paper.fileId}` })),
    ],
    reply: { href: meetingHref(meeting.id), label: messages.th.replyLabel },
    source: { type: 'meetings.meeting', id: meeting.id },
    keep: guests.map((guest) => guest.name).filter(Boolean),
  };
}
