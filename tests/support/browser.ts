/** A person at a real browser: opens pages, reads them as they are shown, fills fields by their labels and presses things by their names. */
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { demoPassword } from '../../src/modules/organisation/index.ts';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
/** Where there is no browser the tests are skipped, and say so. */
export const noBrowser = !existsSync(executablePath);
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
/** Set to a folder, a failed wait leaves a picture of the page there. */
const pictures = process.env['KROM_TEST_PICTURES'];

export interface DeskOptions {
  readonly js?: boolean;
  readonly width?: number;
  readonly height?: number;
}

/** For a test file: one browser for all its tests. */
export function useBrowser(): { open(origin: string, options?: DeskOptions): Promise<Desk> } {
  const box: { browser?: Browser } = {};
  const open: Desk[] = [];
  beforeAll(async () => {
    if (!noBrowser) box.browser = await chromium.launch({ executablePath, args });
  });
  afterAll(async () => {
    await box.browser?.close();
  });
  return {
    async open(origin, options = {}) {
      if (!box.browser) throw new Error('useBrowser: used before beforeAll');
      const context = await box.browser.newContext({
        baseURL: origin, javaScriptEnabled: options.js ?? true, viewport: { width: options.width ?? 1280, height: options.height ?? 900 }, reducedMotion: 'reduce',
      });
      const desk = new Desk(context, await context.newPage(), options.js ?? true);
      open.push(desk);
      return desk;
    },
  };
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
const plain = (text: string) => text.replaceAll(/[\u200b\u00ad\u2060]/g, '').replaceAll(/[\s\u2002\u2003]+/g, ' ');

/** One browser window of one person. */
export class Desk {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly js: boolean;
  /** What the browser complained about: errors of scripts and of the content policy, requests that failed. */
  readonly complaints: string[] = [];

  constructor(context: BrowserContext, page: Page, js: boolean) {
    this.context = context;
    this.page = page;
    this.js = js;
    page.setDefaultTimeout(15_000);
    page.on('console', (message) => {
      // A refused form answers with 422: no complaint.
      if (message.type() === 'error' && !/status of 4(?:09|22|13)/.test(message.text())) this.complaints.push(`${page.url()}: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.message}`));
    page.on('requestfailed', (request) => {
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') this.complaints.push(`${request.url()}: ${request.failure()?.errorText}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 500) this.complaints.push(`${response.url()}: ${response.status()}`);
    });
  }

  close(): Promise<void> {
    return this.context.close();
  }

  /** Path and query of the page on show. */
  get address(): string {
    const { pathname, search } = new URL(this.page.url());
    return pathname + search;
  }

  async go(address: string): Promise<void> {
    await this.page.goto(address);
  }

  async signIn(username: string, password = demoPassword): Promise<void> {
    await this.context.clearCookies();
    await this.go('/sign-in');
    await this.fill('ชื่อผู้ใช้หรืออีเมล', username);
    await this.fill('รหัสผ่าน', password);
    await this.press('เข้าสู่ระบบ');
  }

  /** Does something that leads to a page, and waits until the new page stands, with scripts or without. */
  async leads(act: () => Promise<void>): Promise<void> {
    await this.page.evaluate(() => { document.body.dataset['left'] = ''; });
    await act();
    await this.until('a new page', async () => {
      await this.page.waitForLoadState('domcontentloaded');
      return this.page.evaluate(() => document.body !== null && !('left' in document.body.dataset) && !document.documentElement.hasAttribute('data-turbo-preview') && !document.documentElement.hasAttribute('aria-busy'));
    });
  }

  /** Presses a button or follows a link, found by its whole name; in `within` where the name stands more than once. */
  async press(name: string | RegExp, within: Locator | Page = this.page): Promise<void> {
    await this.leads(() => this.telling(this.thing(name, within).click()));
  }

  /** A button or link by its name. */
  thing(name: string | RegExp, within: Locator | Page = this.page): Locator {
    const wanted = typeof name === 'string' ? { name, exact: true } : { name };
    return within.getByRole('button', wanted).or(within.getByRole('link', wanted)).filter({ visible: true }).first();
  }

  /** Writes into the field with this label. */
  async fill(label: string | RegExp, text: string): Promise<void> {
    await this.telling(this.field(label).fill(text));
  }

  field(label: string | RegExp): Locator {
    // Behind the words of a label stands whether the field may be left empty.
    const wanted = typeof label === 'string' ? new RegExp(`^\\s*${label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*(?:$|\\()`) : label;
    return this.page.getByLabel(wanted).filter({ visible: true }).first();
  }

  /** All that is shown, as one line of text. */
  async text(): Promise<string> {
    return plain(await this.page.evaluate(() => document.body.innerText));
  }

  /** Waits until each text is shown. */
  async see(...texts: readonly (string | RegExp)[]): Promise<void> {
    for (const text of texts) await this.until(`“${String(text)}”`, async () => { const shown = await this.text(); return typeof text === 'string' ? shown.includes(plain(text)) : text.test(shown); });
  }

  /** The same, with what the page showed when it could not be done. */
  async telling<T>(act: Promise<T>): Promise<T> {
    return act.catch(async (error: Error) => {
      await this.picture();
      throw new Error(`${error.message}\nat ${this.address}, shown: ${(await this.text()).slice(0, 3000)}`, { cause: error });
    });
  }

  async picture(): Promise<void> {
    if (!pictures) return;
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: path.join(pictures, `${Date.now()}.png`), fullPage: true });
  }

  async until(what: string, holds: () => Promise<boolean>): Promise<void> {
    for (const end = Date.now() + 15_000; Date.now() < end; await pause(40)) {
      // A page that is being left cannot answer: ask again.
      if (await holds().catch((error: Error) => { if (/context was destroyed|navigat|closed|null/i.test(error.message)) return false; throw error; })) return;
    }
    await this.picture();
    throw new Error(`waited in vain for ${what} at ${this.address}; shown: ${(await this.text()).slice(0, 3000)}`);
  }
}
