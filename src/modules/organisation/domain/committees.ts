import type { QuorumRule } from './quorum.ts';

export const committeeKinds = ['committee', 'subcommittee', 'working-group'] as const;
export type CommitteeKind = (typeof committeeKinds)[number];

/** A committee as its order made it. */
export interface Committee {
  readonly id: number;
  readonly kind: CommitteeKind;
  readonly name: string;
  readonly nameEn: string;
  readonly shortName: string;
  readonly orderNumber: string;
  readonly orderDate: string;
  readonly duties: string;
  readonly dutiesFileId: number | null;
  readonly quorum: QuorumRule;
  readonly secretariatUnitId: number;
  readonly validFrom: string;
  readonly validTo: string | null;
}
