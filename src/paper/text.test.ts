/** The text of a sheet must come back out of the PDF, with a reader of /ActualText (Poppler) and one of ToUnicode (pdf.js). */
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { PaperDocument } from './documents.ts';
import { sheetText } from './compose/words.ts';
import { exampleMemo, exampleMinutes } from './examples.ts';
import { bodyLines, bodyOnly, folded, made, pdfJsPages, popplerPages, testRenderer } from './testing/tools.ts';

vi.setConfig({ testTimeout: 60_000 }); // real PDFs on a machine that may be busy

const renderer = testRenderer();
afterAll(() => renderer.close());

/** Marks in every position: raised, lowered, shifted, stacked; letters that lose their foot; sara am with tone. */
const HARD = (
  'น้ำ ที่ กี่ ปู่ ญุ ฐุ ญู ฐู ปี้ ฝั่ง ป๊ำ ปิ่น ผึ้ง ทั้ง ครั้ง เป็น ฝ่าย ผู้ ซ้ำ ค่ำ จำนำ กตัญญู ฎีกา ปฏิญญา ฤๅษี ฬา วันเด็ก แม่น้ำ ' +
  'ฯพณฯ ต่าง ๆ ฯลฯ ฿ “กข” ‘คง’ ปุ๊ ฟั่น ป่า ไป๋ ใช้ โล่ เพื่อ สิ้น ชื่อ ญี่ปุ่น ฐานะ กฎ ปรากฏ บัญชี อนุญาต รัฐ วุฒิ ผู้ใหญ่ ศิษย์ ทุกข์ ' +
  'องค์ สัตว์ เลิศล้ำ กล้ำกลืน ฟ้า ฝ้าย ป้าย ฝี่ ฟื้น ปั๊ม e-Service (Performance Base) PMQA ๔.๐ ร้อยละ ๗๐.๕๐ – … • × %'
).split(' ');

/** Poppler doubles these: the typesetter writes /ActualText twice where a low vowel is moved under a letter with a tail. */
const POPPLER_DOUBLES = ['ฎุ', 'ฏุ', 'ฎู', 'ฏู'];

const memoWith = (body: string[]): PaperDocument => ({ ...exampleMemo, body });

describe('hard words', () => {
  it('come back exactly, each on its own and all in a row', async () => {
    const { pdf } = await made(renderer, memoWith([HARD.join(' '), ...HARD]));
    const all = folded(HARD.join('') + HARD.join(''));
    expect(folded(popplerPages(pdf).flatMap(bodyLines).join('')).includes(all)).toBe(true);
    expect(folded((await pdfJsPages(pdf)).flatMap(bodyOnly).map((item) => item.text).join('')).includes(all)).toBe(true);
  });

  it('with one exception, in Poppler only', async () => {
    const { pdf } = await made(renderer, memoWith([POPPLER_DOUBLES.join(' ')]));
    const poppler = folded(popplerPages(pdf).flat().join(''));
    expect(poppler).toContain('ฎฎุฏฏุ'); // when this fails the typesetter has been mended: drop the exception
    expect(folded((await pdfJsPages(pdf)).flat().map((item) => item.text).join(''))).toContain(folded(POPPLER_DOUBLES.join('')));
  });
});

describe('whole minutes', () => {
  it.each([1, 4, 8])('of length %i come back paragraph by paragraph, over page ends too', async (length) => {
    const document = exampleMinutes(length);
    const { pdf } = await made(renderer, document);
    const poppler = folded(popplerPages(pdf).map(bodyLines).flat().join(''));
    const pdfJs = folded((await pdfJsPages(pdf)).flatMap(bodyOnly).map((item) => item.text).join(''));
    const texts = (document.body ?? []).flatMap((block) => {
      if (typeof block === 'string' || Array.isArray(block)) return [sheetText(block)];
      return block.kind === 'table' ? [] : [sheetText(block.text)];
    });
    let inPoppler = 0;
    let inPdfJs = 0;
    for (const text of texts) {
      const wanted = folded(text);
      expect(poppler.includes(wanted, inPoppler), `Poppler: ${text}`).toBe(true);
      expect(pdfJs.includes(wanted, inPdfJs), `pdf.js: ${text}`).toBe(true);
      inPoppler = poppler.indexOf(wanted, inPoppler) + wanted.length;
      inPdfJs = pdfJs.indexOf(wanted, inPdfJs) + wanted.length;
    }
    for (const person of [...(document.present ?? []), ...(document.attending ?? [])]) {
      expect(poppler.includes(folded(person.name)), person.name).toBe(true);
      expect(pdfJs.includes(folded(`${person.name}${person.position}`)), person.name).toBe(true);
    }
  });
});
