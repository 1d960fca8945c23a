import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { paperDigits } from './compose/numerals.ts';
import type { PaperDocument } from './documents.ts';
import { exampleAgenda, exampleDifference, exampleMemo, exampleMinutes, exampleReply, exampleReplyFilled, exampleSignIn } from './examples.ts';
import { createRenderer, MAX_CHARACTERS, workerEntry } from './renderer.ts';
import { CREATED, folded, made, pdfJsPages, popplerPages, testRenderer, tool } from './testing/tools.ts';

vi.setConfig({ testTimeout: 60_000 }); // real PDFs on a machine that may be busy

const renderer = testRenderer();
afterAll(() => renderer.close());

const examples: [string, PaperDocument, number][] = [
  ['memo', exampleMemo, 1],
  ['reply form', exampleReply, 1],
  ['filled reply form', exampleReplyFilled, 1],
  ['minutes', exampleMinutes(8), 8],
  ['difference', exampleDifference, 3],
  ['agenda', exampleAgenda, 1],
  ['sign-in sheet', exampleSignIn, 2],
];

describe('every kind of document', () => {
  it.each(examples)('%s: sound, PDF/A-3, only the vendored fonts, no fault in the template', async (_name, document, pages) => {
    const { pdf, pages: counted } = await made(renderer, document);
    expect(counted).toBe(pages);
    expect(tool('qpdf', pdf, ['--check', '{pdf}'])).toContain('No syntax or stream encoding errors');
    expect(tool('pdfinfo', pdf, ['{pdf}'])).toMatch(/Tagged: +yes[\s\S]*Pages: +\d+[\s\S]*595\.276 x 841\.89 pts \(A4\)/);
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/pdfaid:part>3<[\s\S]*pdfaid:conformance>A</);
    const fonts = tool('pdffonts', pdf, ['{pdf}']).split('\n').slice(2).filter(Boolean).map((line) => line.split(/\s+/)[0] ?? '');
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Laksaman(-Bold)?$/);
    expect(renderer.surprises).toEqual([]);
  });

  it('prints Thai digits and no others', async () => {
    for (const [name, document] of examples) {
      const text = popplerPages((await made(renderer, document)).pdf).flat().join(' ').replace(/https:\S+/g, '');
      expect(text.match(/\S*[0-9]\S*/g), name).toBeNull();
    }
  });

  it('carries its own data as an attachment, unless told not to', async () => {
    const { pdf } = await made(renderer, exampleReplyFilled);
    expect(tool('pdfdetach', pdf, ['-list', '{pdf}'])).toContain('document.json');
    const data: unknown = JSON.parse(tool('pdfdetach', pdf, ['-save', '1', '-o', '{out}', '{pdf}']));
    expect(data).toMatchObject({ kind: 'reply-form', answer: 'with-changes', name: exampleReplyFilled.name });
    const without = await made(renderer, exampleReplyFilled, { attachData: false });
    expect(tool('pdfdetach', without.pdf, ['-list', '{pdf}'])).toContain('0 embedded files');
  });
});

describe('same input, same bytes', () => {
  it('in one worker after other work, and in another worker', async () => {
    const first = await made(renderer, exampleMinutes(2), { verify: { url: 'https://krom.example.go.th/v/1', text: 'ตรวจสอบ', page: 'last' } });
    await made(renderer, exampleMemo);
    const again = await made(renderer, exampleMinutes(2), { verify: { url: 'https://krom.example.go.th/v/1', text: 'ตรวจสอบ', page: 'last' } });
    const other = testRenderer();
    const elsewhere = await made(other, exampleMinutes(2), { verify: { url: 'https://krom.example.go.th/v/1', text: 'ตรวจสอบ', page: 'last' } });
    await other.close();
    expect(Buffer.from(again.pdf).equals(Buffer.from(first.pdf))).toBe(true);
    expect(Buffer.from(elsewhere.pdf).equals(Buffer.from(first.pdf))).toBe(true);
  });

  it('and the time given is the time in the file', async () => {
    const { pdf } = await made(renderer, exampleMemo);
    expect(tool('pdfinfo', pdf, ['-isodates', '{pdf}'])).toContain('CreationDate:    2026-10-20T03:00:00Z');
    const later = await made(renderer, exampleMemo, { createdAt: new Date(CREATED.getTime() + 1000) });
    expect(Buffer.from(later.pdf).equals(Buffer.from(pdf))).toBe(false);
  });
});

describe('text is text', () => {
  const attempts = [
    '#panic("x")', '#read("/etc/passwd")', '*ไม่หนา* _ไม่เอียง_ `ไม่ใช่โค้ด`', '= ไม่ใช่หัวข้อ', '$x^2$', '\\u{0e01} \\ \\#', '<cw> @ref #set page(fill: red)',
    '"); #let d = 1; ("', '{"t":"json"}', '[#metadata(none)<cw>]', '// หมายเหตุ', '/* หมายเหตุ */', '~ -- --- ... https://krom.example.go.th/a?b=c&d=<e>',
  ];
  it.each(attempts)('prints %s as it stands', async (attempt) => {
    const sheet = folded(paperDigits(attempt));
    const { pdf } = await made(renderer, { ...exampleMemo, subject: attempt, body: [attempt, [{ text: attempt, bold: true, note: attempt.slice(0, 20) }]] });
    const text = folded((await pdfJsPages(pdf)).flat().map((item) => item.text).join(''));
    expect(text.split(sheet).length - 1, text).toBeGreaterThanOrEqual(3);
  });
});

