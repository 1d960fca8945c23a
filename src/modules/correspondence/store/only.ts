import { sql, type RawBuilder } from 'kysely';

/** ` and <condition>` where there is something to ask, nothing otherwise: what is not asked must not hide an index from the plan. */
export function only<T>(value: T | undefined, condition: (value: T) => RawBuilder<unknown>): RawBuilder<unknown> {
  return value === undefined ? sql`` : sql` and ${condition(value)}`;
}

/** A pattern of LIKE for words anywhere in a text; undefined where nothing is asked. */
export function anywhere(words: string | undefined): string | undefined {
  const text = words?.trim();
  return text ? `%${text.replace(/[\\%_]/g, '\\$&')}%` : undefined;
}
