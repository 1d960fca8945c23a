// Everything of one indicator in one round, as its page shows it and its steps ask for it.
import type { ReadTx } from '../../../platform/db/database.ts';
import { listEvidence, type EvidenceLine } from '../../../platform/evidence/evidence-links.ts';
import { notFound, ok, type Result } from '../../../platform/result.ts';
import type { Services } from '../../../platform/services.ts';
import { partyNames, type PartyName } from '../../organisation/index.ts';
import { usualRounding, type Rounding } from '../domain/numbers.ts';
import { explainScore, type Explanation } from '../domain/ladder/explain.ts';
import { around, scoreBand, type ScoreBand } from '../domain/ladder/uncertain.ts';
import type { ReadyLadder } from '../domain/ladder/ladder.ts';
import { hundred, scaled } from '../domain/numbers.ts';
import type { Cycle } from '../store/cycles.ts';
import { editionById } from '../store/framework-editions.ts';
import { ladderOfIndicator, type Indicator } from '../store/indicators.ts';
import { resultsOfIndicator, type StoredResult } from '../store/results.ts';
import { roundsOf, type Round, type Submission } from '../store/rounds.ts';
import { isPercent } from './domain/typed-value.ts';
import { slugOf } from './domain/rounds.ts';
import { stepsFor, type SubmissionStanding, type SubmissionStep } from './domain/submission-state.ts';
import { findIndicator, refusalToWrite, standingOf } from './find.ts';
import { stepType, submissionType, type CollectingHouse } from './house.ts';
import { messages } from './messages.ts';
import { cardOf, cardVersions, type StoredCard } from './store/cards.ts';
import { measuringOf, type MeasuringRules } from './store/measuring.ts';
import { stepsOf, type Step } from './store/steps.ts';
import { formRev, submissionEvents, submissionOf, type SubmissionEvent } from './store/submissions.ts';
import { bindingOf, measureNow, type Binding, type MeasuredNow } from './take-measure.ts';

export interface ReportEvidence extends EvidenceLine {
  /** A step of the plan that it proves; null for the report itself. */
  readonly step: Step | null;
  readonly kind: string;
  readonly givenBy: string;
  readonly mine: boolean;
}

export interface ReportData {
  readonly cycle: Cycle;
  readonly indicator: Indicator;
  /** Rounds that this indicator stands in. */
  readonly rounds: readonly Round[];
  /** Undefined while no round was opened for it. */
  readonly at: { readonly round: Round; readonly submission: Submission } | undefined;
  readonly standing: SubmissionStanding;
  readonly steps: readonly SubmissionStep[];
  /** Values and cards may be written by this person now. */
  readonly writes: boolean;
  readonly events: readonly SubmissionEvent[];
  readonly results: readonly StoredResult[];
  /** The newest value of the round, an empty one when it was taken back. */
  readonly current: StoredResult | undefined;
  readonly score: { readonly explanation: Explanation; readonly band: ScoreBand | undefined; readonly ladder: ReadyLadder } | undefined;
  readonly rounding: Rounding;
  readonly evidence: readonly ReportEvidence[];
  readonly card: StoredCard | undefined;
  readonly versions: readonly StoredCard[];
  readonly plan: readonly Step[];
  readonly rules: MeasuringRules;
  readonly binding: Binding;
  /** What the bound measure would give now. */
  readonly measured: MeasuredNow | undefined;
  readonly formRev: number | undefined;
  readonly names: ReadonlyMap<number, PartyName>;
  readonly today: string;
}

/** The interval of a value out of a sample: as its survey stored it, else value ± margin. */
export function bandOf(ladder: ReadyLadder, result: Pick<StoredResult, 'value' | 'margin' | 'detail'>, percent: boolean): ScoreBand | undefined {
  if (result.value === null || result.margin === null) return undefined;
  const { low, high } = result.detail as { low?: unknown; high?: unknown };
  const interval = typeof low === 'string' && typeof high === 'string' ? { low: scaled(low), high: scaled(high) } : around(result.value, result.margin, percent ? { least: 0n, most: hundred } : {});
  return scoreBand(ladder, result.value, interval);
}

