// All calls of the API, derived from what the modules declare for people.
import type { KromModule } from '../module.ts';
import type { Words } from '../words.ts';
import type { ReadContract } from './api-contract.ts';
import { projectionOf } from './api-shapes.ts';
import { methodOf } from './boot-checks.ts';
import type { ActionDefinition, AnyPage, DownloadDefinition, RouteDefinition } from './define.ts';

export const apiRoot = '/api/v1';

interface CallCommon {
  readonly method: 'GET' | 'POST';
  /** Pattern of the address: `/api/v1/tasks/:id`. */
  readonly path: string;
  readonly module: KromModule;
  /** What a token must hold: `meetings:read`, `meetings:write`. */
  readonly scope: string;
  readonly summary: Words;
}

export type ApiCall = CallCommon &
  (
    | { readonly kind: 'read'; readonly route: AnyPage; readonly contract: ReadContract; project(value: unknown): unknown }
    | { readonly kind: 'file'; readonly route: DownloadDefinition<never, never> }
    | { readonly kind: 'write'; readonly route: ActionDefinition<never, never> }
  );

/** A route that is not for programs. Without a reason it was forgotten: a test names it. */
export interface ApiGap {
  readonly method: string;
  readonly path: string;
  readonly module: string;
  readonly reason: string | undefined;
}

export interface ApiSurface {
  readonly calls: readonly ApiCall[];
  readonly gaps: readonly ApiGap[];
}

/** The calls and gaps of all modules, in their order. */
export function apiSurface(modules: readonly KromModule[]): ApiSurface {
  const calls: ApiCall[] = [];
  const gaps: ApiGap[] = [];
  for (const module of modules) {
    const contracts = new Map((module.api?.reads ?? []).map((contract) => [contract.page, contract]));
    for (const route of (module.routes ?? []) as RouteDefinition[]) {
      const method = methodOf(route);
      const reason = reasonFor(module, route, method);
      const common = (path: string, kind: 'read' | 'write', summary: Words) => ({ path: `${apiRoot}${path}`, module, scope: `${module.name}:${kind}`, summary });
      // What its module does not name is closed: a test asks for words or a reason.
      const contract = route.type === 'page' ? contracts.get(route.path) : undefined;
      const summary = route.type === 'page' ? contract?.summary : route.type === 'download' ? module.api?.files?.[route.path] : module.api?.writes?.[route.path];
      if (reason !== undefined || route.type === 'api' || summary === undefined) gaps.push({ method, path: route.path, module: module.name, reason });
      else if (route.type === 'download') calls.push({ kind: 'file', method: 'GET', ...common(route.path, 'read', summary), route });
      else if (route.type === 'action') calls.push({ kind: 'write', method: 'POST', ...common(route.path, 'write', summary), route });
      else if (contract) calls.push({ kind: 'read', method: 'GET', ...common(contract.path, 'read', summary), route: route as unknown as AnyPage, contract, project: projectionOf(contract.answer) });
    }
  }
  return { calls, gaps };
}

/** What a person keeps for themselves: closed to programs, whatever module adds to it, unless that module names it as a call. */
const ownAccount = /^\/(account|sign-in|sign-out|forgotten-password|reset-password)(\/|$)/;
const accountReason = 'the account and the sign-in of a person are kept in a browser: a token neither signs in nor changes how somebody does';

function reasonFor(module: KromModule, route: RouteDefinition, method: string): string | undefined {
  if (route.type === 'api') return 'answers the screen while somebody types: a piece of the page, or a check that the change itself makes again';
  const none = module.api?.none ?? {};
  const exact = none[`${method} ${route.path}`] ?? none[route.path];
  if (exact !== undefined) return exact;
  const area = Object.keys(none).find((key) => key.endsWith('/*') && (route.path === key.slice(0, -2) || route.path.startsWith(key.slice(0, -1))));
  const { reads = [], writes = {}, files = {} } = module.api ?? {};
  const named = route.type === 'page' ? reads.some((read) => read.page === route.path) : route.path in (route.type === 'action' ? writes : files);
  if (named) return undefined;
  return area === undefined ? (ownAccount.test(route.path) ? accountReason : undefined) : none[area];
}

/** Finds where a page's address is read in the API: `/tasks/12` → `/api/v1/tasks/12`; undefined where it is not. */
export function apiAddresses(calls: readonly ApiCall[]): (address: string, method?: 'GET' | 'POST') => string | undefined {
  const patterns = calls.map((call) => ({ method: call.method, at: call.path, match: new RegExp(`^${call.route.path.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/:\w+/g, '[^/]+')}$`), own: `${apiRoot}${call.route.path}` === call.path }));
  return (address, method = 'GET') => {
    const [path = '', query] = (address.split('#')[0] as string).split('?');
    const found = patterns.find((pattern) => pattern.method === method && pattern.match.test(path));
    if (!found) return undefined;
    return `${found.own ? `${apiRoot}${path}` : found.at}${query ? `?${query}` : ''}`;
  };
}
