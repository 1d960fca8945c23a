import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { FileRecord } from './file-records.ts';
import type { FileStore } from './file-store.ts';

/** How a file can be looked at without saving it. */
export type Preview =
  /** The content itself, in the browser's own viewer. */
  | { readonly kind: 'inline'; readonly mediaType: string }
  /** The beginning of a text; `mediaType` names the encoding of the whole content. */
  | { readonly kind: 'text'; readonly text: string; readonly cut: boolean; readonly mediaType: string }
  /** Nothing but name, type and size. */
  | { readonly kind: 'none' };

/** Pictures beyond this are saved, not shown. */
const maxPictureBytes = 15 * 1_048_576;
const maxTextChars = 20_000;

/** How to show a file. A PDF with active content is only saved, never opened inside a page. */
export async function previewOf(file: FileRecord, store: FileStore): Promise<Preview> {
  if (file.mediaType === 'application/pdf') {
    return file.facts.activeContent ? { kind: 'none' } : { kind: 'inline', mediaType: file.mediaType };
  }
  if (file.mediaType.startsWith('image/')) {
    return file.size <= maxPictureBytes ? { kind: 'inline', mediaType: file.mediaType } : { kind: 'none' };
  }
  if (file.mediaType === 'text/plain' || file.mediaType === 'text/csv') {
    const bytes: Buffer[] = [];
    let size = 0;
    for await (const chunk of store.stream(file.hash)) {
      bytes.push(chunk as Buffer);
      size += chunk.length;
      if (size > maxTextChars * 4) break;
    }
    const encoding = file.facts.encoding ?? 'utf-8';
    const text = new TextDecoder(encoding).decode(Buffer.concat(bytes));
    return { kind: 'text', text: text.slice(0, maxTextChars), cut: size < file.size || text.length > maxTextChars, mediaType: `text/plain; charset=${encoding}` };
  }
  return { kind: 'none' };
}

const run = promisify(execFile);
let poppler: Promise<boolean> | undefined;

/** Whether Poppler's `pdftoppm` is on this machine. */
export function canDrawPages(): Promise<boolean> {
  return (poppler ??= run('pdftoppm', ['-v']).then(() => true, () => false));
}

/**
 * A page of a PDF as a PNG of at most `pixels` on its longer side; undefined where Poppler is missing, the PDF cannot be
 * drawn or has no such page. The program gets the content on its input, ten seconds, and no file name.
 */
export async function pagePicture(pdf: Uint8Array, page: number, pixels = 1000): Promise<Buffer | undefined> {
  if (!(await canDrawPages())) return undefined;
  const n = String(Math.trunc(page));
  const drawing = run('pdftoppm', ['-png', '-cropbox', '-f', n, '-l', n, '-singlefile', '-scale-to', String(Math.trunc(pixels)), '-'], {
    encoding: 'buffer',
    timeout: 10_000,
    maxBuffer: 32 * 1_048_576,
  });
  drawing.child.stdin?.on('error', () => {});
  drawing.child.stdin?.end(pdf);
  return drawing.then(({ stdout }) => (stdout.length > 0 ? stdout : undefined), () => undefined);
}

/** The first page of a PDF as a PNG, as `pagePicture`. */
export const firstPagePicture = (pdf: Uint8Array, pixels = 1000): Promise<Buffer | undefined> => pagePicture(pdf, 1, pixels);
