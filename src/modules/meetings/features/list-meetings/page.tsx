// All meetings that the actor may see, newest first: filtered, paged by key, or as a month of a calendar.
import type { VNode } from 'preact';
import { z } from 'zod';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { addMonths, daysInMonth, localDate } from '../../../../thai/index.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Select } from '../../../../ui/components/select.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { QuickFilters } from '../../../../ui/components/tabs.tsx';
import { TextField } from '../../../../ui/components/text-field.tsx';
import { permissions } from '../../access.ts';
import { meetingStates } from '../../domain/meeting-state.ts';
import { messages as shared, stateMarks, stateWords } from '../../messages.ts';
import { committeesOn } from '../../office.ts';
import type { Committee } from '../../office.ts';
import { optionalId, optionalText } from '../../params.ts';
import { dayText, hoursText, meetingHref, numberText, placeText, referenceText } from '../../shown.ts';
import { listMeetings, meetingYears } from '../../store/meetings.ts';
import type { MeetingRow } from '../../store/meetings.ts';
import { CalendarMonth } from './calendar-month.tsx';
import { messages } from './messages.ts';

const pageSize = 30;

const query = z.object({
  committee: optionalId,
  year: z.coerce.number().int().min(2400).max(2800).optional().catch(undefined),
  state: z.enum(meetingStates).optional().catch(undefined),
  q: optionalText,
  view: z.enum(['list', 'calendar']).catch('list').default('list'),
  /** `YYYY-MM`. */
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u).optional().catch(undefined),
  /** Key of the last row of the page before: `YYYY-MM-DD.id`. */
  after: z.string().regex(/^\d{4}-\d{2}-\d{2}\.\d{1,10}$/u).optional().catch(undefined),
});
type Query = z.infer<typeof query>;

interface Data {
  readonly rows: readonly MeetingRow[];
  readonly more: boolean;
  readonly committees: readonly Committee[];
  readonly years: readonly number[];
  readonly query: Query;
  readonly month: string;
  readonly today: string;
}

/** The address of this page with some of its query changed. */
function address(query: Query, change: Partial<Record<keyof Query, string | undefined>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, ...change })) if (value !== undefined && !(name === 'view' && value === 'list')) params.set(name, String(value));
  const text = params.toString();
  return text ? `/meetings?${text}` : '/meetings';
}

