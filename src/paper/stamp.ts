/**
 * The receive stamp (form 12, clause 36) on a PDF that came from outside. The bytes received are never changed: the
 * stamp is appended to a copy of them, so that what the sender signed stays provable from the copy as well.
 */
import { PDF, PdfArray, PdfDict, PdfNumber, PdfRef } from '@libpdf/core';
import { ok } from '../platform/result.ts';
import type { Result } from '../platform/result.ts';
import type { PaperFailureCode } from './failures.ts';
import type { ReceiveStamp } from './list-documents.ts';
import type { Renderer } from './renderer.ts';
import { openWithLibrary } from './pdf-file/library.ts';
import { inFile, pageView, seenSize } from './page-view.ts';
import type { PageView } from './page-view.ts';
import { locked, unreadable } from './stamp-failures.ts';
import type { ReceivedPdfFailureCode } from './stamp-failures.ts';

export interface PdfFacts {
  pages: number;
  /** It is encrypted, but opens without a password. */
  encrypted: boolean;
  /** Signature fields that are filled in; whether they hold is for the verifier to say. */
  signatures: number;
}

const MARGIN = (0.8 * 72) / 2.54;

/**
 * An entry of a page or, where the page has none, of the branches above it (ISO 32000-1, 7.7.3.4). The library's own
 * getters neither climb nor turn the upper right corner into width and height.
 */
function inherited(pdf: PDF, page: PdfDict, key: string) {
  const resolve = (ref: PdfRef) => pdf.getObject(ref);
  let dict: PdfDict | undefined = page;
  for (let depth = 0; dict && depth < 50; depth++) {
    const value = dict.get(key, resolve);
    if (value) return value;
    const parent = dict.get('Parent', resolve);
    dict = parent instanceof PdfDict ? parent : undefined;
  }
  return undefined;
}

/** How a page that the library opened is seen. */
function viewOfPage(pdf: PDF, page: PdfDict): PageView {
  return pageView((key) => {
    const value = key === 'UserUnit' ? page.get(key, (ref) => pdf.getObject(ref)) : inherited(pdf, page, key);
    const list = value instanceof PdfArray ? Array.from({ length: value.length }, (_, i) => value.at(i)) : [value];
    const numbers = list.map((one) => (one instanceof PdfRef ? pdf.getObject(one) : one)).flatMap((one) => (one instanceof PdfNumber ? [one.value] : []));
    return numbers.length === list.length ? numbers : undefined;
  });
}

/** Lower left corner of the stamp, its turn and its scale in units of the file, so that it stands upright at the top right of the page as shown. */
export function stampPlace(view: PageView, stamp: { width: number; height: number }): { x: number; y: number; angle: number; scale: number } {
  const { width, height } = seenSize(view);
  const scale = Math.min(1, Math.max(0.1, (width - 2 * MARGIN) / stamp.width), Math.max(0.1, (height - 2 * MARGIN) / stamp.height));
  const corner = inFile(view, { x: width - MARGIN - stamp.width * scale, y: height - MARGIN - stamp.height * scale });
  return { ...corner, angle: view.turn, scale: scale / view.unit };
}

async function open(bytes: Uint8Array): Promise<Result<PDF, ReceivedPdfFailureCode>> {
  let pdf: PDF;
  try {
    pdf = await openWithLibrary(bytes);
  } catch {
    return unreadable();
  }
  if (pdf.isEncrypted && !pdf.isAuthenticated) return locked();
  try {
    return pdf.getPageCount() > 0 ? ok(pdf) : unreadable();
  } catch {
    return unreadable();
  }
}

/** Looks into a PDF that came from outside. */
export async function inspectPdf(bytes: Uint8Array): Promise<Result<PdfFacts, ReceivedPdfFailureCode>> {
  const opened = await open(bytes);
  if (!opened.ok) return opened;
  const pdf = opened.value;
  try {
    const signatures = pdf.getForm()?.getSignatureFields().filter((field) => field.isSigned()).length ?? 0;
    return ok({ pages: pdf.getPageCount(), encrypted: pdf.isEncrypted, signatures });
  } catch {
    return unreadable();
  }
}

/** A copy of `bytes` with the stamp at the top right of its first page, upright however the page is turned or cropped. */
export async function stampReceived(
  renderer: Pick<Renderer, 'renderPdf'>, bytes: Uint8Array, stamp: Pick<ReceiveStamp, 'agency' | 'number' | 'date' | 'time'>, createdAt: Date,
): Promise<Result<{ pdf: Uint8Array }, ReceivedPdfFailureCode | PaperFailureCode>> {
  const opened = await open(bytes);
  if (!opened.ok) return opened;
  const drawn = await renderer.renderPdf({ kind: 'receive-stamp', ...stamp }, { createdAt, attachData: false });
  if (!drawn.ok) return drawn;
  const source = await PDF.load(drawn.value.pdf);
  try {
    const pdf = opened.value;
    const page = pdf.getPage(0);
    if (!page) return unreadable();
    // The library would give a page of its own what it has from the branches above: nothing. Its letters would be gone.
    const resources = inherited(pdf, page.dict, 'Resources');
    if (!page.dict.has('Resources') && resources instanceof PdfDict) page.dict.set('Resources', resources.clone());
    const picture = await pdf.embedPage(source, 0);
    const { x, y, angle, scale } = stampPlace(viewOfPage(pdf, page.dict), picture);
    page.drawPage(picture, { x, y, scale, ...(angle === 0 ? {} : { rotate: { angle, origin: { x, y } } }) });
    return ok({ pdf: await pdf.save({ incremental: true }) });
  } catch {
    return unreadable();
  }
}
