import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { idParams } from '../../guard.ts';
import { newFirstPassword } from '../../sign-in/tokens.ts';
import { accountOf } from '../../store/accounts.ts';
import { hasSecondFactor } from '../../store/sign-ins.ts';
import { personById, personLabel } from '../../store/people.ts';
import { instant } from '../../views.tsx';
import { firstPasswordForm } from './form.ts';
import { m } from './messages.ts';

export const accountPage = definePage({
  path: '/people/:id/account',
  permission: 'organisation.manage-accounts',
  params: idParams,
  async load(tx, { params, services }) {
    const person = await personById(tx, params.id);
    if (!person || (person.leftOn !== null && person.leftOn < services.clock.today())) return notFound();
    return ok({ person, account: await accountOf(tx, person.id), factor: await hasSecondFactor(tx, person.id), proposed: newFirstPassword() });
  },
  opens: ({ person }) => ({ type: 'organisation.person', id: person.id }),
  title: (_data, ui) => ui.text(m.words('title')),
  view({ person, account, factor, proposed }, ui) {
    const t = m.in(ui.lang);
    const action = `/people/${person.id}/account`;
    const common = { ui, action, form: firstPasswordForm };
    return (
      <>
        <PageHead title={t('title')} sub={personLabel(person)} crumbs={[{ label: t('people'), href: '/people' }, { label: personLabel(person), href: `/people/${person.id}` }, { label: t('title') }]} />
        {account ? (
          <DefinitionList
            items={[
              { term: t('username'), value: <code>{account.login}</code> },
              { term: t('state'), value: account.disabledAt ? <StateMark kind="void">{t('closed', { at: instant(ui, account.disabledAt) })}</StateMark> : account.mustChange ? <StateMark kind="wait">{t('first')}</StateMark> : <StateMark kind="done">{t('open')}</StateMark> },
              { term: t('lastSignIn'), value: account.lastSignInAt ? instant(ui, account.lastSignInAt) : t('never') },
              { term: t('sessions'), value: String(account.openSessions) },
              { term: t('factor'), value: factor ? <span class="cluster"><StateMark kind="done">{t('factorOn')}</StateMark>{ui.can('organisation.remove-second-factor') ? <a href={`/people/${person.id}/second-factor`}>{t('factorLost')}</a> : null}</span> : t('factorOff') },
            ]}
          />
        ) : <Notice>{t('none')}</Notice>}
        {person.id === ui.actor.id ? <Notice>{t('own')}</Notice> : (
          <>
            <Section title={account ? t('renew') : t('give')} aside={account ? t('renewHint') : undefined}>
              <ActionForm {...common} class="form">
                <FormField {...common} name="username" value={account?.login ?? person.email?.split('@')[0]} size="m" />
                <FormField {...common} name="password" value={proposed} size="m" />
                <ButtonRow><Button kind="main">{account ? t('renew') : t('give')}</Button><ButtonLink href={`/people/${person.id}`}>{t('back')}</ButtonLink></ButtonRow>
              </ActionForm>
            </Section>
            {account && !account.disabledAt ? (
              <Section title={t('close')} aside={t('closeHint')}>
                <ActionForm ui={ui} action={`${action}/close`}><Button kind="danger">{t('close')}</Button></ActionForm>
              </Section>
            ) : null}
          </>
        )}
      </>
    );
  },
});
