import type { Actor } from '../../../platform/access/actor.ts';
import type { ReadTx } from '../../../platform/db/database.ts';
import { personById } from '../store/people.ts';
import type { Owner } from './tell-owner.ts';

/** The signed-in person as the owner of the account, with the address that news of it go to. */
export async function ownAccount(tx: ReadTx, actor: Actor): Promise<Owner> {
  return { id: actor.id, name: actor.name, email: (await personById(tx, actor.id))?.email ?? null };
}
