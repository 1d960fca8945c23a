import type { ReadTx } from '../../../../../platform/db/database.ts';
import { listEvidence, type EvidenceLine } from '../../../../../platform/evidence/evidence-links.ts';
import type { Services } from '../../../../../platform/services.ts';
import { addDays, fiscalYearBounds, localDate } from '../../../../../thai/index.ts';
import { unitsActiveOn, type Unit } from '../../../../organisation/index.ts';
import { readBasics, type YearBasics } from '../../load.ts';
import { followUps, planLines, type FollowUp, type FollowUpMonth, type PlanLine } from '../../store/plan.ts';
import { evidenceSources } from '../fill-item/evidence.ts';

export interface PlanData extends YearBasics {
  readonly lines: readonly PlanLine[];
  readonly reports: readonly FollowUp[];
  readonly units: ReadonlyMap<number, Unit>;
}

export async function readPlan(tx: ReadTx, year: number, services: Pick<Services, 'clock'>): Promise<PlanData | undefined> {
  const basics = await readBasics(tx, year, services);
  if (!basics) return undefined;
  return { ...basics, lines: await planLines(tx, basics.record.id), reports: await followUps(tx, basics.record.id), units: new Map((await unitsActiveOn(tx, basics.today)).map((unit) => [unit.id, unit])) };
}

export interface PlanLineData extends PlanData {
  readonly line: PlanLine;
  readonly evidence: readonly { readonly reportId: number; readonly line: EvidenceLine }[];
  /** The actor may report: of the unit that does it, or of those that fill the assessment in. */
  readonly mayReport: boolean;
}

export const followUpType = 'performance.pmqa-follow-up';

export async function readPlanLine(tx: ReadTx, year: number, id: number, services: Pick<Services, 'clock'>): Promise<PlanLineData | undefined> {
  const data = await readPlan(tx, year, services);
  const line = data?.lines.find((one) => one.id === id);
  if (!data || !line) return undefined;
  const evidence: { reportId: number; line: EvidenceLine }[] = [];
  for (const report of data.reports.filter(({ lineId }) => lineId === id)) for (const piece of await listEvidence(tx, evidenceSources, { type: followUpType, id: report.id })) evidence.push({ reportId: report.id, line: piece });
  return { ...data, line, evidence, mayReport: data.fills || tx.actor.principals.includes(line.unitId) };
}

/** The last report of a line for a round. */
export const lastReport = ({ reports }: Pick<PlanData, 'reports'>, lineId: number, month: FollowUpMonth): FollowUp | undefined => reports.findLast((one) => one.lineId === lineId && one.month === month);

/** Last day of a round of the fiscal year, `YYYY-MM-DD`: 31 March and 30 September. */
export function roundEnds(year: number, month: FollowUpMonth): string {
  const { from, to } = fiscalYearBounds(year);
  return month === 12 ? to : addDays(localDate(`${Number(from.slice(0, 4)) + 1}-04-01`), -1);
}
