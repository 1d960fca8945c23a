import type { Config } from '../../platform/config.ts';
import { Database } from '../../platform/db/database.ts';
import { openServer } from '../server.ts';
import { checkBackups, checkMigrations, checkRoom, checkServer, checkWork } from './database.ts';
import { look, not, type Finding } from './finding.ts';
import { checkDemo, checkFiles, checkMail, checkPrinting, isDemo } from './house.ts';
import { checkFolder, checkInstalled, checkNode, checkOrigin, checkPackages, checkPort } from './machine.ts';

export interface ExamineOptions {
  /** Looks at every file, not at some of them by lot. */
  readonly allFiles?: boolean;
}

/**
 * Looks the whole house over, changing nothing: the machine, the database and its roles, the work that waits, files and
 * paper, mail and address. An embedded server that does not run is started for the look and stopped again.
 */
export async function examine(config: Config, options: ExamineOptions = {}): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  const add = async (name: string, work: Parameters<typeof look>[1]) => void found.push(...(await look(name, work)));
  await add('release', () => checkInstalled());
  await add('node', () => checkNode());
  await add('packages', checkPackages);
  await add('folder', () => checkFolder(config));
  await add('port', () => checkPort(config));
  let demo: boolean | undefined;
  const withoutOwner = config.appUrl !== undefined && config.ownerUrl === undefined;
  const server = await openHere(config).catch((error: Error) => error);
  if (server instanceof Error || !server.ok) {
    const words = server instanceof Error ? { th: server.message, en: server.message } : server.message;
    found.push(not('fail', 'database.server-reached', words, { th: 'แก้ตามข้อความ แล้วตรวจใหม่', en: 'Do what the words say, then look again' }));
  } else {
    const { appUrl, ownerUrl, close } = server.value;
    await add('database', () => checkServer(withoutOwner ? undefined : ownerUrl, appUrl));
    if (!found.some(({ name, state }) => name === 'database.server-reached' && state === 'fail')) {
      const database = new Database({ url: appUrl, maxConnections: 2, onError: () => {} });
      database.outagePatience = 2_000;
      await add('database.connections', () => checkRoom(appUrl));
      await add('database.release', () => checkMigrations(database));
      if (found.some(({ name, state }) => name === 'database.release' && state === 'ok')) {
        await add('work', () => checkWork(database, config));
        await add('backup', () => checkBackups(database));
        await add('files', () => checkFiles(database, config, options.allFiles ?? false));
        demo = await isDemo(database).catch(() => undefined);
      }
      await database.close();
    }
    await close();
  }
  await add('printing', checkPrinting);
  await add('mail.server', () => checkMail(config));
  await add('origin', () => checkOrigin(config, demo));
  if (demo !== undefined) await add('demo', () => checkDemo(demo, config));
  return found;
}

async function openHere(config: Config): ReturnType<typeof openServer> {
  if (config.appUrl && !config.ownerUrl) return { ok: true, value: { ownerUrl: '', appUrl: config.appUrl, embedded: false, close: async () => {} } };
  return openServer(config);
}
