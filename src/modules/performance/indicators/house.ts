import type { EvidenceSource } from '../../../platform/evidence/evidence.ts';

/** What the room takes from the whole house: everything that can be evidence. */
export interface IndicatorsHouse {
  evidence(): readonly EvidenceSource[];
}

/** A report of the reform plan, as what evidence proves. */
export const reformReportType = 'performance.reform-report';
