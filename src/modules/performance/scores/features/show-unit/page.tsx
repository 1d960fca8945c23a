// What a unit owns, does and supports, and where each of it stands.
import type { VNode } from 'preact';
import { z } from 'zod';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { unitLabel, type Unit } from '../../../../organisation/index.ts';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { add, scaledText, zero } from '../../../domain/numbers.ts';
import { unitRoles, type UnitRole } from '../../../store/indicators.ts';
import type { SheetLine } from '../../../sheet.ts';
import { nextSteps } from '../../domain/what-if.ts';
import { readYear, yearParams, type ScoredYear } from '../../load.ts';
import { messages as shared } from '../../messages.ts';
import { LineTable, shortNumber } from '../../sheet-view.tsx';
import { fractionText, YearSwitch } from '../../shown.tsx';
import { messages } from './messages.ts';

const unitParams = yearParams.extend({ unit: z.coerce.number().int().positive().max(2_147_483_647) });

interface UnitPage {
  readonly scored: ScoredYear;
  readonly unit: Unit;
  readonly held: Readonly<Record<UnitRole, readonly SheetLine[]>>;
}

export const unitPage = definePage({
  path: '/performance/:year/units/:unit',
  permission: 'performance.read',
  params: unitParams,
  async load(tx, { params, services }) {
    const scored = await readYear(tx, params.year, services);
    if (!scored) return notFound(shared.words('noYear'));
    const unit = scored.units.get(params.unit);
    if (!unit) return notFound(messages.words('noUnit'));
    const of = (role: UnitRole) => scored.sheet.lines.filter(({ indicator }) => indicator.units.some((one) => one.unitId === unit.id && one.role === role));
    const data: UnitPage = { scored, unit, held: { owner: of('owner'), doer: of('doer'), support: of('support') } };
    return ok(data);
  },
  title: ({ unit }, ui) => unitLabel(unit, ui.lang),
  view: UnitView,
});

function UnitView({ scored, unit, held }: UnitPage, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { year, years, sheet } = scored;
  const name = unitLabel(unit, ui.lang);
  const owned = new Set(held.owner.map(({ indicator }) => indicator.key));
  const weight = held.owner.reduce((all, line) => add(all, line.weighted.weight), zero);
  const next = nextSteps(sheet).find(({ key }) => owned.has(key));
  return (
    <div class="stack-l">
      <PageHead title={name} sub={s('year', { year })} crumbs={[{ label: s('module'), href: `/performance/${year}` }, { label: name }]} />
      <YearSwitch ui={ui} years={years} year={year} path={`/units/${unit.id}`} />
      {held.owner.length > 0 && sheet.rules ? <p>{t('share', { weight: shortNumber(fractionText(sheet, weight)), sum: scaledText(sheet.rules.weightSum) })}</p> : null}
      {next ? <p>{t('next', { key: next.key, to: scaledText(next.to), gain: fractionText(sheet, next.gain) })}</p> : null}
      {unitRoles.every((role) => held[role].length === 0) ? <EmptyState title={t('none', { year })}>{t('noneText')}</EmptyState> : null}
      {unitRoles.map((role) => (held[role].length === 0 ? null : <Section title={t(role)}><LineTable ui={ui} scored={scored} lines={held[role]} /></Section>))}
      <Pager print extra={[{ label: t('all'), href: `/performance/${year}/scores` }]} />
    </div>
  );
}
