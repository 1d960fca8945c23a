// Committees as orders make and change them. The order itself belongs to another module: here it is a number, a day and an address.
import type { AuditEntry } from '../../platform/audit/audit.ts';
import type { ReadTx, Tx } from '../../platform/db/database.ts';
import { notFound, ok, type Result } from '../../platform/result.ts';
import type { CommitteeKind } from './domain/committees.ts';
import type { CommitteeRole } from './domain/quorum.ts';
import { mayIn } from './guard.ts';
import { indexCommittees } from './search.ts';
import { addCommittee, addMember, committeeById, endMember } from './store/committees.ts';

/** An order that is issued: its number in Arabic digits, its day, where it stands. */
export interface MakingOrder {
  readonly number: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly href: string;
}

/** A seat for a post (whoever holds it) or for a person by name. */
export interface NewSeat {
  readonly kind: 'position' | 'person';
  readonly id: number;
  readonly role: CommitteeRole;
}

export interface NewCommittee {
  readonly kind: CommitteeKind;
  readonly name: string;
  readonly shortName: string;
  readonly duties: string;
  readonly secretariatUnitId: number;
  readonly validFrom: string;
  readonly members: readonly NewSeat[];
}

const permission = 'organisation.manage-committees';

/**
 * Makes a committee from an order, inside the caller's transaction. Quorum: half of the members with the chair (section 79 of the
 * Administrative Procedure Act), until somebody sets it otherwise. Failures: NOT_IN_YOUR_UNIT; MEMBER_REFUSED with the
 * place of the seat as `members.<n>`. On a failure nothing may be committed.
 */
export async function makeCommittee(tx: Tx, order: MakingOrder, made: NewCommittee): Promise<Result<{ id: number; audit: AuditEntry }>> {
  const may = mayIn(tx.actor, permission, made.secretariatUnitId);
  if (!may.ok) return may;
  const id = await addCommittee(tx, {
    kind: made.kind, name: made.name, nameEn: '', shortName: made.shortName, orderNumber: order.number, orderDate: order.date, duties: made.duties, dutiesFileId: null,
    secretariatUnitId: made.secretariatUnitId, validFrom: made.validFrom, quorum: { kind: 'majority', a: 1, b: 2, needsChair: true, countsRepresentatives: true },
  }, order.href);
  const seated = await seat(tx, id, order, made.members, 1, made.validFrom);
  if (!seated.ok) return seated;
  await indexCommittees(tx, [id]);
  return ok({ id, audit: { action: 'organisation.committee-recorded', subject: { type: 'organisation.committee', id }, unitId: made.secretariatUnitId, detail: { order: order.number, from: order.href, members: made.members.length } } });
}

export interface ChangedCommittee {
  readonly committeeId: number;
  /** Day from which the new ones sit; the others sit until the day before. */
  readonly from: string;
  readonly lastDay: string;
  /** Seats that end, by the ids of the members. */
  readonly ends: readonly number[];
  readonly adds: readonly NewSeat[];
  /** Place of the first new seat. */
  readonly place: number;
}

/** Ends seats of a committee and gives new ones, as an amending order says. Failures as above, and NOT_FOUND. */
export async function changeCommittee(tx: Tx, order: MakingOrder, change: ChangedCommittee): Promise<Result<{ audit: AuditEntry }>> {
  const committee = await committeeById(tx, change.committeeId);
  if (!committee) return notFound();
  const may = mayIn(tx.actor, permission, committee.secretariatUnitId);
  if (!may.ok) return may;
  for (const memberId of change.ends) {
    const ended = await endMember(tx, committee.id, memberId, change.lastDay, order.href);
    if (!ended.ok) return ended;
  }
  const seated = await seat(tx, committee.id, order, change.adds, change.place, change.from);
  if (!seated.ok) return seated;
  return ok({ audit: { action: 'organisation.committee-changed', subject: { type: 'organisation.committee', id: committee.id }, unitId: committee.secretariatUnitId, detail: { order: order.number, from: order.href, ended: change.ends.length, added: change.adds.length } } });
}

async function seat(tx: Tx, committeeId: number, order: MakingOrder, seats: readonly NewSeat[], place: number, from: string): Promise<Result<null>> {
  for (const [at, one] of seats.entries()) {
    const done = await addMember(tx, committeeId, {
      personId: one.kind === 'person' ? one.id : null, positionId: one.kind === 'position' ? one.id : null, role: one.role, sortOrder: place + at,
      orderNumber: order.number, orderDate: order.date, orderHref: order.href, validFrom: from,
    });
    if (!done.ok) return { ...done, fields: { [`members.${at}`]: done.message } };
  }
  return ok(null);
}

type Readable = (tx: ReadTx, hrefs: readonly string[]) => Promise<ReadonlySet<string>>;
let readable: Readable = async () => new Set();

/** Called once by the module that keeps orders: which of these addresses the actor may open. */
export function onOrders(ask: Readable): void {
  readable = ask;
}

/** Of these addresses of orders, those that the actor may open. */
export const readableOrders: Readable = (tx, hrefs) => (hrefs.length === 0 ? Promise.resolve(new Set()) : readable(tx, hrefs));
