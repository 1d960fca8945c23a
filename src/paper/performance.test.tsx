/** Papers of the performance cycle: what is on them, contents that tell the truth, charts, and what is refused. */
import { renderToString } from 'preact-render-to-string';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { LadderChart } from '../ui/components/chart-ladder.tsx';
import { RadarChart } from '../ui/components/chart-radar.tsx';
import { toArabicDigits, toThaiDigits } from '../thai/index.ts';
import { chartDrawing } from './chart-drawing.ts';
import { exampleIndicatorForm, examplePerformanceBook, exampleSarCard } from './performance-examples.ts';
import { CREATED, folded, made, pdfJsPages, popplerPages, testRenderer, tool } from './testing/tools.ts';

vi.setConfig({ testTimeout: 60_000 });
const renderer = testRenderer();
afterAll(() => renderer.close());

const readBack = async (pdf: Uint8Array): Promise<string[]> => (await pdfJsPages(pdf)).map((items) => folded(items.map(({ text }) => text).join('')));

const ladder = renderToString(
  <LadderChart
    caption="ขั้นคะแนน" summary="ค่า 77 ได้ 85 คะแนน" axis="ร้อยละ" rungs={[{ value: 70, words: '70', score: 50, scoreWords: '50' }, { value: 80, words: '80', score: 100, scoreWords: '100' }]}
    now={{ value: 77, words: '77', score: 85, scoreWords: '85.000', low: 76, high: 78 }} signs={[{ sign: 'band', words: 'ช่วงของการสำรวจ' }]} table={{ heads: ['ค่า', 'คะแนน'], rows: [] }}
  />,
);

describe('the form of an indicator', () => {
  it('has every field, both authorities and their reasons, and can be read back', async () => {
    const { pdf } = await made(renderer, exampleIndicatorForm);
    const text = (await readBack(pdf)).join('');
    for (const words of ['แบบรายละเอียดตัวชี้วัด', 'สูตรการคำนวณ', 'ร้อยละ 62.50', 'สำนักงาน ก.พ.ร.', 'สำนักงบประมาณ', 'เป็นค่าเป้าหมายในเอกสารงบประมาณซึ่งกำหนดก่อนเปิดใช้ระบบ', 'นายธีรภัทร วงศ์อารี', 'โทร. 0 2000 1234 ต่อ 1100', 'แผนแม่บท', 'ขั้นสูง (100)']) {
      expect(text).toContain(folded(toThaiDigits(words)));
    }
    expect(renderer.surprises).toEqual([]);
  });

  it('shows a dash where nothing is written, other words where the document brings them, and goes on over pages', async () => {
    const bare = await made(renderer, { kind: 'indicator-form', agency: 'กรม', period: 'พ.ศ. 2564', number: '1', name: 'ก', labels: { formula: 'วิธีคำนวณ' } });
    const text = (await readBack(bare.pdf)).join('');
    expect(text).toContain(folded('วิธีคำนวณ-'));
    expect(text).not.toContain('สูตรการคำนวณ');
    const long = await made(renderer, { ...exampleIndicatorForm, definition: Array.from({ length: 240 }, (_, at) => `${at + 1}. ${exampleIndicatorForm.reason ?? ''}`).join('\n') });
    expect(long.pages).toBeGreaterThan(4);
    const all = (await readBack(long.pdf)).join('');
    for (const at of [1, 60, 240]) expect(all).toContain(toThaiDigits(`${at}.เป็นงานบริการ`));
  });

  it('is refused when a row of the ladder has not one cell for each score', async () => {
    const answer = await renderer.renderPdf({ ...exampleIndicatorForm, ladder: { heads: ['50', '75'], rows: [{ label: 'รอบ 12 เดือน', cells: ['70'] }] } }, { createdAt: CREATED });
    expect(answer).toMatchObject({ ok: false, code: 'DOCUMENT_INVALID' });
  });
});

it('the report card says result, way to the score and evidence; its signature has a place and never stands alone', async () => {
  const { pdf, pages, signatures } = await made(renderer, exampleSarCard);
  const read = await readBack(pdf);
  for (const words of ['ร้อยละ 77.00', '= 85.000', 'มาตรการที่ได้ดำเนินการ', 'ปัจจัยสนับสนุน', 'ปัญหาและอุปสรรค', 'ข้อเสนอแนะ', 'บันทึกข้อความเห็นชอบขั้นตอนใหม่']) expect(read.join('')).toContain(folded(toThaiDigits(words)));
  expect(signatures).toMatchObject([{ id: 'signer-1', page: pages }]);
  expect(read.at(-1)).toContain('ผู้รายงาน');
});

