// PDFs of every make: compressed cross-references, hybrids, updates on updates. What is signed here is judged by Poppler, qpdf and OpenSSL.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signPdf, readPkcs12, stampReceived, verifyPdf } from '../src/paper/index.ts';
import type { Signer, SignOptions } from '../src/paper/index.ts';
import { exampleMemo } from '../src/paper/examples.ts';
import { exampleStamp } from '../src/paper/letter-examples.ts';
import { PdfUpdate } from '../src/paper/pdf-file/pdf-update.ts';
import { entriesOf } from '../src/paper/pdf-file/values.ts';
import { pagesOf, withEntries, withValue } from '../src/paper/signing/pdf-parts.ts';
import { hybridPdf, rawPdf } from '../src/paper/testing/raw-pdf.ts';
import { opensslCades, pdfsig } from '../src/paper/testing/judges.ts';
import { CREATED, made, popplerPages, testRenderer } from '../src/paper/testing/tools.ts';
import { makeTrialPki, PASSPHRASE } from './support/pki/trial-pki.ts';
import type { TrialPki } from './support/pki/trial-pki.ts';

const renderer = testRenderer();
const AT = new Date(Math.ceil(Date.now() / 60_000) * 60_000);
const names = ['orn', 'kit', 'ben'] as const;
const signers: Record<string, Signer> = {};
let pki: TrialPki;
let memo: Uint8Array;
let picture: Uint8Array;

beforeAll(async () => {
  pki = makeTrialPki();
  for (const [i, name] of names.entries()) {
    pki.signer(name, `/CN=ผู้ลงนาม ${name}`, (['rsa', 'p256', 'p384'] as const)[i]);
    const read = await readPkcs12(pki.p12(name), PASSPHRASE);
    if (!read.ok) throw new Error(read.code);
    signers[name] = read.value.signer;
  }
  memo = (await made(renderer, exampleMemo)).pdf;
  picture = (await made(renderer, { kind: 'signature-stamp', name: 'นายกิตติธัช วรเวชกุล', position: 'ผู้อำนวยการสำนัก', date: '20 ตุลาคม 2569' })).pdf;
}, 60_000);

afterAll(async () => {
  await renderer.close();
  pki.remove();
});

async function signed(pdf: Uint8Array, name: string, more: Partial<SignOptions> = {}): Promise<Uint8Array> {
  const outcome = await signPdf(pdf, { signer: signers[name]!, name: `ผู้ลงนาม ${name}`, reason: 'ลงนามในหนังสือ', signedAt: AT, ...more });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value.pdf;
}

function save(name: string, bytes: Uint8Array): string {
  writeFileSync(pki.file(name), bytes);
  return pki.file(name);
}

function qpdf(pdf: Uint8Array, ...args: string[]): Buffer {
  const outcome = spawnSync('qpdf', ['--warning-exit-0', ...args, save('in.pdf', pdf), pki.file('out.pdf')], { encoding: 'utf8' });
  if (outcome.status !== 0) throw new Error(outcome.stderr);
  return readFileSync(pki.file('out.pdf'));
}

const packed = (pdf: Uint8Array): Buffer => qpdf(pdf, '--object-streams=generate');
const isStreamed = (pdf: Uint8Array): boolean => entriesOf(new PdfUpdate(pdf).trailer).has('W');

/** All judges on a file that was signed by so many; `from` is what it was made of. */
async function judged(pdf: Uint8Array, from: Uint8Array, count: number): Promise<void> {
  expect(Buffer.from(pdf.subarray(0, from.length)).equals(Buffer.from(from))).toBe(true);
  const check = spawnSync('qpdf', ['--check', save('judged.pdf', pdf)], { encoding: 'utf8' });
  expect(check.stdout + check.stderr).toContain('No syntax or stream encoding errors');
  expect(check.status).toBe(0);
  const poppler = pdfsig(pki, pdf);
  expect(poppler.match(/Signature Validation: Signature is Valid\./g)).toHaveLength(count);
  expect(poppler.match(/- Total document signed/g)).toHaveLength(1);
  for (let nth = 0; nth < count; nth++) expect(opensslCades(pki, pdf, nth), `signature ${nth}`).toBe(true);
  const report = await verifyPdf(pdf, { trust: [pki.certificate('root')], now: AT });
  if (!report.ok) throw new Error(report.code);
  expect(report.value.signatures.map(({ whole, laterChanges }) => ({ whole, laterChanges })))
    .toEqual(Array.from({ length: count }, (_, i) => ({ whole: true, laterChanges: i < count - 1 ? 'signatures' : 'none' })));
}

async function signedByAll(from: Uint8Array, more: Partial<SignOptions> = {}): Promise<Uint8Array> {
  let pdf = from;
  for (const name of names) pdf = await signed(pdf, name, more);
  return pdf;
}

