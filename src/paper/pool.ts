/**
 * A pool of worker threads, each making one document at a time. The queue is bounded; a worker that dies or takes too
 * long is replaced, and only its own job fails.
 */
import { Worker } from 'node:worker_threads';
import { fail } from '../platform/result.ts';
import { busy, closed, crashed, timedOut, unavailable } from './failures.ts';
import type { PaperFailure } from './failures.ts';
import type { JobInput, JobOutput, Reply, Request } from './protocol.ts';

export interface PoolOptions {
  entry: URL;
  size: number;
  /** Jobs that may wait besides those being made. */
  maxQueue: number;
  /** Milliseconds for one job, from when a worker takes it. */
  timeoutMs: number;
  workerData?: unknown;
  /** Told about surprises: a worker's death, an exception in a template. */
  onSurprise: (what: string) => void;
}

type Outcome = JobOutput | PaperFailure;

interface Job { id: number; input: JobInput; settle: (outcome: Outcome) => void }
interface Member { worker: Worker; ready: boolean; job?: Job; timer?: NodeJS.Timeout }

/** A worker that dies this often before it is ready will not get better. */
const MAX_FALSE_STARTS = 3;

export class WorkerPool {
  readonly #options: PoolOptions;
  readonly #members = new Set<Member>();
  readonly #queue: Job[] = [];
  #next = 1;
  #closed = false;
  #unavailable: string | undefined;
  #falseStarts = 0;
  #wake: (() => void)[] = [];

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Why nothing can be made on this machine, once known. */
  get unavailableReason(): string | undefined {
    return this.#unavailable;
  }

  get counts(): { workers: number; busy: number; waiting: number } {
    return { workers: this.#members.size, busy: [...this.#members].filter((m) => m.job).length, waiting: this.#queue.length };
  }

  /** Starts all workers and waits until each is ready, or until it is known that none will be. */
  async warm(): Promise<void> {
    while (this.#members.size < this.#options.size && this.#usable()) this.#start();
    while (this.#usable() && [...this.#members].some((member) => !member.ready)) {
      await new Promise<void>((resolve) => this.#wake.push(resolve));
    }
  }

  run(input: JobInput): Promise<Outcome> {
    if (this.#closed) return Promise.resolve(closed());
    if (this.#unavailable !== undefined) return Promise.resolve(unavailable());
    const idle = [...this.#members].some((member) => !member.job) || this.#members.size < this.#options.size;
    if (!idle && this.#queue.length >= this.#options.maxQueue) return Promise.resolve(busy());
    return new Promise((settle) => {
      this.#queue.push({ id: this.#next++, input, settle });
      this.#feed();
    });
  }

  /** Ends all workers; jobs not finished fail with RENDERER_CLOSED. */
  async close(): Promise<void> {
    this.#closed = true;
    const members = [...this.#members];
    this.#members.clear();
    for (const member of members) this.#settle(member, closed());
    for (const job of this.#queue.splice(0)) job.settle(closed());
    this.#wakeAll();
    await Promise.all(members.map((member) => member.worker.terminate()));
  }

  #usable(): boolean {
    return !this.#closed && this.#unavailable === undefined;
  }

  #wakeAll(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }

  #start(): void {
    const worker = new Worker(this.#options.entry, {
      workerData: this.#options.workerData ?? null,
      // Not the parent's flags: a test runner's loaders have no business in here.
      execArgv: [],
    });
    const member: Member = { worker, ready: false };
    this.#members.add(member);
    worker.unref();
    worker.on('message', (reply: Reply) => this.#hear(member, reply));
    worker.on('error', (error) => this.#lost(member, error instanceof Error ? error.message : String(error)));
    worker.on('exit', (code) => this.#lost(member, `exit code ${code}`));
  }

  #hear(member: Member, reply: Reply): void {
    if (!this.#members.has(member)) return;
    switch (reply.type) {
      case 'ready':
        member.ready = true;
        this.#falseStarts = 0;
        break;
      case 'unavailable':
        this.#giveUp(reply.reason);
        return;
      case 'done':
        for (const warning of reply.warnings ?? []) this.#options.onSurprise(warning);
        if (member.job?.id === reply.id) this.#settle(member, reply.result);
        break;
      case 'failed':
        if (member.job?.id === reply.id) this.#settle(member, fail(reply.failure.code, reply.failure.message, reply.failure));
        break;
      case 'threw':
        this.#options.onSurprise(reply.error);
        if (member.job?.id === reply.id) this.#settle(member, crashed());
        break;
    }
    this.#wakeAll();
    this.#feed();
  }

  /** A worker is gone: its job fails, and another takes its place. */
  #lost(member: Member, why: string): void {
    if (!this.#members.delete(member)) return;
    this.#options.onSurprise(`paper worker lost: ${why}`);
    this.#settle(member, crashed());
    if (!member.ready && ++this.#falseStarts >= MAX_FALSE_STARTS) this.#giveUp(why);
    this.#wakeAll();
    if (this.#usable()) {
      this.#start();
      this.#feed();
    }
  }

  #giveUp(reason: string): void {
    this.#unavailable = reason;
    this.#options.onSurprise(`paper renderer unavailable: ${reason}`);
    for (const member of this.#members) {
      this.#settle(member, unavailable());
      void member.worker.terminate();
    }
    this.#members.clear();
    for (const job of this.#queue.splice(0)) job.settle(unavailable());
    this.#wakeAll();
  }

  #settle(member: Member, outcome: Outcome): void {
    clearTimeout(member.timer);
    const job = member.job;
    member.job = undefined;
    member.worker.unref();
    job?.settle(outcome);
  }

  #feed(): void {
    while (this.#queue.length > 0 && this.#usable()) {
      const idle = [...this.#members].find((member) => member.ready && !member.job);
      if (!idle) {
        const starting = [...this.#members].filter((member) => !member.ready);
        if (this.#members.size < this.#options.size && starting.length < this.#queue.length) {
          this.#start();
          continue;
        }
        // a worker that is only starting must not let the process end under a waiting job
        for (const member of starting) member.worker.ref();
        return;
      }
      const job = this.#queue.shift();
      if (!job) return;
      idle.job = job;
      idle.worker.ref();
      idle.timer = setTimeout(() => this.#expire(idle), this.#options.timeoutMs);
      idle.worker.postMessage({ id: job.id, job: job.input } satisfies Request);
    }
  }

  #expire(member: Member): void {
    this.#options.onSurprise(`paper worker stopped after ${this.#options.timeoutMs} ms`);
    this.#settle(member, timedOut(this.#options.timeoutMs / 1000));
    this.#members.delete(member);
    void member.worker.terminate();
    if (this.#usable()) {
      this.#start();
      this.#feed();
    }
  }
}
