import type { Client } from './app.ts';

export interface CrawledPage {
  /** Address that was asked for. */
  readonly url: string;
  /** Page on which the link stood. */
  readonly from: string;
  readonly status: number;
  readonly type: string;
  readonly html: string;
}

/** Addresses of the same kind: numbers and codes of the path, and values of the query, do not count. */
export function kindOf(url: string): string {
  const { pathname, searchParams } = new URL(url, 'http://x');
  const path = pathname.split('/').map((part) => (/\d/.test(part) || part.length > 24 ? ':id' : part)).join('/');
  const keys = [...new Set(searchParams.keys())].toSorted((a, b) => a.localeCompare(b));
  return keys.length > 0 ? `${path}?${keys.join('&')}` : path;
}

const decode = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>');

/** Addresses inside this site to which a page leads. Fragments and addresses of other hosts are left out. */
export function linksOf(html: string, base: string): string[] {
  const found = new Set<string>();
  for (const [, href] of html.matchAll(/<(?:a|link|iframe|turbo-frame)\b[^>]*?\s(?:href|src)="([^"]*)"/g)) {
    const target = new URL(decode(href as string), `http://krom.test${base}`);
    if (target.host === 'krom.test') found.add(target.pathname + target.search);
  }
  for (const [, src] of html.matchAll(/<(?:img|script|embed|object)\b[^>]*?\s(?:src|data)="([^"]*)"/g)) {
    const target = new URL(decode(src as string), `http://krom.test${base}`);
    if (target.host === 'krom.test' && target.protocol === 'http:') found.add(target.pathname + target.search);
  }
  return [...found];
}

/** Walks every link from the start, at most `perKind` addresses of one kind; GET only. */
export async function crawl(client: Client, start: readonly string[], limits: { perKind: number; pages: number }): Promise<CrawledPage[]> {
  const waiting = start.map((url) => ({ url, from: 'the start' }));
  const known = new Set(start);
  const kinds = new Map<string, number>();
  const pages: CrawledPage[] = [];
  for (let next = waiting.shift(); next && pages.length < limits.pages; next = waiting.shift()) {
    const { url, from } = next;
    const answer = await client.get(url);
    const type = String(answer.headers['content-type'] ?? '').split(';')[0] as string;
    const html = type === 'text/html' ? answer.body : '';
    pages.push({ url, from, status: answer.statusCode, type, html });
    const further = answer.statusCode === 303 ? [String(answer.headers.location)] : linksOf(html, url);
    for (const link of further) {
      const kind = kindOf(link);
      if (known.has(link) || (kinds.get(kind) ?? 0) >= limits.perKind) continue;
      known.add(link);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      waiting.push({ url: link, from: url });
    }
  }
  return pages;
}
