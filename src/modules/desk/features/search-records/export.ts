import { csvOf } from '../../../../platform/csv.ts';
import { defineDownload } from '../../../../platform/http/define.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { mostHits, type SearchHit } from '../../../../platform/search/search.ts';
import type { TextPart } from '../../../../platform/search/highlight.ts';
import type { SearchSource } from '../../../../platform/search/search-source.ts';
import type { SearchNames } from '../../../../platform/search/vocabulary.ts';
import { formatDate, localDate } from '../../../../thai/index.ts';
import { messages } from '../../messages.ts';
import { askedQuery, findAsked } from './asked.ts';

const plain = (parts: readonly TextPart[] | undefined) => parts?.map((part) => part.text).join('') ?? '';

/** What the page found, all pages of it, as a table for a spreadsheet: the same question under the same rights. */
export function searchExport(sources: readonly SearchSource[], names: readonly SearchNames[]) {
  const labels = new Map(sources.map((source) => [source.type, source.label.th]));
  const line = (origin: string) => (hit: SearchHit) => [
    labels.get(hit.type) ?? hit.type, plain(hit.reference), plain(hit.title), hit.date ? formatDate(localDate(hit.date), { style: 'short' }) : '',
    hit.why.map((why) => why.th).join(' · '), `${origin}${hit.href}`,
  ];
  return defineDownload({
    path: '/search/hits.csv',
    permission: { signedIn: 'holds what the search page shows the same person' },
    query: askedQuery,
    async load(tx, { query, services }) {
      const found = await findAsked(tx, sources, names, { ...query, after: undefined }, mostHits);
      if (!found) return fail('SEARCH_UNREADABLE', messages.words('search.csv.unreadable'), { status: 422 });
      const head = ['ประเภท', 'เลขที่', 'เรื่อง', 'วันที่', 'เหตุที่พบ', 'ที่อยู่'];
      return ok({ body: csvOf([head, ...found.hits.map(line(services.config.origin))]), contentType: 'text/csv; charset=utf-8', fileName: 'ผลการค้น.csv', disposition: 'attachment' as const });
    },
  });
}
