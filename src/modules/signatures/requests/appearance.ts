// What is seen of a signature on the page, and where.
import { findSignaturePlace, pageSize } from '../../../paper/index.ts';
import type { Renderer } from '../../../paper/index.ts';
import { ok } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import { bangkokDate, bangkokTime, formatDate, formatTime, toThaiDigits } from '../../../thai/index.ts';
import type { Place } from '../domain/request.ts';
import type { SignerFacts } from './office.ts';
import { messages } from './messages.ts';

/** A picture and its place; neither where the document has no room left or the machine has no typesetter: the signature is then in the file, unseen. */
export interface Shown {
  readonly place?: Place;
  readonly appearance?: Uint8Array;
}

/**
 * The visible signature of a signer on a file as it now stands: over the printed name where `anchor` or the name itself
 * tells its axis, and never over another signature. A name that cannot be printed is the only failure.
 */
export async function visibleSignature(paper: Renderer, pdf: Uint8Array, signer: SignerFacts, anchor: Place | null, at: Date): Promise<Result<Shown>> {
  const drawn = await paper.renderPdf({
    kind: 'signature-stamp', name: signer.name, position: signer.title, ...(signer.acting ? { acting: signer.acting } : {}),
    date: toThaiDigits(messages.words('signedAt', { date: formatDate(bangkokDate(at)), time: formatTime(bangkokTime(at)) }).th),
  }, { createdAt: at, attachData: false });
  if (!drawn.ok) return drawn.code === 'RENDERER_UNAVAILABLE' ? ok({}) : drawn;
  const size = await pageSize(drawn.value.pdf);
  const place = await findSignaturePlace(pdf, { anchor: anchor ?? undefined, name: signer.name, size });
  return ok(place ? { place, appearance: drawn.value.pdf } : {});
}
