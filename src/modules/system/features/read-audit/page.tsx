import type { VNode } from 'preact';
import { z } from 'zod';
import { dateProblem } from '../../../../platform/forms/date-words.ts';
import { defineDownload, definePage } from '../../../../platform/http/define.ts';
import type { AnyPage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { cutPage } from '../../../../platform/list-page.ts';
import type { KromModule } from '../../../../platform/module.ts';
import { ok } from '../../../../platform/result.ts';
import { momentWords } from '../../../../platform/when.ts';
import type { Words } from '../../../../platform/words.ts';
import { parseThaiDate } from '../../../../thai/index.ts';
import { DateField } from '../../../../ui/components/date-field.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Select } from '../../../../ui/components/select.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { TextField } from '../../../../ui/components/text-field.tsx';
import { messages } from '../../messages.ts';
import { readAudit, type AuditLine, type AuditQuery } from '../../store/audit.ts';
import { csvOf } from '../../../../platform/csv.ts';

const pageSize = 50;
const query = z.object({
  actor: z.string().trim().max(100).optional(),
  action: z.string().trim().max(100).optional(),
  from: z.string().trim().max(40).optional(),
  to: z.string().trim().max(40).optional(),
  before: z.coerce.number().int().positive().optional(),
});
type Query = z.infer<typeof query>;

export interface AuditData {
  readonly modules: readonly KromModule[];
  readonly lines: readonly AuditLine[];
  readonly more: boolean;
  readonly query: Query;
  readonly badDates: Readonly<Partial<Record<'from' | 'to', Words>>>;
}

function asked(given: Query): { ask: AuditQuery; bad: Partial<Record<'from' | 'to', Words>> } {
  const bad: Partial<Record<'from' | 'to', Words>> = {};
  const dateOf = (name: 'from' | 'to') => {
    if (!given[name]) return undefined;
    const parsed = parseThaiDate(given[name]);
    if (parsed.ok) return parsed.value;
    bad[name] = dateProblem(parsed);
    return undefined;
  };
  return { ask: { actor: given.actor, action: given.action, from: dateOf('from'), to: dateOf('to'), before: given.before }, bad };
}

/** The trail, newest first. Acts are told in the words of the modules that they belong to. */
export function auditPage(modules: () => readonly KromModule[]): AnyPage {
  return definePage({
    path: '/system/audit',
    permission: 'system.read-audit',
    query,
    async load(tx, { query: given }) {
      const { ask, bad } = asked(given);
      const { rows, more } = cutPage(await readAudit(tx, ask, pageSize + 1), pageSize);
      return ok({ modules: modules(), lines: rows, more, query: given, badDates: bad });
    },
    title: (_data, ui) => messages.in(ui.lang)('audit.title'),
    view: (data: AuditData, ui) => <Audit data={data} ui={ui} />,
  });
}

export const auditExport = defineDownload({
  path: '/system/audit.csv',
  permission: 'system.read-audit',
  query,
  async load(tx, { query: given }) {
    const lines = await readAudit(tx, asked(given).ask, 10_000);
    const head = ['id', 'at', 'actor_id', 'actor', 'action', 'subject', 'authority', 'detail', 'sealed'];
    const rows = lines.map((line) => [line.id, line.at.toISOString(), line.actorId, line.actorName, line.action, `${line.subjectType} ${line.subjectId ?? ''}`, JSON.stringify(line.authority), JSON.stringify(line.detail), line.sealed]);
    return ok({ body: csvOf([head, ...rows]), contentType: 'text/csv; charset=utf-8', fileName: 'audit.csv', disposition: 'attachment' as const });
  },
});

function Audit({ data, ui }: { data: AuditData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const params = new URLSearchParams(Object.entries(data.query).filter(([name, value]) => value && name !== 'before') as [string, string][]);
  const last = data.lines.at(-1);
  const said = (words: Words | undefined) => (words ? { error: ui.text(words) } : {});
  const field = (name: 'actor' | 'action' | 'from' | 'to') => ({
    name,
    label: t(`audit.filter.${name}`),
    value: data.query[name],
    optional: true,
    size: 'm' as const,
    ...said(data.badDates[name as 'from']),
  });
  const told = data.modules.filter((module) => module.acts).map((module) => ({ group: ui.text(module.title), options: Object.entries(module.acts ?? {}).map(([value, words]) => ({ value, label: ui.text(words) })) }));
  // An act asked for by a part of its code is kept, though the list does not hold it.
  const unlisted = data.query.action && !told.some(({ options }) => options.some(({ value }) => value === data.query.action)) ? [{ value: data.query.action, label: data.query.action }] : [];
  const choices = [...unlisted, ...told];
  const words = new Map(data.modules.flatMap((module) => Object.entries(module.acts ?? {})));
  const act = (line: AuditLine) => {
    const known = words.get(line.action);
    return <>{known ? ui.text(known) : line.action}<div class="quiet small regular">{`${line.subjectType}${line.subjectId ? ` ${line.subjectId}` : ''}`}</div></>;
  };
  // The house itself acts under the name of its job; somebody not signed in has no name yet.
  const who = (line: AuditLine) => (line.actorId > 0 ? line.actorName : line.actorName === 'public' ? t('audit.nobody') : <>{t('audit.house')}<div class="quiet small">{line.actorName}</div></>);
  return (
    <>
      <PageHead title={t('audit.title')} sub={t('audit.sub')} />
      <FilterBar action="/system/audit" {...(params.size > 0 ? { clearHref: '/system/audit' } : {})}>
        <TextField {...field('actor')} />
        <Select {...field('action')} empty={t('audit.everyAct')} options={choices} />
        <DateField {...field('from')} />
        <DateField {...field('to')} />
      </FilterBar>
      <Table
        caption={t('audit.caption')}
        captionHidden
        rows={data.lines}
        rowKey={(line) => String(line.id)}
        empty={<EmptyState title={t('audit.empty')} />}
        columns={[
          { key: 'at', head: t('audit.when'), kind: 'nowrap', cell: (line) => momentWords(ui.lang, line.at) },
          { key: 'what', head: t('audit.what'), kind: 'main', cell: act },
          { key: 'who', head: t('audit.who'), kind: 'wide', cell: who },
          { key: 'authority', head: t('audit.authority'), cell: (line) => (line.actorId === 0 ? null : line.authority.words ? `${t(`authority.${line.authority.kind}`)}: ${line.authority.words}` : t(`authority.${line.authority.kind}`)) },
          { key: 'detail', head: t('audit.detail'), kind: 'wide', cell: (line) => <Detail detail={line.detail} label={t('audit.open')} /> },
          { key: 'sealed', head: t('audit.sealed'), kind: 'nowrap', cell: (line) => t(line.sealed ? 'audit.sealed.yes' : 'audit.sealed.no') },
        ]}
      />
      <Pager
        print
        {...(data.more && last ? { next: { href: `/system/audit?${new URLSearchParams([...params, ['before', String(last.id)]]).toString()}` } } : {})}
        extra={[{ label: t('audit.export'), href: `/system/audit.csv?${params.toString()}`, download: true }]}
      />
    </>
  );
}

function Detail({ detail, label }: { detail: Readonly<Record<string, unknown>>; label: string }): VNode | null {
  const facts = Object.entries(detail);
  if (facts.length === 0) return null;
  return (
    <details>
      <summary>{label}</summary>
      <dl class="dl small">
        {facts.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
          </>
        ))}
      </dl>
    </details>
  );
}
