/** For tests only: reading PDFs back with Poppler, qpdf and pdf.js. A missing tool fails the test and says what to install. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRenderer } from '../renderer.ts';
import type { PdfOptions, RenderedPdf, Renderer } from '../renderer.ts';
import type { PaperDocument } from '../documents.ts';

const PACKAGES: Readonly<Record<string, string>> = {
  pdftotext: 'poppler-utils', pdfdetach: 'poppler-utils', pdfinfo: 'poppler-utils', pdffonts: 'poppler-utils', qpdf: 'qpdf',
};

/** Runs a tool on a PDF; `args` name the file as {pdf} and a scratch file as {out}. Returns standard output, or the scratch file. */
export function tool(name: keyof typeof PACKAGES, pdf: Uint8Array, args: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'krom-paper-'));
  try {
    const file = join(folder, 'in.pdf');
    const out = join(folder, 'out');
    writeFileSync(file, pdf);
    const text = execFileSync(name, args.map((a) => a.replace('{pdf}', file).replace('{out}', out)), {
      encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 64 * 1024 * 1024,
    });
    return args.includes('{out}') ? readFileSync(out, 'utf8') : text;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(`this test needs ${name}: install it with "apt-get install ${PACKAGES[name]}"`);
    }
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The lines of each page as Poppler reads them, blank ones left out. */
export function popplerPages(pdf: Uint8Array): string[][] {
  const pages = tool('pdftotext', pdf, ['-layout', '-enc', 'UTF-8', '{pdf}', '-']).split('\f').slice(0, -1);
  return pages.map((page) => page.split('\n').map((line) => line.trim()).filter((line) => line !== ''));
}

export interface PdfJsItem { text: string; x: number; y: number }

/** The text of each page as pdf.js reads it: from ToUnicode alone, without /ActualText. */
export async function pdfJsPages(pdf: Uint8Array): Promise<PdfJsItem[][]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const pages: PdfJsItem[][] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const content = await (await document.getPage(n)).getTextContent();
    pages.push(content.items.flatMap((item) =>
      'str' in item ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]) }] : []));
  }
  await task.destroy();
  return pages;
}

const CM = 72 / 2.54;
/** The page number stands above the body, the catchword below it. */
const BODY_TOP = (29.7 - 3.55) * CM;
const BODY_BOTTOM = 2.3 * CM;

/** Only what stands between page number and catchword; `first` keeps the top of page 1, which has no number. */
export function bodyOnly(items: readonly PdfJsItem[], page: number): PdfJsItem[] {
  return items.filter((item) => item.y > BODY_BOTTOM && (page === 0 || item.y < BODY_TOP));
}

/** Poppler drops the narrow spaces of "- ๒ -". */
export const PAGE_NUMBER = /^-\s*([๐-๙]+)\s*-$/;

/** Poppler's lines of a page without its number and its catchword. */
export function bodyLines(lines: readonly string[], page: number): string[] {
  const from = page > 0 && PAGE_NUMBER.test(lines[0] ?? '') ? 1 : 0;
  const to = (lines.at(-1) ?? '').endsWith('...') ? lines.length - 1 : lines.length;
  return lines.slice(from, to);
}

/**
 * Both sides of a comparison: compatibility forms decomposed (ำ = ํ + า), white space ignored. The typesetter draws the
 * ring of ำ under the tone mark, so a reader of glyphs alone meets น ํ ้ า where the text says น ้ ํ า: one order for both.
 */
export function folded(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b]+/g, '').replace(/\u0e4d([\u0e48-\u0e4b])/g, '$1\u0e4d');
}

export const CREATED = new Date('2026-10-20T03:00:00Z');

/** Renders, or fails the test with the failure's words. */
export async function made(renderer: Renderer, document: PaperDocument, options: Partial<PdfOptions> = {}): Promise<RenderedPdf> {
  const result = await renderer.renderPdf(document, { createdAt: CREATED, ...options });
  if (!result.ok) throw new Error(`${result.code}: ${result.message.en}`);
  return result.value;
}

export function testRenderer(): Renderer & { surprises: string[] } {
  const surprises: string[] = [];
  return Object.assign(createRenderer({ size: 1, onSurprise: (what) => surprises.push(what) }), { surprises });
}
