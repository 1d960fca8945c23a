/**
 * What the head is told beside the scores. Rooms with something to say (risk notes, open questions) put a source here
 * from `module.ts`: `attentionSources.push(...)`; it runs in the reader's own read-only transaction.
 */
import type { ReadTx } from '../../../platform/db/database.ts';
import type { Words } from '../../../platform/words.ts';
import type { ScoredYear } from './load.ts';

export interface Attention {
  /** `late` somebody has not sent what is due · `due` not sent yet, the day is still to come · `risk` a result is in danger · `question` nobody has decided yet · `news` changed in the last seven days. */
  readonly kind: 'late' | 'risk' | 'due' | 'question' | 'news';
  readonly words: Words;
  readonly href: string;
  /** Number of the indicator that it is about, where it is about one. */
  readonly key?: string;
}

export type AttentionSource = (tx: ReadTx, year: ScoredYear) => Promise<readonly Attention[]>;

/** Filled by `module.ts` from the rooms. */
export const attentionSources: AttentionSource[] = [];

export async function attentionOf(tx: ReadTx, year: ScoredYear, own: readonly AttentionSource[]): Promise<Attention[]> {
  const found: Attention[] = [];
  for (const source of [...own, ...attentionSources]) found.push(...await source(tx, year));
  const order: readonly Attention['kind'][] = ['late', 'risk', 'due', 'question', 'news'];
  return found.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
