import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionButton, ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { defineDownload, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { listRenewals, type Renewal } from '../../../../platform/search/renew.ts';
import { findTerm, listTerms, type SearchTerm } from '../../../../platform/search/terms.ts';
import { bangkokDate, formatDate, formatEnglishDate } from '../../../../thai/index.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { Progress } from '../../../../ui/components/progress.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { QuickFilters } from '../../../../ui/components/tabs.tsx';
import { TextField } from '../../../../ui/components/text-field.tsx';
import { termsCsv } from './csv.ts';
import { fileForm, importForm, sameForm, wordForm } from './forms.ts';
import { messages } from './messages.ts';

export const wordsAddress = '/system/search-words';
export const wordsPermission = 'system.keep-search-words';
const pageSize = 50;
const runsShown = 3;

const query = z.object({ kind: z.enum(['word', 'same']).optional().catch(undefined), q: z.string().trim().max(80).optional(), after: z.coerce.number().int().positive().optional().catch(undefined) });
type Query = z.infer<typeof query>;

interface WordsData {
  readonly terms: readonly SearchTerm[];
  readonly more: boolean;
  readonly runs: readonly Renewal[];
  readonly query: Query;
}

/** Names and spellings that mean the same, words that are never cut, and how far the search is renewed after them. */
export const wordsPage = definePage({
  path: wordsAddress,
  permission: wordsPermission,
  query,
  async load(tx, { query: asked }) {
    const terms = await listTerms(tx, { ...asked, limit: pageSize + 1 });
    return ok({ terms: terms.slice(0, pageSize), more: terms.length > pageSize, runs: await listRenewals(tx, runsShown), query: asked });
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: (data: WordsData, ui) => <Words data={data} ui={ui} />,
});

export const editWordsPage = definePage({
  path: `${wordsAddress}/:id`,
  permission: wordsPermission,
  params: z.object({ id: z.coerce.number().int().positive() }),
  async load(tx, { params }) {
    const term = await findTerm(tx, params.id);
    return term ? ok({ term }) : notFound();
  },
  title: (_data, ui) => messages.in(ui.lang)('edit.title'),
  view: ({ term }: { term: SearchTerm }, ui) => <EditWords term={term} ui={ui} />,
});

export const wordsExport = defineDownload({
  path: `${wordsAddress}/list.csv`,
  permission: wordsPermission,
  load: async (tx) => ok({ body: termsCsv(await listTerms(tx, { limit: 100_000 })), contentType: 'text/csv; charset=utf-8', fileName: 'คำสำหรับค้นหา.csv', disposition: 'attachment' as const }),
});

function Words({ data, ui }: { data: WordsData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { query: asked, terms, runs } = data;
  const address = (more: Partial<Record<keyof Query, string | undefined>>) => {
    const pairs = Object.entries({ ...asked, after: undefined, ...more }).filter(([, value]) => value !== undefined && value !== '').map(([name, value]): [string, string] => [name, String(value)]);
    return pairs.length > 0 ? `${wordsAddress}?${new URLSearchParams(pairs).toString()}` : wordsAddress;
  };
  const last = terms.at(-1);
  return (
    <div class="stack-l">
      <PageHead title={t('title')} sub={t('sub')} />
      <Runs runs={runs} ui={ui} />
      <div class="stack-s">
        <QuickFilters items={[undefined, 'same' as const, 'word' as const].map((kind) => ({ label: t(`kind.${kind ?? 'all'}`), href: address({ kind }), current: asked.kind === kind }))} />
        <FilterBar action={wordsAddress} hidden={asked.kind ? { kind: asked.kind } : {}} submitLabel={t('submit')} {...(asked.q ? { clearHref: address({ q: undefined }) } : {})}>
          <TextField name="q" label={t('find')} value={asked.q ?? ''} optional size="m" type="search" />
        </FilterBar>
      </div>
      <Table
        caption={t('title')} captionHidden rows={terms} rowKey={(term) => String(term.id)}
        empty={<EmptyState title={t('empty')}>{t('empty.text')}</EmptyState>}
        columns={[
          { key: 'words', head: t('words'), kind: 'main', cell: (term) => <a href={`${wordsAddress}/${term.id}`}>{term.words.join(' · ')}</a> },
          { key: 'kind', head: t('kind'), kind: 'nowrap', cell: (term) => t(`kind.${term.kind}`) },
          { key: 'note', head: t('note'), cell: (term) => term.note },
          { key: 'changed', head: t('changed'), kind: 'nowrap', cell: (term) => (term.changedByName ? `${dayOf(term.changedAt, ui)} ${term.changedByName}` : t('house')) },
        ]}
      />
      <Pager {...(data.more && last ? { next: { href: address({ after: String(last.id) }) } } : {})} extra={[{ label: t('export'), href: `${wordsAddress}/list.csv`, download: true }]} />
      <Section title={t('add.same')}>
        <p class="quiet">{t('add.same.text')}</p>
        <AddForm ui={ui} action={`${wordsAddress}/same`} form={sameForm} scope="same" />
      </Section>
      <Section title={t('add.word')}>
        <p class="quiet">{t('add.word.text')}</p>
        <AddForm ui={ui} action={`${wordsAddress}/word`} form={wordForm} scope="word" />
      </Section>
      <Section title={t('import')} id="import">
        <p class="quiet">{t('file.text')}</p>
        <ActionForm ui={ui} action={`${wordsAddress}/file`} form={fileForm} scope="file">
          <FormField ui={ui} action={`${wordsAddress}/file`} form={fileForm} name="file" />
          <Button busyLabel={t('file.checking')}>{t('file.check')}</Button>
        </ActionForm>
        <details open={ui.form.action === `${wordsAddress}/import`}>
          <summary>{t('file.paste')}</summary>
          <p class="quiet">{t('import.text')}</p>
          <ActionForm ui={ui} action={`${wordsAddress}/import`} form={importForm} scope="import">
            <FormField ui={ui} action={`${wordsAddress}/import`} form={importForm} name="rows" rows={6} />
            <Button>{t('import')}</Button>
          </ActionForm>
        </details>
      </Section>
    </div>
  );
}

function AddForm({ ui, action, form, scope }: { ui: Ui; action: string; form: typeof sameForm | typeof wordForm; scope: string }): VNode {
  return (
    <ActionForm ui={ui} action={action} form={form} scope={scope}>
      <FormField ui={ui} action={action} form={form} name="words" rows={3} />
      <FormField ui={ui} action={action} form={form} name="note" />
      <Button>{messages.in(ui.lang)('add')}</Button>
    </ActionForm>
  );
}

/** How far the documents are cut anew; the page is simply read again. */
function Runs({ runs, ui }: { runs: readonly Renewal[]; ui: Ui }): VNode | null {
  const t = messages.in(ui.lang);
  if (runs.length === 0) return null;
  const open = runs.some((run) => run.finishedAt === null);
  return (
    <Section title={t('progress')} aside={open ? <a href={wordsAddress}>{t('progress.again')}</a> : undefined}>
      {runs.map((run) => {
        const label = run.words ? t('progress.words', { words: run.words.map((word) => `“${word}”`).join(' ') }) : t('progress.all');
        if (run.finishedAt) return <Progress label={label} value={1} max={1} words={t('progress.done', { n: run.done })} />;
        return run.total > 0 ? <Progress label={label} value={run.done} max={run.total} /> : <Progress label={label} words={t('progress.waiting')} />;
      })}
    </Section>
  );
}

function EditWords({ term, ui }: { term: SearchTerm; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const action = `${wordsAddress}/${term.id}`;
  return (
    <div class="stack-l">
      <PageHead title={t('edit.title')} sub={t(term.kind === 'same' ? 'add.same.text' : 'add.word.text')} crumbs={[{ label: t('title'), href: `${wordsAddress}?kind=${term.kind}` }, { label: term.words[0] ?? '' }]} />
      <ActionForm ui={ui} action={action} form={sameForm}>
        <FormField ui={ui} action={action} form={sameForm} name="words" value={term.words.join('\n')} rows={6} />
        <FormField ui={ui} action={action} form={sameForm} name="note" value={term.note} />
        <Button kind="main">{t('save')}</Button>
      </ActionForm>
      <div><ActionButton ui={ui} action={`${action}/remove`} kind="danger">{t('remove')}</ActionButton></div>
    </div>
  );
}

const dayOf = (at: Date, ui: Ui) => (ui.lang === 'th' ? formatDate(bangkokDate(at), { style: 'short' }) : formatEnglishDate(bangkokDate(at), 'short'));
