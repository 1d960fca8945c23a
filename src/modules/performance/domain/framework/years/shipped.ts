import type { Framework } from '../framework.ts';
import { fy2563 } from './fy2563.ts';
import { fy2564 } from './fy2564.ts';
import { fy2565, fy2566, fy2567 } from './later.ts';

/** The frameworks that come with the house, oldest first. 2568 and later are made by copying one. */
export const shippedFrameworks: readonly Framework[] = [fy2563, fy2564, fy2565, fy2566, fy2567];

export const shippedFramework = (fiscalYear: number): Framework | undefined => shippedFrameworks.find((one) => one.fiscalYear === fiscalYear);
