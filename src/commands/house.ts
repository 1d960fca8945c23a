import { modules } from '../modules.ts';
import { actorOfLogin, rolePermissions } from '../modules/organisation/index.ts';
import type { Config } from '../platform/config.ts';
import { openKrom, type OpenKrom } from '../start/open.ts';
import { openServer, type OpenServer } from '../start/server.ts';
import { complain } from './command.ts';

/** The house brought up to date, open for as long as `work` takes. @returns the exit code of `work` */
export async function withKrom(config: Config, work: (krom: OpenKrom) => Promise<number>): Promise<number> {
  const krom = await openKrom(config);
  try {
    return await work(krom);
  } finally {
    await krom.close();
  }
}

/** The database server of the house as it is, for as long as `work` takes; 1 and the reason where there is no house. */
export async function withServer(config: Config, work: (server: OpenServer) => Promise<number>): Promise<number> {
  const server = await openServer(config);
  if (!server.ok) return complain(server.message);
  try {
    return await work(server.value);
  } finally {
    await server.value.close();
  }
}

/** The person in whose name a command acts, with the rights that the screens would give. */
export const actorNamed = ({ services }: OpenKrom, username: string) => actorOfLogin(services, rolePermissions(modules.flatMap((module) => module.permissions ?? [])), username);
