// Requests for signatures: what waits for me, what my units asked for, what has ended.
import type { VNode } from 'preact';
import { z } from 'zod';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { cutPage } from '../../../../platform/list-page.ts';
import { ok } from '../../../../platform/result.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Select } from '../../../../ui/components/select.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Tabs } from '../../../../ui/components/tabs.tsx';
import { TextField } from '../../../../ui/components/text-field.tsx';
import { signingHref } from '../../requests/href.ts';
import { messages as shared } from '../../requests/messages.ts';
import { momentText, RequestStateMark } from '../../requests/shown.tsx';
import { requestLines, views } from '../../store/lists.ts';
import type { RequestLine, View } from '../../store/lists.ts';
import { messages } from './messages.ts';

const pageSize = 40;
const ends = ['complete', 'refused', 'withdrawn'] as const;
const query = z.object({
  view: z.enum(views).catch('waiting').default('waiting'),
  q: z.string().trim().max(200).optional().transform((text) => text || undefined).catch(undefined),
  state: z.enum(ends).optional().catch(undefined),
  before: z.coerce.number().int().positive().optional().catch(undefined),
});
type Query = z.infer<typeof query>;

export interface SigningListData {
  readonly rows: readonly RequestLine[];
  readonly more: boolean;
  readonly query: Query;
}

export const listSigningPage = definePage({
  path: '/signing',
  permission: 'signatures.sign',
  query,
  async load(tx, { query: asked }): Promise<{ ok: true; value: SigningListData }> {
    const found = await requestLines(tx, { view: asked.view, words: asked.q, state: asked.view === 'ended' ? asked.state : undefined, before: asked.before, limit: pageSize + 1 });
    return ok({ ...cutPage(found, pageSize), query: asked });
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: ListView,
});

const address = (asked: Partial<Query>): string => {
  const given = Object.entries(asked).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return `/signing?${new URLSearchParams(given).toString()}`;
};

function ListView({ rows, more, query: asked }: SigningListData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const { view } = asked;
  const filtered = asked.q !== undefined || asked.state !== undefined;
  const last = rows.at(-1);
  const here = { view, q: asked.q, state: asked.state };
  return (
    <div class="stack">
      <PageHead title={t('title')} sub={t('sub')} actions={ui.can('signatures.request') ? <ButtonLink href="/signing/new">{t('new')}</ButtonLink> : undefined} />
      <Tabs label={t('title')} items={views.map((one: View) => ({ label: t(`view.${one}`), href: address({ view: one }), current: one === view }))} />
      <FilterBar action="/signing" hidden={{ view }} clearHref={filtered ? address({ view }) : undefined}>
        <TextField name="q" label={t('words')} optional value={asked.q ?? ''} size="m" />
        {view === 'ended' ? <Select name="state" label={t('state')} optional empty={t('any')} value={asked.state ?? ''} options={ends.map((one) => ({ value: one, label: shared.in(ui.lang)(`state.${one}`) }))} /> : null}
      </FilterBar>
      <Table caption={t(`view.${view}`)} captionHidden rows={rows} rowKey={(row) => String(row.id)} isVoid={(row) => row.state === 'withdrawn'}
        empty={<EmptyState title={t(`empty.${view}`)}>{t(filtered ? 'emptyFound' : 'emptyText')}</EmptyState>}
        columns={[
          { key: 'subject', head: t('subject'), kind: 'main', cell: (row) => <><a href={signingHref(row.id)}>{row.title}</a>{row.reference ? <div class="quiet small">{row.reference}</div> : null}</> },
          { key: 'asked', head: t('asked'), cell: (row) => <>{row.requestedByName}<div class="quiet small">{momentText(ui, row.requestedAt)}</div></> },
          { key: 'turn', head: t('turn'), cell: (row) => (row.mine && view !== 'waiting' ? <><StateMark kind="wait">{t('mine')}</StateMark> {row.turn}</> : row.turn) },
          { key: 'state', head: t('status'), kind: 'nowrap', cell: (row) => <RequestStateMark ui={ui} state={row.state} done={row.done} all={row.parts} /> },
        ]} />
      <Pager print previous={asked.before ? { href: address(here), label: t('first') } : undefined} next={more && last ? { href: address({ ...here, before: last.id }), label: t('next') } : undefined} />
    </div>
  );
}
