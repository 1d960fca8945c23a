import type { Identify, IdentifyToken } from './platform/http/edge.ts';
import type { SignInPaths } from './platform/http/mount.ts';
import type { KromModule } from './platform/module.ts';
import { identify, identifyToken, rolePermissions } from './modules/organisation/index.ts';

export const signInPaths: SignInPaths = { signIn: '/sign-in', changePassword: '/account/password', signOut: '/sign-out', setUpFactor: '/account/security' };

/** Who a session or a program's token belongs to, with what the roles of all modules allow that person. */
export function createIdentify(modules: readonly KromModule[]): Identify {
  const permissions = rolePermissions(modules.flatMap((module) => module.permissions ?? []));
  return Object.assign((...[database, token, today]: Parameters<Identify>) => identify(database, token, today, permissions), {
    ofToken: ((database, token, now, today) => identifyToken(database, token, now, today, permissions)) satisfies IdentifyToken,
  });
}
