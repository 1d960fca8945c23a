import type { KromModule } from '../module.ts';
import { maxExchangeSeconds } from './exchange.ts';
import { isMadeByDefine, type RouteDefinition } from './define.ts';

/** A rule of the house is broken: the app does not start (design rule 1). */
export class BootError extends Error {
  constructor(problems: readonly string[]) {
    super(`The app refuses to start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'BootError';
  }
}

export function routesOf(modules: readonly KromModule[]): RouteDefinition[] {
  return modules.flatMap((module) => [...(module.routes ?? [])] as RouteDefinition[]);
}

/** Fastify's method of a route. */
export function methodOf(route: RouteDefinition): 'GET' | 'POST' | 'PUT' | 'DELETE' {
  if (route.type === 'action' || route.type === 'inspection') return 'POST';
  if (route.type !== 'api') return 'GET';
  return route.method === 'ASK' ? 'POST' : route.method;
}

/** Checks what the modules declare, before any route is mounted. Throws `BootError` with every problem at once. */
export function checkModules(modules: readonly KromModule[]): void {
  const problems: string[] = [];
  const declared = new Map<string, string>();
  const used = new Set<string>();
  const addresses = new Map<string, string>();
  const once = <T extends string>(seen: Map<T, string>, key: T, owner: string, what: string) => {
    if (seen.has(key)) problems.push(`${what} ${key} of ${owner} is already taken by ${seen.get(key)}`);
    seen.set(key, owner);
  };
  for (const module of modules) {
    for (const permission of module.permissions ?? []) {
      once(declared, permission.key, module.name, 'permission');
      if (!permission.key.startsWith(`${module.name}.`)) problems.push(`permission ${permission.key} does not carry the name of its module ${module.name}`);
      if (permission.roles.length === 0) problems.push(`permission ${permission.key} is held by no role`);
    }
  }
  const pagePaths = new Set<string>();
  for (const module of modules) {
    for (const route of (module.routes ?? []) as RouteDefinition[]) {
      const address = `${methodOf(route)} ${route.path}`;
      if (!isMadeByDefine(route)) {
        problems.push(`${address} of ${module.name} was not made by definePage, defineAction, defineDownload, defineInspection or defineApi`);
        continue;
      }
      once(addresses, address, module.name, 'route');
      if (route.type === 'page') pagePaths.add(route.path);
      if (route.type === 'action' && route.exchange && !(route.exchange.seconds >= 1 && route.exchange.seconds <= maxExchangeSeconds)) {
        problems.push(`${address} lets a person wait for the outside without a limit of 1 to ${maxExchangeSeconds} seconds`);
      }
      const { permission } = route;
      if (typeof permission === 'string') {
        used.add(permission);
        if (!declared.has(permission)) problems.push(`${address} needs the permission ${permission}, which no module declares`);
      } else if (typeof permission !== 'object' || !(('public' in permission && permission.public.trim()) || ('signedIn' in permission && permission.signedIn.trim()))) {
        problems.push(`${address} has no permission (public and signedIn need a written reason)`);
      }
      if (route.type === 'api' && !route.path.startsWith('/api/') && route.method !== 'ASK') problems.push(`${address} is an API outside /api/`);
    }
  }
  const jobs = new Map<string, string>();
  const measures = new Map<string, string>();
  const inbox = new Map<string, string>();
  for (const module of modules) {
    for (const job of module.jobs ?? []) once(jobs, job.name, module.name, 'job');
    for (const measure of module.measures ?? []) {
      once(measures, measure.name, module.name, 'measure');
      used.add(measure.permission);
      if (!declared.has(measure.permission)) problems.push(`measure ${measure.name} needs the permission ${measure.permission}, which no module declares`);
    }
    for (const source of module.inbox ?? []) once(inbox, source.kind, module.name, 'inbox source');
    for (const entry of module.nav ?? []) {
      if (!pagePaths.has(entry.href.split('?')[0] as string)) problems.push(`menu entry ${entry.href} of ${module.name} leads to no page`);
      if (entry.permission && !declared.has(entry.permission)) problems.push(`menu entry ${entry.href} needs the permission ${entry.permission}, which no module declares`);
    }
  }
  if (problems.length > 0) throw new BootError(problems);
}
