/**
 * The gallery and the layouts in a real browser, under the policy that the product sends: axe, no sideways scroll, no clipped text, room for a
 * finger, and the islands at work. Needs Debian's chromium; where there is none the tests are skipped and say so.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pages } from './ui.browser.pages.tsx';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
const policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'";
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const types: Record<string, string> = { '.css': 'text/css', '.js': 'text/javascript', '.woff2': 'font/woff2' };

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const themes = ['light', 'dark'] as const;

describe.skipIf(!existsSync(executablePath))('in the browser', { timeout: 60_000 }, () => {
  let folder = '';
  let server: Server;
  let browser: Browser;
  let origin = '';
  const posted: Array<{ path: string; body: string }> = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
    response.setHeader('content-security-policy', policy);
    if (request.method === 'POST') {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      posted.push({ path: pathname, body: Buffer.concat(parts).toString('utf8') });
      if (pathname === '/preview') return void response.setHeader('content-type', 'text/html; charset=utf-8').end(`<p>ตัวอย่าง ${posted.length}</p>`);
      if (pathname === '/refuse') return void response.writeHead(422, { 'content-type': 'text/html; charset=utf-8' }).end(pages['refused']?.('light'));
      return void response.writeHead(303, { location: '/sent' }).end();
    }
    const asset = join(folder, pathname);
    if (extname(pathname) in types && existsSync(asset)) return void response.setHeader('content-type', types[extname(pathname)] ?? '').end(readFileSync(asset));
    const page = pages[pathname.slice(1)];
    if (!page) return void response.writeHead(404).end();
    response.setHeader('content-type', 'text/html; charset=utf-8').end(page(searchParams.get('theme') === 'dark' ? 'dark' : 'light'));
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'krom-ui-'));
    const entry = (path: string): string => new URL(path, import.meta.url).pathname;
    await build({ entryPoints: { main: entry('styles/main.css') }, bundle: true, outdir: folder, loader: { '.woff2': 'file' }, logLevel: 'error' });
    await build({ entryPoints: { main: entry('islands/main.ts') }, bundle: true, format: 'esm', minify: true, outdir: folder, logLevel: 'error' });
    server = createServer((request, response) => void answer(request, response));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath, args });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  /** Opens a page, runs the check, and fails on anything that the browser complained about. */
  async function open(path: string, check: (page: Page) => Promise<void>, options: { size?: keyof typeof sizes; js?: boolean } = {}): Promise<void> {
    const context = await browser.newContext({ viewport: sizes[options.size ?? 'desk'], javaScriptEnabled: options.js ?? true, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => { if (message.type() === 'error' && !message.text().includes('status of 4')) complaints.push(message.text()); });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(origin + path);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await check(page);
    await context.close();
    expect(complaints).toEqual([]);
  }

  describe.each(Object.keys(pages).filter((name) => name !== 'sent'))('%s', (name) => {
    it.each(themes.flatMap((theme) => (['desk', 'phone'] as const).map((size) => [theme, size] as const)))('%s, %s: axe, fit, clipping, touch', async (theme, size) => {
      await open(`/${name}?theme=${theme}`, async (page) => {
        await page.evaluate(axeSource);
        const violations = await page.evaluate(async () => {
          const { axe } = globalThis as unknown as { axe: { run: (context: Document, options: object) => Promise<{ violations: Array<{ id: string; nodes: Array<{ html: string; failureSummary: string }> }> }> } };
          const result = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
          return result.violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 160)} ${node.failureSummary.slice(0, 200)}`));
        });
        expect(violations).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        expect(await page.evaluate(clipped)).toEqual([]);
        if (size === 'phone') expect(await page.evaluate(tooSmall)).toEqual([]);
      }, { size });
    });
  });

  it('keys: j, k and the same keys on a Thai layout walk the rows; / searches; ? shows all; off while typing', async () => {
    await open('/inbox', async (page) => {
      const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.querySelector('.row-no')?.textContent ?? document.activeElement?.tagName ?? '');
      await page.keyboard.press('j');
      expect(await focused()).toBe('ที่ ๒');
      await page.evaluate(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: '่', code: 'KeyJ', bubbles: true })));
      expect(await focused()).toBe('ที่ ๓');
      await page.keyboard.press('k');
      expect(await focused()).toBe('ที่ ๒');
      await page.keyboard.press('/');
      await page.keyboard.type('jk?');
      expect(await page.inputValue('[data-key-search]')).toBe('jk?');
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.keyboard.press('?');
      expect(await page.evaluate(() => document.querySelector('dialog[open]')?.id)).toBe('keys-dialog');
      await page.keyboard.press('j');
      expect(await page.evaluate(() => document.querySelector('dialog[open]')?.contains(document.activeElement))).toBe(true);
    });
  });

  it('combobox: filters by name and by short name, arrows choose, the text is what is sent', async () => {
    await open('/form', async (page) => {
      const box = page.getByRole('combobox', { name: 'เจ้าของเรื่อง' });
      await box.fill('กค');
      expect(await page.locator('.combo-option').allTextContents()).toEqual(['กองคลังกค.']);
      await box.press('ArrowDown');
      expect(await box.getAttribute('aria-activedescendant')).toBeTruthy();
      await box.press('Enter');
      expect(await box.inputValue()).toBe('กองคลัง');
      expect(await page.locator('.combo-list').isHidden()).toBe(true);
    });
  });

  it('drafts: typed words come back, can be thrown away, and are gone once sent; passwords are never kept', async () => {
    await open('/form', async (page) => {
      await page.getByLabel('เรื่อง', { exact: true }).fill('พิมพ์ค้างไว้');
      await page.getByLabel('รหัสผ่าน', { exact: true }).fill('secret-words');
      await page.waitForFunction(() => Object.keys(localStorage).length > 0);
      expect(await page.evaluate(() => Object.keys(localStorage).map((key) => localStorage.getItem(key)).join())).not.toContain('secret-words');
      await page.evaluate(() => { document.querySelector('form')?.removeAttribute('data-guard'); });
      await page.reload();
      expect(await page.getByLabel('เรื่อง', { exact: true }).inputValue()).toBe('พิมพ์ค้างไว้');
      await page.getByRole('button', { name: 'ทิ้ง' }).click();
      expect(await page.getByLabel('เรื่อง', { exact: true }).inputValue()).toBe('');
      await page.getByLabel('เรื่อง', { exact: true }).fill('ส่งจริง');
      await page.waitForFunction(() => Object.keys(localStorage).length > 0);
      await page.getByRole('button', { name: 'ส่งเรื่อง' }).click();
      await page.waitForURL('**/sent');
      expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    });
  });

  it('a refused form comes back without reload, and the summary has the focus', async () => {
    await open('/form', async (page) => {
      await page.evaluate(() => { (globalThis as { stays?: boolean }).stays = true; });
      await page.getByRole('button', { name: 'ลองส่ง' }).click();
      await page.waitForSelector('[data-error-summary]');
      expect(await page.evaluate(() => (globalThis as { stays?: boolean }).stays)).toBe(true);
      expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-error-summary'))).toBe(true);
    });
  });

  it('asks before unsent words are left', async () => {
    await open('/form', async (page) => {
      let question = '';
      page.on('dialog', (dialog) => { question = dialog.message(); void dialog.dismiss(); });
      await page.getByLabel('เรื่อง', { exact: true }).fill('ก');
      await page.getByRole('link', { name: 'ไปหน้าอื่น' }).click();
      expect(question).toContain('ยังไม่ได้บันทึก');
      expect(page.url()).toContain('/form');
      await page.evaluate(() => { document.querySelector('form')?.removeAttribute('data-guard'); });
    });
  });

  it('preview follows typing; files are sent with progress and the answer is followed', async () => {
    await open('/form', async (page) => {
      await page.getByLabel('เรื่อง', { exact: true }).fill('ดูตัวอย่าง');
      await page.waitForFunction(() => document.getElementById('paper')?.textContent?.includes('ตัวอย่าง'));
      expect(posted.findLast((post) => post.path === '/preview')?.body).toContain(encodeURIComponent('ดูตัวอย่าง'));
      await page.setInputFiles('input[type="file"]', { name: 'ก.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') });
      await page.getByRole('button', { name: 'ส่งเรื่อง' }).click();
      await page.waitForURL('**/sent');
      expect(posted.findLast((post) => post.path === '/send')?.body).toContain('filename="');
    });
  });

  it('theme: changes at once and tells the server; a page that comes by Turbo brings its own settings', async () => {
    await open('/inbox', async (page) => {
      await page.getByText('ผอ.ศสช.').first().click();
      await page.getByRole('button', { name: 'มืด' }).click();
      expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
      await expect.poll(() => posted.some((post) => post.path === '/theme' && post.body.includes('theme=dark'))).toBe(true);
      await page.evaluate(() => (globalThis as unknown as { Turbo: { visit: (path: string) => void } }).Turbo.visit('/form?theme=light'));
      await page.waitForSelector('form[data-draft]');
      expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('light');
      expect(await page.evaluate(() => document.documentElement.dataset['js'])).toBe('');
    });
  });

  it('a line of the sheet is picked by its number or by selecting, and fills the form', async () => {
    await open('/paper', async (page) => {
      await page.locator('#l2 .ln-no a').click();
      expect(await page.inputValue('[name="line"]')).toBe('l2');
      expect(await page.inputValue('[name="quote"]')).toBe('บรรทัดที่สองของรายงาน');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('new');
      await page.locator('#l1').selectText();
      await page.locator('#l1').dispatchEvent('mouseup');
      expect(await page.inputValue('[name="line"]')).toBe('l1');
      expect(await page.locator('#l1').getAttribute('class')).toContain('is-marked');
    });
  });

  it('without scripts: menus open, dialogs lead to their page, fields are plain, nothing that needs scripts is shown', async () => {
    await open('/form', async (page) => {
      expect(await page.locator('.js-only').first().isVisible()).toBe(false);
      expect(await page.locator('input[list]').count()).toBeGreaterThan(0);
      await page.getByLabel('เรื่อง', { exact: true }).fill('ไม่มีสคริปต์');
      await page.getByRole('button', { name: 'ส่งเรื่อง' }).click();
      expect(page.url()).toContain('/sent');
      expect(posted.findLast((post) => post.path === '/send')?.body).toContain('ไม่มีสคริปต์');
    }, { js: false });
  });
});

/** Boxes that cut their text, unless they end it with "…" or can be scrolled, and lines too low for Thai marks. */
function clipped(): string[] {
  const problems: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const style = getComputedStyle(element);
    const ownText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /[\u0e00-\u0e7f]/.test(node.textContent ?? ''));
    if (!element.checkVisibility() || element.closest('.vh, svg, .skip') || style.clipPath !== 'none') continue;
    const name = `${element.tagName}.${element.className} ${(element.textContent ?? '').trim().slice(0, 40)}`;
    const [x, y] = [style.overflowX, style.overflowY];
    if (x === 'hidden' && style.textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1) problems.push(`cut at the side: ${name}`);
    if (y === 'hidden' && style.webkitLineClamp === 'none' && !element.matches('.sheet') && element.scrollHeight > element.clientHeight + 1) problems.push(`cut below: ${name}`);
    if (ownText && parseFloat(style.lineHeight) / parseFloat(style.fontSize) < 1.24) problems.push(`line too low (${style.lineHeight}/${style.fontSize}): ${name}`);
    if (element.matches('input:not([type="checkbox"], [type="radio"], [type="file"]), textarea') && parseFloat(style.lineHeight) / parseFloat(style.fontSize) < 1.6) problems.push(`field too low: ${name}`);
  }
  return problems;
}

/** Things to press that are lower than 44 px, but for links inside a sentence, tiles, and numbers on the sheet. */
function tooSmall(): string[] {
  const problems: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('a[href], button, summary, select, input:not([type="hidden"]), textarea')) {
    if (!element.checkVisibility() || element.closest('.vh, .tile, .ln-no, .skip, label:has(input)')) continue;
    const inSentence = getComputedStyle(element).display === 'inline' && [...element.parentElement?.childNodes ?? []].some((node) => node !== element && (node.textContent ?? '').trim() !== '');
    const { height } = element.getBoundingClientRect();
    if (!inSentence && height < 43.5) problems.push(`${Math.round(height)} px: ${element.outerHTML.slice(0, 120)}`);
  }
  return problems;
}
