import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { actingLine } from '../../domain/acting.ts';
import { holdsOn } from '../../domain/dated.ts';
import { roleNames } from '../../domain/roles.ts';
import { mySessions } from '../../store/accounts.ts';
import { listActing } from '../../store/acting.ts';
import { committeesOf } from '../../store/committees.ts';
import { holdingsOf, personById, personLabel } from '../../store/people.ts';
import { rolesOf, type RoleReason } from '../../store/roles.ts';
import { period } from '../../views.tsx';
import { contactForm, screenForm } from './form.ts';
import { m } from './messages.ts';

export const accountPermission = { signedIn: 'everyone keeps the own account' };

export const myAccountPage = definePage({
  path: '/account',
  permission: accountPermission,
  async load(tx, { actor, services }) {
    const today = services.clock.today();
    const person = await personById(tx, actor.id);
    if (!person) return notFound();
    return ok({
      person,
      sessions: await mySessions(tx),
      holdings: (await holdingsOf(tx, actor.id)).filter((holding) => holdsOn(holding, today)),
      acting: await listActing(tx, today, { when: 'now', personId: actor.id, limit: 50 }),
      committees: await committeesOf(tx, actor.id, today),
      roles: await rolesOf(tx, actor.id, today),
    });
  },
  title: (_data, ui) => ui.text(m.words('title')),
  view({ person, sessions, holdings, acting, committees, roles }, ui) {
    const t = m.in(ui.lang);
    const field = { ui, action: '/account/contact', form: contactForm };
    return (
      <>
        <PageHead title={t('title')} sub={personLabel(person)} />
        <div class="two">
          <Section title={t('posts')}>
            <ul class="stack-s">
              {holdings.map((holding) => (
                <li>
                  {holding.positionTitle} <a class="quiet mid" href={`/units/${holding.unitId}`}>{holding.unitName}</a>
                  <br /><span class="quiet mid">{holding.main ? `${t('main')} · ` : ''}{period(ui, holding)}</span>
                </li>
              ))}
              {acting.map((record) => (
                <li>
                  <a href={`/acting/${record.id}`}>{actingLine(record.kind, record.positionTitle)}</a>
                  <br /><span class="quiet mid">{t('acting')} · {period(ui, record)}</span>
                </li>
              ))}
            </ul>
          </Section>
          <Section title={t('committees')}>
            {committees.length === 0 ? <p class="quiet">{t('noCommittees')}</p> : <ul class="stack-s">{committees.map((committee) => <li><a href={`/committees/${committee.id}`}>{committee.name}</a></li>)}</ul>}
          </Section>
        </div>
        <div class="two">
          <Section title={t('contactTitle')}>
            <ActionForm ui={ui} action="/account/contact" form={contactForm} class="form" scope="contact">
              <FormField {...field} name="email" value={person.email} />
              <FormField {...field} name="phone" value={person.phone} />
              <ButtonRow><Button>{t('save')}</Button></ButtonRow>
            </ActionForm>
          </Section>
          <Section title={t('screen')}>
            <ActionForm ui={ui} action="/account/screen" form={screenForm} class="form" scope="screen">
              <FormField ui={ui} action="/account/screen" form={screenForm} name="language" value={ui.lang} arrange="row"
                options={[{ value: 'th', label: t('thai') }, { value: 'en', label: t('english') }]} />
              <FormField ui={ui} action="/account/screen" form={screenForm} name="theme" value={ui.theme ?? 'system'} arrange="row"
                options={[{ value: 'system', label: t('system') }, { value: 'light', label: t('light') }, { value: 'dark', label: t('dark') }]} />
              <ButtonRow><Button>{t('save')}</Button></ButtonRow>
            </ActionForm>
          </Section>
        </div>
        <div class="two">
          <Section title={t('security')}>
            <div class="stack">
              <p class="quiet">{t('securityNote', { n: sessions.length })}</p>
              <ButtonRow><ButtonLink href="/account/security">{t('security')}</ButtonLink><ButtonLink href="/account/password">{t('changePassword')}</ButtonLink><ButtonLink href="/account/tokens">{t('tokens')}</ButtonLink></ButtonRow>
            </div>
          </Section>
          <Section title={t('news')}>
            <div class="stack">
              <p class="quiet">{t('newsNote')}</p>
              <ButtonRow><ButtonLink href="/account/notifications">{t('channels')}</ButtonLink><ButtonLink href="/account/privacy">{t('myData')}</ButtonLink></ButtonRow>
            </div>
          </Section>
        </div>
        <Section title={t('roles')}><Roles ui={ui} roles={roles} /></Section>
      </>
    );
  },
});

/** Roles in words with the reason for each; also shown on a person's page. */
export function Roles({ ui, roles }: { ui: Ui; roles: readonly RoleReason[] }) {
  const t = m.in(ui.lang);
  if (roles.length === 0) return <p class="quiet">{t('noRoles')}</p>;
  const why = (role: RoleReason) => (role.through === 'person' ? t('byName') : t(role.acting ? 'byActing' : 'bySeat', { title: role.positionTitle ?? '' }));
  return (
    <DefinitionList
      items={roles.map((role) => ({ term: ui.text(roleNames[role.role]), value: <>{role.everywhere ? t('everywhere') : role.unitName}<br /><span class="quiet mid">{why(role)}</span></> }))}
    />
  );
}
