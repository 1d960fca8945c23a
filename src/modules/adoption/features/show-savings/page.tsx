// What was saved, as a calculation that a person can follow and challenge.
import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { defineDownload, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import type { TableColumn } from '../../../../platform/tables/table.ts';
import { tableXlsx, xlsxType } from '../../../../platform/tables/write-table.ts';
import { dayWords } from '../../../../platform/when.ts';
import type { Words } from '../../../../platform/words.ts';
import { localDate } from '../../../../thai/index.ts';
import { unitLabel } from '../../../organisation/index.ts';
import { Button, ButtonRow } from '../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { bahtText } from '../../domain/savings.ts';
import { messages as shared } from '../../messages.ts';
import { AdoptionTabs, asOfWords, PeriodFilter, periodQuery, periodSearch } from '../../shown.tsx';
import { parameterNames } from '../../store/savings.ts';
import { parameterForm } from './form.ts';
import { readSavings, type Savings } from './load.ts';
import { messages } from './messages.ts';

export const savingsPage = definePage({
  path: '/adoption/savings',
  permission: 'adoption.read',
  query: z.object(periodQuery),
  load: async (tx, { query, services }) => ok(await readSavings(tx, query, services)),
  title: (_data, ui) => ui.text(messages.words('title')),
  view: SavingsView,
});

const n = (value: number): string => value.toLocaleString('en');

/** The reported figure beside the calculated one, in a sentence. */
export function compareWords({ planBaht, planPartBaht, days, all }: Savings, ui: Pick<Ui, 'lang'>): string {
  const share = planPartBaht === 0 ? '–' : ((all.satang / 100 / planPartBaht) * 100).toFixed(1);
  return messages.in(ui.lang)('compareText', { plan: n(planBaht), days: n(days), part: n(planPartBaht), share });
}

function SavingsView(data: Savings, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { period, all, deliverySatang, uncounted, lines } = data;
  const baht = (satang: number) => t('baht', { n: bahtText(satang) });
  return (
    <div class="stack-l">
      <PageHead title={t('title')} sub={t('sub')} crumbs={[{ label: s('module'), href: '/adoption' }, { label: t('title') }]} />
      <AdoptionTabs ui={ui} at="/adoption/savings" />
      <PeriodFilter ui={ui} action="/adoption/savings" period={period} today={data.today} result={asOfWords(ui, period)} />
      <Section title={t('formula')}>
        <p class="measure">{t('formulaText')}</p>
        <p class="quiet measure">{t('notCounted')}</p>
      </Section>
      <Section title={t('calculation')}>
        <DefinitionList ruled items={[
          { term: t('letters'), value: t('lettersUnit', { n: n(all.letters) }) },
          { term: t('deliveries'), value: t('deliveriesUnit', { n: n(all.recipients) }) },
          { term: t('sheets'), value: t('sheetsUnit', { n: n(all.sheets) }) },
          { term: t('paper'), value: baht(all.satang - deliverySatang) },
          { term: t('delivery'), value: baht(deliverySatang) },
          { term: t('total'), value: <strong>{baht(all.satang)}</strong> },
        ]} />
        {uncounted > 0 ? <Notice kind="warn">{t('lowerBound', { n: n(uncounted) })}</Notice> : null}
      </Section>
      <Section title={t('compare')}><p class="measure">{compareWords(data, ui)}</p></Section>
      <Section title={t('byUnit')}>
        <Table caption={t('byUnit')} captionHidden rows={lines} rowKey={({ unitId }) => String(unitId)} empty={<EmptyState title={s('noneYet')}>{s('noneYetText')}</EmptyState>}
          columns={[
            { key: 'unit', head: s('unit'), kind: 'main', cell: ({ unit }) => (unit ? unitLabel(unit, ui.lang) : '–') },
            { key: 'letters', head: t('lettersHead'), kind: 'num', cell: (line) => n(line.letters) },
            { key: 'recipients', head: t('recipientsHead'), kind: 'num', cell: (line) => n(line.recipients) },
            { key: 'sheets', head: t('sheetsHead'), kind: 'num', cell: (line) => n(line.sheets) },
            { key: 'baht', head: t('bahtHead'), kind: 'num', cell: (line) => bahtText(line.satang) },
          ]} />
      </Section>
      <Section title={t('parameters')} aside={t('parametersNote')}><Parameters data={data} ui={ui} /></Section>
      <Pager print extra={[{ label: t('allLetters'), href: `/adoption/savings.xlsx?${periodSearch(period)}`, download: true }]} />
    </div>
  );
}

function Parameters({ data: { parameters, today, keeps }, ui }: { data: Savings; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const form = { ui, action: '/adoption/savings/parameters', form: parameterForm };
  return (
    <div class="stack">
      <Table caption={t('parameters')} captionHidden rows={parameters} rowKey={(one) => String(one.id)}
        columns={[
          { key: 'name', head: t('name'), kind: 'main', cell: (one) => t(`p.${one.name}`) },
          { key: 'value', head: t('value'), kind: 'num', cell: (one) => n(one.value) },
          { key: 'from', head: t('from'), kind: 'nowrap', cell: (one) => dayWords(ui.lang, localDate(one.validFrom)) },
          { key: 'source', head: t('source'), kind: 'wide', cell: (one) => one.source },
        ]} />
      {keeps ? (
        <details class="fold" open={Object.keys(ui.form.errors).length > 0}>
          <summary>{t('addTitle')}</summary>
          <ActionForm {...form} class="form">
            <FormField {...form} name="name" as="select" options={parameterNames.map((value) => ({ value, label: t(`p.${value}`) }))} />
            <FormField {...form} name="value" size="s" />
            <FormField {...form} name="from" value={today} />
            <FormField {...form} name="source" />
            <ButtonRow><Button kind="main">{t('add')}</Button></ButtonRow>
          </ActionForm>
        </details>
      ) : null}
    </div>
  );
}

const column = (code: string, head: Words, kind: TableColumn['kind'] = 'integer'): TableColumn => ({ code, head, about: head, kind, readOnly: true });

const letterColumns: readonly TableColumn[] = [
  column('reference', messages.words('reference'), 'text'), column('day', messages.words('day'), 'date'), column('unit', shared.words('unit'), 'text'),
  column('recipients', messages.words('recipientsHead')), column('pages', messages.words('pages')), column('pages_known', messages.words('pagesKnown'), 'yes-no'),
  column('sheets', messages.words('sheets')), column('satang', messages.words('satang')),
];

export const savingsXlsx = defineDownload({
  path: '/adoption/savings.xlsx',
  permission: 'adoption.read',
  query: z.object(periodQuery),
  async load(tx, { query, services }) {
    const { letters, units, period } = await readSavings(tx, query, services);
    const rows = letters.map((one) => ({
      reference: one.reference ?? shared.th.restricted, day: one.letterDate, unit: units.get(one.unitId)?.name ?? '', recipients: one.recipients,
      pages: one.pages ?? 1, pages_known: one.pages !== null, sheets: one.sheets, satang: one.satang,
    }));
    return ok({ body: await tableXlsx({ name: messages.th.title, columns: letterColumns, rows }), contentType: xlsxType, fileName: `${messages.th.fileName}-${period.year}.xlsx`, disposition: 'attachment' });
  },
});
