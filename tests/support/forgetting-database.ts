import type { Actor } from '../../src/platform/access/actor.ts';
import { Database, type Tx } from '../../src/platform/db/database.ts';
import type { TransactionStats } from '../../src/platform/db/named-client.ts';

class Forget extends Error {
  readonly value: unknown;
  constructor(value: unknown) {
    super('forgotten on purpose');
    this.value = value;
  }
}

/** Does every change and takes it back at once, so that one request after another finds the same records. */
export class ForgettingDatabase extends Database {
  override async write<T>(actor: Actor, work: (tx: Tx) => Promise<T>, stats?: TransactionStats): Promise<T> {
    try {
      return await super.write<T>(
        actor,
        async (tx) => {
          throw new Forget(await work(tx));
        },
        stats,
      );
    } catch (error) {
      if (error instanceof Forget) return error.value as T;
      throw error;
    }
  }
}
