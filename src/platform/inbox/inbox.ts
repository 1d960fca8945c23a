import type { RawBuilder } from 'kysely';
import type { VNode } from 'preact';
import type { ReadTx } from '../db/database.ts';
import type { Ui } from '../http/ui.ts';
import type { Words } from '../words.ts';

/**
 * "รอฉันดำเนินการ": what waits for the actor. Modules only contribute lines (design §1): each source is a select, and
 * the whole inbox is one statement.
 */
export interface InboxSource {
  /** Key of the filter: `letters`, `meetings`, `tasks`. */
  readonly kind: string;
  readonly label: Words;
  /**
   * SQL of all waiting lines of the transaction's actor, as a Kysely expression with the columns of InboxRow. All
   * sources are joined by one `union all`, so that the whole inbox is one statement, sorted and paged by key.
   */
  lines(tx: ReadTx): InboxSelect;
  /** Words of each value of `step`: the usual next step, as the button of the preview and the hint of the row. */
  readonly steps: Readonly<Record<string, Words>>;
  /** What is shown beside the list for one line of this source: the paper where there is one. */
  preview?(tx: ReadTx, key: string): Promise<((ui: Ui) => VNode) | undefined>;
}

/** Columns that each source selects, in this order and under these names. */
export interface InboxRow {
  /** Unique over the house: `tasks:42`. Begins with the source's kind. */
  key: string;
  kind: string;
  /** Number as printed on paper (Thai digits), or a short name. */
  reference: string;
  subject: string;
  from: string;
  href: string;
  /** Last legal day, `YYYY-MM-DD`; null where none is set. */
  due_on: string | null;
  arrived_at: Date;
  /** `urgent`, `very-urgent`, `most-urgent` or null. */
  urgency: string | null;
  /** `confidential`, `secret` or null. */
  secrecy: string | null;
  read: boolean;
  step: string;
}

/** A raw SQL fragment: `sql<InboxRow>\`select … as key, …\``. `step` is a key of the source's `steps`. */
export type InboxSelect = RawBuilder<InboxRow>;
