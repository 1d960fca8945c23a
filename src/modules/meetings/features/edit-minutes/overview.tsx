// The minutes at a glance: begin them, or see which matters are written and which still lack a resolution.
import type { VNode } from 'preact';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { defineAction, definePage } from '../../../../platform/http/define.ts';
import type { ReadTx } from '../../../../platform/db/database.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { isSecretariat, meetingForPage, meetingForStep, permissions } from '../../access.ts';
import { withoutTitle } from '../../domain/people-as-written.ts';
import { sectionTitles } from '../../domain/minutes-document.ts';
import { numberSections } from '../../domain/minutes-text.ts';
import { messages as shared } from '../../messages.ts';
import { beginMinutes } from '../../minutes-from-meeting.ts';
import { headOfUnit, peopleByIds, searchPeople } from '../../office.ts';
import { meetingParams } from '../../params.ts';
import { indexMinutes } from '../../search.ts';
import { meetingHref, referenceText } from '../../shown.ts';
import { listAttendance } from '../../store/attendance.ts';
import type { MeetingRow } from '../../store/meetings.ts';
import { findVersion, minutesOf } from '../../store/minutes.ts';
import type { VersionRow } from '../../store/minutes.ts';
import { beginForm } from './form.ts';
import { messages } from './messages.ts';
import { editItemAddress } from './page.tsx';

interface Data {
  readonly meeting: MeetingRow;
  readonly version: VersionRow | undefined;
  readonly hasAttendance: boolean;
  /** Whether the actor may record attendance and change the agenda. */
  readonly plans: boolean;
  readonly suggested: { readonly drafter: string; readonly checker: string };
}

