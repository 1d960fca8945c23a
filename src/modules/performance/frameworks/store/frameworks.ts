// Editions of frameworks: drafts are written, copied and thrown away; one that was used is kept as it is.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';
import { checkFramework } from '../../domain/framework/check-framework.ts';
import { usable } from '../../domain/finding.ts';
import type { AgencyKind, Framework } from '../../domain/framework/framework.ts';
import { differencesOf, type Section } from '../domain/places.ts';
import { editionById, editionColumns, editionsOfYear, type FrameworkEdition } from '../../store/framework-editions.ts';

export type { FrameworkEdition };

/** An edition with what the list and its page tell beside its content. */
export interface KeptFramework extends FrameworkEdition {
  readonly usedAt: Date | null;
  readonly changedAt: Date;
  /** Years that are evaluated under it. */
  readonly cycles: number;
}

/** One line of an edition's history. */
export interface FrameworkEvent {
  readonly kind: 'made' | 'brought-in' | 'imported' | 'changed' | 'used';
  /** What a change touched. */
  readonly sections: readonly Section[];
  readonly at: Date;
  readonly personId: number;
  readonly personName: string;
}

async function note(tx: Tx, frameworkId: number, { kind, sections }: Pick<FrameworkEvent, 'kind' | 'sections'>, at: Date): Promise<void> {
  await tx.db.insertInto('performance.framework_event').values({ framework_id: frameworkId, kind, sections: [...sections], at, person_id: tx.actor.id, person_name: tx.actor.name }).execute();
}

/** What was done to an edition, the latest first. */
export async function historyOf(tx: ReadTx, frameworkId: number): Promise<FrameworkEvent[]> {
  return await tx.db.selectFrom('performance.framework_event').select(['kind', 'sections', 'at', 'person_id as personId', 'person_name as personName']).where('framework_id', '=', frameworkId).orderBy('id', 'desc').limit(100).execute() as FrameworkEvent[];
}

const select = (tx: ReadTx) => tx.db.selectFrom('performance.framework as f').select([
  ...editionColumns, 'used_at as usedAt', 'changed_at as changedAt',
  sql<number>`(select count(*)::int from performance.cycle c where c.framework_id = f.id)`.as('cycles'),
]);

/** One edition by its id. */
export const frameworkById: (tx: ReadTx, id: number) => Promise<FrameworkEdition | undefined> = editionById;

/** Editions of a fiscal year (B.E.), by agency, the newest first. */
export const frameworksOfYear: (tx: ReadTx, fiscalYear: number) => Promise<FrameworkEdition[]> = editionsOfYear;

/** The edition that a year of an agency is evaluated under: the newest one in use. Undefined while there is none. */
export async function usedFramework(tx: ReadTx, fiscalYear: number, agency: AgencyKind): Promise<FrameworkEdition | undefined> {
  return (await editionsOfYear(tx, fiscalYear)).find((one) => one.agency === agency && one.state === 'used');
}

/** Every edition, the latest year first. */
export async function listFrameworks(tx: ReadTx): Promise<KeptFramework[]> {
  return await select(tx).orderBy('fiscal_year', 'desc').orderBy('agency').orderBy('edition', 'desc').execute() as unknown as KeptFramework[];
}

export async function keptFramework(tx: ReadTx, id: number): Promise<KeptFramework | undefined> {
  return await select(tx).where('f.id', '=', id).executeTakeFirst() as unknown as KeptFramework | undefined;
}

/** Adds a draft as the next edition of its year and agency. Undefined when somebody else took that number meanwhile. */
export async function addFramework(tx: Tx, framework: Framework, now: Date, kind: FrameworkEvent['kind'] = 'made'): Promise<{ readonly id: number; readonly edition: number } | undefined> {
  const { fiscalYear, agency } = framework;
  const last = await tx.db.selectFrom('performance.framework').select(({ fn }) => fn.max('edition').as('edition')).where('fiscal_year', '=', fiscalYear).where('agency', '=', agency).executeTakeFirst();
  const edition = (last?.edition ?? 0) + 1;
  const added = await tx.db.insertInto('performance.framework')
    .values({ fiscal_year: fiscalYear, agency, edition, content: JSON.stringify({ ...framework, edition }), changed_by: tx.actor.id, changed_at: now })
    .onConflict((conflict) => conflict.columns(['fiscal_year', 'agency', 'edition']).doNothing()).returning('id').executeTakeFirst();
  if (!added) return undefined;
  await note(tx, added.id, { kind, sections: [] }, now);
  return { id: added.id, edition };
}

/** Writes a draft. Year, agency and number stay those of the row. `stale`: somebody changed it since `rev`; `used`: it is not changed any more. */
export async function saveFramework(tx: Tx, { id, rev }: Pick<FrameworkEdition, 'id' | 'rev'>, framework: Framework, now: Date): Promise<'saved' | 'stale' | 'used' | 'gone'> {
  const row = await editionById(tx, id);
  if (!row) return 'gone';
  if (row.state !== 'draft') return 'used';
  const content: Framework = { ...framework, fiscalYear: row.fiscalYear, agency: row.agency, edition: row.edition };
  const changed = await tx.db.updateTable('performance.framework')
    .set((update) => ({ content: JSON.stringify(content), changed_by: tx.actor.id, changed_at: now, rev: update('rev', '+', 1) }))
    .where('id', '=', id).where('rev', '=', rev).where('state', '=', 'draft').executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) return 'stale';
  const sections = [...new Set(differencesOf(row.content, content, 'th').map(({ section }) => section))];
  if (sections.length > 0) await note(tx, id, { kind: 'changed', sections }, now);
  return 'saved';
}

/**
 * Marks an edition as used: from now on it stays as it is. A cycle calls it when it begins; `already` is no failure.
 * `unusable`: something in it is wrong (`checkFramework` says what). `rev` of a page asks for the state that was looked at.
 */
export async function useFramework(tx: Tx, id: number, now: Date, rev?: number): Promise<'used' | 'already' | 'unusable' | 'stale' | 'gone'> {
  const row = await editionById(tx, id);
  if (!row || row.state === 'retired') return 'gone';
  if (row.state === 'used') return 'already';
  if (rev !== undefined && rev !== row.rev) return 'stale';
  if (!usable(checkFramework(row.content))) return 'unusable';
  const changed = await tx.db.updateTable('performance.framework')
    .set((update) => ({ state: 'used', used_at: now, changed_by: tx.actor.id, changed_at: now, rev: update('rev', '+', 1) }))
    .where('id', '=', id).where('state', '=', 'draft').where('rev', '=', row.rev).executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) return 'stale';
  await note(tx, id, { kind: 'used', sections: [] }, now);
  return 'used';
}

/** Throws a draft away. `bound`: a year stands on it, or it was used. */
export async function deleteDraft(tx: Tx, { id, rev }: Pick<FrameworkEdition, 'id' | 'rev'>): Promise<'deleted' | 'bound' | 'stale' | 'gone'> {
  const row = await keptFramework(tx, id);
  if (!row) return 'gone';
  if (row.state !== 'draft' || row.cycles > 0) return 'bound';
  const gone = await tx.db.deleteFrom('performance.framework').where('id', '=', id).where('rev', '=', rev).where('state', '=', 'draft').executeTakeFirst();
  return gone.numDeletedRows === 1n ? 'deleted' : 'stale';
}
