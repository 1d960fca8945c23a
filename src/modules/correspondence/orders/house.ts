// The house as the words of an order may name it: seats and people of a day.
import type { ReadTx } from '../../../platform/db/database.ts';
import { can } from '../../../platform/access/actor.ts';
import { listPeople, seatsOn, unitsActiveOn } from '../../organisation/index.ts';
import type { House } from '../domain/order-committee.ts';
import type { UnitChoice } from '../office.ts';

export async function houseOn(tx: ReadTx, day: string): Promise<House> {
  const seats = await seatsOn(tx, day);
  const people = await listPeople(tx, day, { limit: 20_000 });
  return {
    seats: seats.map((seat) => ({ id: seat.id, title: seat.title, abbreviation: seat.abbreviation ?? '', unitName: seat.unitName, unitAbbreviation: seat.unitAbbreviation ?? '', holder: seat.holderName })),
    people: people.map((one) => ({ id: one.id, name: one.name, given: one.given, family: one.family, title: one.positionTitle })),
  };
}

/** Units for whose committees the actor may keep the records, as choices. */
export async function secretariats(tx: ReadTx, day: string): Promise<UnitChoice[]> {
  const units = (await unitsActiveOn(tx, day)).filter((unit) => can(tx.actor, 'organisation.manage-committees', unit.id));
  return units.map((unit) => ({ id: unit.id, label: unit.abbreviation ? `${unit.abbreviation} ${unit.name}` : unit.name }));
}
