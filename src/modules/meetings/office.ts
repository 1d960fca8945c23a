// What meetings ask of the organisation, in the words of meetings: committees, their seats, people and units as written.
import type { Authority } from '../../platform/access/actor.ts';
import type { ReadTx } from '../../platform/db/database.ts';
import { withoutTitle } from './domain/people-as-written.ts';
import {
  authorityFor, holdingsOf, listActing, listPeople, membersOfCommittee, personById, personLabel, personName, positionById, seatsOn as positionsOn, unitById, unitsActiveOn, unitsByAbbreviation,
} from '../organisation/index.ts';
import type { Committee, CommitteeRole, CommitteeSeat, PersonRow } from '../organisation/index.ts';

export {
  committeeById, committeesOn, headOfUnit, listPeople, officeCalendar, officeDays, partyNames, quorum, quorumWords, seatsOn as positionsOn, unitsActiveOn, unitsByAbbreviation,
} from '../organisation/index.ts';
export type { Committee, CommitteeRole, QuorumRule } from '../organisation/index.ts';
type CommitteeKind = Committee['kind'];

/** A seat of a committee and who sits on it on a day: the person named, the holder of the post, or who acts for the holder. */
export interface Seat {
  /** Party id of the seat: the post, or the person where the seat is personal. */
  readonly partyId: number;
  readonly positionId: number | null;
  readonly personId: number | null;
  /** Name with title; empty where the post is vacant. */
  readonly name: string;
  /** Post of the seat; the person's own post where the seat is personal. */
  readonly position: string;
  /** Own post of the one who acts for the holder; empty where the holder sits. */
  readonly ownPosition: string;
  readonly unitId: number | null;
  readonly unit: string;
  readonly role: CommitteeRole;
  readonly acting: { readonly id: number } | null;
  /** Named beforehand to sit for the seat in this committee. */
  readonly representative: { readonly id: number; readonly personId: number; readonly name: string; readonly ownPosition: string } | null;
}

/** Seats of a committee on a day, in their order. One statement. */
export async function seatsOn(tx: ReadTx, committeeId: number, day: string): Promise<Seat[]> {
  return (await membersOfCommittee(tx, committeeId, day)).flatMap((seat) => seatOf(seat) ?? []);
}

function seatOf(seat: CommitteeSeat): Seat | undefined {
  const partyId = seat.positionId ?? seat.personId;
  if (partyId === null) return undefined;
  const acting = seat.standIns.find((one) => one.kind !== 'representative');
  const representative = seat.standIns.find((one) => one.kind === 'representative');
  return {
    partyId, positionId: seat.positionId, personId: acting?.personId ?? seat.personId, name: acting?.name ?? seat.name ?? '', position: seat.positionTitle,
    ownPosition: acting?.ownTitle ?? '', unitId: seat.unitId, unit: seat.unitAbbreviation ?? '', role: seat.role,
    acting: acting ? { id: acting.actingId } : null,
    representative: representative ? { id: representative.actingId, personId: representative.personId, name: representative.name, ownPosition: representative.ownTitle } : null,
  };
}

const roleWords: Readonly<Record<CommitteeKind, Readonly<Record<CommitteeRole, string>>>> = {
  committee: { chair: 'ประธานกรรมการ', 'vice-chair': 'รองประธานกรรมการ', member: 'กรรมการ', secretary: 'กรรมการและเลขานุการ', 'assistant-secretary': 'กรรมการและผู้ช่วยเลขานุการ' },
  subcommittee: { chair: 'ประธานอนุกรรมการ', 'vice-chair': 'รองประธานอนุกรรมการ', member: 'อนุกรรมการ', secretary: 'อนุกรรมการและเลขานุการ', 'assistant-secretary': 'อนุกรรมการและผู้ช่วยเลขานุการ' },
  'working-group': { chair: 'ประธานคณะทำงาน', 'vice-chair': 'รองประธานคณะทำงาน', member: 'คณะทำงาน', secretary: 'คณะทำงานและเลขานุการ', 'assistant-secretary': 'คณะทำงานและผู้ช่วยเลขานุการ' },
};

/** The role as printed on the attendance list. */
export function printedRole(kind: CommitteeKind, role: CommitteeRole): string {
  return roleWords[kind][role];
}

export interface PersonFound {
  readonly id: number;
  readonly name: string;
  readonly position: string;
  readonly unitId: number | null;
  readonly unit: string;
}

const found = (row: PersonRow): PersonFound => ({ id: row.id, name: row.name, position: row.positionTitle ?? '', unitId: row.unitId, unit: row.unitAbbreviation ?? row.unitName ?? '' });

