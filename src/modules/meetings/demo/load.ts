// The meetings of the demo: twelve past ones, meeting 1/2563 of the working group of order 1353/2563 as it stood after
// the sitting, and one to come that asks its members for a reply.
import type { DemoContext } from '../../../platform/module.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { orFail } from '../../../platform/result.ts';
import { writeSetting } from '../../../platform/settings/settings.ts';
import { castMembers, castParticipants, fullName } from '../../organisation/demo/cast.ts';
import { headOfUnit, headPositionOf, listPeople, peopleOf } from '../../organisation/index.ts';
import { issueLetter } from '../../correspondence/index.ts';
import { knownBodies } from '../settings.ts';
import { agendaItemKey } from '../domain/minutes-from-meeting.ts';
import type { MinutesDocument, PartyRef } from '../domain/minutes-document.ts';
import { planMeeting } from '../features/plan-meeting/plan-meeting.ts';
import { attendanceRows, quorumOf } from '../features/record-attendance/attendance.ts';
import { keepContent } from '../features/edit-minutes/editing.ts';
import { invitationOrder } from '../features/send-invitation/letter.ts';
import { invitePeople } from '../guests.ts';
import { beginMinutes } from '../minutes-from-meeting.ts';
import { committeeById, committeesOn, partiesAsWritten, peopleByIds, seatsOn } from '../office.ts';
import { indexMeeting } from '../search.ts';
import { insertAgendaItem, listPapers } from '../store/agenda.ts';
import { replaceAttendance } from '../store/attendance.ts';
import { listInvitations, markInvitationsSent, recordReply } from '../store/invitations.ts';
import { addMeetingReaders, findMeeting, setHeld, setInvited, setMeetingState } from '../store/meetings.ts';
import { findMinutes, findVersion } from '../store/minutes.ts';
import { listOpenPoints, setCarried } from '../store/open-points.ts';
import { layDoneTasks } from './done-tasks.ts';
import { minutesDraft } from './minutes-draft.ts';
import { layWorkedExample } from './worked-example.ts';
import type { Writer } from './worked-example.ts';
import { as, instantOf, layCommittees, layPastMeetings, unitIds } from './past.ts';

/** Order that set the working group up. */
export const workingGroupOrder = '1353/2563';
const heldOn = '2020-10-22';

export async function demo({ tx, services, at }: DemoContext): Promise<void> {
  await writeSetting(tx, knownBodies.name, bodies);
  const committees = await layCommittees(tx);
  await layPastMeetings(tx, committees, at);
  await layDoneTasks(tx, at);
  const people = new Map((await listPeople(tx, heldOn, { limit: 10_000 })).map((person) => [person.name, person.id]));
  const idOf = (name: string): number => {
    const id = people.get(name);
    if (id === undefined) throw new Error(`demo: ${name} is not in the register`);
    return id;
  };
  const practice = committees.get('practice');
  if (practice !== undefined) await layWorkedExample({ tx, services, at }, practice, await writersOfMinutes(tx));
  await layFirstMeeting({ tx, services, at }, idOf);
  const risk = committees.get('risk');
  if (risk !== undefined) await layComingMeeting({ tx, services, at }, risk);
}

/** Who wrote and who checked the minutes of the working group, with their posts. */
async function writersOfMinutes(tx: Tx): Promise<{ drafter: Writer; checker: Writer }> {
  const unit = (await unitIds(tx, heldOn)).get('กพร.');
  const people = unit === undefined ? [] : await peopleOf(tx, unit, heldOn);
  const [drafter, checker] = ['person-33', 'person-10'].map((id) => {
    const cast = [...castMembers, ...castParticipants].find((person) => person.id === id);
    const found = cast && people.find((person) => person.name === fullName(cast));
    if (!found) throw new Error(`demo: ${id} is not in กพร.`);
    return { id: found.id, name: found.name, position: found.positionTitle, positionId: found.positionId };
  });
  if (!drafter || !checker) throw new Error('demo: drafter and checker are missing');
  return { drafter, checker };
}

/** Bodies outside the units of the department that its minutes name. */
const bodies = [
  { id: 'national-committee', kind: 'committee', fullName: 'คณะกรรมการประชาสัมพันธ์แห่งชาติ', abbreviation: 'กปช.' },
  { id: 'opdc', kind: 'outside', fullName: 'สำนักงานคณะกรรมการพัฒนาระบบราชการ', abbreviation: 'ก.พ.ร.' },
  { id: 'ocsc', kind: 'outside', fullName: 'สำนักงานคณะกรรมการข้าราชการพลเรือน', abbreviation: 'ก.พ.' },
  { id: 'etda', kind: 'outside', fullName: 'สำนักงานพัฒนาธุรกรรมทางอิเล็กทรอนิกส์', abbreviation: 'สพธอ.' },
  { id: 'provincial-office', kind: 'unit', fullName: 'สำนักงานประชาสัมพันธ์จังหวัด', abbreviation: 'สปชส.' },
];

