import type { ReadTx } from '../db/database.ts';
import type { Words } from '../words.ts';

/** What a module puts into the search of the whole house. */
export interface SearchDocument {
  readonly type: string;
  readonly id: number;
  readonly title: string;
  /** Number, code or other exact names by which people ask for it. */
  readonly reference?: string;
  readonly body: string;
  readonly href: string;
  /** Unit that it belongs to, for the filter. */
  readonly unitId?: number;
  /** Day that it is about, for sorting and filters. */
  readonly date?: string;
  /** Party ids that may see it; 1 stands for everyone signed in. */
  readonly readers: readonly number[];
}

/** Party id that stands for every signed-in person in access lists. */
export const everyoneSignedIn = 1;

export interface SearchSource {
  readonly type: string;
  readonly label: Words;
  /** Of these ids, those that the actor may read as of now: a select under the row-level security of the record. */
  readable(tx: ReadTx, ids: readonly number[]): Promise<ReadonlySet<number>>;
  /** Whoever opens one leaves a line under this type in the access log: people may ask for what they have not opened. */
  readonly openingLogged?: boolean;
}