describe('the book', () => {
  const book = { ...examplePerformanceBook, chapters: examplePerformanceBook.chapters.map((chapter, at) => (at === 1 ? { ...chapter, charts: [chartDrawing(ladder)] } : chapter)) };

  it('has contents whose page numbers are those of the chapters', async () => {
    const { pdf, pages } = await made(renderer, book);
    const lines = popplerPages(pdf);
    const contents = (lines[1] ?? []).flatMap((line) => {
      const [, name, page] = /^(\S.*?)\s*(?:\.\s*){4,}\s*([๐-๙]+)$/.exec(line) ?? [];
      return name && page ? [{ name: folded(name), page: Number(toArabicDigits(page)) }] : [];
    });
    expect(contents.map(({ page }) => page)).toEqual(contents.map(({ page }) => page).toSorted((a, b) => a - b));
    expect(contents.length).toBeGreaterThanOrEqual(9);
    for (const { name, page } of contents) expect((lines[page - 1] ?? []).map(folded).join(''), `${name} on ${page}`).toContain(name);
    expect(contents.at(-1)).toEqual({ name: 'ภาคผนวก', page: pages });
  });

  it('has the summary with its total, the charts in Thai digits, bookmarks, and is made as PDF/A-3', async () => {
    const { pdf } = await made(renderer, book);
    const read = await readBack(pdf);
    expect(read[2]).toContain(toThaiDigits('62.500–92.500'));
    expect(read.join('')).toContain(folded(toThaiDigits('77: 85.000')));
    expect(read.join('')).toContain(folded('ช่วงของการสำรวจ'));
    const raw = Buffer.from(pdf).toString('latin1');
    expect(raw).toContain('/Outlines');
    expect(raw).toMatch(/pdfaid:part(?:="|>)3/);
    expect(tool('qpdf', pdf, ['--check', '{pdf}'])).toContain('No syntax');
    expect(renderer.surprises).toEqual([]);
  });

  it('takes shapes only: words, links and scripts in a drawing are refused', async () => {
    const good = chartDrawing(ladder);
    for (const bad of ['<text>x</text>', '<image href="file:///etc/passwd"/>', '<script>1</script>', '<rect fill="url(#a)"/>']) {
      const charts = [{ ...good, svg: good.svg.replace('</svg>', `${bad}</svg>`) }];
      const answer = await renderer.renderPdf({ ...book, chapters: [{ number: '1', name: 'ก', charts }] }, { createdAt: CREATED });
      expect(answer, bad).toMatchObject({ ok: false, code: 'DOCUMENT_INVALID' });
    }
  });
});

describe('a chart of the screen on paper', () => {
  it('keeps its shapes with looks of their own, and its words with their places', () => {
    const made = chartDrawing(ladder);
    expect(made).toMatchObject({ caption: 'ขั้นคะแนน', alt: 'ค่า 77 ได้ 85 คะแนน', width: 400, legend: [{ words: 'ช่วงของการสำรวจ' }] });
    expect(made.svg).not.toMatch(/class=|data-|<text|<desc|var\(/);
    expect(made.svg).toContain('stroke="#1c3f8c"');
    expect(made.labels?.map(({ words }) => words)).toEqual(expect.arrayContaining(['50', '100', '70', '80', 'ร้อยละ', '77: 85.000']));
  });

  it('moves words of a shifted group to their place on the whole', () => {
    const radar = chartDrawing(renderToString(<RadarChart caption="ก" summary="ข" axes={['A', 'B', 'C', 'D']} series={[{ name: 'x', values: [500, 500, 500, 500] }]} table={{ heads: [], rows: [] }} />));
    const top = radar.labels?.find(({ words }) => words === 'A');
    expect(top).toMatchObject({ x: 200, anchor: 'middle', bold: true });
    expect(top?.y).toBeGreaterThan(10);
    expect(top?.y).toBeLessThan(60);
    expect(() => chartDrawing('<p>no chart</p>')).toThrow('no chart');
  });
});
