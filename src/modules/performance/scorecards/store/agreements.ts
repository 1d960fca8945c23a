// Agreements between a bureau's head and an executive: frozen content with its hash, signatures, receipts of the staff.
import { createHash } from 'node:crypto';
import type { Authority } from '../../../../platform/access/actor.ts';
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';

export type AgreementState = 'proposed' | 'head-signed' | 'signed' | 'returned';
export const signingRoles = ['head', 'executive'] as const;
export type SigningRole = (typeof signingRoles)[number];

/** What is agreed, as it was on the day of the proposal. Numbers in plain digits. */
export interface AgreementContent {
  readonly fiscalYear: number;
  readonly unit: string;
  readonly department: string;
  readonly headTitle: string;
  readonly executiveTitle: string;
  readonly weightSum: number;
  readonly lines: readonly { readonly title: string; readonly from: string; readonly contribution: string | null; readonly unitOfMeasure: string; readonly weight: string; readonly levels: readonly string[]; readonly cannot: string | null }[];
}

export interface Signature {
  readonly role: SigningRole;
  readonly personId: number;
  readonly personName: string;
  readonly positionTitle: string;
  readonly authority: Authority;
  readonly contentHash: string;
  readonly signedOn: string;
  readonly at: Date;
}

export interface Agreement {
  readonly id: number;
  readonly scorecardId: number;
  readonly version: number;
  readonly content: AgreementContent;
  readonly contentHash: string;
  readonly headPositionId: number;
  readonly executivePositionId: number;
  readonly state: AgreementState;
  readonly returnReason: string | null;
  readonly proposedByName: string;
  readonly proposedAt: Date;
  readonly signatures: readonly Signature[];
}

/** SHA-256 (hex) of the content with its keys in order, whatever order a database gives them back in. */
export const hashOf = (content: unknown): string => createHash('sha256').update(inOrder(content)).digest('hex');

function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => `${JSON.stringify(key)}:${inOrder(one)}`).join(',')}}`;
}

/** Every version of scorecards' agreements, oldest first, with signatures. */
export async function agreementsOf(tx: ReadTx, cardIds: readonly number[]): Promise<Agreement[]> {
  if (cardIds.length === 0) return [];
  const rows = await tx.db.selectFrom('performance.agreement').select([
    'id', 'scorecard_id as scorecardId', 'version', 'content', 'content_hash as contentHash', 'head_position_id as headPositionId', 'executive_position_id as executivePositionId', 'state',
    'return_reason as returnReason', 'proposed_by_name as proposedByName', 'proposed_at as proposedAt',
  ]).where('scorecard_id', 'in', cardIds).orderBy('scorecard_id').orderBy('version').execute();
  if (rows.length === 0) return [];
  const signatures = await tx.db.selectFrom('performance.agreement_signature').select([
    'agreement_id as agreementId', 'role', 'person_id as personId', 'person_name as personName', 'position_title as positionTitle', 'authority', 'content_hash as contentHash', 'signed_on as signedOn', 'at',
  ]).where('agreement_id', 'in', rows.map(({ id }) => id)).orderBy('at').execute();
  return rows.map((row) => ({ ...row, signatures: signatures.filter(({ agreementId }) => agreementId === row.id) }) as unknown as Agreement);
}

/** Freezes a content as the next version. */
export async function proposeAgreement(tx: Tx, cardId: number, content: AgreementContent, seats: Pick<Agreement, 'headPositionId' | 'executivePositionId'>, now: Date): Promise<{ id: number; version: number; contentHash: string }> {
  const before = await tx.db.selectFrom('performance.agreement').select((select) => select.fn.max('version').as('version')).where('scorecard_id', '=', cardId).executeTakeFirst();
  const version = (before?.version ?? 0) + 1;
  const contentHash = hashOf(content);
  const { id } = await tx.db.insertInto('performance.agreement').values({
    scorecard_id: cardId, version, content: JSON.stringify(content), content_hash: contentHash, head_position_id: seats.headPositionId, executive_position_id: seats.executivePositionId,
    proposed_by: tx.actor.id, proposed_by_name: tx.actor.name, proposed_at: now, changed_at: now,
  }).returning('id').executeTakeFirstOrThrow();
  return { id, version, contentHash };
}

/** Keeps a signature with what it relied on, and moves the agreement on. */
export async function signAgreement(tx: Tx, agreement: Agreement, signature: Omit<Signature, 'contentHash' | 'at'>, now: Date): Promise<void> {
  await tx.db.insertInto('performance.agreement_signature').values({
    agreement_id: agreement.id, role: signature.role, person_id: signature.personId, person_name: signature.personName, position_title: signature.positionTitle, authority: JSON.stringify(signature.authority),
    content_hash: agreement.contentHash, signed_on: signature.signedOn, at: now,
  }).execute();
  await tx.db.updateTable('performance.agreement').set({ state: signature.role === 'head' ? 'head-signed' : 'signed', changed_at: now }).where('id', '=', agreement.id).execute();
}

export async function returnAgreement(tx: Tx, id: number, reason: string, now: Date): Promise<void> {
  await tx.db.updateTable('performance.agreement').set({ state: 'returned', return_reason: reason, changed_at: now }).where('id', '=', id).execute();
}

export interface Reader {
  readonly personId: number;
  readonly name: string;
  readonly unitId: number;
  /** Null until they took note. */
  readonly readAt: Date | null;
}

export async function readersOf(tx: ReadTx, agreementIds: readonly number[]): Promise<(Reader & { readonly agreementId: number })[]> {
  if (agreementIds.length === 0) return [];
  return await tx.db.selectFrom('performance.agreement_reader as r')
    .leftJoin('performance.agreement_reading as d', (join) => join.onRef('d.agreement_id', '=', 'r.agreement_id').onRef('d.person_id', '=', 'r.person_id'))
    .select(['r.agreement_id as agreementId', 'r.person_id as personId', 'r.person_name as name', 'r.unit_id as unitId', 'd.at as readAt']).where('r.agreement_id', 'in', agreementIds).orderBy('r.unit_id').orderBy('r.person_name').execute();
}

export async function addReaders(tx: Tx, agreementId: number, people: readonly Pick<Reader, 'personId' | 'name' | 'unitId'>[]): Promise<void> {
  if (people.length === 0) return;
  await tx.db.insertInto('performance.agreement_reader').values(people.map(({ personId, name, unitId }) => ({ agreement_id: agreementId, person_id: personId, person_name: name, unit_id: unitId })))
    .onConflict((conflict) => conflict.doNothing()).execute();
}

/** Takes note, for oneself. Once is enough: a second press changes nothing. */
export async function takeNote(tx: Tx, agreementId: number, now: Date): Promise<void> {
  await tx.db.insertInto('performance.agreement_reading').values({ agreement_id: agreementId, person_id: tx.actor.id, at: now }).onConflict((conflict) => conflict.doNothing()).execute();
}
