import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { afterAll, afterEach, inject } from 'vitest';

/** The built program as a newcomer runs it: a process of its own, known by its words and its pages only. */
export interface Program {
  readonly process: ChildProcess;
  /** Everything that it printed so far. */
  words(): string;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
  /** Resolves with the address once it says that it is ready; rejects when it ends first. */
  ready(): Promise<string>;
  /** Resolves once it has printed these words; rejects when it ends first. */
  says(text: string): Promise<void>;
}

export interface BuiltKrom {
  start(env: Record<string, string>): Program;
  /** Begins `krom …`, for a test that stops it half-way. */
  command(env: Record<string, string>, ...args: string[]): Program;
  /** Runs `krom …` to its end; `words` is what it printed. */
  cli(env: Record<string, string>, ...args: string[]): Promise<{ code: number | null; words: string }>;
}

/**
 * For a test file: the server and the command line that were built for this run.
 * @param keep lets programs run on from one test to the next; they are ended after the last
 */
export function useBuiltKrom({ keep = false } = {}): BuiltKrom {
  const running = new Set<ChildProcess>();
  const folder = inject('built');
  // A test that failed leaves its program; the next one must not find its house in use.
  const killAll = () => {
    for (const child of running) child.kill('SIGKILL');
  };
  afterEach(() => {
    if (!keep) killAll();
  });
  afterAll(killAll);
  const launch = (file: string, args: string[], env: Record<string, string>): Program => {
    const { PATH = '', HOME = '/' } = process.env;
    const child = spawn(process.execPath, ['--enable-source-maps', path.join(folder, file), ...args], { env: { PATH, HOME, NODE_COMPILE_CACHE: path.join(folder, 'compiled'), ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let words = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (words += text));
    const ended = new Promise<number | null>((resolve) => child.once('close', (code) => {
      running.delete(child);
      resolve(code);
    }));
    const waitFor = <T,>(find: () => T | undefined) =>
      new Promise<T>((resolve, reject) => {
        const look = setInterval(() => {
          const found = find();
          if (found === undefined && child.exitCode === null && child.signalCode === null) return;
          clearInterval(look);
          if (found === undefined) reject(new Error(`It ended with ${child.exitCode ?? child.signalCode}:\n${words}`));
          else resolve(found);
        }, 10);
      });
    return {
      process: child,
      words: () => words,
      ended,
      ready: () => waitFor(() => /Krom is ready: {2}(http:\S+)/.exec(words)?.[1]),
      says: (text) => waitFor(() => words.includes(text) || undefined).then(() => {}),
    };
  };
  return {
    start: (env) => launch('main.mjs', [], { PORT: '0', ...env }),
    command: (env, ...args) => launch('cli.mjs', args, env),
    async cli(env, ...args) {
      const program = launch('cli.mjs', args, env);
      return { code: await program.ended, words: program.words() };
    },
  };
}
