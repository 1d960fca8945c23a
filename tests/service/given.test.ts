import { expect, test } from 'vitest';
import { migrate } from '../../src/platform/db/migrate.ts';
import { useGiven } from '../support/given-server.ts';

for (const version of [16, 18] as const) {
  const given = useGiven(version);
  test(`migrates ${version}`, async () => {
    const database = await given.server.createDatabase();
    const started = Date.now();
    const ran = await migrate(database.ownerUrl);
    console.log(version, ran.length, Date.now() - started);
    expect(ran.length).toBeGreaterThan(20);
  });
}
