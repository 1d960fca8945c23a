// Cutting documents into words anew, while the search goes on: in batches, each a transaction, its progress kept.
import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadTx, Tx } from '../db/database.ts';
import { defineJob, enqueue, type JobContext } from '../jobs/jobs.ts';
import { fold, gramsAsked } from './fold.ts';
import { indexedForm } from './index-document.ts';
import { readDictionary } from './vocabulary.ts';

const batch = 200;

/** One run of cutting documents anew. */
export interface Renewal {
  readonly id: number;
  /** Words whose documents are cut anew; null for every document that waits since a change of the index. */
  readonly words: readonly string[] | null;
  readonly total: number;
  readonly done: number;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly askedByName: string;
}

interface OpenRenewal extends Renewal {
  readonly afterId: number;
}

/** The latest runs, newest first. */
export async function listRenewals(tx: ReadTx, limit: number): Promise<Renewal[]> {
  return (await sql<Renewal>`select id, words, total, done, started_at as "startedAt", finished_at as "finishedAt", asked_by_name as "askedByName"
    from platform.search_renewal order by id desc limit ${limit}`.execute(tx.db)).rows;
}

/** Has the documents that contain one of these words cut anew, after commit. */
export async function askRenewal(tx: Tx, words: readonly string[] | null, now: Date): Promise<void> {
  await sql`insert into platform.search_renewal (words, started_at, asked_by_name) values (${words === null ? null : [...words]}::text[], ${now}, ${tx.actor.name})`.execute(tx.db);
  await enqueue(tx, renewSearchJob, {}, { key: 'platform.renew-search' });
}

interface WaitingDocument {
  readonly id: number;
  readonly title: string;
  readonly reference: string | null;
  readonly body: string;
}

const asked = (words: readonly string[] | null) => {
  const folded = words?.map(fold) ?? null;
  return { folded, grams: JSON.stringify(folded?.map((word) => gramsAsked(word)) ?? []) };
};

/** The next batch; undefined when the run is over. */
async function renewBatch(tx: Tx, run: OpenRenewal, now: Date): Promise<number | undefined> {
  const { folded, grams } = asked(run.words);
  const { rows: at } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(tx.db);
  const { rows } = await sql<WaitingDocument>`select id, title, reference, body from platform.search_waiting(${folded}::text[], ${grams}::jsonb, ${run.afterId}::bigint, ${batch}::int)`.execute(tx.db);
  const last = rows.at(-1);
  if (!last) {
    await sql`update platform.search_renewal set finished_at = ${now}, total = done where id = ${run.id}`.execute(tx.db);
    return undefined;
  }
  const dictionary = await readDictionary(tx);
  const forms = rows.map((row) => ({ id: row.id, ...indexedForm(row, dictionary) }));
  await sql`select platform.search_renew(${JSON.stringify(forms)}::jsonb, ${at[0]?.at}::timestamptz)`.execute(tx.db);
  await sql`update platform.search_renewal set done = done + ${rows.length}, after_id = ${last.id} where id = ${run.id}`.execute(tx.db);
  return rows.length;
}

async function renewAll(context: JobContext): Promise<void> {
  const { clock } = context.services;
  for (;;) {
    const run = await context.read(async (tx) => (await sql<OpenRenewal>`select id, words, total, done, started_at as "startedAt", finished_at as "finishedAt", asked_by_name as "askedByName",
      after_id as "afterId" from platform.search_renewal where finished_at is null order by id limit 1`.execute(tx.db)).rows[0]);
    if (!run) return;
    const counted = run.done === 0 && run.afterId === 0;
    const more = await context.write(async (tx) => {
      const { folded, grams } = asked(run.words);
      if (counted) await sql`update platform.search_renewal set total = platform.search_waiting_count(${folded}::text[], ${grams}::jsonb) where id = ${run.id}`.execute(tx.db);
      const value = await renewBatch(tx, run, clock.now());
      return { value, audit: value === undefined ? [{ action: 'platform.search-renewed', subject: { type: 'platform.search-renewal', id: run.id }, detail: { documents: run.done } }] : [] };
    });
    if (more === undefined && run.done > 0) await context.write(countWords);
  }
}

async function countWords(tx: Tx): Promise<{ value: void; audit: [] }> {
  await sql`select platform.search_count_words()`.execute(tx.db);
  return { value: undefined, audit: [] };
}

/** Cuts documents anew for every run that was asked for; stopped in the middle, it goes on after the last batch. */
export const renewSearchJob = defineJob({
  name: 'platform.renew-search',
  title: { th: 'ปรับปรุงดัชนีค้นหา', en: 'Renew the search' },
  payload: z.object({}),
  queue: 'platform.renew-search',
  run: (_payload, context) => renewAll(context),
});

/**
 * Upkeep of the search, once a day: how common words and grams are is counted, and documents that wait since a change
 * of the index are renewed.
 */
export const tendSearchJob = defineJob({
  name: 'platform.tend-search',
  title: { th: 'นับคำในดัชนีค้นหา', en: 'Count the words of the search' },
  payload: z.object({}),
  queue: 'platform.renew-search',
  async run(_payload, context) {
    const waiting = await context.write(async (tx) => {
      const { rows } = await sql<{ n: number }>`select platform.search_waiting_count(null, '[]') as n`.execute(tx.db);
      const n = rows[0]?.n ?? 0;
      if (n > 0) await askRenewal(tx, null, context.services.clock.now());
      return { value: n, audit: [] };
    });
    if (waiting === 0) await context.write(countWords);
  },
});
