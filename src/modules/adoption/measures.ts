// What correspondence counts over the whole department: every value with the letters or units behind it.
import type { ReadTx } from '../../platform/db/database.ts';
import type { MeasureDefinition } from '../../platform/measures/measures.ts';
import { bangkokDate, endOfDay, formatDate, localDate, toThaiDigits } from '../../thai/index.ts';
import { letterHref } from '../correspondence/index.ts';
import { partyNames } from '../organisation/index.ts';
import { bahtText, sumSavings } from './domain/savings.ts';
import { messages } from './messages.ts';
import { countedLetters, type CountedLetter } from './store/activity.ts';
import { savedLetters } from './store/savings.ts';

const permission = 'adoption.read';
const until = (to: string, asOf: Date): Date => new Date(Math.min(asOf.getTime(), endOfDay(localDate(to)).getTime()));

async function unitNames(tx: ReadTx, letters: readonly CountedLetter[], asOf: Date): Promise<(id: number) => string> {
  const names = await partyNames(tx, [...new Set(letters.map(({ unitId }) => unitId))], bangkokDate(asOf));
  return (id) => names.get(id)?.name ?? '';
}

/** The letter itself opens to those of its unit; others see that it was counted. */
const hrefOf = ({ actor }: ReadTx, { letterId, unitId }: CountedLetter): string | null => (actor.kind === 'system' || actor.principals.includes(unitId) ? letterHref(letterId) : null);
const referenceOf = ({ reference }: CountedLetter): string => (reference === null ? messages.th.restricted : toThaiDigits(reference));

const lettersSent: MeasureDefinition = {
  name: 'correspondence.letters-sent',
  title: messages.words('measureSent'), definition: messages.words('measureSentDefinition'), unit: messages.words('measureSentUnit'), permission,
  async value(tx, period, asOf) {
    return { numerator: (await countedLetters(tx, period, until(period.to, asOf))).length, denominator: null, asOf };
  },
  async records(tx, period, asOf) {
    const letters = await countedLetters(tx, period, until(period.to, asOf));
    const name = await unitNames(tx, letters, asOf);
    return letters.map((one) => ({ reference: referenceOf(one), title: messages.words('sentBy', { unit: name(one.unitId), day: formatDate(localDate(one.letterDate), { style: 'short' }) }).th, href: hrefOf(tx, one), counted: true }));
  },
};

const bahtSaved: MeasureDefinition = {
  name: 'correspondence.baht-saved',
  title: messages.words('measureSaved'), definition: messages.words('measureSavedDefinition'), unit: messages.words('measureSavedUnit'), permission,
  async value(tx, period, asOf) {
    return { numerator: sumSavings(await savedLetters(tx, period, until(period.to, asOf))).satang / 100, denominator: null, asOf };
  },
  async records(tx, period, asOf) {
    const letters = await savedLetters(tx, period, until(period.to, asOf));
    const name = await unitNames(tx, letters, asOf);
    return letters.map((one) => ({
      reference: referenceOf(one), title: messages.words('savedBy', { unit: name(one.unitId), pages: one.pages ?? 1, recipients: one.recipients, baht: bahtText(one.satang) }).th,
      href: hrefOf(tx, one), counted: true, amount: one.satang / 100,
    }));
  },
};

const unitsActive: MeasureDefinition = {
  name: 'correspondence.units-active',
  title: messages.words('measureUnits'), definition: messages.words('measureUnitsDefinition'), unit: messages.words('measureUnitsUnit'), permission,
  async value(tx, period, asOf) {
    return { numerator: new Set((await countedLetters(tx, period, until(period.to, asOf))).map(({ unitId }) => unitId)).size, denominator: null, asOf };
  },
  async records(tx, period, asOf) {
    const letters = await countedLetters(tx, period, until(period.to, asOf));
    const name = await unitNames(tx, letters, asOf);
    const counts = new Map<number, number>();
    for (const { unitId } of letters) counts.set(unitId, (counts.get(unitId) ?? 0) + 1);
    return [...counts].map(([unitId, count]) => ({ reference: name(unitId), title: messages.words('measureUnitsRecord', { count }).th, href: `/adoption/units/${unitId}`, counted: true }));
  },
};

export const measures: readonly MeasureDefinition[] = [lettersSent, bahtSaved, unitsActive];
