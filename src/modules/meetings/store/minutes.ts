// Minutes and their versions: content, signatures, locks.
import { sql } from 'kysely';
import type { Authority } from '../../../platform/access/actor.ts';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import { contentHash } from './content-hash.ts';
import { minutesDocumentSchema } from '../domain/minutes-document.ts';
import type { MinutesDocument } from '../domain/minutes-document.ts';
import type { AppliedChange } from '../domain/suggestions.ts';

export type MinutesState = 'drafting' | 'drafted' | 'checked' | 'circulated' | 'correcting' | 'certified';
export type CertifiedHow = 'circulation' | 'same-meeting' | 'next-meeting';

export interface MinutesRow {
  readonly id: number;
  readonly meetingId: number;
  readonly state: MinutesState;
  readonly currentVersionId: number | null;
  readonly drafterId: number | null;
  readonly checkerId: number | null;
  readonly certifiedAt: Date | null;
  readonly certifiedOn: string | null;
  readonly certifiedHow: CertifiedHow | null;
  readonly certifiedInMeetingId: number | null;
  readonly certifiedWords: string | null;
  readonly ownerUnitId: number;
}

/** A signature as given: who, in which post, on whose authority. */
export interface SignatureGiven {
  readonly personId: number;
  readonly name: string;
  readonly position: string;
  readonly authority: Authority;
  readonly at: Date;
}

/** A signature that stands under an earlier version of the same minutes. */
export interface EarlierSignature {
  /** Number of the version that was signed. */
  readonly number: number;
  readonly at: Date;
}

