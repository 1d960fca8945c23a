/** Opening a PDF that is to be signed or checked. */
import { ok } from '../../platform/result.ts';
import type { Result } from '../../platform/result.ts';
import { PdfUpdate } from '../tounicode/pdf-update.ts';
import { signingFailure } from './failures.ts';
import type { SigningFailureCode } from './failures.ts';
import { pagesOf } from './pdf-parts.ts';

/** A PDF that can be updated, or why not. */
export function openPdf(pdf: Uint8Array): Result<PdfUpdate, SigningFailureCode> {
  if (!looksWhole(pdf)) return signingFailure('PDF_BROKEN');
  try {
    const update = new PdfUpdate(pdf);
    if (/\/Encrypt\b/.test(update.trailer)) return signingFailure('PDF_ENCRYPTED');
    pagesOf(update);
    return ok(update);
  } catch (error) {
    const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
    if (/\/Encrypt\s+\d+ \d+ R/.test(text)) return signingFailure('PDF_ENCRYPTED');
    return signingFailure(error instanceof Error && error.message.includes('cross-reference streams') ? 'PDF_UNSUPPORTED' : 'PDF_BROKEN');
  }
}

/** A PDF begins and ends as one: what was cut off on its way must not pass for an earlier state of itself. */
export function looksWhole(pdf: Uint8Array): boolean {
  const text = (from: number, to?: number): string => Buffer.from(pdf.subarray(from, to)).toString('latin1');
  return text(0, 1024).includes('%PDF-') && /startxref\s+\d+\s+%%EOF\s*$/.test(text(Math.max(0, pdf.byteLength - 1024)));
}
