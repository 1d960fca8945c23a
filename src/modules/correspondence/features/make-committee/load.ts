import { can } from '../../../../platform/access/actor.ts';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import type { Failure, Result } from '../../../../platform/result.ts';
import { committeesOfOrderNumber, membersOfCommittee } from '../../../organisation/index.ts';
import type { Committee, CommitteeSeat, NewSeat } from '../../../organisation/index.ts';
import { matchMember, readCommittee } from '../../domain/order-committee.ts';
import type { House, ReadCommittee } from '../../domain/order-committee.ts';
import { letterHref } from '../../href.ts';
import type { UnitChoice } from '../../office.ts';
import { houseOn, secretariats } from '../../orders/house.ts';
import { findLetter } from '../../store/letters.ts';
import type { Letter } from '../../store/letters.ts';
import { orderLinks } from '../../store/orders.ts';
import { messages } from './messages.ts';

export interface MakeData {
  readonly letter: Letter;
  readonly read: ReadCommittee;
  readonly house: House;
  readonly units: readonly UnitChoice[];
}

export interface ChangeData extends MakeData {
  readonly committee: Committee;
  readonly seats: readonly CommitteeSeat[];
}

/** An order of the actor's that is issued and was not cancelled since: only such a one makes a committee. */
export async function makingOrder(tx: ReadTx, id: number): Promise<Result<Letter>> {
  const letter = await findLetter(tx, id);
  if (!letter?.body || letter.subKind !== 'order') return notFound();
  const { changedBy } = await orderLinks(tx, id);
  if (letter.state !== 'issued' || changedBy.some((one) => one.effect === 'cancels')) return fail('ORDER_NOT_IN_FORCE', messages.words('notAnOrder'), { status: 409 });
  return ok(letter);
}

export async function loadMaking(tx: ReadTx, id: number, today: string): Promise<Result<MakeData>> {
  const letter = await makingOrder(tx, id);
  if (!letter.ok) return letter;
  const units = await secretariats(tx, today);
  if (units.length === 0) return notFound();
  return ok({ letter: letter.value, read: readCommittee(letter.value.subject, letter.value.body?.content.paragraphs ?? []), house: await houseOn(tx, today), units });
}

/** Committees whose order this one amends, and which the actor may change. */
export async function committeesToChange(tx: ReadTx, letterId: number): Promise<Committee[]> {
  const amended = (await orderLinks(tx, letterId)).changes.filter((one) => one.effect === 'amends');
  const found = amended.length === 0 ? [] : await committeesOfOrderNumber(tx, amended.map((one) => one.reference));
  // Two units may each have an order of this number: where the order stands in the house, it must be the one.
  const same = (href: string | null) => href === null || amended.some((one) => one.letterId !== null && letterHref(one.letterId) === href);
  return found.filter((one) => one.validTo === null && same(one.orderHref) && can(tx.actor, 'organisation.manage-committees', one.secretariatUnitId));
}

export async function loadChange(tx: ReadTx, id: number, committeeId: number, today: string): Promise<Result<ChangeData>> {
  const data = await loadMaking(tx, id, today);
  if (!data.ok) return data;
  const committee = (await committeesToChange(tx, id)).find((one) => one.id === committeeId);
  return committee ? ok({ ...data.value, committee, seats: await membersOfCommittee(tx, committee.id, today) }) : notFound();
}

interface Typed { readonly who?: string | undefined; readonly role: NewSeat['role']; readonly include: boolean }

/** The seats that were confirmed, in their order; a line that names nobody of the house is refused at its place. */
export function seatsOf(lines: readonly Typed[], house: House): Result<{ seats: NewSeat[]; places: number[] }> {
  const seats: NewSeat[] = [];
  const places: number[] = [];
  const wrong: Record<string, ReturnType<typeof messages.words>> = {};
  for (const [at, line] of lines.entries()) {
    if (!line.include) continue;
    const match = line.who === undefined ? undefined : matchMember(line.who, house);
    if (!match) { wrong[`members.${at}.who`] = messages.words('notFound', { who: line.who ?? '' }); continue; }
    seats.push({ kind: match.kind, id: match.id, role: line.role });
    places.push(at);
  }
  const [first] = Object.values(wrong);
  return first ? fail('MEMBER_NOT_FOUND', first, { fields: wrong }) : ok({ seats, places });
}

/** A refusal that names the n-th seat, told at the line that it came from. */
export function atLine(failure: Failure, places: readonly number[]): Failure {
  const words = Object.entries(failure.fields ?? {}).map(([key, value]) => [key.replace(/^members\.(\d+)$/, (_whole, n: string) => `members.${places[Number(n)] ?? 0}.who`), value] as const);
  return { ...failure, fields: Object.fromEntries(words) };
}
