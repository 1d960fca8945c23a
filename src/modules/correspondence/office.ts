// What correspondence asks of the organisation, in the words of letters: who sends, who signs, whom an address reaches.
import { isTakenOver, unitsHolding } from '../../platform/access/actor.ts';
import type { ReadTx } from '../../platform/db/database.ts';
import { together } from '../../platform/db/together.ts';
import { actingNames, answersFor, authorityFor, clerksOfUnit, committeeMembers, committeesOn, headOfUnit, holdersOf, holdingsOf, letterCodeOn, listPeople, partyNames, personName, seatsOn, unitById, unitsActiveOn } from '../organisation/index.ts';
import type { PartyName, Unit } from '../organisation/index.ts';

export { letterCodes, officeCalendar } from '../organisation/index.ts';
import type { Addressee, Recipient, Signature } from './domain/letter.ts';

/** The unit that sends, as it is called on a day. */
export interface Sender {
  readonly name: string;
  readonly abbreviation: string;
  /** Printed after ส่วนราชการ: name and telephone. */
  readonly fromText: string;
  /** Letter code in Arabic digits (`นร 0223`), its own or that of the nearest unit above; undefined where none is set. */
  readonly code: string | undefined;
}

/** The sending unit on a day `YYYY-MM-DD`; undefined when it does not exist then. */
export async function senderOn(tx: ReadTx, unitId: number, day: string): Promise<Sender | undefined> {
  const [unit, code] = await together([unitById(tx, unitId, day), letterCodeOn(tx, unitId, day)]);
  if (!unit) return undefined;
  return {
    name: unit.name,
    abbreviation: unit.abbreviation || unit.name,
    fromText: unit.phone ? `${unit.name} โทร. ${unit.phone}` : unit.name,
    code,
  };
}

const phrases = { acting: actingNames.rakkha.th, delegated: actingNames.patibat.th } as const;

/** The signer for a position on a day, with name, post and authority; undefined when that person may not sign for it. */
export async function signerOn(tx: ReadTx, personId: number, positionId: number, day: string): Promise<Omit<Signature, 'how'> | undefined> {
  const [authority, name] = await together([authorityFor(tx, personId, positionId, day), personName(tx, personId)]);
  if (!authority || name === undefined) return undefined;
  const words = authority.words ?? '';
  if (authority.kind !== 'acting' && authority.kind !== 'delegated') return { positionId, personId, name, title: words, acting: null, authority };
  const phrase = phrases[authority.kind];
  const own = (await holdingsOf(tx, personId)).find((held) => held.main && held.validFrom <= day && (held.validTo === null || held.validTo >= day));
  return { positionId, personId, name, title: own?.positionTitle ?? '', acting: { phrase, principal: words.slice(phrase.length) }, authority };
}

/** Short names of units as they are called on a day, by id; of those that are gone the last ones. */
export async function unitNames(tx: ReadTx, ids: readonly number[], day: string): Promise<ReadonlyMap<number, string>> {
  const names = await partyNames(tx, [...new Set(ids)], day);
  return new Map([...names].map(([id, one]) => [id, one.abbreviation || one.name]));
}

/**
 * The units that offices write to: those right below the department or a region, not the groups and sections inside a
 * bureau, which receive through it.
 */
export async function addressedUnits(tx: ReadTx, day: string): Promise<Unit[]> {
  const units = await unitsActiveOn(tx, day);
  const outer = new Set(units.filter((unit) => unit.kind === 'department' || unit.kind === 'region').map((unit) => unit.id));
  return units.filter((unit) => unit.kind !== 'department' && unit.parentId !== null && outer.has(unit.parentId));
}

/** Whom the addresses reach on a day; "all units" leaves the sender out. Saved groups are left as ids: their members are read where they are sent to. */
export async function resolveRecipients(tx: ReadTx, addressees: readonly Addressee[], senderId: number, day: string): Promise<{ recipients: Recipient[]; groupIds: number[] }> {
  const recipients: Recipient[] = [];
  const groupIds: number[] = [];
  for (const one of addressees) {
    if (one.kind === 'all-units') {
      recipients.push(...(await addressedUnits(tx, day)).filter((unit) => unit.id !== senderId).map((unit) => ({ id: unit.id, kind: 'unit' as const, label: unit.abbreviation || unit.name })));
    } else if (one.targetId !== null) {
      if (one.kind === 'group') groupIds.push(one.targetId);
      else if (one.kind === 'committee') {
        const members = await committeeMembers(tx, one.targetId, day);
        recipients.push(...members.map((member) => ({ id: member.personId, kind: 'person' as const, label: member.name })));
      } else recipients.push({ id: one.targetId, kind: one.kind, label: one.label });
    }
  }
  return { recipients, groupIds };
}

