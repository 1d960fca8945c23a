// Years on one scale: a table first, a picture beside it; one subject through the years as papers tell it.
import type { VNode } from 'preact';
import { can } from '../../../../../platform/access/actor.ts';
import { FoldedFields } from '../../../../../platform/forms/folded.tsx';
import { ActionButton, ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { ok } from '../../../../../platform/result.ts';
import { Button, ButtonRow } from '../../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { FieldsRow } from '../../../../../ui/components/form.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { StateMark, type StateKind } from '../../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { scaledText, type Scaled } from '../../../domain/numbers.ts';
import { messages as shared } from '../../messages.ts';
import { frameworkHref, frameworksHref, FrameworkTabs } from '../../shown.tsx';
import { statedKinds, type StatedResult } from '../../store/stated-results.ts';
import { YearChart } from './chart.tsx';
import { statedForm } from './form.ts';
import { ofHundred, readComparison, type Comparison, type YearLine } from './load.ts';
import { messages } from './messages.ts';

const compareHref = `${frameworksHref}/compare`;

type Data = Comparison & { readonly keeps: boolean };

export const comparePage = definePage({
  path: compareHref,
  permission: 'performance.read',
  load: async (tx, { actor }) => ok({ ...(await readComparison(tx)), keeps: can(actor, 'performance.keep') }),
  title: (_data, ui) => ui.text(messages.words('title')),
  view: CompareView,
});

const shownNumber = (value: Scaled): string => scaledText(value, { places: 3 });

function CompareView(data: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  return (
    <div class="stack-l">
      <PageHead title={t('title')} sub={t('sub')} crumbs={[{ label: s('room'), href: frameworksHref }, { label: t('title') }]} />
      <FrameworkTabs ui={ui} at="compare" />
      <Section title={t('years')}>
        <div class="stack">
          <YearTable ui={ui} years={data.years} />
          {data.years.some(({ compared: { kinds } }) => [kinds.performance, kinds.potential].some(({ score, partial }) => score !== undefined && partial)) ? <p class="quiet small">{t('partialWhy')}</p> : null}
          <YearChart ui={ui} data={data} />
        </div>
      </Section>
      <Section title={t('subjects')}>
        <div class="stack">
          <p class="quiet measure">{t('subjectsText')}</p>
          <SubjectTable ui={ui} data={data} />
        </div>
      </Section>
      {data.keeps ? <StatedFields ui={ui} /> : null}
      <Pager print />
    </div>
  );
}

function YearTable({ ui, years }: { ui: Ui; years: readonly YearLine[] }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const open = (one: YearLine) => <span class="quiet">{one.compared.open ? ui.text(one.compared.open) : s('unknown')}</span>;
  const kind = (which: 'performance' | 'potential') => ({ compared }: YearLine) => {
    const { score, partial } = compared.kinds[which];
    return score === undefined ? <span class="quiet">-</span> : <>{shownNumber(score)}{partial ? <span class="quiet small"> {t('partial')}</span> : null}</>;
  };
  return (
    <Table caption={t('years')} captionHidden rows={years} rowKey={({ fiscalYear }) => String(fiscalYear)} empty={<EmptyState title={t('none')} />}
      columns={[
        { key: 'year', head: s('year'), kind: 'main', cell: (one) => (one.framework ? <a href={frameworkHref(one.framework.id)}>{one.fiscalYear}</a> : String(one.fiscalYear)) },
        { key: 'components', head: t('components'), cell: ({ framework }) => (framework ? <>{t('componentsOf', { n: framework.content.components.length })} <span class="quiet nowrap">{framework.content.components.map(({ weight }) => weight ?? '?').join(' / ')}</span></> : null) },
        { key: 'total', head: t('total'), kind: 'num', cell: (one) => (one.compared.total === undefined ? open(one) : <strong>{shownNumber(one.compared.total)}</strong>) },
        { key: 'class', head: t('class'), cell: ({ className }) => (className ? ui.text(className) : null) },
        { key: 'performance', head: s('performance'), kind: 'num', cell: kind('performance') },
        { key: 'potential', head: s('potential'), kind: 'num', cell: kind('potential') },
        { key: 'source', head: t('source'), kind: 'wide', cell: ({ source }) => (source ? ui.text(source) : null) },
      ]} />
  );
}

const kindMarks: Readonly<Record<StatedResult['kind'], StateKind>> = { total: 'done', result: 'done', target: 'going', plan: 'wait' };

/** What one line says: mark, score on its own scale and on 100, words, source. */
function Stated({ ui, line, keeps }: { ui: Ui; line: StatedResult; keeps: boolean }): VNode {
  const t = messages.in(ui.lang);
  const share = ofHundred(line);
  return (
    <div class="stack-s">
      <div><StateMark kind={kindMarks[line.kind]}>{t(`kind.${line.kind}`)}</StateMark></div>
      {line.score === null ? null : (
        <div><strong>{line.best === null ? scaledText(line.score) : t('ofBest', { score: scaledText(line.score), best: scaledText(line.best) })}</strong>{share === undefined ? null : <span class="quiet"> {t('onHundred', { share: shownNumber(share) })}</span>}</div>
      )}
      {line.grade === '' ? null : <div>{line.grade}</div>}
      {line.words === '' ? null : <div>{line.words}</div>}
      <div class="quiet small">{line.source}</div>
      {keeps ? <div data-no-print=""><ActionButton ui={ui} action={`${compareHref}/${line.id}/remove`} kind="quiet">{t('remove')}<span class="vh"> {t('removeOf', { subject: line.subject, year: line.fiscalYear })}</span></ActionButton></div> : null}
    </div>
  );
}

function SubjectTable({ ui, data }: { ui: Ui; data: Data }): VNode {
  const t = messages.in(ui.lang);
  const years = [...new Set(data.subjects.flatMap(({ lines }) => lines.map(({ fiscalYear }) => fiscalYear)))].toSorted((a, b) => a - b);
  return (
    <Table caption={t('subjects')} captionHidden rows={data.subjects} rowKey={({ subject }) => subject} empty={<p class="quiet">{t('subjectsNone')}</p>}
      columns={[
        { key: 'subject', head: t('subject'), kind: 'main', cell: ({ subject }) => subject },
        ...years.map((year) => ({
          key: String(year), head: shared.in(ui.lang)('yearOf', { year }), kind: 'wide' as const,
          cell: ({ lines }: Comparison['subjects'][number]) => {
            const own = lines.filter(({ fiscalYear }) => fiscalYear === year);
            return own.length === 0 ? null : <div class="stack">{own.map((line) => <Stated ui={ui} line={line} keeps={data.keeps} />)}</div>;
          },
        })),
      ]} />
  );
}

function StatedFields({ ui }: { ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const common = { ui, action: compareHref, form: statedForm };
  return (
    <div data-no-print="">
      <ActionForm ui={ui} action={compareHref} form={statedForm}>
        <FoldedFields ui={ui} action={compareHref} names={Object.keys(statedForm.fields)} title={t('add')} note={t('addText')}>
          <FieldsRow>
            <FormField {...common} name="year" />
            <FormField {...common} name="kind" as="select" size="m" options={statedKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
          </FieldsRow>
          <FormField {...common} name="subject" />
          <FieldsRow>
            <FormField {...common} name="score" size="s" />
            <FormField {...common} name="best" size="s" />
            <FormField {...common} name="grade" size="m" />
          </FieldsRow>
          <FormField {...common} name="words" />
          <FormField {...common} name="source" />
          <ButtonRow><Button>{t('save')}</Button></ButtonRow>
        </FoldedFields>
      </ActionForm>
    </div>
  );
}
