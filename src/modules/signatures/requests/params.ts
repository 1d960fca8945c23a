// Parts of addresses.
import { z } from 'zod';

const id = z.coerce.number().int().positive().max(9_007_199_254_740_991);
export const signingParams = z.object({ id });
export const fileParams = z.object({ id, n: z.coerce.number().int().min(0).max(1000) });
