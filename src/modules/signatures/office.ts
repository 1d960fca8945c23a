// What signing asks of the organisation: who answers for a part today, who somebody is who signs, and who keeps certificates.
import type { Actor, Authority } from '../../platform/access/actor.ts';
import type { Result } from '../../platform/result.ts';
import type { Part } from './domain/request.ts';
import { actingNames, holdersOf, holdingsOf, peopleInRole, personById, personLabel, personName, requireAuthority, unitsActiveOn } from '../organisation/index.ts';
import { sql, type ReadTx, type Tx } from '../../platform/db/database.ts';
import { fail, notFound, ok } from '../../platform/result.ts';
import { m } from './certificate-messages.ts';
import { mayTake } from './domain/certificate-state.ts';
import type { CertificateStep } from './domain/certificate-state.ts';
import { certificateFailure } from './failures.ts';
import { certificateById, lockCertificate } from './store/certificates.ts';
import type { CertificateRow } from './store/certificates.ts';

const phrases = { acting: actingNames.rakkha.th, delegated: actingNames.patibat.th } as const;

/** A person who decides. */
export type Who = Pick<Actor, 'id' | 'name'>;

/** A signer as shown: own post and, of somebody who acts, the phrase with the principal's post. */
export interface SignerFacts {
  readonly name: string;
  readonly title: string;
  readonly acting: { readonly phrase: string; readonly principal: string } | null;
  readonly authority: Authority | null;
}

/** Own post of a person on a day, the main one first. */
async function ownTitle(tx: ReadTx, personId: number, day: string): Promise<string> {
  const held = (await holdingsOf(tx, personId)).filter((one) => one.validFrom <= day && (one.validTo === null || one.validTo >= day));
  return (held.find((one) => one.main) ?? held[0])?.positionTitle ?? '';
}

/**
 * The actor as the signer of a part, with the authority of that day for its post (own, acting with its dates,
 * delegated); `who`: somebody else, for a job that ends what a person decided. A part of a person asks no post. Fails with NO_AUTHORITY.
 */
export async function signerOf(tx: ReadTx, part: Pick<Part, 'positionId'>, day: string, who: Who = tx.actor): Promise<Result<SignerFacts, 'NO_AUTHORITY'>> {
  const { id, name } = who;
  if (part.positionId === null) return { ok: true, value: { name, title: await ownTitle(tx, id, day), acting: null, authority: null } };
  const asked = await requireAuthority(tx, id, part.positionId, day);
  if (!asked.ok) return asked;
  const authority = asked.value;
  const words = authority.words ?? '';
  if (authority.kind !== 'acting' && authority.kind !== 'delegated') return { ok: true, value: { name, title: words, acting: null, authority } };
  const phrase = phrases[authority.kind];
  return { ok: true, value: { name, title: await ownTitle(tx, id, day), acting: { phrase, principal: words.slice(phrase.length) }, authority } };
}

/** The lines under a name, one after the other: `นักวิชาการ รักษาราชการแทนผู้อำนวยการกองคลัง`. */
export function titleOf({ title, acting }: Pick<SignerFacts, 'title' | 'acting'>): string {
  return [title, acting ? `${acting.phrase}${acting.principal}` : ''].filter(Boolean).join(' ');
}

/** The person who answers for each of these parts on a day, by part; none for an empty seat. */
export async function answering(tx: ReadTx, parts: readonly Pick<Part, 'id' | 'positionId' | 'personId'>[], day: string): Promise<Map<number, { personId: number; name: string }>> {
  const holders = new Map((await holdersOf(tx, parts.flatMap((part) => part.positionId ?? []), day)).map((one) => [one.positionId, one]));
  const found = new Map<number, { personId: number; name: string }>();
  for (const part of parts) {
    const holder = part.positionId === null ? undefined : holders.get(part.positionId);
    if (holder) found.set(part.id, { personId: holder.personId, name: holder.name });
    else if (part.personId !== null) found.set(part.id, { personId: part.personId, name: (await personName(tx, part.personId)) ?? '' });
  }
  return found;
}

export const keepPermission = 'signatures.keep-certificates';
export const ownPermission = { signedIn: 'everyone keeps the own certificates; each page reads those of the person alone' };

/** That the actor keeps certificates for the whole department, as the wall sees it: a right in one unit does not count. */
export async function requireKeeper(tx: ReadTx): Promise<Result<true>> {
  const { rows } = await sql<{ keeps: boolean }>`select signatures.keeps_certificates() as keeps`.execute(tx.db);
  return rows[0]?.keeps ? ok(true) : fail('NOT_KEEPER', m.words('notKeeper'), { status: 403 });
}

/** People who keep certificates on a day: told of what ends. Administrators of the system hear it only where nobody else keeps them. */
export async function keepers(tx: ReadTx, day: string): Promise<number[]> {
  const people = await peopleInRole(tx, 'organisation-admin', day);
  return people.length > 0 ? people : peopleInRole(tx, 'system-admin', day);
}

/** The line, locked, where its state allows the step. Failures: NOT_FOUND, CERTIFICATE_STEP. */
export async function forStep(tx: Tx, id: number, step: CertificateStep, day: string, of: 'mine' | 'any'): Promise<Result<CertificateRow>> {
  const state = await lockCertificate(tx, id);
  const row = state === undefined ? undefined : await certificateById(tx, id, day);
  if (!row || (of === 'mine' && row.personId !== tx.actor.id)) return notFound();
  return mayTake(step, row.state) ? ok(row) : certificateFailure('CERTIFICATE_STEP');
}

export interface PostChoice {
  readonly id: number;
  readonly title: string;
}

/** Posts that a person holds on a day, the main one first. */
export async function postsOf(tx: ReadTx, personId: number, day: string): Promise<PostChoice[]> {
  return (await holdingsOf(tx, personId)).filter((one) => one.validFrom <= day && (one.validTo === null || one.validTo >= day))
    .toSorted((a, b) => Number(b.main) - Number(a.main)).map((one) => ({ id: one.positionId, title: one.positionTitle }));
}

/** Name and address of a person as a certificate would have them; undefined for one who is gone. */
export async function holderFacts(tx: ReadTx, personId: number, day: string): Promise<{ readonly name: string; readonly email: string } | undefined> {
  const person = await personById(tx, personId);
  return person && (person.leftOn === null || person.leftOn >= day) ? { name: personLabel(person), email: person.email ?? '' } : undefined;
}

/** The department's name, as the organisation in a certificate. */
export async function departmentName(tx: ReadTx, day: string): Promise<string> {
  return (await unitsActiveOn(tx, day)).find((unit) => unit.kind === 'department')?.name ?? '';
}
