import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import { createOpenIdConnect } from './adapters/oidc.ts';
import { createRemoteSigning } from './adapters/remote-signing.ts';
import { createRevocationChecks } from './adapters/revocation.ts';
import { assetFolder, readAssets } from './platform/http/assets.ts';
import { mountApi } from './platform/http/api-mount.ts';
import { checkModules } from './platform/http/boot-checks.ts';
import type { Edge, EdgeOptions, Identify } from './platform/http/edge.ts';
import { handleErrors } from './platform/http/error-handler.tsx';
import { mountFixedRoutes } from './platform/http/fixed-routes.ts';
import { mountHooks } from './platform/http/hook.ts';
import { mountLive } from './platform/http/live-route.tsx';
import { guardRoutes, identifyRequests, mountRoutes, type SignInPaths } from './platform/http/mount.ts';
import { observeRequests } from './platform/http/observe.ts';
import { limitRate, refuseForeignPosts, secureHeaders } from './platform/http/security.ts';
import { readFrame } from './platform/http/frame.ts';
import { withUi } from './platform/http/render-page.tsx';
import type { Listener } from './platform/notify/listener.ts';
import type { KromModule } from './platform/module.ts';
import type { Services } from './platform/services.ts';
import { makeOnce } from './platform/whole-file.ts';

export interface AppOptions extends EdgeOptions {
  readonly services: Services;
  readonly modules: readonly KromModule[];
  readonly identify: Identify;
  readonly paths: SignInPaths;
  /** Messages between processes; without one there are no live updates. */
  readonly listener?: Listener;
  readonly onPage?: Edge['onPage'];
}

/** The key that seals forms: made at the first start, kept outside the database. */
function readSecret(folder: string): Buffer {
  const file = path.join(folder, 'keys', 'forms.key');
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    makeOnce(file, randomBytes(32), 0o600);
  }
  return readFileSync(file);
}

/** Puts the house together: checks the modules, then mounts their routes behind the edge. Throws `BootError`. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { services, modules } = options;
  checkModules(modules);
  const https = services.config.origin.startsWith('https:');
  const edge: Edge = {
    services,
    modules,
    options,
    secret: readSecret(services.config.dataFolder),
    assets: readAssets(),
    cookieOptions: { path: '/', sameSite: 'lax', httpOnly: true, secure: https },
    identifyToken: options.identify.ofToken,
    outside: { oidc: createOpenIdConnect(services.log), revocation: createRevocationChecks(), remoteSigning: createRemoteSigning(services.log) },
    readFrame: (tx) => readFrame(modules, tx),
    renderFragment: (request: FastifyRequest, html) => renderToString(withUi(request, html)),
    ...(options.onPage ? { onPage: options.onPage } : {}),
  };
  const app = Fastify({
    logger: false,
    trustProxy: services.config.trustProxy,
    bodyLimit: 4 * 1024 * 1024,
    genReqId: () => crypto.randomUUID(),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    // Plain values go out as they are; Zod has already been over everything that comes in.
    forceCloseConnections: 'idle',
    // What still comes while it closes is answered: whoever sent it did not know.
    return503OnClosing: false,
  });
  guardRoutes(app);
  observeRequests(app, edge);
  handleErrors(app, edge);
  await secureHeaders(app, https);
  await limitRate(app, options.rateLimit ?? 600);
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: 4 * 1024 * 1024 });
  // What is too large is cut off, not thrown: `readUploads` says it at the field and reads the other fields on.
  await app.register(multipart, { throwFileSizeLimit: false });
  app.addHook('onRequest', async (request) => refuseForeignPosts(request, request.host));
  identifyRequests(app, edge, options.identify);
  await app.register(fastifyStatic, {
    root: assetFolder,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
    decorateReply: false,
    wildcard: false,
    setHeaders: (reply) => void reply.header('cross-origin-resource-policy', 'same-origin'),
  });
  mountFixedRoutes(app, edge);
  mountLive(app, edge, options.listener);
  mountRoutes(app, edge, options.paths);
  mountApi(app, edge);
  await mountHooks(app, edge);
  await app.ready();
  return app;
}
