// Signatures and receive stamps on pages that are turned, cropped, moved or in another unit: they stand upright where they were put as seen.
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findSignaturePlace, pageSize, readPkcs12, signPdf, stampReceived } from '../src/paper/index.ts';
import type { Signer } from '../src/paper/index.ts';
import { exampleMemo } from '../src/paper/examples.ts';
import { exampleStamp } from '../src/paper/letter-examples.ts';
import { PdfUpdate } from '../src/paper/pdf-file/pdf-update.ts';
import { pagesOf, valueOf, withEntries, withValue } from '../src/paper/signing/pdf-parts.ts';
import { pdfsig } from '../src/paper/testing/judges.ts';
import { rawPdf } from '../src/paper/testing/raw-pdf.ts';
import { CREATED, made, testRenderer } from '../src/paper/testing/tools.ts';
import { makeTrialPki, PASSPHRASE } from './support/pki/trial-pki.ts';
import type { TrialPki } from './support/pki/trial-pki.ts';

const renderer = testRenderer();
let pki: TrialPki;
let signer: Signer;
let memo: Awaited<ReturnType<typeof made>>;
let picture: Uint8Array;
let size: { width: number; height: number };

beforeAll(async () => {
  pki = makeTrialPki();
  pki.signer('kit', '/CN=นายกิตติธัช วรเวชกุล');
  const read = await readPkcs12(pki.p12('kit'), PASSPHRASE);
  if (!read.ok) throw new Error(read.code);
  signer = read.value.signer;
  memo = await made(renderer, exampleMemo);
  picture = (await made(renderer, { kind: 'signature-stamp', name: 'นายกิตติธัช วรเวชกุล', position: 'ผู้อำนวยการสำนัก', date: '20 ตุลาคม 2569' })).pdf;
  size = await pageSize(picture);
}, 60_000);

afterAll(async () => {
  await renderer.close();
  pki.remove();
});

async function signed(pdf: Uint8Array, place: { page: number; x: number; y: number }): Promise<Uint8Array> {
  const outcome = await signPdf(pdf, { signer, name: 'นายกิตติธัช วรเวชกุล', signedAt: new Date(), place, appearance: picture });
  if (!outcome.ok) throw new Error(outcome.code);
  expect(pdfsig(pki, outcome.value.pdf)).toContain('Signature is Valid.');
  return outcome.value.pdf;
}

interface Grey { readonly width: number; readonly height: number; readonly at: (x: number, y: number) => number }

/** The first page as it is seen, a pixel a point. */
function seen(pdf: Uint8Array, dpi = 72): Grey {
  const bytes = execFileSync('pdftoppm', ['-cropbox', '-gray', '-r', String(dpi), '-f', '1', '-l', '1', '-'], { input: pdf, maxBuffer: 64 * 1024 * 1024 });
  const [head = '', width = '', height = ''] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1')) ?? [];
  return { width: Number(width), height: Number(height), at: (x, y) => bytes[head.length + y * Number(width) + x] ?? 255 };
}

/** How much darker than white a picture is, within a box from its upper left corner. */
function ink(grey: Grey, box = { left: 0, top: 0, width: grey.width, height: grey.height }): number {
  let sum = 0;
  for (let y = 0; y < box.height; y++) for (let x = 0; x < box.width; x++) sum += 255 - grey.at(box.left + x, box.top + y);
  return sum / 255;
}

/** Mean difference to the picture of the signature itself, upright, with its upper left corner there. */
function unlike(page: Grey, own: Grey, left: number, top: number): number {
  let sum = 0;
  for (let y = 0; y < own.height; y++) for (let x = 0; x < own.width; x++) sum += Math.abs(page.at(left + x, top + y) - own.at(x, y));
  return sum / 255 / ink(own);
}

/** An empty page; what it has may stand in the branch above it. */
const sheet = (branch: string, page: string): Buffer => rawPdf([
  '<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [3 0 R] /Count 1 ${branch} >>`,
  `<< /Type /Page /Parent 2 0 R /Resources << >> ${page} >>`,
]);

const turns = [0, 90, 180, 270] as const;
const pages = turns.flatMap((turn) => [
  { turn, what: 'turned by itself', pdf: sheet('', `/MediaBox [0 0 500 700] /Rotate ${turn}`), points: 1 },
  { turn, what: 'turned by its branch, with an origin of its own', pdf: sheet(`/Rotate ${turn - 360} /MediaBox [-100 50 400 750]`, ''), points: 1 },
  { turn, what: 'cropped', pdf: sheet('/CropBox [650 420 250 40]', `/Rotate ${turn + 360} /MediaBox [0 0 700 800]`), points: 1 },
  { turn, what: 'in a unit of two points', pdf: sheet('/MediaBox [10 20 260 370]', `/UserUnit 2 /Rotate ${turn}`), points: 2 },
]);

