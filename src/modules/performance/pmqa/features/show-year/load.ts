import type { ReadTx } from '../../../../../platform/db/database.ts';
import { together } from '../../../../../platform/db/together.ts';
import type { Services } from '../../../../../platform/services.ts';
import { peopleInRole, personById, personLabel } from '../../../../organisation/index.ts';
import { itemsOf } from '../../../domain/pmqa/edition.ts';
import { scoreAssessment, type AssessmentScore } from '../../../domain/pmqa/score.ts';
import { profileSections, sectionWords } from '../../domain/sections.ts';
import type { StepFacts } from '../../domain/states.ts';
import { readYear, type YearData } from '../../load.ts';
import { profileTexts } from '../../store/answers.ts';
import { assessmentEvents, type AssessmentEvent } from '../../store/assessments.ts';
import { assessmentOfAssessor, assessorAnswers, assessorsOf, type Assessor } from '../../store/assessors.ts';
import { outcomes, type Outcome } from '../../store/outcomes.ts';

export interface Overview extends YearData {
  readonly events: readonly AssessmentEvent[];
  readonly assessors: readonly Assessor[];
  /** Scores of those assessors whose answers the actor may see, once they are submitted. */
  readonly assessorScores: readonly { readonly assessor: Assessor; readonly score: AssessmentScore }[];
  readonly outcome: Outcome | undefined;
  readonly facts: StepFacts;
  /** The actor is an assessor who has not submitted. */
  readonly mine: Assessor | undefined;
  readonly candidates: readonly { readonly id: number; readonly name: string }[];
}

/** What the rules of the steps ask of an assessment. */
export async function stepFacts(tx: ReadTx, data: YearData, assessors: readonly Assessor[]): Promise<StepFacts> {
  const written = new Set((await profileTexts(tx, data.record.id)).filter(({ text }) => text.trim() !== '').map(({ section }) => section));
  const answered = new Set(data.answers.map(({ item }) => item));
  return {
    state: data.record.state, closesOn: data.record.closesOn, today: data.today,
    missingSections: profileSections.filter((section) => !written.has(section)).map((section) => sectionWords[section].mark.th),
    missingItems: itemsOf(data.edition).map(({ key }) => key).filter((key) => !answered.has(key)),
    assessors: assessors.length, assessorsSubmitted: assessors.filter(({ submittedAt }) => submittedAt !== null).length,
  };
}

/** Those who hold the role of auditor and may be named. */
export async function assessorCandidates(tx: ReadTx, today: string): Promise<{ id: number; name: string }[]> {
  const people = await together((await peopleInRole(tx, 'auditor', today)).map((id) => personById(tx, id)));
  return people.flatMap((person) => (person ? [{ id: person.id, name: personLabel(person) }] : []));
}

export async function readOverview(tx: ReadTx, year: number, services: Pick<Services, 'clock'>): Promise<Overview | undefined> {
  const data = await readYear(tx, year, services);
  if (!data) return undefined;
  const assessors = await assessorsOf(tx, data.record.id);
  const answers = await assessorAnswers(tx, data.record.id);
  const seen = new Set(answers.map(({ assessorId }) => assessorId));
  return {
    ...data, assessors,
    events: await assessmentEvents(tx, data.record.id),
    assessorScores: assessors.filter(({ id, submittedAt }) => submittedAt !== null && seen.has(id)).map((assessor) => ({ assessor, score: scoreAssessment(data.edition, assessmentOfAssessor(answers, assessor.id, data.lines)) })),
    outcome: (await outcomes(tx)).find((one) => one.year === year),
    facts: await stepFacts(tx, data, assessors),
    mine: assessors.find(({ personId, submittedAt }) => personId === tx.actor.id && submittedAt === null),
    candidates: data.keeps ? await assessorCandidates(tx, data.today) : [],
  };
}

