// Frozen score sheets: the list, and one of them beside what is now.
import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { momentWords } from '../../../../../platform/when.ts';
import { Button, ButtonRow } from '../../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../../ui/components/definition-list.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { keepsCycle } from '../../../store/cycles.ts';
import { differencesOf, freezeSheet, type LineDifference } from '../../domain/snapshot.ts';
import { FrozenTable, frozenTotal } from '../../frozen-view.tsx';
import { readYear, shortUnit, yearParams, type ScoredYear } from '../../load.ts';
import { messages as shared } from '../../messages.ts';
import { ScoreTabs } from '../../shown.tsx';
import { snapshotById, snapshotsOf, type Snapshot, type SnapshotHead } from '../../store/snapshots.ts';
import { freezeForm, publishForm } from './forms.ts';
import { messages } from './messages.ts';

interface SnapshotsPage {
  readonly scored: ScoredYear;
  readonly snapshots: readonly SnapshotHead[];
  readonly keeps: boolean;
}

export const snapshotsPage = definePage({
  path: '/performance/:year/snapshots',
  permission: 'performance.read',
  params: yearParams,
  async load(tx, { params, services, actor }) {
    const scored = await readYear(tx, params.year, services);
    if (!scored) return notFound(shared.words('noYear'));
    const data: SnapshotsPage = { scored, snapshots: await snapshotsOf(tx, params.year), keeps: keepsCycle(actor, scored.sheet.cycle) };
    return ok(data);
  },
  title: ({ scored }, ui) => ui.text(messages.words('title', { year: scored.year })),
  view: SnapshotsView,
});

const stateWords = (one: SnapshotHead, ui: Ui): string => {
  const t = messages.in(ui.lang);
  return one.publishedAt ? t('published', { when: momentWords(ui.lang, one.publishedAt) }) : t('inside');
};

function SnapshotsView({ scored, snapshots, keeps }: SnapshotsPage, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { year, months } = scored;
  const form = { ui, action: `/performance/${year}/snapshots`, form: freezeForm };
  return (
    <div class="stack-l">
      <PageHead title={t('title', { year })} sub={t('sub')} crumbs={[{ label: s('module'), href: `/performance/${year}` }, { label: s('tabSnapshots') }]} />
      <ScoreTabs ui={ui} year={year} at="/snapshots" />
      <Table caption={t('title', { year })} captionHidden rows={snapshots} rowKey={({ id }) => String(id)} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
        columns={[
          { key: 'when', head: t('when'), kind: 'main', cell: (one) => <a href={`/performance/${year}/snapshots/${one.id}`}>{momentWords(ui.lang, one.at)}</a> },
          { key: 'month', head: t('month'), kind: 'nowrap', cell: (one) => t('monthOf', { month: one.month }) },
          { key: 'reason', head: t('reason'), kind: 'wide', cell: (one) => `${t(`kind.${one.kind}`)}: ${one.reason}` },
          { key: 'by', head: t('by'), cell: (one) => one.personName },
          { key: 'hash', head: t('hash'), cell: (one) => <code>{one.hash.slice(0, 12)}</code> },
          { key: 'state', head: t('state'), cell: (one) => stateWords(one, ui) },
        ]} />
      {keeps ? (
        <Section title={t('add')}>
          <p class="quiet measure">{t('addNote')}</p>
          <ActionForm {...form} class="form">
            <FormField {...form} name="month" as="select" value={String(months.at(-1) ?? 12)} options={months.map((one) => ({ value: String(one), label: t('monthOf', { month: one }) }))} />
            <FormField {...form} name="reason" />
            <ButtonRow><Button kind="main">{t('addButton')}</Button></ButtonRow>
          </ActionForm>
        </Section>
      ) : null}
      <Pager print />
    </div>
  );
}

export const snapshotParams = yearParams.extend({ snapshot: z.coerce.number().int().positive().max(2_147_483_647) });

interface SnapshotPage {
  readonly year: number;
  readonly snapshot: Snapshot;
  readonly differences: readonly LineDifference[];
  readonly keeps: boolean;
}

