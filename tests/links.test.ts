/** Every link leads somewhere: the house walked as several people, in both languages. */
import { beforeAll, describe, expect, test } from 'vitest';
import { useApp, type Client } from './support/app.ts';
import { crawl, kindOf, linksOf, type CrawledPage } from './support/crawl.ts';
import { layExtras } from './support/extras.ts';

const house = useApp();
const people = ['head.kpr', 'clerk.kpr', 'minutes.kpr', 'head.ssc', 'clerk.ssc', 'officer.snp', 'deputy', 'admin', 'auditor', 'nobody'] as const;
const limits = { perKind: 3, pages: 260 };

beforeAll(async () => {
  await layExtras(house);
}, 120_000);

const clientOf = (name: string): Promise<Client> => (name === 'nobody' ? Promise.resolve(house.anybody()) : house.as(name));

/** What is wrong with a page as a page. */
function faultsOf({ html, url }: CrawledPage, lang: 'th' | 'en'): string[] {
  const faults: string[] = [];
  const headings = html.match(/<h1[\s>]/g)?.length ?? 0;
  if (headings !== 1) faults.push(`${headings} headings of the first level`);
  const title = /<title[^>]*>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
  if (!/^\S.* · \S/.test(title)) faults.push(`title “${title}”`);
  if (!html.includes(`<html lang="${lang}"`)) faults.push(`language is not ${lang}`);
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((found) => found[1] as string);
  const twice = [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
  if (twice.length > 0) faults.push(`ids twice: ${twice.join(', ')}`);
  const lost = [...html.matchAll(/\s(?:for|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"/g)].flatMap((found) => (found[1] as string).split(/\s+/)).filter((id) => id && !ids.includes(id));
  if (lost.length > 0) faults.push(`points to ids that are not there: ${[...new Set(lost)].join(', ')}`);
  const jumps = [...html.matchAll(/\shref="#([^"]+)"/g)].map((found) => decodeURIComponent(found[1] as string)).filter((id) => !ids.includes(id));
  if (jumps.length > 0) faults.push(`jumps to ids that are not there: ${[...new Set(jumps)].join(', ')}`);
  if (/\sstyle="|<script(?![^>]*\ssrc=)|<style[\s>]|\son[a-z]+="/.test(html)) faults.push('style or script that the policy forbids');
  if (/undefined|\[object Object\]|NaN|Invalid Date/.test(html.replaceAll(/<[^>]+>/g, ' '))) faults.push('a value that was not there is shown');
  // On the page for programs `/tasks/{id}` is an address.
  if (!/^\/api(\?|$)/.test(url) && /\{\w+\}/.test(html.replaceAll(/<[^>]+>/g, ' '))) faults.push('a message whose parameter was not filled in');
  return faults;
}

test.each(people)('as %s: no dead end, and every page is whole', async (name) => {
  const pages = await crawl(await clientOf(name), ['/', '/sign-in', '/verify', '/search?q=ตัวชี้วัด'], limits);
  expect(pages.length).toBeGreaterThan(name === 'nobody' ? 3 : 15);
  expect(pages.filter(({ status }) => ![200, 303].includes(status)).map(({ status, url, from }) => `${status} ${url} linked on ${from}`)).toEqual([]);
  expect(pages.filter(({ html }) => html).flatMap((page) => faultsOf(page, 'th').map((fault) => `${page.url}: ${fault}`))).toEqual([]);
}, 120_000);

describe('in English', () => {
  /** Words of the shell and of forms, without the data that stands between them. */
  function labels(html: string): string[] {
    return [...html.matchAll(/<(button|label|legend|th|dt|summary|h1|h2|option)\b([^>]*)>(.*?)<\/\1>/gs)]
      .filter(([, , attributes]) => !(attributes as string).includes('lang="th"'))
      .map(([, , , inner]) => (inner as string).replaceAll(/<[^>]*lang="th"[^>]*>.*?<\/[^>]+>/gs, '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ').trim())
      .filter((text) => /[\u0e01-\u0e4e]/.test(text));
  }

  test.each(['head.kpr', 'admin'] as const)('as %s: the same pages are whole and say so', async (name) => {
    const client = await clientOf(name);
    client.cookies['krom_lang'] = 'en';
    const pages = await crawl(client, ['/', '/sign-in', '/verify'], { perKind: 2, pages: 160 });
    const whole = pages.filter(({ html }) => html);
    expect(pages.filter(({ status }) => ![200, 303].includes(status)).map(({ status, url, from }) => `${status} ${url} linked on ${from}`)).toEqual([]);
    expect(whole.flatMap((page) => faultsOf(page, 'en').map((fault) => `${page.url}: ${fault}`))).toEqual([]);
    const thai = new Map<string, string>();
    for (const { html, url } of whole) for (const text of labels(html)) if (!thai.has(text)) thai.set(text, kindOf(url));
    if (process.env['KROM_TEST_REPORT']) for (const [text, kind] of thai) console.log(`Thai in English mode: ${kind}: ${text.slice(0, 100)}`);
  }, 120_000);

  test('the frame around every page holds no Thai but the name of the house', async () => {
    const client = await clientOf('head.kpr');
    client.cookies['krom_lang'] = 'en';
    const { body } = await client.get('/');
    const frame = body.replace(/<main\b.*<\/main>/s, '').replace(/<div class="who">.*?<summary.*?<\/summary>/s, '').replaceAll(/<(\w+)[^>]*lang="th"[^>]*>.*?<\/\1>/gs, '');
    const words = frame.replaceAll(/<title>.*?<\/title>/g, '').replaceAll(/<[^>]+>/g, '\n').split('\n').filter((text) => /[\u0e01-\u0e4e]/.test(text) && text.trim() !== 'กรม');
    expect(words).toEqual([]);
  });
});

describe('the walk itself', () => {
  test('finds links, notices what is broken, and bounds kinds', async () => {
    expect(linksOf('<a class="x" href="/a?b=1&amp;c=2">x</a><a href="#here">y</a><a href="https://elsewhere.example/">z</a><img src="data:x"><iframe src="/f/1"></iframe>', '/p?q=1')).toEqual(['/a?b=1&c=2', '/p?q=1', '/f/1']);
    expect(kindOf('/letters/12/file?page=3')).toBe('/letters/:id/file?page');
    const broken = '<html lang="en"><head><title>x</title></head><body><h2 id="a">{n} undefined</h2><p id="a" style="x"></p><label for="gone">x</label></body></html>';
    expect(faultsOf({ url: '/', from: '', status: 200, type: 'text/html', html: broken }, 'th')).toHaveLength(8);
  });
});
