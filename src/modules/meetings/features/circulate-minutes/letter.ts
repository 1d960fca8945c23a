// The circular memo: its words for a day, and the order to correspondence.
import type { LetterOrder } from '../../../correspondence/index.ts';
import type { HeadPost } from '../../circulation/office.ts';
import { certifyHref, circulationHref, meetingFacts } from '../../circulation/facts.ts';
import { circularParagraphs, circularSubject } from '../../domain/circular-words.ts';
import { toThaiDigits } from '../../../../thai/index.ts';
import type { MeetingRow } from '../../store/meetings.ts';
import type { VersionRow } from '../../store/minutes.ts';
import { messages } from './messages.ts';

export interface CircularWords {
  readonly subject: string;
  readonly opening: string;
  readonly more?: string | undefined;
  readonly closing: string;
}

/** What the memo says when nobody changes a word. */
export function usualWords(meeting: MeetingRow, respondBy: string): CircularWords {
  const facts = meetingFacts(meeting);
  const [opening = '', , closing = ''] = circularParagraphs(facts, respondBy);
  return { subject: circularSubject(facts), opening, closing };
}

/** The paragraphs as sent: deadline and rule always stand in the second, by the day chosen. */
export function paragraphsOf(meeting: MeetingRow, respondBy: string, words: CircularWords): string[] {
  const [, middle = ''] = circularParagraphs(meetingFacts(meeting), respondBy);
  return [words.opening, [middle, words.more].filter(Boolean).join(' '), words.closing];
}

export interface CircularChoices {
  readonly respondBy: string;
  readonly signerPositionId: number;
  readonly urgency: NonNullable<LetterOrder['urgency']>;
  readonly addressees: readonly HeadPost[];
}

export function circularOrder(meeting: MeetingRow, version: VersionRow, words: CircularWords, choices: CircularChoices): LetterOrder {
  return {
    fromUnitId: meeting.ownerUnitId, signerPositionId: choices.signerPositionId, subject: words.subject,
    paragraphs: paragraphsOf(meeting, choices.respondBy, words), urgency: choices.urgency, respondBy: choices.respondBy,
    addressees: choices.addressees.map((one) => ({ kind: 'position', targetId: one.positionId, label: one.label })),
    enclosures: [
      { label: messages.th.minutesLabel, type: 'meetings.minutes-version', id: version.id, href: circulationHref(meeting.id, `/versions/${version.id}/minutes.pdf`), hash: version.contentHash },
      { label: messages.th.replyLabel, type: 'meetings.reply-form', id: meeting.id, href: circulationHref(meeting.id, '/reply-form.pdf') },
    ],
    reply: { href: certifyHref(meeting.id), label: messages.th.answerLabel },
    source: { type: 'meetings.meeting', id: meeting.id },
    keep: [toThaiDigits(`ครั้งที่ ${meeting.number}/${meeting.yearBe}`)],
  };
}
