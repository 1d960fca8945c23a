// Beside the form: projects, risks, reports of the reform plan, what a unit cannot do, and evidence.
import type { VNode } from 'preact';
import { listEvidence, type EvidenceLine } from '../../../../../platform/evidence/evidence-links.ts';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { keepsCycle } from '../../../store/cycles.ts';
import { indicatorAt, indicatorType, keyParams, writesBeside, type IndicatorPlace } from '../../place.ts';
import { reformReportType, type IndicatorsHouse } from '../../house.ts';
import { indicatorCrumbs, IndicatorTabs, unitsOn, type Units } from '../../shown.tsx';
import { cannotDosOf, reformReportsOf, risksOf, type CannotDo, type ReformReport, type Risk } from '../../store/notes.ts';
import { projectsOf, type Project } from '../../store/projects.ts';
import { messages } from './messages.ts';
import { CannotPart, EvidencePart, ProjectsPart, ReportsPart, RisksPart } from './parts.tsx';

export interface NotesData extends IndicatorPlace {
  readonly units: Units;
  readonly projects: readonly Project[];
  readonly risks: readonly Risk[];
  readonly reports: readonly (ReformReport & { readonly evidence: readonly EvidenceLine[] })[];
  readonly flags: readonly CannotDo[];
  readonly evidence: readonly EvidenceLine[];
  /** Writes beside the indicator. */
  readonly may: boolean;
  readonly keeps: boolean;
  /** Units that the actor may speak for: they have to do with the indicator. */
  readonly mine: readonly number[];
}

export function notesPage(house: IndicatorsHouse) {
  return definePage({
    path: '/performance/:year/indicators/:key/notes',
    permission: 'performance.read',
    params: keyParams,
    async load(tx, { params, actor, services }) {
      const place = await indicatorAt(tx, params);
      if (!place) return notFound();
      const { indicator, cycle } = place;
      const reports: (ReformReport & { evidence: EvidenceLine[] })[] = [];
      for (const report of await reformReportsOf(tx, [indicator.id])) reports.push({ ...report, evidence: await listEvidence(tx, house.evidence(), { type: reformReportType, id: report.id }) });
      return ok<NotesData>({
        ...place, reports, units: await unitsOn(tx, services.clock.today()), projects: (await projectsOf(tx, cycle.id)).filter(({ indicatorIds }) => indicatorIds.includes(indicator.id)), risks: await risksOf(tx, [indicator.id]),
        flags: await cannotDosOf(tx, [indicator.id]), evidence: await listEvidence(tx, house.evidence(), { type: indicatorType, id: indicator.id }), may: writesBeside(actor, place), keeps: cycle.state !== 'closed' && keepsCycle(actor, cycle),
        mine: cycle.state === 'closed' || indicator.state === 'cancelled' ? [] : [...new Set(indicator.units.map(({ unitId }) => unitId))].filter((id) => actor.principals.includes(id)),
      });
    },
    title: (_data, ui) => ui.text(messages.words('title')),
    view: (data: NotesData, ui) => <NotesView data={data} ui={ui} />,
  });
}

export type NotesPage = ReturnType<typeof notesPage>;

function NotesView({ data, ui }: { data: NotesData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { indicator, cycle } = data;
  const part = { data, ui };
  return (
    <div class="stack-l">
      <PageHead title={`${indicator.key} ${indicator.name}`} crumbs={indicatorCrumbs(cycle.fiscalYear, indicator, t('title'), ui)} />
      <IndicatorTabs year={cycle.fiscalYear} at="/notes" indicator={indicator} ui={ui} />
      <ProjectsPart {...part} /><RisksPart {...part} /><ReportsPart {...part} /><CannotPart {...part} /><EvidencePart {...part} />
    </div>
  );
}
