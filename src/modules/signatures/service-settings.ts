/**
 * Services that signing needs of others: the time-stamp authority, the answers on revocation, and the provider of
 * remote signatures. Kept as settings of the house, edited at `/system/signing-services`; secrets stand in them sealed
 * with a key outside the database.
 */
import { z } from 'zod';
import type { ReadTx, Tx } from '../../platform/db/database.ts';
import { seal, unseal } from '../../platform/http/seal.ts';
import { houseKey } from '../../platform/house-key.ts';
import type { Services } from '../../platform/services.ts';
import { readStored, writeSetting } from '../../platform/settings/settings.ts';

const timeSchema = z.object({ url: z.url(), authorization: z.string().nullable() });
const revocationSchema = z.object({ mode: z.enum(['certificate', 'address', 'off']), url: z.url().nullable() });
const remoteSchema = z.object({ name: z.string(), baseUrl: z.url(), oauth2: z.url(), clientId: z.string(), clientSecret: z.string() });

/** Where whether a certificate was revoked is asked: at the address in the certificate, at one address for all, or nowhere. */
export type RevocationSetting = z.infer<typeof revocationSchema>;
/** As stored: secrets sealed. */
export type StoredTimeAuthority = z.infer<typeof timeSchema>;
export type StoredRemoteProvider = z.infer<typeof remoteSchema>;

const names = { time: 'signatures.time-authority', revocation: 'signatures.revocation', remote: 'signatures.remote-provider' } as const;
const usualRevocation: RevocationSetting = { mode: 'certificate', url: null };

const key = (dataFolder: string): Buffer => houseKey(dataFolder, 'signing-services');

/** A secret of a service as the database keeps it. */
export const sealServiceSecret = (dataFolder: string, secret: string): string => seal(key(dataFolder), secret);

/** Undefined where the key in the data folder is another one than the secret was sealed with. */
export function openServiceSecret(dataFolder: string, sealed: string): string | undefined {
  try {
    return unseal(key(dataFolder), sealed);
  } catch {
    return undefined;
  }
}

export const storedTimeAuthority = async (tx: ReadTx): Promise<StoredTimeAuthority | undefined> => timeSchema.safeParse(await readStored(tx, names.time)).data;
export const storedRemoteProvider = async (tx: ReadTx): Promise<StoredRemoteProvider | undefined> => remoteSchema.safeParse(await readStored(tx, names.remote)).data;
export const revocationSetting = async (tx: ReadTx): Promise<RevocationSetting> => revocationSchema.safeParse(await readStored(tx, names.revocation)).data ?? usualRevocation;

/** `null` takes the service away. */
export const writeTimeAuthority = (tx: Tx, value: StoredTimeAuthority | null): Promise<void> => writeSetting(tx, names.time, value);
export const writeRemoteProvider = (tx: Tx, value: StoredRemoteProvider | null): Promise<void> => writeSetting(tx, names.remote, value);
export const writeRevocation = (tx: Tx, value: RevocationSetting): Promise<void> => writeSetting(tx, names.revocation, value);

/** The time-stamp authority ready to be asked (`timeStamper` in a job); undefined where none is set. */
export async function timeAuthority(tx: ReadTx, services: Pick<Services, 'config' | 'log'>): Promise<{ readonly url: string; readonly authorization?: string } | undefined> {
  const stored = await storedTimeAuthority(tx);
  if (!stored) return undefined;
  const authorization = stored.authorization === null ? undefined : openServiceSecret(services.config.dataFolder, stored.authorization);
  // Asked without it, the authority refuses, and the job is parked where somebody sees it.
  if (stored.authorization !== null && authorization === undefined) services.log.error({ setting: names.time }, 'the sealed authorization of the time-stamp authority cannot be opened: enter it again');
  return { url: stored.url, ...(authorization === undefined ? {} : { authorization }) };
}

export interface RemoteProvider {
  readonly name: string;
  readonly baseUrl: string;
  readonly oauth2: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The provider of remote signatures ready to be asked. Undefined where none is set, or its secret cannot be opened any more. */
export async function remoteProvider(tx: ReadTx, services: Pick<Services, 'config' | 'log'>): Promise<RemoteProvider | undefined> {
  const stored = await storedRemoteProvider(tx);
  const clientSecret = stored && openServiceSecret(services.config.dataFolder, stored.clientSecret);
  if (stored && clientSecret === undefined) services.log.error({ setting: names.remote }, 'the sealed secret of the provider of remote signatures cannot be opened: enter it again');
  return stored && clientSecret !== undefined ? { ...stored, clientSecret } : undefined;
}
