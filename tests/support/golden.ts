/**
 * Papers kept as golden: for each document a text file (every line of every page with its place, as pdf.js reads it) and
 * a small picture of each page (as Poppler draws it). The text says what changed; the picture finds what no text has:
 * rules, emblem, marks, a stamp that covers a line.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { pdfJsPages } from '../../src/paper/testing/tools.ts';

/** Dots per inch of the pictures: a page is about 10 KB. */
const RESOLUTION = 60;
/** Steps of grey out of 15 by which a dot may differ: versions of Poppler smooth their edges a little differently. */
const STEPS = 3;
/** Dots of a page that may differ by more: a tone mark is five to seven. */
const DOTS = 3;

export interface Picture { width: number; height: number; /** One grey of 0 (black) to 15 a dot. */ dots: Uint8Array }

/** The pages of a PDF as small grey pictures. Needs pdftoppm of poppler-utils. */
export function picturesOf(pdf: Uint8Array): Picture[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'krom-golden-'));
  try {
    writeFileSync(path.join(folder, 'in.pdf'), pdf);
    execFileSync('pdftoppm', ['-gray', '-r', String(RESOLUTION), 'in.pdf', 'page'], { cwd: folder, stdio: 'ignore' });
    return readdirSync(folder).filter((name) => name.endsWith('.pgm')).toSorted().map((name) => {
      const bytes = readFileSync(path.join(folder, name));
      const [head, width, height] = /^P5\s(\d+)\s(\d+)\s255\s/.exec(bytes.subarray(0, 40).toString('latin1')) ?? [];
      if (!head) throw new Error(`${name} is not a grey picture`);
      return { width: Number(width), height: Number(height), dots: Uint8Array.from(bytes.subarray(head.length), (grey) => Math.round(grey / 17)) };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The lines of a page from top to bottom: place in points from the upper left, rounded to halves, and words. */
export async function linesOf(pdf: Uint8Array, heights: readonly number[]): Promise<string> {
  const half = (n: number) => (Math.round(n * 2) / 2).toFixed(1).padStart(6);
  const pages = (await pdfJsPages(pdf)).map((items, page) => {
    const lines: { x: number; y: number; text: string }[] = [];
    for (const { x, y, text } of items) {
      const last = lines.at(-1);
      if (text.trim() === '') continue;
      if (last && Math.abs(last.y - y) < 0.2 && x > last.x) last.text += text;
      else lines.push({ x, y, text });
    }
    const height = heights[page] ?? 0;
    return [`page ${page + 1}`, ...lines.map(({ x, y, text }) => `${half(x)} ${half(height - y)}  ${text.normalize('NFC')}`)].join('\n');
  });
  return `${pages.join('\n')}\n`;
}

const chunk = (name: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, check]);
};

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG of 16 greys without filters: small, and read back by `readPng` alone. */
export function writePng({ width, height, dots }: Picture): Buffer {
  const line = 1 + Math.ceil(width / 2);
  const raw = Buffer.alloc(line * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) raw[y * line + 1 + (x >> 1)]! |= dots[y * width + x]! << (x % 2 === 0 ? 4 : 0);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 4;
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', deflateSync(raw, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

/** Reads what `writePng` wrote. */
export function readPng(file: Buffer): Picture {
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const size = file.readUInt32BE(33);
  const raw = inflateSync(file.subarray(41, 41 + size));
  const line = 1 + Math.ceil(width / 2);
  const dots = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) dots[y * width + x] = (raw[y * line + 1 + (x >> 1)]! >> (x % 2 === 0 ? 4 : 0)) & 15;
  return { width, height, dots };
}

/** Where two pictures of a page differ: nothing, or in words. The place is that of the first dot, in cm from the upper left. */
export function difference(kept: Picture, now: Picture): string | undefined {
  if (kept.width !== now.width || kept.height !== now.height) return `the sheet was ${kept.width} × ${kept.height} dots, now ${now.width} × ${now.height}`;
  let [count, first] = [0, 0];
  now.dots.forEach((dot, at) => {
    if (Math.abs(dot - kept.dots[at]!) <= STEPS) return;
    if (count++ === 0) first = at;
  });
  if (count <= DOTS) return undefined;
  const cm = (dots: number) => ((dots / RESOLUTION) * 2.54).toFixed(1);
  return `${count} dots differ, the first ${cm(first % now.width)} cm from the left and ${cm(Math.floor(first / now.width))} cm from the top`;
}

/**
 * Compares a PDF with what is kept of it under `name`, or keeps it anew.
 * @returns what differs, in words; for a changed picture also where the picture of today lies.
 */
export async function againstGolden(folder: string, name: string, pdf: Uint8Array, { renew, heights, today }: { renew: boolean; heights: readonly number[]; today: string }): Promise<string[]> {
  const text = await linesOf(pdf, heights);
  const pictures = picturesOf(pdf);
  const textFile = path.join(folder, `${name}.txt`);
  const pictureFile = (page: number) => path.join(folder, `${name}-${page + 1}.png`);
  if (renew) {
    for (const old of readdirSync(folder).filter((file) => file.startsWith(`${name}-`) && /^\d+\.png$/.test(file.slice(name.length + 1)))) rmSync(path.join(folder, old));
    writeFileSync(textFile, text);
    pictures.forEach((picture, page) => writeFileSync(pictureFile(page), writePng(picture)));
    return [];
  }
  if (!existsSync(textFile)) return [`${name}: nothing is kept of it yet`];
  const found: string[] = [];
  const [was, is] = [readFileSync(textFile, 'utf8').split('\n'), text.split('\n')];
  const gone = was.filter((line) => !is.includes(line)).map((line) => `- ${line}`);
  const come = is.filter((line) => !was.includes(line)).map((line) => `+ ${line}`);
  if (was.join('\n') !== is.join('\n')) found.push([`${name}: the text or its places changed`, ...gone.slice(0, 12), ...come.slice(0, 12)].join('\n'));
  pictures.forEach((picture, page) => {
    const differs = existsSync(pictureFile(page)) ? difference(readPng(readFileSync(pictureFile(page))), picture) : 'a page more than is kept';
    if (differs === undefined) return;
    mkdirSync(today, { recursive: true });
    const shown = path.join(today, path.basename(pictureFile(page)));
    writeFileSync(shown, writePng(picture));
    found.push(`${name}, page ${page + 1}: ${differs} (${shown})`);
  });
  if (existsSync(pictureFile(pictures.length))) found.push(`${name}: a page less than is kept`);
  return found;
}
