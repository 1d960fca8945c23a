import { execFileSync } from 'node:child_process';
import { PDF, PdfArray, PdfNumber } from '@libpdf/core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { exampleExternal, exampleStamp } from './letter-examples.ts';
import { inspectPdf, stampPlace, stampReceived } from './stamp.ts';
import { CREATED, folded, made, popplerPages, testRenderer, tool } from './testing/tools.ts';

vi.setConfig({ testTimeout: 60_000 });

const renderer = testRenderer();
afterAll(() => renderer.close());

let letter: Uint8Array;
beforeAll(async () => {
  letter = (await made(renderer, exampleExternal)).pdf;
});

async function stamped(bytes: Uint8Array): Promise<Uint8Array> {
  const result = await stampReceived(renderer, bytes, exampleStamp, CREATED);
  if (!result.ok) throw new Error(result.message.en);
  return result.value.pdf;
}

/** Where the blue of the stamp stands on the page as it is shown: distances from the right and upper edge, and its size, in points. */
function bluePlace(pdf: Uint8Array): { right: number; top: number; width: number; height: number } {
  const picture = execFileSync('pdftoppm', ['-cropbox', '-r', '72', '-f', '1', '-l', '1', '-'], { input: pdf, maxBuffer: 64 * 1024 * 1024 });
  const [head = '', across = '', down = ''] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.subarray(0, 40).toString('latin1')) ?? [];
  const [width, height] = [Number(across), Number(down)];
  const xs: number[] = [];
  const ys: number[] = [];
  for (let at = head.length, i = 0; i < width * height; i++, at += 3) {
    if ((picture[at + 2] ?? 0) - (picture[at] ?? 0) > 50) {
      xs.push(i % width);
      ys.push(Math.floor(i / width));
    }
  }
  const edge = (list: number[], of: 'min' | 'max') => list.reduce((a, b) => Math[of](a, b));
  return { right: width - edge(xs, 'max') - 1, top: edge(ys, 'min'), width: edge(xs, 'max') - edge(xs, 'min') + 1, height: edge(ys, 'max') - edge(ys, 'min') + 1 };
}

describe('the receive stamp on a PDF from outside', () => {
  it('is appended to a copy: what was received stands unchanged in front of it, and its words can be read', async () => {
    const before = letter.slice();
    const pdf = await stamped(letter);
    expect(Buffer.from(letter).equals(Buffer.from(before))).toBe(true);
    expect(Buffer.from(pdf.subarray(0, letter.length)).equals(Buffer.from(letter))).toBe(true);
    expect(tool('qpdf', pdf, ['--check', '{pdf}'])).toContain('No syntax or stream encoding errors');
    const read = folded(popplerPages(pdf).flat().join(''));
    for (const word of ['เลขรับ', '๑๒๐๔', '๐๙.๓๕', 'ขอแสดงความนับถือ']) expect(read).toContain(folded(word));
  });

  it.each([0, 90, 180, 270] as const)('stands at the top right of a page turned by %i degrees, also when it is cropped', async (turn) => {
    const pdf = await PDF.load(letter.slice());
    pdf.getPage(0)?.setRotation(turn);
    for (const bytes of [await pdf.save(), await cropped(turn)]) {
      const place = bluePlace(await stamped(bytes));
      for (const [is, should] of [[place.right, 25], [place.top, 25], [place.width, 138], [place.height, 66]] as const) expect(Math.abs(is - should), JSON.stringify(place)).toBeLessThan(4);
    }
  });

  it('becomes smaller on a page that is smaller than itself', () => {
    const place = stampPlace({ box: { x: 0, y: 0, width: 100, height: 100 }, turn: 0, unit: 1 }, { width: 142, height: 71 });
    expect(place.scale).toBeLessThan(0.5);
    expect(place.x).toBeGreaterThan(20);
  });

  it('a file that is no PDF, is cut off at the start, or is locked: clear words', async () => {
    for (const bytes of [new Uint8Array(0), new TextEncoder().encode('hello'), new Uint8Array(500).fill(37)]) {
      expect(await inspectPdf(bytes)).toMatchObject({ ok: false, code: 'PDF_UNREADABLE' });
      expect(await stampReceived(renderer, bytes, exampleStamp, CREATED)).toMatchObject({ ok: false, code: 'PDF_UNREADABLE' });
    }
    const pdf = await PDF.load(letter.slice());
    pdf.setProtection({ userPassword: 'secret', ownerPassword: 'owner' });
    const locked = await pdf.save();
    const answer = await stampReceived(renderer, locked, exampleStamp, CREATED);
    expect(answer).toMatchObject({ ok: false, code: 'PDF_LOCKED' });
    expect(answer.ok ? '' : answer.message.th).toContain('รหัสผ่าน');
    expect(await inspectPdf(locked)).toMatchObject({ ok: false, code: 'PDF_LOCKED' });
  });

  it('counts pages', async () => {
    const { pdf, pages } = await made(renderer, { ...exampleExternal, body: Array.from({ length: 30 }, () => exampleExternal.body[0]!) });
    expect(await inspectPdf(pdf)).toEqual({ ok: true, value: { pages, encrypted: false, signatures: 0 } });
  });
});

/** The letter with a window of 400 × 500 points cut out of its page. */
async function cropped(turn: 0 | 90 | 180 | 270): Promise<Uint8Array> {
  const loaded = await PDF.load(letter.slice());
  const page = loaded.getPage(0);
  page?.setRotation(turn);
  page?.dict.set('CropBox', PdfArray.of(...[80, 150, 480, 650].map((n) => PdfNumber.of(n))));
  return loaded.save();
}
