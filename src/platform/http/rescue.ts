import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { publicActor, systemActor } from '../access/actor.ts';
import type { Database } from '../db/database.ts';
import type { RawBody } from '../forms/form.ts';

/** A form that was sent without a session. */
export interface RescuedForm {
  /** Pattern of the action's route: `/meetings/:id/minutes`. */
  readonly route: string;
  readonly params: Readonly<Record<string, string>>;
  /** Address that it was sent to. */
  readonly path: string;
  readonly body: RawBody;
}

/**
 * A session that ended in the middle of a form: what was typed is kept, sealed with a key made from the token that
 * only the browser holds, and shown again after the sign-in. Kept for a day.
 */
export async function keepForm(database: Database, form: RescuedForm): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(token), nonce);
  const sealed = Buffer.concat([nonce, cipher.update(JSON.stringify(form), 'utf8'), cipher.final(), cipher.getAuthTag()]);
  await database.write(publicActor, async (tx) => {
    await sql`delete from platform.form_rescue where at < now() - interval '1 day'`.execute(tx.db);
    await tx.db.insertInto('platform.form_rescue').values({ token_hash: hash(token), path: form.path, body: sealed }).execute();
  });
  return token;
}

/** The kept form of a token, or undefined when it is unknown or older than a day. */
export async function rescuedForm(database: Database, token: string): Promise<RescuedForm | undefined> {
  const row = await database.read(systemActor('platform.form-rescue'), (tx) =>
    tx.db
      .selectFrom('platform.form_rescue')
      .select('body')
      .where('token_hash', '=', hash(token))
      .where('at', '>', sql<Date>`now() - interval '1 day'`)
      .executeTakeFirst(),
  );
  if (!row) return undefined;
  const sealed = row.body;
  const decipher = createDecipheriv('aes-256-gcm', keyOf(token), sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(sealed.length - 16));
  const text = Buffer.concat([decipher.update(sealed.subarray(12, sealed.length - 16)), decipher.final()]).toString('utf8');
  return JSON.parse(text) as RescuedForm;
}

const hash = (token: string) => createHash('sha256').update(token).digest();
const keyOf = (token: string) => createHmac('sha256', 'krom form rescue').update(token).digest();
