// The baseline of a page: its own messages to PostgreSQL, sent again one after another on one connection of the same pool.
import pg from 'pg';

/** One message to the server as the driver got it: the session's look-up, the opening with the actor's settings, each statement, the commit. */
export interface Message {
  readonly name?: string;
  readonly text: string;
  readonly values?: unknown[];
}

/** Everything that `work` sends to PostgreSQL over any connection of this process, in order. */
export async function recordMessages(work: () => Promise<unknown>): Promise<Message[]> {
  const messages: Message[] = [];
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const original = prototype.query;
  prototype.query = function query(this: unknown, ...args: unknown[]) {
    const [first, second] = args;
    if (typeof first === 'string') messages.push({ text: first, ...(Array.isArray(second) ? { values: second } : {}) });
    else messages.push(first as Message);
    return original.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = original;
  }
  return messages.map(({ name, text, values }) => ({ ...(name ? { name } : {}), text, ...(values ? { values } : {}) }));
}

/** Sends the messages once, each after the answer of the one before. Resolves with the number of rows that came. */
export async function replay(client: pg.ClientBase, messages: readonly Message[]): Promise<number> {
  let rows = 0;
  for (const message of messages) {
    const result = await client.query({ ...message });
    rows += result.rows?.length ?? 0;
  }
  return rows;
}
