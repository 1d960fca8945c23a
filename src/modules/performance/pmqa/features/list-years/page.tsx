// The years: results as they are known, and the applications.
import type { VNode } from 'preact';
import { text, textarea, thaiDate, integer } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { ok } from '../../../../../platform/result.ts';
import { dayWords } from '../../../../../platform/when.ts';
import { localDate } from '../../../../../thai/index.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { edition2563 } from '../../../domain/pmqa/edition-2563.ts';
import { roundedText } from '../../../domain/numbers.ts';
import { governmentLevel } from '../../../domain/pmqa/score.ts';
import { messages as shared } from '../../messages.ts';
import { AssessmentMark, totalText, yearHref } from '../../shown.tsx';
import { listAssessments, type AssessmentRecord } from '../../store/assessments.ts';
import { outcomes, type Outcome } from '../../store/outcomes.ts';
import { messages } from './messages.ts';

export interface YearLine {
  readonly year: number;
  readonly outcome: Outcome | undefined;
  readonly record: AssessmentRecord | undefined;
}

export const yearsPage = definePage({
  path: '/performance/pmqa',
  permission: 'performance.read',
  async load(tx) {
    const known = new Map((await outcomes(tx)).map((one) => [one.year, one]));
    const records = new Map((await listAssessments(tx)).map((one) => [one.year, one]));
    const years = [...new Set([...known.keys(), ...records.keys()])].toSorted((a, b) => b - a);
    return ok({ lines: years.map((year): YearLine => ({ year, outcome: known.get(year), record: records.get(year) })) });
  },
  title: (_data, ui) => ui.text(shared.words('module')),
  view: ({ lines }: { readonly lines: readonly YearLine[] }, ui: Ui): VNode => {
    const t = messages.in(ui.lang);
    const s = shared.in(ui.lang);
    const keeps = ui.can('performance.keep');
    return (
      <div class="stack-l">
        <PageHead title={t('title')} sub={t('sub')} actions={keeps ? <><ButtonLink kind="main" href="/performance/pmqa/new">{t('apply')}</ButtonLink><ButtonLink href="/performance/pmqa/outcomes/new">{t('record')}</ButtonLink></> : undefined} />
        <Table caption={t('title')} captionHidden rows={lines} rowKey={({ year }) => String(year)} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
          columns={[
            { key: 'year', head: t('year'), kind: 'main', cell: ({ year, record }) => (record ? <a href={yearHref(year)}>{year}</a> : year) },
            { key: 'total', head: t('total'), kind: 'num', cell: ({ outcome }) => (outcome ? <strong>{totalText(outcome.total)}</strong> : s('missing')) },
            { key: 'group', head: t('group'), kind: 'nowrap', cell: ({ outcome }) => outcome?.groupName || '–' },
            { key: 'level', head: t('level'), kind: 'num', cell: ({ outcome }) => (outcome ? roundedText(governmentLevel(edition2563, outcome.total), { places: 1, mode: 'half-away' }) : '–') },
            { key: 'source', head: t('source'), kind: 'wide', cell: ({ outcome }) => (outcome ? `${t(`kind.${outcome.kind}`)}: ${outcome.source} (${dayWords(ui.lang, localDate(outcome.dated))})` : '') },
            { key: 'state', head: t('state'), cell: ({ record }) => (record ? <AssessmentMark ui={ui} state={record.state} /> : '–') },
          ]} />
        <Pager print extra={[{ label: t('editions'), href: '/performance/pmqa/editions' }]} />
      </div>
    );
  },
});

export const outcomeForm = defineForm({
  year: integer({ label: messages.words('fieldYear'), min: 2540, max: 2700 }),
  total: text({ label: messages.words('fieldTotal'), max: 40 }),
  group: text({ label: messages.words('fieldGroup'), hint: messages.words('fieldGroupHint'), max: 100, optional: true }),
  source: textarea({ label: messages.words('fieldSource'), hint: messages.words('fieldSourceHint'), max: 1000 }),
  dated: thaiDate({ label: messages.words('fieldDated') }),
});

export const newOutcomePage = definePage({
  path: '/performance/pmqa/outcomes/new',
  permission: 'performance.keep',
  load: async () => ok({}),
  title: (_data, ui) => ui.text(messages.words('recordTitle')),
  view: (_data, ui) => {
    const t = messages.in(ui.lang);
    const s = shared.in(ui.lang);
    const form = { ui, action: '/performance/pmqa/outcomes/new', form: outcomeForm };
    return (
      <div class="stack-l">
        <PageHead title={t('recordTitle')} sub={t('recordSub')} crumbs={[{ label: s('module'), href: '/performance/pmqa' }, { label: t('recordTitle') }]} />
        <ActionForm {...form} class="form">
          <FormField {...form} name="year" size="xs" />
          <FormField {...form} name="total" size="s" />
          <FormField {...form} name="group" size="m" />
          <FormField {...form} name="source" rows={2} />
          <FormField {...form} name="dated" />
          <ButtonRow><Button kind="main">{s('save')}</Button><ButtonLink kind="quiet" href="/performance/pmqa">{s('cancel')}</ButtonLink></ButtonRow>
        </ActionForm>
      </div>
    );
  },
});
