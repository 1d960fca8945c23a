import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';
import { fail, notFound, ok, type Result } from '../../../platform/result.ts';
import type { Position, PositionInput, PositionKind } from '../domain/positions.ts';
import { first } from './dated.ts';
import { partyIds } from './parties.ts';

const columns = sql.raw(`q.id, q.unit_id as "unitId", q.title_th as "title", q.title_en as "titleEn", q.abbreviation, q.kind, q.level,
  q.seat_number as "seatNumber", q.head_of_unit as "head", q.rank, q.valid_from as "validFrom", q.valid_to as "validTo"`);

/** One seat, whether in use or not. */
export function positionById(tx: ReadTx, id: number): Promise<Position | undefined> {
  return first(tx, sql<Position>`select ${columns} from organisation.position q where q.id = ${id}`);
}

export interface SeatRow extends Position {
  readonly unitName: string;
  readonly unitAbbreviation: string | null;
  readonly holderId: number | null;
  readonly holderName: string | null;
}

export interface SeatFilter {
  readonly unitId?: number;
  readonly vacant?: boolean;
  readonly kind?: PositionKind;
  /** Words in the title, the holder's name or the seat's number. */
  readonly words?: string;
}

/** How many seats of a day a filter finds, and how many of them nobody holds. */
export async function countSeats(tx: ReadTx, day: string, filter: SeatFilter = {}): Promise<{ readonly all: number; readonly vacant: number }> {
  const { rows } = await sql<{ all: number; vacant: number }>`
    select count(*)::int as "all", count(*) filter (where s."holderId" is null)::int as vacant from (${seats(day, filter)}) s`.execute(tx.db);
  return rows[0] ?? { all: 0, vacant: 0 };
}

/** One page of the seats of a day. The key is the seat last seen, whose place in the order is looked up. */
export async function pageOfSeats(tx: ReadTx, day: string, filter: SeatFilter, page: { readonly after?: number; readonly limit: number }): Promise<SeatRow[]> {
  return (await sql<SeatRow>`
    with listed as (select s.*, row_number() over (order by ${seatOrder}) as place from (${seats(day, filter)}) s)
    select * from listed where place > coalesce((select place from listed where id = ${page.after ?? null}::int), 0) order by place limit ${page.limit}`.execute(tx.db)).rows;
}

const seatOrder = sql.raw(`s."unitAbbreviation" nulls last, s."unitId", s.head desc, s.rank, s.id`);

/** Seats of a day with who holds them; of one unit, or all (for choices). */
export async function seatsOn(tx: ReadTx, day: string, filter: SeatFilter = {}): Promise<SeatRow[]> {
  return (await sql<SeatRow>`select * from (${seats(day, filter)}) s order by ${seatOrder}`.execute(tx.db)).rows;
}

