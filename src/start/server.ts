import { existsSync } from 'node:fs';
import { halfRestored } from '../backup/restore-place.ts';
import type { Config } from '../platform/config.ts';
import { startEmbedded } from '../platform/db/embedded.ts';
import { placeOf } from '../platform/db/embedded-place.ts';
import { fail, ok, type Result } from '../platform/result.ts';
import { enter } from './presence.ts';

/** The database server of a house as it is: nothing is brought up to date, nothing is made. */
export interface OpenServer {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly embedded: boolean;
  close(): Promise<void>;
}

/** Starts or joins the server of the data folder, or takes the given one. Fails with NO_HOUSE where there is none yet, HALF_RESTORED where a restore was killed. */
export async function openServer(config: Config): Promise<Result<OpenServer, 'NO_HOUSE' | 'HALF_RESTORED'>> {
  const half = await halfRestored(config.dataFolder, config.ownerUrl);
  if (half) return fail('HALF_RESTORED', half);
  if (config.ownerUrl && config.appUrl) return ok({ ownerUrl: config.ownerUrl, appUrl: config.appUrl, embedded: false, close: async () => {} });
  const place = placeOf(config.dataFolder);
  if (!place || !existsSync(place)) {
    return fail('NO_HOUSE', { th: `ไม่มีข้อมูลของระบบใน ${config.dataFolder} ตรวจค่า KROM_DATA`, en: `There is nothing of Krom in ${config.dataFolder}: check KROM_DATA` });
  }
  const presence = enter(config.dataFolder);
  try {
    const server = await startEmbedded(config.dataFolder);
    return ok({
      ownerUrl: server.ownerUrl,
      appUrl: server.appUrl,
      embedded: true,
      close: async () => {
        if (presence.leave()) await server.stop();
      },
    });
  } catch (error) {
    presence.leave();
    throw error;
  }
}
