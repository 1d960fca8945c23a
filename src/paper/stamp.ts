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
import { locked, unreadable } from './stamp-failures.ts';
import type { ReceivedPdfFailureCode } from './stamp-failures.ts';

export interface PdfFacts {
  pages: number;
  /** It is encrypted, but opens without a password. */
  encrypted: boolean;
  /** Signature fields that are filled in; whether they hold is for the verifier to say. */
  signatures: number;
}

interface Box { x: number; y: number; width: number; height: number }

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

function boxOf(pdf: PDF, page: PdfDict, key: 'MediaBox' | 'CropBox'): Box | undefined {
  const value = inherited(pdf, page, key);
  if (!(value instanceof PdfArray)) return undefined;
  const corners = [0, 1, 2, 3].map((i) => value.at(i)).map((n) => (n instanceof PdfRef ? pdf.getObject(n) : n)).flatMap((n) => (n instanceof PdfNumber ? [n.value] : []));
  const [x1, y1, x2, y2] = corners;
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return undefined;
  return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
}

function turnOf(pdf: PDF, page: PdfDict): 0 | 90 | 180 | 270 {
  const value = inherited(pdf, page, 'Rotate');
  const turn = value instanceof PdfNumber ? ((value.value % 360) + 360) % 360 : 0;
  return turn === 90 || turn === 180 || turn === 270 ? turn : 0;
}

/** Part of the page that a reader sees: the crop box, as far as it lies on the page. */
function visible(crop: Box, media: Box): Box {
  const x = Math.max(crop.x, media.x);
  const y = Math.max(crop.y, media.y);
  const width = Math.min(crop.x + crop.width, media.x + media.width) - x;
  const height = Math.min(crop.y + crop.height, media.y + media.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : media;
}

/** Lower left corner of the stamp and its turn, so that it stands upright at the top right of the page as shown. */
export function stampPlace(box: Box, rotation: 0 | 90 | 180 | 270, stamp: { width: number; height: number }): { x: number; y: number; angle: number; scale: number } {
  const turned = rotation === 90 || rotation === 270;
  const [across, down] = turned ? [box.height, box.width] : [box.width, box.height];
  const scale = Math.min(1, Math.max(0.1, (across - 2 * MARGIN) / stamp.width), Math.max(0.1, (down - 2 * MARGIN) / stamp.height));
  const w = stamp.width * scale + MARGIN;
  const h = stamp.height * scale + MARGIN;
  const right = box.x + box.width;
  const top = box.y + box.height;
  switch (rotation) {
    case 0: return { x: right - w, y: top - h, angle: 0, scale };
    case 90: return { x: box.x + h, y: top - w, angle: 90, scale };
    case 180: return { x: box.x + w, y: box.y + h, angle: 180, scale };
    case 270: return { x: right - h, y: box.y + w, angle: 270, scale };
  }
}

async function open(bytes: Uint8Array): Promise<Result<PDF, ReceivedPdfFailureCode>> {
  let pdf: PDF;
  try {
    // Its own copy: the library may keep and fill the buffer that it is given.
    pdf = await PDF.load(bytes.slice());
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
  renderer: Renderer, bytes: Uint8Array, stamp: Pick<ReceiveStamp, 'agency' | 'number' | 'date' | 'time'>, createdAt: Date,
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
    const media = boxOf(pdf, page.dict, 'MediaBox') ?? { x: 0, y: 0, width: 612, height: 792 };
    const crop = boxOf(pdf, page.dict, 'CropBox') ?? media;
    const picture = await pdf.embedPage(source, 0);
    const { x, y, angle, scale } = stampPlace(visible(crop, media), turnOf(pdf, page.dict), picture);
    page.drawPage(picture, { x, y, scale, ...(angle === 0 ? {} : { rotate: { angle, origin: { x, y } } }) });
    return ok({ pdf: await pdf.save({ incremental: true }) });
  } catch {
    return unreadable();
  }
}
