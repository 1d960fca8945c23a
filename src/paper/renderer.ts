/** Documents in, PDF or page pictures out. The public way to paper; see README.md. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { ok } from '../platform/result.ts';
import type { Result } from '../platform/result.ts';
import { paperDocumentSchema } from './documents.ts';
import type { PaperDocument } from './documents.ts';
import { checkEmblem, emblemPlaceholder } from './emblem.ts';
import { badEmblem, invalid, tooLarge, unavailable } from './failures.ts';
import type { PaperFailure, PaperFailureCode } from './failures.ts';
import { WorkerPool } from './pool.ts';
import type { JobInput, JobOutput } from './protocol.ts';
import type { VerifyBlock } from './qr.ts';
import type { EmblemBytes, SignaturePlace } from './typst.ts';

export interface RendererOptions {
  /** Worker threads; the number of cores when left out. Each takes about 150–250 MB. */
  size?: number;
  /** Jobs that may wait; beyond that RENDERER_BUSY. */
  maxQueue?: number;
  /** Milliseconds for one document. */
  timeoutMs?: number;
  /** The department's emblem as it is now, for all documents; a drawn stand-in while there is none. */
  emblem?: () => EmblemBytes | undefined;
  onSurprise?: (what: string) => void;
  /** For tests: another worker file, another name of the engine's package. */
  entry?: URL;
  engine?: string;
}

export interface SvgOptions {
  emblem?: EmblemBytes;
  /** A QR code for the verify page with words beside it. */
  verify?: VerifyBlock;
  /** One small line at the foot of every page: a hash of what was certified. Printed as written. */
  fingerprint?: string;
}

export interface PdfOptions extends SvgOptions {
  /** The only time in the file: same document, same options, same bytes. Take it from the clock port. */
  createdAt: Date;
  /** The document's data as attachment document.json (PDF/A-3). On when left out. */
  attachData?: boolean;
}

export interface RenderedPdf {
  pdf: Uint8Array;
  pages: number;
  /** Where each signature belongs, for a visible electronic signature. */
  signatures: SignaturePlace[];
}

export interface Renderer {
  renderPdf(document: PaperDocument, options: PdfOptions): Promise<Result<RenderedPdf, PaperFailureCode>>;
  /** One SVG for each page, for a live preview. */
  renderSvgPages(document: PaperDocument, options?: SvgOptions): Promise<Result<string[], PaperFailureCode>>;
  /** Starts the workers before the first document asks for them; says whether this machine can make any. */
  warm(): Promise<Result<void, PaperFailureCode>>;
  /** The emblem that sheets carry now, for showing it on screen. */
  emblem(): EmblemBytes;
  /** For a health page. */
  counts(): { workers: number; busy: number; waiting: number };
  close(): Promise<void>;
}

/** Characters of a document as JSON. About 150 pages; more is refused before any work. */
export const MAX_CHARACTERS = 600_000;

/**
 * Where the worker's program stands: beside this file in development (Node strips the types), beside the bundle after
 * `npm run build`, whichever of the usual names the build gives it.
 * @throws when none of them exists, which is a fault of the build.
 */
export function workerEntry(base: string = import.meta.url): URL {
  const names = ['./worker.ts', './paper-worker.mjs', './paper/worker.mjs', './worker.mjs'];
  const found = names.map((name) => new URL(name, base)).find((url) => existsSync(url));
  if (!found) throw new Error(`the paper worker is missing beside ${base}: expected one of ${names.join(', ')}`);
  return found;
}

export function createRenderer(options: RendererOptions = {}): Renderer {
  const pool = new WorkerPool({
    entry: options.entry ?? workerEntry(),
    size: Math.max(1, options.size ?? availableParallelism()),
    maxQueue: options.maxQueue ?? 200,
    timeoutMs: options.timeoutMs ?? 60_000,
    workerData: options.engine === undefined ? null : { engine: options.engine },
    onSurprise: options.onSurprise ?? (() => undefined),
  });

  const run = async (document: PaperDocument, more: Omit<JobInput, 'document'>): Promise<JobOutput | PaperFailure> => {
    const size = JSON.stringify(document)?.length ?? 0;
    if (size > MAX_CHARACTERS) return tooLarge(size, MAX_CHARACTERS);
    const parsed = paperDocumentSchema.safeParse(document);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return invalid(issue?.path.join('.') ?? '', issue?.message ?? 'unknown');
    }
    const emblem = more.emblem ?? options.emblem?.();
    const wrong = emblem === undefined ? undefined : checkEmblem(emblem);
    if (wrong) return badEmblem(wrong);
    return pool.run({ ...more, document: parsed.data, ...(emblem === undefined ? {} : { emblem }) });
  };

  return {
    async renderPdf(document, { createdAt, attachData = true, ...more }) {
      const outcome = await run(document, { ...more, output: 'pdf', createdAt: createdAt.getTime(), attachData });
      if ('ok' in outcome) return outcome;
      if (outcome.output !== 'pdf') throw new Error('the worker answered with another output than asked');
      const { pdf, pages, signatures } = outcome;
      return ok({ pdf, pages, signatures });
    },
    async renderSvgPages(document, more = {}) {
      const outcome = await run(document, { ...more, output: 'svg', createdAt: 0, attachData: false });
      if ('ok' in outcome) return outcome;
      if (outcome.output !== 'svg') throw new Error('the worker answered with another output than asked');
      return ok(outcome.pages);
    },
    async warm() {
      await pool.warm();
      return pool.unavailableReason === undefined ? ok(undefined) : unavailable();
    },
    emblem: () => options.emblem?.() ?? emblemPlaceholder(),
    counts: () => pool.counts,
    close: () => pool.close(),
  };
}
