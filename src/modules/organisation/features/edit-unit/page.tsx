import type { VNode } from 'preact';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { FormSection } from '../../../../ui/components/form.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { abbreviationKindNames, unitKindNames, unitLabel, type Unit } from '../../domain/units.ts';
import { idParams, mayIn } from '../../guard.ts';
import { addDays, localDate } from '../../../../thai/index.ts';
import { endedUnit, successionsOf } from '../../store/successions.ts';
import { unitById, unitHistory, unitsActiveOn, type UnitHistory } from '../../store/units.ts';
import { optionsOf } from '../../views.tsx';
import { History } from '../browse-units/unit-page.tsx';
import { EndedNotice, SuccessorForms, WithdrawnSuccessions } from '../name-successor/section.tsx';
import { abbreviationForm, closeUnitForm, codeForm, lastDayForm, moveForm, newUnitForm, renameForm, unitFactsForm } from './form.ts';
import { m } from './messages.ts';

const parents = (ui: Ui, units: readonly Unit[]) => units.map((unit) => ({ value: String(unit.id), label: `${'– '.repeat(unit.path.length - 1)}${unitLabel(unit, ui.lang)}` }));

export const newUnitPage = definePage({
  path: '/units/new',
  permission: 'organisation.manage-units',
  async load(tx, { services }) {
    const today = services.clock.today();
    return ok({ today, units: await unitsActiveOn(tx, today) });
  },
  title: (_data, ui) => ui.text(m.words('newTitle')),
  view({ today, units }, ui) {
    const t = m.in(ui.lang);
    const common = { ui, action: '/units/new', form: newUnitForm };
    return (
      <>
        <PageHead title={t('newTitle')} crumbs={[{ label: t('units'), href: '/units' }, { label: t('newTitle') }]} />
        <ActionForm {...common} class="form" draft="new-unit">
          <FormField {...common} name="kind" options={optionsOf(ui, unitKindNames)} />
          <FormField {...common} name="parentId" options={parents(ui, units)} as="select" />
          <FormField {...common} name="name" />
          <FormField {...common} name="nameEn" />
          <FormField {...common} name="abbreviation" size="s" />
          <FormField {...common} name="openedOn" value={today} />
          <FormField {...common} name="phone" />
          <ButtonRow><Button kind="main">{t('create')}</Button><ButtonLink href="/units">{t('back')}</ButtonLink></ButtonRow>
        </ActionForm>
      </>
    );
  },
});

export const editUnitPage = definePage({
  path: '/units/:id/edit',
  permission: 'organisation.manage-units',
  params: idParams,
  async load(tx, { params, services, actor }) {
    const today = services.clock.today();
    // A unit that is gone keeps this page for who takes it over, and nothing else.
    const ended = await endedUnit(tx, params.id);
    const unit = (await unitById(tx, params.id, today)) ?? ended;
    if (!unit) return notFound();
    const may = mayIn(actor, 'organisation.manage-units', unit.id);
    if (!may.ok) return may;
    const units = (await unitsActiveOn(tx, today)).filter((one) => !one.path.includes(unit.id));
    return ok({ unit, ended, gone: ended !== undefined && ended.closedOn < today, successions: await successionsOf(tx, unit.id), today, history: await unitHistory(tx, unit.id), units });
  },
  title: ({ unit }, ui) => ui.text(m.words('editTitle', { unit: unit.abbreviation || unit.name })),
  view({ unit, ended, gone, successions, today, history, units }, ui) {
    const t = m.in(ui.lang);
    const to = (what: string) => `/units/${unit.id}/${what}`;
    return (
      <>
        <PageHead title={t('editTitle', { unit: unitLabel(unit, ui.lang) })} crumbs={[{ label: t('units'), href: '/units' }, { label: unit.abbreviation || unit.name, href: `/units/${unit.id}` }, { label: t('editTitle', { unit: '' }) }]} />
        {ended ? (
          <>
            <EndedNotice ui={ui} unit={ended} today={today} successions={successions} />
            <SuccessorForms ui={ui} unit={ended} nextDay={addDays(localDate(ended.closedOn), 1)} units={parents(ui, units)} successions={successions} />
          </>
        ) : null}
        {gone ? null : <Changes unit={unit} today={today} history={history} units={units} ui={ui} />}
        {ended ? null : (
          <FormSection title={t('close')} note={t('closeHint')}>
            <ActionForm ui={ui} action={to('close')} form={closeUnitForm} class="form" scope="close">
              <FormField ui={ui} action={to('close')} form={closeUnitForm} name="lastDay" />
              <FormField ui={ui} action={to('close')} form={closeUnitForm} name="successor" options={parents(ui, units)} as="select" />
              <FormField ui={ui} action={to('close')} form={closeUnitForm} name="order" />
              <ButtonRow><Button kind="danger">{t('close')}</Button></ButtonRow>
            </ActionForm>
          </FormSection>
        )}
        <WithdrawnSuccessions ui={ui} successions={successions} />
        <History ui={ui} history={history} today={today} closedOn={ended?.closedOn} />
      </>
    );
  },
});