describe('files with compressed cross-references', () => {
  test('three people sign one after another: each update is a cross-reference stream again, and all judges find all good', async () => {
    const from = packed(memo);
    expect(isStreamed(from)).toBe(true);
    const pdf = await signedByAll(from, { place: { page: 1, x: 200, y: 200 }, appearance: picture });
    await judged(pdf, from, 3);
    expect(isStreamed(pdf)).toBe(true);
    expect(Buffer.from(pdf.subarray(from.length)).toString('latin1')).not.toMatch(/\nxref\n|\ntrailer\b/);
    expect(popplerPages(pdf).flat().join(' ')).toContain('นายกิตติธัช');
  });

  test('linearized, and packed by each predictor and by none', async () => {
    for (const args of [['--linearize'], ['--stream-data=uncompress'], ['--recompress-flate', '--compression-level=1']]) {
      const from = qpdf(memo, '--object-streams=generate', ...args);
      await judged(await signed(from, 'kit'), from, 1);
    }
  });

  test('an update of another program on a signed one is told from further signatures', async () => {
    const one = await signed(packed(memo), 'kit');
    const update = new PdfUpdate(one);
    const [page] = pagesOf(update);
    update.replace(page!, withEntries(update.dictionary(page!), '/Rotate 180'));
    const turned = update.finish();
    const both = await signed(turned, 'orn');
    expect(pdfsig(pki, both).match(/Signature Validation: Signature is Valid\./g)).toHaveLength(2);
    const report = await verifyPdf(both, { trust: [pki.certificate('root')], now: AT });
    expect(report.ok && report.value.signatures.map(({ laterChanges, good }) => ({ laterChanges, good }))).toEqual([{ laterChanges: 'other', good: false }, { laterChanges: 'none', good: true }]);
  });

  test('several updates before the first signature, of both kinds', async () => {
    const update = (pdf: Uint8Array): Uint8Array => {
      const next = new PdfUpdate(pdf);
      next.replace(next.reserve(), '<< /Kept (a) >>');
      next.replace(next.root, withEntries(next.dictionary(next.root), `/PieceInfo${pdf.length} << >>`));
      return next.finish();
    };
    for (const start of [memo, packed(memo)]) {
      const from = update(update(update(start)));
      await judged(await signedByAll(from), from, 3);
    }
  });
});

