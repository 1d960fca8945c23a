import type { ReadTx } from '../../../../../platform/db/database.ts';
import type { Services } from '../../../../../platform/services.ts';
import { scoreAssessment, type AssessmentScore } from '../../../domain/pmqa/score.ts';
import { readYear, type YearData } from '../../load.ts';
import { assessmentOfAssessor, assessorAnswers, assessorsOf, type Assessor, type AssessorAnswer } from '../../store/assessors.ts';

export interface AssessData extends YearData {
  /** The assessor who asks. */
  readonly me: Assessor;
  readonly own: readonly AssessorAnswer[];
  readonly ownScore: AssessmentScore;
  readonly keys: readonly string[];
}

/** What an assessor works on; undefined for everybody who is none of this assessment. */
export async function readAssess(tx: ReadTx, year: number, services: Pick<Services, 'clock'>): Promise<AssessData | undefined> {
  const data = await readYear(tx, year, services);
  const me = data && (await assessorsOf(tx, data.record.id)).find(({ personId }) => personId === tx.actor.id);
  if (!data || !me) return undefined;
  const own = (await assessorAnswers(tx, data.record.id)).filter(({ assessorId }) => assessorId === me.id);
  return {
    ...data, me, own, ownScore: scoreAssessment(data.edition, assessmentOfAssessor(own, me.id, data.lines)),
    keys: data.edition.categories.flatMap(({ items, results }) => [...items, ...(results ?? [])].map(({ key }) => key)),
  };
}