/** The evidence of a report and of the steps behind its value. */
export async function evidenceOf(tx: ReadTx, house: CollectingHouse, submissionId: number | undefined, plan: readonly Step[]): Promise<(EvidenceLine & { readonly step: Step | null })[]> {
  const own = submissionId === undefined ? [] : (await listEvidence(tx, house.evidence(), { type: submissionType, id: submissionId })).map((line) => ({ ...line, step: null }));
  const ofSteps: (EvidenceLine & { readonly step: Step | null })[] = [];
  for (const step of plan) ofSteps.push(...(await listEvidence(tx, house.evidence(), { type: stepType, id: step.id })).map((line) => ({ ...line, step })));
  return [...own, ...ofSteps];
}

/** The round that an address without one means: the last that is open, else the last. */
const usualRound = (rounds: readonly Round[]): Round | undefined => rounds.findLast(({ closedAt }) => closedAt === null) ?? rounds.at(-1);

export async function readReport(tx: ReadTx, params: { readonly year: number; readonly key: string; readonly round?: string }, { clock }: Pick<Services, 'clock'>, house: CollectingHouse): Promise<Result<ReportData>> {
  const found = await findIndicator(tx, params.year, params.key);
  if (!found.ok) return found;
  const { cycle, indicator } = found.value;
  const today = clock.today();
  const pairs: { round: Round; submission: Submission }[] = [];
  for (const round of await roundsOf(tx, cycle.id)) {
    const submission = await submissionOf(tx, round.id, indicator.id);
    if (submission) pairs.push({ round, submission });
  }
  const rounds = pairs.map(({ round }) => round);
  const asked = params.round === undefined ? usualRound(rounds) : rounds.find((round) => slugOf(round) === params.round);
  if (params.round !== undefined && !asked) return notFound(messages.words('noRound'));
  const at = pairs.find(({ round }) => round.id === asked?.id);
  const standing = standingOf(tx.actor, cycle, indicator);
  const results = await resultsOfIndicator(tx, indicator.id);
  const current = at && results.find(({ roundId }) => roundId === at.round.id);
  const plan = await stepsOf(tx, indicator.id);
  const { rules } = await measuringOf(tx, indicator.id);
  const framework = await editionById(tx, cycle.frameworkId);
  const rounding = framework?.content.rounding ?? usualRounding;
  const ladder = ladderOfIndicator(indicator);
  const lines = await evidenceOf(tx, house, at?.submission.id, plan);
  const writes = at !== undefined && refusalToWrite(cycle, standing, at.submission) === undefined;
  const binding = bindingOf(tx, indicator, house.measures());
  const measured = binding.kind === 'bound' && at?.round.month ? await measureNow(tx, binding.measure, cycle, at.round.month, rules.share, clock.now()) : undefined;
  const names = await partyNames(tx, [...indicator.units.map(({ unitId }) => unitId), cycle.keeperUnitId, ...lines.map(({ addedBy }) => addedBy)], today);
  return ok({
    cycle, indicator, rounds, at, standing, writes, results, current, rounding, plan, rules, binding, measured, names, today,
    steps: at && cycle.state !== 'closed' ? stepsFor(at.submission.state, standing) : [],
    events: at ? await submissionEvents(tx, [at.submission.id]) : [],
    score: ladder && current?.value !== null && current !== undefined ? { explanation: explainScore(ladder, current.value, rounding), band: bandOf(ladder, current, isPercent(indicator)), ladder } : undefined,
    evidence: lines.map((line) => ({
      ...line, kind: house.evidence().find(({ type }) => type === line.of.type)?.label.th ?? '', givenBy: names.get(line.addedBy)?.name ?? '–',
      mine: line.step === null && writes && (line.addedBy === tx.actor.id || standing.keeper),
    })),
    card: at && await cardOf(tx, indicator.id, at.round.id),
    versions: at ? await cardVersions(tx, indicator.id, at.round.id) : [],
    formRev: await formRev(tx, indicator.id),
  });
}
