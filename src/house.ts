import type { Identify } from './platform/http/edge.ts';
import type { SignInPaths } from './platform/http/mount.ts';
import type { KromModule } from './platform/module.ts';
import { identify, rolePermissions } from './modules/organisation/index.ts';

export const signInPaths: SignInPaths = { signIn: '/sign-in', changePassword: '/account/password', signOut: '/sign-out', setUpFactor: '/account/security' };

/** Who a session token belongs to, with what the roles of all modules allow that person. */
export function createIdentify(modules: readonly KromModule[]): Identify {
  const permissions = rolePermissions(modules.flatMap((module) => module.permissions ?? []));
  return (database, token, today) => identify(database, token, today, permissions);
}
