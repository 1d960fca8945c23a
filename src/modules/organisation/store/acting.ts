import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';
import { fail, notFound, ok, type Result } from '../../../platform/result.ts';
import type { ActingKind } from '../domain/acting.ts';
import { holdersChanged } from '../holder-change.ts';
import { first } from './dated.ts';

export interface ActingRow {
  readonly id: number;
  readonly kind: ActingKind;
  readonly personId: number;
  readonly personName: string;
  /** Own position of the person on the first day; empty where there was none. */
  readonly ownTitle: string;
  readonly positionId: number;
  readonly positionTitle: string;
  readonly positionAbbreviation: string;
  readonly unitId: number;
  readonly unitName: string;
  readonly committeeId: number | null;
  readonly committeeName: string | null;
  readonly reason: string;
  readonly powers: string;
  readonly orderNumber: string;
  readonly orderDate: string | null;
  readonly orderFileId: number | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly endedAt: Date | null;
  readonly endedReason: string | null;
}

const select = sql`select a.id, a.kind, a.person_id as "personId", p.title || p.given || ' ' || p.family as "personName",
    coalesce((select own.title_th from organisation.holding h join organisation.position own on own.id = h.position_id
      where h.person_id = a.person_id and h.main and h.valid_from <= a.valid_from and (h.valid_to is null or h.valid_to >= a.valid_from) limit 1), '') as "ownTitle",
    a.position_id as "positionId", q.title_th as "positionTitle", q.abbreviation as "positionAbbreviation", q.unit_id as "unitId",
    (select n.th from organisation.unit_name n where n.unit_id = q.unit_id and n.valid_from <= a.valid_from order by n.valid_from desc limit 1) as "unitName",
    a.committee_id as "committeeId", c.name_th as "committeeName", a.reason, a.powers, a.order_number as "orderNumber", a.order_date as "orderDate",
    a.order_file_id as "orderFileId", a.valid_from as "validFrom", a.valid_to as "validTo", a.ended_at as "endedAt", a.ended_reason as "endedReason"
  from organisation.acting a join organisation.person p on p.id = a.person_id join organisation.position q on q.id = a.position_id
  left join organisation.committee c on c.id = a.committee_id`;

export function actingById(tx: ReadTx, id: number): Promise<ActingRow | undefined> {
  return first(tx, sql<ActingRow>`${select} where a.id = ${id}`);
}

export interface ActingFilter {
  /** As seen from `day`: in force, still to come, or over. */
  readonly when: 'now' | 'coming' | 'past';
  readonly personId?: number;
  readonly positionId?: number;
  /** Key of the last row of the page before. */
  readonly before?: { readonly validFrom: string; readonly id: number };
  readonly limit: number;
}

/** Acting records, the newest first; paged by key. */
export async function listActing(tx: ReadTx, day: string, filter: ActingFilter): Promise<ActingRow[]> {
  return (await sql<ActingRow>`${select}
    where case ${filter.when}::text
        when 'now' then a.ended_at is null and a.valid_from <= ${day}::date and (a.valid_to is null or a.valid_to >= ${day}::date)
        when 'coming' then a.ended_at is null and a.valid_from > ${day}::date
        else a.ended_at is not null or a.valid_to < ${day}::date end
      and (${filter.personId ?? null}::int is null or a.person_id = ${filter.personId ?? null}::int)
      and (${filter.positionId ?? null}::int is null or a.position_id = ${filter.positionId ?? null}::int)
      and (${filter.before?.id ?? null}::int is null or (a.valid_from, a.id) < (${filter.before?.validFrom ?? null}::date, ${filter.before?.id ?? null}::int))
    order by a.valid_from desc, a.id desc limit ${filter.limit}`.execute(tx.db)).rows;
}

