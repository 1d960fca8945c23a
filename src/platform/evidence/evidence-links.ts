import { sql } from 'kysely';
import type { ReadTx, Tx } from '../db/database.ts';
import { fail, notFound, ok, type Result } from '../result.ts';
import type { EvidenceSource } from './evidence.ts';

export interface RecordRef {
  readonly type: string;
  readonly id: number;
}

export interface NewEvidence {
  /** The record that is proved. */
  readonly for: RecordRef;
  /** What proves it. */
  readonly of: RecordRef;
  readonly note?: string;
  /** Parties that see the proved record; 1 is everyone signed in. */
  readonly readers: readonly number[];
}

/** One piece of evidence as it is shown. */
export interface EvidenceLine {
  readonly id: number;
  readonly of: RecordRef;
  /** `unseen`: it exists, but this actor may not see it; `changed`: its content is no longer what was added. */
  readonly state: 'same' | 'changed' | 'unseen';
  readonly title: string | undefined;
  readonly href: string | undefined;
  readonly date: string;
  readonly contentHash: string;
  readonly note: string;
  readonly addedBy: number;
  readonly addedAt: Date;
}

function sourceOf(sources: readonly EvidenceSource[], type: string): EvidenceSource | undefined {
  return sources.find((source) => source.type === type);
}

/**
 * Adds a record as evidence of another, with the hash of its content as of now. Only what the actor may see can be
 * added; the same pair stands once.
 */
export async function addEvidence(tx: Tx, sources: readonly EvidenceSource[], evidence: NewEvidence): Promise<Result<{ id: number }, 'NOT_FOUND' | 'EVIDENCE_OF_ITSELF' | 'EVIDENCE_THERE_ALREADY'>> {
  const { for: proved, of } = evidence;
  if (proved.type === of.type && proved.id === of.id) {
    return fail('EVIDENCE_OF_ITSELF', { th: 'เอกสารเป็นหลักฐานของตัวเองไม่ได้', en: 'A record cannot be evidence of itself' });
  }
  const target = await sourceOf(sources, of.type)?.resolve(tx, of.id);
  if (!target) return notFound({ th: 'ไม่พบเอกสารที่จะใช้เป็นหลักฐาน', en: 'There is no such record to use as evidence' });
  const { rows } = await sql<{ id: number }>`insert into platform.evidence (for_type, for_id, of_type, of_id, title, content_hash, dated, note, added_by, readers)
    values (${proved.type}, ${proved.id}, ${of.type}, ${of.id}, ${target.title}, ${target.contentHash}, ${target.date}, ${evidence.note?.trim() ?? ''}, ${tx.actor.id}, ${[...evidence.readers]}::int[])
    on conflict (for_type, for_id, of_type, of_id) where withdrawn_at is null do nothing returning id`.execute(tx.db);
  const id = rows[0]?.id;
  if (id === undefined) return fail('EVIDENCE_THERE_ALREADY', { th: 'แนบหลักฐานนี้ไว้แล้ว', en: 'This evidence is there already' }, { status: 409 });
  return ok({ id });
}

/** Takes evidence back; the line is kept with the reason. */
export async function withdrawEvidence(tx: Tx, id: number, reason: string): Promise<Result<void, 'NOT_FOUND' | 'REASON_MISSING'>> {
  if (reason.trim() === '') {
    const message = { th: 'กรุณาระบุเหตุผลที่ถอนหลักฐาน', en: 'Say why the evidence is taken back' };
    return fail('REASON_MISSING', message, { fields: { reason: message } });
  }
  const done = await sql`update platform.evidence set withdrawn_at = platform.legal_now(), withdrawn_by = ${tx.actor.id}, withdrawn_reason = ${reason.trim()}
    where id = ${id} and withdrawn_at is null`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0) === 1 ? ok(undefined) : notFound();
}

/** Follows a change of who may see the proved record. */
export async function setEvidenceReaders(tx: Tx, proved: RecordRef, readers: readonly number[]): Promise<void> {
  await sql`update platform.evidence set readers = ${[...readers]}::int[] where for_type = ${proved.type} and for_id = ${proved.id}`.execute(tx.db);
}

interface Row {
  id: number;
  ofType: string;
  ofId: number;
  contentHash: string;
  date: string;
  note: string;
  addedBy: number;
  addedAt: Date;
}

/**
 * The evidence of a record, oldest first. Each piece is looked at again under its own rights: title and link come from
 * the record as it is now, and `changed` says that its content is not what was added.
 */
export async function listEvidence(tx: ReadTx, sources: readonly EvidenceSource[], proved: RecordRef): Promise<EvidenceLine[]> {
  const { rows } = await sql<Row>`select id, of_type as "ofType", of_id as "ofId", content_hash as "contentHash", dated as date, note,
      added_by as "addedBy", added_at as "addedAt"
    from platform.evidence where for_type = ${proved.type} and for_id = ${proved.id} and withdrawn_at is null order by id`.execute(tx.db);
  const lines: EvidenceLine[] = [];
  for (const { ofType, ofId, ...row } of rows) {
    const target = await sourceOf(sources, ofType)?.resolve(tx, ofId);
    lines.push({
      ...row,
      of: { type: ofType, id: ofId },
      state: !target ? 'unseen' : target.contentHash === row.contentHash ? 'same' : 'changed',
      title: target?.title,
      href: target?.href,
    });
  }
  return lines;
}
