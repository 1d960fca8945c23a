import * as client from 'openid-client';
import { isLoopback, maySpeakTo, type ExchangeFault, type OpenIdConnect, type ProviderAnswer, type ProviderClient } from '../platform/http/exchange.ts';
import type { Log } from '../platform/log.ts';
import { fail, ok, type Failure, type Result } from '../platform/result.ts';

/** Clocks of two houses may differ by so many seconds. */
const toleratedSeconds = 60;

/** Only TLS, but for this machine itself; redirects are never followed (the library asks so). */
function guardedFetch(signal: AbortSignal): client.CustomFetch {
  return async (address, options) => {
    const url = new URL(address);
    if (!maySpeakTo(url)) throw new Error(`${url.protocol}//${url.host} is not spoken to: TLS is needed`);
    return fetch(address, { ...(options as RequestInit), signal });
  };
}

async function configure(provider: ProviderClient, signal: AbortSignal): Promise<client.Configuration> {
  const issuer = new URL(provider.issuer);
  const authenticate = provider.authentication === 'client_secret_post' ? client.ClientSecretPost(provider.clientSecret) : client.ClientSecretBasic(provider.clientSecret);
  return client.discovery(issuer, provider.clientId, { [client.clockTolerance]: toleratedSeconds }, authenticate, {
    [client.customFetch]: guardedFetch(signal),
    // The signature of an ID token is checked against the provider's keys, also where TLS would do.
    execute: [client.enableNonRepudiationChecks, ...(issuer.protocol === 'http:' && isLoopback(issuer) ? [client.allowInsecureRequests] : [])],
  });
}

const words = {
  unreachable: { th: 'ติดต่อผู้ให้บริการยืนยันตัวตนไม่ได้ในขณะนี้', en: 'The identity provider cannot be reached at the moment' },
  refused: { th: 'ผู้ให้บริการยืนยันตัวตนปฏิเสธ หรือตอบกลับมาไม่ถูกต้อง', en: 'The identity provider refused, or its answer cannot be trusted' },
};

/** Codes of the chain of causes: what the library says is often the last of several. */
function chain(error: unknown): { name: string; code: string; status: number }[] {
  if (!(error instanceof Error)) return [];
  const { code, status } = error as { code?: unknown; status?: unknown };
  const answer = error.cause instanceof Response ? error.cause.status : 0;
  return [{ name: error.name, code: typeof code === 'string' ? code : '', status: typeof status === 'number' ? status : answer }, ...chain(error.cause)];
}

const silent = /^(?:ECONN|ENOTFOUND|EAI_|EHOST|ENET|ETIMEDOUT|EPIPE|UND_ERR|OAUTH_TIMEOUT|OAUTH_ABORT|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS)/;

function faultOf(error: unknown, signal: AbortSignal): ExchangeFault {
  const causes = chain(error);
  return signal.aborted || causes.some(({ name, code, status }) => silent.test(code) || name === 'AbortError' || name === 'TimeoutError' || status >= 500) ? 'unreachable' : 'refused';
}

/** OpenID Connect as `openid-client` speaks it. Nothing is kept between two calls: a sign-in is rare, and a change at the provider counts at once. */
export function createOpenIdConnect(log: Log): OpenIdConnect {
  async function guarded<T>(provider: ProviderClient, step: string, signal: AbortSignal, work: () => Promise<T>): Promise<Result<T, ExchangeFault>> {
    try {
      return ok(await work());
    } catch (error) {
      const fault = faultOf(error, signal);
      // Codes and names alone: messages of a provider may hold what a person typed there.
      log.warn({ issuer: provider.issuer, step, fault, causes: chain(error).map(({ name, code, status }) => [name, code, status].filter(Boolean).join(' ')) }, 'a sign-in provider did not answer as it should');
      return fail(fault, words[fault]) as Failure<ExchangeFault>;
    }
  }
  return {
    discover: (provider, signal) =>
      guarded(provider, 'discover', signal, async () => {
        const found = (await configure(provider, signal)).serverMetadata();
        return { authorizationEndpoint: found.authorization_endpoint ?? '', saysPkce: found.supportsPKCE(), scopes: found.scopes_supported ?? [] };
      }),
    authorization: (provider, ask, signal) =>
      guarded(provider, 'authorization', signal, async () => {
        const config = await configure(provider, signal);
        const address = client.buildAuthorizationUrl(config, {
          redirect_uri: ask.redirectUri, scope: ask.scope, state: ask.state, nonce: ask.nonce,
          code_challenge: await client.calculatePKCECodeChallenge(ask.verifier), code_challenge_method: 'S256',
          ...(ask.again ? { prompt: 'login' } : {}),
        });
        return { address: address.href };
      }),
    exchange: (provider, answer, expected, wanted, signal) =>
      guarded(provider, 'exchange', signal, async (): Promise<ProviderAnswer> => {
        const config = await configure(provider, signal);
        const tokens = await client.authorizationCodeGrant(config, answer, { expectedState: expected.state, expectedNonce: expected.nonce, pkceCodeVerifier: expected.verifier, idTokenExpected: true });
        const told = tokens.claims();
        if (!told) throw new Error('no ID token');
        const more = wanted.some((claim) => told[claim] === undefined) && config.serverMetadata().userinfo_endpoint ? await client.fetchUserInfo(config, tokens.access_token, told.sub) : {};
        return { issuer: told.iss, subject: told.sub, claims: { ...more, ...told } };
      }),
  };
}
