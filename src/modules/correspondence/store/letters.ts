import { isTakenOver } from '../../../platform/access/actor.ts';
import { sql } from 'kysely';
import type { ReadTx } from '../../../platform/db/database.ts';
import { contentSchema, enclosureSchema } from '../domain/letter.ts';
import type { Enclosure, LetterContent } from '../domain/letter.ts';
import { referencePattern } from '../domain/find-reference.ts';
import type { LetterKind, LetterState, Secrecy, SubKind, Urgency } from '../domain/kinds.ts';
import { anywhere, only } from './only.ts';

/** An issued letter as a reader sees it. Days are `YYYY-MM-DD`. */
export interface Letter {
  readonly id: number;
  readonly kind: LetterKind;
  readonly subKind: SubKind;
  readonly circular: boolean;
  readonly unitId: number;
  readonly state: Exclude<LetterState, 'draft'>;
  readonly urgency: Urgency;
  readonly urgentBefore: Date | null;
  readonly secrecy: Secrecy;
  readonly subject: string;
  readonly fromText: string;
  readonly fromShort: string;
  readonly salutation: string;
  readonly toText: string;
  readonly letterDate: string;
  readonly respondBy: string | null;
  readonly reply: { readonly href: string; readonly label: string } | null;
  /** Without a name on forms that carry no signature (statements, news). */
  readonly signer: { readonly positionId: number; readonly personId: number; readonly name: string; readonly title: string; readonly acting: { readonly phrase: string; readonly principal: string } | null; readonly how: 'in-krom' | 'on-paper' };
  readonly entryId: number;
  /** In Arabic digits. */
  readonly reference: string;
  readonly issuedAt: Date;
  readonly issuedByName: string;
  /** 0 where a job issued it. */
  readonly issuedBy: number;
  readonly draftedBy: number;
  readonly recipientCount: number;
  readonly token: string;
  readonly fileHash: string | null;
  readonly recalled: { readonly at: Date; readonly by: string; readonly reason: string } | null;
  readonly replaces: LetterLink | null;
  readonly replacedBy: LetterLink | null;
  readonly correctionReason: string | null;
  readonly source: { readonly type: string; readonly id: number } | null;
  readonly voidReason: string | null;
  /** Null when the actor may no longer read the words (recalled). */
  readonly body: { readonly content: LetterContent; readonly enclosures: readonly Enclosure[] } | null;
}

export interface LetterLink {
  readonly id: number;
  readonly reference: string;
}

/** An issued letter; undefined when there is none that the actor may see. Row-level security is the second wall. */
export async function findLetter(tx: ReadTx, id: number): Promise<Letter | undefined> {
  const row = await tx.db
    .selectFrom('correspondence.letter as l')
    .leftJoin('correspondence.letter_body as b', 'b.letter_id', 'l.id')
    .leftJoin('correspondence.register_entry as e', 'e.id', 'l.register_entry_id')
    .leftJoin('correspondence.letter as o', 'o.id', 'l.replaces_letter_id')
    .leftJoin('correspondence.letter as n', 'n.id', 'l.replaced_by_letter_id')
    .selectAll('l')
    .select(['b.content', 'b.enclosures', 'e.void_reason as voidReason', 'o.reference as oldReference', 'n.reference as newReference'])
    .where('l.id', '=', id)
    .where('l.state', '<>', 'draft')
    .where(mayRead(tx))
    .executeTakeFirst();
  if (!row) return undefined;
  const authority = row.signer_authority as { acting?: Letter['signer']['acting'] } | null;
  return {
    id: row.id,
    kind: row.kind as LetterKind,
    subKind: row.sub_kind as SubKind,
    circular: row.circular,
    unitId: row.owner_unit_id,
    state: row.state as Letter['state'],
    urgency: row.urgency as Urgency,
    urgentBefore: row.urgent_before,
    secrecy: row.secrecy as Secrecy,
    subject: row.subject,
    fromText: row.from_text,
    fromShort: row.from_short || row.from_text,
    salutation: row.salutation,
    toText: row.to_text,
    letterDate: row.letter_date ?? '',
    respondBy: row.respond_by,
    reply: row.reply_href === null ? null : { href: row.reply_href, label: row.reply_label ?? '' },
    signer: {
      positionId: row.signer_position_id ?? 0, personId: row.signer_person_id ?? 0, name: row.signer_name ?? '', title: row.signer_title ?? '',
      acting: authority?.acting ?? null, how: (row.signed_how ?? 'in-krom') as 'in-krom' | 'on-paper',
    },
    entryId: row.register_entry_id ?? 0,
    reference: row.reference ?? '',
    issuedAt: row.issued_at as Date,
    issuedByName: row.issued_by_name ?? '',
    issuedBy: row.issued_by ?? 0,
    draftedBy: row.drafted_by,
    recipientCount: row.recipient_count,
    token: row.verification_token ?? '',
    fileHash: row.file_hash,
    recalled: row.recalled_at === null ? null : { at: row.recalled_at, by: row.recalled_by_name ?? '', reason: row.recall_reason ?? '' },
    replaces: row.replaces_letter_id === null ? null : { id: row.replaces_letter_id, reference: row.oldReference ?? '' },
    replacedBy: row.replaced_by_letter_id === null ? null : { id: row.replaced_by_letter_id, reference: row.newReference ?? '' },
    correctionReason: row.correction_reason,
    source: row.source_type === null ? null : { type: row.source_type, id: row.source_id ?? 0 },
    voidReason: row.voidReason,
    body: row.content === null ? null : { content: contentSchema.parse(row.content), enclosures: enclosureSchema.array().parse(row.enclosures) },
  };
}

