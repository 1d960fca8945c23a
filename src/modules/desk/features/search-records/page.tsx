import type { VNode } from 'preact';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { related, type SearchHit, type SearchPage } from '../../../../platform/search/search.ts';
import type { SearchSource } from '../../../../platform/search/search-source.ts';
import { likeOf } from '../../../../platform/search/similar.tsx';
import type { SearchNames } from '../../../../platform/search/vocabulary.ts';
import { bangkokDate } from '../../../../thai/index.ts';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { QuickFilters } from '../../../../ui/components/tabs.tsx';
import { unitsActiveOn, unitLabel } from '../../../organisation/index.ts';
import { messages } from '../../messages.ts';
import { addressOf, askedQuery, daysOf, findAsked, type Asked } from './asked.ts';
import { Filters, type UnitChoice } from './filters.tsx';
import { Hits } from './hits.tsx';

const pageSize = 20;

interface SearchData {
  readonly asked: Asked;
  readonly found: SearchPage | undefined;
  /** Records like one, where that is asked. */
  readonly like: readonly SearchHit[] | undefined;
  readonly sources: readonly SearchSource[];
  readonly units: readonly UnitChoice[];
}

/** One search for everything that the person may see; the box stands on top of every page. */
export function searchPage(sources: readonly SearchSource[], names: readonly SearchNames[]) {
  return definePage({
    path: '/search',
    permission: { signedIn: 'finds only what the person may see: access keys stand in the index, and hits are read again' },
    query: askedQuery,
    async load(tx, { query: asked, services }) {
      const like = likeOf(asked.like);
      if (like) return ok({ asked, found: undefined, like: await related(tx, sources, like), sources, units: [] });
      const found = await findAsked(tx, sources, names, asked, pageSize);
      const units = asked.q.trim() ? (await unitsActiveOn(tx, bangkokDate(services.clock.now()))).map((unit) => ({ id: unit.id, label: unitLabel(unit) })) : [];
      return ok({ asked, found, like: undefined, sources, units });
    },
    title: (data: SearchData, ui) => (data.asked.q ? `${data.asked.q} · ${messages.in(ui.lang)('search.title')}` : messages.in(ui.lang)(data.like ? 'search.likeTitle' : 'search.title')),
    view: (data: SearchData, ui) => <Search data={data} ui={ui} />,
  });
}

function Search({ data, ui }: { data: SearchData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { asked, found, like } = data;
  if (like) return <Like hits={like} data={data} ui={ui} />;
  const q = asked.q.trim();
  const { errors } = daysOf(asked);
  if (!q) {
    return (
      <>
        <PageHead title={t('search.title')} />
        <EmptyState title={t('search.start')}>{t('search.start.text')}</EmptyState>
      </>
    );
  }
  const count = found && found.hits.length > 0 ? t(found.capped ? 'search.foundMany' : 'search.found', { n: found.total }) : undefined;
  return (
    <>
      <PageHead title={t('search.for', { q: q.slice(0, 80) })} sub={count} />
      <Types data={data} ui={ui} />
      <Filters asked={asked} sources={data.sources} units={data.units} errors={errors} ui={ui} />
      {found ? <Told found={found} asked={asked} ui={ui} /> : null}
      {found && found.hits.length === 0 ? <None found={found} asked={asked} ui={ui} /> : null}
      {found ? <Hits hits={found.hits} sources={data.sources} ui={ui} /> : null}
      {found && found.hits.length > 0 ? (
        <Pager
          range={found.capped ? t('search.narrow') : undefined}
          {...(asked.after ? { previous: { href: addressOf(asked), label: t('search.first') } } : {})}
          {...(found.next ? { next: { href: addressOf(asked, { after: found.next }) } } : {})}
          extra={[{ label: t('search.csv'), href: addressOf(asked, {}, '/search/hits.csv'), download: true }]}
        />
      ) : null}
    </>
  );
}

/** Kinds of records with their counts; without counts where only one kind was looked through. */
function Types({ data, ui }: { data: SearchData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { asked, found } = data;
  const all = !asked.type;
  const shown = data.sources.filter((source) => !all || !found || source.type === asked.type || found.types.has(source.type));
  const items = [
    { label: t('search.all'), href: addressOf(asked, { type: undefined }), current: all, ...(all && found && !found.capped && found.total > 0 ? { count: found.total } : {}) },
    ...shown.map((source) => ({
      label: ui.text(source.label),
      href: addressOf(asked, { type: source.type }),
      current: source.type === asked.type,
      ...(found && !found.capped && found.types.has(source.type) ? { count: found.types.get(source.type) as number } : {}),
    })),
  ];
  return <QuickFilters items={items} />;
}

/** How the text was read where that is not as typed, with the way back. */
function Told({ found, asked, ui }: { found: SearchPage; asked: Asked; ui: Ui }): VNode | null {
  const t = messages.in(ui.lang);
  if (asked.exact) return <p class="quiet">{t('search.asTyped')} <a href={addressOf(asked, { exact: undefined })}>{t('search.notAsTyped')}</a></p>;
  if (found.hits.length === 0) return null;
  const back = <a href={addressOf(asked, { exact: '1' })}>{t('search.exactly', { q: asked.q.trim().slice(0, 80) })}</a>;
  if (found.mode === 'keyboard') return <Notice><p>{t('search.keyboard', { text: found.readAs ?? '' })} {back}</p></Notice>;
  if (found.mode === 'wider') return <Notice><p>{t('search.wider')}</p></Notice>;
  if (found.mode === 'spelling') return <Notice><p>{t('search.spelling')} {back}</p></Notice>;
  const widened = found.hits.some((hit) => hit.why.length > 1);
  return widened ? <p class="quiet small">{back}</p> : null;
}

function None({ found, asked, ui }: { found: SearchPage; asked: Asked; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const q = asked.q.trim().slice(0, 80);
  const filtered = [asked.type, asked.from, asked.to, asked.year, asked.unit, asked.mine, asked.unread].some(Boolean);
  return (
    <EmptyState
      title={found.tooShort ? t('search.short') : t('search.none', { q })}
      action={
        <>
          {found.suggestions.length > 0 ? (
            <div>
              <p>{t('search.near')}</p>
              <ul class="plain-list search-near">{found.suggestions.map((name) => <li><a href={addressOf(asked, { q: name, exact: undefined })}>{name}</a></li>)}</ul>
            </div>
          ) : null}
          {filtered ? <p><a href={addressOf({ q: asked.q })}>{t('search.withoutFilters')}</a></p> : null}
        </>
      }
    >
      {t('search.none.text')}
    </EmptyState>
  );
}

function Like({ hits, data, ui }: { hits: readonly SearchHit[]; data: SearchData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  return (
    <>
      <PageHead title={t('search.likeTitle')} sub={t('search.likeSub')} />
      {hits.length === 0 ? <EmptyState title={t('search.likeNone')}>{t('search.likeNone.text')}</EmptyState> : null}
      <Hits hits={hits} sources={data.sources} ui={ui} reasons={false} />
    </>
  );
}
