// Versions of a draft: every saving stays, also one that came too late to become the draft.
import { sql } from 'kysely';
import { z } from 'zod';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import { contentSchema, enclosureSchema } from '../domain/letter.ts';
import type { NewLetter } from '../domain/letter.ts';
import { addresseeKinds, secrecies, urgencies } from '../domain/kinds.ts';

/** What a version keeps of a draft: all that is typed in the form. */
const snapshotSchema = z.object({
  signerPositionId: z.int().nullable(), subject: z.string(), content: contentSchema, enclosures: enclosureSchema.array(),
  addressees: z.array(z.object({ kind: z.enum(addresseeKinds), targetId: z.int().nullable(), label: z.string() })),
  toText: z.string(), salutation: z.string(), urgency: z.enum(urgencies), urgentBefore: z.coerce.date().nullable().default(null), secrecy: z.enum(secrecies), respondBy: z.string().nullable(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

export interface Version {
  readonly n: number;
  readonly standing: 'current' | 'aside';
  readonly basedOn: number | null;
  readonly savedAt: Date;
  readonly savedBy: number;
  readonly savedByName: string;
}

export function snapshotOf(letter: NewLetter): Snapshot {
  const { signerPositionId, subject, content, enclosures, addressees, toText, salutation, urgency, urgentBefore = null, secrecy, respondBy } = letter;
  return { signerPositionId, subject, content, enclosures: [...enclosures], addressees: [...addressees], toText, salutation, urgency, urgentBefore, secrecy, respondBy };
}

/** Number of the version that the draft stands at; 0 for a draft from before there were versions. */
export async function currentVersion(tx: ReadTx, letterId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select coalesce(max(n), 0)::int as n from correspondence.draft_version where letter_id = ${letterId} and standing = 'current'`.execute(tx.db);
  return rows[0]?.n ?? 0;
}

/** Keeps a saving. The draft's row is locked by then, so that numbers follow each other. */
export async function addVersion(tx: Tx, letterId: number, letter: NewLetter, at: Date, standing: Version['standing'] = 'current', basedOn: number | null = null): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    insert into correspondence.draft_version (letter_id, n, standing, based_on, snapshot, saved_at, saved_by, saved_by_name)
    select ${letterId}::bigint, coalesce(max(n), 0) + 1, ${standing}, ${basedOn}::int, ${JSON.stringify(snapshotOf(letter))}::jsonb, ${at}::timestamptz, ${tx.actor.id}::int, ${tx.actor.name}
    from correspondence.draft_version where letter_id = ${letterId} returning n`.execute(tx.db);
  return rows[0]?.n ?? 0;
}

/** All versions, the newest first. */
export async function versionsOf(tx: ReadTx, letterId: number): Promise<Version[]> {
  const rows = await tx.db.selectFrom('correspondence.draft_version')
    .select(['n', 'standing', 'based_on as basedOn', 'saved_at as savedAt', 'saved_by as savedBy', 'saved_by_name as savedByName'])
    .where('letter_id', '=', letterId).orderBy('n', 'desc').limit(200).execute();
  return rows.map((row) => ({ ...row, standing: row.standing as Version['standing'] }));
}

export async function findVersion(tx: ReadTx, letterId: number, n: number): Promise<Snapshot | undefined> {
  const row = await tx.db.selectFrom('correspondence.draft_version').select('snapshot').where('letter_id', '=', letterId).where('n', '=', n).executeTakeFirst();
  return row && snapshotSchema.parse(row.snapshot);
}

export interface Comment {
  readonly id: number;
  readonly version: number | null;
  readonly quote: string;
  readonly words: string;
  readonly saidAt: Date;
  readonly saidByName: string;
  readonly resolvedAt: Date | null;
  readonly resolvedByName: string | null;
}

/** What was said about a draft, open ones first. */
export async function commentsOf(tx: ReadTx, letterId: number): Promise<Comment[]> {
  return tx.db.selectFrom('correspondence.draft_comment')
    .select(['id', 'version', 'quote', 'words', 'said_at as saidAt', 'said_by_name as saidByName', 'resolved_at as resolvedAt', 'resolved_by_name as resolvedByName'])
    .where('letter_id', '=', letterId).orderBy(sql`resolved_at is not null`).orderBy('id').limit(300).execute();
}

export async function addComment(tx: Tx, letterId: number, said: { version: number; quote: string; words: string }, at: Date): Promise<number> {
  const row = await tx.db.insertInto('correspondence.draft_comment')
    .values({ letter_id: letterId, version: said.version || null, quote: said.quote, words: said.words, said_at: at, said_by: tx.actor.id, said_by_name: tx.actor.name })
    .returning('id').executeTakeFirstOrThrow();
  return row.id;
}

/** False when it is resolved already, or not of this draft. */
export async function resolveComment(tx: Tx, letterId: number, id: number, at: Date): Promise<boolean> {
  const done = await tx.db.updateTable('correspondence.draft_comment').set({ resolved_at: at, resolved_by: tx.actor.id, resolved_by_name: tx.actor.name })
    .where('id', '=', id).where('letter_id', '=', letterId).where('resolved_at', 'is', null).executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
