// Reserved numbers (จองเลข): taken like every other number, used once, or void when their time is over.
import { standsFor } from '../../../platform/access/actor.ts';
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { Book } from '../domain/kinds.ts';
import { takeNextNumber } from './numbers.ts';
import type { NewEntry, TakenNumber } from './numbers.ts';

/** What a reserved number is for, and until when it is kept. */
export interface Reservation extends Pick<NewEntry, 'unitId' | 'book' | 'year' | 'frame' | 'letterDate' | 'from' | 'at'> {
  readonly count: number;
  readonly reason: string;
  readonly until: Date;
}

/** Takes the next numbers of a book, one after the other, and keeps them. Call it last in a transaction, as `takeNextNumber`. */
export async function reserveNumbers(tx: Tx, wanted: Reservation): Promise<TakenNumber[]> {
  const taken: TakenNumber[] = [];
  for (let n = 0; n < wanted.count; n += 1) {
    taken.push(
      await takeNextNumber(
        tx,
        {
          ...wanted, circular: wanted.book === 'circular', restricted: false, readers: [], to: '', subject: '', action: '', remark: '',
          subjectType: 'correspondence.reservation', subjectId: null, href: null,
        },
        { reason: wanted.reason, until: wanted.until },
      ),
    );
  }
  return taken;
}

export interface ReservedNumber {
  readonly entryId: number;
  readonly unitId: number;
  readonly book: Book;
  readonly year: number;
  readonly number: number;
  readonly reference: string;
  /** The day on which it was reserved, which is the day of the letter that uses it. */
  readonly letterDate: string;
  readonly reason: string;
  readonly until: Date;
  readonly by: string;
}

const columns = sql`id as "entryId", owner_unit_id as "unitId", book, year, number, reference, letter_date as "letterDate",
  reserve_reason as reason, reserved_until as until, registered_by_name as by`;

/** A number that is still reserved; locked until the end of the transaction when it is to be used. */
export async function findReserved(tx: ReadTx, entryId: number, lock = false): Promise<ReservedNumber | undefined> {
  const { rows } = await sql<ReservedNumber>`select ${columns} from correspondence.register_entry
    where id = ${entryId} and state = 'reserved' and owner_unit_id = any(${tx.actor.principals.filter((id) => standsFor(tx.actor, id))}::int[]) ${lock ? sql`for update` : sql``}`.execute(tx.db);
  return rows[0];
}

/** The numbers that a unit keeps, the first to expire on top. */
export async function reservedOf(tx: ReadTx, unitId: number): Promise<ReservedNumber[]> {
  const { rows } = await sql<ReservedNumber>`select ${columns} from correspondence.register_entry
    where owner_unit_id = ${unitId} and state = 'reserved' order by reserved_until, id limit 500`.execute(tx.db);
  return rows;
}

/**
 * Fills in the row of a reserved number; its day stays. Undefined when it was used, given up or has expired meanwhile:
 * whoever comes second finds nothing, since the row is locked by the first.
 */
export async function fillReserved(tx: Tx, entryId: number, entry: NewEntry): Promise<TakenNumber | undefined> {
  const { rows } = await sql<TakenNumber>`
    update correspondence.register_entry set state = 'valid',
      reference = ${entry.frame.prefix}::text || number || ${entry.frame.suffix}::text, circular = ${entry.circular},
      restricted = ${entry.restricted}, readers = ${[...entry.readers]}::int[], from_text = ${entry.from}, to_text = ${entry.to},
      subject = ${entry.subject}, action_text = ${entry.action}, remark = ${entry.remark}, subject_type = ${entry.subjectType},
      subject_id = ${entry.subjectId}::bigint, href = ${entry.href}
    where id = ${entryId} and state = 'reserved' and reserved_until > ${entry.at}
      and owner_unit_id = ${entry.unitId} and book = ${entry.book} and year = ${entry.year} and letter_date = ${entry.letterDate}::date
    returning id as "entryId", number, reference`.execute(tx.db);
  return rows[0];
}

/**
 * The number of a new row: a reserved one where named, otherwise the next of the series. Undefined when the reserved
 * number is not to be had any more.
 */
export function takeNumberFor(tx: Tx, entry: NewEntry & { readonly reservedEntryId?: number | undefined }): Promise<TakenNumber | undefined> {
  return entry.reservedEntryId === undefined ? takeNextNumber(tx, entry) : fillReserved(tx, entry.reservedEntryId, entry);
}

/** Gives a reserved number up: void, with the reason. False when it is not reserved any more. */
export async function giveUpReserved(tx: Tx, entryId: number, reason: string, at: Date): Promise<boolean> {
  const done = await tx.db
    .updateTable('correspondence.register_entry')
    .set({ state: 'void', void_reason: reason, voided_at: at, voided_by_name: tx.actor.name })
    .where('id', '=', entryId)
    .where('state', '=', 'reserved')
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export interface ExpiredNumber {
  readonly entryId: number;
  readonly unitId: number;
  readonly reference: string;
}

/** Voids every reserved number whose time is over at `now`; one that somebody is using at this moment is left to him. */
export async function expireReserved(tx: Tx, reason: string, now: Date): Promise<ExpiredNumber[]> {
  const { rows } = await sql<ExpiredNumber>`
    update correspondence.register_entry set state = 'void', void_reason = ${reason}, voided_at = ${now}, voided_by_name = ${tx.actor.name}
    where state = 'reserved' and reserved_until <= ${now}
    returning id as "entryId", owner_unit_id as "unitId", reference`.execute(tx.db);
  return rows;
}