/** A person of a unit, as a choice. */
export interface UnitPerson {
  readonly id: number;
  readonly name: string;
  readonly positionTitle: string;
}

/** People with a seat in these units or below them on a day, each once. */
export async function peopleIn(tx: ReadTx, unitIds: readonly number[], day: string): Promise<UnitPerson[]> {
  const found = new Map<number, UnitPerson>();
  for (const unitId of unitIds) {
    for (const person of await listPeople(tx, day, { unitId, limit: 500 })) {
      found.set(person.id, { id: person.id, name: person.name, positionTitle: person.positionTitle ?? '' });
    }
  }
  return [...found.values()];
}

/** Names of units as choices: abbreviation first, as offices call each other. */
export interface UnitChoice {
  readonly id: number;
  readonly label: string;
  /** A unit that is gone and was taken over, under its last name. */
  readonly gone?: true;
}

/** Units that the actor stands for and in which he holds a permission, the own unit first; none that is gone. */
export async function ownUnits(tx: ReadTx, permission: string, day: string): Promise<UnitChoice[]> {
  const { actor } = tx;
  const ids = unitsHolding(actor, permission).filter((id) => !isTakenOver(actor, id));
  if (ids.length === 0) return [];
  const units = (await unitsCalled(tx, ids, day)).filter((unit) => !unit.gone);
  return units.sort((a, b) => Number(b.id === actor.unitId) - Number(a.id === actor.unitId));
}

/** The same, and beneath them the units that are gone and came to one of them: to read what they had and finish what is open. */
export async function keptUnits(tx: ReadTx, permission: string, day: string): Promise<UnitChoice[]> {
  const own = await ownUnits(tx, permission, day);
  const gone = unitsHolding(tx.actor, permission).filter((id) => isTakenOver(tx.actor, id));
  return [...own, ...(await unitsCalled(tx, gone, day))];
}

const called = ({ abbreviation, name }: Pick<PartyName, 'abbreviation' | 'name'>): string => `${abbreviation} ${name}`.trim();

/** Those of these parties that are units, by name; one that is gone by its last. */
async function unitsCalled(tx: ReadTx, ids: readonly number[], day: string): Promise<UnitChoice[]> {
  const units = [...(await partyNames(tx, ids, day))].flatMap(([id, party]): UnitChoice[] => (party.kind === 'unit' ? [{ id, label: called(party), ...(party.gone ? { gone: true } : {}) }] : []));
  return units.sort((a, b) => a.label.localeCompare(b.label, 'th'));
}

/** How a unit is called, `กพร. กลุ่มพัฒนาระบบบริหาร`; one that is gone by its last name. Empty for what is no unit. */
export async function unitCalled(tx: ReadTx, unitId: number, day: string): Promise<string> {
  return (await unitsCalled(tx, [unitId], day))[0]?.label ?? '';
}

/** The unit that goes on with what a unit has: itself, or the one of the actor's own that took it over. */
export async function livingUnit(tx: ReadTx, unitId: number, day: string): Promise<number> {
  return isTakenOver(tx.actor, unitId) ? answersFor(tx, unitId, day) : unitId;
}

/** A unit as a choice, whether or not the actor stands for it. */
export async function unitChoice(tx: ReadTx, unitId: number, day: string): Promise<UnitChoice | undefined> {
  const unit = await unitById(tx, unitId, day);
  return unit && { id: unit.id, label: called(unit) };
}

/** Names for the head and the foot of a letter to outside: the department, the unit in charge, its telephone. */
export async function letterheadOf(tx: ReadTx, unitId: number, day: string): Promise<{ department: string; unit: string; phone: string }> {
  const unit = await unitById(tx, unitId, day);
  const root = unit && unit.path[0] !== undefined && unit.path[0] !== unitId ? await unitById(tx, unit.path[0], day) : unit;
  return { department: root?.name ?? '', unit: unit?.name ?? '', phone: unit?.phone ?? '' };
}

/** The unit of an address, when it is one of the actor's; else the first of them. */
export function chosenUnit(units: readonly UnitChoice[], asked: number | undefined): UnitChoice | undefined {
  return units.find((unit) => unit.id === asked) ?? units[0];
}

/** Whom a circular can be addressed to on a day, as choices. */
/** An addressee by the short form that letters use, with its full name. */
export interface AddressChoice extends UnitChoice {
  readonly name: string;
}

export interface AddressBook {
  /** Post of the head by unit, as a letter addresses it: ผอ.กพร. */
  readonly headsOfUnits: ReadonlyMap<number, string>;
  readonly units: readonly AddressChoice[];
  readonly positions: readonly AddressChoice[];
  readonly committees: readonly UnitChoice[];
}

