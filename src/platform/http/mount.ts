import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { languageOf, themeOf } from './preferences.ts';
import { cookieNames, isAllowed, isPublic, type Flash } from './context.ts';
import type { ActionDefinition, RouteDefinition, RoutePermission } from './define.ts';
import { publicActor, type Actor } from '../access/actor.ts';
import type { RawBody } from '../forms/form.ts';
import { actorOfBearer, bearerOf, isApiUrl } from './api-guard.ts';
import { BootError, methodOf, routesOf } from './boot-checks.ts';
import type { Edge, Identify } from './edge.ts';
import { HttpError } from './errors.ts';
import { inspect } from './inspect.ts';
import { answerApi, runAction, sendDownload, showPage } from './handlers.ts';
import { keepForm, rescuedForm } from './rescue.ts';
import { readUploads } from './uploads.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Set on every route of the house; the app refuses to boot on a route without it. */
    kromPermission?: RoutePermission;
  }
}

/** Pages that somebody with a first password, or with a second factor still to set up, may use. */
export interface SignInPaths {
  readonly signIn: string;
  readonly changePassword: string;
  readonly signOut: string;
  /** Where a second factor is set up; everything below it stays open too. */
  readonly setUpFactor: string;
}

/** Refuses to boot on any route that carries no permission, whoever added it (design rule 1). */
export function guardRoutes(app: FastifyInstance): void {
  app.addHook('onRoute', (route: RouteOptions) => {
    // Built style sheets, scripts and fonts: the same for everybody, no data in them.
    if (route.url.startsWith('/assets/')) return;
    if (!route.config?.kromPermission) throw new BootError([`${String(route.method)} ${route.url} was added without a permission`]);
  });
}

/** Finds the actor, language and browser of each request before its handler. */
export function identifyRequests(app: FastifyInstance, edge: Edge, identify: Identify): void {
  app.decorateRequest('krom', null as never);
  app.addHook('onRequest', async (request, reply) => {
    const { cookies } = request;
    const token = cookies[cookieNames.session];
    const { database, clock } = edge.services;
    const isAsset = request.url.startsWith('/assets/');
    const isApi = isApiUrl(request.url);
    let browser = cookies[cookieNames.browser];
    if (!browser || !/^[\w-]{16,40}$/.test(browser)) {
      browser = request.id.replaceAll('-', '');
      if (!isAsset && !isApi) reply.setCookie(cookieNames.browser, browser, { ...edge.cookieOptions, maxAge: 400 * 86_400 });
    }
    const as = (actor: Actor) => ({
      actor,
      // A form is sealed to the session where there is one, else to the browser: it does not survive a sign-out.
      browser: token && actor.kind === 'person' ? `${browser}:${actor.sessionId ?? ''}` : (browser as string),
      lang: languageOf(request, actor),
      theme: themeOf(request, actor),
      flash: readFlash(cookies[cookieNames.flash]),
    });
    // Known before the database is asked: where it is away, the error page still speaks the browser's language.
    request.krom = as(publicActor);
    const bearer = isApi ? bearerOf(request) : undefined;
    if (bearer !== undefined) {
      request.krom = as(await actorOfBearer(edge, bearer));
      return;
    }
    const actor = !isAsset && token ? await identify(database, token, clock.today()) : undefined;
    if (actor) request.krom = as(actor);
  });
}

function readFlash(cookie: string | undefined): Flash | undefined {
  if (!cookie) return undefined;
  try {
    const flash = JSON.parse(decodeURIComponent(cookie)) as Flash;
    return typeof flash.th === 'string' && typeof flash.en === 'string' ? flash : undefined;
  } catch {
    return undefined;
  }
}