/** Of these issued letters, those that the actor may see. */
export async function visibleLetters(tx: ReadTx, ids: readonly number[]): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.db.selectFrom('correspondence.letter as l').select('l.id').where(sql<boolean>`l.id = any(${[...ids]}::bigint[])`).where('l.state', '<>', 'draft').where(mayRead(tx)).execute();
  return new Set(rows.map((row) => row.id));
}

/** The first wall: what the policies of the tables say, said again in the query. */
export function mayRead(tx: ReadTx) {
  const { actor } = tx;
  if (actor.kind === 'system') return sql<boolean>`true`;
  const ids = [...actor.principals];
  // A classified letter is not inherited through a unit that was its reader.
  const named = actor.takenOver ? sql`(l.readers && ${ids}::int[] and (not l.restricted or l.readers && ${ids.filter((id) => !isTakenOver(actor, id))}::int[]))` : sql`l.readers && ${ids}::int[]`;
  return sql<boolean>`((not l.restricted and l.owner_unit_id = any(${ids}::int[])) or ${named})`;
}

/** Whether the actor is of that unit: what a unit sent is its own list, also for units that received every letter. */
const standsFor = (tx: ReadTx, unitId: number) => sql<boolean>`${tx.actor.kind === 'system' || tx.actor.principals.includes(unitId)}::boolean`;

/** Key of the last line of a page: an instant and an id, newest first. */
export interface TimeKey {
  readonly at: Date;
  readonly id: number;
}

export interface ReceivedFilter {
  /** Calendar year, B.E. */
  readonly year?: number | undefined;
  readonly unread?: boolean | undefined;
  readonly words?: string | undefined;
  readonly before?: TimeKey | undefined;
  readonly limit: number;
}

export interface ReceivedLine {
  readonly id: number;
  readonly reference: string;
  readonly subject: string;
  /** The sending unit's abbreviation. */
  readonly from: string;
  readonly urgency: Urgency;
  readonly state: Exclude<LetterState, 'draft'>;
  readonly letterDate: string;
  readonly respondBy: string | null;
  readonly deliveredAt: Date;
  readonly opened: boolean;
  readonly acknowledged: boolean;
}

/** Lines after the last one of the page before. */
const isBefore = (column: 'r.delivered_at' | 'l.issued_at', id: 'r.letter_id' | 'l.id') => (key: TimeKey) => sql`(${sql.raw(column)}, ${sql.raw(id)}) < (${key.at}::timestamptz, ${key.id}::bigint)`;

/**
 * Circulars that reached the actor as a person, through a post or a unit; newest first. One statement: each of his
 * parties gives its newest, of a letter that came by several ways only the last one counts, and the page is cut from those.
 * A year is asked for as a span and stands in the order, so that it is not sought past everything newer.
 */
