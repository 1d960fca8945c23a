// Every saved state of a form, and the difference between any two.
import type { VNode } from 'preact';
import { z } from 'zod';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { momentWords } from '../../../../../platform/when.ts';
import { defineMessages } from '../../../../../platform/words.ts';
import { Button } from '../../../../../ui/components/button.tsx';
import { DiffText } from '../../../../../ui/components/diff-text.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { Select } from '../../../../../ui/components/select.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { fieldName } from '../../domain/form-content.ts';
import { formDifference, type FieldDifference } from '../../domain/form-difference.ts';
import { indicatorAt, indicatorHref, keyParams, type IndicatorPlace } from '../../place.ts';
import { indicatorCrumbs, IndicatorTabs } from '../../shown.tsx';
import { formVersion, formVersions, type FormVersion } from '../../store/forms.ts';

const messages = defineMessages({
  th: { title: 'ฉบับที่บันทึก', n: 'ฉบับที่', by: 'โดย', at: 'บันทึกเมื่อ', from: 'จากฉบับที่', to: 'ถึงฉบับที่', compare: 'เปรียบเทียบ', difference: 'ความต่างจากฉบับที่ {from} ถึงฉบับที่ {to}', same: 'สองฉบับนี้ข้อความตรงกัน', none: 'ยังไม่มีฉบับที่บันทึก', noneText: 'ทุกครั้งที่บันทึกแบบ ระบบเก็บไว้หนึ่งฉบับ' },
  en: { title: 'Saved versions', n: 'Version', by: 'By', at: 'Saved', from: 'From version', to: 'To version', compare: 'Compare', difference: 'From version {from} to version {to}', same: 'These two say the same', none: 'No version yet', noneText: 'Each saving of the form is kept as a version' },
});

export interface VersionsData extends IndicatorPlace {
  readonly versions: readonly FormVersion[];
  readonly compared: { readonly from: number; readonly to: number; readonly fields: readonly FieldDifference[] } | undefined;
}

const version = z.coerce.number().int().min(0).max(1_000_000).optional().catch(undefined);

export const versionsPage = definePage({
  path: '/performance/:year/indicators/:key/versions',
  permission: 'performance.read',
  params: keyParams,
  query: z.object({ from: version, to: version }),
  async load(tx, { params, query }) {
    const place = await indicatorAt(tx, params);
    if (!place) return notFound();
    const versions = await formVersions(tx, place.indicator.id);
    const to = query.to ?? versions[0]?.rev;
    const from = query.from ?? (to === undefined ? undefined : to - 1);
    const old = from === undefined ? undefined : await formVersion(tx, place.indicator, from);
    const now = to === undefined ? undefined : await formVersion(tx, place.indicator, to);
    return ok<VersionsData>({ ...place, versions, compared: old && now && from !== undefined && to !== undefined ? { from, to, fields: formDifference(old, now) } : undefined });
  },
  title: (_data, ui) => ui.text(messages.words('title')),
  view: (data: VersionsData, ui) => <VersionsView data={data} ui={ui} />,
});

function VersionsView({ data: { indicator, cycle, versions, compared }, ui }: { data: VersionsData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const options = versions.map((one) => ({ value: String(one.rev), label: `${one.rev} ${one.personName} ${momentWords(ui.lang, one.at)}` }));
  return (
    <div class="stack-l">
      <PageHead title={`${indicator.key} ${indicator.name}`} crumbs={indicatorCrumbs(cycle.fiscalYear, indicator, t('title'), ui)} />
      <IndicatorTabs year={cycle.fiscalYear} at="/versions" indicator={indicator} ui={ui} />
      {compared ? (
        <Section title={t('difference', { from: compared.from, to: compared.to })} id="difference">
          {compared.fields.length === 0 ? <p class="quiet">{t('same')}</p> : compared.fields.map(({ code, runs }) => <div class="stack-s"><h3>{ui.text(fieldName(code))}</h3><p class="pre" lang="th"><DiffText runs={runs} /></p></div>)}
        </Section>
      ) : null}
      {versions.length > 1 ? (
        <form action={indicatorHref(cycle.fiscalYear, indicator.key, '/versions')} method="get" class="filter-bar">
          <Select name="from" label={t('from')} options={options} value={String(compared?.from ?? '')} /><Select name="to" label={t('to')} options={options} value={String(compared?.to ?? '')} /><Button>{t('compare')}</Button>
        </form>
      ) : null}
      <Table caption={t('title')} captionHidden rows={versions} rowKey={(row) => String(row.rev)} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>} columns={[
        { key: 'n', head: t('n'), kind: 'num', cell: (row) => <a href={indicatorHref(cycle.fiscalYear, indicator.key, `/versions?from=${row.rev - 1}&to=${row.rev}`)}>{row.rev}</a> },
        { key: 'by', head: t('by'), kind: 'main', cell: (row) => row.personName },
        { key: 'at', head: t('at'), cell: (row) => momentWords(ui.lang, row.at) },
      ]} />
    </div>
  );
}
