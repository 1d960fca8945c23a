// From the form to the list: seats filled, acted for, represented or empty, and the quorum that follows.
import type { ReadTx } from '../../../../platform/db/database.ts';
import { fail, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { withoutTitle } from '../../domain/people-as-written.ts';
import { printedRole, quorum, quorumWords, searchPeople, unitsOn } from '../../office.ts';
import type { Committee, PersonFound, Seat } from '../../office.ts';
import type { NewAttendance } from '../../store/attendance.ts';
import type { InvitationRow } from '../../store/invitations.ts';
import { messages } from './messages.ts';
import type { SeatState } from './form.ts';

export interface MemberGiven {
  readonly party: number;
  readonly how: SeatState;
  readonly name: string | undefined;
  readonly position: string | undefined;
  readonly reason: string | undefined;
}

export interface ParticipantGiven {
  readonly name: string;
  readonly position: string | undefined;
  readonly unit: string | undefined;
}

/** How a seat is likely to be filled, from the replies and the acting orders: what the table starts with. */
export function expected(seat: Seat, invitation: InvitationRow | undefined): MemberGiven {
  const base = { party: seat.partyId, name: undefined, position: undefined, reason: undefined };
  if (invitation?.reply === 'not-coming') return { ...base, how: 'absent', reason: invitation.reason ?? '' };
  if (invitation?.reply === 'representative') return { ...base, how: 'representative', name: invitation.representativeName ?? '', position: invitation.representativePosition ?? '' };
  if (seat.acting) return { ...base, how: 'acting', name: seat.name, position: seat.ownPosition };
  if (seat.representative) return { ...base, how: 'representative', name: seat.representative.name, position: seat.representative.ownPosition };
  return { ...base, how: seat.personId === null ? 'absent' : 'present', reason: seat.personId === null ? 'ตำแหน่งว่าง' : undefined };
}

/** The quorum of the seats as filled. A seat that is not in the list counts as empty. */
export function quorumOf(committee: Committee, seats: readonly Seat[], given: readonly Pick<MemberGiven, 'party' | 'how'>[]) {
  const how = new Map(given.map((one) => [one.party, one.how]));
  const reached = quorum(committee.quorum, seats.map((seat) => {
    const state = how.get(seat.partyId) ?? 'absent';
    return { role: seat.role, present: state !== 'absent', byRepresentative: state === 'representative' };
  }));
  return { ...reached, rule: quorumWords(committee.quorum, seats.length) };
}

/** The rows to keep, in order: members as seated, participants as written, absent members. Names are looked up in the register. */
export async function attendanceRows(tx: ReadTx, committee: Committee, seats: readonly Seat[], members: readonly MemberGiven[], participants: readonly ParticipantGiven[], day: string): Promise<Result<NewAttendance[]>> {
  const rows: NewAttendance[] = [];
  for (const [index, seat] of seats.entries()) {
    const given = members.find((one) => one.party === seat.partyId) ?? { party: seat.partyId, how: 'absent' as const, name: undefined, position: undefined, reason: undefined };
    const row = await memberRow(tx, committee, seat, given, index + 1, day);
    if (!row.ok) return row;
    rows.push(row.value);
  }
  const present = rows.filter((row) => row.kind !== 'absent');
  const absent = rows.filter((row) => row.kind === 'absent');
  const units = await unitsOn(tx, day);
  const others: NewAttendance[] = [];
  for (const one of participants) {
    const person = await personNamed(tx, one.name, day);
    const unit = one.unit ?? person?.unit ?? '';
    others.push({
      ...empty, kind: 'participant', personId: person?.id ?? null, name: person?.name ?? one.name, position: one.position ?? person?.position ?? '', unit,
      unitId: units.find((each) => each.abbreviation === unit || each.name === unit)?.id ?? person?.unitId ?? null,
    });
  }
  return ok([...present, ...others, ...absent]);
}

const empty: Omit<NewAttendance, 'kind' | 'name'> = {
  personId: null, position: '', role: '', unit: '', unitId: null, actingFor: null, actingForPositionId: null, actingId: null, memberPartyId: null, countsForQuorum: false, reason: '',
};

async function memberRow(tx: ReadTx, committee: Committee, seat: Seat, given: MemberGiven, n: number, day: string): Promise<Result<NewAttendance>> {
  const base = { ...empty, role: printedRole(committee.kind, seat.role), unit: seat.unit, unitId: seat.unitId, memberPartyId: seat.partyId };
  if (given.how === 'absent') {
    if (!given.reason) return refused('needReason', n);
    return ok({ ...base, kind: 'absent', personId: seat.personId, name: seat.name || seat.position, position: seat.position, reason: given.reason });
  }
  if (given.how === 'present') return ok({ ...base, kind: 'member', personId: seat.personId, name: seat.name || seat.position, position: seat.position, countsForQuorum: true });
  const name = given.name ?? (given.how === 'acting' ? seat.name : seat.representative?.name);
  if (!name) return refused('needName', n);
  const person = await personNamed(tx, name, day);
  return ok({
    ...base, kind: given.how, personId: person?.id ?? null, name: person?.name ?? name, position: given.position ?? person?.position ?? '', actingFor: seat.position,
    actingForPositionId: seat.positionId, actingId: given.how === 'acting' ? seat.acting?.id ?? null : seat.representative?.id ?? null,
    countsForQuorum: given.how === 'acting' || committee.quorum.countsRepresentatives,
  });
}

function refused(key: 'needName' | 'needReason', n: number): Result<never> {
  const words = messages.words(key, { n });
  return fail('BAD_ROW', words, { fields: { members: words } });
}

async function personNamed(tx: ReadTx, name: string, day: string): Promise<PersonFound | undefined> {
  const people = (await searchPeople(tx, day, name, 5)).filter((one) => withoutTitle(one.name) === withoutTitle(name));
  return people.length === 1 ? people[0] : undefined;
}
