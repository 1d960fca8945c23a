// What may be asked of others while a person waits. The adapters fill these ports.
import type { RevocationAnswer } from '../../paper/index.ts';
import type { Result } from '../result.ts';
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

/** A provider that keeps keys of signers, as the house knows it. */
export interface RemoteSigningProvider {
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A key that a provider keeps, with its certificate. */
export interface RemoteCredential {
  readonly id: string;
  /** DER, the signer's own first. */
  readonly chain: readonly Uint8Array[];
  /** It can sign, and its holder can agree: at a page of the provider, or by what is typed here. */
  readonly usable: boolean;
  /** What its holder types; none where the provider has a page of consent. */
  readonly codes?: RemoteCodes;
}

/** What the holder of a key types to agree: a PIN, a one-time password that a device shows (`offline`) or the provider sends (`online`). */
export interface RemoteCodes {
  readonly pin: 'no' | 'optional' | 'needed';
  readonly otp: 'no' | 'offline' | 'online';
}

/** The answer to what a signer typed: the consent, good for a short time and once, or what was wrong. `unreachable`: nothing was heard, what was typed may be used up. */
export type CodesAnswer = { readonly sad: string } | { readonly fault: 'pin' | 'otp' | 'either' | 'locked' | 'other' | 'unreachable' };

/** Remote signatures as far as a person waits for the answer; the signature itself is a job. Faults are values in words. */
export interface RemoteSigning {
  /** What an address says of itself, with the base of its OAuth server; and that it takes the house for its client. */
  describe(provider: RemoteSigningProvider, signal: AbortSignal): Promise<Result<{ readonly name: string; readonly oauth2: string }>>;
  /** The keys of a user of the provider. */
  credentials(provider: RemoteSigningProvider & { readonly oauth2: string }, userId: string, signal: AbortSignal): Promise<Result<RemoteCredential[]>>;
  /** Lets the provider send the holder of a key a one-time password. */
  sendOtp(provider: RemoteSigningProvider & { readonly oauth2: string }, credentialId: string, signal: AbortSignal): Promise<Result<true>>;
  /** The holder's consent to exactly this hash, by what was typed. It is told to the provider and kept nowhere. */
  authorize(provider: RemoteSigningProvider & { readonly oauth2: string }, ask: { readonly credentialId: string; readonly digest: Uint8Array; readonly pin?: string; readonly otp?: string }, signal: AbortSignal): Promise<Result<CodesAnswer>>;
}

/** Everything outside that may be asked while a person waits. Handed to `ask` and `look` alone, so that no transaction can reach it. */
export interface Outside {
  readonly oidc: OpenIdConnect;
  readonly revocation: RevocationChecks;
  readonly remoteSigning: RemoteSigning;
}