function seats(day: string, filter: SeatFilter) {
  const like = `%${(filter.words ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  return sql`
    select ${columns}, n.th as "unitName", b.text as "unitAbbreviation", p.id as "holderId", p.title || p.given || ' ' || p.family as "holderName"
    from organisation.position q
    join organisation.unit_name n on n.unit_id = q.unit_id and n.valid_from <= ${day}::date and (n.valid_to is null or n.valid_to >= ${day}::date)
    left join organisation.unit_abbreviation b on b.unit_id = q.unit_id and b.kind = 'preferred' and b.valid_from <= ${day}::date and (b.valid_to is null or b.valid_to >= ${day}::date)
    left join organisation.holding h on h.position_id = q.id and h.valid_from <= ${day}::date and (h.valid_to is null or h.valid_to >= ${day}::date)
    left join organisation.person p on p.id = h.person_id
    where q.valid_from <= ${day}::date and (q.valid_to is null or q.valid_to >= ${day}::date)
      and (${filter.unitId ?? null}::int is null or q.unit_id = ${filter.unitId ?? null}::int)
      and (${filter.kind ?? null}::text is null or q.kind = ${filter.kind ?? null}::text)
      and (not ${filter.vacant ?? false}::boolean or h.id is null)
      and (${filter.words ?? ''} = '' or q.title_th ilike ${like} or q.seat_number ilike ${like} or p.title || p.given || ' ' || p.family ilike ${like})`;
}

export interface SeatHistoryRow {
  readonly personId: number;
  readonly name: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly orderNumber: string;
}

/** Who held a seat when, the newest first. */
export async function seatHistory(tx: ReadTx, positionId: number): Promise<SeatHistoryRow[]> {
  return (await sql<SeatHistoryRow>`select p.id as "personId", p.title || p.given || ' ' || p.family as name, h.valid_from as "validFrom", h.valid_to as "validTo", h.order_number as "orderNumber"
    from organisation.holding h join organisation.person p on p.id = h.person_id where h.position_id = ${positionId} order by h.valid_from desc`.execute(tx.db)).rows;
}

const headTaken = { th: 'หน่วยงานนี้มีตำแหน่งหัวหน้าอยู่แล้ว', en: 'This unit already has the position of its head.' };

async function headIsFree(tx: ReadTx, unitId: number, except: number): Promise<Result<null>> {
  const row = await first(tx, sql<{ id: number }>`select id from organisation.position where unit_id = ${unitId} and head_of_unit and valid_to is null and id <> ${except}`);
  return row ? fail('HEAD_TAKEN', headTaken, { fields: { head: headTaken } }) : ok(null);
}

/** Writes many seats from their first days on, in one statement. What may not be is the caller's to know; the database refuses it. */
export async function addPositions(tx: Tx, seats: readonly (PositionInput & { readonly from: string })[]): Promise<number[]> {
  const ids = await partyIds(tx, seats.length);
  await sql`insert into organisation.position (id, unit_id, title_th, title_en, abbreviation, kind, level, seat_number, head_of_unit, rank, valid_from)
    select id, "unitId", title, "titleEn", abbreviation, kind, level, "seatNumber", head, rank, "from"
    from jsonb_to_recordset(${JSON.stringify(seats.map((seat, at) => ({ ...seat, id: ids[at] })))}::jsonb)
      as r(id int, "unitId" int, title text, "titleEn" text, abbreviation text, kind text, level text, "seatNumber" text, head boolean, rank int, "from" date)`.execute(tx.db);
  return ids;
}

/** Writes what is known of many seats, in one statement; number found. */
export async function editPositions(tx: Tx, seats: readonly (PositionInput & { readonly id: number })[]): Promise<number> {
  const done = await sql`update organisation.position q set unit_id = "unitId", title_th = r.title, title_en = "titleEn", abbreviation = r.abbreviation, kind = r.kind, level = r.level,
      seat_number = "seatNumber", head_of_unit = r.head, rank = r.rank
    from jsonb_to_recordset(${JSON.stringify(seats)}::jsonb)
      as r(id int, "unitId" int, title text, "titleEn" text, abbreviation text, kind text, level text, "seatNumber" text, head boolean, rank int)
    where q.id = r.id`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0);
}

export async function addPosition(tx: Tx, seat: PositionInput, from: string): Promise<Result<number>> {
  if (seat.head) {
    const free = await headIsFree(tx, seat.unitId, 0);
    if (!free.ok) return free;
  }
  return ok((await addPositions(tx, [{ ...seat, from }]))[0] as number);
}

export async function editPosition(tx: Tx, id: number, seat: PositionInput): Promise<Result<null>> {
  if (seat.head) {
    const free = await headIsFree(tx, seat.unitId, id);
    if (!free.ok) return free;
  }
  return (await editPositions(tx, [{ ...seat, id }])) > 0 ? ok(null) : notFound();
}

/** Takes a seat out of use after a day; refused while somebody holds it later. */
export async function closePosition(tx: Tx, id: number, lastDay: string): Promise<Result<null>> {
  const held = await first(tx, sql<{ name: string }>`select p.title || p.given || ' ' || p.family as name from organisation.holding h join organisation.person p on p.id = h.person_id
    where h.position_id = ${id} and (h.valid_to is null or h.valid_to > ${lastDay}::date) limit 1`);
  if (held) {
    const words = { th: `ยังมีผู้ครองตำแหน่งนี้: ${held.name}`, en: `${held.name} still holds this position.` };
    return fail('SEAT_TAKEN', words, { fields: { lastDay: words } });
  }
  const done = await tx.db.updateTable('organisation.position').set({ valid_to: lastDay }).where('id', '=', id).where('valid_to', 'is', null).where('valid_from', '<=', lastDay).executeTakeFirst();
  return done.numUpdatedRows > 0n ? ok(null) : notFound();
}
