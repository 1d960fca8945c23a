import { z } from 'zod';
import { defineDownload, definePage } from '../../../../platform/http/define.ts';
import type { KromModule } from '../../../../platform/module.ts';
import type { PersonalDataSource } from '../../../../platform/personal-data.ts';
import { ok } from '../../../../platform/result.ts';
import { momentWords } from '../../../../platform/when.ts';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { messages } from '../../messages.ts';
import { changesOfMe, looksAtMe } from '../../store/looks.ts';

const permission = { signedIn: 'everybody sees what is kept about themself' };
const pageSize = 50;
/** Records of one kind in a copy. */
const most = 5_000;

const whatWords = (type: string) => (type === 'organisation.people-list' ? 'me.organisation.people-list' : 'me.organisation.person');

/** "Who looked at my data", who changed it, and what is kept (Personal Data Protection Act B.E. 2562, sections 30 and 36). */
export function whoLookedPage(modules: () => readonly KromModule[], sources: () => readonly PersonalDataSource[]) {
  const actWords = (action: string) => modules().map((module) => module.acts?.[action]).find((words) => words !== undefined);
  return definePage({
    path: '/account/privacy',
    permission,
    query: z.object({ before: z.coerce.number().int().positive().optional().catch(undefined) }),
    async load(tx, { query }) {
      const looks = await looksAtMe(tx, { before: query.before, limit: pageSize + 1 });
      const held: { readonly source: PersonalDataSource; readonly count: number }[] = [];
      for (const source of sources()) held.push({ source, count: (await source.read(tx, most)).length });
      return ok({ looks: looks.slice(0, pageSize), more: looks.length > pageSize, before: query.before, changes: await changesOfMe(tx, pageSize), held });
    },
    title: (_data, ui) => ui.text(messages.words('me.title')),
    view({ looks, more, before, changes, held }, ui) {
      const t = messages.in(ui.lang);
      return (
        <div class="stack-l">
          <PageHead title={t('me.title')} sub={t('me.sub')} crumbs={[{ label: ui.text({ th: 'บัญชีของฉัน', en: 'My account' }), href: '/account' }, { label: t('me.title') }]} />
          <Section title={t('me.looks')} aside={t('me.looksNote')}>
            <Table
              caption={t('me.looks')} captionHidden rows={looks} rowKey={(row) => String(row.id)} empty={<EmptyState title={t('me.noLooks')} />}
              columns={[
                { key: 'when', head: t('me.when'), kind: 'nowrap', cell: (row) => momentWords(ui.lang, row.at) },
                { key: 'who', head: t('me.who'), kind: 'main', cell: (row) => row.actorName },
                { key: 'what', head: t('me.what'), cell: (row) => t(whatWords(row.type)) },
              ]}
            />
            {more || before ? <Pager {...(before ? { previous: { href: '/account/privacy' } } : {})} {...(more ? { next: { href: `/account/privacy?before=${looks.at(-1)?.id}` } } : {})} /> : null}
          </Section>
          <Section title={t('me.changes')}>
            <Table
              caption={t('me.changes')} captionHidden rows={changes} rowKey={(row) => String(row.id)} empty={<EmptyState title={t('me.noChanges')} />}
              columns={[
                { key: 'when', head: t('me.when'), kind: 'nowrap', cell: (row) => momentWords(ui.lang, row.at) },
                { key: 'who', head: t('me.who'), kind: 'main', cell: (row) => (row.actorName === 'public' ? t('me.nobody') : row.actorName) },
                { key: 'what', head: t('me.act'), cell: (row) => { const words = actWords(row.action); return words ? ui.text(words) : row.action; } },
              ]}
            />
          </Section>
          <Section title={t('me.held')} aside={<a href="/account/privacy/my-data.json" download>{t('me.download')}</a>}>
            <Table
              caption={t('me.held')} captionHidden cards={false} rows={held} rowKey={(row) => row.source.name}
              columns={[
                { key: 'kind', head: t('me.kind'), kind: 'main', cell: (row) => ui.text(row.source.title) },
                { key: 'count', head: t('me.count'), kind: 'num', cell: (row) => row.count },
              ]}
            />
            <p class="quiet">{t('me.most', { n: most.toLocaleString('en') })} · {t('me.rights')} <a href="/privacy">{t('notice.title')}</a></p>
          </Section>
        </div>
      );
    },
  });
}

/** A copy of everything kept about the person who asks. */
export function myDataDownload(sources: () => readonly PersonalDataSource[]) {
  return defineDownload({
    path: '/account/privacy/my-data.json',
    permission,
    async load(tx, { services, actor }) {
      const data: Record<string, unknown> = { person: actor.name, madeAt: services.clock.now().toISOString() };
      for (const source of sources()) data[source.name] = await source.read(tx, most);
      return ok({ body: JSON.stringify(data, undefined, 2), contentType: 'application/json; charset=utf-8', fileName: `my-data-${services.clock.today()}.json`, disposition: 'attachment' });
    },
  });
}
