// Files that are torn, altered, or written to do harm: refused as failures that are expected, in time, and never with a surprise.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTrialPki, PASSPHRASE } from '../../../tests/support/pki/trial-pki.ts';
import { exampleMemo } from '../examples.ts';
import { hybridPdf, rawPdf } from '../testing/raw-pdf.ts';
import { made, testRenderer } from '../testing/tools.ts';
import { exampleStamp } from '../letter-examples.ts';
import type { RenderedPdf, Renderer } from '../renderer.ts';
import { inspectPdf, stampReceived } from '../stamp.ts';
import { findSignaturePlace } from './find-place.ts';
import { openPdf } from './open-pdf.ts';
import { readPkcs12 } from './pkcs12.ts';
import { signPdf } from './sign-pdf.ts';
import type { SignOptions } from './sign-pdf.ts';
import { verifyPdf } from './verify-pdf.ts';

/** Of milliseconds, on a machine that others use as well; what runs in a circle takes for ever. */
const TOO_LONG = 15_000;
const folder = mkdtempSync(path.join(tmpdir(), 'krom-broken-'));
const files: Buffer[] = [];
let options: SignOptions;
/** Draws the same stamp for each file. */
let drawing: Pick<Renderer, 'renderPdf'>;

beforeAll(async () => {
  const pki = makeTrialPki();
  const renderer = testRenderer();
  try {
    pki.signer('kit', '/CN=นายกิตติธัช วรเวชกุล');
    const read = await readPkcs12(pki.p12('kit'), PASSPHRASE);
    if (!read.ok) throw new Error(read.code);
    const appearance = (await made(renderer, { kind: 'signature-stamp', name: 'นายกิตติธัช วรเวชกุล', position: 'ผู้อำนวยการสำนัก', date: '20 ตุลาคม 2569' })).pdf;
    options = { signer: read.value.signer, name: 'x', signedAt: new Date(), place: { page: 1, x: 50, y: 100 }, appearance };
    const stamp: RenderedPdf = await made(renderer, exampleStamp);
    drawing = { renderPdf: () => Promise.resolve({ ok: true, value: stamp }) };
    const memo = (await made(renderer, exampleMemo)).pdf;
    writeFileSync(path.join(folder, 'in.pdf'), memo);
    execFileSync('qpdf', ['--warning-exit-0', '--object-streams=generate', '--stream-data=uncompress', '--remove-unreferenced-resources=yes', 'in.pdf', 'out.pdf'], { cwd: folder, stdio: 'ignore' });
    files.push(Buffer.from(memo), readFileSync(path.join(folder, 'out.pdf')), hybridPdf());
    for (const file of [files[1]!, files[2]!]) files.push(Buffer.from(await signedOnce(file)));
  } finally {
    await renderer.close();
    pki.remove();
  }
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function signedOnce(pdf: Uint8Array): Promise<Uint8Array> {
  const outcome = await signPdf(pdf, options);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value.pdf;
}

const expected = new Set(['PDF_BROKEN', 'PDF_ENCRYPTED', 'PDF_CLOSED', 'PDF_NOT_SIGNED', 'PLACE_NOT_THERE', 'PDF_UNREADABLE', 'PDF_LOCKED']);

/** All that is done with a file from outside: nothing throws, nothing takes long. */
async function endured(pdf: Uint8Array): Promise<void> {
  const start = performance.now();
  const opened = openPdf(pdf);
  const outcomes = [
    opened, await signPdf(pdf, options), await verifyPdf(pdf, { trust: [], now: new Date() }), await inspectPdf(pdf),
    await stampReceived(drawing, pdf, exampleStamp, new Date()),
  ];
  for (const outcome of outcomes) if (!outcome.ok) expect(expected).toContain(outcome.code);
  if (opened.ok) await findSignaturePlace(pdf, { name: 'นายกิตติธัช วรเวชกุล', size: { width: 200, height: 47 } });
  expect(performance.now() - start).toBeLessThan(TOO_LONG);
}

/** What is done to a file: bytes overwritten, cut out, doubled, a number made huge; its end stays, so that it is looked into. */
const harm = fc.array(fc.oneof(
  fc.record({ kind: fc.constant('bytes' as const), at: fc.double({ min: 0, max: 1, noNaN: true }), bytes: fc.uint8Array({ minLength: 1, maxLength: 6 }) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ kind: fc.constant('copy' as const), at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ kind: fc.constant('number' as const), at: fc.double({ min: 0, max: 1, noNaN: true }), number: fc.constantFrom('0', '-1', '3', '7', '99999999', '4294967296', '9007199254740993', '1e9') }),
), { minLength: 1, maxLength: 6 });

function harmed(pdf: Buffer, harms: (typeof harm extends fc.Arbitrary<infer H> ? H : never), near: number): Buffer {
  let file = pdf;
  const tail = /startxref\s+\d+\s+%%EOF\s*$/.exec(pdf.toString('latin1'))?.[0] ?? '';
  for (const one of harms) {
    const body = file.length - tail.length;
    // Half of them near the end, where the cross-references stand.
    const at = Math.floor(near > 0 ? Math.max(0, body - near) + one.at * Math.min(near, body) : one.at * body);
    if (one.kind === 'bytes') file = Buffer.concat([file.subarray(0, at), one.bytes, file.subarray(at + one.bytes.length)]);
    else if (one.kind === 'cut') file = Buffer.concat([file.subarray(0, at), file.subarray(Math.min(at + one.length, body))]);
    else if (one.kind === 'copy') file = Buffer.concat([file.subarray(0, at + one.length), file.subarray(at)]);
    else {
      const text = file.toString('latin1');
      const digits = /\d+/g;
      digits.lastIndex = at;
      const match = digits.exec(text);
      if (match && match.index < body) file = Buffer.from(text.slice(0, match.index) + one.number + text.slice(match.index + match[0].length), 'latin1');
    }
  }
  return file;
}

test('whatever is altered or cut', async () => {
  await fc.assert(fc.asyncProperty(fc.nat({ max: 4 }), harm, fc.constantFrom(0, 700, 3000), async (n, harms, near) => {
    await endured(harmed(files[n % files.length]!, harms, near));
  }), { numRuns: Number(process.env['KROM_FUZZ_RUNS'] ?? 150), endOnFailure: true });
}, 3_600_000);

test('cut off anywhere', async () => {
  for (const file of files) {
    for (let i = 1; i < 12; i++) {
      const cut = file.subarray(0, Math.floor((file.length * i) / 12));
      expect(openPdf(cut)).toMatchObject({ ok: false, code: 'PDF_BROKEN' });
      await endured(cut);
    }
  }
}, 60_000);

const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] >>';
const tree = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'];

/** A file whose only section is this cross-reference stream, object 9. */
function streamed(entries: string, data: Buffer, before = ''): Buffer {
  const body = Buffer.from(`%PDF-1.7\n${before}`, 'latin1');
  return Buffer.concat([body, Buffer.from(`9 0 obj\n<< /Type /XRef /Root 1 0 R /Length ${data.length} ${entries.replaceAll('OWN', String(body.length))} >>\nstream\n`), data, Buffer.from(`\nendstream\nendobj\nstartxref\n${body.length}\n%%EOF\n`)]);
}

const rows = (...list: [number, number, number][]): Buffer => Buffer.from(list.flatMap(([kind, a, b]) => [kind, a >> 8, a & 255, b]));

const hostile: Record<string, () => Buffer> = {
  'a table before itself': () => {
    const at = rawPdf([...tree, page]).toString('latin1').indexOf('xref\n');
    return rawPdf([...tree, page], { trailer: `/Prev ${at}` });
  },
  'a stream beside a table that is the table': () => {
    const at = rawPdf([...tree, page]).toString('latin1').indexOf('xref\n');
    return rawPdf([...tree, page], { trailer: `/XRefStm ${at}` });
  },
  'a stream before itself': () => streamed('/W [1 2 1] /Size 10 /Index [0 1] /Prev OWN', rows([0, 0, 0])),
  'more objects than there can be': () => streamed('/W [1 2 1] /Size 4000000000 /Index [0 4000000000]', rows([1, 9, 0])),
  'fields wider than numbers': () => streamed('/W [99999999999 2 1] /Size 2', rows([1, 9, 0])),
  'fields of no width': () => streamed('/W [0 0 0] /Size 900000', rows([1, 9, 0])),
  'a bomb for cross-references': () => streamed('/W [1 2 1] /Size 5 /Filter /FlateDecode', deflateSync(Buffer.alloc(100_000_000))),
  'columns without an end': () => streamed('/W [1 2 1] /Size 5 /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 >>', deflateSync(rows([1, 9, 0]))),
  'an object stream within itself': () => streamed('/W [1 2 1] /Size 3', rows([0, 0, 0], [2, 1, 0], [2, 1, 1])),
  'two object streams within each other': () => streamed('/W [1 2 1] /Size 4', rows([0, 0, 0], [2, 2, 0], [2, 1, 0], [2, 2, 1])),
  'an object stream that is a bomb': () => {
    const bomb = deflateSync(Buffer.concat([Buffer.from('1 0 '), Buffer.alloc(70_000_000, 32)]));
    return streamed('/W [1 2 1] /Size 6', rows([0, 0, 0], [2, 5, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0], [1, 9, 0]), `5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${bomb.length} >>\nstream\n${bomb.toString('latin1')}\nendstream\nendobj\n`);
  },
  'an object stream of more objects than it holds': () => streamed('/W [1 2 1] /Size 6', rows([0, 0, 0], [2, 5, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0], [1, 9, 0]), '5 0 obj\n<< /Type /ObjStm /N 999999999999 /First 4 /Length 8 >>\nstream\n1 0 <<>>\nendstream\nendobj\n'),
  'a length that is its own': () => streamed('/W [1 2 1] /Size 6', rows([0, 0, 0], [2, 5, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0], [1, 9, 0]), '5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Length 5 0 R >>\nstream\n1 0 <<>>\nendstream\nendobj\n'),
  'pages in a circle': () => rawPdf([tree[0]!, '<< /Type /Pages /Kids [3 0 R] >>', '<< /Type /Pages /Kids [2 0 R] >>']),
  'branches in a circle': () => rawPdf([...tree, '<< /Type /Page /Parent 4 0 R >>', '<< /Parent 4 0 R >>']),
  'deep brackets': () => rawPdf([...tree, `<< /Type /Page /Parent 2 0 R /A ${'['.repeat(400_000)} >>`]),
  'a string without an end': () => rawPdf([...tree, '<< /Type /Page /Parent 2 0 R /A (((( >>']),
  'objects within objects': () => {
    const count = 20_000;
    const heads = Array.from({ length: count }, (_, i) => `${i + 1} 0 obj\n${i === 0 ? '<< /Type /Catalog /Pages 2 0 R /A [ ' : '<< /Type /Pages /Kids [ '}\n`);
    let at = 9;
    const table = heads.map((head) => { const row = `${String(at).padStart(10, '0')} 00000 n \n`; at += head.length; return row; });
    const body = `%PDF-1.7\n${heads.join('')}${'] >> '.repeat(count)}\n`;
    return Buffer.from(`${body}xref\n1 ${count}\n${table.join('')}trailer\n<< /Size ${count + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`);
  },
};

test.each(Object.keys(hostile))('%s: refused as broken, at once', async (what) => {
  const pdf = hostile[what]!();
  expect(openPdf(pdf)).toMatchObject({ ok: false, code: 'PDF_BROKEN' });
  await endured(pdf);
});

test('what was appended to a signed file in order to do harm is told as a later change, in time', async () => {
  const one = await signedOnce(files[1]!);
  for (const what of Object.keys(hostile)) {
    const start = performance.now();
    const report = await verifyPdf(Buffer.concat([one, hostile[what]!()]), { trust: [], now: new Date() });
    if (report.ok) expect(report.value.signatures[0]).toMatchObject({ whole: false });
    expect(performance.now() - start).toBeLessThan(TOO_LONG);
  }
}, 60_000);

test('a page that unpacks to more than any letter gets no place for a picture, and may still be signed', async () => {
  const bomb = deflateSync(Buffer.alloc(80_000_000, 'BT ET '));
  const pdf = rawPdf([...tree, page.replace('>>', '/Contents 4 0 R /Resources << >> >>'), `<< /Length ${bomb.length} /Filter /FlateDecode >>\nstream\n${bomb.toString('latin1')}\nendstream`]);
  const start = performance.now();
  expect(await findSignaturePlace(pdf, { name: 'นายกิตติธัช วรเวชกุล', size: { width: 200, height: 47 } })).toBeUndefined();
  expect(openPdf(pdf).ok).toBe(true);
  expect(performance.now() - start).toBeLessThan(TOO_LONG);
});
