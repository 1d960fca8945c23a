/** What comes back with the browser from a provider: which way it is of, sealed by a key outside the database. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { houseKey } from '../../../platform/house-key.ts';

const macOf = (dataFolder: string, id: number, personId: number): Buffer => createHmac('sha256', houseKey(dataFolder, 'signing-services')).update(`remote-signing\0${id}\0${personId}`).digest();

export const remoteState = (dataFolder: string, id: number, personId: number): string => `${id}.${macOf(dataFolder, id, personId).toString('base64url')}`;

/** The id of the way; undefined where the state is not one that this person was sent out with. */
export function readRemoteState(dataFolder: string, state: string, personId: number): number | undefined {
  const [, id, mac] = /^(\d{1,15})\.([\w-]{43})$/.exec(state) ?? [];
  if (id === undefined || mac === undefined) return undefined;
  return timingSafeEqual(Buffer.from(mac, 'base64url'), macOf(dataFolder, Number(id), personId)) ? Number(id) : undefined;
}
