import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { projectRoot } from '../../src/platform/config.ts';
import { toThaiDigits } from '../../src/thai/index.ts';
import type { MemoData } from '../foundation/memo-data.ts';

const fontOf = (file: string) => readFileSync(path.join(projectRoot, 'src/paper/fonts', file)).toString('base64');
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The same memo as a page: same font and sizes, head lines, digits, margins. */
export function memoHtml(memo: MemoData): string {
  const t = (text: string) => escape(toThaiDigits(text));
  return `<!doctype html><html lang="th"><meta charset="utf-8"><style>
    @font-face { font-family: L; src: url(data:font/ttf;base64,${fontOf('Laksaman.ttf')}); }
    @font-face { font-family: L; font-weight: 700; src: url(data:font/ttf;base64,${fontOf('Laksaman-Bold.ttf')}); }
    @page { size: A4; margin: 1.5cm 2cm 2cm 3cm; }
    body { font: 10.648pt/1.7 L; margin: 0; } h1 { font-size: 19.3pt; text-align: center; margin: 0; }
    .row { display: flex; gap: 8pt; } .row b { font-size: 13.3pt; } .row span { flex: 1; border-bottom: 1px dotted #000; }
    p { text-indent: 2.5cm; margin: 0 0 6pt; } .sign { margin: 1.5cm 0 0 50%; text-align: center; }
  </style><h1>บันทึกข้อความ</h1>
  <div class="row"><b>ส่วนราชการ</b><span>${t(memo.unit)}</span></div>
  <div class="row"><b>ที่</b><span>${t(memo.number)}</span><b>วันที่</b><span>${t(memo.date)}</span></div>
  <div class="row"><b>เรื่อง</b><span>${t(memo.subject)}</span></div>
  <div>เรียน ${t(memo.to)}</div>${memo.body.map((text) => `<p>${t(text)}</p>`).join('')}
  <div class="sign">(${t(memo.signer)})<br>${t(memo.position)}</div></html>`;
}

/** A warm Chromium with `wide` tabs that print one memo after another. */
export class ChromiumPrinter {
  #browser: Browser | undefined;
  #pages: Page[] = [];

  async open(wide: number): Promise<void> {
    this.#browser ??= await chromium.launch({
      executablePath: process.env['KROM_CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
    });
    while (this.#pages.length < wide) {
      const page = await this.#browser.newPage();
      this.#pages.push(page);
    }
  }

  async print(memo: MemoData, tab: number): Promise<Uint8Array> {
    const page = this.#pages[tab] as Page;
    await page.setContent(memoHtml(memo), { waitUntil: 'load' });
    return page.pdf({ format: 'A4', preferCSSPageSize: true });
  }

  async close(): Promise<void> {
    await this.#browser?.close();
  }
}
