// Lists of received letters: a unit's, by filter and key, and form 13.
import { sql } from 'kysely';
import type { ReadTx } from '../../../platform/db/database.ts';
import { toArabicDigits } from '../../../thai/index.ts';
import type { Urgency } from '../domain/kinds.ts';
import type { ReceivedState } from '../domain/received.ts';

export const receivedFilters = ['open', 'waiting', 'going', 'done', 'overdue', 'mine', 'all'] as const;
export type ReceivedFilter = (typeof receivedFilters)[number];

export interface ReceivedLine {
  readonly id: number;
  readonly number: number;
  readonly year: number;
  readonly reference: string;
  readonly letterDate: string | null;
  readonly subject: string;
  readonly from: string;
  readonly urgency: Urgency;
  readonly secrecy: 'none' | 'confidential' | 'secret';
  readonly state: ReceivedState;
  readonly holderLabel: string;
  readonly action: string;
  readonly dueAt: Date | null;
  readonly overdue: boolean;
  readonly receivedAt: Date;
  readonly steps: number;
}

const like = (words: string | undefined) => (words ? `%${words.replace(/[\\%_]/g, '\\$&')}%` : null);
const plainDigits = (column: 'subject' | 'from_text') => sql`translate(r.${sql.ref(column)}, '๐๑๒๓๔๕๖๗๘๙', '0123456789')`;

/** Words in the subject or the sender, in either digits, or in the number of the letter, whatever spaces it is typed with. */
function says(words: string | undefined) {
  const plain = words === undefined ? undefined : toArabicDigits(words);
  const found = like(plain);
  const number = like(plain?.replace(/\s+/g, '').replace(/^(?:เลข)?ที่/u, ''));
  return sql<boolean>`(${found}::text is null or ${plainDigits('subject')} ilike ${found} or ${plainDigits('from_text')} ilike ${found} or translate(r.reference, '๐๑๒๓๔๕๖๗๘๙ ', '0123456789') ilike ${number})`;
}

/** The receive number that was typed, with its year or without: `12`, `๑๒/๒๕๖๓`, `เลขรับ 12`. */
function numbered(words: string | undefined) {
  const [, number, year] = /^(?:เลข)?(?:รับ)?(?:ที่)?([0-9]{1,6})(?:\/(25[0-9]{2}))?$/u.exec(toArabicDigits(words ?? '').replace(/\s+/g, '')) ?? [];
  if (number === undefined) return sql<boolean>`false`;
  return year === undefined ? sql<boolean>`r.number = ${Number(number)}::int` : sql<boolean>`(r.number = ${Number(number)}::int and r.year = ${Number(year)}::int)`;
}

/** Received letters of a unit, the last registered first. `mine`: those that wait for the actor, of whatever unit. */
export async function receivedLines(tx: ReadTx, filter: { unitId: number; show: ReceivedFilter; words?: string | undefined; before?: number | undefined; now: Date; limit: number }): Promise<ReceivedLine[]> {
  const own = [...tx.actor.principals];
  const where = {
    open: sql`r.state <> 'closed'`,
    waiting: sql`r.state in ('waiting', 'proposed')`,
    going: sql`r.state = 'working'`,
    done: sql`r.state = 'closed'`,
    overdue: sql`r.state <> 'closed' and r.due_at <= ${filter.now}`,
    mine: sql`r.holder_position_id = any(${own}::int[]) or exists (select from correspondence.received_assignment a where a.received_letter_id = r.id and a.state = 'open' and (a.person_id = ${tx.actor.id} or a.unit_id = any(${own}::int[])))`,
    all: sql`true`,
  }[filter.show];
  const { rows } = await sql<ReceivedLine>`
    select r.id, r.number, r.year, r.reference, r.letter_date as "letterDate", r.subject, r.from_text as "from", r.urgency, r.secrecy, r.state,
      r.holder_label as "holderLabel", r.action_text as action, r.due_at as "dueAt", r.state <> 'closed' and coalesce(r.due_at <= ${filter.now}, false) as overdue,
      r.received_at as "receivedAt", r.steps
    from correspondence.received_letter r
    where (${filter.show === 'mine'}::boolean or r.owner_unit_id = ${filter.unitId}) and (${where})
      and (${says(filter.words)} or ${numbered(filter.words)})
      and (${filter.before ?? null}::bigint is null or r.id < ${filter.before ?? null}::bigint)
    order by r.id desc limit ${filter.limit}`.execute(tx.db);
  return rows;
}

/** A received letter in a list of what was found. */
export type FoundReceived = Pick<ReceivedLine, 'id' | 'number' | 'year' | 'reference' | 'letterDate' | 'subject' | 'from' | 'urgency' | 'receivedAt'> & { readonly unitId: number };

