import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/platform/config.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { inspectServer, judgeApp, judgeOwner, judgeServer, readServerFacts, type ServerFacts } from '../../src/platform/db/server-check.ts';
import { openKrom } from '../../src/start/open.ts';
import { givenRoles, noGivenServer, useGiven, type GivenDatabase } from '../support/given-server.ts';

// A server that cannot hold the house is refused before anything is written, with words that say the way out.

const fit: ServerFacts = {
  version: 180_004, encoding: 'UTF8', provider: 'c', ctype: 'C.UTF-8', knowsLetters: true, thaiCollation: true, missingExtensions: [], identity: '1 x',
  role: { name: 'krom_web', superuser: false, bypassesRows: false, ownsTables: 0, mayBeOwner: false, kromApp: 'member', mayCreate: true },
};

test('what is judged of a server, version by version', () => {
  const states = (facts: Partial<ServerFacts>) => judgeServer({ ...fit, ...facts }).filter(({ state }) => state !== 'ok').map(({ name, state }) => `${name} ${state}`);
  expect(states({})).toEqual([]);
  expect(states({ version: 160_000 })).toEqual([]);
  expect(states({ version: 150_013 })).toEqual(['server-version fail']);
  expect(states({ version: 190_000 })).toEqual(['server-version warn']);
  expect(states({ encoding: 'SQL_ASCII' })).toEqual(['server-text fail']);
  expect(states({ ctype: 'C' })).toEqual(['server-text fail']);
  expect(states({ ctype: 'C', provider: 'i' })).toEqual(['server-text fail']);
  expect(states({ ctype: 'C', provider: 'b' })).toEqual([]);
  expect(states({ knowsLetters: false })).toEqual(['server-text fail']);
  expect(states({ thaiCollation: false, missingExtensions: ['pg_trgm'] })).toEqual(['server-text fail', 'server-extensions fail']);
  const role = (facts: Partial<ServerFacts['role']>) => ({ ...fit, role: { ...fit.role, ...facts } });
  expect(judgeApp(fit)).toMatchObject([{ state: 'ok' }]);
  for (const bad of [{ superuser: true }, { bypassesRows: true }, { ownsTables: 1 }, { mayBeOwner: true }, { kromApp: 'stranger' as const }]) expect(judgeApp(role(bad))).toMatchObject([{ state: 'fail' }]);
  expect(judgeOwner(role({ kromApp: 'none' })).state).toBe('fail');
  expect(judgeOwner(role({ mayCreate: false })).state).toBe('fail');
});

test('the two addresses are set together, but a web process may go without the owner\'s', () => {
  const urls = { KROM_OWNER_URL: 'postgres://o@h/k', KROM_APP_URL: 'postgres://a@h/k' };
  expect(() => readConfig({ KROM_OWNER_URL: urls.KROM_OWNER_URL })).toThrow('KROM_APP_URL');
  expect(() => readConfig({ KROM_APP_URL: urls.KROM_APP_URL, ROLE: 'worker' })).toThrow('KROM_OWNER_URL');
  expect(readConfig({ KROM_APP_URL: urls.KROM_APP_URL, ROLE: 'web' })).toMatchObject({ ownerUrl: undefined, drainMs: 5_000 });
  expect(readConfig(urls)).toMatchObject({ drainMs: 5_000, slowSqlMs: 500, metrics: undefined });
  expect(readConfig({})).toMatchObject({ drainMs: 0 });
  expect(() => readConfig({ KROM_METRICS_PORT: '9464', KROM_METRICS_HOST: '0.0.0.0' })).toThrow('KROM_METRICS_TOKEN');
});

