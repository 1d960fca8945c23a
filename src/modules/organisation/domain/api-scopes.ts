import type { Scope } from '../../../platform/access/actor.ts';
import type { Words } from '../../../platform/words.ts';

/** Something that a token can be for: reading or changing what is of one module. */
export interface ApiScope {
  /** `meetings:read`. */
  readonly key: string;
  readonly words: Words;
}

export const scopePattern = /^[a-z][a-z-]{1,40}:(read|write)$/;

const verbs = { read: { th: 'อ่าน', en: 'read' }, write: { th: 'อ่านและเปลี่ยน', en: 'read and change' } } as const;

interface Call {
  readonly scope: string;
  readonly module: { readonly title: Words };
}

/** The scopes that calls of the API ask for, module by module, reading before writing. */
export function scopesOf(calls: readonly Call[]): ApiScope[] {
  const found = new Map<string, ApiScope>();
  for (const { scope, module } of calls) {
    const verb = verbs[scope.endsWith(':write') ? 'write' : 'read'];
    found.set(scope, { key: scope, words: { th: `${module.title.th}: ${verb.th}`, en: `${module.title.en}: ${verb.en}` } });
  }
  const order = [...new Set([...found.keys()].map((key) => key.split(':')[0] as string))];
  return order.flatMap((name) => [`${name}:read`, `${name}:write`].flatMap((key) => found.get(key) ?? []));
}

/** Of a person's permissions those of the modules that a token is for: never more than the person's own. */
export function narrow(permissions: ReadonlyMap<string, Scope>, scopes: ReadonlySet<string>): ReadonlyMap<string, Scope> {
  return new Map([...permissions].filter(([key]) => {
    const module = key.split('.')[0] as string;
    return scopes.has(`${module}:read`) || scopes.has(`${module}:write`);
  }));
}
