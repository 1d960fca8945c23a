// The sheet of a year: indicators in their order, with the units that own, do and support them.
import { sql } from 'kysely';
import type { Actor } from '../../../platform/access/actor.ts';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { Outline } from '../domain/framework/check-indicators.ts';
import { readyLadder, ladderOf, checkLadder, type Ladder, type ReadyLadder } from '../domain/ladder/ladder.ts';
import { scaled, scaledText, type Scaled } from '../domain/numbers.ts';
import type { Cycle } from './cycles.ts';

export const measurings = ['milestones', 'staged-approval', 'survey', 'service-level', 'assessment', 'manual'] as const;
export type Measuring = (typeof measurings)[number];
export const unitRoles = ['owner', 'doer', 'support'] as const;
export type UnitRole = (typeof unitRoles)[number];

/** A ladder as it is kept: plain digits, lowest score first. */
export interface LadderData {
  readonly values: readonly string[];
  readonly scores: readonly string[];
  readonly below: Ladder['below'];
}

export interface Indicator {
  readonly id: number;
  readonly cycleId: number;
  readonly parentId: number | null;
  /** `3.1` */
  readonly key: string;
  readonly place: number;
  readonly name: string;
  readonly component: string;
  readonly tags: readonly string[];
  readonly kind: 'outcome' | 'output' | 'process';
  readonly measuring: Measuring;
  readonly better: 'more' | 'less';
  readonly unitOfMeasure: string;
  readonly places: number;
  /** Null: not set, or it stands over others. */
  readonly weight: Scaled | null;
  readonly ladder: LadderData | null;
  readonly measureName: string | null;
  readonly state: 'draft' | 'final' | 'cancelled';
  readonly cancelledOn: string | null;
  readonly cancelReason: string | null;
  readonly editors: readonly number[];
  readonly units: readonly { readonly unitId: number; readonly role: UnitRole }[];
  readonly rev: number;
}

/** What is said of an indicator when it is added or changed. */
export interface IndicatorInput extends Pick<Indicator, 'parentId' | 'key' | 'name' | 'component' | 'tags' | 'kind' | 'measuring' | 'better' | 'unitOfMeasure' | 'places' | 'weight' | 'ladder' | 'measureName'> {
  readonly units: Indicator['units'];
}

const select = (tx: ReadTx) => tx.db.selectFrom('performance.indicator as i').select([
  'i.id', 'i.cycle_id as cycleId', 'i.parent_id as parentId', 'i.key', 'i.place', 'i.name', 'i.component', 'i.tags', 'i.kind', 'i.measuring', 'i.better', 'i.unit_of_measure as unitOfMeasure', 'i.places',
  'i.weight', 'i.ladder', 'i.measure_name as measureName', 'i.state', 'i.cancelled_on as cancelledOn', 'i.cancel_reason as cancelReason', 'i.editors', 'i.rev',
  sql<{ unitId: number; role: UnitRole }[]>`coalesce((select json_agg(json_build_object('unitId', u.unit_id, 'role', u.role) order by u.role, u.unit_id) from performance.indicator_unit u where u.indicator_id = i.id), '[]')`.as('units'),
]);

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];
const indicatorOf = (row: Row): Indicator => ({ ...row, weight: row.weight === null ? null : scaled(row.weight) }) as unknown as Indicator;

/** Indicators of a year in the order of the sheet. */
export async function indicatorsOf(tx: ReadTx, cycleId: number): Promise<Indicator[]> {
  return (await select(tx).where('i.cycle_id', '=', cycleId).orderBy('i.place').orderBy('i.id').execute()).map(indicatorOf);
}

export async function indicatorById(tx: ReadTx, id: number): Promise<Indicator | undefined> {
  const row = await select(tx).where('i.id', '=', id).executeTakeFirst();
  return row && indicatorOf(row);
}

/** By its number in a year: `3.1`. */
export async function indicatorByKey(tx: ReadTx, cycleId: number, key: string): Promise<Indicator | undefined> {
  const row = await select(tx).where('i.cycle_id', '=', cycleId).where('i.key', '=', key).executeTakeFirst();
  return row && indicatorOf(row);
}

/** Lines with a score of their own: those without others under them. */
export function scoredLines(indicators: readonly Indicator[]): Indicator[] {
  const parents = new Set(indicators.map(({ parentId }) => parentId));
  return indicators.filter(({ id }) => !parents.has(id));
}

/** The order of `3`, `3.1`, `3.2`, `10` on a sheet. */
const placeOf = (key: string): number => key.split('.').reduce((total, part, at) => total + Number(part) * 1_000_000 / 1000 ** at, 0);

const editorsOf = ({ keeperUnitId, departmentId }: Cycle, units: Indicator['units']): number[] =>
  [...new Set([...units.filter(({ role }) => role === 'owner').map(({ unitId }) => unitId), keeperUnitId, departmentId])].toSorted((a, b) => a - b);

const written = (cycle: Cycle, input: IndicatorInput) => ({
  parent_id: input.parentId, key: input.key, place: placeOf(input.key), name: input.name, component: input.component, tags: sql<string[]>`${[...input.tags]}::text[]`, kind: input.kind,
  measuring: input.measuring, better: input.better, unit_of_measure: input.unitOfMeasure, places: input.places, weight: input.weight === null ? null : scaledText(input.weight),
  ladder: input.ladder === null ? null : JSON.stringify(input.ladder), measure_name: input.measureName, editors: sql<number[]>`${editorsOf(cycle, input.units)}::int[]`,
});

async function setUnits(tx: Tx, indicatorId: number, units: Indicator['units']): Promise<void> {
  await tx.db.deleteFrom('performance.indicator_unit').where('indicator_id', '=', indicatorId).execute();
  if (units.length > 0) await tx.db.insertInto('performance.indicator_unit').values(units.map(({ unitId, role }) => ({ indicator_id: indicatorId, unit_id: unitId, role }))).execute();
}

