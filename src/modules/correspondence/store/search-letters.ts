import { sql } from 'kysely';
import type { ReadTx } from '../../../platform/db/database.ts';
import type { LetterKind, LetterState, Urgency } from '../domain/kinds.ts';
import { mayRead } from './letters.ts';

/** A letter in a list of what was found. */
export interface FoundLetter {
  readonly id: number;
  readonly reference: string;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly kind: LetterKind;
  readonly circular: boolean;
  readonly urgency: Urgency;
  readonly state: Exclude<LetterState, 'draft'>;
  readonly letterDate: string;
}

export interface LetterFilter {
  readonly kind?: LetterKind | undefined;
  readonly circular?: boolean | undefined;
  readonly urgency?: Urgency | undefined;
  /** Sending unit. */
  readonly unit?: number | undefined;
  /** Calendar year, B.E. */
  readonly year?: number | undefined;
}

const columns = sql`l.id, l.reference, l.subject, coalesce(nullif(l.from_short, ''), l.from_text) as "from", l.to_text as "to", l.kind, l.circular, l.urgency, l.state, l.letter_date as "letterDate"`;

const passes = (filter: LetterFilter) => sql<boolean>`l.state <> 'draft'
  and (${filter.kind ?? null}::text is null or l.kind = ${filter.kind ?? null})
  and (${filter.circular ?? null}::boolean is null or l.circular = ${filter.circular ?? null})
  and (${filter.urgency ?? null}::text is null or l.urgency = ${filter.urgency ?? null})
  and (${filter.unit ?? null}::int is null or l.owner_unit_id = ${filter.unit ?? null})
  and (${filter.year ?? null}::int is null or l.letter_date between make_date(${(filter.year ?? 2500) - 543}, 1, 1) and make_date(${(filter.year ?? 2500) - 543}, 12, 31))`;

/** Letters that the actor may see with one of these numbers (as kept), the newest first. */
export async function lettersByReference(tx: ReadTx, references: readonly string[], filter: LetterFilter = {}, limit = 100): Promise<FoundLetter[]> {
  if (references.length === 0) return [];
  return (await sql<FoundLetter>`select ${columns} from correspondence.letter l
    where l.reference = any(${[...references]}::text[]) and ${passes(filter)} and ${mayRead(tx)} order by l.letter_date desc, l.id desc limit ${limit}`.execute(tx.db)).rows;
}

/** Of these letters, those that the actor may see and that pass, in the order given. */
export async function lettersById(tx: ReadTx, ids: readonly number[], filter: LetterFilter = {}): Promise<FoundLetter[]> {
  if (ids.length === 0) return [];
  return (await sql<FoundLetter>`select ${columns} from unnest(${[...ids]}::bigint[]) with ordinality as asked (id, place) join correspondence.letter l on l.id = asked.id
    where ${passes(filter)} and ${mayRead(tx)} order by asked.place`.execute(tx.db)).rows;
}
