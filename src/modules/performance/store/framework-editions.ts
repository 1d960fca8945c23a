// Editions of frameworks as every room reads them; the room `frameworks` keeps them.
import type { ReadTx } from '../../../platform/db/database.ts';
import type { AgencyKind, Framework } from '../domain/framework/framework.ts';

export interface FrameworkEdition {
  readonly id: number;
  readonly fiscalYear: number;
  readonly agency: AgencyKind;
  readonly edition: number;
  readonly content: Framework;
  readonly state: 'draft' | 'used' | 'retired';
  readonly rev: number;
}

export const editionColumns = ['id', 'fiscal_year as fiscalYear', 'agency', 'edition', 'content', 'state', 'rev'] as const;

export async function editionById(tx: ReadTx, id: number): Promise<FrameworkEdition | undefined> {
  return await tx.db.selectFrom('performance.framework').select(editionColumns).where('id', '=', id).executeTakeFirst() as FrameworkEdition | undefined;
}

/** Editions of a fiscal year (B.E.), the newest first. */
export async function editionsOfYear(tx: ReadTx, fiscalYear: number): Promise<FrameworkEdition[]> {
  return await tx.db.selectFrom('performance.framework').select(editionColumns).where('fiscal_year', '=', fiscalYear).orderBy('agency').orderBy('edition', 'desc').execute() as unknown as FrameworkEdition[];
}
