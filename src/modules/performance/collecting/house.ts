import type { EvidenceSource } from '../../../platform/evidence/evidence.ts';
import type { MeasureDefinition } from '../../../platform/measures/measures.ts';

/** What this room takes from the whole house: what can be evidence, and every module's measures. */
export interface CollectingHouse {
  evidence(): readonly EvidenceSource[];
  measures(): readonly MeasureDefinition[];
}

/** Type of a report of one indicator in one round, in the trail and as what evidence proves. */
export const submissionType = 'performance.submission';
export const roundType = 'performance.round';
export const stepType = 'performance.step';
/** The type by which other rooms name an indicator in the trail. */
export const indicatorType = 'performance.indicator';
