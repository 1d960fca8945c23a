import { sql, type ReadTx } from '../../../platform/db/database.ts';
import type { Language } from '../../../platform/words.ts';

/** How somebody who works here is reached outside the house. */
export interface Contact {
  readonly id: number;
  readonly name: string;
  readonly email: string | null;
  readonly language: Language;
}

/**
 * Contacts of those who are in service on a day and have an account that is open; whoever left or has none is not
 * among them. All of them without `ids`. For jobs: a person reads only the own language.
 */
export async function contactsOf(tx: ReadTx, day: string, ids?: readonly number[]): Promise<Contact[]> {
  return (await sql<Contact>`select p.id, p.title || p.given || ' ' || p.family as name, nullif(trim(p.email), '') as email, coalesce(f.language, 'th') as language
    from organisation.person p
    join lateral organisation.account_of(p.id) a on a.disabled_at is null
    left join organisation.preference f on f.person_id = p.id
    where (${ids ? [...ids] : null}::int[] is null or p.id = any(${ids ? [...ids] : null}::int[]))
      and (p.left_on is null or p.left_on >= ${day}::date) order by p.id`.execute(tx.db)).rows;
}
