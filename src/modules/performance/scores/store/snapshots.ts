// Frozen score sheets. What they say is never changed; publishing is the one thing that happens to them.
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';
import { frozenSheet, hashOf, type FrozenSheet } from '../domain/snapshot.ts';

export interface SnapshotHead {
  readonly id: number;
  readonly cycleId: number;
  readonly fiscalYear: number;
  readonly roundId: number | null;
  readonly month: number;
  readonly kind: 'round' | 'asked';
  readonly reason: string;
  readonly hash: string;
  readonly personName: string;
  readonly at: Date;
  readonly publishedAt: Date | null;
  readonly publishNote: string;
}

export interface Snapshot extends SnapshotHead {
  readonly content: FrozenSheet;
  /** The hash is that of the content. */
  readonly whole: boolean;
}

const columns = ['id', 'cycle_id as cycleId', 'fiscal_year as fiscalYear', 'round_id as roundId', 'month', 'kind', 'reason', 'hash', 'person_name as personName', 'at', 'published_at as publishedAt', 'publish_note as publishNote'] as const;

function snapshotOf(row: SnapshotHead & { readonly content: unknown }): Snapshot {
  const content = frozenSheet.parse(row.content);
  return { ...row, content, whole: hashOf(content) === row.hash };
}

/** Keeps a sheet as it stands. */
export async function addSnapshot(tx: Tx, snapshot: Pick<SnapshotHead, 'cycleId' | 'roundId' | 'month' | 'kind' | 'reason'>, content: FrozenSheet, now: Date): Promise<{ id: number; hash: string }> {
  const hash = hashOf(content);
  const { id } = await tx.db.insertInto('performance.score_snapshot').values({
    cycle_id: snapshot.cycleId, fiscal_year: content.fiscalYear, round_id: snapshot.roundId, month: snapshot.month, kind: snapshot.kind, reason: snapshot.reason,
    content: JSON.stringify(content), hash, person_id: tx.actor.id, person_name: tx.actor.name, at: now,
  }).returning('id').executeTakeFirstOrThrow();
  return { id, hash };
}

/** Those of a year that the actor may see, the newest first. */
export async function snapshotsOf(tx: ReadTx, fiscalYear: number, { published = false }: { readonly published?: boolean } = {}): Promise<SnapshotHead[]> {
  let query = tx.db.selectFrom('performance.score_snapshot').select(columns).where('fiscal_year', '=', fiscalYear);
  if (published) query = query.where('published_at', 'is not', null);
  return await query.orderBy('id', 'desc').limit(200).execute() as SnapshotHead[];
}

export async function snapshotById(tx: ReadTx, fiscalYear: number, id: number): Promise<Snapshot | undefined> {
  const row = await tx.db.selectFrom('performance.score_snapshot').select([...columns, 'content']).where('fiscal_year', '=', fiscalYear).where('id', '=', id).executeTakeFirst();
  return row && snapshotOf(row as SnapshotHead & { content: unknown });
}

/** The last one of a year; only of those that everybody may see with `published`. */
export async function latestSnapshot(tx: ReadTx, fiscalYear: number, { published = false }: { readonly published?: boolean } = {}): Promise<Snapshot | undefined> {
  let query = tx.db.selectFrom('performance.score_snapshot').select([...columns, 'content']).where('fiscal_year', '=', fiscalYear);
  if (published) query = query.where('published_at', 'is not', null);
  const row = await query.orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row && snapshotOf(row as SnapshotHead & { content: unknown });
}

/** Years of which something was published, the newest first. */
export async function publishedYears(tx: ReadTx): Promise<number[]> {
  const rows = await tx.db.selectFrom('performance.score_snapshot').select('fiscal_year as year').where('published_at', 'is not', null).distinct().orderBy('fiscal_year', 'desc').execute();
  return rows.map(({ year }) => year);
}

/** Opens it to everybody. False when it is open already. */
export async function publishSnapshot(tx: Tx, id: number, note: string, now: Date): Promise<boolean> {
  const changed = await tx.db.updateTable('performance.score_snapshot').set({ published_at: now, published_by: tx.actor.id, publish_note: note })
    .where('id', '=', id).where('published_at', 'is', null).executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
