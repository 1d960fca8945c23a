/** Rules of official layout, checked on what is really on the pages. */
import { afterAll, describe, expect, it, vi } from 'vitest';
import { Composer, sheetText } from './compose/words.ts';
import type { PaperDocument } from './documents.ts';
import { exampleAgenda, exampleDifference, exampleMemo, exampleMinutes } from './examples.ts';
import { loadFonts } from './fonts.ts';
import { fontsFolder, repositoryRoot } from './root.ts';
import { bodyLines, folded, made, PAGE_NUMBER, pdfJsPages, popplerPages, testRenderer } from './testing/tools.ts';

vi.setConfig({ testTimeout: 60_000 }); // real PDFs on a machine that may be busy

const renderer = testRenderer();
afterAll(async () => {
  await renderer.close();
  expect(renderer.surprises).toEqual([]); // the layout settled every time
});
const fonts = loadFonts(fontsFolder(repositoryRoot()));

const SENTENCE = 'ที่ประชุมพิจารณาแล้วเห็นว่า การดำเนินงานตามแผนควรมีผู้รับผิดชอบที่ชัดเจน และรายงานผลให้คณะทำงานทราบทุกเดือน ภายในวันที่ 5 ของเดือนถัดไป ';

describe('catchword', () => {
  const documents: [string, PaperDocument][] = [
    ...[1, 2, 3, 5, 8, 13].map((length): [string, PaperDocument] => [`minutes ${length}`, exampleMinutes(length)]),
    ['minutes with few people', { ...exampleMinutes(5), attending: [] }],
    ['minutes with line numbers', { ...exampleMinutes(4), lineNumbers: false, justify: true }],
    ['difference', exampleDifference],
    ['a long memo', { ...exampleMemo, body: Array.from({ length: 14 }, (_, i) => `${i + 1}) ${SENTENCE.repeat(1 + (i % 3))}`) }],
    ['a memo of one paragraph', { ...exampleMemo, body: [SENTENCE.repeat(40)] }],
  ];
  it.each(documents)('%s: equals the first words of the next page', async (_name, document) => {
    const { pdf } = await made(renderer, document);
    const pages = popplerPages(pdf);
    const parts = new Set(['บันทึกผลการรับรองรายงานการประชุม', 'รายการแก้ไขรายงานการประชุม']);
    let checked = 0;
    for (let p = 0; p < pages.length - 1; p++) {
      const next = bodyLines(pages[p + 1] ?? [], p + 1);
      const foot = pages[p]?.at(-1) ?? '';
      if (parts.has(next[0] ?? '')) {
        expect(foot).not.toMatch(/\.\.\.$/);
        continue;
      }
      expect(foot).toMatch(/^.{3,60}\.\.\.$/u);
      expect(folded(next.join(''))).toMatch(new RegExp(`^${folded(foot.slice(0, -3)).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
      checked++;
    }
    expect(pages.at(-1)?.at(-1)).not.toMatch(/\.\.\.$/);
    expect(checked).toBeGreaterThan(0);
  });

  it('does not part a short phrase', async () => {
    const { pdf } = await made(renderer, { ...exampleMemo, body: Array.from({ length: 40 }, () => 'ในการนี้ ขอให้ดำเนินการตามที่ได้รับมอบหมาย') });
    const pages = popplerPages(pdf);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[0]?.at(-1)).toBe('ในการนี้...');
  });

  it('can be left out', async () => {
    const { pdf } = await made(renderer, { ...exampleMinutes(3), catchword: false });
    for (const page of popplerPages(pdf)) expect(page.at(-1)).not.toMatch(/\.\.\.$/);
  });
});

describe('headings', () => {
  it('never stand last on a page', async () => {
    for (let shift = 0; shift < 12; shift++) {
      const base = exampleMinutes(2);
      const filler = Array.from({ length: shift }, () => ({ kind: 'item' as const, text: 'ข้อความหนึ่งบรรทัด' }));
      const { pdf } = await made(renderer, { ...base, body: [...filler, ...(base.body ?? [])] });
      const ends = popplerPages(pdf).map((page, n) => bodyLines(page, n).at(-1) ?? '');
      for (const end of ends) expect(end).not.toMatch(/^(?:ระเบียบวาระ|๓\.[๑๒] |๔\.๑ |ปีงบประมาณ พ\.ศ\. ๒๕๗๐$|ขั้นตอนการดำเนินงาน|ผู้(?:มา|ไม่มา|เข้าร่วม)ประชุม$)/);
    }
  });
});

describe('page numbers', () => {
  it('stand on every page but the first, in Thai digits', async () => {
    const pages = popplerPages((await made(renderer, exampleMinutes(8))).pdf);
    expect(pages.map((page) => PAGE_NUMBER.exec(page[0] ?? '')?.[1])).toEqual([undefined, '๒', '๓', '๔', '๕', '๖', '๗', '๘']);
  });
});

describe('the end of a document', () => {
  /** The lines on the page of the signature, above it. */
  async function tail(document: PaperDocument, name: string): Promise<{ above: string[]; below: string[] }> {
    const { pdf, pages: count } = await made(renderer, document);
    const pages = popplerPages(pdf).map(bodyLines);
    const page = pages.findIndex((lines) => lines.includes(`(${name})`));
    expect(page, 'the name stands whole on a line of its own').toBeGreaterThanOrEqual(0);
    expect(count).toBe(pages.length);
    const at = pages[page]?.indexOf(`(${name})`) ?? 0;
    return { above: pages[page]?.slice(0, at) ?? [], below: pages[page]?.slice(at + 1) ?? [] };
  }

  it('memo: two lines of text at least stand with the signature, wherever the page ends', async () => {
    for (let lines = 12; lines < 36; lines++) {
      for (const last of ['จึงเรียนมาเพื่อโปรดทราบ', SENTENCE.repeat(3)]) {
        const body = [...Array.from({ length: lines }, (_, i) => `${i + 1}. เรื่องที่เสนอเพื่อทราบ`), SENTENCE.repeat(2), last];
        const { above, below } = await tail({ ...exampleMemo, body }, 'นางสาวปุณยวีร์ แสงเรืองรอง');
        expect(above.length, `${lines} lines`).toBeGreaterThanOrEqual(2);
        expect(below.slice(0, 2)).toEqual(['นักวิเคราะห์นโยบายและแผนชำนาญการพิเศษ', 'รักษาราชการแทนผู้อำนวยการกลุ่มพัฒนาระบบบริหาร']);
      }
    }
  });

  it('minutes: closing line, drafter and checker stay together with a line of the text', async () => {
    for (let extra = 0; extra < 14; extra++) {
      const base = exampleMinutes(1);
      const body = [...(base.body ?? []), ...Array.from({ length: extra }, () => ({ kind: 'item' as const, text: 'ข้อความหนึ่งบรรทัด' }))];
      const { above, below } = await tail({ ...base, body, attending: [], adoption: undefined }, 'นางสาวกมลชนก ใจเที่ยง');
      expect(above.length).toBeGreaterThanOrEqual(3); // a line of text, the closing line, the typed signature
      expect(above.at(-2)).toBe('เลิกประชุมเวลา ๑๒.๐๕ น.'.replace('เวลา ', 'เวลา ').trim());
      expect(below).toEqual([
        'นักวิเคราะห์นโยบายและแผนชำนาญการ', 'ผู้จดรายงานการประชุม', '(นางสาวปุณยวีร์ แสงเรืองรอง)', 'ผอ.กพร.', 'ผู้ตรวจรายงานการประชุม',
      ]);
    }
  });

  it('a table before the end is carried over by its last rows', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => [String(i + 1), `รายการที่ ${i + 1}`]);
    const table = { kind: 'table' as const, columns: [{ head: 'ที่', width: 1 }, { head: 'รายการ', width: 6 }], rows };
    const { above } = await tail({ ...exampleMinutes(1), body: [table], adoption: undefined }, 'นางสาวกมลชนก ใจเที่ยง');
    expect(above.join(' ')).toContain('๔๐');
  });

  it('says where the signatures belong', async () => {
    const { signatures, pages } = await made(renderer, exampleMinutes(4));
    expect(signatures.map((s) => s.id)).toEqual(['drafter', 'checker']);
    for (const place of signatures) {
      expect(place.page).toBe(pages - 1); // the record of answers follows
      expect(place.x).toBeGreaterThan(200);
      expect(place.y).toBeGreaterThan(60);
      expect(place.y).toBeLessThan(780);
    }
    expect(signatures[0]?.y).toBeGreaterThan(signatures[1]?.y ?? Infinity);
  });
});

describe('line ends', () => {
  it('are legal, every one of them, ragged and justified', async () => {
    const document = { ...exampleMinutes(8), keep: ['ศูนย์เทคโนโลยีสารสนเทศ', 'สารบรรณอิเล็กทรอนิกส์'] };
    const composer = new Composer(fonts, [...document.keep, ...(document.present ?? []).map((p) => p.name)]);
    const paragraphs = (document.body ?? []).flatMap((block) =>
      typeof block === 'object' && 'kind' in block && block.kind === 'statement' ? [`-\u00a0${block.speaker ?? ''} ${sheetText(block.text)}`] : []);
    for (const justify of [false, true]) {
      const lines = popplerPages((await made(renderer, { ...document, justify })).pdf).flatMap((page, n) => bodyLines(page, n));
      const stream = lines.map(folded);
      const all = stream.join('');
      let checked = 0;
      for (const text of new Set(paragraphs)) {
        const start = all.indexOf(folded(text));
        expect(start, text).toBeGreaterThanOrEqual(0);
        const legal = new Set<number>();
        let length = 0;
        for (const word of composer.words(text)) legal.add((length += folded(typeof word === 'string' ? word : '').length));
        let end = -start;
        stream.forEach((line, i) => {
          end += line.length; // where this line ends, counted from the start of the paragraph
          if (end <= 0 || end >= length) return;
          expect(legal.has(end), `${lines[i]} ¦ ${lines[i + 1]}`).toBe(true);
          expect(lines[i]).not.toMatch(/[([{“‘]$/);
          expect(lines[i + 1]).not.toMatch(/^[)\]}”’ๆฯ,.ะ-ู็-๎]/u);
          checked++;
        });
      }
      expect(checked).toBeGreaterThan(60);
    }
  });

  it('cuts what is wider than the line, and keeps inside the margins', async () => {
    const url = `https://krom.example.go.th/${'documents/'.repeat(30)}`;
    const table = { kind: 'table' as const, columns: [{ head: 'ที่', width: 1 }, { head: 'ที่อยู่', width: 2 }, { head: 'ข้อความ', width: 6 }], rows: [['1', url, 'ก'.repeat(200)]] };
    const { pdf } = await made(renderer, { ...exampleMemo, subject: url, to: 'ก'.repeat(150), body: [url, 'x'.repeat(400), table] });
    expect(folded(popplerPages(pdf).flatMap(bodyLines).join(''))).toContain(folded(url));
    for (const item of (await pdfJsPages(pdf)).flat()) {
      expect(item.x).toBeGreaterThanOrEqual(3 / 2.54 * 72 - 1);
      expect(item.x + fonts.width(item.text, false) * 10.648).toBeLessThan((21 - 2) / 2.54 * 72 + 3);
    }
  });
});

describe('marks on the sheet', () => {
  it('secrecy at the top and bottom of every page', async () => {
    const pages = popplerPages((await made(renderer, { ...exampleMinutes(4), secrecy: 'ลับ' })).pdf);
    for (const page of pages) expect(page.filter((line) => line === 'ลับ')).toHaveLength(2);
  });

  it('line numbers start anew on each page', async () => {
    const pages = await pdfJsPages((await made(renderer, { ...exampleMinutes(4), lineNumbers: true })).pdf);
    const margin = pages.slice(1, -1).map((items) => items.filter((item) => item.x < 2.9 / 2.54 * 72).map((item) => item.text).filter(Boolean));
    for (const numbers of margin) {
      expect(numbers.length).toBeGreaterThan(8);
      expect(numbers[0]).toBe('๑');
    }
  });

  it('a fingerprint at the foot of every page and a QR code with its words', async () => {
    const fingerprint = `sha256:${'0a1b'.repeat(16)}`;
    const { pdf } = await made(renderer, exampleMinutes(3), {
      fingerprint, verify: { url: 'https://krom.example.go.th/v/AB12', text: 'ตรวจสอบที่ krom.example.go.th/v รหัส AB12-9', page: 'last' },
    });
    const pages = popplerPages(pdf);
    for (const page of pages) expect(page.join(' ')).toContain(fingerprint);
    expect(pages.flat().join(' ')).toContain('AB12-9');
  });

  it('marks of a difference, each with the number of its suggestion', async () => {
    const text = folded((await pdfJsPages((await made(renderer, exampleDifference)).pdf)).flat().map((item) => item.text).join(''));
    expect(text).toContain('๒๐หน่วยงาน[๑]');
    expect(text).toContain('อย่างเคร่งครัด[๓]');
    expect(text).toContain('ไม่รับ');
  });

  it('agenda: labels, presenters, papers', async () => {
    const lines = popplerPages((await made(renderer, exampleAgenda)).pdf).flat();
    expect(lines).toContain('(ผู้นำเสนอ: ผอ.ศทส.)');
    expect(lines.filter((line) => line.startsWith('เอกสารประกอบ'))).toHaveLength(3);
  });
});