export const editMinutesPage = definePage({
  path: '/meetings/:id/minutes/edit',
  permission: permissions.write,
  params: meetingParams,
  async load(tx, { params }) {
    const meeting = await meetingForPage(tx, params.id, 'write-minutes', permissions.write);
    if (!meeting.ok) return meeting;
    const minutes = await minutesOf(tx, params.id);
    const version = minutes?.currentVersionId ? await findVersion(tx, minutes.currentVersionId) : undefined;
    const head = await headOfUnit(tx, meeting.value.ownerUnitId, meeting.value.heldOn);
    return ok({
      meeting: meeting.value, version, hasAttendance: (await listAttendance(tx, params.id)).length > 0,
      plans: isSecretariat(tx.actor, meeting.value, permissions.plan),
      suggested: { drafter: (await peopleByIds(tx, meeting.value.heldOn, [tx.actor.id]))[0]?.name ?? '', checker: head?.name ?? '' },
    });
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: OverviewView,
});

function OverviewView(data: Data, ui: Ui): VNode {
  const { meeting, version } = data;
  const t = messages.in(ui.lang);
  return (
    <div class="stack">
      <PageHead title={t('title')} sub={`${meeting.title} ${referenceText(meeting)}`}
        crumbs={[{ label: shared.in(ui.lang)('meetings'), href: '/meetings' }, { label: referenceText(meeting), href: meetingHref(meeting.id) }, { label: t('title') }]}
        actions={version ? <>
          <ButtonLink kind="main" href={meetingHref(meeting.id, '/minutes/check')}>{t('check')}</ButtonLink>
          <ButtonLink href={meetingHref(meeting.id, '/minutes/sign')}>{t('sign')}</ButtonLink>
          <ButtonLink kind="quiet" href={meetingHref(meeting.id, '/minutes')}>{t('read')}</ButtonLink>
        </> : undefined} />
      {data.hasAttendance ? null : <Notice kind="warn" title={t('noAttendance')}>{data.plans ? <p><a href={meetingHref(meeting.id, '/attendance')}>{t('recordFirst')}</a></p> : null}</Notice>}
      {version ? <Items ui={ui} meeting={meeting} version={version} plans={data.plans} /> : <Begin ui={ui} meeting={meeting} suggested={data.suggested} />}
    </div>
  );
}

function Items({ ui, meeting, version, plans }: { ui: Ui; meeting: MeetingRow; version: VersionRow; plans: boolean }): VNode {
  const t = messages.in(ui.lang);
  const rows = numberSections(version.content).flatMap((section) => section.items.map((item) => ({ section, ...item })));
  return (
    <>
      <Table caption={t('items')} captionHidden rows={rows} rowKey={(row) => row.item.id} columns={[
        { key: 'number', head: t('itemNumber'), kind: 'nowrap', cell: (row) => row.number ?? row.section.number },
        { key: 'title', head: t('items'), kind: 'main', cell: (row) => <a href={editItemAddress(meeting.id, row.item.id)}>{row.item.title || sectionTitles[row.section.section.kind]}</a> },
        { key: 'lines', head: t('lines'), kind: 'num', cell: (row) => (row.item.lines.length > 0 ? t('lineCount', { n: row.item.lines.length }) : <span class="quiet">{t('noLines')}</span>) },
        {
          key: 'resolved', head: t('resolution'),
          cell: (row) => { const has = row.item.lines.some((line) => line.kind === 'resolution'); return <StateMark kind={has ? 'done' : 'wait'}>{t(has ? 'hasResolution' : 'noResolution')}</StateMark>; },
        },
      ]} />
      {plans ? <p><a href={meetingHref(meeting.id, '/agenda#add')}>{t('addItem')}</a></p> : null}
    </>
  );
}

function Begin({ ui, meeting, suggested }: { ui: Ui; meeting: MeetingRow; suggested: Data['suggested'] }): VNode {
  const t = messages.in(ui.lang);
  const action = meetingHref(meeting.id, '/minutes/edit');
  const common = { ui, action, form: beginForm };
  return (
    <ActionForm ui={ui} action={action} form={beginForm} class="form">
      <p>{t('beginText')}</p>
      <FormField {...common} name="drafter" value={suggested.drafter} hint={t('personHint')} />
      <FormField {...common} name="checker" value={suggested.checker} hint={t('personHint')} />
      <ButtonRow><Button kind="main">{t('begin')}</Button><ButtonLink kind="quiet" href={meetingHref(meeting.id)}>{shared.in(ui.lang)('back')}</ButtonLink></ButtonRow>
    </ActionForm>
  );
}

export const beginMinutesAction = defineAction({
  path: '/meetings/:id/minutes/edit',
  permission: permissions.write,
  params: meetingParams,
  form: beginForm,
  page: editMinutesPage,
  async run(tx, { params, input, services }) {
    const found = await meetingForStep(tx, params.id, 'write-minutes', permissions.write);
    if (!found.ok) return found;
    const meeting = found.value;
    if (await minutesOf(tx, meeting.id)) return fail('HAS_MINUTES', messages.words('already'), { status: 409 });
    const drafter = await personNamed(tx, input.drafter, meeting.heldOn);
    const checker = await personNamed(tx, input.checker, meeting.heldOn);
    if (drafter === undefined || checker === undefined) {
      return fail('NO_SUCH_PERSON', messages.words('noSuchPerson'), { fields: { ...(drafter === undefined ? { drafter: messages.words('noSuchPerson') } : {}), ...(checker === undefined ? { checker: messages.words('noSuchPerson') } : {}) } });
    }
    const { minutesId } = await beginMinutes(tx, meeting, { drafterId: drafter, checkerId: checker }, services.clock.now());
    await indexMinutes(tx, meeting.id);
    return ok({
      audit: { action: 'meetings.minutes-begun', subject: { type: 'meetings.minutes', id: minutesId }, unitId: meeting.ownerUnitId, detail: { drafter, checker } },
      goTo: meetingHref(meeting.id, '/minutes/edit'),
      flash: { th: messages.th.began, en: messages.en.began },
    });
  },
});

async function personNamed(tx: ReadTx, name: string, day: string): Promise<number | undefined> {
  const people = (await searchPeople(tx, day, name, 5)).filter((one) => withoutTitle(one.name) === withoutTitle(name));
  return people.length === 1 ? people[0]?.id : undefined;
}

