import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useBuiltKrom } from '../support/child.ts';
import { openDoor, type DatabaseDoor } from '../support/database-door.ts';
import { freshDatabase } from '../support/db.ts';

// A database that is restarted while the house starts: the start waits for it, at whichever step it is.

const krom = useBuiltKrom();
const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-outage-'));
let database: Awaited<ReturnType<typeof freshDatabase>>;
let door: DatabaseDoor;

beforeAll(async () => {
  database = await freshDatabase();
  door = await openDoor(database.ownerUrl);
});
afterAll(async () => {
  await door?.close();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

test('cut off at each step of the start, the house opens all the same, with its figures and its worker', async () => {
  // Whether a commit that was cut off was done is not known: only who may call again goes on.
  const steps = [{ text: 'krom_migration' }, { text: 'program_needs' }, { text: 'from organisation.person' }, { text: 'listen ' }, { text: 'platform.next_daily' }, { text: 'commit', after: 'platform.next_daily' }];
  door.shutAt(steps, 200);
  const program = krom.start({
    KROM_DATA: folder, KROM_DEMO: '0', KROM_METRICS_PORT: '0', KROM_OWNER_URL: door.through(database.ownerUrl), KROM_APP_URL: door.through(database.appUrl),
  });
  const origin = await program.ready();
  expect(steps.filter((step) => !door.shut.includes(step))).toEqual([]);
  expect((await fetch(`${origin}/sign-in`)).status).toBe(200);
  const seen = async () => ((await (await fetch(`${origin}/health`)).json()) as { checks: Record<string, string> }).checks;
  await expect.poll(seen, { timeout: 20_000 }).toMatchObject({ database: 'ok', worker: 'ok' });
  expect((await database.owner.query(`select 1 from platform.timer where daily_at is not null and cancelled_at is null`)).rowCount).toBeGreaterThan(3);
  program.process.kill('SIGTERM');
  expect(await program.ended).toBe(0);
});
