// Meetings themselves: numbers, the list, one meeting, its state and its changes.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { SectionKind } from '../domain/minutes-document.ts';
import type { MeetingState } from '../domain/meeting-state.ts';

export interface MeetingRow {
  readonly id: number;
  readonly committeeId: number;
  readonly committeeName: string;
  readonly number: number;
  readonly yearBe: number;
  readonly title: string;
  readonly fiscalYear: number | null;
  /** `YYYY-MM-DD`. */
  readonly heldOn: string;
  /** `HH:MM`, Asia/Bangkok. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly actualStartsAt: string | null;
  readonly actualEndsAt: string | null;
  readonly place: string | null;
  readonly link: string | null;
  readonly state: MeetingState;
  readonly sections: SectionKind[];
  readonly quorumRule: string | null;
  readonly quorumPresent: number | null;
  readonly quorumRequired: number | null;
  readonly quorumMet: boolean | null;
  readonly invitationLetterId: number | null;
  readonly invitationNumber: string | null;
  readonly invitedOn: string | null;
  readonly calendarSequence: number;
  readonly ownerUnitId: number;
  readonly readers: number[];
  readonly rev: number;
}

const columns = [
  'id', 'committee_id as committeeId', 'committee_name as committeeName', 'number', 'year_be as yearBe', 'title',
  'fiscal_year as fiscalYear', 'held_on as heldOn', 'starts_at as startsAt', 'ends_at as endsAt',
  'actual_starts_at as actualStartsAt', 'actual_ends_at as actualEndsAt', 'place', 'link', 'state', 'sections',
  'quorum_rule as quorumRule', 'quorum_present as quorumPresent', 'quorum_required as quorumRequired',
  'quorum_met as quorumMet', 'invitation_letter_id as invitationLetterId', 'invitation_number as invitationNumber',
  'invited_on as invitedOn', 'calendar_sequence as calendarSequence', 'owner_unit_id as ownerUnitId', 'readers', 'rev',
] as const;

/** The meeting, or undefined when there is none that the actor may see. */
export async function findMeeting(tx: ReadTx, id: number): Promise<MeetingRow | undefined> {
  const row = await tx.db.selectFrom('meetings.meeting').select(columns).where('id', '=', id).executeTakeFirst();
  return row as MeetingRow | undefined;
}

/** Locks the meeting for the rest of the transaction, so that two steps on one meeting follow each other. */
export async function lockMeeting(tx: Tx, id: number): Promise<MeetingRow | undefined> {
  const row = await tx.db.selectFrom('meetings.meeting').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();
  return row as MeetingRow | undefined;
}

export interface MeetingFilter {
  readonly committeeId?: number;
  readonly yearBe?: number;
  readonly state?: MeetingState;
  /** First and last day, both included. */
  readonly from?: string;
  readonly to?: string;
  /** Words in title or committee name. */
  readonly words?: string;
}

export interface MeetingKey {
  readonly heldOn: string;
  readonly id: number;
}

/** Newest first, paged by key: at most `limit` rows after `after`. */
export async function listMeetings(tx: ReadTx, filter: MeetingFilter, limit: number, after?: MeetingKey): Promise<MeetingRow[]> {
  let query = tx.db.selectFrom('meetings.meeting').select(columns);
  if (filter.committeeId !== undefined) query = query.where('committee_id', '=', filter.committeeId);
  if (filter.yearBe !== undefined) query = query.where('year_be', '=', filter.yearBe);
  if (filter.state !== undefined) query = query.where('state', '=', filter.state);
  if (filter.from !== undefined) query = query.where('held_on', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('held_on', '<=', filter.to);
  if (filter.words !== undefined) {
    const like = `%${filter.words.replaceAll(/[\\%_]/gu, '\\$&')}%`;
    query = query.where((eb) => eb.or([eb('title', 'ilike', like), eb('committee_name', 'ilike', like)]));
  }
  if (after) query = query.where(sql<boolean>`(held_on, id) < (${after.heldOn}::date, ${after.id}::int)`);
  const rows = await query.orderBy('held_on', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows as MeetingRow[];
}

/** Years (พ.ศ.) that have meetings which the actor may see, newest first. */
export async function meetingYears(tx: ReadTx): Promise<number[]> {
  const rows = await tx.db.selectFrom('meetings.meeting').select('year_be as yearBe').distinct().orderBy('year_be', 'desc').execute();
  return rows.map((row) => row.yearBe);
}

/** Number of the last meeting of a committee in a year; 0 where none has a number yet. */
export async function lastNumber(tx: ReadTx, committeeId: number, yearBe: number): Promise<number> {
  const row = await tx.db.selectFrom('meetings.series').select('last_number as last')
    .where('committee_id', '=', committeeId).where('year_be', '=', yearBe).executeTakeFirst();
  return row?.last ?? 0;
}

/**
 * Takes the next number of a committee's calendar year; the row stays locked to the end of the transaction, so the
 * numbers have no gaps. `startAt` is heeded only by the first meeting of a year that Krom knows: a committee that met
 * before the office moved in goes on counting.
 */
export async function takeNumber(tx: Tx, committeeId: number, yearBe: number, startAt = 1): Promise<number> {
  const row = await tx.db.insertInto('meetings.series')
    .values({ committee_id: committeeId, year_be: yearBe, last_number: startAt })
    .onConflict((oc) => oc.columns(['committee_id', 'year_be']).doUpdateSet({ last_number: sql`meetings.series.last_number + 1` }))
    .returning('last_number as number').executeTakeFirstOrThrow();
  return row.number;
}

export interface NewMeeting {
  readonly committeeId: number;
  readonly committeeName: string;
  readonly number: number;
  readonly yearBe: number;
  readonly title: string;
  readonly fiscalYear: number | null;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string | null;
  readonly link: string | null;
  readonly sections: readonly SectionKind[];
  readonly ownerUnitId: number;
  /** Party ids that may read the meeting besides its secretariat. */
  readonly readers: readonly number[];
}

export async function insertMeeting(tx: Tx, meeting: NewMeeting, at: Date): Promise<number> {
  const row = await tx.db.insertInto('meetings.meeting').values({
    committee_id: meeting.committeeId, committee_name: meeting.committeeName, number: meeting.number,
    year_be: meeting.yearBe, title: meeting.title, fiscal_year: meeting.fiscalYear, held_on: meeting.heldOn,
    starts_at: meeting.startsAt, ends_at: meeting.endsAt, place: meeting.place, link: meeting.link,
    sections: [...meeting.sections], owner_unit_id: meeting.ownerUnitId, readers: [...new Set(meeting.readers)],
    created_at: at, created_by: tx.actor.id, updated_at: at,
  }).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

export interface MeetingDetails {
  readonly title?: string;
  readonly fiscalYear?: number | null;
  readonly heldOn?: string;
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly place?: string | null;
  readonly link?: string | null;
  readonly sections?: readonly SectionKind[];
}

/** Changes what is planned; the calendar file's sequence grows with it. */
export async function updateDetails(tx: Tx, id: number, details: MeetingDetails, at: Date): Promise<void> {
  const set = {
    title: details.title, fiscal_year: details.fiscalYear, held_on: details.heldOn, starts_at: details.startsAt,
    ends_at: details.endsAt, place: details.place, link: details.link,
    sections: details.sections && [...details.sections],
  };
  const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
  await tx.db.updateTable('meetings.meeting')
    .set({ ...given, updated_at: at, rev: sql`rev + 1`, calendar_sequence: sql`calendar_sequence + 1` })
    .where('id', '=', id).execute();
}

/** Moves the meeting to a state. Whether the step is allowed is asked of `domain/meeting-state.ts` before. */
export async function setMeetingState(tx: Tx, id: number, state: MeetingState, at: Date): Promise<void> {
  await tx.db.updateTable('meetings.meeting').set({ state, updated_at: at, rev: sql`rev + 1` }).where('id', '=', id).execute();
}

export interface HeldFacts {
  readonly actualStartsAt: string;
  readonly actualEndsAt: string | null;
  readonly quorumRule: string;
  readonly quorumPresent: number;
  readonly quorumRequired: number;
  readonly quorumMet: boolean;
}

export async function setHeld(tx: Tx, id: number, held: HeldFacts, at: Date): Promise<void> {
  await tx.db.updateTable('meetings.meeting').set({
    actual_starts_at: held.actualStartsAt, actual_ends_at: held.actualEndsAt, quorum_rule: held.quorumRule,
    quorum_present: held.quorumPresent, quorum_required: held.quorumRequired, quorum_met: held.quorumMet,
    updated_at: at, rev: sql`rev + 1`,
  }).where('id', '=', id).execute();
}

/** Notes the letter of the invitation; a later letter to further guests does not take its place. */
export async function setInvited(tx: Tx, id: number, letter: { id: number; number: string; on: string }, at: Date): Promise<void> {
  await tx.db.updateTable('meetings.meeting').set({
    invitation_letter_id: sql`coalesce(invitation_letter_id, ${letter.id})`, invitation_number: sql`coalesce(invitation_number, ${letter.number})`,
    invited_on: sql`coalesce(invited_on, ${letter.on}::date)`, state: 'invited',
    updated_at: at, rev: sql`rev + 1`,
  }).where('id', '=', id).execute();
}

/** Lets more parties read the meeting; those who read it already stay. */
export async function addMeetingReaders(tx: Tx, id: number, partyIds: readonly number[]): Promise<void> {
  if (partyIds.length === 0) return;
  await tx.db.updateTable('meetings.meeting')
    .set({ readers: sql`(select array_agg(distinct r) from unnest(readers || ${[...partyIds]}::int[]) r)` })
    .where('id', '=', id).execute();
}

export interface MeetingChange {
  readonly kind: 'details' | 'postponed' | 'cancelled';
  readonly reason: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  readonly at: Date;
  readonly byName: string;
}

export async function insertChange(tx: Tx, meetingId: number, change: Omit<MeetingChange, 'byName'>): Promise<void> {
  await tx.db.insertInto('meetings.meeting_change').values({
    meeting_id: meetingId, kind: change.kind, reason: change.reason, before: JSON.stringify(change.before),
    after: JSON.stringify(change.after), at: change.at, by_person_id: tx.actor.id, by_name: tx.actor.name,
  }).execute();
}

/** Changes after planning, oldest first. */
export async function listChanges(tx: ReadTx, meetingId: number): Promise<MeetingChange[]> {
  const rows = await tx.db.selectFrom('meetings.meeting_change')
    .select(['kind', 'reason', 'before', 'after', 'at', 'by_name as byName']).where('meeting_id', '=', meetingId).orderBy('id').execute();
  return rows as unknown as MeetingChange[];
}

/** Meetings of the same committee before (`-1`) or after (`1`) a day, nearest first. */
export async function nearestMeeting(tx: ReadTx, committeeId: number, day: string, direction: -1 | 1): Promise<MeetingRow | undefined> {
  const row = await tx.db.selectFrom('meetings.meeting').select(columns)
    .where('committee_id', '=', committeeId).where('state', '!=', 'cancelled')
    .where('held_on', direction === -1 ? '<' : '>', day)
    .orderBy('held_on', direction === -1 ? 'desc' : 'asc').orderBy('id').limit(1).executeTakeFirst();
  return row as MeetingRow | undefined;
}
