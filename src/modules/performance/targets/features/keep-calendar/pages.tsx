// The calendar of the evaluation: its days, an edit screen, and a file for other calendars.
import type { VNode } from 'preact';
import ical from 'ical-generator';
import { ActionButton, ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { choice, hidden, integer, text, textarea, thaiDate } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { defineDownload, definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { addDays, daysBetween, fullWorkingDaysBetween, localDate, type OfficeCalendar } from '../../../../../thai/index.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { officeCalendar } from '../../../../organisation/index.ts';
import { cycleOfYear, keepsCycle, type Cycle } from '../../../store/cycles.ts';
import { movedFrom } from '../../domain/calendar.ts';
import { messages as shared } from '../../messages.ts';
import { calendarHref, recordParams, targetsHref, yearParams } from '../../params.ts';
import { day as dayText, TargetTabs } from '../../shown.tsx';
import { calendarDay, calendarOf, dayKinds, type CalendarDay } from '../../store/calendar.ts';
import { messages } from './messages.ts';

export const dayForm = defineForm({
  kind: choice(dayKinds, { label: messages.words('kind') }),
  month: integer({ label: messages.words('month'), hint: messages.words('monthHint'), min: 1, max: 12, optional: true }),
  title: text({ label: messages.words('title'), min: 2, max: 300 }),
  beginsOn: thaiDate({ label: messages.words('beginsOn'), hint: messages.words('beginsHint'), optional: true }),
  endsOn: thaiDate({ label: messages.words('endsOn'), hint: messages.words('endsHint') }),
  certainty: choice(['confirmed', 'to-confirm'] as const, { label: messages.words('certainty') }),
  source: text({ label: messages.words('source'), hint: messages.words('sourceHint'), max: 300, optional: true }),
  note: textarea({ label: messages.words('note'), max: 1000, rows: 2, optional: true }),
  rev: hidden({ optional: true, max: 12 }),
});

interface Shown {
  readonly cycle: Cycle;
  readonly days: readonly CalendarDay[];
  readonly office: OfficeCalendar;
  readonly today: string;
  readonly keeper: boolean;
  /** Days of the year before that could be copied. */
  readonly earlier: number;
}

export const calendarPage = definePage({
  path: '/performance/:year/calendar',
  permission: 'performance.read',
  params: yearParams,
  async load(tx, { params, actor, services }) {
    const cycle = await cycleOfYear(tx, params.year);
    if (!cycle) return notFound();
    const before = await cycleOfYear(tx, params.year - 1);
    return ok({ cycle, days: await calendarOf(tx, cycle.id), office: await officeCalendar(tx), today: services.clock.today(), keeper: keepsCycle(actor, cycle), earlier: before ? (await calendarOf(tx, before.id)).length : 0 });
  },
  title: (_data, ui) => shared.in(ui.lang)('calendar'),
  view: CalendarView,
});

function when(ui: Ui, { beginsOn, endsOn }: CalendarDay, today: string): VNode {
  const t = messages.in(ui.lang);
  if (endsOn < today) return <StateMark kind="done">{t('over')}</StateMark>;
  if (endsOn === today) return <StateMark kind="late">{t('today')}</StateMark>;
  if (beginsOn !== null && beginsOn <= today) return <StateMark kind="going">{t('openNow')}</StateMark>;
  return <StateMark kind="wait">{t('left', { n: daysBetween(localDate(today), localDate(beginsOn ?? endsOn)) })}</StateMark>;
}

function CalendarView({ cycle, days, office, today, keeper, earlier }: Shown, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const year = cycle.fiscalYear;
  const span = ({ beginsOn, endsOn }: CalendarDay) => (beginsOn === null || beginsOn === endsOn ? dayText(ui, endsOn) : `${dayText(ui, beginsOn)} – ${dayText(ui, endsOn)}`);
  const off = (one: CalendarDay) => {
    const next = movedFrom(office, one.endsOn);
    const free = one.endsOn >= today ? fullWorkingDaysBetween(office, localDate(today), localDate(one.endsOn)) : undefined;
    return <>{next ? <div><StateMark kind="risk" wrap>{t('dayOff', { next: dayText(ui, next) })}</StateMark></div> : null}{free === undefined ? null : <div class="quiet small">{t('workingDays', { n: free })}</div>}</>;
  };
  return (
    <div class="stack-l">
      <PageHead title={s('calendar')} sub={t('sub', { year })} crumbs={[{ label: s('year', { year }), href: targetsHref(year) }, { label: s('calendar') }]}
        actions={keeper ? <><ButtonLink kind="main" href={calendarHref(year, '/new')}>{t('add')}</ButtonLink>{earlier > 0 ? <ActionButton ui={ui} action={calendarHref(year, '/copy')}>{t('copy', { year: year - 1 })}</ActionButton> : null}</> : undefined} />
      <TargetTabs ui={ui} year={year} at="calendar" />
      <Table caption={s('calendar')} captionHidden rows={days} rowKey={({ id }) => String(id)} isCurrent={({ beginsOn, endsOn }) => (beginsOn ?? endsOn) <= today && today <= endsOn} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
        columns={[
          { key: 'day', head: t('day'), kind: 'nowrap', cell: span },
          { key: 'title', head: t('title'), kind: 'main', cell: (one) => <>{keeper ? <a href={calendarHref(year, `/${one.id}`)}>{one.title}</a> : one.title}<div class="quiet small regular">{t(`kind.${one.kind}`)}{one.month === null ? '' : ` · ${t('rounds', { month: one.month })}`}</div></> },
          { key: 'when', head: t('when'), cell: (one) => <>{when(ui, one, today)}{off(one)}</> },
          { key: 'certainty', head: t('certainty'), cell: (one) => <StateMark kind={one.certainty === 'confirmed' ? 'done' : 'wait'}>{t(`certainty.${one.certainty}`)}</StateMark> },
          { key: 'source', head: t('source'), kind: 'wide', cell: (one) => <>{one.source}{one.note ? <div class="quiet small">{one.note}</div> : null}</> },
        ]} />
      <Pager print extra={days.length > 0 ? [{ label: t('ics'), href: calendarHref(year, '.ics'), download: true }] : []} />
    </div>
  );
}

interface Edited { readonly cycle: Cycle; readonly day: CalendarDay | undefined }

export const newDayPage = definePage({
  path: '/performance/:year/calendar/new',
  permission: 'performance.keep',
  params: yearParams,
  async load(tx, { params, actor }) {
    const cycle = await cycleOfYear(tx, params.year);
    return cycle && keepsCycle(actor, cycle) ? ok({ cycle, day: undefined }) : notFound();
  },
  title: (_data, ui) => messages.in(ui.lang)('add'),
  view: (data: Edited, ui) => <Edit data={data} ui={ui} />,
});

export const editDayPage = definePage({
  path: '/performance/:year/calendar/:id',
  permission: 'performance.keep',
  params: recordParams,
  async load(tx, { params, actor }) {
    const cycle = await cycleOfYear(tx, params.year);
    const day = cycle && keepsCycle(actor, cycle) ? await calendarDay(tx, cycle.id, params.id) : undefined;
    return cycle && day ? ok({ cycle, day }) : notFound(messages.words('gone'));
  },
  title: (_data, ui) => messages.in(ui.lang)('edit'),
  view: (data: Edited, ui) => <Edit data={data} ui={ui} />,
});

function Edit({ data: { cycle, day }, ui }: { data: Edited; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const year = cycle.fiscalYear;
  const title = t(day ? 'edit' : 'add');
  const form = { ui, action: calendarHref(year, day ? `/${day.id}` : '/new'), form: dayForm };
  return (
    <div class="stack-l">
      <PageHead title={title} crumbs={[{ label: s('year', { year }), href: targetsHref(year) }, { label: s('calendar'), href: calendarHref(year) }, { label: title }]} />
      <ActionForm {...form} class="form" hidden={{ rev: String(day?.rev ?? 0) }}>
        <FormField {...form} name="kind" value={day?.kind} as="select" options={dayKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
        <FormField {...form} name="month" value={day?.month} />
        <FormField {...form} name="title" value={day?.title} />
        <FormField {...form} name="beginsOn" value={day?.beginsOn} />
        <FormField {...form} name="endsOn" value={day?.endsOn} />
        <FormField {...form} name="certainty" value={day?.certainty ?? 'to-confirm'} options={(['confirmed', 'to-confirm'] as const).map((value) => ({ value, label: t(`certainty.${value}`) }))} arrange="row" />
        <FormField {...form} name="source" value={day?.source} />
        <FormField {...form} name="note" value={day?.note} rows={2} />
        <ButtonRow><Button kind="main">{s('save')}</Button><ButtonLink kind="quiet" href={calendarHref(year)}>{s('cancel')}</ButtonLink></ButtonRow>
      </ActionForm>
      {day ? <Section title={t('withdraw')} aside={t('withdrawNote')}><ActionButton ui={ui} action={calendarHref(year, `/${day.id}/withdraw`)} kind="danger" hidden={{ rev: String(day.rev) }}>{t('withdraw')}</ActionButton></Section> : null}
    </div>
  );
}

/** A day without a time: the library writes the day that the machine's own clock shows, whatever zone that is in. */
const wholeDay = (day: string): Date => new Date(`${day}T00:00:00`);

export const calendarFile = defineDownload({
  path: '/performance/:year/calendar.ics',
  permission: 'performance.read',
  params: yearParams,
  async load(tx, { params, services }) {
    const cycle = await cycleOfYear(tx, params.year);
    if (!cycle) return notFound();
    const calendar = ical({ name: `${shared.th.calendar} ${params.year}`, prodId: { company: 'Krom', product: 'Performance', language: 'TH' } });
    for (const one of await calendarOf(tx, cycle.id)) {
      calendar.createEvent({
        id: `evaluation-day-${one.id}@krom`, sequence: one.rev, stamp: services.clock.now(), allDay: true,
        start: wholeDay(one.beginsOn ?? one.endsOn), end: wholeDay(addDays(localDate(one.endsOn), 1)),
        summary: one.certainty === 'confirmed' ? one.title : `${one.title} (${messages.th['certainty.to-confirm']})`, description: [messages.th[`kind.${one.kind}`], one.source, one.note].filter(Boolean).join('\n'),
      });
    }
    return ok({ body: calendar.toString(), contentType: 'text/calendar; charset=utf-8', fileName: `${messages.th.fileName}-${params.year}.ics`, disposition: 'attachment' });
  },
});
