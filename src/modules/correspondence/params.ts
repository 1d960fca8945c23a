// Parts of addresses.
import { z } from 'zod';
import { parseThaiDate, toArabicDigits } from '../../thai/index.ts';

const id = z.coerce.number().int().positive().max(9_007_199_254_740_991);

export const letterParams = z.object({ id });
export const committeeParams = z.object({ id, committee: z.coerce.number().int().positive().max(2_147_483_647) });
export const enclosureParams = z.object({ id, n: z.coerce.number().int().min(1).max(200) });
export const optionalId = z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined);
export const optionalYear = z.coerce.number().int().min(2400).max(2700).optional().catch(undefined);
/** An empty field of a filter is no filter. */
export const optionalText = z.string().trim().max(200).optional().transform((text) => text || undefined).catch(undefined);
/** A day of a filter, typed as people type days; what is not a day is no filter. */
export const optionalDay = z.string().max(60).optional().transform((text) => {
  const parsed = text ? parseThaiDate(text) : undefined;
  return parsed?.ok ? (parsed.value as string) : undefined;
}).catch(undefined);
/** What a jump in a register takes: a number or a day, in digits of either kind. Anything else stands as it was typed. */
export const optionalPlace = z.string().trim().max(60).optional().transform((text) => {
  if (!text) return undefined;
  const digits = toArabicDigits(text);
  if (/^\d{1,6}$/.test(digits)) return { text, number: Number(digits) };
  const parsed = parseThaiDate(text);
  return { text, ...(parsed.ok ? { day: parsed.value as string } : {}) };
}).catch(undefined);
export const flag = z.string().optional().transform((text) => text === '1').catch(false);
/** Key of a page made by `timeKey`. */
export const optionalTimeKey = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z~\d{1,15}$/)
  .optional()
  .transform((text) => {
    const [at, key] = text?.split('~') ?? [];
    const instant = new Date(at ?? '');
    return at === undefined || Number.isNaN(instant.getTime()) ? undefined : { at: instant, id: Number(key) };
  })
  .catch(undefined);
