import type { VNode } from 'preact';
import { z } from 'zod';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import type { TextPart } from '../../../../platform/search/highlight.ts';
import { search, type SearchHit, type SearchPage } from '../../../../platform/search/search.ts';
import type { SearchSource } from '../../../../platform/search/search-source.ts';
import { formatDate, formatEnglishDate, localDate, toThaiDigits } from '../../../../thai/index.ts';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { QuickFilters } from '../../../../ui/components/tabs.tsx';
import { messages } from '../../messages.ts';

const pageSize = 20;

interface SearchData {
  readonly q: string;
  readonly type: string | undefined;
  readonly found: SearchPage | undefined;
  readonly sources: readonly SearchSource[];
}

/** One search for everything that the person may see; the box stands on top of every page. */
export function searchPage(sources: readonly SearchSource[]) {
  return definePage({
    path: '/search',
    permission: { signedIn: 'finds only what the person may see: access keys stand in the index, and hits are read again' },
    query: z.object({ q: z.string().max(200).default(''), type: z.string().max(60).optional(), after: z.string().max(300).optional() }),
    async load(tx, { query }) {
      const q = query.q.trim();
      const found = q ? await search(tx, sources, q, { limit: pageSize, after: query.after, ...(query.type ? { types: [query.type] } : {}) }) : undefined;
      return ok({ q, type: query.type, found, sources });
    },
    title: (data: SearchData, ui) => (data.q ? `${data.q} · ${messages.in(ui.lang)('search.title')}` : messages.in(ui.lang)('search.title')),
    view: (data: SearchData, ui) => <Search data={data} ui={ui} />,
  });
}

function Search({ data, ui }: { data: SearchData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { found, q, type } = data;
  const address = (more: Record<string, string | undefined>) => `/search?${new URLSearchParams(Object.entries({ q, type, ...more }).filter(([, value]) => value) as [string, string][]).toString()}`;
  if (!found) {
    return (
      <>
        <PageHead title={t('search.title')} />
        <EmptyState title={t('search.start')}>{t('search.start.text')}</EmptyState>
      </>
    );
  }
  const kinds = new Map(data.sources.map((source) => [source.type, source]));
  const filters = [
    { label: t('search.all'), href: address({ type: undefined, after: undefined }), current: !type },
    ...data.sources.map((source) => ({ label: ui.text(source.label), href: address({ type: source.type, after: undefined }), current: source.type === type })),
  ];
  return (
    <>
      <PageHead title={t('search.for', { q })} sub={found.hits.length > 0 ? t(found.capped ? 'search.foundMany' : 'search.found', { n: found.total }) : undefined} />
      <QuickFilters items={filters} />
      {found.hits.length === 0 ? <EmptyState title={found.tooShort ? t('search.short') : t('search.none', { q })}>{t('search.none.text')}</EmptyState> : null}
      {found.wider && found.hits.length > 0 ? <p class="quiet">{t('search.wider')}</p> : null}
      <ul class="hits" data-keys-list="">
        {found.hits.map((hit) => (
          <li>
            <Hit hit={hit} kind={kinds.get(hit.type)} ui={ui} />
          </li>
        ))}
      </ul>
      {found.next ? <Pager next={{ href: address({ after: found.next }) }} /> : null}
    </>
  );
}

function Hit({ hit, kind, ui }: { hit: SearchHit; kind: SearchSource | undefined; ui: Ui }): VNode {
  const date = hit.date ? localDate(hit.date) : undefined;
  return (
    <>
      <a class="hit-title" href={hit.href} data-turbo-prefetch="false">
        <Parts parts={hit.title} />
      </a>
      <p class="quiet small">
        {[
          kind ? <span>{ui.text(kind.label)}</span> : null,
          hit.reference ? <Parts parts={asPrinted(hit.reference)} /> : null,
          date ? <span>{ui.lang === 'th' ? formatDate(date, { style: 'short' }) : formatEnglishDate(date, 'short')}</span> : null,
        ]
          .filter((part) => part !== null)
          .flatMap((part, at) => (at === 0 ? [part] : [' · ', part]))}
      </p>
      {hit.snippet.length > 0 ? (
        <p class="hit-text">
          <Parts parts={hit.snippet} />
        </p>
      ) : null}
    </>
  );
}

/** The number of a document stands as on its paper, in Thai digits; an abbreviation (no stroke in it) as it is. */
function asPrinted(parts: readonly TextPart[]): readonly TextPart[] {
  return parts.some((part) => part.text.includes('/')) ? parts.map((part) => ({ ...part, text: toThaiDigits(part.text) })) : parts;
}

function Parts({ parts }: { parts: readonly TextPart[] }): VNode {
  return <>{parts.map((part) => (part.hit ? <mark>{part.text}</mark> : part.text))}</>;
}
