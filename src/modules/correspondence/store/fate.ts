import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';

/** What recall, correction and voiding need to know of an issued letter. */
export interface IssuedFacts {
  readonly id: number;
  readonly unitId: number;
  readonly state: string;
  readonly circular: boolean;
  readonly reference: string;
  readonly subject: string;
  readonly entryId: number;
  readonly opened: number;
  readonly recipients: number;
}

/** Locks an issued letter of the actor's unit; undefined for a draft, another unit's letter or none. */
export async function lockIssued(tx: Tx, id: number): Promise<IssuedFacts | undefined> {
  const row = await tx.db
    .selectFrom('correspondence.letter')
    .select(['id', 'owner_unit_id as unitId', 'state', 'circular', 'reference', 'subject', 'register_entry_id as entryId', 'recipient_count as recipients'])
    .where('id', '=', id)
    .where('state', '<>', 'draft')
    .where('owner_unit_id', 'in', tx.actor.principals.length > 0 ? [...tx.actor.principals] : [0])
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  return { ...row, reference: row.reference ?? '', entryId: row.entryId ?? 0, opened: await openedCount(tx, id) };
}

async function openedCount(tx: ReadTx, id: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from correspondence.letter_recipient
    where letter_id = ${id} and first_opened_at is not null`.execute(tx.db);
  return rows[0]?.n ?? 0;
}

/** Takes a letter back: recipients keep the line with the reason, the words are the sender's alone from now on. */
export async function markRecalled(tx: Tx, letter: IssuedFacts, reason: string, remark: string, at: Date): Promise<void> {
  await tx.db
    .updateTable('correspondence.letter')
    .set({ state: 'recalled', recalled_at: at, recalled_by_name: tx.actor.name, recall_reason: reason })
    .where('id', '=', letter.id)
    .execute();
  await closeBody(tx, letter.id);
  await tx.db
    .updateTable('correspondence.register_entry')
    .set({ remark })
    .where('id', '=', letter.entryId)
    .execute();
}

/** Voids a letter together with its register row (done by the caller through `voidEntry`). */
export async function markVoid(tx: Tx, letterId: number): Promise<void> {
  await tx.db.updateTable('correspondence.letter').set({ state: 'void' }).where('id', '=', letterId).execute();
  await closeBody(tx, letterId);
}

async function closeBody(tx: Tx, letterId: number): Promise<void> {
  await tx.db.updateTable('correspondence.letter_body').set({ readers: [] }).where('letter_id', '=', letterId).execute();
}

/**
 * Links an issued or recalled letter to the one that replaces it. False when it is not the actor's unit's, is replaced
 * already, or was voided.
 */
export async function markReplaced(tx: Tx, oldId: number, newId: number): Promise<boolean> {
  const done = await sql`
    update correspondence.letter set replaced_by_letter_id = ${newId},
      state = case when state = 'issued' then 'corrected' else state end
    where id = ${oldId} and state in ('issued', 'recalled') and replaced_by_letter_id is null
      and owner_unit_id = any(${[...tx.actor.principals]}::int[])`.execute(tx.db);
  return (done.numAffectedRows ?? 0n) === 1n;
}

/** Notes the definitive file of a letter. False when it has one already. */
export async function keepFile(tx: Tx, letterId: number, hash: string, size: number): Promise<boolean> {
  const done = await tx.db
    .updateTable('correspondence.letter')
    .set({ file_hash: hash, file_size: size })
    .where('id', '=', letterId)
    .where('file_hash', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** What may be told to anybody who holds the token of a letter's QR code. */
export interface PublicDocument {
  readonly id: number;
  readonly kind: string;
  readonly subKind: string;
  readonly circular: boolean;
  readonly reference: string;
  readonly letterDate: string;
  readonly unitId: number;
  readonly fromText: string;
  /** Null for a restricted letter. */
  readonly subject: string | null;
  /** SHA-256 of the definitive PDF in hex; null for the seconds until it is made. */
  readonly fileHash: string | null;
  readonly state: string;
  readonly recalledAt: Date | null;
  readonly replacedByReference: string | null;
  readonly replacedByToken: string | null;
}

export async function publicDocument(tx: ReadTx, token: string): Promise<PublicDocument | undefined> {
  const { rows } = await sql<PublicDocument>`
    select id, kind, sub_kind as "subKind", circular, reference, letter_date as "letterDate", unit_id as "unitId", from_text as "fromText",
      subject, file_hash as "fileHash", state, recalled_at as "recalledAt", replaced_by_reference as "replacedByReference",
      replaced_by_token as "replacedByToken"
    from correspondence.public_document(${token})`.execute(tx.db);
  return rows[0];
}
