/**
 * Where a visible signature goes: on the axis of the printed name where the document has one, else into the next room of
 * the last page that is free of text and of other signatures.
 */
import { PDF } from '@libpdf/core';
import type { PDFPage } from '@libpdf/core';
import { boxSeen, seenSize } from '../page-view.ts';
import type { Box, PageView } from '../page-view.ts';
import { openWithLibrary } from '../pdf-file/library.ts';
import { PdfUpdate } from '../pdf-file/pdf-update.ts';
import { entriesOf, itemsOf, nameIn, numberOf, referenceOf } from '../pdf-file/values.ts';
import { pagesOf, viewOf } from './pdf-parts.ts';

/** Points from the lower left of the page as it is seen, turned and cropped; `y` is the upper edge. */
export interface ShownPlace { readonly page: number; readonly x: number; readonly y: number }

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
function signaturesOn(file: PdfUpdate, page: number, view: PageView): Box[] {
  return itemsOf(file.resolved(entriesOf(file.dictionary(page)).get('Annots')?.value) ?? '').flatMap((item): Box[] => {
    const annotation = entriesOf(file.resolved(item) ?? '');
    const field = entriesOf(file.resolved(annotation.get('Parent')?.value) ?? '');
    if (nameIn((annotation.get('FT') ?? field.get('FT'))?.value) !== 'Sig') return [];
    const corners = itemsOf(file.resolved(annotation.get('Rect')?.value) ?? '').map((one) => numberOf(file.resolved(one)) ?? 0);
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = corners;
    return x1 === x2 || y1 === y2 ? [] : [boxSeen(view, { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) })];
  });
}

/** The library unpacks without a limit; a page that is larger than any letter gets no place. @throws Error where it is. */
function unpackContents(file: PdfUpdate, page: number): void {
  const written = entriesOf(file.dictionary(page)).get('Contents')?.value;
  const list = file.resolved(written);
  for (const item of list?.startsWith('[') ? itemsOf(list) : [written]) {
    const object = referenceOf(item);
    const filter = object === undefined ? undefined : entriesOf(file.resolved(item) ?? '').get('Filter')?.value;
    if (object !== undefined && filter !== undefined && /^(?:\/FlateDecode|\[\s*\/FlateDecode\s*\])$/.test(filter)) file.stream(object);
  }
}

interface Letter { readonly char: string; readonly box: Box }

/** Lines of text as they are seen. The library finds those of pages that are not turned; on others the letters are put together again. */
function linesOf(file: PdfUpdate, number: number, page: PDFPage, view: PageView): Letter[][] {
  unpackContents(file, number);
  const lines = page.extractText().lines.map((line) => line.spans.flatMap((span) => span.chars).map(({ char, bbox }): Letter => ({ char, box: boxSeen(view, bbox) })));
  if (view.turn === 0) return lines;
  const rows: Letter[][] = [];
  for (const letter of lines.flat().toSorted((a, b) => b.box.y - a.box.y)) {
    const row = rows.at(-1);
    if (row && row[0]!.box.y - letter.box.y < 2) row.push(letter);
    else rows.push([letter]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.box.x - b.box.x));
}

const boxAt = (place: ShownPlace, size: PlaceWish['size']): Box => ({ x: place.x, y: place.y - size.height, width: size.width, height: size.height });

/** Letters that stand on the line: where marks above and below come in the text of a page is up to the program that made it. */
const onLine = (text: string): string => text.normalize('NFC').replaceAll('\u0e33', '\u0e32').replace(/[\s\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/gu, '');

interface Sheet { readonly view: PageView; readonly lines: () => Letter[][]; readonly signatures: () => Box[] }

/** A place over the printed name, from the last page backwards. The signature of a letter stands in brackets; a name in the text is no place for one. */
function overName(sheets: readonly Sheet[], { name, size }: PlaceWish): ShownPlace | undefined {
  const wanted = `(${onLine(name)})`;
  if (wanted.length < 4) return undefined;
  for (const [i, sheet] of [...sheets.entries()].reverse()) {
    for (const line of sheet.lines().toReversed()) {
      const letters = line.flatMap(({ char, box }) => Array.from(onLine(char)).map((one) => ({ char: one, box })));
      const at = letters.map(({ char }) => char).join('').lastIndexOf(wanted);
      const [first, last] = [letters[at]?.box, letters[at + wanted.length - 1]?.box];
      if (at < 0 || !first || !last) continue;
      const top = Math.max(...line.map(({ box }) => box.y + box.height));
      return { page: i + 1, x: (first.x + last.x + last.width) / 2 - size.width / 2, y: top + GAP + size.height };
    }
  }
  return undefined;
}

/** The first room at the foot of the last page, row by row from below, left before right. */
function freeRoom({ view, lines, signatures }: Sheet, n: number, size: PlaceWish['size']): ShownPlace | undefined {
  const text = lines().flat().filter(({ char }) => char.trim() !== '').map(({ box }) => box);
  const taken = signatures();
  const { width, height } = seenSize(view);
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
    const file = new PdfUpdate(bytes);
    const pages = (await openWithLibrary(bytes)).getPages();
    const sheets = pagesOf(file).map((page, i): Sheet => {
      const view = viewOf(file, page);
      return { view, lines: () => linesOf(file, page, pages[i]!, view), signatures: () => signaturesOn(file, page, view) };
    });
    const last = sheets.at(-1);
    if (!last) return undefined;
    const { anchor, size } = wish;
    const wished = [() => anchor && { ...anchor, y: anchor.y + GAP + size.height }, () => overName(sheets, wish)];
    for (const wishedPlace of wished) {
      const place = wishedPlace();
      const sheet = place && sheets[place.page - 1];
      const { width, height } = sheet ? seenSize(sheet.view) : { width: 0, height: 0 };
      if (!sheet || place.x < 0 || place.x + size.width > width || place.y > height || place.y - size.height < 0) continue;
      if (sheet.signatures().every((box) => apart(boxAt(place, size), box))) return place;
    }
    return freeRoom(last, sheets.length, size);
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
