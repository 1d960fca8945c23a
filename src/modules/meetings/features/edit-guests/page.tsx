// Who is asked to come: the committee's seats, and people found by name.
import type { VNode } from 'preact';
import { z } from 'zod';
import { emptyForm } from '../../../../platform/forms/form.ts';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Panel, Section } from '../../../../ui/components/panel.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { TextField } from '../../../../ui/components/text-field.tsx';
import { meetingForPage, permissions } from '../../access.ts';
import { messages as shared } from '../../messages.ts';
import { searchPeople } from '../../office.ts';
import type { PersonFound } from '../../office.ts';
import { meetingParams, optionalText } from '../../params.ts';
import { meetingHref, referenceText } from '../../shown.ts';
import { listInvitations } from '../../store/invitations.ts';
import type { InvitationRow } from '../../store/invitations.ts';
import type { MeetingRow } from '../../store/meetings.ts';
import { addGuestsForm } from './form.ts';
import { messages } from './messages.ts';

interface Data {
  readonly meeting: MeetingRow;
  readonly invitations: readonly InvitationRow[];
  readonly words: string | undefined;
  readonly found: readonly PersonFound[];
}

export const editGuestsPage = definePage({
  path: '/meetings/:id/guests',
  permission: permissions.plan,
  params: meetingParams,
  query: z.object({ q: optionalText }),
  async load(tx, { params, query }) {
    const meeting = await meetingForPage(tx, params.id, 'change-guests', permissions.plan);
    if (!meeting.ok) return meeting;
    const invitations = await listInvitations(tx, params.id);
    const people = query.q ? await searchPeople(tx, meeting.value.heldOn, query.q) : [];
    return ok({ meeting: meeting.value, invitations, words: query.q, found: people.filter((person) => !invitations.some((one) => one.personId === person.id)) });
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: GuestsView,
});

function GuestsView({ meeting, invitations, words, found }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const base = meetingHref(meeting.id, '/guests');
  return (
    <div class="stack">
      <PageHead title={t('title')} sub={`${meeting.title} ${referenceText(meeting)}`}
        crumbs={[{ label: shared.in(ui.lang)('meetings'), href: '/meetings' }, { label: referenceText(meeting), href: meetingHref(meeting.id) }, { label: t('title') }]}
        actions={<ButtonLink kind="main" href={meetingHref(meeting.id, '/invite')}>{t('next')}</ButtonLink>} />
      <Section title={t('members')}>
        <Guests ui={ui} base={base} rows={invitations.filter((one) => one.kind === 'member')} caption={t('members')} />
        <ActionForm ui={ui} action={`${base}/refresh`} form={emptyForm} class="inline"><Button kind="quiet">{t('refresh')}</Button></ActionForm>
      </Section>
      <Section title={t('participants')}>
        <Guests ui={ui} base={base} rows={invitations.filter((one) => one.kind === 'participant')} caption={t('participants')} empty={t('noParticipants')} />
      </Section>
      <Panel title={t('addTitle')} id="add">
        <FilterBar action={base} label={t('find')} submitLabel={t('search')} wide>
          <TextField name="q" label={t('find')} value={words ?? ''} optional />
        </FilterBar>
        {words === undefined ? null : found.length === 0 ? <p class="quiet" role="status">{t('noneFound')}</p> : (
          <ActionForm ui={ui} action={base} form={addGuestsForm} class="form">
            <FormField ui={ui} action={base} form={addGuestsForm} name="people" label={`${t('choose')} (${t('found', { n: found.length })})`}
              options={found.map((person) => ({ value: String(person.id), label: person.name, hint: [person.position, person.unit].filter(Boolean).join(' ') }))} />
            <ButtonRow><Button kind="main">{t('add')}</Button></ButtonRow>
          </ActionForm>
        )}
      </Panel>
    </div>
  );
}

function Guests({ ui, base, rows, caption, empty }: { ui: Ui; base: string; rows: readonly InvitationRow[]; caption: string; empty?: string }): VNode {
  const t = messages.in(ui.lang);
  return (
    <Table caption={caption} captionHidden rows={rows} rowKey={(row) => String(row.id)} empty={<p class="quiet">{empty}</p>}
      columns={[
        { key: 'name', head: t('person'), kind: 'main', cell: (row) => row.name || <span class="quiet">({t('vacant')})</span> },
        { key: 'position', head: t('position'), cell: (row) => [row.position, row.unit].filter(Boolean).join(' ') },
        { key: 'role', head: t('role'), cell: (row) => row.role },
        { key: 'sent', head: t('sent'), cell: (row) => (row.sentAt ? t('sent') : t('notSent')) },
        {
          key: 'remove', head: t('remove'), cell: (row) => (row.sentAt ? null : (
            <ActionForm ui={ui} action={`${base}/${row.id}/remove`} form={emptyForm} class="inline"><button class="btn btn-quiet" aria-label={t('removeOf', { name: row.name || row.position })}>{t('remove')}</button></ActionForm>
          )),
        },
      ]} />
  );
}