export async function receivedCirculars(tx: ReadTx, filter: ReceivedFilter): Promise<ReceivedLine[]> {
  const ids = sql`${tx.actor.principals.filter((id) => id !== 1)}::int[]`;
  const { rows } = await sql<ReceivedLine>`
    select l.id, l.reference, l.subject, coalesce(nullif(l.from_short, ''), l.from_text) as "from", l.urgency, l.state, l.letter_date as "letterDate",
      l.respond_by as "respondBy", p.delivered_at as "deliveredAt", own.opened, own.acknowledged
    from (
      select c.letter_id, c.delivered_at from unnest(${ids}) as me (id) cross join lateral (
        select r.letter_id, r.delivered_at from correspondence.letter_recipient r join correspondence.letter l on l.id = r.letter_id
        where r.recipient_id = me.id and r.circular_year is not null and l.state <> 'draft'
          and not exists (select from correspondence.letter_recipient o where o.letter_id = r.letter_id and o.recipient_id = any(${ids})
            and (o.delivered_at, o.recipient_id) > (r.delivered_at, r.recipient_id))
          ${only(filter.year, (year) => sql`r.circular_year between ${year}::int and ${year}::int`)}
          ${only(filter.unread || undefined, () => sql`r.first_opened_at is null and l.state in ('issued', 'corrected')
            and not exists (select from correspondence.letter_recipient o where o.letter_id = r.letter_id and o.recipient_id = any(${ids}) and o.first_opened_at is not null)`)}
          ${only(anywhere(filter.words), (words) => sql`(l.subject ilike ${words} or l.reference like ${referencePattern(filter.words ?? '')} or l.from_text ilike ${words})`)}
          ${only(filter.before, isBefore('r.delivered_at', 'r.letter_id'))}
        order by ${filter.year === undefined ? sql`` : sql`r.circular_year desc, `}r.delivered_at desc, r.letter_id desc limit ${filter.limit}
      ) c order by c.delivered_at desc, c.letter_id desc limit ${filter.limit}
    ) p join correspondence.letter l on l.id = p.letter_id cross join lateral (
      select bool_or(first_opened_at is not null) as opened, bool_and(acknowledged_at is not null) as acknowledged
      from correspondence.letter_recipient where letter_id = p.letter_id and recipient_id = any(${ids})
    ) own order by p.delivered_at desc, p.letter_id desc`.execute(tx.db);
  return rows;
}

export interface SentFilter {
  readonly unitId: number;
  readonly year?: number | undefined;
  readonly words?: string | undefined;
  readonly before?: TimeKey | undefined;
  readonly limit: number;
}

export interface SentLine {
  readonly id: number;
  readonly reference: string;
  readonly subject: string;
  readonly toText: string;
  readonly urgency: Urgency;
  readonly state: Exclude<LetterState, 'draft'>;
  readonly circular: boolean;
  readonly letterDate: string;
  readonly issuedAt: Date;
  readonly recipients: number;
  readonly opened: number;
  readonly acknowledged: number;
}

/** Letters that a unit sent, newest first, with how far each got. One statement. */
export async function sentLetters(tx: ReadTx, filter: SentFilter): Promise<SentLine[]> {
  const { rows } = await sql<SentLine>`
    select p.*, c.opened, c.acknowledged from (
      select l.id, l.reference, l.subject, l.to_text as "toText", l.urgency, l.state, l.circular, l.letter_date as "letterDate",
        l.issued_at as "issuedAt", l.recipient_count as recipients
      from correspondence.letter l
      where l.owner_unit_id = ${filter.unitId} and l.state <> 'draft' and ${mayRead(tx)} and ${standsFor(tx, filter.unitId)}
        ${only(filter.year, (year) => sql`l.letter_year between ${year}::int and ${year}::int`)}
        ${only(anywhere(filter.words), (words) => sql`(l.subject ilike ${words} or l.reference like ${referencePattern(filter.words ?? '')} or l.to_text ilike ${words})`)}
        ${only(filter.before, isBefore('l.issued_at', 'l.id'))}
      order by ${filter.year === undefined ? sql`` : sql`l.letter_year desc, `}l.issued_at desc, l.id desc limit ${filter.limit}
    ) p cross join lateral (
      select count(first_opened_at)::int as opened, count(acknowledged_at)::int as acknowledged
      from correspondence.letter_recipient r where r.letter_id = p.id and r.passed_from_id is null
    ) c order by p."issuedAt" desc, p.id desc`.execute(tx.db);
  return rows;
}

export interface DraftLine {
  readonly id: number;
  readonly subject: string;
  readonly toText: string;
  readonly urgency: Urgency;
  readonly draftedByName: string;
  readonly changedAt: Date;
  readonly forSignatureAt: Date | null;
}

/** Drafts of a unit, last changed first; at most 100. */
export async function draftsOf(tx: ReadTx, unitId: number): Promise<DraftLine[]> {
  const rows = await tx.db
    .selectFrom('correspondence.letter as l')
    .select(['l.id', 'l.subject', 'l.to_text as toText', 'l.urgency', 'l.drafted_by_name as draftedByName', 'l.changed_at as changedAt', 'l.for_signature_at as forSignatureAt'])
    .where('l.owner_unit_id', '=', unitId)
    .where('l.state', '=', 'draft')
    .where(mayRead(tx))
    .orderBy('l.changed_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({ ...row, urgency: row.urgency as Urgency }));
}
