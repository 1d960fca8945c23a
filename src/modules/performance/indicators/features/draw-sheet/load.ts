import type { Actor } from '../../../../../platform/access/actor.ts';
import type { ReadTx } from '../../../../../platform/db/database.ts';
import { checkIndicators, type Outline } from '../../../domain/framework/check-indicators.ts';
import type { Finding } from '../../../domain/finding.ts';
import { allComponents } from '../../../domain/framework/framework.ts';
import { outlineOf, statementsOf, type Indicator } from '../../../store/indicators.ts';
import { isParent, keepsSheet, yearAt, type YearPlace } from '../../place.ts';
import { missingFields } from '../../domain/form-content.ts';
import { unitsOn, type Units } from '../../shown.tsx';
import { formsOf } from '../../store/forms.ts';
import { cannotDosOf, type CannotDo } from '../../store/notes.ts';

/** How far the form of each indicator is: undefined while nobody has begun it, else the number of fields still empty. */
export type FormProgress = ReadonlyMap<number, number | undefined>;

export interface SheetData extends YearPlace {
  readonly units: Units;
  readonly statements: Outline['statements'];
  readonly findings: readonly Finding[];
  /** Indicators that the findings count: cancelled ones are left out. */
  readonly counted: readonly Indicator[];
  readonly keeps: boolean;
  readonly progress: FormProgress;
  /** What waits for the secretariat's answer. */
  readonly flags: readonly CannotDo[];
}

export async function readSheetPage(tx: ReadTx, params: { year: number }, actor: Actor, today: string): Promise<SheetData | undefined> {
  const place = await yearAt(tx, params);
  if (!place) return undefined;
  const { all, cycle, framework } = place;
  const statements = await statementsOf(tx, cycle.id);
  const forms = await formsOf(tx, all);
  const keeps = keepsSheet(actor, cycle);
  return {
    ...place, statements, keeps, findings: checkIndicators(framework, outlineOf(all, statements)), counted: all.filter(({ state }) => state !== 'cancelled'), units: await unitsOn(tx, today),
    progress: new Map(all.map((one) => { const form = forms.get(one.id); return [one.id, form && form.rev > 0 ? missingFields(form.content, isParent(all, one)).length : undefined]; })),
    flags: keeps ? (await cannotDosOf(tx, all.map(({ id }) => id))).filter(({ answer }) => answer === null) : [],
  };
}

/** Lines in the order of the framework's components. */
export function sheetRows({ framework, all }: Pick<YearPlace, 'framework' | 'all'>): Indicator[] {
  const order = new Map(allComponents(framework).map(({ key }, at) => [key, at]));
  return all.toSorted((a, b) => (order.get(a.component) ?? 99) - (order.get(b.component) ?? 99) || a.place - b.place);
}

/** Lines whose weight the keeper may type, in the order of the sheet: `weights.0`, `weights.1`… */
export const weightRows = (data: Pick<SheetData, 'framework' | 'all' | 'keeps'>): Indicator[] => (data.keeps ? sheetRows(data).filter((one) => one.state === 'draft' && !isParent(data.all, one)) : []);
