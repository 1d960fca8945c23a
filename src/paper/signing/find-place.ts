/**
 * Where a visible signature goes: on the axis of the printed name where the document has one, else into the next room of
 * the last page that is free of text and of other signatures.
 */
import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfRef } from '@libpdf/core';
import type { PDFPage } from '@libpdf/core';

/** PDF points from the lower left of the page; `y` is the upper edge. */
export interface ShownPlace { readonly page: number; readonly x: number; readonly y: number }
interface Box { x: number; y: number; width: number; height: number }

export interface PlaceWish {
  /** The printed block of the name, as the renderer tells it: x its left edge, y its top. */
  readonly anchor?: ShownPlace | undefined;
  /** The name as it may be printed, with its title. */
  readonly name: string;
  /** Of the picture of the signature. */
  readonly size: { readonly width: number; readonly height: number };
}

/** Between picture and name, and between two pictures. */
const GAP = 2;
/** From the edges of the page. */
const MARGIN = 34;

const apart = (a: Box, b: Box): boolean => a.x + a.width <= b.x + 0.5 || b.x + b.width <= a.x + 0.5 || a.y + a.height <= b.y + 0.5 || b.y + b.height <= a.y + 0.5;

/** Rectangles of signatures that a page shows already. */
function signaturesOn(pdf: PDF, page: PDFPage): Box[] {
  const resolve = (ref: PdfRef) => pdf.getObject(ref);
  const list = page.dict.get('Annots', resolve);
  if (!(list instanceof PdfArray)) return [];
  const found: Box[] = [];
  for (let i = 0; i < list.length; i += 1) {
    const at = list.at(i);
    const annotation = at instanceof PdfRef ? pdf.getObject(at) : at;
    if (!(annotation instanceof PdfDict)) continue;
    const type = annotation.get('FT', resolve);
    const rectangle = annotation.get('Rect', resolve);
    if (!(type instanceof PdfName) || type.value !== 'Sig' || !(rectangle instanceof PdfArray)) continue;
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [0, 1, 2, 3].map((n) => rectangle.at(n)).map((n) => (n instanceof PdfNumber ? n.value : 0));
    if (x1 !== x2 && y1 !== y2) found.push({ x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) });
  }
  return found;
}

const boxAt = (place: ShownPlace, size: PlaceWish['size']): Box => ({ x: place.x, y: place.y - size.height, width: size.width, height: size.height });

/** Letters that stand on the line: where marks above and below come in the text of a page is up to the program that made it. */
const onLine = (text: string): string => text.normalize('NFC').replaceAll('\u0e33', '\u0e32').replace(/[\s\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/gu, '');

/** A place over the printed name, from the last page backwards. The signature of a letter stands in brackets; a name in the text is no place for one. */
function overName(pages: readonly PDFPage[], { name, size }: PlaceWish): ShownPlace | undefined {
  const wanted = `(${onLine(name)})`;
  if (wanted.length < 4) return undefined;
  for (const [i, page] of [...pages.entries()].reverse()) {
    for (const line of page.extractText().lines.toReversed()) {
      const chars = line.spans.flatMap((span) => span.chars).flatMap((one) => Array.from(onLine(one.char)).map((char) => ({ char, bbox: one.bbox })));
      const at = chars.map(({ char }) => char).join('').lastIndexOf(wanted);
      const [first, last] = [chars[at]?.bbox, chars[at + wanted.length - 1]?.bbox];
      if (at < 0 || !first || !last) continue;
      return { page: i + 1, x: (first.x + last.x + last.width) / 2 - size.width / 2, y: line.bbox.y + line.bbox.height + GAP + size.height };
    }
  }
  return undefined;
}

/** The first room at the foot of the last page, row by row from below, left before right. */
function freeRoom(page: PDFPage, n: number, size: PlaceWish['size'], taken: readonly Box[]): ShownPlace | undefined {
  const text = page.extractText().lines.filter((line) => line.text.trim() !== '').map((line) => line.bbox);
  const { width, height } = page;
  const columns = Math.max(1, Math.floor((width - 2 * MARGIN) / size.width));
  const rows = Math.max(1, Math.floor((height - 2 * MARGIN) / (size.height + GAP)));
  const rooms = Array.from({ length: rows * columns }, (_, i) => ({
    page: n, x: MARGIN + (i % columns) * ((width - 2 * MARGIN) / columns), y: MARGIN + Math.floor(i / columns) * (size.height + GAP) + size.height,
  }));
  const free = rooms.filter((room) => taken.every((box) => apart(boxAt(room, size), box)));
  return free.find((room) => text.every((box) => apart(boxAt(room, size), box))) ?? free[0];
}

/**
 * The place for one more visible signature that covers no other. Undefined where the file cannot be read for it or has no
 * room left: it is then signed without a picture.
 */
export async function findSignaturePlace(bytes: Uint8Array, wish: PlaceWish): Promise<ShownPlace | undefined> {
  try {
    const pdf = await PDF.load(bytes.slice());
    const pages = pdf.getPages();
    const last = pages.at(-1);
    if (!last) return undefined;
    const { anchor, size } = wish;
    const wished = [anchor ? { ...anchor, y: anchor.y + GAP + size.height } : undefined, overName(pages, wish)];
    for (const place of wished) {
      const page = place && pages[place.page - 1];
      if (!page || place.x < 0 || place.x + size.width > page.width || place.y > page.height || place.y - size.height < 0) continue;
      if (signaturesOn(pdf, page).every((box) => apart(boxAt(place, size), box))) return place;
    }
    return freeRoom(last, pages.length, size, signaturesOn(pdf, last));
  } catch {
    return undefined;
  }
}

/** Width and height of a one-page PDF in points. @throws when it is none. */
export async function pageSize(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  const page = (await PDF.load(bytes.slice())).getPage(0);
  if (!page) throw new Error('a PDF without a page');
  return { width: page.width, height: page.height };
}
