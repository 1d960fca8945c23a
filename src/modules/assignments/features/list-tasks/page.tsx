import type { VNode } from 'preact';
import { z } from 'zod';
import { csvOf } from '../../../../platform/csv.ts';
import { defineDownload, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import type { OfficeCalendar } from '../../../../thai/index.ts';
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
import { officeCalendar, partyNames, type PartyName } from '../../../organisation/index.ts';
import { DueMark } from '../../due-mark.tsx';
import { messages } from '../../messages.ts';
import { stateMarks } from '../../shown.tsx';
import { countTasks, readTasks, type TaskList, type TaskRow } from '../../store/read-tasks.ts';
import { dueWords, partyList, taskReference } from '../../task-words.ts';

const pageSize = 50;
const query = z.object({
  list: z.enum(['mine', 'helping', 'followed']).default('mine').catch('mine'),
  state: z.enum(['open', 'reported', 'closed', 'cancelled', 'overdue']).optional().catch(undefined),
  q: z.string().trim().max(100).optional(),
  after: z.string().max(40).optional(),
});
type Query = z.infer<typeof query>;

interface TasksData {
  readonly rows: readonly TaskRow[];
  readonly next: string | undefined;
  readonly counts: Readonly<Record<'mine' | 'helping' | 'followed' | 'overdue', number>>;
  readonly names: ReadonlyMap<number, PartyName>;
  readonly calendar: OfficeCalendar;
  readonly query: Query;
}

export const tasksPage = definePage({
  path: '/tasks',
  permission: { signedIn: 'everyone sees the tasks that they answer for, support or follow up' },
  query,
  async load(tx, { query: asked, services }) {
    const today = services.clock.today();
    const { rows, next } = await readTasks(tx, { list: asked.list, state: asked.state, words: asked.q, after: asked.after }, today, pageSize);
    const names = await partyNames(tx, rows.flatMap((row) => row.ownerPartyIds), today);
    return ok({ rows, next, names, counts: await countTasks(tx, today), calendar: await officeCalendar(tx), query: asked });
  },
  title: (_data, ui) => messages.in(ui.lang)('tasks.title'),
  view: (data: TasksData, ui) => <Tasks data={data} ui={ui} />,
});

export const tasksExport = defineDownload({
  path: '/tasks.csv',
  permission: { signedIn: 'the list of the page, as a file' },
  query,
  async load(tx, { query: asked, services, actor }) {
    const ui = { lang: actor.language ?? 'th' };
    const t = messages.in(ui.lang);
    const today = services.clock.today();
    const { rows } = await readTasks(tx, { list: asked.list, state: asked.state, words: asked.q }, today, 10_000);
    const names = await partyNames(tx, rows.flatMap((row) => row.ownerPartyIds), today);
    const head = [t('tasks.no'), t('tasks.task'), t('tasks.owners'), t('tasks.due'), t('tasks.state'), t('tasks.source')];
    const lines = rows.map((row) => [row.id, row.title, partyList(row.ownerPartyIds, names), dueWords(row, ui), t(`state.${row.state}`), row.sourceReference]);
    return ok({ body: csvOf([head, ...lines]), contentType: 'text/csv; charset=utf-8', fileName: 'tasks.csv', disposition: 'attachment' as const });
  },
});

function Tasks({ data, ui }: { data: TasksData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { query: asked, counts } = data;
  const address = (change: Partial<Query>) => {
    const all = { ...asked, ...change };
    return `/tasks?${new URLSearchParams(Object.entries(all).filter(([, value]) => value !== undefined && value !== '') as [string, string][]).toString()}`;
  };
  const tab = (list: Exclude<TaskList, 'all'>) => ({ label: t(`tasks.${list}`), href: `/tasks?list=${list}`, count: counts[list], current: asked.list === list });
  const stateOptions = (['overdue', 'open', 'reported', 'closed', 'cancelled'] as const).map((state) => ({ value: state, label: state === 'overdue' ? t('tasks.overdue') : t(`state.${state}`) }));
  return (
    <>
      <PageHead
        title={t('tasks.title')}
        sub={counts.overdue > 0 ? <a href={address({ state: 'overdue', after: undefined })}>{`${t('tasks.overdue')} ${counts.overdue}`}</a> : undefined}
        actions={ui.can('assignments.create') ? <ButtonLink href="/tasks/new">{t('create.title')}</ButtonLink> : undefined}
      />
      <Tabs items={[tab('mine'), tab('helping'), tab('followed')]} />
      <FilterBar action="/tasks" hidden={{ list: asked.list }} {...(asked.q || asked.state ? { clearHref: `/tasks?list=${asked.list}` } : {})}>
        <TextField name="q" label={t('tasks.filter.words')} value={asked.q} size="m" optional />
        <Select name="state" label={t('tasks.filter.state')} value={asked.state} empty={t('tasks.filter.any')} options={stateOptions} submitOnChange optional />
      </FilterBar>
      <Table
        caption={t('tasks.title')}
        captionHidden
        rows={data.rows}
        rowKey={(row) => String(row.id)}
        isVoid={(row) => row.state === 'cancelled'}
        empty={<EmptyState title={t('tasks.empty')}>{t('tasks.empty.text')}</EmptyState>}
        columns={[
          { key: 'no', head: t('tasks.no'), kind: 'nowrap', cell: (row) => taskReference(row.id, ui) },
          { key: 'task', head: t('tasks.task'), kind: 'main', cell: (row) => <a href={`/tasks/${row.id}`}>{row.title}</a> },
          { key: 'owners', head: t('tasks.owners'), cell: (row) => partyList(row.ownerPartyIds, data.names) || t('owner.none') },
          { key: 'source', head: t('tasks.source'), cell: (row) => (row.sourceHref ? <a href={row.sourceHref}>{row.sourceReference}</a> : row.sourceReference) },
          { key: 'state', head: t('tasks.state'), kind: 'nowrap', cell: (row) => <StateMark kind={stateMarks[row.state]}>{t(`state.${row.state}`)}</StateMark> },
          { key: 'due', head: t('tasks.due'), kind: 'num', cell: (row) => <DueMark task={row} calendar={data.calendar} ui={ui} /> },
        ]}
      />
      <Pager {...(data.next ? { next: { href: address({ after: data.next }) } } : {})} extra={[{ label: t('tasks.export'), href: address({ after: undefined }).replace('/tasks?', '/tasks.csv?'), download: true }]} />
    </>
  );
}
