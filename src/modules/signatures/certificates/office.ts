/** Who keeps certificates, and what of the organisation stands in one. */
import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';
import { fail, notFound, ok } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import { holdingsOf, peopleInRole, personById, personLabel, unitsActiveOn } from '../../organisation/index.ts';
import { m } from './messages.ts';
import { mayTake } from '../domain/certificate-state.ts';
import type { CertificateStep } from '../domain/certificate-state.ts';
import { certificateFailure } from './failures.ts';
import { certificateById, lockCertificate } from '../store/certificates.ts';
import type { CertificateRow } from '../store/certificates.ts';

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
