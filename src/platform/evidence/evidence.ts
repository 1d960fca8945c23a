import type { ReadTx } from '../db/database.ts';
import type { Words } from '../words.ts';

/** Any record, document or snapshot that can be evidence of any other (design §1). */
export interface EvidenceSource {
  /** Type of record that this source resolves: `meetings.minutes`, `platform.file`. */
  readonly type: string;
  readonly label: Words;
  /** The record as evidence, for this actor; undefined where it may not be seen. */
  resolve(tx: ReadTx, id: number): Promise<EvidenceTarget | undefined>;
  /** Id of the record that an address of the house shows (`idInPath`), so that people can choose it by its link. */
  idAt?(path: string, tx: ReadTx): number | undefined | Promise<number | undefined>;
}

export interface EvidenceTarget {
  readonly title: string;
  readonly href: string;
  readonly date: string;
  /** SHA-256 of the content in hex, as it is now. */
  readonly contentHash: string;
}
