/** The provider's page at which a signer agrees to exactly these hashes (Cloud Signature Consortium API 1.0.4, oauth2/authorize). */

export interface ConsentRequest {
  /** Base of the provider's OAuth server, as it told itself. */
  readonly oauth2: string;
  readonly clientId: string;
  readonly redirectUri: string;
  /** Comes back with the browser. */
  readonly state: string;
  readonly credentialId: string;
  readonly digests: readonly Uint8Array[];
  /** What is signed, in words for the page of consent. */
  readonly description: string;
  readonly lang: string;
}

export function consentAddress(ask: ConsentRequest): string {
  const url = new URL(`${ask.oauth2.replace(/\/+$/, '')}/oauth2/authorize`);
  url.search = new URLSearchParams({
    response_type: 'code', client_id: ask.clientId, redirect_uri: ask.redirectUri, scope: 'credential', state: ask.state, lang: ask.lang,
    credentialID: ask.credentialId, numSignatures: String(ask.digests.length), hash: ask.digests.map((one) => Buffer.from(one).toString('base64url')).join(','),
    description: ask.description.slice(0, 500),
  }).toString();
  return url.href;
}
