// Forms of indicators with every state that was saved.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';
import type { Cycle } from '../../store/cycles.ts';
import { changeIndicator, type Indicator, type IndicatorInput } from '../../store/indicators.ts';
import type { SubmissionState } from '../../store/rounds.ts';
import { emptyContent, type FormContent } from '../domain/form-content.ts';

export interface StoredForm {
  readonly indicatorId: number;
  /** 0: nothing was saved yet. */
  readonly rev: number;
  readonly content: FormContent;
  readonly changedAt: Date | undefined;
  readonly changedBy: string | undefined;
}

export interface FormVersion {
  readonly rev: number;
  readonly personName: string;
  readonly at: Date;
}

type Facts = Pick<Indicator, 'id' | 'kind' | 'better' | 'unitOfMeasure' | 'places'>;
/** What stands in the indicator's own row is read there. */
const overlaid = (content: Partial<FormContent> | undefined, facts: Facts): FormContent => ({ ...emptyContent(facts), ...content, kind: facts.kind, better: facts.better, unitOfMeasure: facts.unitOfMeasure, places: facts.places });

/** Forms of these indicators, by id; one that was never saved is empty. */
export async function formsOf(tx: ReadTx, indicators: readonly Indicator[]): Promise<Map<number, StoredForm>> {
  if (indicators.length === 0) return new Map();
  const rows = await tx.db.selectFrom('performance.indicator_form as f')
    .leftJoin('performance.indicator_form_version as v', (join) => join.onRef('v.indicator_id', '=', 'f.indicator_id').onRef('v.rev', '=', 'f.rev'))
    .select(['f.indicator_id as id', 'f.rev', 'f.content', 'f.changed_at as changedAt', 'v.person_name as changedBy']).where('f.indicator_id', 'in', indicators.map(({ id }) => id)).execute();
  const stored = new Map(rows.map((row) => [row.id, row]));
  return new Map(indicators.map((indicator) => {
    const row = stored.get(indicator.id);
    return [indicator.id, { indicatorId: indicator.id, rev: row?.rev ?? 0, content: overlaid(row?.content as Partial<FormContent> | undefined, indicator), changedAt: row?.changedAt, changedBy: row?.changedBy ?? undefined } as StoredForm];
  }));
}

export const formOf = async (tx: ReadTx, indicator: Indicator): Promise<StoredForm> => (await formsOf(tx, [indicator])).get(indicator.id) as StoredForm;

/** Saved states, the newest first. */
export async function formVersions(tx: ReadTx, indicatorId: number): Promise<FormVersion[]> {
  return await tx.db.selectFrom('performance.indicator_form_version').select(['rev', 'person_name as personName', 'at']).where('indicator_id', '=', indicatorId).orderBy('rev', 'desc').limit(200).execute();
}

/** One saved state; of number 0 the empty form. */
export async function formVersion(tx: ReadTx, indicator: Facts, rev: number): Promise<FormContent | undefined> {
  if (rev === 0) return emptyContent(indicator);
  const row = await tx.db.selectFrom('performance.indicator_form_version').select('content').where('indicator_id', '=', indicator.id).where('rev', '=', rev).executeTakeFirst();
  return row && { ...emptyContent(indicator), ...(row.content as unknown as Partial<FormContent>) };
}

/** What `changeIndicator` takes, out of an indicator as it is. */
export const inputOf = ({ parentId, key, name, component, tags, kind, measuring, better, unitOfMeasure, places, weight, ladder, measureName, units }: Indicator): IndicatorInput =>
  ({ parentId, key, name, component, tags, kind, measuring, better, unitOfMeasure, places, weight, ladder, measureName, units });

