/** Opening a PDF that is to be signed or checked. */
import { ok } from '../../platform/result.ts';
import type { Result } from '../../platform/result.ts';
import { PdfUpdate } from '../pdf-file/pdf-update.ts';
import { signingFailure } from './failures.ts';
import type { SigningFailureCode } from './failures.ts';
import { pagesOf, viewOf } from './pdf-parts.ts';

/** A PDF that can be updated, or why not. */
export function openPdf(pdf: Uint8Array): Result<PdfUpdate, SigningFailureCode> {
  if (!looksWhole(pdf)) return signingFailure('PDF_BROKEN');
  try {
    const update = new PdfUpdate(pdf);
    if (update.encrypted) return signingFailure('PDF_ENCRYPTED');
    for (const page of pagesOf(update)) viewOf(update, page);
    return ok(update);
  } catch {
    const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
    return signingFailure(/\/Encrypt\s+\d+ \d+ R/.test(text) ? 'PDF_ENCRYPTED' : 'PDF_BROKEN');
  }
}

/** A PDF begins and ends as one: what was cut off on its way must not pass for an earlier state of itself. */
export function looksWhole(pdf: Uint8Array): boolean {
  const text = (from: number, to?: number): string => Buffer.from(pdf.subarray(from, to)).toString('latin1');
  return text(0, 1024).includes('%PDF-') && /startxref\s+\d+\s+%%EOF\s*$/.test(text(Math.max(0, pdf.byteLength - 1024)));
}