describe('other structures', () => {
  test('a hybrid: the form that older readers do not see gets the signature, and the update is a table', async () => {
    const from = hybridPdf();
    expect(new PdfUpdate(from).dictionary(6)).toContain('/Fields');
    const pdf = await signedByAll(from, { place: { page: 1, x: 60, y: 120 }, appearance: picture });
    await judged(pdf, from, 3);
    expect(Buffer.from(pdf).toString('latin1').match(/\/XRefStm/g)).toHaveLength(1);
  });

  test('lists of annotations and fields that stand by themselves, brackets in strings, comments, odd names, generations', async () => {
    const from = rawPdf([
      '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields 6 0 R /DA (/He\\) endobj >> ) >> >>',
      '<< /Type /Pages /Kids 7 0 R /Count 1 /MediaBox [0 0 300 400] >>',
      '<< /Type /Page % /Annots [ endobj\n /Parent 2 0 R /Contents 4 0 R /Resources << /Annots [9 0 R] >> /#41nnots 5 0 R >>',
      '<< /Length 0 >>\nstream\n\nendstream', '[ ]', '[]', '[3 0 R]',
    ], { generations: { 3: 2 } });
    const pdf = await signedByAll(from, { place: { page: 1, x: 20, y: 100 }, appearance: picture });
    await judged(pdf, from, 3);
    expect(new PdfUpdate(pdf).dictionary(5).match(/ 0 R/g)).toHaveLength(3);
  });

  test('an annotation taken away after signing is no further signature', async () => {
    const from = rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 300 400] >>',
      '<< /Type /Page /Parent 2 0 R /Annots [4 0 R] >>', '<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (no!) >>',
    ]);
    const one = await signed(from, 'kit');
    const update = new PdfUpdate(one);
    update.replace(3, update.dictionary(3).replace('4 0 R', ''));
    const report = await verifyPdf(update.finish(), { trust: [], now: AT });
    expect(report.ok && report.value.signatures[0]).toMatchObject({ altered: false, whole: false, laterChanges: 'other' });
  });

  test('a file whose author allows no further signature is refused in words; one that allows it is signed', async () => {
    const certified = (level: number) => rawPdf([
      '<< /Type /Catalog /Pages 2 0 R /Perms << /DocMDP 4 0 R >> >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 300 400] >>', '<< /Type /Page /Parent 2 0 R >>',
      '<< /Type /Sig /Reference [5 0 R] >>', `<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /P ${level} /V /1.2 >> >>`,
    ]);
    const attempt = (pdf: Uint8Array) => signPdf(pdf, { signer: signers['kit']!, name: 'x', signedAt: AT });
    expect(await attempt(certified(1))).toMatchObject({ ok: false, code: 'PDF_CLOSED' });
    expect(await attempt(certified(2))).toMatchObject({ ok: true });
  });

  test('what another program adds after a signature: an empty field filled is a signature, all that only looks like one is not', async () => {
    const from = rawPdf([
      '<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 300 400] >>',
      '<< /Type /Page /Parent 2 0 R /Annots [4 0 R] /Contents 6 0 R >>', '<< /Type /Annot /Subtype /Widget /FT /Sig /T (empty) /Rect [10 10 90 40] >>', '<< /Fields [4 0 R] >>', '[]',
    ]);
    for (const start of [from, packed(from)]) {
      const one = await signed(start, 'kit');
      const field = new PdfUpdate(one).objectNumbers().find((object) => new PdfUpdate(one).dictionary(object).includes('(empty)'))!;
      const contents = new PdfUpdate(one).objectNumbers().findLast((object) => /^\[\s*\]$/.test(new PdfUpdate(one).dictionary(object)))!;
      const after = async (change: (update: PdfUpdate) => void): Promise<string | undefined> => {
        const update = new PdfUpdate(one);
        change(update);
        const report = await verifyPdf(update.finish(), { trust: [], now: AT });
        return report.ok ? report.value.signatures[0]?.laterChanges : report.code;
      };
      const fill = (more: string, other = (text: string) => text) => (update: PdfUpdate): void => {
        const value = update.reserve();
        update.replace(value, '<< /Type /Sig >>');
        update.replace(field, withEntries(other(update.dictionary(field)), `/V ${value} 0 R ${more}`));
      };
      expect(await after(fill('/M (D:2026)'))).toBe('signatures');
      expect(await after(fill('/AA << /C 1 0 R >>'))).toBe('other');
      expect(await after(fill('', (text) => text.replace('90', '290')))).toBe('other');
      expect(await after((update) => update.replace(update.root, withEntries(update.dictionary(update.root), '/OpenAction << /S /GoTo >>')))).toBe('other');
      expect(await after((update) => {
        const form = update.reserve();
        update.replace(form, '<< /Fields [] /XFA (new) >>');
        update.replace(update.root, withValue(update.dictionary(update.root), 'AcroForm', `${form} 0 R`));
      })).toBe('other');
      // A stream that calls itself a field, entered where the page draws from.
      expect(await after((update) => {
        const drawing = update.reserve();
        update.replaceStream(drawing, '/FT /Sig /V 1 0 R /Subtype /Widget', Buffer.from('0 g 0 0 300 400 re f'));
        update.replace(contents, `[${drawing} 0 R]`);
      })).toBe('other');
    }
  });

  const office = spawnSync('soffice', ['--version']).status === 0;
  test.skipIf(!office)('a letter of LibreOffice, as it comes and packed', async () => {
    writeFileSync(pki.file('letter.txt'), 'เรียน ผู้อำนวยการ\n\nข้อความจากหน่วยงานอื่น\n\n(นายกิตติธัช วรเวชกุล)\n');
    execFileSync('soffice', [`-env:UserInstallation=file://${pki.file('office')}`, '--headless', '--convert-to', 'pdf', '--outdir', pki.folder, pki.file('letter.txt')], { stdio: 'ignore', timeout: 90_000 });
    const plain = readFileSync(pki.file('letter.pdf'));
    for (const from of [plain, packed(plain)]) {
      await judged(await signedByAll(from, { place: { page: 1, x: 100, y: 300 }, appearance: picture }), from, 3);
      const stamped = await stampReceived(renderer, from, exampleStamp, CREATED);
      if (!stamped.ok) throw new Error(stamped.code);
      expect(popplerPages(stamped.value.pdf).flat().join('')).toContain('๐๙.๓๕');
    }
  }, 120_000);
});

test('the receive stamp on a copy of a packed file, of a signed one, and of a hybrid: what came stands in front, the signature is whole', async () => {
  const signedOne = await signed(packed(memo), 'kit');
  for (const from of [packed(memo), signedOne, hybridPdf()]) {
    const stamped = await stampReceived(renderer, from, exampleStamp, CREATED);
    if (!stamped.ok) throw new Error(stamped.code);
    const { pdf } = stamped.value;
    expect(Buffer.from(pdf.subarray(0, from.length)).equals(Buffer.from(from))).toBe(true);
    expect(isStreamed(pdf)).toBe(isStreamed(from));
    expect(spawnSync('qpdf', ['--check', save('stamped.pdf', pdf)], { encoding: 'utf8' }).stdout).toContain('No syntax or stream encoding errors');
    expect(popplerPages(pdf).flat().join('')).toContain('๐๙.๓๕');
    if (from !== signedOne) await judged(await signed(pdf, 'orn'), pdf, 1);
    else expect(pdfsig(pki, pdf)).toContain('Signature is Valid.');
  }
});