export const listMeetingsPage = definePage({
  path: '/meetings',
  permission: permissions.see,
  query,
  async load(tx, { query: asked, services }) {
    const today = services.clock.today();
    const month = asked.month ?? today.slice(0, 7);
    const filter = { committeeId: asked.committee, yearBe: asked.year, state: asked.state, words: asked.q };
    const [heldOn, id] = asked.after?.split('.') ?? [];
    const found = asked.view === 'calendar'
      ? await listMeetings(tx, { ...filter, yearBe: undefined, from: `${month}-01`, to: lastOfMonth(month) }, 500)
      : await listMeetings(tx, filter, pageSize + 1, heldOn && id ? { heldOn, id: Number(id) } : undefined);
    const rows = asked.view === 'calendar' ? found : found.slice(0, pageSize);
    return ok({ rows, more: asked.view === 'list' && found.length > pageSize, committees: await committeesOn(tx, today), years: await meetingYears(tx), query: asked, month, today });
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: ListView,
});

function lastOfMonth(month: string): string {
  return `${month}-${String(daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))).padStart(2, '0')}`;
}

function ListView(data: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const { query: asked } = data;
  const filtered = asked.committee !== undefined || asked.year !== undefined || asked.state !== undefined || asked.q !== undefined;
  return (
    <div class="stack">
      <PageHead title={t('title')} sub={t('sub')} actions={ui.can(permissions.plan) ? <ButtonLink kind="main" href="/meetings/new">{t('plan')}</ButtonLink> : undefined} />
      <QuickFilters items={[
        { label: t('asList'), href: address(asked, { view: 'list', month: undefined, after: undefined }), current: asked.view === 'list' },
        { label: t('asCalendar'), href: address(asked, { view: 'calendar', after: undefined }), current: asked.view === 'calendar' },
      ]} />
      <FilterBar action="/meetings" clearHref={filtered ? address({ ...asked, committee: undefined, year: undefined, state: undefined, q: undefined, after: undefined }, {}) : undefined}
        hidden={asked.view === 'calendar' ? { view: 'calendar', month: data.month } : undefined}>
        <Select name="committee" label={shared.in(ui.lang)('committee')} empty={t('allCommittees')} optional value={asked.committee ? String(asked.committee) : ''}
          options={data.committees.map((committee) => ({ value: String(committee.id), label: committee.name }))} size="m" />
        {asked.view === 'list'
          ? <Select name="year" label={t('year')} empty={t('allYears')} optional value={asked.year ? String(asked.year) : ''} options={data.years.map((year) => ({ value: String(year), label: String(year) }))} size="s" />
          : null}
        <Select name="state" label={shared.in(ui.lang)('state')} empty={t('allStates')} optional value={asked.state ?? ''} options={meetingStates.map((state) => ({ value: state, label: ui.text(stateWords[state]) }))} size="m" />
        <TextField name="q" label={t('words')} optional value={asked.q ?? ''} size="m" />
      </FilterBar>
      {asked.view === 'calendar' ? <Calendar data={data} ui={ui} /> : <List data={data} ui={ui} />}
    </div>
  );
}

function Calendar({ data, ui }: { data: Data; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const first = localDate(`${data.month}-01`);
  return (
    <>
      <CalendarMonth month={data.month} today={data.today} lang={ui.lang} entries={data.rows.map((meeting) => ({
        date: meeting.heldOn, time: meeting.startsAt.replace(':', '.'), label: `${meeting.committeeName} ${numberText(meeting)}`, href: meetingHref(meeting.id), void: meeting.state === 'cancelled',
      }))} />
      {data.rows.length === 0 ? <p class="quiet">{t('noneInMonth')}</p> : null}
      <Pager label={t('month')} previous={{ href: address(data.query, { month: addMonths(first, -1).slice(0, 7) }), label: t('previousMonth') }}
        next={{ href: address(data.query, { month: addMonths(first, 1).slice(0, 7) }), label: t('nextMonth') }} />
    </>
  );
}

function List({ data, ui }: { data: Data; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const last = data.rows.at(-1);
  return (
    <>
      <Table caption={t('title')} captionHidden rows={data.rows} rowKey={(row) => String(row.id)} isVoid={(row) => row.state === 'cancelled'}
        columns={[
          { key: 'number', head: t('number'), kind: 'nowrap', cell: (row) => <a href={meetingHref(row.id)}>{referenceText(row)}</a> },
          { key: 'name', head: t('name'), kind: 'main', cell: (row) => <><a href={meetingHref(row.id)}>{row.title}</a>{row.title.includes(row.committeeName) ? null : <div class="quiet small">{row.committeeName}</div>}</> },
          { key: 'when', head: t('when'), kind: 'nowrap', cell: (row) => <>{dayText(ui.lang, row.heldOn, 'short-weekday')}<div class="quiet small">{hoursText(row.startsAt, row.endsAt)}</div></> },
          { key: 'place', head: s('place'), cell: (row) => placeText(row) },
          { key: 'state', head: s('state'), cell: (row) => <StateMark kind={stateMarks[row.state]} wrap>{ui.text(stateWords[row.state])}</StateMark> },
        ]}
        empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>} />
      <Pager previous={data.query.after ? { href: address(data.query, { after: undefined }), label: t('first') } : undefined}
        next={data.more && last ? { href: address(data.query, { after: `${last.heldOn}.${last.id}` }), label: t('next') } : undefined} />
    </>
  );
}
