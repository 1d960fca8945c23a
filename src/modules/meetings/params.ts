// Parts of addresses.
import { z } from 'zod';

const id = z.coerce.number().int().positive().max(2_147_483_647);

export const meetingParams = z.object({ id });
export const itemParams = z.object({ id, item: id });
export const paperParams = z.object({ id, paper: id });
export const invitationParams = z.object({ id, invitation: id });
export const pointParams = z.object({ point: id });
export const optionalId = id.optional().catch(undefined);
/** An empty choice of a filter is no filter. */
export const optionalText = z.string().trim().max(200).optional().transform((text) => text || undefined);
