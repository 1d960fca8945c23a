import type { ReadTx } from './db/database.ts';
import type { Words } from './words.ts';

/**
 * What a module holds about the person who asks (Personal Data Protection Act B.E. 2562, section 30): shown as a count,
 * given as a copy. Read as that person, under the row-level security of the records.
 */
export interface PersonalDataSource {
  readonly name: string;
  readonly title: Words;
  /** Plain records, newest first; at most so many. */
  read(tx: ReadTx, atMost: number): Promise<readonly Readonly<Record<string, unknown>>[]>;
}