/** Adds an indicator. Undefined when its number is taken in this year. */
export async function addIndicator(tx: Tx, cycle: Cycle, input: IndicatorInput, now: Date): Promise<number | undefined> {
  const added = await tx.db.insertInto('performance.indicator')
    .values({ ...written(cycle, input), cycle_id: cycle.id, changed_by: tx.actor.id, changed_at: now })
    .onConflict((conflict) => conflict.columns(['cycle_id', 'key']).doNothing()).returning('id').executeTakeFirst();
  if (added) await setUnits(tx, added.id, input.units);
  return added?.id;
}

/** Changes what an indicator is. `stale`: somebody changed it since `rev`; `taken`: another one has its number. */
export async function changeIndicator(tx: Tx, cycle: Cycle, { id, rev }: Pick<Indicator, 'id' | 'rev'>, input: IndicatorInput, now: Date): Promise<'changed' | 'stale' | 'taken'> {
  const other = await tx.db.selectFrom('performance.indicator').select('id').where('cycle_id', '=', cycle.id).where('key', '=', input.key).where('id', '<>', id).executeTakeFirst();
  if (other) return 'taken';
  const changed = await tx.db.updateTable('performance.indicator')
    .set((update) => ({ ...written(cycle, input), changed_by: tx.actor.id, changed_at: now, rev: update('rev', '+', 1) }))
    .where('id', '=', id).where('rev', '=', rev).executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) return 'stale';
  await setUnits(tx, id, input.units);
  return 'changed';
}

/** Sets what is scored by: the ladder and weight that an authority settled. `state` becomes `final` for the last word. */
export async function settleIndicator(tx: Tx, id: number, settled: { readonly ladder?: LadderData | null; readonly weight?: Scaled | null; readonly state?: 'draft' | 'final' }, now: Date): Promise<void> {
  await tx.db.updateTable('performance.indicator').set((update) => ({
    ...(settled.ladder === undefined ? {} : { ladder: settled.ladder === null ? null : JSON.stringify(settled.ladder) }),
    ...(settled.weight === undefined ? {} : { weight: settled.weight === null ? null : scaledText(settled.weight) }),
    ...(settled.state === undefined ? {} : { state: settled.state }),
    changed_by: tx.actor.id, changed_at: now, rev: update('rev', '+', 1),
  })).where('id', '=', id).execute();
}

/** Takes an indicator out in the middle of the year, by a decision and with its reason. False when it is out already. */
export async function cancelIndicator(tx: Tx, id: number, { on, reason }: { readonly on: string; readonly reason: string }, now: Date): Promise<boolean> {
  const changed = await tx.db.updateTable('performance.indicator')
    .set((update) => ({ state: 'cancelled', cancelled_on: on, cancel_reason: reason, changed_by: tx.actor.id, changed_at: now, rev: update('rev', '+', 1) }))
    .where('id', '=', id).where('state', '<>', 'cancelled').executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** Whether the actor may write to it: of an owning unit, the secretariat or the department. */
export const editsIndicator = (actor: Actor, { editors }: Pick<Indicator, 'editors'>): boolean => actor.kind === 'system' || editors.some((id) => actor.principals.includes(id));

/** Ladders that were made ready, by their data: a year is scored many times over. */
const ready = new WeakMap<LadderData, Partial<Record<Indicator['better'], { readonly ladder: ReadyLadder | undefined }>>>();

/** The ladder as the engine takes it; undefined while there is none or it has an error. */
export function ladderOfIndicator({ ladder, better }: Pick<Indicator, 'ladder' | 'better'>): ReadyLadder | undefined {
  if (ladder === null) return undefined;
  const known = ready.get(ladder) ?? {};
  const found = known[better];
  if (found) return found.ladder;
  const made = ladderOf(ladder.values, ladder.scores, { better, below: ladder.below });
  const usable = checkLadder(made).some(({ severity }) => severity === 'error') ? undefined : readyLadder(made);
  ready.set(ladder, { ...known, [better]: { ladder: usable } });
  return usable;
}

export async function statementsOf(tx: ReadTx, cycleId: number): Promise<Outline['statements'][number][]> {
  return await tx.db.selectFrom('performance.statement').select(['component', 'tag', 'text']).where('cycle_id', '=', cycleId).orderBy('component').orderBy('tag').execute();
}

/** Says why there is no indicator of a guideline; an empty text takes it back. */
export async function setStatement(tx: Tx, cycleId: number, { component, tag, text }: Outline['statements'][number], now: Date): Promise<void> {
  if (text.trim() === '') {
    await tx.db.deleteFrom('performance.statement').where('cycle_id', '=', cycleId).where('component', '=', component).where('tag', '=', tag).execute();
    return;
  }
  const said = { text, changed_by: tx.actor.id, changed_at: now };
  await tx.db.insertInto('performance.statement').values({ cycle_id: cycleId, component, tag, ...said })
    .onConflict((conflict) => conflict.columns(['cycle_id', 'component', 'tag']).doUpdateSet(said)).execute();
}

/** What the framework's rules ask of the sheet (`checkIndicators`). Cancelled ones no longer count. */
export function outlineOf(indicators: readonly Indicator[], statements: Outline['statements']): Outline {
  const keys = new Map(indicators.map(({ id, key }) => [id, key]));
  return {
    statements,
    indicators: indicators.filter(({ state }) => state !== 'cancelled').map(({ key, parentId, component, tags, weight }) => ({ key, parent: parentId === null ? null : (keys.get(parentId) ?? null), component, tags, weight })),
  };
}
