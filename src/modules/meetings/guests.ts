// The guest list of a meeting: from the committee's seats, and people asked besides.
import type { Tx } from '../../platform/db/database.ts';
import { printedRole, seatsOn } from './office.ts';
import type { Committee, PersonFound } from './office.ts';
import { insertInvitations, listInvitations, withdrawInvitation } from './store/invitations.ts';
import { addMeetingReaders } from './store/meetings.ts';

/**
 * Puts the committee's seats of a day on the list and takes seats off that are no longer there and were not yet asked.
 * Whoever was asked keeps the answer.
 */
export async function inviteSeats(tx: Tx, meetingId: number, committee: Committee, day: string, at: Date): Promise<void> {
  const seats = await seatsOn(tx, committee.id, day);
  await insertInvitations(tx, meetingId, seats.map((seat) => ({
    kind: 'member', partyId: seat.partyId, personId: seat.personId, positionId: seat.positionId, unitId: seat.unitId, name: seat.name, position: seat.position,
    unit: seat.unit, role: printedRole(committee.kind, seat.role), countsForQuorum: true,
    answerers: [seat.partyId, ...(seat.personId === null ? [] : [seat.personId])],
  })));
  const parties = new Set(seats.map((seat) => seat.partyId));
  for (const old of await listInvitations(tx, meetingId)) {
    if (old.kind === 'member' && !parties.has(old.partyId) && old.sentAt === null) await withdrawInvitation(tx, old.id, at);
  }
  await addMeetingReaders(tx, meetingId, [committee.id, ...seats.flatMap((seat) => [seat.partyId, ...(seat.personId === null ? [] : [seat.personId])])]);
}

/** Asks people who have no seat. */
export async function invitePeople(tx: Tx, meetingId: number, people: readonly PersonFound[]): Promise<void> {
  await insertInvitations(tx, meetingId, people.map((person) => ({
    kind: 'participant', partyId: person.id, personId: person.id, unitId: person.unitId, name: person.name, position: person.position, unit: person.unit, answerers: [person.id],
  })));
  await addMeetingReaders(tx, meetingId, people.map((person) => person.id));
}
