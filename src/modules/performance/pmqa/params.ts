// Parts of addresses.
import { z } from 'zod';
import { profileSections } from './domain/sections.ts';

const year = z.coerce.number().int().min(2540).max(2700);
const id = z.coerce.number().int().positive().max(2_147_483_647);

export const yearParams = z.object({ year });
export const yearIdParams = z.object({ year, id });
export const itemParams = z.object({ year, item: z.string().regex(/^\d{1,2}\.\d{1,2}$/) });
export const itemEvidenceParams = itemParams.extend({ id: z.coerce.number().int().positive().max(9_007_199_254_740_991) });
export const sectionParams = z.object({ year, section: z.enum(profileSections) });
export const idParams = z.object({ id });
