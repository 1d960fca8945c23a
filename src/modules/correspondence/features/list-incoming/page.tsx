// Received letters of a unit: what waits, is under way, done, overdue, and what waits for me; several can be handled at once.
import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { toArabicDigits } from '../../../../thai/index.ts';
import type { OfficeCalendar } from '../../../../thai/index.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { QuickFilters } from '../../../../ui/components/tabs.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { TextField } from '../../../../ui/components/text-field.tsx';
import { purposes } from '../../domain/received.ts';
import { printedReference } from '../../domain/reference.ts';
import { incomingHref } from '../../href.ts';
import { messages as shared } from '../../messages.ts';
import { chosenUnit, officeCalendar, keptUnits } from '../../office.ts';
import type { UnitChoice } from '../../office.ts';
import { assigneeChoices, proposalSeats } from '../../received/office.ts';
import type { AssigneeChoices, Choice } from '../../received/office.ts';
import { optionalId, optionalText } from '../../params.ts';
import { messages as received } from '../../received/messages.ts';
import { receivedDue, receivedMark } from '../../received/shown.tsx';
import { address, urgencyStamp } from '../../shown.tsx';
import { receivedCounts, receivedFilters, receivedLines } from '../../store/received-lists.ts';
import type { ReceivedLine } from '../../store/received-lists.ts';
import { GoneNotice, NoUnit, UnitFilter } from '../../unit-filter.tsx';
import { bulkAssignForm, bulkProposeForm } from './form.ts';
import { messages } from './messages.ts';

const pageSize = 40;
const query = z.object({ unit: optionalId, show: z.enum(receivedFilters).optional().catch(undefined), q: optionalText, before: optionalId });
type Query = z.infer<typeof query>;

interface Data {
  readonly units: readonly UnitChoice[];
  readonly unit: UnitChoice | undefined;
  readonly keeps: boolean;
  readonly lines: readonly ReceivedLine[];
  readonly more: boolean;
  readonly counts: { readonly waiting: number; readonly going: number; readonly overdue: number };
  readonly seats: readonly Choice[];
  readonly choices: AssigneeChoices;
  readonly calendar: OfficeCalendar;
  readonly query: Query;
}

export const listIncomingPage = definePage({
  path: '/incoming',
  permission: 'correspondence.read-incoming',
  query,
  async load(tx, { query: asked, services }) {
    const today = services.clock.today();
    const now = services.clock.now();
    const kept = await keptUnits(tx, 'correspondence.receive-letters', today);
    const units = kept.length > 0 ? kept : await keptUnits(tx, 'correspondence.read-incoming', today);
    const unit = chosenUnit(units, asked.unit);
    const show = asked.show ?? 'open';
    const words = asked.q === undefined ? undefined : toArabicDigits(asked.q);
    const found = await receivedLines(tx, { unitId: unit?.id ?? 0, show: unit ? show : 'mine', words, before: asked.before, now, limit: pageSize + 1 });
    return ok<Data>({
      units, unit, keeps: kept.length > 0, lines: found.slice(0, pageSize), more: found.length > pageSize, counts: unit ? await receivedCounts(tx, unit.id, now) : { waiting: 0, going: 0, overdue: 0 },
      seats: unit && kept.length > 0 ? await proposalSeats(tx, unit.id, today) : [], choices: unit ? await assigneeChoices(tx, unit.id, today) : { units: [], people: [] },
      calendar: await officeCalendar(tx), query: asked,
    });
  },
  title: (_data, ui) => received.in(ui.lang)('incoming'),
  view: ListView,
});

