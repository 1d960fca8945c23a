import { sql } from 'kysely';
import { together } from '../../../platform/db/together.ts';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import { contentSchema, enclosureSchema, toTextOf } from '../domain/letter.ts';
import type { Addressee, NewLetter, Signature } from '../domain/letter.ts';
import type { AddresseeKind, Book } from '../domain/kinds.ts';

/** A draft as it is read back, with what its issue needs. */
export interface Draft extends NewLetter {
  readonly id: number;
  readonly fromText: string;
  readonly urgentBefore: Date | null;
  /** Other units that write on it. */
  readonly draftUnits: readonly number[];
  readonly draftedBy: number;
  readonly draftedByName: string;
  readonly changedAt: Date;
  readonly forSignatureAt: Date | null;
}

/** The book that a letter would be numbered in, by the unit's choice for that year (clause 32). */
export async function bookOf(tx: ReadTx, unitId: number, circular: boolean, year: number): Promise<Book> {
  if (!circular) return 'outgoing';
  const setting = await tx.db
    .selectFrom('correspondence.unit_setting')
    .select('circular_series')
    .where('owner_unit_id', '=', unitId)
    .where('from_year', '<=', year)
    .orderBy('from_year', 'desc')
    .limit(1)
    .executeTakeFirst();
  return setting?.circular_series === 'shared' ? 'outgoing' : 'circular';
}

/** How the sending unit is printed and called: `fromText` after ส่วนราชการ, `abbreviation` in lists. */
export interface SenderWords {
  readonly fromText: string;
  readonly abbreviation: string;
}

const columns = (letter: NewLetter, from: SenderWords, at: Date) => ({
  kind: letter.kind,
  sub_kind: letter.subKind,
  circular: letter.circular,
  urgency: letter.urgency,
  urgent_before: letter.urgentBefore ?? null,
  secrecy: letter.secrecy,
  subject: letter.subject,
  from_text: from.fromText,
  from_short: from.abbreviation,
  salutation: letter.salutation,
  to_text: toTextOf(letter),
  respond_by: letter.respondBy,
  reply_href: letter.reply?.href ?? null,
  reply_label: letter.reply?.label ?? null,
  signer_position_id: letter.signerPositionId,
  source_type: letter.source?.type ?? null,
  source_id: letter.source?.id ?? null,
  replaces_letter_id: letter.replaces?.letterId ?? null,
  correction_reason: letter.replaces?.reason ?? null,
  changed_at: at,
});

/** Who sees a draft besides the people of its unit: the units that write on it and the post that signs; of a restricted one the people it needs. */
const draftReaders = (tx: Tx, letter: NewLetter, draftUnits: readonly number[] = []) => [
  ...(letter.secrecy === 'none' ? draftUnits : [tx.actor.id]),
  ...(letter.signerPositionId === null ? [] : [letter.signerPositionId]),
];

