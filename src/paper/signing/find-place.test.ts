import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTrialPki, PASSPHRASE } from '../../../tests/support/pki/trial-pki.ts';
import type { TrialPki } from '../../../tests/support/pki/trial-pki.ts';
import { exampleMemo } from '../examples.ts';
import { made, testRenderer } from '../testing/tools.ts';
import { findSignaturePlace, pageSize } from './find-place.ts';
import { readPkcs12 } from './pkcs12.ts';
import { signPdf } from './sign-pdf.ts';

const renderer = testRenderer();
let pki: TrialPki;
let memo: Awaited<ReturnType<typeof made>>;
let stamp: Uint8Array;
beforeAll(async () => {
  pki = makeTrialPki();
  pki.signer('kit', '/CN=นายกิตติธัช วรเวชกุล');
  memo = await made(renderer, exampleMemo);
  stamp = (await made(renderer, { kind: 'signature-stamp', name: 'นายกิตติธัช วรเวชกุล', position: 'ผู้อำนวยการสำนัก', date: '20 ตุลาคม 2569' })).pdf;
}, 60_000);
afterAll(async () => {
  await renderer.close();
  pki.remove();
});

test('a picture stands on the axis of the printed name, by the renderer’s word or by the name itself; further ones find a room of their own', async () => {
  const size = await pageSize(stamp);
  expect(size.width).toBeGreaterThan(200);
  const [anchor] = memo.signatures;
  const byAnchor = await findSignaturePlace(memo.pdf, { anchor, name: '', size });
  expect(byAnchor).toMatchObject({ page: anchor!.page, x: anchor!.x });
  const printed = exampleMemo.kind === 'memo' ? exampleMemo.signers![0]!.name : '';
  const byName = await findSignaturePlace(memo.pdf, { name: String(printed), size });
  expect(Math.abs(byName!.x - byAnchor!.x)).toBeLessThan(6);
  expect(Math.abs(byName!.y - byAnchor!.y)).toBeLessThan(12);

  const read = await readPkcs12(pki.p12('kit'), PASSPHRASE);
  if (!read.ok) throw new Error(read.code);
  let pdf: Uint8Array = memo.pdf;
  const boxes: { page: number; x: number; y: number }[] = [];
  for (let i = 0; i < 5; i += 1) {
    const place = await findSignaturePlace(pdf, { anchor, name: '', size });
    expect(place).toBeDefined();
    boxes.push(place!);
    const signed = await signPdf(pdf, { signer: read.value.signer, name: `คนที่ ${i}`, signedAt: new Date(), place: place!, appearance: stamp });
    if (!signed.ok) throw new Error(signed.code);
    pdf = signed.value.pdf;
  }
  for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) {
    const overlap = a.page === b.page && Math.abs(a.x - b.x) < size.width - 1 && Math.abs(a.y - b.y) < size.height - 1;
    expect({ a, b, overlap }).toEqual({ a, b, overlap: false });
  }
});

test('what cannot be read gives no place instead of an error', async () => {
  expect(await findSignaturePlace(Buffer.from('not a pdf'), { name: 'ก', size: { width: 10, height: 10 } })).toBeUndefined();
});