function ListView(data: Data, ui: Ui): VNode {
  const { units, unit, keeps, lines, more, counts, query: asked } = data;
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const r = received.in(ui.lang);
  if (!unit && lines.length === 0) return <div class="stack"><PageHead title={r('incoming')} /><NoUnit ui={ui} /></div>;
  const show = unit ? (asked.show ?? 'open') : 'mine';
  const here = (change: Partial<Record<keyof Query, string | number>>) => address('/incoming', { unit: unit?.id, show: asked.show, q: asked.q, ...change });
  const last = lines.at(-1);
  const filtered = asked.q !== undefined;
  const count = { waiting: counts.waiting, going: counts.going, overdue: counts.overdue } as Readonly<Record<string, number>>;
  return (
    <div class="stack">
      <PageHead title={r('incoming')} sub={unit?.label} actions={(
        <>
          {keeps && !unit?.gone ? <ButtonLink kind="main" href={address('/incoming/new', { unit: unit?.id })} shortcut="n">{t('register')}</ButtonLink> : null}
          {keeps ? <ButtonLink href={address('/incoming/register', { unit: unit?.id })}>{t('toRegister')}</ButtonLink> : null}
          {ui.can('correspondence.reroute') ? <ButtonLink href="/incoming/parked">{t('parked')}</ButtonLink> : null}
        </>
      )} />
      <GoneNotice ui={ui} unit={unit} />
      {unit ? <QuickFilters items={receivedFilters.map((one) => ({ label: t(`show.${one}`), href: here({ show: one }), current: one === show, ...(count[one] ? { count: count[one] } : {}) }))} /> : null}
      {unit ? (
        <FilterBar action="/incoming" clearHref={filtered ? here({ q: '' }) : undefined} hidden={{ show }}>
          <UnitFilter ui={ui} units={units} chosen={unit} />
          <TextField name="q" label={s('words')} optional value={asked.q ?? ''} size="m" />
        </FilterBar>
      ) : null}
      <ActionForm ui={ui} action="/incoming/noted" class="stack" id="letters">
        <Lines data={data} ui={ui} />
        {lines.length > 0 ? <Bulk data={data} ui={ui} /> : null}
      </ActionForm>
      <Pager
        previous={asked.before ? { href: here({}), label: s('first') } : undefined}
        next={more && last ? { href: here({ before: last.id }), label: s('next') } : undefined}
      />
    </div>
  );
}

function Lines({ data, ui }: { data: Data; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const r = received.in(ui.lang);
  const { lines, calendar, query: asked } = data;
  return (
    <Table caption={r('incoming')} captionHidden rows={lines} rowKey={(row) => String(row.id)}
      select={{ name: 'letters', value: (row) => String(row.id), label: (row) => `${r('number')} ${row.number} ${row.subject}` }}
      empty={asked.q ? <EmptyState title={t('noneFound')}>{t('noneFoundText')}</EmptyState> : <EmptyState title={t('none')}>{data.unit?.gone ? null : t('noneText')}</EmptyState>}
      columns={[
        { key: 'number', head: r('number'), kind: 'num', cell: (row) => row.number },
        { key: 'subject', head: s('subject'), kind: 'main', cell: (row) => <>{urgencyStamp(row.urgency)} <a href={incomingHref(row.id)}>{row.subject}</a></> },
        { key: 'from', head: s('from'), cell: (row) => <>{row.from}{row.reference ? <div class="quiet nowrap">{printedReference(row.reference)}</div> : null}</> },
        { key: 'where', head: t('where'), cell: (row) => receivedMark(ui, row) },
        { key: 'due', head: t('due'), kind: 'nowrap', cell: (row) => (row.state === 'closed' ? null : receivedDue(ui, row.dueAt, calendar)) },
      ]} />
  );
}

/** One form, three buttons with addresses of their own: without scripts the boxes of the table go with each. */
function Bulk({ data, ui }: { data: Data; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const r = received.in(ui.lang);
  const options = (list: readonly Choice[]) => list.map((one) => ({ value: String(one.id), label: one.label, ...(one.hint ? { hint: one.hint } : {}) }));
  const propose = { ui, action: '/incoming/propose', form: bulkProposeForm };
  const assign = { ui, action: '/incoming/assign', form: bulkAssignForm };
  return (
    <Section title={t('chosen')}>
      <div class="stack">
        <FormField {...propose} name="note" />
        {data.keeps ? (
          <>
            <FormField {...propose} name="position" as="select" value={data.seats[0]?.id} options={options(data.seats)} />
            <FormField {...propose} name="purpose" as="select" value="consider" options={purposes.map((one) => ({ value: one, label: r(`purpose.${one}`) }))} size="m" />
          </>
        ) : null}
        <ButtonRow>
          {data.keeps ? <Button formAction="/incoming/propose">{t('propose')}</Button> : null}
          <Button formAction="/incoming/noted">{t('noted')}</Button>
        </ButtonRow>
        <details>
          <summary>{t('units')}</summary>
          <div class="stack">
            <FormField {...assign} name="units" arrange="two" options={options(data.choices.units)} />
            <FormField {...assign} name="people" arrange="two" options={options(data.choices.people)} />
            <ButtonRow><Button formAction="/incoming/assign">{t('assign')}</Button></ButtonRow>
          </div>
        </details>
      </div>
    </Section>
  );
}