/** Keeps a new draft; resolves with its id. */
export async function insertDraft(tx: Tx, letter: NewLetter, from: SenderWords, at: Date): Promise<number> {
  const readers = draftReaders(tx, letter);
  const { id } = await tx.db
    .insertInto('correspondence.letter')
    .values({
      ...columns(letter, from, at),
      book: letter.circular ? 'circular' : 'outgoing',
      owner_unit_id: letter.fromUnitId,
      readers,
      drafted_by: tx.actor.id,
      drafted_by_name: tx.actor.name,
      drafted_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx.db
    .insertInto('correspondence.letter_body')
    .values({
      letter_id: id,
      owner_unit_id: letter.fromUnitId,
      restricted: letter.secrecy !== 'none',
      readers,
      content: JSON.stringify(letter.content),
      enclosures: JSON.stringify(letter.enclosures),
    })
    .execute();
  await insertAddressees(tx, id, letter.addressees);
  return id;
}

/** Writes a draft again as a whole. False when there is no such draft, or not of this actor's unit. */
export async function updateDraft(tx: Tx, id: number, letter: NewLetter, from: SenderWords, at: Date): Promise<boolean> {
  const before = await tx.db.selectFrom('correspondence.letter').select('draft_units').where('id', '=', id).executeTakeFirst();
  // Need to know: a letter that becomes restricted is no longer written by whole units.
  const draftUnits = letter.secrecy === 'none' ? (before?.draft_units ?? []) : [];
  const readers = draftReaders(tx, letter, draftUnits);
  const done = await tx.db
    .updateTable('correspondence.letter')
    .set({ ...columns(letter, from, at), readers, draft_units: draftUnits, for_signature_at: null })
    .where('id', '=', id)
    .where('owner_unit_id', '=', letter.fromUnitId)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) return false;
  await tx.db
    .updateTable('correspondence.letter_body')
    .set({ restricted: letter.secrecy !== 'none', readers, content: JSON.stringify(letter.content), enclosures: JSON.stringify(letter.enclosures) })
    .where('letter_id', '=', id)
    .execute();
  await tx.db.deleteFrom('correspondence.letter_addressee').where('letter_id', '=', id).execute();
  await insertAddressees(tx, id, letter.addressees);
  return true;
}

/** How far back the letters of a unit are looked through for its address. */
const lastLooked = 200;

/** Name and address of the agency as the unit wrote them on its last letter to outside: the house keeps no address. */
export async function usualAgency(tx: ReadTx, unitId: number): Promise<readonly string[] | undefined> {
  const { rows } = await sql<{ agency: string[] }>`select b.content->'fields'->'agency' as agency
    from (select l.id, l.sub_kind, l.issued_at from correspondence.letter l where l.owner_unit_id = ${unitId} order by l.issued_at desc, l.id desc limit ${lastLooked}) l
      join correspondence.letter_body b on b.letter_id = l.id
    where l.sub_kind = 'external' and case jsonb_typeof(b.content->'fields'->'agency') when 'array' then jsonb_array_length(b.content->'fields'->'agency') > 1 else false end
    order by l.issued_at desc, l.id desc limit 1`.execute(tx.db);
  return rows[0]?.agency;
}

/** Opens an unrestricted draft to other units, or shuts it to them again. */
export async function setDraftUnits(tx: Tx, draft: Draft, unitIds: readonly number[]): Promise<void> {
  const readers = draftReaders(tx, draft, unitIds);
  await tx.db.updateTable('correspondence.letter').set({ draft_units: [...unitIds], readers }).where('id', '=', draft.id).where('state', '=', 'draft').execute();
  await tx.db.updateTable('correspondence.letter_body').set({ readers }).where('letter_id', '=', draft.id).execute();
}

async function insertAddressees(tx: Tx, letterId: number, addressees: readonly Addressee[]): Promise<void> {
  if (addressees.length === 0) return;
  await sql`insert into correspondence.letter_addressee (letter_id, ordinal, kind, target_id, label)
    select ${letterId}, a.ordinal, a.kind, a.target_id, a.label
    from unnest(${addressees.map((a) => a.kind)}::text[], ${addressees.map((a) => a.targetId)}::bigint[], ${addressees.map((a) => a.label)}::text[])
      with ordinality as a (kind, target_id, label, ordinal)`.execute(tx.db);
}

/** Puts a draft before its signer. */
export async function markForSignature(tx: Tx, id: number, at: Date): Promise<boolean> {
  const done = await tx.db
    .updateTable('correspondence.letter')
    .set({ for_signature_at: at })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Throws a draft away: it has no number, so nothing that the law keeps is lost. */
export async function discardDraft(tx: Tx, id: number): Promise<boolean> {
  const done = await tx.db.deleteFrom('correspondence.letter').where('id', '=', id).where('state', '=', 'draft').executeTakeFirst();
  return done.numDeletedRows === 1n;
}

/** A draft with everything in it; undefined when there is none that the actor may see. `lock` keeps others out until the end. */
export async function findDraft(tx: ReadTx, id: number, lock = false): Promise<Draft | undefined> {
  const [row, addressees] = await together([
    tx.db
      .selectFrom('correspondence.letter as l')
      .innerJoin('correspondence.letter_body as b', 'b.letter_id', 'l.id')
      .selectAll('l')
      .select(['b.content', 'b.enclosures'])
      .where('l.id', '=', id)
      .where('l.state', '=', 'draft')
      .$if(lock, (query) => query.forUpdate('l'))
      .executeTakeFirst(),
    addresseesOf(tx, id),
  ]);
  if (!row) return undefined;
  return {
    id: row.id,
    kind: row.kind as NewLetter['kind'],
    subKind: row.sub_kind as NewLetter['subKind'],
    circular: row.circular,
    fromUnitId: row.owner_unit_id,
    fromText: row.from_text,
    signerPositionId: row.signer_position_id,
    subject: row.subject,
    content: contentSchema.parse(row.content),
    enclosures: enclosureSchema.array().parse(row.enclosures),
    addressees,
    toText: row.to_text,
    salutation: row.salutation,
    urgency: row.urgency as NewLetter['urgency'],
    urgentBefore: row.urgent_before,
    secrecy: row.secrecy as NewLetter['secrecy'],
    respondBy: row.respond_by,
    reply: row.reply_href === null ? null : { href: row.reply_href, label: row.reply_label ?? '' },
    source: row.source_type === null ? null : { type: row.source_type, id: row.source_id ?? 0 },
    replaces: row.replaces_letter_id === null ? null : { letterId: row.replaces_letter_id, reason: row.correction_reason ?? '' },
    draftUnits: row.draft_units,
    draftedBy: row.drafted_by,
    draftedByName: row.drafted_by_name,
    changedAt: row.changed_at,
    forSignatureAt: row.for_signature_at,
  };
}

/** Whom the author chose, in order. */
export async function addresseesOf(tx: ReadTx, letterId: number): Promise<Addressee[]> {
  const rows = await tx.db
    .selectFrom('correspondence.letter_addressee')
    .select(['kind', 'target_id as targetId', 'label'])
    .where('letter_id', '=', letterId)
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as AddresseeKind }));
}

