import type { ReadTx } from '../../../platform/db/database.ts';
import { answersFor, headOfUnit, holdersOf, partyNames, peopleOf, positionById } from '../../organisation/index.ts';

/** People who are told when something concerns these parties: the person, the holder of the post, the head of the unit. */
export async function peopleBehind(tx: ReadTx, partyIds: readonly number[], today: string): Promise<number[]> {
  const names = await partyNames(tx, partyIds, today);
  const people = new Set<number>();
  const positions: number[] = [];
  for (const [id, party] of names) {
    if (party.kind === 'person') people.add(id);
    else if (party.kind === 'position') positions.push(id);
    else if (party.kind === 'unit') {
      const head = await headOfUnit(tx, id, today);
      if (head) people.add(head.personId);
    }
  }
  for (const holder of await holdersOf(tx, positions, today)) people.add(holder.personId);
  return [...people];
}

/** Officers to whom the owners of a task may pass it on: everyone in the owners' units, or in those that took them over. */
export async function officersFor(tx: ReadTx, ownerPartyIds: readonly number[], day: string): Promise<{ id: number; name: string; positionTitle: string }[]> {
  const names = await partyNames(tx, ownerPartyIds, day);
  const units = new Set<number>();
  for (const [id, party] of names) {
    if (party.kind === 'unit') units.add(party.gone ? await answersFor(tx, id, day) : id);
    else if (party.kind === 'position') {
      const position = await positionById(tx, id);
      if (position) units.add(position.unitId);
    }
  }
  const found = new Map<number, { id: number; name: string; positionTitle: string }>();
  for (const unit of units) for (const person of await peopleOf(tx, unit, day)) found.set(person.id, person);
  return [...found.values()];
}
