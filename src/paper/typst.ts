/**
 * The native typesetter: loading it, and one document at a time from data to PDF or SVG. Runs in a worker thread, since
 * every call blocks.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { templatesFolder } from './root.ts';

/** The addon has no typings of its own; these are the parts used, as of 0.7.0 (Typst 0.14.2). */
interface Diagnostic { message: string; hints?: string[] }
interface NodeError { shortDiagnostics: Diagnostic[] }
interface TypstDocument { numOfPages: number }
interface CompileResult { result: TypstDocument | null; hasError(): boolean; takeError(): NodeError | null; takeWarnings(): NodeError | null }
interface NodeCompiler {
  compile(options: { mainFilePath: string; inputs: Record<string, string> }): CompileResult;
  pdf(document: TypstDocument, options: { pdfStandard?: string; creationTimestamp?: number; pdfTags?: boolean }): Uint8Array;
  plainSvg(document: TypstDocument): string;
  query(document: TypstDocument, options: { selector: string }): { value: unknown }[];
  mapShadow(path: string, content: Buffer): void;
  unmapShadow(path: string): void;
  evictCache(maxAge: number): void;
}
interface Addon {
  NodeCompiler: { create(options: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }): NodeCompiler };
}

/** Depended on directly: the umbrella package names platform packages that do not exist at this version. */
export const ENGINE_PACKAGE = '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu';

/** PDF/A-3a: tagged, archival, may carry its data as an attachment. Made as such; no validator exists here to prove it. */
const STANDARD = 'a-3a';

/** For a picture inside another document: archival as well, without tags, which would have no place there. */
const STANDARD_OF_PICTURES = 'a-2b';

/** Results not used for this many documents are forgotten. The parsed templates and fonts are used by each. */
const CACHE_AGE = 2;

/** Where a signature belongs: PDF points, origin at the lower left of the page; x is the left edge of the block, y its top. */
export interface SignaturePlace { id: string; page: number; x: number; y: number }

export interface EmblemBytes { bytes: Uint8Array; type: 'image/svg+xml' | 'image/png' | 'image/jpeg' }

export interface TypstJob {
  template: string;
  data: Record<string, unknown>;
  emblem: EmblemBytes;
  /** JSON put into the file as attachment document.json. */
  source?: string;
  /** To be put into another document: no tags. */
  picture?: true;
}

const A4_HEIGHT = 841.8898;

export class TemplateError extends Error {}

export class Typesetter {
  readonly #compiler: NodeCompiler;
  readonly #templates: string;
  /** What the templates were warned about since last asked, such as a layout that does not settle. */
  #warnings: string[] = [];

  /** @throws when the engine is not installed or does not run on this platform. */
  constructor(root: string, fonts: readonly Uint8Array[], engine: string = ENGINE_PACKAGE) {
    const addon = createRequire(join(root, 'package.json'))(engine) as Addon;
    this.#templates = templatesFolder(root);
    this.#compiler = addon.NodeCompiler.create({
      workspace: this.#templates,
      fontArgs: [{ fontBlobs: fonts.map((bytes) => Buffer.from(bytes)) }],
    });
  }

  #compile<T>(job: TypstJob, use: (document: TypstDocument) => T): T {
    const binary = job.emblem.type === 'image/svg+xml' ? undefined : join(this.#templates, 'emblem.bin');
    const format = { 'image/svg+xml': 'svg', 'image/png': 'png', 'image/jpeg': 'jpg' }[job.emblem.type];
    const emblem = binary === undefined
      ? { svg: Buffer.from(job.emblem.bytes).toString('utf8'), format }
      : { path: '/emblem.bin', format };
    if (binary !== undefined) this.#compiler.mapShadow(binary, Buffer.from(job.emblem.bytes));
    try {
      const outcome = this.#compiler.compile({
        mainFilePath: join(this.#templates, `${job.template}.typ`),
        inputs: {
          data: JSON.stringify({ verify: null, ...job.data, emblem }),
          ...(job.source === undefined ? {} : { source: job.source }),
        },
      });
      if (outcome.hasError() || !outcome.result) {
        const messages = outcome.takeError()?.shortDiagnostics.map((d) => [d.message, ...(d.hints ?? [])].join(' — ')) ?? [];
        throw new TemplateError(messages.join('; ') || 'the template did not compile');
      }
      this.#warnings.push(...(outcome.takeWarnings()?.shortDiagnostics ?? []).map((d) => `${job.template}: ${d.message}`));
      return use(outcome.result);
    } finally {
      if (binary !== undefined) this.#compiler.unmapShadow(binary);
      this.#compiler.evictCache(CACHE_AGE);
    }
  }

  /** @param createdAt the only time in the file: same input, same bytes. */
  pdf(job: TypstJob, createdAt: Date): { pdf: Uint8Array; pages: number; signatures: SignaturePlace[] } {
    return this.#compile(job, (document) => ({
      pdf: this.#compiler.pdf(document, {
        ...(job.picture ? { pdfStandard: STANDARD_OF_PICTURES, pdfTags: false } : { pdfStandard: STANDARD }),
        creationTimestamp: Math.floor(createdAt.getTime() / 1000),
      }),
      pages: document.numOfPages,
      signatures: this.#places(document),
    }));
  }

  /** All pages in one SVG, as the engine gives them. */
  svg(job: TypstJob): { svg: string; pages: number } {
    return this.#compile(job, (document) => ({ svg: this.#compiler.plainSvg(document), pages: document.numOfPages }));
  }

  takeWarnings(): string[] {
    const warnings = this.#warnings;
    this.#warnings = [];
    return warnings;
  }

  #places(document: TypstDocument): SignaturePlace[] {
    const found = this.#compiler.query(document, { selector: '<anchors>' })[0]?.value as SignaturePlace[] | undefined;
    return (found ?? []).map((place) => ({ ...place, y: A4_HEIGHT - place.y }));
  }
}
