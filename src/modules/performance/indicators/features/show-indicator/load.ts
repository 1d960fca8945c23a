// One indicator with its form and what stands beside it.
import type { ReadTx } from '../../../../../platform/db/database.ts';
import type { Actor } from '../../../../../platform/access/actor.ts';
import { linksForReader } from '../../open-links.ts';
import { sectionsOf, type ShownSection } from '../../sections.ts';
import { formShut, indicatorAt, keepsSheet, writesBeside, type IndicatorPlace } from '../../place.ts';
import { unitsOn, type Units } from '../../shown.tsx';
import { formOf, formStandings, type FormStanding, type IndicatorLink, type StoredForm } from '../../store/forms.ts';
import { cannotDosOf, risksOf } from '../../store/notes.ts';
import { budgetOf } from '../../store/projects.ts';

export interface IndicatorPageData extends IndicatorPlace {
  readonly form: StoredForm;
  readonly standing: FormStanding | undefined;
  readonly links: readonly IndicatorLink[];
  readonly units: Units;
  readonly mayFill: boolean;
  readonly mayChange: boolean;
  readonly budget: string | undefined;
  readonly openRisks: number;
  readonly openFlags: number;
  readonly sections: readonly ShownSection[];
}

export async function readIndicator(tx: ReadTx, params: { year: number; key: string }, actor: Actor, clock: { today(): string; now(): Date }): Promise<IndicatorPageData | undefined> {
  const place = await indicatorAt(tx, params);
  if (!place) return undefined;
  const { indicator, cycle } = place;
  const standing = (await formStandings(tx, [indicator.id])).get(indicator.id);
  const risks = await risksOf(tx, [indicator.id]);
  return {
    ...place, standing, form: await formOf(tx, indicator), links: await linksForReader(tx, indicator.id), units: await unitsOn(tx, clock.today()),
    mayFill: writesBeside(actor, place) && formShut(actor, place, standing?.state) === undefined, mayChange: keepsSheet(actor, cycle),
    budget: await budgetOf(tx, indicator.id), openRisks: risks.filter(({ state }) => state !== 'closed').length, openFlags: (await cannotDosOf(tx, [indicator.id])).filter(({ answer }) => answer === null).length,
    sections: await sectionsOf(tx, { ...place, actor, today: clock.today(), now: clock.now() }),
  };
}