describe('a visible signature', () => {
  test.each(pages)('stands upright where it was put as seen: $what, $turn degrees', async ({ pdf, points }) => {
    // Poppler draws a unit as a point, whatever its size: the picture is made larger by it.
    const page = seen(await signed(pdf, { page: 1, x: 30, y: 20 + Math.round(size.height) }), 72 * points);
    const own = seen(picture);
    expect(unlike(page, own, 30, page.height - 20 - Math.round(size.height))).toBeLessThan(0.35);
    expect(ink(page)).toBeLessThan(1.2 * ink(own));
  });
});

/** The memo stored turned, with the page's turn that makes it look as before: as scanners and converters write them. */
function storedTurned(turn: 90 | 180 | 270): Uint8Array {
  const update = new PdfUpdate(memo.pdf);
  const [page] = pagesOf(update);
  const dictionary = update.dictionary(page!);
  const [, , w, h] = valueOf(dictionary, 'MediaBox')!.slice(1, -1).trim().split(/\s+/).map(Number) as [number, number, number, number];
  const matrix = { 90: `0 1 -1 0 ${h} 0`, 180: `-1 0 0 -1 ${w} ${h}`, 270: `0 -1 1 0 0 ${w}` }[turn];
  const [before, after] = [update.reserve(), update.reserve()];
  update.replaceStream(before, '', Buffer.from(`q ${matrix} cm\n`));
  update.replaceStream(after, '', Buffer.from('\nQ'));
  const turned = withValue(withValue(dictionary, 'MediaBox', turn === 180 ? `[0 0 ${w} ${h}]` : `[0 0 ${h} ${w}]`), 'Contents', `[${before} 0 R ${valueOf(dictionary, 'Contents')} ${after} 0 R]`);
  update.replace(page!, withEntries(turned, `/Rotate ${turn}`));
  return update.finish();
}

describe('the place for a signature', () => {
  test.each([90, 180, 270] as const)('is found on a page that is stored turned by %i degrees as on one that is not', async (turn) => {
    const pdf = storedTurned(turn);
    const name = exampleMemo.kind === 'memo' ? String(exampleMemo.signers![0]!.name) : '';
    for (const wish of [{ name, size }, { name: 'นายที่ไม่มี ในหนังสือ', size }, { anchor: memo.signatures[0]!, name: '', size }]) {
      const straight = await findSignaturePlace(memo.pdf, wish);
      const place = await findSignaturePlace(pdf, wish);
      expect(straight).toBeDefined();
      expect(place?.page).toBe(straight!.page);
      expect(Math.abs(place!.x - straight!.x)).toBeLessThan(3);
      expect(Math.abs(place!.y - straight!.y)).toBeLessThan(3);
    }
    // And there it is drawn: the page looks as the one that is not turned, signed in the same place.
    const place = (await findSignaturePlace(pdf, { name, size }))!;
    const [a, b] = [seen(await signed(pdf, place)), seen(await signed(memo.pdf, place))];
    expect([a.width, a.height]).toEqual([b.width, b.height]);
    let difference = 0;
    for (let y = 0; y < a.height; y++) for (let x = 0; x < a.width; x++) difference += Math.abs(a.at(x, y) - b.at(x, y));
    expect(difference / 255).toBeLessThan(0.35 * ink(b));
  });

  test('further signatures find a room of their own on a turned page, and none covers another', async () => {
    let pdf: Uint8Array = sheet('/Rotate 90', '/MediaBox [0 0 500 700]');
    const places: { x: number; y: number }[] = [];
    for (let i = 0; i < 4; i += 1) {
      const place = await findSignaturePlace(pdf, { name: '', size });
      expect(place!.x + size.width).toBeLessThanOrEqual(700);
      expect(places.every((one) => Math.abs(one.x - place!.x) > size.width - 1 || Math.abs(one.y - place!.y) > size.height - 1)).toBe(true);
      places.push(place!);
      pdf = await signed(pdf, place!);
    }
  });
});

test('the receive stamp stands at the top right and keeps the letters of a page that has its fonts from the branch above', async () => {
  const font = '/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>';
  for (const [turn, unit] of [[0, 1], [90, 1], [180, 2], [270, 2]] as const) {
    const pdf = rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [-50 -50 450 550] /Rotate ${turn} ${font} >>`,
      `<< /Type /Page /Parent 2 0 R /UserUnit ${unit} /Contents 4 0 R >>`, '<< /Length 43 >>\nstream\nBT /F1 40 Tf 100 200 Td (Letters here) Tj ET\nendstream'.replace('43', '44'),
    ]);
    const stamped = await stampReceived(renderer, pdf, exampleStamp, CREATED);
    if (!stamped.ok) throw new Error(stamped.code);
    const [before, after] = [seen(pdf, 72 * unit), seen(stamped.value.pdf, 72 * unit)];
    expect(ink(before)).toBeGreaterThan(300);
    const corner = { left: after.width - 175, top: 15, width: 160, height: 90 };
    const added = ink(after) - ink(before);
    expect(added).toBeGreaterThan(500);
    expect(Math.abs(ink(after, corner) - ink(before, corner) - added)).toBeLessThan(added * 0.02);
  }
});