/** Mounts every route of the modules behind its permission. */
export function mountRoutes(app: FastifyInstance, edge: Edge, paths: SignInPaths): void {
  const actions = new Map<string, ActionDefinition<never, never>>();
  for (const route of routesOf(edge.modules)) {
    if (route.type === 'action') actions.set(route.path, route);
    app.route({
      method: methodOf(route),
      url: route.path,
      config: { kromPermission: route.permission, ...(route.type === 'inspection' && (edge.options.rateLimit ?? 1) > 0 ? { rateLimit: { max: route.perMinute, timeWindow: '1 minute' } } : {}) },
      preHandler: async (request, reply) => guard(edge, paths, route, request, reply),
      handler: (request, reply) => handle(edge, route, request, reply),
    });
  }
  app.route({
    method: 'GET',
    url: '/resume/:token',
    config: { kromPermission: { signedIn: 'shows a person the form that they had typed before the session ended' } },
    preHandler: async (request, reply) => requireSignIn(paths, request, reply),
    handler: async (request, reply) => {
      const kept = await rescuedForm(edge.services.database, (request.params as { token: string }).token);
      const action = kept && actions.get(kept.route);
      if (!kept || !action) throw new HttpError(404);
      if (!isAllowed(request.krom.actor, action.permission)) throw new HttpError(403);
      request.params = kept.params;
      const page = typeof action.page === 'function' ? action.page() : action.page;
      const { _key: _, ...values } = kept.body;
      const message = { th: 'ข้อความที่ท่านพิมพ์ไว้ยังอยู่ครบ ตรวจแล้วกดส่งอีกครั้ง', en: 'What you typed is still here. Check it and send it again.' };
      return showPage(edge, page, request, reply, { values, errors: {}, message, action: kept.path });
    },
  });
}

/** What an actor must do before anything else, where the route is not that. */
function mustFirst(paths: SignInPaths, actor: Actor, route: string): string | undefined {
  if (actor.mustChangePassword) return [paths.changePassword, paths.signOut].includes(route) ? undefined : paths.changePassword;
  if (!actor.mustSetUpFactor || [paths.changePassword, paths.signOut].includes(route)) return undefined;
  return route === paths.setUpFactor || route.startsWith(`${paths.setUpFactor}/`) ? undefined : paths.setUpFactor;
}

async function requireSignIn(paths: SignInPaths, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  if (request.krom.actor.kind === 'person') {
    const first = mustFirst(paths, request.krom.actor, '/resume');
    return first ? reply.redirect(first, 303) : undefined;
  }
  return reply.redirect(`${paths.signIn}?next=${encodeURIComponent(request.url)}`, 303);
}

async function guard(edge: Edge, paths: SignInPaths, route: RouteDefinition, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  const { actor } = request.krom;
  if (route.type === 'action' && request.isMultipart()) request.body = await readUploads(edge, route, request);
  if (isPublic(route.permission)) return undefined;
  if (actor.kind === 'public') {
    if (request.url.startsWith('/api/')) throw new HttpError(403);
    if (route.type !== 'action') return reply.redirect(`${paths.signIn}?next=${encodeURIComponent(request.url)}`, 303);
    const form = { route: route.path, params: request.params as Record<string, string>, path: request.url.split('?')[0] as string, body: withoutSecrets(route, (request.body ?? {}) as RawBody) };
    const token = await keepForm(edge.services.database, form);
    return reply.redirect(`${paths.signIn}?next=${encodeURIComponent(`/resume/${token}`)}`, 303);
  }
  const first = mustFirst(paths, actor, route.path);
  if (first) return reply.redirect(first, 303);
  if (!isAllowed(actor, route.permission)) throw new HttpError(403);
  return undefined;
}

/** What was typed, without passwords: they are kept nowhere, not even sealed. */
function withoutSecrets(route: ActionDefinition<never, never>, body: RawBody): RawBody {
  const fields = (route as unknown as ActionDefinition).form.fields as Record<string, { kind: string } | undefined>;
  return Object.fromEntries(Object.entries(body).filter(([name]) => fields[name]?.kind !== 'password'));
}

function handle(edge: Edge, route: RouteDefinition, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  switch (route.type) {
    case 'page':
      return showPage(edge, route, request, reply);
    case 'action':
      return runAction(edge, route, request, reply);
    case 'inspection':
      return inspect(edge, route, request, reply);
    case 'download':
      return sendDownload(edge, route, request, reply);
    case 'api':
      return answerApi(edge, route, request, reply);
  }
}
