import { z } from 'zod';
import { can, type Actor } from '../../platform/access/actor.ts';
import { fail, ok, type Result } from '../../platform/result.ts';

/** Params of an address with one record id. */
export const idParams = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });

/** Params of an address with a record and one of its rows. */
export const rowParams = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647), row: z.coerce.number().int().positive().max(2_147_483_647) });

/** A permission of the module in one unit: the route only asked whether the actor holds it anywhere. */
export function mayIn(actor: Actor, permission: string, unitId: number): Result<null> {
  if (can(actor, permission, unitId)) return ok(null);
  return fail('NOT_IN_YOUR_UNIT', { th: 'ท่านทำรายการนี้ได้เฉพาะในหน่วยงานที่ท่านดูแล', en: 'You may do this only in the units that you keep' }, { status: 403 });
}
