// Beginning the minutes of a meeting, and keeping them in step with agenda and attendance while they are written.
import type { ReadTx, Tx } from '../../platform/db/database.ts';
import { orderedSections } from './domain/agenda-numbering.ts';
import type { MinutesDocument, Signature } from './domain/minutes-document.ts';
import { captions, minutesFrom, withAgenda, withAttendance, withTimes } from './domain/minutes-from-meeting.ts';
import type { AgendaFacts, MeetingFacts } from './domain/minutes-from-meeting.ts';
import { peopleByIds } from './office.ts';
import { placeText, referenceText } from './shown.ts';
import { toThaiDigits } from '../../thai/index.ts';
import { listAgendaItems } from './store/agenda.ts';
import { listAttendance } from './store/attendance.ts';
import { findMeeting } from './store/meetings.ts';
import type { MeetingRow } from './store/meetings.ts';
import { insertMinutes, lockVersionRow, minutesOf, saveContent } from './store/minutes.ts';

function facts(meeting: MeetingRow): MeetingFacts {
  return { ...meeting, place: toThaiDigits(placeText(meeting)), reference: referenceText(meeting) };
}

async function agendaOf(tx: ReadTx, meeting: MeetingRow): Promise<AgendaFacts> {
  return { sections: orderedSections(meeting.sections), items: await listAgendaItems(tx, meeting.id) };
}

const blank = (caption: string): Signature => ({ personName: '……………………………', position: '', caption });

/** Printed name and post of the people who are to sign. */
export async function signaturesFor(tx: ReadTx, people: { drafterId: number | null; checkerId: number | null }, day: string): Promise<MinutesDocument['signatures']> {
  const found = await peopleByIds(tx, day, [people.drafterId, people.checkerId].filter((id): id is number => id !== null));
  const one = (id: number | null, caption: string): Signature => {
    const person = found.find((each) => each.id === id);
    return person ? { personName: person.name, position: person.position, caption, partyId: String(person.id) } : blank(caption);
  };
  return { drafter: one(people.drafterId, captions.drafter), checker: one(people.checkerId, captions.checker) };
}

/** Version 1 from plan, agenda and attendance. The meeting has none yet. */
export async function beginMinutes(tx: Tx, meeting: MeetingRow, people: { drafterId: number | null; checkerId: number | null }, at: Date): Promise<{ minutesId: number; versionId: number }> {
  const document = minutesFrom(facts(meeting), await agendaOf(tx, meeting), await listAttendance(tx, meeting.id), await signaturesFor(tx, people, meeting.heldOn));
  return insertMinutes(tx, { meetingId: meeting.id, ownerUnitId: meeting.ownerUnitId, ...people }, document, at);
}

/**
 * After a change of agenda or attendance: brings minutes that are still being written in step. Minutes that are signed
 * or out stay as they are.
 */
export async function refreshMinutes(tx: Tx, meetingId: number, at: Date, what: { retitled?: number; attendance?: boolean } = {}): Promise<void> {
  const minutes = await minutesOf(tx, meetingId);
  if (minutes?.state !== 'drafting' || minutes.currentVersionId === null) return;
  const meeting = await findMeeting(tx, meetingId);
  const version = await lockVersionRow(tx, minutes.currentVersionId);
  if (!meeting || !version) return;
  let content = withAgenda(version.content, await agendaOf(tx, meeting), what.retitled);
  if (what.attendance) {
    content = withAttendance(content, await listAttendance(tx, meetingId));
    if (meeting.actualStartsAt) content = withTimes(content, { actualStart: meeting.actualStartsAt, actualEnd: meeting.actualEndsAt });
  }
  await saveContent(tx, version.id, version.rev, content, at);
}
