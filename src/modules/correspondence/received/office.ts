// What received letters ask of the organisation: before which posts a letter can be put, to whom it can be given.
import type { ReadTx } from '../../../platform/db/database.ts';
import { seatsOn, unitSubtree } from '../../organisation/index.ts';
import { addressBook, livingUnit, peopleIn, signersOf } from '../office.ts';
import type { Assignee } from '../store/chain.ts';

/** A choice of a form. */
export interface Choice {
  readonly id: number;
  readonly label: string;
  readonly hint: string;
}

/** Posts before which a unit, or the one that took it over, puts letters: its head, heads above, executives; only those somebody answers for today. The unit's own head first. */
export async function proposalSeats(tx: ReadTx, unitId: number, day: string): Promise<Choice[]> {
  const own = (await signersOf(tx, await livingUnit(tx, unitId, day), day)).filter((seat) => seat.personId !== null).map((seat) => ({ id: seat.id, label: seat.title, hint: seat.acting ? `${seat.acting.phrase}: ${seat.name}` : (seat.name ?? '') }));
  const executives = (await seatsOn(tx, day, { kind: 'executive' })).filter((seat) => seat.holderId !== null).map((seat) => ({ id: seat.id, label: seat.title, hint: seat.holderName ?? '' }));
  return [...own, ...executives.filter((seat) => !own.some((one) => one.id === seat.id))];
}

export interface AssigneeChoices {
  readonly units: readonly Choice[];
  readonly people: readonly Choice[];
}

/** Units below the one that keeps the letter, units that offices write to, and people of the unit. */
export async function assigneeChoices(tx: ReadTx, keeperId: number, day: string): Promise<AssigneeChoices> {
  const unitId = await livingUnit(tx, keeperId, day);
  const below = (await unitSubtree(tx, unitId, day)).filter((unit) => unit.id !== unitId).map((unit) => ({ id: unit.id, label: unit.abbreviation || unit.name, hint: unit.abbreviation ? unit.name : '' }));
  const others = (await addressBook(tx, day)).units.filter((unit) => unit.id !== unitId && !below.some((one) => one.id === unit.id)).map((unit) => ({ id: unit.id, label: unit.label, hint: unit.name === unit.label ? '' : unit.name }));
  const people = (await peopleIn(tx, [unitId], day)).map((person) => ({ id: person.id, label: person.name, hint: person.positionTitle }));
  return { units: [...below, ...others], people };
}

/** The chosen ones as they are called today; undefined when one was not offered. */
export function chosenAssignees(choices: AssigneeChoices, unitIds: readonly number[], personIds: readonly number[]): Assignee[] | undefined {
  const units = unitIds.map((id) => choices.units.find((one) => one.id === id));
  const people = personIds.map((id) => choices.people.find((one) => one.id === id));
  if (units.includes(undefined) || people.includes(undefined)) return undefined;
  return [
    ...units.map((one) => ({ unitId: one?.id ?? 0, personId: null, label: one?.label ?? '' })),
    ...people.map((one) => ({ unitId: null, personId: one?.id ?? 0, label: one?.label ?? '' })),
  ];
}
