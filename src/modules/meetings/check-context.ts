// What the checker of minutes may know about the house on a day: units and how papers call them, people, holidays.
import type { ReadTx } from '../../platform/db/database.ts';
import { readSetting } from '../../platform/settings/settings.ts';
import type { CheckContext, KnownAbbreviation, KnownUnit } from './domain/checker/finding.ts';
import type { MinutesDocument } from './domain/minutes-document.ts';
import { textParts } from './domain/minutes-text.ts';
import { committeesOn, listPeople, officeCalendar, officeDays, positionsOn, unitsActiveOn, unitsByAbbreviation } from './office.ts';
import { knownBodies } from './settings.ts';

/** Tokens that look like abbreviations of units: "สนช.", "กพร.". */
const abbreviation = /(?<![ก-๙.])[ก-ฮ]{2,6}\.(?![ก-ฮ])/gu;

/** The context for one document; some statements, whatever its length. */
export async function checkContext(tx: ReadTx, document: MinutesDocument, sendDate?: string): Promise<CheckContext> {
  const day = document.header.date;
  const units = await unitsActiveOn(tx, day);
  const official = new Set(units.map((unit) => unit.abbreviation));
  const variants = await variantsIn(tx, document, official, day);
  const seats = await positionsOn(tx, day);
  const heads = new Map(seats.filter((seat) => seat.head).map((seat) => [seat.unitId, seat]));
  const known = units.map((unit): KnownUnit => {
    const head = heads.get(unit.id);
    const abbreviations: KnownAbbreviation[] = [
      ...(unit.abbreviation ? [{ text: unit.abbreviation, standing: 'official' as const }] : []),
      ...(variants.get(unit.id) ?? []).map((text) => ({ text, standing: 'variant' as const })),
    ];
    return {
      id: String(unit.id), fullName: unit.name, abbreviations, kind: unit.kind === 'department' ? 'department' : 'unit',
      ...(head ? { headPosition: head.title, ...(head.abbreviation ? { headAbbreviation: head.abbreviation } : {}) } : {}),
    };
  });
  const committees = (await committeesOn(tx, day)).map((committee): KnownUnit => ({
    id: String(committee.id), fullName: committee.name, abbreviations: committee.shortName ? [{ text: committee.shortName, standing: 'official' }] : [], kind: 'committee',
  }));
  // Posts with abbreviations of their own that head no unit: "รปส.".
  const posts = seats.filter((seat) => !seat.head && seat.abbreviation).map((seat): KnownUnit => ({
    id: String(seat.id), fullName: seat.title, abbreviations: [{ text: seat.abbreviation, standing: 'official' }], kind: 'department',
  }));
  const holidays = new Map((await officeDays(tx, document.header.year)).map((one) => [one.day, one.name]));
  return {
    units: [...known, ...posts, ...committees, ...(await outsideBodies(tx))], calendar: await officeCalendar(tx, { day }), people: (await listPeople(tx, day, { limit: 10_000 })).map((person) => person.name),
    holidayName: (date) => holidays.get(date), ...(sendDate ? { sendDate } : {}),
  };
}

async function outsideBodies(tx: ReadTx): Promise<KnownUnit[]> {
  return (await readSetting(tx, knownBodies)).map(({ abbreviation: text, ...body }) => ({ ...body, abbreviations: [{ text, standing: 'official' }] }));
}

/** Older and mistaken abbreviations of the text, by the unit they mean; ambiguous ones are left to the reader. */
async function variantsIn(tx: ReadTx, document: MinutesDocument, official: ReadonlySet<string>, day: string): Promise<ReadonlyMap<number, string[]>> {
  const tokens = new Set(textParts(document).flatMap((part) => part.text.match(abbreviation) ?? []));
  const result = new Map<number, string[]>();
  for (const token of tokens) {
    if (official.has(token)) continue;
    const [first, second] = await unitsByAbbreviation(tx, token, day);
    if (!first || (second && second.kind === first.kind)) continue;
    result.set(first.unit.id, [...(result.get(first.unit.id) ?? []), token]);
  }
  return result;
}
