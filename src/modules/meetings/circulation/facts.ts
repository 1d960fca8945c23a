// Facts of a meeting as its papers repeat them.
import type { MeetingFacts } from '../domain/circular-words.ts';
import { placeText } from '../shown.ts';
import type { MeetingRow } from '../store/meetings.ts';

export function meetingFacts(meeting: MeetingRow): MeetingFacts {
  const { title, number, yearBe, fiscalYear, heldOn, startsAt, endsAt } = meeting;
  return { title, number, yearBe, fiscalYear, heldOn, startsAt, endsAt, place: placeText(meeting) };
}

/** Certification is the circulation's until it is taken back. */
export const circulationHref = (meetingId: number, rest = ''): string => `/meetings/${meetingId}${rest}`;
export const certifyHref = (meetingId: number, answerId?: number, rest = ''): string => `/meetings/${meetingId}/certify${answerId === undefined ? '' : `/${answerId}`}${rest}`;
export const consultHref = (consultationId: number): string => `/certify/consult/${consultationId}`;
