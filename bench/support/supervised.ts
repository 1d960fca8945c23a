// The built program as in service: a web and a worker process on one data folder, started again whenever one ends.
import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, existsSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { projectRoot } from '../../src/platform/config.ts';
import { benchFolder } from './house.ts';

export type Role = 'web' | 'worker';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Process id of the database server of a data folder, from its own file; undefined when there is none. */
export function postmasterPid(folder: string): number | undefined {
  const file = path.join(folder, 'postgres/data/postmaster.pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
  return pid > 0 ? pid : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export class Supervised {
  readonly folder = benchFolder();
  readonly port: number;
  /** How often a process ended that nobody had killed, by role. */
  readonly ownEnds: Record<Role, number> = { web: 0, worker: 0 };
  readonly #children = new Map<Role, ChildProcess>();
  readonly #killed = new WeakSet<ChildProcess>();
  #stopping = false;

  constructor(port: number) {
    this.port = port;
  }

  get env(): NodeJS.ProcessEnv {
    return { ...process.env, KROM_DATA: this.folder, PORT: String(this.port), KROM_LOG: 'info' };
  }

  logFile(role: Role): string {
    return path.join(this.folder, `${role}.log`);
  }

  start(role: Role): void {
    const child = spawn(process.execPath, ['--enable-source-maps', path.join(projectRoot, 'dist/main.mjs')], { cwd: projectRoot, env: { ...this.env, ROLE: role }, stdio: ['ignore', 'pipe', 'pipe'] });
    const log = createWriteStream(this.logFile(role), { flags: 'a' });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    this.#children.set(role, child);
    child.once('exit', () => {
      log.end();
      if (this.#stopping) return;
      if (!this.#killed.has(child)) this.ownEnds[role] += 1;
      setTimeout(() => this.#stopping || this.start(role), 100);
    });
  }

  /** SIGKILL: no handler runs, nothing is flushed. */
  kill(what: Role | 'database'): void {
    if (what === 'database') {
      const pid = postmasterPid(this.folder);
      if (pid && isAlive(pid)) process.kill(pid, 'SIGKILL');
      return;
    }
    const child = this.#children.get(what);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    this.#killed.add(child);
    child.kill('SIGKILL');
  }

  /** Whether the web process answers and has its database. */
  healthy(): Promise<boolean> {
    return new Promise((resolve) => {
      const request = http.get({ host: '127.0.0.1', port: this.port, path: '/health', timeout: 3_000, agent: false }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode === 200));
      });
      request.on('timeout', () => request.destroy());
      request.on('error', () => resolve(false));
    });
  }

  /** Milliseconds until it is healthy; throws after `patience`. */
  async ready(patience: number): Promise<number> {
    const started = Date.now();
    while (!(await this.healthy())) {
      if (Date.now() - started > patience) throw new Error(`not healthy after ${patience} ms; the log ends:\n${this.tail('web')}`);
      await pause(50);
    }
    return Date.now() - started;
  }

  tail(role: Role): string {
    return existsSync(this.logFile(role)) ? readFileSync(this.logFile(role), 'utf8').split('\n').slice(-15).join('\n') : '';
  }

  /** Stops both processes in an orderly way; the last one stops the database. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const child of this.#children.values()) child.kill('SIGTERM');
    const ended = () => [...this.#children.values()].every((child) => child.exitCode !== null || child.signalCode !== null);
    for (let i = 0; i < 300 && !ended(); i++) await pause(100);
    for (const child of this.#children.values()) child.kill('SIGKILL');
    const pid = postmasterPid(this.folder);
    if (pid && isAlive(pid)) process.kill(pid, 'SIGQUIT');
    await pause(200);
    if (process.env['KROM_BENCH_KEEP']) console.error(`kept: ${this.folder}`);
    else rmSync(this.folder, { recursive: true, force: true });
  }
}