/** Of these received letters, those that the actor may see, in the order given. */
export async function receivedById(tx: ReadTx, ids: readonly number[], urgency?: Urgency): Promise<FoundReceived[]> {
  if (ids.length === 0) return [];
  return (await sql<FoundReceived>`select r.id, r.number, r.year, r.reference, r.letter_date as "letterDate", r.subject, r.from_text as "from", r.urgency, r.received_at as "receivedAt",
      r.owner_unit_id as "unitId"
    from unnest(${[...ids]}::bigint[]) with ordinality as asked (id, place) join correspondence.received_letter r on r.id = asked.id
    where ${urgency ?? null}::text is null or r.urgency = ${urgency ?? null} order by asked.place`.execute(tx.db)).rows;
}

/** How many letters of a unit stand in each filter. */
export async function receivedCounts(tx: ReadTx, unitId: number, now: Date): Promise<{ waiting: number; going: number; overdue: number }> {
  const { rows } = await sql<{ waiting: number; going: number; overdue: number }>`
    select count(*) filter (where state in ('waiting', 'proposed'))::int as waiting, count(*) filter (where state = 'working')::int as going,
      count(*) filter (where due_at <= ${now})::int as overdue
    from correspondence.received_letter where owner_unit_id = ${unitId} and state <> 'closed'`.execute(tx.db);
  return rows[0] ?? { waiting: 0, going: 0, overdue: 0 };
}

/** One row of form 13 (ทะเบียนหนังสือรับ), its eight columns and what a screen needs besides. */
export interface ReceivedRegisterRow {
  readonly id: number;
  /** เลขทะเบียนรับ */
  readonly number: number;
  /** ที่ */
  readonly reference: string;
  /** ลงวันที่, `YYYY-MM-DD`. */
  readonly letterDate: string | null;
  /** จาก */
  readonly from: string;
  /** ถึง */
  readonly to: string;
  /** เรื่อง */
  readonly subject: string;
  /** การปฏิบัติ */
  readonly action: string;
  /** หมายเหตุ */
  readonly remark: string;
  readonly registeredAt: Date;
  readonly state: ReceivedState;
  /** From an older register that was brought in. */
  readonly carriedOver: boolean;
}

export interface ReceivedRegisterFilter {
  readonly unitId: number;
  /** Calendar year, B.E. */
  readonly year: number;
  readonly book?: 'incoming' | 'incoming-secret' | undefined;
  readonly words?: string | undefined;
  /** Days of registration, `YYYY-MM-DD`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly before?: number | undefined;
  /** The end of the register: its first numbers, in the same order. */
  readonly fromEnd?: boolean | undefined;
  readonly limit: number;
}

/** Form 13 of a unit in a calendar year, the last registered first; only for people of the unit, under the wall of each row. */
export async function receivedRegister(tx: ReadTx, filter: ReceivedRegisterFilter): Promise<ReceivedRegisterRow[]> {
  const { rows } = await sql<ReceivedRegisterRow>`
    select r.id, r.number, r.reference, r.letter_date as "letterDate", r.from_text as "from", r.to_text as "to", r.subject, r.action_text as action, r.remark,
      r.registered_at as "registeredAt", r.state, r.carried_over as "carriedOver"
    from correspondence.received_letter r
    where r.owner_unit_id = ${filter.unitId} and r.year = ${filter.year} and r.book = ${filter.book ?? 'incoming'}
      and ${tx.actor.kind === 'system' || tx.actor.principals.includes(filter.unitId)}::boolean
      and (${filter.from ?? null}::date is null or (r.registered_at at time zone 'Asia/Bangkok')::date >= ${filter.from ?? null}::date)
      and (${filter.to ?? null}::date is null or (r.registered_at at time zone 'Asia/Bangkok')::date <= ${filter.to ?? null}::date)
      and ${says(filter.words)}
      and (${filter.before ?? null}::int is null or r.number < ${filter.before ?? null}::int)
    order by r.number ${filter.fromEnd ? sql`asc` : sql`desc`} limit ${filter.limit}`.execute(tx.db);
  return filter.fromEnd ? rows.toReversed() : rows;
}

/** The number that a jump lands on: itself where it is there, or the last one registered on or before a day (`YYYY-MM-DD`). */
export async function receivedNumberAt(tx: ReadTx, filter: Pick<ReceivedRegisterFilter, 'unitId' | 'year' | 'book'>, place: { number: number } | { day: string }): Promise<number | undefined> {
  const which = 'number' in place ? sql`number = ${place.number}` : sql`registered_at < (${place.day}::date + 1)::timestamp at time zone 'Asia/Bangkok'`;
  const { rows } = await sql<{ number: number }>`select number from correspondence.received_letter
    where owner_unit_id = ${filter.unitId} and book = ${filter.book ?? 'incoming'} and year = ${filter.year} and ${which}
      and ${tx.actor.kind === 'system' || tx.actor.principals.includes(filter.unitId)}::boolean
    order by registered_at desc, number desc limit 1`.execute(tx.db);
  return rows[0]?.number;
}
