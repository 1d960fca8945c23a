// What correspondence asks of the organisation, in the words of letters: who sends, who signs, whom an address reaches.
import type { ReadTx } from '../../platform/db/database.ts';
import { actingNames, authorityFor, committeeMembers, holdingsOf, letterCodeOn, listPeople, partyNames, personName, unitById, unitsActiveOn } from '../organisation/index.ts';
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
  const unit = await unitById(tx, unitId, day);
  if (!unit) return undefined;
  return {
    name: unit.name,
    abbreviation: unit.abbreviation || unit.name,
    fromText: unit.phone ? `${unit.name} โทร. ${unit.phone}` : unit.name,
    code: await letterCodeOn(tx, unitId, day),
  };
}

const phrases = { acting: actingNames.rakkha.th, delegated: actingNames.patibat.th } as const;

/** The signer for a position on a day, with name, post and authority; undefined when that person may not sign for it. */
export async function signerOn(tx: ReadTx, personId: number, positionId: number, day: string): Promise<Omit<Signature, 'how'> | undefined> {
  const authority = await authorityFor(tx, personId, positionId, day);
  const name = await personName(tx, personId);
  if (!authority || name === undefined) return undefined;
  const words = authority.words ?? '';
  if (authority.kind !== 'acting' && authority.kind !== 'delegated') return { positionId, personId, name, title: words, acting: null, authority };
  const phrase = phrases[authority.kind];
  const own = (await holdingsOf(tx, personId)).find((held) => held.main && held.validFrom <= day && (held.validTo === null || held.validTo >= day));
  return { positionId, personId, name, title: own?.positionTitle ?? '', acting: { phrase, principal: words.slice(phrase.length) }, authority };
}

/** Whom the addresses reach on a day. Saved groups are left as ids: their members are read where they are sent to. */
export async function resolveRecipients(tx: ReadTx, addressees: readonly Addressee[], day: string): Promise<{ recipients: Recipient[]; groupIds: number[] }> {
  const recipients: Recipient[] = [];
  const groupIds: number[] = [];
  for (const one of addressees) {
    if (one.kind === 'all-units') {
      recipients.push(...(await unitsActiveOn(tx, day)).map((unit) => ({ id: unit.id, kind: 'unit' as const, label: unit.abbreviation || unit.name })));
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
}

/** Units that the actor stands for and in which he holds a permission, the own unit first. */
export async function ownUnits(tx: ReadTx, permission: string, day: string): Promise<UnitChoice[]> {
  const { actor } = tx;
  const scope = actor.permissions.get(permission);
  if (scope === undefined) return [];
  const ids = scope === 'all' ? actor.principals : scope.filter((id) => actor.principals.includes(id));
  const names = await partyNames(tx, ids, day);
  const units = [...names].flatMap(([id, party]) => (party.kind === 'unit' ? [{ id, label: party.abbreviation ? `${party.abbreviation} ${party.name}` : party.name }] : []));
  return units.sort((a, b) => Number(b.id === actor.unitId) - Number(a.id === actor.unitId) || a.label.localeCompare(b.label, 'th'));
}

/** The unit of an address, when it is one of the actor's; else the first of them. */
export function chosenUnit(units: readonly UnitChoice[], asked: number | undefined): UnitChoice | undefined {
  return units.find((unit) => unit.id === asked) ?? units[0];
}
