// What may be asked of others while a person waits. The adapters fill these ports.
import type { RevocationAnswer } from '../../paper/index.ts';
import type { OpenIdConnect } from './exchange.ts';

/** Whether certificates were revoked, asked of their authorities (OCSP). */
export interface RevocationChecks {
  /**
   * Asks at the address in the certificate, or at `url` where the house names one for all. Undefined where there is no
   * address. Answers are kept for some minutes, and who did not answer is left alone for a while.
   * @throws where nobody answered in time, or nothing that can be believed
   */
  ask(certificate: Uint8Array, issuer: Uint8Array, url: string | undefined, signal: AbortSignal): Promise<RevocationAnswer | undefined>;
}

/** Everything outside that may be asked while a person waits. Handed to `ask` and `look` alone, so that no transaction can reach it. */
export interface Outside {
  readonly oidc: OpenIdConnect;
  readonly revocation: RevocationChecks;
}