/** Meeting 1/2563 of the working group: held, its assignments running, its minutes a draft. */
async function layFirstMeeting({ tx, services, at }: DemoContext, idOf: (name: string) => number): Promise<void> {
  const committee = (await committeesOn(tx, heldOn)).find((one) => one.orderNumber === workingGroupOrder);
  if (!committee) throw new Error('demo: the working group is missing');
  const [drafter, checker] = ['person-33', 'person-10'].map((id) => [...castMembers, ...castParticipants].find((person) => person.id === id));
  if (!drafter || !checker) throw new Error('demo: drafter and checker are missing');
  const clerk = as(tx, idOf(fullName(drafter)), fullName(drafter));
  const plannedAt = instantOf('2020-10-16', '10:00');
  at(plannedAt);
  const sections = minutesDraft.sections.map((section) => section.kind);
  const { header } = minutesDraft;
  const { id } = orFail(await planMeeting(clerk, {
    committeeId: committee.id, title: `${header.titleLines[0]} ประจำปีงบประมาณ พ.ศ. ${header.fiscalYear}`, heldOn, startsAt: header.plannedStart, endsAt: header.plannedEnd,
    place: 'ห้องประชุม 211A ชั้น 2 อาคารกรมประชาสัมพันธ์', link: null, fiscalYear: header.fiscalYear ?? null, sections,
  }, plannedAt));
  await invitePeople(clerk, id, await peopleByIds(tx, heldOn, castParticipants.map((person) => idOf(fullName(person)))));
  const keys = new Map<string, string>();
  for (const section of minutesDraft.sections) {
    for (const item of section.items) {
      if (item.title === '') keys.set(item.id, `item-${section.kind}`);
      else keys.set(item.id, agendaItemKey(await insertAgendaItem(clerk, id, { section: section.kind, title: item.title, presenter: section.kind === 'other' ? '' : 'ผอ.กพร.' }, plannedAt)));
    }
  }
  await invite({ tx, services, at }, id, idOf(fullName(checker)), fullName(checker), '2020-10-19');
  await answerInvitations(tx, id);

  const heldAt = instantOf(heldOn, header.actualEnd);
  at(heldAt);
  const seats = await seatsOn(tx, committee.id, heldOn);
  const members = seats.map((seat) => {
    const person = castMembers.find((one) => fullName(one) === (seat.representative?.name ?? seat.name));
    const how = person?.kind === 'representative' ? 'representative' as const : person?.kind === 'acting' ? 'acting' as const : 'present' as const;
    return { party: seat.partyId, how, name: how === 'present' || !person ? undefined : fullName(person), position: how === 'present' || !person ? undefined : person.position, reason: undefined };
  });
  const rows = orFail(await attendanceRows(tx, committee, seats, members, castParticipants.map((person) => ({ name: fullName(person), position: person.position, unit: person.unit })), heldOn));
  const quorum = quorumOf(committee, seats, members);
  await replaceAttendance(clerk, id, rows);
  await setHeld(clerk, id, { actualStartsAt: header.actualStart, actualEndsAt: header.actualEnd, quorumRule: quorum.rule.th, quorumPresent: quorum.present, quorumRequired: quorum.needed, quorumMet: quorum.reached }, heldAt);
  await setMeetingState(clerk, id, 'held', heldAt);
  await addMeetingReaders(clerk, id, rows.flatMap((row) => row.personId ?? []));

  const meeting = await findMeeting(tx, id);
  if (!meeting) throw new Error('demo: the meeting is missing');
  const { minutesId, versionId } = await beginMinutes(clerk, meeting, { drafterId: idOf(fullName(drafter)), checkerId: idOf(fullName(checker)) }, heldAt);
  const [minutes, version] = [await findMinutes(tx, minutesId), await findVersion(tx, versionId)];
  if (!minutes || !version) throw new Error('demo: the minutes are missing');
  const content = await registered(tx, minutesDraft, keys, idOf);
  const resolved = content.sections.flatMap((section) => section.items.flatMap((item) => item.lines.flatMap((line) => (line.kind === 'resolution' ? [line.id] : []))));
  await keepContent(clerk, { meeting, minutes, version }, content, resolved, { now: heldAt, today: heldOn });
  await indexMeeting(tx, id);
}

