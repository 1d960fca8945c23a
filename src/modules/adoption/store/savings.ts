import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import { savingOf, type Rates, type Saving } from '../domain/savings.ts';
import { countedLetters, type CountedLetter } from './activity.ts';

export const parameterNames = ['satang-per-page', 'copies-per-recipient', 'satang-per-delivery', 'plan-baht-per-year'] as const;
export type ParameterName = (typeof parameterNames)[number];

export interface Parameter {
  readonly id: number;
  readonly name: ParameterName;
  readonly value: number;
  readonly validFrom: string;
  readonly source: string;
}

/** Every value that a parameter ever had, newest day first. */
export async function savingParameters(tx: ReadTx): Promise<Parameter[]> {
  return (await sql<Parameter>`select id, name, value, valid_from as "validFrom", source from adoption.saving_parameter
    order by array_position(array['satang-per-page', 'copies-per-recipient', 'satang-per-delivery', 'plan-baht-per-year'], name), valid_from desc`.execute(tx.db)).rows;
}

/** Adds a value from a day on; false where that day has one already. */
export async function addParameter(tx: Tx, one: Omit<Parameter, 'id'>, at: Date): Promise<boolean> {
  const done = await sql`insert into adoption.saving_parameter (name, value, valid_from, source, changed_by, changed_at)
    values (${one.name}, ${one.value}, ${one.validFrom}::date, ${one.source}, ${tx.actor.id}, ${at}) on conflict do nothing`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0n) === 1;
}

/** The value of a parameter on a day: of the last line that begins on it or before, else of the first line there is. */
export function valueOn(all: readonly Parameter[], name: ParameterName, day: string): number {
  const lines = all.filter((one) => one.name === name);
  return (lines.find((one) => one.validFrom <= day) ?? lines.at(-1))?.value ?? 0;
}

export function ratesOn(all: readonly Parameter[], day: string): Rates {
  return { satangPerPage: valueOn(all, 'satang-per-page', day), copiesPerRecipient: valueOn(all, 'copies-per-recipient', day), satangPerDelivery: valueOn(all, 'satang-per-delivery', day) };
}

export interface SavedLetter extends CountedLetter, Saving {}

/** Letters of a period with what each saved, at the rates of its day. */
export async function savedLetters(tx: ReadTx, span: { readonly from: string; readonly to: string }, asOf: Date): Promise<SavedLetter[]> {
  const parameters = await savingParameters(tx);
  return (await countedLetters(tx, span, asOf)).map((letter) => ({ ...letter, ...savingOf(letter, ratesOn(parameters, letter.letterDate)) }));
}

/** Letters whose definitive PDF is there and whose pages are not counted yet. System work. */
export async function lettersToCount(tx: ReadTx, limit: number): Promise<{ id: number; hash: string }[]> {
  return (await sql<{ id: number; hash: string }>`select l.id::int, l.file_hash as hash from correspondence.letter l
    where l.file_hash is not null and not exists (select from adoption.letter_pages p where p.letter_id = l.id) order by l.id limit ${limit}`.execute(tx.db)).rows;
}

export async function keepPages(tx: Tx, letterId: number, hash: string, pages: number, at: Date): Promise<void> {
  await sql`insert into adoption.letter_pages (letter_id, file_hash, pages, counted_at) values (${letterId}, ${hash}, ${pages}, ${at}) on conflict do nothing`.execute(tx.db);
}
