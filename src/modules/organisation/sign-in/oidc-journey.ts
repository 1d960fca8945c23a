import type { ReadTx } from '../../../platform/db/database.ts';
import { ok, type Result } from '../../../platform/result.ts';
import { openCeremony, type CeremonyFault, type OpenCeremony } from './ceremony.ts';
import type { Journey } from './oidc.ts';

/** A journey to a provider that this browser began: to sign in, or, by somebody signed in, to link an account there. */
export interface OpenJourney extends OpenCeremony<Journey> {
  readonly purpose: 'provider-sign-in' | 'provider-link';
}

/** Opens the sealed journey of a browser. A link belongs to the person who began it, and to nobody else at the same browser. */
export async function openJourney(tx: ReadTx, dataFolder: string, sealed: string | undefined, who: { cookies: Readonly<Record<string, string | undefined>>; person: number }): Promise<Result<OpenJourney, CeremonyFault>> {
  const { cookies, person } = who;
  if (person > 0) {
    const link = await openCeremony<Journey>(tx, dataFolder, sealed, { purpose: 'provider-link', cookies, person });
    if (link.ok) return ok({ ...link.value, purpose: 'provider-link' });
    if (link.code !== 'CEREMONY_UNKNOWN') return link;
  }
  const begun = await openCeremony<Journey>(tx, dataFolder, sealed, { purpose: 'provider-sign-in', cookies, person: 0 });
  return begun.ok ? ok({ ...begun.value, purpose: 'provider-sign-in' }) : begun;
}