/** The draft with its items tied to the agenda and its people and units to the register. */
async function registered(tx: Tx, draft: MinutesDocument, keys: ReadonlyMap<string, string>, idOf: (name: string) => number): Promise<MinutesDocument> {
  const castNames = new Map([...castMembers, ...castParticipants].map((person) => [person.id, fullName(person)]));
  const person = <T extends { partyId?: string | undefined }>(holder: T): T => {
    const name = holder.partyId === undefined ? undefined : castNames.get(holder.partyId);
    return name === undefined ? holder : { ...holder, partyId: String(idOf(name)) };
  };
  const owners = draft.sections.flatMap((section) => section.items.flatMap((item) => item.lines.flatMap((line) => (line.kind === 'resolution' ? line.assignments.flatMap((one) => [...one.owners, ...one.supportUnits]) : []))));
  const parties = await partiesAsWritten(tx, owners.map((owner) => owner.text), heldOn);
  const unit = (ref: PartyRef): PartyRef => { const id = parties.get(ref.text); return id === undefined ? ref : { ...ref, partyId: String(id) }; };
  return {
    ...draft,
    attendance: { members: draft.attendance.members.map(person), participants: draft.attendance.participants.map(person), absent: draft.attendance.absent.map(person) },
    signatures: { drafter: person(draft.signatures.drafter), checker: person(draft.signatures.checker) },
    sections: draft.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => ({
        ...item,
        id: keys.get(item.id) ?? item.id,
        lines: item.lines.map((line) => {
          if (line.kind === 'statement' && line.speaker) return { ...line, speaker: person(line.speaker) };
          if (line.kind === 'resolution') return { ...line, assignments: line.assignments.map((one) => ({ ...one, owners: one.owners.map(unit), supportUnits: one.supportUnits.map(unit) })) };
          return line;
        }),
      })),
    })),
  };
}

/** Sends the invitation as the head of the secretariat. */
async function invite({ tx, services, at }: DemoContext, meetingId: number, signerId: number, signerName: string, day: string): Promise<void> {
  const sentAt = instantOf(day, '09:30');
  at(sentAt);
  const meeting = await findMeeting(tx, meetingId);
  const seat = meeting && (await headPositionOf(tx, meeting.ownerUnitId, day));
  if (!meeting || !seat) throw new Error('demo: nobody can sign the invitation');
  const head = as(tx, signerId, signerName);
  const guests = await markInvitationsSent(head, meetingId, sentAt);
  const issued = orFail(await issueLetter(head, services, invitationOrder(meeting, guests, await listPapers(tx, meetingId), { signerPositionId: seat.id, urgency: 'ordinary' })));
  await setInvited(head, meetingId, { id: issued.letterId, number: issued.number, on: issued.letterDate }, sentAt);
}

/** Everybody answered; two directors sent somebody. */
async function answerInvitations(tx: Tx, meetingId: number): Promise<void> {
  const at = instantOf('2020-10-20', '14:00');
  for (const invitation of await listInvitations(tx, meetingId)) {
    const stand = castMembers.find((person) => person.kind === 'representative' && person.actingFor === invitation.position);
    const who = as(tx, invitation.personId ?? 0, invitation.name);
    if (stand) await recordReply(who, invitation.id, { reply: 'representative', representative: { personId: null, name: fullName(stand), position: stand.position }, via: 'online' }, at);
    else await recordReply(who, invitation.id, { reply: 'coming', via: 'online' }, at);
  }
}

/** The next meeting of the committee on risk: invited, replies awaited, an open point on its agenda. */
async function layComingMeeting({ tx, services, at }: DemoContext, committeeId: number): Promise<void> {
  const committee = await committeeById(tx, committeeId);
  const day = '2020-11-02';
  const head = committee && (await headOfUnit(tx, committee.secretariatUnitId, day));
  if (!committee || !head || !(await unitIds(tx, day)).size) throw new Error('demo: the committee on risk is missing');
  const plannedAt = instantOf(day, '08:45');
  at(plannedAt);
  const planner = as(tx, head.personId, head.name);
  const { id } = orFail(await planMeeting(planner, {
    committeeId, title: 'การประชุมคณะกรรมการบริหารความเสี่ยงและควบคุมภายในของกรม', heldOn: '2020-11-12', startsAt: '09:30', endsAt: '11:30',
    place: 'ห้องประชุม 201 ชั้น 2 อาคารกรมประชาสัมพันธ์', link: 'https://meet.prd.example/risk-4-2563', fiscalYear: 2564, sections: ['chair-informs', 'adopt-previous', 'matters-arising', 'for-consideration', 'other'],
  }, plannedAt));
  const [point] = await listOpenPoints(tx, { committeeId }, 1);
  if (point) {
    const itemId = await insertAgendaItem(planner, id, { section: 'matters-arising', title: 'ระดับความเสี่ยงที่ยอมรับได้', body: point.text, presenter: 'ผอ.สนผ.', carriedFromOpenPointId: point.id }, plannedAt);
    await setCarried(planner, point.id, { itemId, meetingId: id }, plannedAt);
  }
  await insertAgendaItem(planner, id, { section: 'for-consideration', title: 'แผนบริหารความเสี่ยง ประจำปีงบประมาณ พ.ศ. 2564', presenter: 'ผอ.กพร.' }, plannedAt);
  await invite({ tx, services, at }, id, head.personId, head.name, day);
  await indexMeeting(tx, id);
}