/** What an issue fixes besides the words: written with the number. */
export interface IssueFacts {
  /** Null where the form has no running number. */
  readonly book: Book | null;
  readonly letterDate: string;
  /** Null where the form carries no signature. */
  readonly signature: Signature | null;
  readonly entryId: number | null;
  readonly reference: string;
  readonly token: string;
  readonly recipientCount: number;
  readonly at: Date;
}

/** Turns a draft into an issued letter, readable for whom `letter_recipient` says. The last statement of an issue. */
export async function markIssued(tx: Tx, id: number, facts: IssueFacts): Promise<void> {
  const { signature } = facts;
  const authority = signature && JSON.stringify({ ...signature.authority, acting: signature.acting });
  await sql`
    with reached as (
      select correspondence.reached_by(${id}) as ids
    ), body as (
      update correspondence.letter_body b set readers = b.readers || reached.ids from reached where b.letter_id = ${id}
    )
    update correspondence.letter l set state = 'issued', readers = l.readers || reached.ids, book = coalesce(${facts.book}::text, l.book),
      letter_date = ${facts.letterDate}::date, signer_position_id = coalesce(${signature?.positionId ?? null}::int, l.signer_position_id), signer_person_id = ${signature?.personId ?? null}::int,
      signer_name = ${signature?.name ?? null}, signer_title = ${signature?.title ?? null},
      signer_authority = ${authority}::jsonb, signed_how = ${signature?.how ?? null},
      register_entry_id = ${facts.entryId}::bigint, reference = ${facts.reference}, issued_at = ${facts.at}, issued_by = ${tx.actor.id},
      issued_by_name = ${tx.actor.name}, verification_token = ${facts.token}, recipient_count = ${facts.recipientCount}
    from reached where l.id = ${id}`.execute(tx.db);
}