/** What can be changed of a unit that is there. */
function Changes({ unit, today, history, units, ui }: { unit: Unit; today: string; history: UnitHistory; units: readonly Unit[]; ui: Ui }): VNode {
  const t = m.in(ui.lang);
  const to = (what: string) => `/units/${unit.id}/${what}`;
  return (
    <>
      <FormSection title={t('rename')}>
        <ActionForm ui={ui} action={to('names')} form={renameForm} class="form" scope="names">
          <FormField ui={ui} action={to('names')} form={renameForm} name="name" value={unit.name} />
          <FormField ui={ui} action={to('names')} form={renameForm} name="nameEn" value={unit.nameEn} />
          <FormField ui={ui} action={to('names')} form={renameForm} name="validFrom" />
          <FormField ui={ui} action={to('names')} form={renameForm} name="source" />
          <ButtonRow><Button>{t('rename')}</Button></ButtonRow>
        </ActionForm>
      </FormSection>
      <FormSection title={t('addAbbreviation')}>
        <ActionForm ui={ui} action={to('abbreviations')} form={abbreviationForm} class="form" scope="abbreviations">
          <FormField ui={ui} action={to('abbreviations')} form={abbreviationForm} name="text" size="s" />
          <FormField ui={ui} action={to('abbreviations')} form={abbreviationForm} name="kind" value="variant" options={optionsOf(ui, abbreviationKindNames)} />
          <FormField ui={ui} action={to('abbreviations')} form={abbreviationForm} name="validFrom" value={today} />
          <FormField ui={ui} action={to('abbreviations')} form={abbreviationForm} name="note" />
          <ButtonRow><Button>{t('addAbbreviation')}</Button></ButtonRow>
        </ActionForm>
        {history.abbreviations.filter((row) => row.kind !== 'preferred' && row.validTo === null).map((row) => (
          <ActionForm ui={ui} action={to(`abbreviations/${row.id}/end`)} form={lastDayForm} class="form" scope={`end-${row.id}`}>
            <FormField ui={ui} action={to(`abbreviations/${row.id}/end`)} form={lastDayForm} name="lastDay" label={`${row.text}: ${t('lastDay')}`} value={today} />
            <ButtonRow><Button>{t('endAbbreviation')} {row.text}</Button></ButtonRow>
          </ActionForm>
        ))}
      </FormSection>
      <FormSection title={t('setCode')}>
        <ActionForm ui={ui} action={to('codes')} form={codeForm} class="form" scope="codes">
          <FormField ui={ui} action={to('codes')} form={codeForm} name="code" size="m" />
          <FormField ui={ui} action={to('codes')} form={codeForm} name="validFrom" />
          <FormField ui={ui} action={to('codes')} form={codeForm} name="source" />
          <ButtonRow><Button>{t('setCode')}</Button></ButtonRow>
        </ActionForm>
      </FormSection>
      {unit.parentId === null ? null : (
        <FormSection title={t('move')}>
          <ActionForm ui={ui} action={to('place')} form={moveForm} class="form" scope="place">
            <FormField ui={ui} action={to('place')} form={moveForm} name="parentId" value={unit.parentId} options={parents(ui, units)} as="select" />
            <FormField ui={ui} action={to('place')} form={moveForm} name="validFrom" />
            <ButtonRow><Button>{t('move')}</Button></ButtonRow>
          </ActionForm>
        </FormSection>
      )}
      <FormSection title={t('facts')}>
        <ActionForm ui={ui} action={to('facts')} form={unitFactsForm} class="form" scope="facts">
          <FormField ui={ui} action={to('facts')} form={unitFactsForm} name="kind" value={unit.kind} options={optionsOf(ui, unitKindNames)} />
          <FormField ui={ui} action={to('facts')} form={unitFactsForm} name="sortOrder" value={unit.sortOrder} />
          <FormField ui={ui} action={to('facts')} form={unitFactsForm} name="phone" value={unit.phone} />
          <ButtonRow><Button>{t('save')}</Button></ButtonRow>
        </ActionForm>
      </FormSection>
    </>
  );
}