export const snapshotPage = definePage({
  path: '/performance/:year/snapshots/:snapshot',
  permission: 'performance.read',
  params: snapshotParams,
  async load(tx, { params, services, actor }) {
    const snapshot = await snapshotById(tx, params.year, params.snapshot);
    const scored = snapshot && await readYear(tx, params.year, services, snapshot.month);
    if (!snapshot || !scored) return notFound(messages.words('gone'));
    const names = new Map([...scored.units.keys()].map((id) => [id, shortUnit(scored.units, id)]));
    const now = freezeSheet(scored.sheet, snapshot.month, names);
    const data: SnapshotPage = { year: params.year, snapshot, differences: differencesOf(snapshot.content, now), keeps: keepsCycle(actor, scored.sheet.cycle) };
    return ok(data);
  },
  title: ({ snapshot }, ui) => ui.text({ th: messages.in('th')('one', { when: momentWords('th', snapshot.at) }), en: messages.in('en')('one', { when: momentWords('en', snapshot.at) }) }),
  view: SnapshotView,
});

function SnapshotView({ year, snapshot, differences, keeps }: SnapshotPage, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { content } = snapshot;
  const title = t('one', { when: momentWords(ui.lang, snapshot.at) });
  const form = { ui, action: `/performance/${year}/snapshots/${snapshot.id}/publish`, form: publishForm };
  const complete = content.total !== null && content.total.missing.length === 0;
  const shown = (one: LineDifference, text: string): string => (one.what === 'state' && text ? t(`state.${text as 'scored' | 'missing' | 'cancelled'}`) : text || '–');
  return (
    <div class="stack-l">
      <PageHead title={title} sub={s('year', { year })} crumbs={[{ label: s('module'), href: `/performance/${year}` }, { label: s('tabSnapshots'), href: `/performance/${year}/snapshots` }, { label: title }]} />
      {snapshot.whole ? null : <Notice kind="error">{t('wholeNo')}</Notice>}
      <DefinitionList items={[
        { term: t('total'), value: <strong>{frozenTotal(content)}{content.reached ? ` · ${ui.text(content.reached.name)}` : ''}</strong> },
        { term: t('month'), value: t('monthOf', { month: snapshot.month }) },
        { term: t('reason'), value: `${t(`kind.${snapshot.kind}`)}: ${snapshot.reason}` },
        { term: t('by'), value: snapshot.personName },
        { term: t('state'), value: snapshot.publishedAt ? <>{stateWords(snapshot, ui)} · <a href={`/performance/${year}/open-data`}>{t('openLink')}</a></> : stateWords(snapshot, ui) },
        { term: t('hash'), value: <><code class="break-all">{snapshot.hash}</code>{snapshot.whole ? <span class="quiet small"> {t('wholeYes')}</span> : null}</> },
      ]} />
      <Section title={t('difference')}>
        <Table caption={t('difference')} captionHidden rows={differences} rowKey={(one) => `${one.key}-${one.what}`} empty={<p class="quiet">{t('same')}</p>}
          group={{ key: ({ key }) => key, head: ({ key, name }) => `${key} ${name}` }}
          columns={[
            { key: 'what', head: t('what'), kind: 'main', cell: (one) => t(`what.${one.what}`) },
            { key: 'before', head: t('before'), cell: (one) => shown(one, one.before) },
            { key: 'after', head: t('after'), cell: (one) => <strong>{shown(one, one.after)}</strong> },
          ]} />
      </Section>
      <Section title={t('lines')}><FrozenTable ui={ui} content={content} /></Section>
      {keeps && !snapshot.publishedAt ? (
        <Section title={t('publish')}>
          {complete ? (
            <>
              <p class="measure">{t('publishNote')}</p>
              <ActionForm {...form} class="form">
                <FormField {...form} name="note" />
                <ButtonRow><Button kind="main">{t('publishButton')}</Button></ButtonRow>
              </ActionForm>
            </>
          ) : <p class="quiet measure">{t('publishMissing')}</p>}
        </Section>
      ) : null}
      <Pager print />
    </div>
  );
}
