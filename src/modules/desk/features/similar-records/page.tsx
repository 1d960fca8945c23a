import type { VNode } from 'preact';
import { z } from 'zod';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { related, type SearchHit } from '../../../../platform/search/search.ts';
import type { SearchSource } from '../../../../platform/search/search-source.ts';
import { likeOf, SimilarFrame, similarHref } from '../../../../platform/search/similar.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { messages } from '../../messages.ts';
import { Hits } from '../search-records/hits.tsx';

/** A handful beside a record; all of them stand on the search page. */
const shown = 5;

interface SimilarData {
  readonly hits: readonly SearchHit[];
  /** Where all of them stand, when there are more. */
  readonly all: string | undefined;
  readonly sources: readonly SearchSource[];
}

/** What a record page fetches into its part "similar records". */
export function similarPage(sources: readonly SearchSource[]) {
  return definePage({
    path: '/search/similar',
    permission: { signedIn: 'finds only what the person may see, for a record that the person may see' },
    layout: 'plain',
    query: z.object({ like: z.string().max(80).optional() }),
    async load(tx, { query }) {
      const of = likeOf(query.like);
      const hits = of ? await related(tx, sources, of, shown + 1) : [];
      return ok({ all: of && hits.length > shown ? similarHref(of.type, of.id) : undefined, hits: hits.slice(0, shown), sources });
    },
    title: (_data: SimilarData, ui) => messages.in(ui.lang)('search.likeTitle'),
    view: (data: SimilarData, ui) => <Similar data={data} ui={ui} />,
  });
}

function Similar({ data: { hits, all, sources }, ui }: { data: SimilarData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  return (
    <>
      {/* Only the frame is taken into a record's page; whoever opens this one alone needs a heading. */}
      <h1 class="vh">{t('search.likeTitle')}</h1>
      <SimilarFrame>
        {hits.length === 0 ? null : (
          <Section title={t('search.likeTitle')} aside={all ? <a href={all} data-turbo-prefetch="false">{t('search.likeAll')}</a> : undefined}>
            <Hits hits={hits} sources={sources} ui={ui} brief />
          </Section>
        )}
      </SimilarFrame>
    </>
  );
}
