/**
 * Every paper of the house kept as golden (tests/golden). A change that is meant is renewed with
 * `npm test -- tests/golden-papers -u`, and each picture that the change touches is looked at before it is kept.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { PDF } from '@libpdf/core';
import { exampleAgenda, exampleDifference, exampleMemo, exampleMinutes, exampleReply, exampleReplyFilled, exampleSignatureStamp, exampleSignIn } from '../src/paper/examples.ts';
import type { PaperDocument, PdfOptions } from '../src/paper/index.ts';
import { readPkcs12, registerDay, registerReport, signPdf, stampReceived } from '../src/paper/index.ts';
import { exampleExternal, exampleEnvelope, exampleStamp, letterExamples } from '../src/paper/letter-examples.ts';
import { exampleIndicatorForm, examplePerformanceBook, exampleSarCard } from '../src/paper/performance-examples.ts';
import { CREATED, made, testRenderer } from '../src/paper/testing/tools.ts';
import { projectRoot } from '../src/platform/config.ts';
import { againstGolden, difference, picturesOf, readPng, writePng } from './support/golden.ts';
import { makeTrialPki, PASSPHRASE } from './support/pki/trial-pki.ts';

vi.setConfig({ testTimeout: 60_000 });

const folder = path.join(projectRoot, 'tests/golden');
const today = path.join(projectRoot, 'test-results/golden');
const renew = inject('renew');
const renderer = testRenderer();
const kept: string[] = [];
afterAll(() => renderer.close());

/** The gallery of letters by short names that a file can have; a form that is added without one fails here. */
const names: Readonly<Record<string, string>> = {
  หนังสือภายนอก: '01-external-letter', หนังสือประทับตรา: '03-stamped-letter', คำสั่ง: '04-order', ระเบียบ: '05-regulation', ข้อบังคับ: '06-rule', ประกาศ: '07-announcement',
  แถลงการณ์: '08-statement', ข่าว: '09-news', หนังสือรับรอง: '10-certificate', ตรารับหนังสือ: '12-receive-stamp', ทะเบียนหนังสือรับ: '13-register-received',
  ซองหนังสือ: '15-envelope-c5', สมุดส่งหนังสือ: '16-delivery-book', ใบรับหนังสือ: '17-receipt-slip', บันทึก: '26-note',
};
const verify = { url: 'https://krom.example.go.th/v/7Q2F-9K4M', text: 'ตรวจสอบเอกสารได้ที่ https://krom.example.go.th/v/7Q2F-9K4M', page: 'last' } as const;

const papers: readonly (readonly [name: string, document: PaperDocument, options?: Partial<PdfOptions>])[] = [
  ...letterExamples.map(([name, document]) => [names[name] ?? name, document] as const),
  ['02-memo', exampleMemo],
  ['01-external-letter-draft', { ...exampleExternal, number: '', date: '' }],
  ['01-external-letter-secret-long', { ...exampleExternal, secrecy: 'ลับมาก', body: Array.from({ length: 9 }, () => exampleExternal.body[0]!) }, { verify, fingerprint: `sha256:${'0123456789abcdef'.repeat(4)}` }],
  ['02-memo-verify', exampleMemo, { verify }],
  ['11-minutes', exampleMinutes(2)],
  ['11-minutes-difference', exampleDifference],
  ['14-register-sent', registerReport('sent', ['สำนักงานเลขานุการกรม พ.ศ. 2569'], [
    registerDay(14, 'ตุลาคม', 2569),
    ['1204', 'นร 0299/1204', '14 ต.ค. 69', 'อธิบดี', 'ผู้ว่าราชการจังหวัดทุกจังหวัด', 'ขอความอนุเคราะห์เผยแพร่ข่าวสารการใช้ระบบสารบรรณอิเล็กทรอนิกส์', 'ส่งแล้ว', ''],
    ['1205', 'นร 0299/1205', '14 ต.ค. 69', 'สลก.', '', '', '', 'ยกเลิกเลข: หมดเวลาจอง'],
  ])],
  ...(['C4', 'C6', 'DL'] as const).map((size) => [`15-envelope-${size.toLowerCase()}`, { ...exampleEnvelope, size }] as const),
  ['indicator-form', exampleIndicatorForm], ['sar-card', exampleSarCard], ['performance-book', examplePerformanceBook, { verify }],
  ['reply-form', exampleReply], ['reply-form-filled', exampleReplyFilled], ['agenda', exampleAgenda], ['sign-in', exampleSignIn], ['signature-stamp', exampleSignatureStamp],
];

async function expectAsKept(name: string, pdf: Uint8Array): Promise<void> {
  kept.push(name);
  const heights = (await PDF.load(pdf.slice())).getPages().map((page) => page.height);
  expect(await againstGolden(folder, name, pdf, { renew, heights, today })).toEqual([]);
}

describe('papers', () => {
  for (const [name, document, options] of papers) {
    it(name, async () => expectAsKept(name, (await made(renderer, document, options)).pdf));
  }

  it('the receive stamp on a copy of what was received', async () => {
    const { agency, number, date, time } = exampleStamp;
    const stamped = await stampReceived(renderer, (await made(renderer, exampleExternal)).pdf, { agency, number, date, time }, CREATED);
    if (!stamped.ok) throw new Error(stamped.code);
    await expectAsKept('12-stamped-copy', stamped.value.pdf);
  });

  describe('signed', () => {
    let pki: ReturnType<typeof makeTrialPki>;
    beforeAll(() => {
      pki = makeTrialPki();
      pki.signer('orn', '/O=กรมตัวอย่าง/CN=นางสาวปุณยวีร์ แสงเรืองรอง', 'p256');
    });
    afterAll(() => pki.remove());

    it('a letter to outside with the signature that is seen', async () => {
      const { pdf, signatures } = await made(renderer, exampleExternal);
      const read = await readPkcs12(pki.p12('orn'), PASSPHRASE);
      if (!read.ok) throw new Error(read.code);
      const place = signatures[0]!;
      const signed = await signPdf(pdf, {
        signer: read.value.signer, name: 'นางสาวปุณยวีร์ แสงเรืองรอง', reason: 'ลงนามในหนังสือ', signedAt: CREATED,
        place: { ...place, y: place.y + 48 }, appearance: (await made(renderer, exampleSignatureStamp)).pdf,
      });
      if (!signed.ok) throw new Error(signed.code);
      await expectAsKept('01-external-letter-signed', signed.value.pdf);
    });
  });

  it('nothing is kept of what is no longer made', () => {
    const made = readdirSync(folder).map((file) => file.replace(/(-\d+\.png|\.txt)$/, ''));
    expect([...new Set(made)].filter((name) => !kept.includes(name))).toEqual([]);
  });
});

describe('the comparison', () => {
  it('finds a word set anew, a lost tone mark and a sheet of another size; a picture is read back as it was written', async () => {
    const picture = async (body: string, more: Partial<typeof exampleMemo> = {}) => picturesOf((await made(renderer, { ...exampleMemo, ...more, body: [body] })).pdf)[0]!;
    const [one] = [await picture('ขอเชิญประชุมที่ห้องประชุม')];
    expect(readPng(writePng(one))).toEqual(one);
    expect(difference(one, await picture('ขอเชิญประชุมที่ห้องประชุม'))).toBeUndefined();
    expect(difference(one, await picture('ขอเชิญประชุมที่หองประชุม'))).toMatch(/dots differ, the first .* cm from the top/);
    expect(difference(one, picturesOf((await made(renderer, exampleEnvelope)).pdf)[0]!)).toContain('the sheet was');
  });
});
