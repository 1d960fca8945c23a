import type { ReadTx } from '../db/database.ts';
import type { Words } from '../words.ts';

/** One line of "รอฉันดำเนินการ": something that waits for the actor. Modules only contribute lines (design §1). */
export interface InboxLine {
  /** Unique over the house: `assignments:42`. */
  readonly key: string;
  readonly kind: string;
  /** Number as printed on paper (Thai digits), or a short name. */
  readonly reference: string;
  readonly subject: string;
  readonly from: string;
  readonly href: string;
  /** Last legal day, `YYYY-MM-DD`; null where none is set. */
  readonly dueOn: string | null;
  readonly arrivedAt: Date;
  readonly urgency?: 'urgent' | 'very-urgent' | 'most-urgent';
  readonly secrecy?: 'confidential' | 'secret' | 'top-secret';
  readonly read: boolean;
  /** The usual next step, as the button of the preview. */
  readonly step: { readonly label: Words; readonly href: string };
}

export interface InboxSource {
  /** Key of the filter: `letters`, `meetings`, `tasks`. */
  readonly kind: string;
  readonly label: Words;
  /**
   * SQL of all waiting lines of the transaction's actor, as a Kysely expression with the columns of InboxRow. All
   * sources are joined by one `union all`, so that the whole inbox is one statement, sorted and paged by key.
   */
  lines(tx: ReadTx): InboxSelect;
}

/** Columns that each source selects, in this order and under these names. */
export interface InboxRow {
  key: string;
  kind: string;
  reference: string;
  subject: string;
  from: string;
  href: string;
  due_on: string | null;
  arrived_at: Date;
  urgency: string | null;
  secrecy: string | null;
  read: boolean;
  step: string;
}

/** A raw SQL fragment: `sql<InboxRow>\`select … as key, …\``. `step` is a key of the source's `steps`. */
export type InboxSelect = import('kysely').RawBuilder<InboxRow>;