describe.skipIf(Boolean(noGivenServer(16)))(`on a PostgreSQL 16`, () => {
  const given = useGiven(16);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-unfit-'));
  let database: GivenDatabase;
  beforeAll(async () => {
    database = await given.server.createDatabase();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const refusal = async (ownerUrl: string, appUrl: string): Promise<string> => {
    const opened = await openKrom(readConfig({ KROM_DATA: folder, KROM_OWNER_URL: ownerUrl, KROM_APP_URL: appUrl, KROM_LOG: 'silent' })).catch((error: Error) => error.message);
    if (typeof opened === 'string') return opened;
    await opened.close();
    return 'opened';
  };
  const asAdmin = async (...statements: string[]) => {
    const admin = new pg.Client({ connectionString: given.server.adminUrl });
    await admin.connect();
    for (const statement of statements) await admin.query(statement);
    await admin.end();
  };
  const tables = async (url: string) => (await (async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
    await client.end();
    return rows[0]?.n;
  })());

  test.each([
    ["encoding 'SQL_ASCII' locale 'C'", /SQL_ASCII เก็บภาษาไทยไม่ได้[^]*template template0 encoding 'UTF8'/],
    ["encoding 'UTF8' locale 'C'", /LC_CTYPE C ซึ่งไม่รู้จักตัวอักษรไทย[^]*a search would find nothing/],
    ["encoding 'UTF8' locale_provider 'icu' icu_locale 'th' locale 'C'", /LC_CTYPE C ซึ่งไม่รู้จักตัวอักษรไทย/],
  ])('a database with %s is refused, and nothing is written into it', async (how, words) => {
    const unfit = await given.server.createDatabase(how);
    expect(await refusal(unfit.ownerUrl, unfit.appUrl)).toMatch(words);
    expect(await tables(unfit.adminUrl)).toBe(0);
  });

  test('one that ICU sorts is taken where its letters are known', async () => {
    const icu = await given.server.createDatabase("encoding 'UTF8' locale_provider 'icu' icu_locale 'th' locale 'C.UTF-8'");
    expect((await inspectServer(icu.ownerUrl, icu.appUrl)).filter(({ state }) => state !== 'ok')).toEqual([]);
  });

  test('a role that could go round the second wall is refused as the application\'s', async () => {
    expect(await refusal(database.ownerUrl, database.ownerUrl)).toMatch(/เป็นเจ้าของตารางหรือสวมสิทธิเจ้าของได้[^]*owns nothing/);
    expect(await refusal(database.ownerUrl, database.adminUrl)).toContain('ข้ามสิทธิรายแถวได้');
    await asAdmin(`create role stranger login password 'stranger'`, `create role heir login password 'heir' in role krom_app, ${givenRoles.owner}`);
    expect(await refusal(database.ownerUrl, database.appUrl.replaceAll(givenRoles.app, 'stranger'))).toContain('grant krom_app to stranger');
    expect(await refusal(database.ownerUrl, database.appUrl.replaceAll(givenRoles.app, 'heir'))).toContain('สวมสิทธิเจ้าของได้');
    expect(await tables(database.adminUrl)).toBe(0);
  });

  test('a wrong password, a database that is not there, a server that is away and two databases are told apart', async () => {
    expect(await refusal(database.ownerUrl.replace(`:${givenRoles.owner}@`, ':wrong@'), database.appUrl)).toMatch(/KROM_OWNER_URL[^]*Check the name and the password/);
    expect(await refusal(database.ownerUrl, database.appUrl.replace(/office_\d+$/, 'nowhere'))).toMatch(/KROM_APP_URL[^]*Make the database first/);
    expect(await refusal('postgres://a:b@127.0.0.1:1/x', database.appUrl)).toContain('that the server runs');
    const other = await given.server.createDatabase();
    expect(await refusal(database.ownerUrl, other.appUrl)).toContain('คนละฐานข้อมูล');
  });

  test('an owner who may not create, and a server without the role krom_app, are told what to ask for', async () => {
    await asAdmin(`create role guest login password 'guest'`);
    expect(await refusal(database.ownerUrl.replaceAll(givenRoles.owner, 'guest'), database.appUrl)).toContain('alter database … owner to guest');
    const facts = await readServerFacts(database.ownerUrl);
    expect(judgeOwner({ ...facts, role: { ...facts.role, kromApp: 'none' } }).wayOut?.en).toContain('create role krom_app nologin');
  });

  test('where the administrator lends the role krom_log, the log of openings is its own; else the owner keeps it', async () => {
    await migrate(database.ownerUrl);
    const ownerOfLog = async (url: string) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      const { rows } = await client.query<{ owner: string }>(`select pg_get_userbyid(proowner) as owner from pg_proc where proname = 'log_access'`);
      await client.end();
      return rows[0]?.owner;
    };
    expect(await ownerOfLog(database.adminUrl)).toBe(givenRoles.owner);
    await asAdmin('create role krom_log nologin', `grant krom_log to ${givenRoles.owner} with set true`);
    const lent = await given.server.createDatabase();
    await migrate(lent.ownerUrl);
    expect(await ownerOfLog(lent.adminUrl)).toBe('krom_log');
  });
});
