// The board of open points, and the two things that can be done with one: carry it into an agenda, close it.
import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { ReadTx } from '../../../../platform/db/database.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Select } from '../../../../ui/components/select.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { QuickFilters } from '../../../../ui/components/tabs.tsx';
import { isSecretariat, permissions } from '../../access.ts';
import { mayStep } from '../../domain/meeting-state.ts';
import { sectionKinds } from '../../domain/minutes-document.ts';
import { messages as shared, sectionWords } from '../../messages.ts';
import { committeesOn } from '../../office.ts';
import type { Committee } from '../../office.ts';
import { optionalId, pointParams } from '../../params.ts';
import { dayText, meetingHref, referenceText } from '../../shown.ts';
import { listMeetings } from '../../store/meetings.ts';
import type { MeetingRow } from '../../store/meetings.ts';
import { findOpenPoint, listOpenPoints } from '../../store/open-points.ts';
import type { OpenPointOnBoard } from '../../store/open-points.ts';
import { carryForm, closeForm } from './form.ts';
import { messages } from './messages.ts';

const pageSize = 30;
const query = z.object({
  committee: optionalId,
  meeting: optionalId,
  show: z.enum(['open', 'closed']).catch('open').default('open'),
  after: z.string().regex(/^\d{4}-\d{2}-\d{2}\.\d{1,10}$/u).optional().catch(undefined),
});
type Query = z.infer<typeof query>;

interface Board {
  readonly points: readonly OpenPointOnBoard[];
  readonly more: boolean;
  readonly committees: readonly Committee[];
  readonly query: Query;
}

export const openPointsPage = definePage({
  path: '/open-points',
  permission: permissions.see,
  query,
  async load(tx, { query: asked, services }) {
    const [raisedOn, id] = asked.after?.split('.') ?? [];
    const found = await listOpenPoints(tx, { committeeId: asked.committee, meetingId: asked.meeting, closed: asked.show === 'closed' }, pageSize + 1, raisedOn && id ? { raisedOn, id: Number(id) } : undefined);
    return ok({ points: found.slice(0, pageSize), more: found.length > pageSize, committees: await committeesOn(tx, services.clock.today()), query: asked });
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: BoardView,
});

function address(asked: Query, change: Partial<Record<keyof Query, string | undefined>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...asked, ...change })) if (value !== undefined && !(name === 'show' && value === 'open')) params.set(name, String(value));
  const text = params.toString();
  return text ? `/open-points?${text}` : '/open-points';
}

const reference = (point: OpenPointOnBoard): string => `${point.committeeName} ${referenceText({ number: point.meetingNumber, yearBe: point.meetingYear })}`;

function BoardView({ points, more, committees, query: asked }: Board, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const last = points.at(-1);
  return (
    <div class="stack">
      <PageHead title={t('title')} sub={t('sub')} />
      <QuickFilters items={[
        { label: t('open'), href: address(asked, { show: 'open', after: undefined }), current: asked.show === 'open' },
        { label: t('closed'), href: address(asked, { show: 'closed', after: undefined }), current: asked.show === 'closed' },
      ]} />
      <FilterBar action="/open-points" clearHref={asked.committee ?? asked.meeting ? '/open-points' : undefined} hidden={asked.show === 'closed' ? { show: 'closed' } : undefined}>
        <Select name="committee" label={shared.in(ui.lang)('committee')} empty={t('allCommittees')} optional value={asked.committee ? String(asked.committee) : ''} options={committees.map((one) => ({ value: String(one.id), label: one.name }))} size="m" />
      </FilterBar>
      <Table caption={t('title')} captionHidden rows={points} rowKey={(row) => String(row.id)} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>} columns={[
        { key: 'point', head: t('point'), kind: 'main', cell: (row) => <>{row.text}{row.itemTitle ? <div class="quiet small">{row.agendaNumber} {row.itemTitle}</div> : null}</> },
        { key: 'from', head: t('from'), cell: (row) => <><a href={meetingHref(row.meetingId)}>{reference(row)}</a><div class="quiet small">{dayText(ui.lang, row.raisedOn)}</div></> },
        {
          key: 'state', head: t('state'), cell: (row) => (
            <>
              <StateMark kind={({ open: 'risk', carried: 'going', closed: 'done' } as const)[row.state]} wrap>{t(`state_${row.state}`)}</StateMark>
              {row.carriedToMeetingId ? <div class="small"><a href={meetingHref(row.carriedToMeetingId, '#agenda')}>{shared.in(ui.lang)('agenda')}</a></div> : null}
              {row.closedReason ? <div class="quiet small">{row.closedReason} ({row.closedName})</div> : null}
            </>
          ),
        },
        { key: 'acts', head: '', cell: (row) => (row.state === 'closed' || !ui.can(permissions.plan) ? null : <span class="cluster"><a href={`/open-points/${row.id}/carry`}>{t('carry')}</a><a href={`/open-points/${row.id}/close`}>{t('close')}</a></span>) },
      ]} />
      <Pager previous={asked.after ? { href: address(asked, { after: undefined }), label: t('first') } : undefined} next={more && last ? { href: address(asked, { after: `${last.raisedOn}.${last.id}` }), label: t('next') } : undefined} />
    </div>
  );
}

