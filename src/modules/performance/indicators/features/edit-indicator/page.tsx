// A line of the sheet as its keeper writes it: number, place in the framework, units, way of measuring.
import type { VNode } from 'preact';
import { ActionButton, ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { FieldsRow, FormSection } from '../../../../../ui/components/form.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { allComponents, leaves } from '../../../domain/framework/framework.ts';
import { scaledText } from '../../../domain/numbers.ts';
import { measurings, type Indicator } from '../../../store/indicators.ts';
import { betterWords, kindWords } from '../../domain/field-text.ts';
import { messages as shared } from '../../messages.ts';
import { indicatorAt, indicatorHref, keepsSheet, keyParams, sheetHref, yearAt, yearParams, type YearPlace } from '../../place.ts';
import { indicatorCrumbs, sheetCrumb, unitOptions, unitsOfRole, unitsOn, type Units } from '../../shown.tsx';
import { cancelForm, indicatorForm } from './form.ts';
import { messages } from './messages.ts';

export interface EditData extends YearPlace {
  readonly indicator: Indicator | undefined;
  readonly units: Units;
}

export const newIndicatorPage = definePage({
  path: '/performance/:year/indicators/new',
  permission: 'performance.keep',
  params: yearParams,
  async load(tx, { params, actor, services }) {
    const place = await yearAt(tx, params);
    return place && keepsSheet(actor, place.cycle) ? ok<EditData>({ ...place, indicator: undefined, units: await unitsOn(tx, services.clock.today()) }) : notFound();
  },
  title: (_data, ui) => ui.text(messages.words('new')),
  view: (data: EditData, ui) => <EditView data={data} ui={ui} />,
});

export const editIndicatorPage = definePage({
  path: '/performance/:year/indicators/:key/edit',
  permission: 'performance.keep',
  params: keyParams,
  async load(tx, { params, actor, services }) {
    const place = await indicatorAt(tx, params);
    return place && keepsSheet(actor, place.cycle) ? ok<EditData>({ ...place, units: await unitsOn(tx, services.clock.today()) }) : notFound();
  },
  title: (_data, ui) => ui.text(messages.words('edit')),
  view: (data: EditData, ui) => <EditView data={data} ui={ui} />,
});

function EditView({ data, ui }: { data: EditData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { indicator, cycle } = data;
  const year = cycle.fiscalYear;
  return (
    <div class="stack-l">
      <PageHead title={indicator ? `${indicator.key} ${indicator.name}` : t('new')} crumbs={indicator ? indicatorCrumbs(year, indicator, t('edit'), ui) : [sheetCrumb(year, ui), { label: t('new') }]} />
      {indicator?.state === 'cancelled' ? <Notice kind="warn">{t('already')}</Notice> : <Fields data={data} ui={ui} />}
      {indicator && indicator.state !== 'cancelled' ? <More data={data} indicator={indicator} ui={ui} /> : null}
    </div>
  );
}

function Fields({ data: { indicator, cycle, framework, all, units }, ui }: { data: EditData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const year = cycle.fiscalYear;
  const action = indicator ? indicatorHref(year, indicator.key, '/edit') : `/performance/${year}/indicators/new`;
  const common = { ui, action, form: indicatorForm };
  const options = unitOptions(units);
  const tags = allComponents(framework).flatMap((component) => (component.tags ?? []).map((tag) => ({ value: tag.key, label: ui.text(tag.name), hint: `${component.key} ${ui.text(component.name)}` })));
  const of = (role: 'owner' | 'doer' | 'support') => (indicator ? unitsOfRole(indicator, role).map(String) : []);
  return (
    <ActionForm {...common} hidden={{ rev: String(indicator?.rev ?? '') }} draft={`indicator-${year}-${indicator?.key ?? 'new'}`}>
      <FormSection title={s('indicator')}>
        <FieldsRow><FormField {...common} name="key" value={indicator?.key} size="xs" /><FormField {...common} name="weight" value={indicator?.weight == null ? '' : scaledText(indicator.weight)} size="xs" disabled={indicator?.state === 'final'} /></FieldsRow>
        <FormField {...common} name="name" value={indicator?.name} />
        <FormField {...common} name="component" value={indicator?.component} options={leaves(framework).map(({ key, name }) => ({ value: key, label: `${key} ${ui.text(name)}` }))} />
        <FormField {...common} name="tags" value={indicator?.tags ?? []} options={tags} />
        <FormField {...common} name="parent" as="select" empty={t('parentNone')} value={indicator?.parentId ?? ''} options={all.filter((one) => one.id !== indicator?.id && one.state !== 'cancelled').map((one) => ({ value: String(one.id), label: `${one.key} ${one.name}` }))} />
      </FormSection>
      <FormSection title={s('measuring')}>
        <FormField {...common} name="kind" value={indicator?.kind ?? 'outcome'} arrange="row" options={(['outcome', 'output', 'process'] as const).map((value) => ({ value, label: ui.text(kindWords[value]) }))} />
        <FormField {...common} name="better" value={indicator?.better ?? 'more'} arrange="row" options={(['more', 'less'] as const).map((value) => ({ value, label: ui.text(betterWords[value]) }))} />
        <FieldsRow><FormField {...common} name="unitOfMeasure" value={indicator?.unitOfMeasure} size="m" /><FormField {...common} name="places" value={indicator?.places ?? 2} size="xs" /></FieldsRow>
        <FormField {...common} name="measuring" as="select" value={indicator?.measuring ?? 'manual'} options={measurings.map((value) => ({ value, label: s(`measuring.${value}`) }))} />
        <FormField {...common} name="measureName" value={indicator?.measureName} />
      </FormSection>
      <FormSection title={s('owners')}>
        <FormField {...common} name="owners" arrange="two" options={options} value={of('owner')} />
        <FormField {...common} name="doers" arrange="two" options={options} value={of('doer')} />
        <FormField {...common} name="supports" arrange="two" options={options} value={of('support')} />
      </FormSection>
      <ButtonRow><Button kind="main">{s('save')}</Button><ButtonLink kind="quiet" href={sheetHref(year)}>{s('cancel')}</ButtonLink></ButtonRow>
    </ActionForm>
  );
}

function More({ data: { all, cycle }, indicator, ui }: { data: EditData; indicator: Indicator; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const href = (rest: string) => indicatorHref(cycle.fiscalYear, indicator.key, rest);
  const beside = all.filter(({ parentId }) => parentId === indicator.parentId);
  const at = beside.findIndex(({ id }) => id === indicator.id);
  const cancel = { ui, action: href('/cancel'), form: cancelForm };
  return (
    <>
      {beside.length > 1 ? (
        <Section title={t('order')} aside={t('orderNote')}>
          <ButtonRow>
            {at > 0 ? <ActionButton ui={ui} action={href('/move')} hidden={{ way: 'up' }}>{t('up')}</ActionButton> : null}
            {at < beside.length - 1 ? <ActionButton ui={ui} action={href('/move')} hidden={{ way: 'down' }}>{t('down')}</ActionButton> : null}
          </ButtonRow>
        </Section>
      ) : null}
      <Section title={t('cancelTitle')} aside={t('cancelNote')}>
        <ActionForm {...cancel} scope="cancel">
          <FormField {...cancel} name="on" size="m" /><FormField {...cancel} name="decision" /><FormField {...cancel} name="reason" rows={2} />
          <ButtonRow><Button kind="danger">{t('cancelIt')}</Button></ButtonRow>
        </ActionForm>
      </Section>
    </>
  );
}
