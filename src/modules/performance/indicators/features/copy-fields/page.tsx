// The form field by field, to be carried over to the OPDC's own site.
import type { VNode } from 'preact';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { defineMessages } from '../../../../../platform/words.ts';
import { Copyable } from '../../../../../ui/components/copyable.tsx';
import { DefinitionList } from '../../../../../ui/components/definition-list.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { printedFields, type PrintedField } from '../../fields-paper.ts';
import { indicatorAt, keyParams, type IndicatorPlace } from '../../place.ts';
import { indicatorCrumbs, IndicatorTabs, unitsOn } from '../../shown.tsx';
import { formOf, linksOf } from '../../store/forms.ts';

const messages = defineMessages({
  th: { title: 'คัดลอกรายช่อง', sub: 'คัดลอกทีละช่องไปวางในระบบของสำนักงาน ก.พ.ร. ข้อความตรงกับแบบที่บันทึกล่าสุด', empty: 'ยังไม่ได้กรอก' },
  en: { title: 'Copy by field', sub: 'Carry each field over to the OPDC’s own site. The words are those of the form as last saved.', empty: 'Not filled in' },
});

export interface CopyData extends IndicatorPlace { readonly fields: readonly PrintedField[] }

export const copyPage = definePage({
  path: '/performance/:year/indicators/:key/copy',
  permission: 'performance.read',
  params: keyParams,
  async load(tx, { params, services }) {
    const place = await indicatorAt(tx, params);
    if (!place) return notFound();
    return ok<CopyData>({ ...place, fields: printedFields(place, await formOf(tx, place.indicator), await linksOf(tx, place.indicator.id), await unitsOn(tx, services.clock.today())) });
  },
  title: (_data, ui) => ui.text(messages.words('title')),
  view: (data: CopyData, ui) => <CopyView data={data} ui={ui} />,
});

function CopyView({ data: { indicator, cycle, fields }, ui }: { data: CopyData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  return (
    <div class="stack-l">
      <PageHead title={`${indicator.key} ${indicator.name}`} sub={t('sub')} crumbs={indicatorCrumbs(cycle.fiscalYear, indicator, t('title'), ui)} />
      <IndicatorTabs year={cycle.fiscalYear} at="/copy" indicator={indicator} ui={ui} />
      <DefinitionList ruled items={fields.map(({ name, text }) => ({ term: ui.text(name), value: text ? <span class="copy-field"><Copyable value={text} label={ui.text(name)} /></span> : <span class="quiet">{t('empty')}</span> }))} />
    </div>
  );
}