describe('clear failures', () => {
  const code = async (document: unknown): Promise<string> => {
    const result = await renderer.renderPdf(document as PaperDocument, { createdAt: CREATED });
    if (result.ok) return 'ok';
    expect(result.message.th).toMatch(/[ก-ฮ]/);
    expect(result.message.en).toMatch(/[a-z]/);
    return result.code;
  };

  it('for nothing, an unknown kind, an empty body, a bad time, a ragged table', async () => {
    for (const document of [undefined, null, {}, { kind: 'letter' }, { ...exampleMemo, body: [] }, { ...exampleMinutes(1), startTime: '25:00' }]) {
      expect(await code(document)).toBe('DOCUMENT_INVALID');
    }
    const ragged = { kind: 'table', columns: [{ head: 'ก' }, { head: 'ข' }], rows: [['๑']] };
    expect(await code({ ...exampleMemo, body: [ragged] })).toBe('DOCUMENT_INVALID');
  });

  it('names the place of the fault', async () => {
    const result = await renderer.renderPdf({ ...exampleMemo, signers: [{ name: '' }] }, { createdAt: CREATED });
    expect(result.ok ? '' : result.message.th).toContain('signers.0.name');
  });

  it('for a document beyond all measure, before any work', async () => {
    expect(await code({ ...exampleMemo, body: Array.from({ length: 20 }, () => 'ก'.repeat(MAX_CHARACTERS / 10)) })).toBe('DOCUMENT_TOO_LARGE');
  });

  it('for characters the font does not have, wherever they stand', async () => {
    expect(await code({ ...exampleMemo, subject: 'ขอเชิญ 會議 🎉' })).toBe('CHARACTER_NOT_PRINTABLE');
    expect(await code({ ...exampleMinutes(1), titleLines: ['☑'] })).toBe('CHARACTER_NOT_PRINTABLE');
    const result = await renderer.renderPdf({ ...exampleMemo, to: '會' }, { createdAt: CREATED });
    expect(result.ok ? '' : result.message.en).toContain('U+6703');
  });

  it('for an emblem that is not one', async () => {
    const svg = (text: string) => ({ type: 'image/svg+xml' as const, bytes: new TextEncoder().encode(text) });
    for (const emblem of [svg('hello'), svg('<svg><script>1</script></svg>'), svg('<svg><image href="https://a.example/x.png"/></svg>'), { type: 'image/png' as const, bytes: new Uint8Array(8) }]) {
      const result = await renderer.renderPdf(exampleMemo, { createdAt: CREATED, emblem });
      expect(result.ok ? 'ok' : result.code).toBe('EMBLEM_INVALID');
    }
  });

  it('where the typesetter does not run', async () => {
    const other = createRenderer({ size: 1, engine: '@krom/no-such-engine' });
    const result = await other.renderPdf(exampleMemo, { createdAt: CREATED });
    expect(result.ok ? 'ok' : result.code).toBe('RENDERER_UNAVAILABLE');
    const warm = await other.warm();
    expect(warm.ok ? 'ok' : warm.code).toBe('RENDERER_UNAVAILABLE');
    await other.close();
  });
});

describe('an emblem of the department', () => {
  it('takes the place of the stand-in, as SVG and as PNG', async () => {
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#0a0"/></svg>');
    const png = new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'));
    const plain = (await made(renderer, exampleMemo)).pdf;
    for (const emblem of [{ bytes: svg, type: 'image/svg+xml' as const }, { bytes: png, type: 'image/png' as const }]) {
      const { pdf } = await made(renderer, exampleMemo, { emblem });
      expect(Buffer.from(pdf).equals(Buffer.from(plain))).toBe(false);
      expect(tool('qpdf', pdf, ['--check', '{pdf}'])).toContain('No syntax');
    }
    // and is forgotten afterwards
    expect(Buffer.from((await made(renderer, exampleMemo)).pdf).equals(Buffer.from(plain))).toBe(true);
  });
});

describe('where the worker stands', () => {
  it('finds it beside the source and beside a bundle', () => {
    expect(workerEntry().href).toMatch(/src\/paper\/worker\.ts$/);
    const folder = mkdtempSync(join(tmpdir(), 'krom-dist-'));
    const main = pathToFileURL(join(folder, 'main.mjs')).href;
    expect(() => workerEntry(main)).toThrow(/paper worker is missing/);
    mkdirSync(join(folder, 'paper'));
    writeFileSync(join(folder, 'paper', 'worker.mjs'), '');
    expect(workerEntry(main).href).toMatch(/paper\/worker\.mjs$/);
    rmSync(folder, { recursive: true });
  });
});