/** People in service on a day by words of name, post or unit, at most `limit`. */
export async function searchPeople(tx: ReadTx, day: string, words: string, limit = 20): Promise<PersonFound[]> {
  return (await listPeople(tx, day, { words: withoutTitle(words), limit })).map(found);
}

/** People by id with their main post on a day; ids that name nobody are left out. For a few people. */
export async function peopleByIds(tx: ReadTx, day: string, ids: readonly number[]): Promise<PersonFound[]> {
  const all: PersonFound[] = [];
  for (const id of new Set(ids)) {
    const person = await personById(tx, id);
    if (!person) continue;
    const holdings = (await holdingsOf(tx, id)).filter((one) => one.validFrom <= day && (one.validTo === null || one.validTo >= day));
    const main = holdings.find((one) => one.main) ?? holdings[0];
    const unit = main && (await unitById(tx, main.unitId, day));
    all.push({ id, name: personLabel(person), position: main?.positionTitle ?? '', unitId: main?.unitId ?? null, unit: unit ? unit.abbreviation || unit.name : '' });
  }
  return all;
}

/** A unit as listed: id, name, abbreviation (the name where it has none). */
export interface UnitFound {
  readonly id: number;
  readonly name: string;
  readonly abbreviation: string;
}

export async function unitsOn(tx: ReadTx, day: string): Promise<UnitFound[]> {
  return (await unitsActiveOn(tx, day)).map((unit) => ({ id: unit.id, name: unit.name, abbreviation: unit.abbreviation || unit.name }));
}

/**
 * Party ids of units, posts and people as written ("สลก.", "ผอ.กพร.", "กองคลัง", "นางสาวก ข"), also by older
 * abbreviations. A text that could mean two is left out.
 */
export async function partiesAsWritten(tx: ReadTx, texts: readonly string[], day: string): Promise<ReadonlyMap<string, number>> {
  const wanted = [...new Set(texts.map((text) => text.trim()).filter(Boolean))];
  if (wanted.length === 0) return new Map();
  const known = new Map<string, number>();
  for (const unit of await unitsActiveOn(tx, day)) for (const name of [unit.name, unit.abbreviation]) if (name) known.set(name, unit.id);
  for (const seat of await positionsOn(tx, day)) {
    if (seat.abbreviation && !known.has(seat.abbreviation)) known.set(seat.abbreviation, seat.id);
    if (seat.head && !known.has(seat.title)) known.set(seat.title, seat.id);
  }
  const result = new Map<string, number>();
  for (const text of wanted) {
    const id = known.get(text) ?? (await asVariantOrPerson(tx, text, day));
    if (id !== undefined) result.set(text, id);
  }
  return result;
}

async function asVariantOrPerson(tx: ReadTx, text: string, day: string): Promise<number | undefined> {
  const [first, second] = await unitsByAbbreviation(tx, text, day);
  if (first && first.kind !== second?.kind) return first.unit.id;
  if (!text.includes(' ')) return undefined;
  const people = (await listPeople(tx, day, { words: withoutTitle(text), limit: 3 })).filter((person) => person.name === text);
  return people.length === 1 ? people[0]?.id : undefined;
}

/** A post that a person can sign in on a day: own or acted for. */
export interface Standing {
  /** Name of the person, with title. */
  readonly name: string;
  readonly positionId: number;
  readonly position: string;
  readonly unitId: number;
  readonly authority: Authority;
}

/** Posts that the person holds or acts for on a day, own ones first. */
export async function standingsOf(tx: ReadTx, personId: number, day: string): Promise<Standing[]> {
  const held = (await holdingsOf(tx, personId)).filter((one) => one.validFrom <= day && (one.validTo === null || one.validTo >= day));
  const acted = (await listActing(tx, day, { when: 'now', personId, limit: 20 })).filter((one) => one.kind !== 'representative');
  const name = (await personName(tx, personId)) ?? '';
  const all: Standing[] = [];
  for (const positionId of new Set([...held.map((one) => one.positionId), ...acted.map((one) => one.positionId)])) {
    const authority = await authorityFor(tx, personId, positionId, day);
    const position = authority && (await positionById(tx, positionId));
    if (authority && position) all.push({ name, positionId, position: position.title, unitId: position.unitId, authority });
  }
  return all;
}

/** People by words or by ids, with their main post on a day. */
export async function findPeople(tx: ReadTx, day: string, by: { words: string } | { ids: readonly number[] }, limit = 20): Promise<PersonFound[]> {
  return 'words' in by ? searchPeople(tx, day, by.words, limit) : (await peopleByIds(tx, day, by.ids)).slice(0, limit);
}