/** Units, seats of heads and executives, and committees of a day. */
export async function addressBook(tx: ReadTx, day: string): Promise<AddressBook> {
  const units = await addressedUnits(tx, day);
  const heads = [...(await seatsOn(tx, day, { kind: 'executive' })), ...(await seatsOn(tx, day, { kind: 'head' }))];
  const committees = await committeesOn(tx, day);
  return {
    headsOfUnits: new Map(heads.filter((seat) => seat.head).map((seat) => [seat.unitId, seat.abbreviation || seat.title])),
    units: units.map((unit) => ({ id: unit.id, label: unit.abbreviation || unit.name, name: unit.name })),
    positions: heads.map((seat) => ({ id: seat.id, label: seat.abbreviation || seat.title, name: seat.title })),
    committees: committees.map((committee) => ({ id: committee.id, label: committee.name })),
  };
}

/** Units that number letters: the department and those that offices write to. */
export async function numberingUnits(tx: ReadTx, day: string): Promise<UnitChoice[]> {
  const units = [...(await unitsActiveOn(tx, day)).filter((unit) => unit.parentId === null), ...(await addressedUnits(tx, day))];
  return units.map((unit) => ({ id: unit.id, label: unit.abbreviation ? `${unit.abbreviation} ${unit.name}` : unit.name }));
}

/** A position that can sign for a unit, and who answers for it today. */
export interface SignerChoice {
  readonly id: number;
  readonly label: string;
  readonly title: string;
  /** Person who may sign for it today; null where nobody can. */
  readonly personId: number | null;
  readonly name: string | null;
  readonly acting: Signature['acting'];
}

/**
 * Seats that sign for a unit: heads and executives of the unit itself and of the units above it. The department's own
 * executives sign letters of the department, not of a unit, so the root counts only for itself, and for forms that a
 * department issues (`department`: letters to outside, orders, regulations, announcements, certificates).
 */
export async function signersOf(tx: ReadTx, unitId: number, day: string, department = false): Promise<SignerChoice[]> {
  const unit = await unitById(tx, unitId, day);
  if (!unit) return [];
  const seats = [];
  for (const id of (unit.path.length > 1 && !department ? unit.path.slice(1) : unit.path).toReversed()) seats.push(...(await seatsOn(tx, day, { unitId: id })).filter((seat) => seat.head || seat.kind === 'head' || seat.kind === 'executive'));
  const holders = new Map((await holdersOf(tx, seats.map((seat) => seat.id), day)).map((holder) => [holder.positionId, holder]));
  return seats.map((seat) => {
    const holder = holders.get(seat.id);
    const authority = holder?.authority;
    const phrase = authority?.kind === 'acting' || authority?.kind === 'delegated' ? phrases[authority.kind] : null;
    return {
      id: seat.id,
      title: seat.title,
      label: holder ? `${seat.title} (${phrase ? `${phrase}: ` : ''}${holder.name})` : seat.title,
      personId: holder?.personId ?? null,
      name: holder?.name ?? null,
      acting: phrase === null ? null : { phrase, principal: seat.title },
    };
  });
}

/** The person who answers for a position on a day. */
export async function positionHolderOn(tx: ReadTx, positionId: number, day: string): Promise<number | undefined> {
  return (await holdersOf(tx, [positionId], day))[0]?.personId;
}

/** People in service by their names, with or without the title; which names nobody (or several) bears. */
export async function findPeopleByName(tx: ReadTx, names: readonly string[], day: string): Promise<{ found: { id: number; name: string }[]; missing: string[] }> {
  const found = new Map<number, string>();
  const missing: string[] = [];
  for (const name of names) {
    const bare = name.replace(/^(นาย|นางสาว|นาง|ว่าที่ร้อยตรี|ดร\.)\s*/u, '');
    const people = (await listPeople(tx, day, { words: bare, limit: 20 })).filter((person) => person.name === name || `${person.given} ${person.family}` === bare);
    const [person] = people;
    if (person && people.length === 1) found.set(person.id, person.name);
    else missing.push(name);
  }
  return { found: [...found].map(([id, name]) => ({ id, name })), missing };
}

/** Person ids behind recipients on a day: the person, who answers for the post, head and records clerks of the unit, or of the one that took it over. */
export async function peopleToTell(tx: ReadTx, recipients: readonly Recipient[], day: string): Promise<number[]> {
  const of = (kind: Recipient['kind']) => recipients.filter((one) => one.kind === kind).map((one) => one.id);
  const people = new Set(of('person'));
  for (const holder of await holdersOf(tx, of('position'), day)) people.add(holder.personId);
  for (const unitId of of('unit')) {
    const head = await headOfUnit(tx, unitId, day);
    if (head) people.add(head.personId);
    for (const clerk of await clerksOfUnit(tx, unitId, day)) people.add(clerk.personId);
  }
  return [...people];
}
