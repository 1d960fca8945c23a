import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';
import { notFound, ok, type Result } from '../../../platform/result.ts';
import { localDate, localTime, type LocalDate, type OfficeCalendar, type Weekday } from '../../../thai/index.ts';

export const officeDayKinds = ['holiday', 'substitute', 'special', 'worked'] as const;
export type OfficeDayKind = (typeof officeDayKinds)[number];

export interface OfficeDay {
  readonly id: number;
  readonly day: string;
  readonly kind: OfficeDayKind;
  readonly name: string;
  readonly source: string;
  readonly announcedOn: string | null;
  readonly uncertain: boolean;
  readonly unitId: number | null;
}

/** Days of one year (B.E.) that are not ordinary, in order. */
export async function officeDays(tx: ReadTx, buddhistYear: number): Promise<OfficeDay[]> {
  const year = buddhistYear - 543;
  return (await sql<OfficeDay>`select id, day, kind, name_th as name, source, announced_on as "announcedOn", uncertain, unit_id as "unitId"
    from organisation.office_day where withdrawn_at is null and day between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date order by day, id`.execute(tx.db)).rows;
}

/** Years (B.E.) that have any entry, and how many. */
export async function officeYears(tx: ReadTx): Promise<{ year: number; days: number }[]> {
  return (await sql<{ year: number; days: number }>`select extract(year from day)::int + 543 as year, count(*)::int as days from organisation.office_day
    where withdrawn_at is null group by 1 order by 1`.execute(tx.db)).rows;
}

/**
 * The office calendar that `src/thai` counts with: the department's days, with those of one unit and the units above
 * it where a unit is given. Hours are those of `day` (default: in force last). One statement; the department's calendar
 * of today's hours is read once in a transaction, however many parts of a page count with it.
 */
export async function officeCalendar(tx: ReadTx, options: { day?: string; unitId?: number } = {}): Promise<OfficeCalendar> {
  if (options.day !== undefined || options.unitId !== undefined || tx.actor.kind === 'system') return readCalendar(tx, options);
  let known = ofTransaction.get(tx);
  if (!known) ofTransaction.set(tx, (known = readCalendar(tx, options)));
  return known;
}

/** Calendars of transactions under way; forgotten when the transaction changes an entry. */
const ofTransaction = new WeakMap<ReadTx, Promise<OfficeCalendar>>();

async function readCalendar(tx: ReadTx, options: { day?: string; unitId?: number }): Promise<OfficeCalendar> {
  const day = options.day ?? '9999-12-31';
  const { rows } = await sql<{ off: string[]; worked: string[]; opens: string | null; closes: string | null; weekend: number[] | null }>`
    with days as (
      select d.day, d.kind from organisation.office_day d where d.withdrawn_at is null and (d.unit_id is null
        or d.unit_id in (select unnest(path) from organisation.unit_placement where unit_id = ${options.unitId ?? null}::int and valid_to is null))
    ), hours as (
      select opens, closes, weekend from organisation.office_hours where valid_from <= ${day}::date order by valid_from desc limit 1
    )
    select coalesce((select array_agg(day::text) from days where kind <> 'worked'), '{}') as off,
      coalesce((select array_agg(day::text) from days where kind = 'worked'), '{}') as worked,
      (select to_char(opens, 'HH24:MI') from hours) as opens, (select to_char(closes, 'HH24:MI') from hours) as closes, (select weekend from hours) as weekend`.execute(tx.db);
  const row = rows[0];
  const set = (days: readonly string[] = []): Set<LocalDate> => new Set(days.map(localDate));
  return {
    holidays: set(row?.off),
    extraWorkingDays: set(row?.worked),
    weekend: new Set((row?.weekend ?? [0, 6]) as Weekday[]),
    hours: { opens: localTime(row?.opens ?? '08:30'), closes: localTime(row?.closes ?? '16:30') },
  };
}

export async function addOfficeDay(tx: Tx, day: Omit<OfficeDay, 'id'>): Promise<number> {
  ofTransaction.delete(tx);
  const row = await tx.db.insertInto('organisation.office_day').values({
    day: day.day, kind: day.kind, name_th: day.name, source: day.source, announced_on: day.announcedOn, uncertain: day.uncertain, unit_id: day.unitId,
  }).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

/** Takes an entry out of the calendar; the row stays, so that a past deadline can still be explained. */
export async function withdrawOfficeDay(tx: Tx, id: number): Promise<Result<{ day: string }>> {
  ofTransaction.delete(tx);
  const row = await tx.db.updateTable('organisation.office_day').set({ withdrawn_at: new Date() }).where('id', '=', id).where('withdrawn_at', 'is', null).returning('day').executeTakeFirst();
  return row ? ok({ day: row.day }) : notFound();
}

/** Confirms an entry that was expected but not yet announced. */
export async function confirmOfficeDay(tx: Tx, id: number): Promise<Result<{ day: string }>> {
  const row = await tx.db.updateTable('organisation.office_day').set({ uncertain: false, changed_at: new Date() }).where('id', '=', id).where('uncertain', '=', true).returning('day').executeTakeFirst();
  return row ? ok({ day: row.day }) : notFound();
}
