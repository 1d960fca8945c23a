/** Opening a PDF that is to be signed or checked. */
import { ok } from '../../platform/result.ts';
import type { Result } from '../../platform/result.ts';
import { PdfUpdate } from '../pdf-file/pdf-update.ts';
import { signingFailure } from './failures.ts';
import type { SigningFailureCode } from './failures.ts';
import { itemsOf, nameIn } from '../pdf-file/values.ts';
import { pagesOf, valueOf, viewOf } from './pdf-parts.ts';

/** A PDF that can be signed, or why not. */
export function openPdf(pdf: Uint8Array): Result<PdfUpdate, SigningFailureCode> {
  if (!looksWhole(pdf)) return signingFailure('PDF_BROKEN');
  try {
    const update = new PdfUpdate(pdf);
    if (update.encrypted) return signingFailure('PDF_ENCRYPTED');
    for (const page of pagesOf(update)) viewOf(update, page);
    return isClosed(update) ? signingFailure('PDF_CLOSED') : ok(update);
  } catch {
    const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
    return signingFailure(/\/Encrypt\s+\d+ \d+ R/.test(text) ? 'PDF_ENCRYPTED' : 'PDF_BROKEN');
  }
}

/** Certified by its author with permission for nothing at all (ISO 32000-1 §12.8.2.2). */
function isClosed(file: PdfUpdate): boolean {
  const at = (dictionary: string | undefined, key: string): string | undefined => file.resolved(valueOf(dictionary ?? '', key));
  const references = at(at(at(file.dictionary(file.root), 'Perms'), 'DocMDP'), 'Reference');
  return itemsOf(references ?? '').some((item) => {
    const reference = file.resolved(item);
    return nameIn(at(reference, 'TransformMethod')) === 'DocMDP' && at(at(reference, 'TransformParams'), 'P') === '1';
  });
}

/** A PDF begins and ends as one: what was cut off on its way must not pass for an earlier state of itself. */
export function looksWhole(pdf: Uint8Array): boolean {
  const text = (from: number, to?: number): string => Buffer.from(pdf.subarray(from, to)).toString('latin1');
  return text(0, 1024).includes('%PDF-') && /startxref\s+\d+\s+%%EOF\s*$/.test(text(Math.max(0, pdf.byteLength - 1024)));
}
