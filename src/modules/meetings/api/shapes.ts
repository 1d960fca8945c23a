// Records of meetings as several calls answer them.
import { z } from 'zod';
import { day, href, instant, list, oneOf, orNull, shape } from '../../../platform/http/api-shapes.ts';
import { meetingStates } from '../domain/meeting-state.ts';
import { minutesDocumentSchema, sectionKinds } from '../domain/minutes-document.ts';
import { suggestionChangeSchema } from '../domain/suggestions.ts';

export const id = z.int();
const text = z.string();

export const meeting = shape({
  id, committeeId: id, committeeName: text, number: id, yearBe: id, title: text, fiscalYear: orNull(id), heldOn: day, startsAt: text, endsAt: text,
  actualStartsAt: orNull(text), actualEndsAt: orNull(text), place: orNull(text), link: orNull(text), state: oneOf(meetingStates), sections: list(oneOf(sectionKinds)),
  quorumRule: orNull(text), quorumPresent: orNull(id), quorumRequired: orNull(id), quorumMet: orNull(z.boolean()),
  invitationLetterId: orNull(id), invitationNumber: orNull(text), invitedOn: orNull(day), ownerUnitId: id, rev: id,
});

export const agendaItem = shape({ id, section: oneOf(sectionKinds), ordinal: id, title: text, body: text, presenter: text, presenterPartyId: orNull(id), carriedFromOpenPointId: orNull(id) });
export const paper = shape({ id, agendaItemId: orNull(id), fileId: id, title: text, addedAt: instant });

export const invitation = shape({
  id, kind: z.enum(['member', 'participant']), partyId: id, personId: orNull(id), positionId: orNull(id), unitId: orNull(id), name: text, position: text, unit: text, role: text,
  countsForQuorum: z.boolean(), ordinal: id, sentAt: orNull(instant), reply: z.enum(['none', 'coming', 'representative', 'not-coming']),
  representativeName: orNull(text), representativePosition: orNull(text), reason: orNull(text), repliedAt: orNull(instant), replyVia: orNull(z.enum(['online', 'secretary'])),
});

export const attendance = shape({
  id, kind: z.enum(['member', 'representative', 'acting', 'participant', 'absent']), ordinal: id, personId: orNull(id), name: text, position: text, role: text, unit: text,
  actingFor: orNull(text), countsForQuorum: z.boolean(), reason: text,
});

const signature = orNull(shape({ personId: id, name: text, position: text, at: instant }));

/** Under which version before a line was signed that is not signed again under this one. */
const earlier = orNull(shape({ number: id, at: instant }));

/** A version of the minutes without its text. */
const versionHead = { id, number: id, contentHash: text, rev: id, madeFrom: z.enum(['draft', 'corrections', 'meeting']), drafted: signature, checked: signature, signedBefore: shape({ drafter: earlier, checker: earlier }), lockedAt: orNull(instant), updatedAt: instant, updatedName: text };
export const versionFacts = shape(versionHead);
export const version = shape({ ...versionHead, content: minutesDocumentSchema });

export const minutes = shape({
  id, state: z.enum(['drafting', 'drafted', 'checked', 'circulated', 'correcting', 'certified']), currentVersionId: orNull(id), drafterId: orNull(id), checkerId: orNull(id),
  certifiedAt: orNull(instant), certifiedOn: orNull(day), certifiedHow: orNull(z.enum(['circulation', 'same-meeting', 'next-meeting'])), certifiedWords: orNull(text),
});

export const resolution = shape({ id, lineId: text, agendaNumber: text, section: oneOf(sectionKinds), itemTitle: text, ordinal: id, kinds: list(text), label: orNull(text), text, announcedAt: orNull(instant) });

export const openPoint = shape({
  id, meetingId: id, committeeId: id, committeeName: text, meetingNumber: id, meetingYear: id, lineId: text, agendaNumber: text, itemTitle: text, text, raisedOn: day,
  state: z.enum(['open', 'carried', 'closed']), carriedToMeetingId: orNull(id), closedAt: orNull(instant), closedName: orNull(text), closedReason: orNull(text),
});

export const task = shape({ id, line: orNull(text), title: text, state: z.enum(['open', 'reported', 'closed', 'cancelled']), fallsDue: orNull(day), href });

export const circulation = shape({
  id, versionId: id, letterId: orNull(id), letterNumber: orNull(text), urgency: orNull(z.enum(['urgent', 'very-urgent', 'most-urgent'])), circulatedOn: day, respondBy: day, deadlineAt: instant,
  ruleWords: text, closedAt: orNull(instant), closedWords: orNull(text), withdrawnAt: orNull(instant),
});

export const answer = shape({
  id, ordinal: id, addresseePartyId: id, addresseeName: text, unitId: orNull(id), unit: text, state: z.enum(['waiting', 'certified', 'certified-with-corrections', 'deemed']),
  answer: orNull(z.enum(['certified', 'certified-with-corrections'])), remarks: text, openedAt: orNull(instant), remindedAt: orNull(instant), reminders: id, answeredAt: orNull(instant),
  answeredOn: orNull(day), answeredName: orNull(text), answeredPosition: orNull(text), via: orNull(z.enum(['online', 'paper'])), late: z.boolean(), deemedAt: orNull(instant),
});

export const suggestion = shape({
  id, answerId: orNull(id), consultationId: orNull(id), versionId: id, lineId: text, change: suggestionChangeSchema, original: text, proposed: text, reason: text, personName: text, unit: text,
  createdAt: instant, submittedAt: orNull(instant), late: z.boolean(), state: z.enum(['open', 'accepted', 'declined']), decisionReason: orNull(text), decidedAt: orNull(instant), decidedName: orNull(text),
});

export const consultation = shape({ id, answerId: id, personId: id, personName: text, note: text, askedName: text, askedAt: instant, remark: orNull(text), nothingToAdd: z.boolean(), answeredAt: orNull(instant), withdrawnAt: orNull(instant) });

export const standing = shape({ positionId: id, position: text, unitId: id, name: text });

export const finding = shape({
  rule: text, severity: z.enum(['error', 'warning', 'ask']), ref: shape({ lineId: text, field: text }), key: text, params: z.record(z.string(), z.string()),
  fix: orNull(shape({ lineId: text, field: text, original: text, proposed: text })),
});