/** Saves a form on the state `rev`, with the facts that stand in the indicator's row. `stale`: somebody saved meanwhile. */
export async function saveForm(tx: Tx, cycle: Cycle, indicator: Indicator, content: FormContent, rev: number, now: Date): Promise<'saved' | 'stale'> {
  const said = { content: JSON.stringify(content), changed_by: tx.actor.id, changed_at: now };
  if (rev === 0) {
    const added = await tx.db.insertInto('performance.indicator_form').values({ indicator_id: indicator.id, ...said, rev: 1 }).onConflict((conflict) => conflict.column('indicator_id').doNothing()).returning('rev').executeTakeFirst();
    if (!added) return 'stale';
  } else {
    const changed = await tx.db.updateTable('performance.indicator_form').set({ ...said, rev: rev + 1 }).where('indicator_id', '=', indicator.id).where('rev', '=', rev).executeTakeFirst();
    if (changed.numUpdatedRows !== 1n) return 'stale';
  }
  await tx.db.insertInto('performance.indicator_form_version').values({ indicator_id: indicator.id, rev: rev + 1, content: said.content, person_id: tx.actor.id, person_name: tx.actor.name, at: now }).execute();
  const { kind, better, unitOfMeasure, places } = content;
  if (kind === indicator.kind && better === indicator.better && unitOfMeasure === indicator.unitOfMeasure && places === indicator.places) return 'saved';
  return (await changeIndicator(tx, cycle, indicator, { ...inputOf(indicator), kind, better, unitOfMeasure, places }, now)) === 'changed' ? 'saved' : 'stale';
}

export interface FormStanding {
  readonly state: SubmissionState;
  readonly dueOn: string;
}

/** Where the forms of these indicators stand in the round of forms, by indicator; those in no round are left out. */
export async function formStandings(tx: ReadTx, indicatorIds: readonly number[]): Promise<Map<number, FormStanding>> {
  if (indicatorIds.length === 0) return new Map();
  const rows = await tx.db.selectFrom('performance.submission as s').innerJoin('performance.round as r', 'r.id', 's.round_id').select(['s.indicator_id as id', 's.state', 'r.due_on as dueOn'])
    .where('r.kind', '=', 'form').where('s.indicator_id', 'in', indicatorIds).execute();
  return new Map(rows.map(({ id, state, dueOn }) => [id, { state: state as SubmissionState, dueOn }]));
}

export const linkKinds = ['national-strategy', 'master-plan', 'reform-plan', 'cabinet-resolution', 'meeting-resolution', 'sdg', 'other'] as const;
export type LinkKind = (typeof linkKinds)[number];

export interface IndicatorLink {
  readonly id: number;
  readonly kind: LinkKind;
  readonly title: string;
  /** Page of the house or elsewhere; empty where there is none. */
  readonly href: string;
  readonly recordType: string | null;
  readonly recordId: number | null;
}

export async function linksOf(tx: ReadTx, indicatorId: number): Promise<IndicatorLink[]> {
  const rows = await tx.db.selectFrom('performance.indicator_link').select(['id', 'kind', 'title', 'href', 'record_type as recordType', 'record_id as recordId'])
    .where('indicator_id', '=', indicatorId).where('removed_at', 'is', null).orderBy(sql`array_position(array['national-strategy','master-plan','reform-plan','cabinet-resolution','meeting-resolution','sdg','other'], kind)`).orderBy('id').execute();
  return rows as unknown as IndicatorLink[];
}

export async function addLink(tx: Tx, indicatorId: number, link: Omit<IndicatorLink, 'id'>, now: Date): Promise<number> {
  const { id } = await tx.db.insertInto('performance.indicator_link')
    .values({ indicator_id: indicatorId, kind: link.kind, title: link.title, href: link.href, record_type: link.recordType, record_id: link.recordId, added_by: tx.actor.id, added_at: now }).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** False when it is gone already. */
export async function removeLink(tx: Tx, indicatorId: number, id: number, now: Date): Promise<boolean> {
  const done = await tx.db.updateTable('performance.indicator_link').set({ removed_at: now }).where('indicator_id', '=', indicatorId).where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
