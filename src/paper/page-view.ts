/**
 * A page as it is seen: cut to its crop box, turned, in its own unit (ISO 32000-1 §7.7.3.3, §14.11.2). Places of stamps
 * and signatures are told as seen, in points from the lower left of the page, and only here turned into what the file says.
 */

export interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export type Turn = 0 | 90 | 180 | 270;

export interface PageView {
  /** What is seen of the page, in units of the file. */
  readonly box: Box;
  /** Clockwise. */
  readonly turn: Turn;
  /** Points to a unit of the file. */
  readonly unit: number;
}

const LETTER: Box = { x: 0, y: 0, width: 612, height: 792 };

function boxFrom(corners: readonly number[] | undefined): Box | undefined {
  const [x1 = Number.NaN, y1 = Number.NaN, x2 = Number.NaN, y2 = Number.NaN] = corners ?? [];
  const box = { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
  return box.width > 0 && box.height > 0 ? box : undefined;
}

/** The crop box as far as it lies on the page. */
function visible(crop: Box, media: Box): Box {
  const x = Math.max(crop.x, media.x);
  const y = Math.max(crop.y, media.y);
  const width = Math.min(crop.x + crop.width, media.x + media.width) - x;
  const height = Math.min(crop.y + crop.height, media.y + media.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : media;
}

/** @param numbers the numbers under a key of the page, or of a branch above it where that key is inherited */
export function pageView(numbers: (key: 'MediaBox' | 'CropBox' | 'Rotate' | 'UserUnit') => readonly number[] | undefined): PageView {
  const media = boxFrom(numbers('MediaBox')) ?? LETTER;
  const turn = ((((numbers('Rotate')?.[0] ?? 0) % 360) + 360) % 360);
  const unit = numbers('UserUnit')?.[0] ?? 1;
  return {
    box: visible(boxFrom(numbers('CropBox')) ?? media, media),
    turn: turn === 90 || turn === 180 || turn === 270 ? turn : 0,
    unit: unit > 0 && unit <= 1000 ? unit : 1,
  };
}

/** Width and height as seen, in points. */
export function seenSize({ box, turn, unit }: PageView): { width: number; height: number } {
  const [width, height] = turn === 90 || turn === 270 ? [box.height, box.width] : [box.width, box.height];
  return { width: width * unit, height: height * unit };
}

/** A point as seen, in units of the file. */
export function inFile({ box, turn, unit }: PageView, seen: { readonly x: number; readonly y: number }): { x: number; y: number } {
  const [x, y] = [seen.x / unit, seen.y / unit];
  switch (turn) {
    case 0: return { x: box.x + x, y: box.y + y };
    case 90: return { x: box.x + box.width - y, y: box.y + x };
    case 180: return { x: box.x + box.width - x, y: box.y + box.height - y };
    case 270: return { x: box.x + y, y: box.y + box.height - x };
  }
}

function seenPoint({ box, turn, unit }: PageView, x: number, y: number): { x: number; y: number } {
  const [left, below, right, above] = [x - box.x, y - box.y, box.x + box.width - x, box.y + box.height - y];
  const [a, b] = turn === 90 ? [below, right] : turn === 180 ? [right, above] : turn === 270 ? [above, left] : [left, below];
  return { x: a * unit, y: b * unit };
}

const around = (a: { x: number; y: number }, b: { x: number; y: number }): Box =>
  ({ x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) });

/** A box of the file as seen. */
export function boxSeen(view: PageView, box: Box): Box {
  return around(seenPoint(view, box.x, box.y), seenPoint(view, box.x + box.width, box.y + box.height));
}

/** A box as seen, in units of the file. */
export function boxInFile(view: PageView, seen: Box): Box {
  return around(inFile(view, seen), inFile(view, { x: seen.x + seen.width, y: seen.y + seen.height }));
}

/** Turns a picture against the turn of the page, so that it stands upright: the four first numbers of a matrix. */
export function uprightMatrix(turn: Turn): readonly [number, number, number, number] {
  return ({ 0: [1, 0, 0, 1], 90: [0, 1, -1, 0], 180: [-1, 0, 0, -1], 270: [0, -1, 1, 0] } as const)[turn];
}
