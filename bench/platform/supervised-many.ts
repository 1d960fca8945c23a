// The built program as several processes on one data folder and one database, each started again whenever it ends.
import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, existsSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { projectRoot } from '../../src/platform/config.ts';
import { benchFolder } from '../support/house.ts';
import { postmasterPid } from '../support/supervised.ts';

export interface Member {
  readonly name: string;
  readonly role: 'web' | 'worker';
  /** Of a web process. */
  readonly port: number;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether a web process says that it can serve. */
export function isReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = http.get({ host: '127.0.0.1', port, path: '/health/ready', timeout: 3_000, agent: false }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode === 200));
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}

export class SupervisedMany {
  readonly folder = benchFolder();
  readonly members: readonly Member[];
  /** How often a process ended that nobody had killed, by its name. */
  readonly ownEnds = new Map<string, number>();
  readonly #children = new Map<string, ChildProcess>();
  readonly #killed = new WeakSet<ChildProcess>();
  #stopping = false;

  constructor(members: readonly Member[]) {
    this.members = members;
  }

  get webs(): readonly Member[] {
    return this.members.filter(({ role }) => role === 'web');
  }

  get env(): NodeJS.ProcessEnv {
    return { ...process.env, KROM_DATA: this.folder, KROM_LOG: 'info', PORT: String(this.webs[0]?.port ?? 0) };
  }

  pidOf(name: string): number | undefined {
    return this.#children.get(name)?.pid;
  }

  start(name: string): void {
    const member = this.members.find((one) => one.name === name) as Member;
    const child = spawn(process.execPath, ['--enable-source-maps', path.join(projectRoot, 'dist/main.mjs')], { cwd: projectRoot, env: { ...this.env, ROLE: member.role, PORT: String(member.port) }, stdio: ['ignore', 'pipe', 'pipe'] });
    const log = createWriteStream(this.#logFile(name), { flags: 'a' });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    this.#children.set(name, child);
    child.once('exit', () => {
      log.end();
      if (this.#stopping) return;
      if (!this.#killed.has(child)) this.ownEnds.set(name, (this.ownEnds.get(name) ?? 0) + 1);
      setTimeout(() => this.#stopping || this.start(name), 100);
    });
  }

  /** SIGKILL: no handler runs, nothing is flushed. */
  kill(what: string): void {
    if (what === 'database') {
      const pid = postmasterPid(this.folder);
      try {
        if (pid) process.kill(pid, 'SIGKILL');
      } catch {
        // It was gone already.
      }
      return;
    }
    const child = this.#children.get(what);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    this.#killed.add(child);
    child.kill('SIGKILL');
  }

  /** Milliseconds until every web process is ready; throws after `patience`. */
  async ready(patience: number): Promise<number> {
    const started = Date.now();
    for (;;) {
      if ((await Promise.all(this.webs.map(({ port }) => isReady(port)))).every(Boolean)) return Date.now() - started;
      if (Date.now() - started > patience) throw new Error(`not ready after ${patience} ms; the logs end:\n${this.webs.map(({ name }) => this.tail(name)).join('\n')}`);
      await pause(50);
    }
  }

  tail(name: string): string {
    return existsSync(this.#logFile(name)) ? readFileSync(this.#logFile(name), 'utf8').split('\n').slice(-12).join('\n') : '';
  }

  /** Stops all in an orderly way; the last one stops the database. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const children = [...this.#children.values()];
    for (const child of children) child.kill('SIGTERM');
    for (let i = 0; i < 300 && !children.every((child) => child.exitCode !== null || child.signalCode !== null); i++) await pause(100);
    for (const child of children) child.kill('SIGKILL');
    this.kill('database');
    await pause(300);
    if (process.env['KROM_BENCH_KEEP']) console.error(`kept: ${this.folder}`);
    else rmSync(this.folder, { recursive: true, force: true });
  }

  #logFile(name: string): string {
    return path.join(this.folder, `${name}.log`);
  }
}
