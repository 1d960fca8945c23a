import type { AgencyKind } from '../../domain/framework/framework.ts';

export const agencyKinds = ['department', 'province', 'public-organisation'] as const satisfies readonly AgencyKind[];