export interface ActingInput {
  readonly kind: ActingKind;
  readonly personId: number;
  readonly positionId: number;
  readonly committeeId: number | null;
  readonly reason: string;
  readonly powers: string;
  readonly orderNumber: string;
  readonly orderDate: string | null;
  readonly orderFileId: number | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const at = (field: string, th: string, en: string) => fail('ACTING_REFUSED', { th, en }, { fields: { [field]: { th, en } } });

/** Checks what needs no database: the legal conditions of each kind. */
export function checkActing(acting: ActingInput): Result<ActingInput> {
  if (acting.validTo !== null && acting.validTo < acting.validFrom) return at('validTo', 'วันสิ้นสุดต้องไม่ก่อนวันเริ่ม', 'The last day cannot be before the first.');
  if (acting.kind === 'patibat') {
    if (!acting.orderNumber || !acting.orderDate) return at('orderNumber', 'การปฏิบัติราชการแทนต้องมีคำสั่งมอบอำนาจ กรุณากรอกเลขที่และวันที่ของคำสั่ง', 'Delegation exists only by an order: fill in its number and date.');
    if (!acting.powers) return at('powers', 'กรุณากรอกอำนาจที่มอบตามคำสั่ง', 'Fill in which powers the order delegates.');
    if (acting.orderDate > acting.validFrom) return at('orderDate', 'คำสั่งต้องลงวันที่ไม่หลังวันเริ่มมีผล', 'The order cannot be dated after the first day.');
  }
  if (acting.committeeId !== null && acting.kind !== 'representative') return at('committeeId', 'ระบุคณะกรรมการได้เฉพาะผู้แทน', 'Only a representative is tied to a committee.');
  return ok(acting);
}

/** Keeps an acting record. The person must not hold the seat and must be in service for the whole time. */
export async function addActing(tx: Tx, acting: ActingInput): Promise<Result<number>> {
  const checked = checkActing(acting);
  if (!checked.ok) return checked;
  const state = await first(tx, sql<{ inService: boolean; holds: boolean; same: boolean; seat: boolean }>`select
    exists (select from organisation.person p where p.id = ${acting.personId} and (p.left_on is null or p.left_on >= coalesce(${acting.validTo}::date, ${acting.validFrom}::date))) as "inService",
    exists (select from organisation.holding h where h.person_id = ${acting.personId} and h.position_id = ${acting.positionId} and h.valid_from <= ${acting.validFrom}::date and (h.valid_to is null or h.valid_to >= ${acting.validFrom}::date)) as holds,
    exists (select from organisation.acting a where a.person_id = ${acting.personId} and a.position_id = ${acting.positionId} and a.kind = ${acting.kind} and a.ended_at is null
      and a.committee_id is not distinct from ${acting.committeeId}::int
      and daterange(a.valid_from, a.valid_to, '[]') && daterange(${acting.validFrom}::date, ${acting.validTo}::date, '[]')) as same,
    exists (select from organisation.position q where q.id = ${acting.positionId} and q.valid_from <= ${acting.validFrom}::date and (q.valid_to is null or q.valid_to >= ${acting.validFrom}::date)) as seat`);
  if (!state?.seat) return at('positionId', 'ไม่มีตำแหน่งนี้ในวันเริ่ม กรุณาเลือกใหม่', 'There is no such position on the first day. Choose again.');
  if (!state.inService) return at('personId', 'บุคลากรท่านนี้ไม่ได้อยู่ในราชการตลอดช่วงเวลานี้', 'This person is not in service for the whole time.');
  if (state.holds) return at('personId', 'ผู้ครองตำแหน่งไม่ต้องทำหน้าที่แทนตนเอง', 'The holder of a position does not act for it.');
  if (state.same) return at('validFrom', 'มีคำสั่งแบบเดียวกันของผู้นี้ที่ช่วงเวลาทับกันอยู่แล้ว', 'The same acting of this person already covers part of this time.');
  const row = await tx.db.insertInto('organisation.acting').values({
    kind: acting.kind, person_id: acting.personId, position_id: acting.positionId, committee_id: acting.committeeId, reason: acting.reason, powers: acting.powers,
    order_number: acting.orderNumber, order_date: acting.orderDate, order_file_id: acting.orderFileId, valid_from: acting.validFrom, valid_to: acting.validTo,
  }).returning('id').executeTakeFirstOrThrow();
  await holdersChanged(tx);
  return ok(row.id);
}

/** Ends an acting record at once, before its last day. What was signed under it stays. */
export async function endActing(tx: Tx, id: number, at: Date, reason: string): Promise<Result<null>> {
  const done = await tx.db.updateTable('organisation.acting').set({ ended_at: at, ended_reason: reason }).where('id', '=', id).where('ended_at', 'is', null).executeTakeFirst();
  if (done.numUpdatedRows === 0n) return notFound();
  await holdersChanged(tx);
  return ok(null);
}
