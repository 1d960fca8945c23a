import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Panel, Section } from '../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { idParams } from '../../guard.ts';
import { LostMessage } from '../../lost-message.tsx';
import { removalsOf, type FactorRemoval } from '../../store/factors.ts';
import { personById, personLabel } from '../../store/people.ts';
import { hasPasskey, hasSecondFactor } from '../../store/sign-ins.ts';
import { instant } from '../../views.tsx';
import { removalForm } from './form.ts';
import { m } from './messages.ts';

export const removeFactor = 'organisation.remove-second-factor';
export const removalAddress = '/people/:id/second-factor';

export const removalPage = definePage({
  path: removalAddress,
  permission: removeFactor,
  params: idParams,
  async load(tx, { params }) {
    const person = await personById(tx, params.id);
    if (!person) return notFound();
    const removals = await removalsOf(tx, person.id);
    return ok({ person, has: (await hasSecondFactor(tx, person.id)) || (await hasPasskey(tx, person.id)), open: removals.find((one) => one.outcome === null), past: removals.filter((one) => one.outcome !== null) });
  },
  opens: ({ person }) => ({ type: 'organisation.person', id: person.id }),
  title: (_data, ui) => ui.text(m.words('title')),
  view({ person, has, open, past }, ui) {
    const t = m.in(ui.lang);
    const name = personLabel(person);
    const address = `/people/${person.id}/second-factor`;
    const own = person.id === ui.actor.id;
    const row = open ? `${address}/${open.id}` : '';
    const shown = open ? [`${row}/cancel`, ...(own || open.startedBy === ui.actor.id ? [] : [`${row}/approve`])] : has && !own ? [address] : [];
    return (
      <>
        <PageHead title={t('title')} sub={name} crumbs={[{ label: t('people'), href: '/people' }, { label: name, href: `/people/${person.id}` }, { label: t('account'), href: `/people/${person.id}/account` }, { label: t('title') }]} />
        <div class="stack">
          <LostMessage ui={ui} shown={shown} />
          <p class="measure">{t('rule')}</p>
          <DefinitionList items={[{ term: t('state'), value: has ? <StateMark kind="done">{t('on')}</StateMark> : <StateMark kind="void">{t('none')}</StateMark> }]} />
          {open ? <Open ui={ui} address={address} removal={open} own={own} /> : null}
          {has && !open ? (own ? <Notice>{t('self')}</Notice> : (
            <ActionForm ui={ui} action={address} form={removalForm} class="form">
              <FormField ui={ui} action={address} form={removalForm} name="reason" />
              <ButtonRow><Button kind="danger">{t('start')}</Button><ButtonLink href={`/people/${person.id}/account`}>{t('account')}</ButtonLink></ButtonRow>
            </ActionForm>
          )) : null}
          {past.length > 0 ? <Section title={t('past')}><Past ui={ui} rows={past} /></Section> : null}
        </div>
      </>
    );
  },
});

function Open({ ui, address, removal, own }: { ui: Ui; address: string; removal: FactorRemoval; own: boolean }) {
  const t = m.in(ui.lang);
  const mine = removal.startedBy === ui.actor.id;
  return (
    <Panel title={t('open')}>
      <div class="stack">
        <DefinitionList
          items={[
            { term: t('startedBy'), value: removal.startedByName },
            { term: t('startedAt'), value: instant(ui, removal.startedAt) },
            { term: t('reason'), value: removal.reason },
            { term: t('until'), value: instant(ui, removal.expiresAt) },
          ]}
        />
        {own ? <Notice>{t('self')}</Notice> : mine ? <Notice>{t('yours')}</Notice> : <p class="quiet">{t('approveHint')}</p>}
        <ButtonRow>
          {own || mine ? null : <ActionForm ui={ui} action={`${address}/${removal.id}/approve`} class="inline-form"><Button kind="danger">{t('approve')}</Button></ActionForm>}
          <ActionForm ui={ui} action={`${address}/${removal.id}/cancel`} class="inline-form"><Button>{t('cancel')}</Button></ActionForm>
        </ButtonRow>
      </div>
    </Panel>
  );
}

function Past({ ui, rows }: { ui: Ui; rows: readonly FactorRemoval[] }) {
  const t = m.in(ui.lang);
  return (
    <Table
      caption={t('past')} captionHidden rows={rows} rowKey={(row) => String(row.id)} isVoid={(row) => row.outcome !== 'approved'}
      columns={[
        { key: 'at', head: t('startedAt'), kind: 'main', cell: (row) => instant(ui, row.startedAt) },
        { key: 'by', head: t('startedBy'), cell: (row) => row.startedByName },
        { key: 'reason', head: t('reason'), kind: 'wide', cell: (row) => row.reason },
        { key: 'outcome', head: t('outcome'), cell: (row) => t(`outcome.${row.outcome ?? 'expired'}`) },
        { key: 'decided', head: t('decidedBy'), cell: (row) => row.decidedByName ?? '–' },
        { key: 'decidedAt', head: t('decidedAt'), kind: 'nowrap', cell: (row) => (row.decidedAt ? instant(ui, row.decidedAt) : '–') },
      ]}
    />
  );
}
