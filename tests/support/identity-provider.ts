/** A real provider of OpenID Connect on this machine, whose people say at once who they are: what they claim is chosen by the test. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll } from 'vitest';

export interface Account {
  readonly sub: string;
  readonly claims: Readonly<Record<string, unknown>>;
  /** How the provider says that this person signed in. */
  readonly amr?: readonly string[];
  readonly acr?: string;
}

export interface StandIn {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who signs in next; undefined: the person says no. */
  account: Account | undefined;
  /** Addresses that browsers are sent back to. */
  redirectUris: string[];
  /** Paths that were asked for, in their order. */
  readonly asked: string[];
  /** Answers nothing any more, as a machine that hangs. */
  hang: boolean;
  /** Stops listening; `start` listens at the same address again. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

const client = { id: 'krom-test', secret: 'a secret of the test only, 0123456789' };

/** @param options `idTokenClaims`: tells everything in the ID token, as some providers do; otherwise at the userinfo endpoint */
export async function startIdentityProvider(options: { readonly idTokenClaims?: boolean } = {}): Promise<StandIn & { close(): Promise<void> }> {
  const accounts = new Map<string, Account>();
  const listener: { answer?: ReturnType<Provider['callback']>; server?: Server; port: number } = { port: 0 };
  const asked: string[] = [];
  const box: { account: Account | undefined; redirectUris: string[]; hang: boolean } = { account: undefined, redirectUris: [], hang: false };

  const make = (issuer: string) => {
    const provider = new Provider(issuer, {
      clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: box.redirectUris, response_types: ['code'], grant_types: ['authorization_code'] }],
      claims: { openid: ['sub', 'amr', 'acr'], email: ['email', 'email_verified'], pid: ['pid'] },
      scopes: ['openid', 'email', 'pid'],
      acrValues: ['urn:example:two'],
      conformIdTokenClaims: !options.idTokenClaims,
      ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false } },
      cookies: { keys: ['a key of the test'] },
      jwks: { keys: [signingKey()] },
      findAccount: (_ctx: unknown, sub: string) => ({ accountId: sub, claims: async () => ({ sub, ...accounts.get(sub)?.claims }) }),
      interactions: { url: (_ctx: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    });
    const callback = provider.callback();
    listener.answer = (request, response) => {
      asked.push(new URL(request.url ?? '/', issuer).pathname);
      if (box.hang) return;
      if (!request.url?.startsWith('/interaction/')) {
        callback(request, response);
        return;
      }
      void (async () => {
        const { prompt, params } = await provider.interactionDetails(request, response);
        const { account } = box;
        if (!account) return provider.interactionFinished(request, response, { error: 'access_denied' });
        if (prompt.name === 'login') {
          accounts.set(account.sub, account);
          return provider.interactionFinished(request, response, { login: { accountId: account.sub, amr: account.amr, acr: account.acr, remember: false } });
        }
        const grant = new provider.Grant({ accountId: account.sub, clientId: client.id });
        grant.addOIDCScope(params['scope'] ?? 'openid');
        return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
      })().catch((error: Error) => response.writeHead(500).end(error.message));
    };
  };

  const listen = async () => {
    const server = createServer((request, response) => listener.answer?.(request, response));
    await new Promise<void>((done) => server.listen(listener.port, '127.0.0.1', done));
    listener.server = server;
    listener.port = (server.address() as AddressInfo).port;
  };
  const stop = async () => {
    listener.server?.closeAllConnections();
    await new Promise<void>((done) => listener.server?.close(() => done()));
  };
  await listen();
  const issuer = `http://127.0.0.1:${listener.port}`;
  make(issuer);
  return {
    issuer,
    clientId: client.id,
    clientSecret: client.secret,
    asked,
    stop,
    start: listen,
    close: stop,
    get account() {
      return box.account;
    },
    set account(account) {
      box.account = account;
    },
    get hang() {
      return box.hang;
    },
    set hang(hang) {
      box.hang = hang;
    },
    get redirectUris() {
      return box.redirectUris;
    },
    set redirectUris(uris) {
      box.redirectUris = uris;
      make(issuer);
    },
  };
}

function signingKey(): object {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'test' };
}

/** For a test file: one provider for all its tests. */
export function useIdentityProvider(options: { readonly idTokenClaims?: boolean } = {}): () => StandIn {
  const box: { provider?: Awaited<ReturnType<typeof startIdentityProvider>> } = {};
  beforeAll(async () => {
    box.provider = await startIdentityProvider(options);
  });
  afterAll(async () => box.provider?.close());
  return () => {
    if (!box.provider) throw new Error('useIdentityProvider: used before beforeAll');
    return box.provider;
  };
}

/** A browser at the provider: follows its redirects with its cookies until it is sent back to the house. Gives that address. */
export async function visitProvider(address: string, house: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let at = new URL(address);
  for (let step = 0; step < 12; step += 1) {
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = answer.headers.get('location');
    if (!location) throw new Error(`the provider answered ${answer.status} at ${at.href}: ${(await answer.text()).slice(0, 500)}`);
    at = new URL(location, at);
    if (at.href.startsWith(house)) return at;
  }
  throw new Error('the provider sends round and round');
}
