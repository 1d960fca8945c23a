import { z } from 'zod';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import { ok } from '../../../../platform/result.ts';
import type { Language } from '../../../../platform/words.ts';
import { formatDate, formatEnglishDate, localDate } from '../../../../thai/index.ts';
import { Button, ButtonRow } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Tabs } from '../../../../ui/components/tabs.tsx';
import { unitLabel } from '../../domain/units.ts';
import { officeCalendar, officeDayKinds, officeDays, officeYears, type OfficeDay } from '../../store/calendar.ts';
import { unitsActiveOn } from '../../store/units.ts';
import { ExportLinks } from '../export-table/links.tsx';
import { officeDayForm } from './form.ts';
import { m } from './messages.ts';

/** Years are B.E. in addresses and in Thai, A.D. in English, as the days beside them. */
const yearWords = (year: number, lang: Language) => (lang === 'th' ? year : year - 543);

export const calendarPage = definePage({
  path: '/office-calendar',
  permission: 'organisation.view',
  query: z.object({ year: z.coerce.number().int().min(2400).max(2700).optional().catch(undefined) }),
  async load(tx, { query, services }) {
    const today = services.clock.today();
    const thisYear = Number(today.slice(0, 4)) + 543;
    const year = query.year ?? thisYear;
    return ok({ year, thisYear, days: await officeDays(tx, year), years: await officeYears(tx), units: await unitsActiveOn(tx, today), hours: (await officeCalendar(tx, { day: today })).hours });
  },
  title: ({ year }, ui) => `${ui.text(m.words('title'))} ${yearWords(year, ui.lang)}`,
  view({ year, thisYear, days, years, units, hours }, ui) {
    const t = m.in(ui.lang);
    const may = ui.can('organisation.manage-calendar');
    const unitOf = new Map(units.map((unit) => [unit.id, unit]));
    const listed = new Map(years.map((one) => [one.year, one.days]));
    const tabs = [...new Set([...listed.keys(), thisYear, thisYear + 1, year])].sort((a, b) => a - b);
    const form = { ui, action: '/office-calendar', form: officeDayForm };
    const where = (row: OfficeDay) => {
      const unit = row.unitId === null ? undefined : unitOf.get(row.unitId);
      return unit ? unitLabel(unit, ui.lang) : t('everywhere');
    };
    return (
      <>
        <PageHead title={t('title')} sub={`${t('sub')} · ${t('hours', { opens: hours.opens.replace(':', '.'), closes: hours.closes.replace(':', '.') })}`} />
        <Tabs label={t('title')} items={tabs.map((one) => ({ label: t('year', { year: yearWords(one, ui.lang) }), href: `/office-calendar?year=${one}`, count: listed.get(one) ?? 0, current: one === year }))} />
        <Table
          caption={t('year', { year: yearWords(year, ui.lang) })} captionHidden rows={days} rowKey={(row) => String(row.id)} empty={<EmptyState title={t('none')} />}
          columns={[
            { key: 'day', head: t('day'), kind: 'nowrap', cell: (row) => (ui.lang === 'th' ? formatDate(localDate(row.day), { style: 'short-weekday' }) : formatEnglishDate(localDate(row.day), 'weekday')) },
            { key: 'name', head: t('name'), kind: 'main', cell: (row) => row.name },
            { key: 'kind', head: t('kind'), kind: 'nowrap', cell: (row) => t(row.kind) },
            { key: 'where', head: t('where'), cell: where },
            { key: 'state', head: t('state'), kind: 'nowrap', cell: (row) => <StateMark kind={row.uncertain ? 'wait' : 'done'}>{row.uncertain ? t('uncertain') : t('confirmed')}</StateMark> },
            { key: 'source', head: t('source'), kind: 'wide', cell: (row) => row.source },
            ...(may ? [{
              key: 'act', head: t('act'), kind: 'act' as const,
              cell: (row: OfficeDay) => (
                <div class="cluster">
                  {row.uncertain ? <ActionForm ui={ui} action={`/office-calendar/${row.id}/confirm`}><Button>{t('confirm')}</Button></ActionForm> : null}
                  <ActionForm ui={ui} action={`/office-calendar/${row.id}/withdraw`}><Button kind="quiet">{t('withdraw')}</Button></ActionForm>
                </div>
              ),
            }] : []),
          ]}
        />
        <ExportLinks ui={ui} name="calendar" filter={{ year }} />
        {may ? (
          <Section title={t('add')} aside={t('withdrawNote')}>
            <p class="quiet">{t('addNote')}</p>
            <ActionForm {...form} class="form">
              <FormField {...form} name="day" />
              <FormField {...form} name="kind" value="special" options={officeDayKinds.map((kind) => ({ value: kind, label: t(kind) }))} />
              <FormField {...form} name="name" />
              <FormField {...form} name="source" />
              <FormField {...form} name="announcedOn" />
              <FormField {...form} name="unitId" as="select" empty={t('everywhere')} options={units.map((unit) => ({ value: String(unit.id), label: unitLabel(unit, ui.lang) }))} />
              <FormField {...form} name="uncertain" />
              <ButtonRow><Button kind="main">{t('save')}</Button></ButtonRow>
            </ActionForm>
          </Section>
        ) : null}
      </>
    );
  },
});
