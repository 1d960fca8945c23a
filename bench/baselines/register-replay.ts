// The baseline of an issue: the messages that one such act sent to PostgreSQL, sent again for another draft of the same
// unit over the same pool. What an act takes from the database or makes anew is put in again, so that numbers are taken
// for real and wait for each other as in the product.
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Message } from './replay.ts';

/** What differs from one act of a unit to the next. */
export interface ActFacts {
  readonly draftId: number;
  /** Idempotency key. */
  readonly key: string;
  readonly token: string;
  readonly entryId: number;
  readonly reference: string;
}

type Slot = (facts: ActFacts) => unknown;
interface Prepared {
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
  readonly slots: readonly (readonly [place: number, slot: Slot])[];
  readonly takesNumber: boolean;
}

export interface RegisterReplay {
  /** Sends all messages for another draft; resolves with the reference that its number makes. */
  run(pool: pg.Pool, draftId: number): Promise<string>;
  readonly messages: number;
}

function slotOf(value: unknown, was: ActFacts): Slot | undefined {
  if (value === was.draftId) return (is) => is.draftId;
  if (value === was.entryId) return (is) => is.entryId;
  if (typeof value !== 'string') return undefined;
  if (value === was.token) return (is) => is.token;
  if (value === was.key) return (is) => is.key;
  const id = String(was.draftId);
  const [hasId, hasReference] = [value.includes(id), value.includes(was.reference)];
  if (!hasId && !hasReference) return undefined;
  return (is) => {
    const text = hasId ? value.replaceAll(id, String(is.draftId)) : value;
    return hasReference ? text.replaceAll(was.reference, is.reference) : text;
  };
}

/**
 * @param messages everything that one act sent: first the session's look-up, on a connection of its own, then one
 * transaction
 * @param was the facts of that act; its ids must occur in no other meaning
 */
export function registerReplay(messages: readonly Message[], was: ActFacts): RegisterReplay {
  const prepared: Prepared[] = messages.map(({ name, text, values }) => ({
    ...(name ? { name } : {}), text, ...(values ? { values } : {}),
    slots: (values ?? []).flatMap((value, place) => {
      const slot = slotOf(value, was);
      return slot ? [[place, slot] as const] : [];
    }),
    takesNumber: text.includes('insert into correspondence.counter'),
  }));
  const [lookUp, ...transaction] = prepared as [Prepared, ...Prepared[]];
  if (!lookUp.text.includes('organisation.identify') || !transaction[0]?.text.startsWith('begin;') || transaction.at(-1)?.text !== 'commit' || !transaction.some(({ takesNumber }) => takesNumber)) {
    throw new Error(`not the messages of one act: ${prepared.map(({ text }) => text.slice(0, 40)).join(' | ')}`);
  }
  const message = ({ name, text, values, slots }: Prepared, facts: ActFacts) => {
    if (!values) return { text };
    const own = slots.length === 0 ? [...values] : values.slice();
    for (const [place, slot] of slots) own[place] = slot(facts);
    return { ...(name ? { name } : {}), text, values: own };
  };
  return {
    messages: messages.length,
    async run(pool, draftId) {
      let facts: ActFacts = { draftId, key: randomBytes(16).toString('base64url'), token: randomBytes(18).toString('base64url'), entryId: 0, reference: '' };
      await pool.query(message(lookUp, facts));
      const client = await pool.connect();
      try {
        for (const each of transaction) {
          const { rows } = await client.query<{ entryId: number; reference: string }>(message(each, facts));
          if (each.takesNumber) facts = { ...facts, entryId: rows[0]?.entryId as number, reference: rows[0]?.reference as string };
        }
      } catch (error) {
        await client.query('rollback');
        throw error;
      } finally {
        client.release();
      }
      return facts.reference;
    },
  };
}