export interface VersionRow {
  readonly id: number;
  readonly minutesId: number;
  readonly number: number;
  readonly content: MinutesDocument;
  readonly contentHash: string;
  readonly rev: number;
  readonly changes: readonly AppliedChange[];
  readonly madeFrom: 'draft' | 'corrections' | 'meeting';
  readonly drafted: SignatureGiven | null;
  readonly checked: SignatureGiven | null;
  /** For a version with corrections: the lines that were signed under a version before and not again under this one. */
  readonly signedBefore: { readonly drafter: EarlierSignature | null; readonly checker: EarlierSignature | null };
  readonly pdfFileId: number | null;
  readonly certifiedPdfFileId: number | null;
  readonly differencePdfFileId: number | null;
  readonly lockedAt: Date | null;
  readonly ownerUnitId: number;
  readonly readers: number[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly updatedBy: number;
  readonly updatedName: string;
}

const minutesColumns = [
  'id', 'meeting_id as meetingId', 'state', 'current_version_id as currentVersionId', 'drafter_id as drafterId',
  'checker_id as checkerId', 'certified_at as certifiedAt', 'certified_on as certifiedOn', 'certified_how as certifiedHow',
  'certified_in_meeting_id as certifiedInMeetingId', 'certified_words as certifiedWords', 'owner_unit_id as ownerUnitId',
] as const;

export async function minutesOf(tx: ReadTx, meetingId: number): Promise<MinutesRow | undefined> {
  const row = await tx.db.selectFrom('meetings.minutes').select(minutesColumns).where('meeting_id', '=', meetingId).executeTakeFirst();
  return row as MinutesRow | undefined;
}

export async function findMinutes(tx: ReadTx, id: number): Promise<MinutesRow | undefined> {
  const row = await tx.db.selectFrom('meetings.minutes').select(minutesColumns).where('id', '=', id).executeTakeFirst();
  return row as MinutesRow | undefined;
}

function signature(row: Record<string, unknown>, who: 'drafted' | 'checked'): SignatureGiven | null {
  const at = row[`${who}_at`];
  if (!(at instanceof Date)) return null;
  return {
    at, personId: Number(row[`${who}_by`]), name: String(row[`${who}_name`] ?? ''), position: String(row[`${who}_position`] ?? ''),
    authority: row[`${who}_authority`] as Authority,
  };
}

/** Corrections are decided after the minutes were signed: who does not sign again signed the version before, which is kept. */
async function signedBefore(tx: ReadTx, row: Record<string, unknown>): Promise<VersionRow['signedBefore']> {
  if (row['made_from'] === 'draft' || (row['drafted_at'] && row['checked_at'])) return { drafter: null, checker: null };
  const earlier = await tx.db.selectFrom('meetings.minutes_version').select(['number', 'drafted_at', 'checked_at'])
    .where('minutes_id', '=', row['minutes_id'] as number).where('number', '<', row['number'] as number).orderBy('number', 'desc').execute();
  const line = (at: 'drafted_at' | 'checked_at'): EarlierSignature | null => {
    const signed = row[at] ? undefined : earlier.find((one) => one[at]);
    return signed?.[at] ? { number: signed.number, at: signed[at] } : null;
  };
  return { drafter: line('drafted_at'), checker: line('checked_at') };
}

async function toVersion(tx: ReadTx, row: Record<string, unknown>): Promise<VersionRow> {
  return {
    id: row['id'] as number, minutesId: row['minutes_id'] as number, number: row['number'] as number,
    content: minutesDocumentSchema.parse(row['content']), contentHash: row['content_hash'] as string, rev: row['rev'] as number,
    changes: row['changes'] as readonly AppliedChange[], madeFrom: row['made_from'] as VersionRow['madeFrom'],
    drafted: signature(row, 'drafted'), checked: signature(row, 'checked'), signedBefore: await signedBefore(tx, row),
    pdfFileId: row['pdf_file_id'] as number | null, certifiedPdfFileId: row['certified_pdf_file_id'] as number | null,
    differencePdfFileId: row['difference_pdf_file_id'] as number | null, lockedAt: row['locked_at'] as Date | null,
    ownerUnitId: row['owner_unit_id'] as number, readers: row['readers'] as number[], createdAt: row['created_at'] as Date,
    updatedAt: row['updated_at'] as Date, updatedBy: row['updated_by'] as number, updatedName: row['updated_name'] as string,
  };
}

/** One version with its content; undefined when it is not the actor's to see (a draft is its secretariat's alone). */
export async function findVersion(tx: ReadTx, id: number): Promise<VersionRow | undefined> {
  const row = await tx.db.selectFrom('meetings.minutes_version').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toVersion(tx, row);
}

/** As `findVersion`, locked to the end of the transaction: savers follow each other. */
export async function lockVersionRow(tx: Tx, id: number): Promise<VersionRow | undefined> {
  const row = await tx.db.selectFrom('meetings.minutes_version').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toVersion(tx, row);
}

/** Versions that the actor may see, oldest first, without their contents. */
export async function listVersions(tx: ReadTx, minutesId: number): Promise<{ id: number; number: number; madeFrom: string; createdAt: Date; lockedAt: Date | null; differencePdfFileId: number | null }[]> {
  return tx.db.selectFrom('meetings.minutes_version')
    .select(['id', 'number', 'made_from as madeFrom', 'created_at as createdAt', 'locked_at as lockedAt', 'difference_pdf_file_id as differencePdfFileId'])
    .where('minutes_id', '=', minutesId).orderBy('number').execute();
}

export interface NewMinutes {
  readonly meetingId: number;
  readonly ownerUnitId: number;
  readonly drafterId: number | null;
  readonly checkerId: number | null;
}

/** Begins the minutes of a meeting with version 1. */
export async function insertMinutes(tx: Tx, minutes: NewMinutes, content: MinutesDocument, at: Date): Promise<{ minutesId: number; versionId: number }> {
  const { id } = await tx.db.insertInto('meetings.minutes').values({
    meeting_id: minutes.meetingId, owner_unit_id: minutes.ownerUnitId, drafter_id: minutes.drafterId, checker_id: minutes.checkerId,
    created_at: at, created_by: tx.actor.id,
  }).returning('id').executeTakeFirstOrThrow();
  const versionId = await insertVersion(tx, { minutesId: id, ownerUnitId: minutes.ownerUnitId, content, madeFrom: 'draft', readers: readersOfDraft(minutes) }, at);
  return { minutesId: id, versionId };
}

/** A draft is read by its secretariat and, wherever they sit, its writer and its checker. */
function readersOfDraft(minutes: { drafterId: number | null; checkerId: number | null }): number[] {
  return [minutes.drafterId, minutes.checkerId].filter((id): id is number => id !== null);
}

export interface NewVersion {
  readonly minutesId: number;
  readonly ownerUnitId: number;
  readonly content: MinutesDocument;
  readonly madeFrom: VersionRow['madeFrom'];
  readonly changes?: readonly AppliedChange[];
  readonly readers: readonly number[];
}

/** The next version; it becomes the current one. */
export async function insertVersion(tx: Tx, version: NewVersion, at: Date): Promise<number> {
  const content = minutesDocumentSchema.parse(version.content);
  const { id } = await tx.db.insertInto('meetings.minutes_version').values({
    minutes_id: version.minutesId, content: JSON.stringify(content), content_hash: contentHash(content), made_from: version.madeFrom,
    changes: JSON.stringify(version.changes ?? []), owner_unit_id: version.ownerUnitId, readers: [...new Set(version.readers)],
    number: sql<number>`(select coalesce(max(number), 0) + 1 from meetings.minutes_version where minutes_id = ${version.minutesId})`,
    created_at: at, created_by: tx.actor.id, updated_at: at, updated_by: tx.actor.id, updated_name: tx.actor.name,
  }).returning('id').executeTakeFirstOrThrow();
  await keepRevision(tx, id, 1, content, at);
  await tx.db.updateTable('meetings.minutes').set({ current_version_id: id }).where('id', '=', version.minutesId).execute();
  return id;
}

async function keepRevision(tx: Tx, versionId: number, rev: number, content: MinutesDocument, at: Date): Promise<void> {
  await tx.db.insertInto('meetings.minutes_revision').values({
    version_id: versionId, rev, content: JSON.stringify(content), saved_at: at, saved_by: tx.actor.id, saved_name: tx.actor.name,
  }).execute();
}

/**
 * Writes the content if nobody else has since `rev`. Answers the new rev, or undefined when somebody was faster, the
 * version is locked or it is not the actor's: then nothing is written.
 */
export async function saveContent(tx: Tx, versionId: number, rev: number, content: MinutesDocument, at: Date): Promise<number | undefined> {
  const parsed = minutesDocumentSchema.parse(content);
  const row = await tx.db.updateTable('meetings.minutes_version').set({
    content: JSON.stringify(parsed), content_hash: contentHash(parsed), rev: sql`rev + 1`, updated_at: at, updated_by: tx.actor.id, updated_name: tx.actor.name,
  }).where('id', '=', versionId).where('rev', '=', rev).where('locked_at', 'is', null).where('drafted_at', 'is', null)
    .returning('rev').executeTakeFirst();
  if (!row) return undefined;
  await keepRevision(tx, versionId, row.rev, parsed, at);
  return row.rev;
}

export interface RevisionRow {
  readonly rev: number;
  readonly content: MinutesDocument;
  readonly savedAt: Date;
  readonly savedName: string;
}

/** The content as it was at one save. */
export async function findRevision(tx: ReadTx, versionId: number, rev: number): Promise<RevisionRow | undefined> {
  const row = await tx.db.selectFrom('meetings.minutes_revision')
    .select(['rev', 'content', 'saved_at as savedAt', 'saved_name as savedName'])
    .where('version_id', '=', versionId).where('rev', '=', rev).executeTakeFirst();
  return row && { ...row, content: minutesDocumentSchema.parse(row.content) };
}

export async function setMinutesState(tx: Tx, minutesId: number, state: Exclude<MinutesState, 'certified'>): Promise<void> {
  await tx.db.updateTable('meetings.minutes').set({ state }).where('id', '=', minutesId).execute();
}

export async function setWriters(tx: Tx, minutesId: number, writers: { drafterId: number | null; checkerId: number | null }): Promise<void> {
  await tx.db.updateTable('meetings.minutes').set({ drafter_id: writers.drafterId, checker_id: writers.checkerId }).where('id', '=', minutesId).execute();
  const readers = readersOfDraft(writers);
  if (readers.length > 0) {
    await tx.db.updateTable('meetings.minutes_version')
      .set({ readers: sql`(select array_agg(distinct r) from unnest(readers || ${readers}::int[]) r)` })
      .where('minutes_id', '=', minutesId).where('locked_at', 'is', null).execute();
  }
}

export async function signVersion(tx: Tx, versionId: number, who: 'drafter' | 'checker', given: SignatureGiven): Promise<void> {
  const authority = JSON.stringify(given.authority);
  await tx.db.updateTable('meetings.minutes_version').set(
    who === 'drafter'
      ? { drafted_at: given.at, drafted_by: given.personId, drafted_name: given.name, drafted_position: given.position, drafted_authority: authority }
      : { checked_at: given.at, checked_by: given.personId, checked_name: given.name, checked_position: given.position, checked_authority: authority },
  ).where('id', '=', versionId).execute();
}

/** Takes a signature back and keeps what it was, with the reason. */
export async function undoSignature(tx: Tx, version: VersionRow, who: 'drafter' | 'checker', reason: string, at: Date): Promise<void> {
  const was = who === 'drafter' ? version.drafted : version.checked;
  await tx.db.insertInto('meetings.signature_undone').values({
    version_id: version.id, who, was: JSON.stringify(was), reason, at, by_person_id: tx.actor.id, by_name: tx.actor.name,
  }).execute();
  await tx.db.updateTable('meetings.minutes_version').set(
    who === 'drafter'
      ? { drafted_at: null, drafted_by: null, drafted_name: null, drafted_position: null, drafted_authority: null }
      : { checked_at: null, checked_by: null, checked_name: null, checked_position: null, checked_authority: null },
  ).where('id', '=', version.id).execute();
}

/** Closes a version for good; from then on the database itself refuses another content. */
export async function lockVersion(tx: Tx, versionId: number, at: Date): Promise<void> {
  await tx.db.updateTable('meetings.minutes_version').set({ locked_at: at }).where('id', '=', versionId).where('locked_at', 'is', null).execute();
}

export async function addVersionReaders(tx: Tx, versionId: number, partyIds: readonly number[]): Promise<void> {
  if (partyIds.length === 0) return;
  await tx.db.updateTable('meetings.minutes_version')
    .set({ readers: sql`(select array_agg(distinct r) from unnest(readers || ${[...partyIds]}::int[]) r)` }).where('id', '=', versionId).execute();
}

/** The files made of a version. */
export async function setVersionFiles(tx: Tx, versionId: number, files: { pdf?: number; certifiedPdf?: number; differencePdf?: number }): Promise<void> {
  const set = { pdf_file_id: files.pdf, certified_pdf_file_id: files.certifiedPdf, difference_pdf_file_id: files.differencePdf };
  const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
  if (Object.keys(given).length > 0) await tx.db.updateTable('meetings.minutes_version').set(given).where('id', '=', versionId).execute();
}

/** Records that the minutes are certified: when, how, in which meeting, in which words. */
export async function setCertified(tx: Tx, minutesId: number, certified: { at: Date; on: string; how: CertifiedHow; inMeetingId?: number; words: string }): Promise<void> {
  await tx.db.updateTable('meetings.minutes').set({
    state: 'certified', certified_at: certified.at, certified_on: certified.on, certified_how: certified.how,
    certified_in_meeting_id: certified.inMeetingId ?? null, certified_words: certified.words,
  }).where('id', '=', minutesId).execute();
}