/** Meetings to come whose agenda the actor keeps. */
export async function meetingsToCarryTo(tx: ReadTx, today: string): Promise<MeetingRow[]> {
  const coming = await listMeetings(tx, { from: today }, 100);
  return coming.filter((meeting) => mayStep(meeting.state, 'change-agenda') && isSecretariat(tx.actor, meeting, permissions.plan)).reverse();
}

interface Carry {
  readonly point: OpenPointOnBoard;
  readonly meetings: readonly MeetingRow[];
}

export const carryPointPage = definePage({
  path: '/open-points/:point/carry',
  permission: permissions.plan,
  params: pointParams,
  async load(tx, { params, services }) {
    const point = await findOpenPoint(tx, params.point);
    if (!point) return notFound();
    if (point.state === 'closed') return fail('CLOSED', messages.words('notOpen'), { status: 409 });
    return ok({ point, meetings: await meetingsToCarryTo(tx, services.clock.today()) });
  },
  title: (_data, ui) => messages.in(ui.lang)('carryTitle'),
  view: CarryView,
});

function Head({ ui, title, point }: { ui: Ui; title: string; point: OpenPointOnBoard }): VNode {
  return <PageHead title={title} sub={`${reference(point)} · ${point.text}`} crumbs={[{ label: messages.in(ui.lang)('title'), href: '/open-points' }, { label: title }]} />;
}

function CarryView({ point, meetings }: Carry, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const action = `/open-points/${point.id}/carry`;
  const common = { ui, action, form: carryForm };
  return (
    <div class="stack">
      <Head ui={ui} title={t('carryTitle')} point={point} />
      {meetings.length === 0 ? <EmptyState title={t('noMeetings')} action={<ButtonLink href="/meetings/new">{t('meeting')}</ButtonLink>}>{t('noMeetingsText')}</EmptyState> : (
        <ActionForm ui={ui} action={action} form={carryForm} class="form">
          <FormField {...common} name="meeting" as="select" value={meetings[0]?.id} options={meetings.map((meeting) => ({ value: String(meeting.id), label: `${dayText(ui.lang, meeting.heldOn)} ${meeting.committeeName} ${referenceText(meeting)}` }))} />
          <FormField {...common} name="section" as="select" value="matters-arising" options={sectionKinds.map((kind) => ({ value: kind, label: ui.text(sectionWords[kind]) }))} />
          <FormField {...common} name="title" value={point.text.slice(0, 1000)} />
          <ButtonRow><Button kind="main">{t('submitCarry')}</Button><ButtonLink kind="quiet" href="/open-points">{shared.in(ui.lang)('cancel')}</ButtonLink></ButtonRow>
        </ActionForm>
      )}
    </div>
  );
}

export const closePointPage = definePage({
  path: '/open-points/:point/close',
  permission: permissions.plan,
  params: pointParams,
  async load(tx, { params }) {
    const point = await findOpenPoint(tx, params.point);
    if (!point) return notFound();
    if (point.state === 'closed') return fail('CLOSED', messages.words('notOpen'), { status: 409 });
    return ok(point);
  },
  title: (_data, ui) => messages.in(ui.lang)('closeTitle'),
  view: (point, ui) => {
    const t = messages.in(ui.lang);
    const action = `/open-points/${point.id}/close`;
    return (
      <div class="stack">
        <Head ui={ui} title={t('closeTitle')} point={point} />
        <ActionForm ui={ui} action={action} form={closeForm} class="form">
          <FormField ui={ui} action={action} form={closeForm} name="reason" />
          <ButtonRow><Button kind="main">{t('submitClose')}</Button><ButtonLink kind="quiet" href="/open-points">{shared.in(ui.lang)('cancel')}</ButtonLink></ButtonRow>
        </ActionForm>
      </div>
    );
  },
});
