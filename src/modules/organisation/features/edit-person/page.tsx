import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { idParams } from '../../guard.ts';
import type { Person } from '../../domain/people.ts';
import { personById, personLabel } from '../../store/people.ts';
import { personForm } from './form.ts';
import { m } from './messages.ts';

const fields = ['title', 'given', 'family', 'givenEn', 'familyEn', 'email', 'phone'] as const;

function PersonForm({ ui, action, person, submit, back }: { ui: Ui; action: string; person?: Person; submit: string; back: string }) {
  return (
    <ActionForm ui={ui} action={action} form={personForm} class="form">
      {fields.map((name) => <FormField ui={ui} action={action} form={personForm} name={name} value={person?.[name]} {...(name === 'title' ? { size: 's' as const } : {})} />)}
      <ButtonRow><Button kind="main">{submit}</Button><ButtonLink href={back}>{ui.text(m.words('back'))}</ButtonLink></ButtonRow>
    </ActionForm>
  );
}

export const newPersonPage = definePage({
  path: '/people/new',
  permission: 'organisation.manage-people',
  async load() {
    return ok({});
  },
  title: (_data, ui) => ui.text(m.words('newTitle')),
  view(_data, ui) {
    const t = m.in(ui.lang);
    return (
      <>
        <PageHead title={t('newTitle')} crumbs={[{ label: t('people'), href: '/people' }, { label: t('newTitle') }]} />
        <PersonForm ui={ui} action="/people/new" submit={t('create')} back="/people" />
      </>
    );
  },
});

export const editPersonPage = definePage({
  path: '/people/:id/edit',
  permission: 'organisation.manage-people',
  params: idParams,
  async load(tx, { params }) {
    const person = await personById(tx, params.id);
    return person ? ok(person) : notFound();
  },
  opens: (person) => ({ type: 'organisation.person', id: person.id }),
  title: (_data, ui) => ui.text(m.words('editTitle')),
  view(person, ui) {
    const t = m.in(ui.lang);
    return (
      <>
        <PageHead title={t('editTitle')} crumbs={[{ label: t('people'), href: '/people' }, { label: personLabel(person), href: `/people/${person.id}` }, { label: t('editTitle') }]} />
        <p><a href={`/people/${person.id}/national-id`}>{t('nationalId')}</a></p>
        <PersonForm ui={ui} action={`/people/${person.id}/edit`} person={person} submit={t('save')} back={`/people/${person.id}`} />
      </>
    );
  },
});
