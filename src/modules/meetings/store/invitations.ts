// Who is asked to come, and what they answered.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';

export type Reply = 'none' | 'coming' | 'representative' | 'not-coming';

export interface InvitationRow {
  readonly id: number;
  readonly meetingId: number;
  readonly kind: 'member' | 'participant';
  readonly partyId: number;
  readonly personId: number | null;
  readonly positionId: number | null;
  readonly unitId: number | null;
  readonly name: string;
  readonly position: string;
  readonly unit: string;
  readonly role: string;
  readonly countsForQuorum: boolean;
  readonly ordinal: number;
  readonly answerers: number[];
  readonly sentAt: Date | null;
  readonly reply: Reply;
  readonly representativePersonId: number | null;
  readonly representativeName: string | null;
  readonly representativePosition: string | null;
  readonly reason: string | null;
  readonly repliedAt: Date | null;
  readonly replyVia: 'online' | 'secretary' | null;
}

const columns = [
  'id', 'meeting_id as meetingId', 'kind', 'party_id as partyId', 'person_id as personId', 'position_id as positionId',
  'unit_id as unitId', 'name', 'position', 'unit', 'role', 'counts_for_quorum as countsForQuorum', 'ordinal', 'answerers',
  'sent_at as sentAt', 'reply', 'representative_person_id as representativePersonId', 'representative_name as representativeName',
  'representative_position as representativePosition', 'reason', 'replied_at as repliedAt', 'reply_via as replyVia',
] as const;

/** The guest list, members first. */
export async function listInvitations(tx: ReadTx, meetingId: number): Promise<InvitationRow[]> {
  const rows = await tx.db.selectFrom('meetings.invitation').select(columns)
    .where('meeting_id', '=', meetingId).where('withdrawn_at', 'is', null)
    .orderBy('kind').orderBy('ordinal').orderBy('id').execute();
  return rows as InvitationRow[];
}

export async function findInvitation(tx: ReadTx, meetingId: number, id: number): Promise<InvitationRow | undefined> {
  const row = await tx.db.selectFrom('meetings.invitation').select(columns)
    .where('id', '=', id).where('meeting_id', '=', meetingId).where('withdrawn_at', 'is', null).executeTakeFirst();
  return row as InvitationRow | undefined;
}

/** Invitations of the meeting that the actor may answer, by person, post or unit. */
export async function ownInvitations(tx: ReadTx, meetingId: number): Promise<InvitationRow[]> {
  const rows = await tx.db.selectFrom('meetings.invitation').select(columns)
    .where('meeting_id', '=', meetingId).where('withdrawn_at', 'is', null)
    .where(sql<boolean>`answerers && ${[...tx.actor.principals]}::int[]`).orderBy('ordinal').execute();
  return rows as InvitationRow[];
}

export interface NewInvitation {
  readonly kind: 'member' | 'participant';
  readonly partyId: number;
  readonly personId?: number | null;
  readonly positionId?: number | null;
  readonly unitId?: number | null;
  readonly name: string;
  readonly position?: string;
  readonly unit?: string;
  readonly role?: string;
  readonly countsForQuorum?: boolean;
  readonly answerers: readonly number[];
}

/** Puts people, posts or units on the guest list; one who stands there already, or was taken off, is brought up to date. */
export async function insertInvitations(tx: Tx, meetingId: number, guests: readonly NewInvitation[]): Promise<void> {
  if (guests.length === 0) return;
  const { next } = await tx.db.selectFrom('meetings.invitation')
    .select((eb) => eb.fn.coalesce(eb.fn.max('ordinal'), sql<number>`0`).as('next')).where('meeting_id', '=', meetingId).executeTakeFirstOrThrow();
  await tx.db.insertInto('meetings.invitation').values(guests.map((guest, index) => ({
    meeting_id: meetingId, kind: guest.kind, party_id: guest.partyId, person_id: guest.personId ?? null,
    position_id: guest.positionId ?? null, unit_id: guest.unitId ?? null, name: guest.name, position: guest.position ?? '',
    unit: guest.unit ?? '', role: guest.role ?? '', counts_for_quorum: guest.countsForQuorum ?? false,
    ordinal: Number(next) + index + 1, answerers: [...new Set(guest.answerers)],
  }))).onConflict((oc) => oc.columns(['meeting_id', 'party_id']).doUpdateSet((eb) => ({
    kind: eb.ref('excluded.kind'), name: eb.ref('excluded.name'), position: eb.ref('excluded.position'), unit: eb.ref('excluded.unit'),
    role: eb.ref('excluded.role'), counts_for_quorum: eb.ref('excluded.counts_for_quorum'), person_id: eb.ref('excluded.person_id'),
    answerers: eb.ref('excluded.answerers'), withdrawn_at: null,
  }))).execute();
}

export async function withdrawInvitation(tx: Tx, id: number, at: Date): Promise<void> {
  await tx.db.updateTable('meetings.invitation').set({ withdrawn_at: at }).where('id', '=', id).execute();
}

/** Marks those not yet sent as sent; answers who they are. */
export async function markInvitationsSent(tx: Tx, meetingId: number, at: Date): Promise<InvitationRow[]> {
  const rows = await tx.db.updateTable('meetings.invitation').set({ sent_at: at })
    .where('meeting_id', '=', meetingId).where('sent_at', 'is', null).where('withdrawn_at', 'is', null).returning(columns).execute();
  return rows as InvitationRow[];
}

/** A new day asks everybody again. */
export async function clearReplies(tx: Tx, meetingId: number): Promise<void> {
  await tx.db.updateTable('meetings.invitation').set({
    reply: 'none', representative_person_id: null, representative_name: null, representative_position: null,
    reason: null, replied_at: null, replied_by: null, reply_via: null,
  }).where('meeting_id', '=', meetingId).execute();
}

export interface ReplyGiven {
  readonly reply: Exclude<Reply, 'none'>;
  readonly representative?: { readonly personId: number | null; readonly name: string; readonly position: string };
  readonly reason?: string;
  readonly via: 'online' | 'secretary';
}

/** Keeps an answer; a representative of the house may read the meeting from then on. */
export async function recordReply(tx: Tx, id: number, given: ReplyGiven, at: Date): Promise<void> {
  const who = given.reply === 'representative' ? given.representative : undefined;
  await tx.db.updateTable('meetings.invitation').set({
    reply: given.reply, representative_person_id: who?.personId ?? null, representative_name: who?.name ?? null,
    representative_position: who?.position ?? null, reason: given.reason ?? null, replied_at: at, replied_by: tx.actor.id, reply_via: given.via,
  }).where('id', '=', id).execute();
  if (who?.personId) await sql`select meetings.admit_representative(${id}, ${who.personId})`.execute(tx.db);
}
