import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { idParams } from '../../guard.ts';
import { nationalIdDigits } from '../../store/identities.ts';
import { personById, personLabel } from '../../store/people.ts';
import { nationalIdForm } from './form.ts';
import { m } from './messages.ts';

export const nationalIdPage = definePage({
  path: '/people/:id/national-id',
  permission: 'organisation.manage-people',
  params: idParams,
  async load(tx, { params }) {
    const person = await personById(tx, params.id);
    return person ? ok({ person, digits: await nationalIdDigits(tx, person.id) }) : notFound();
  },
  opens: ({ person }) => ({ type: 'organisation.person', id: person.id }),
  title: (_data, ui) => ui.text(m.words('title')),
  view({ person, digits }, ui) {
    const t = m.in(ui.lang);
    const action = `/people/${person.id}/national-id`;
    const common = { ui, action, form: nationalIdForm };
    return (
      <>
        <PageHead title={t('title')} sub={personLabel(person)} crumbs={[{ label: t('people'), href: '/people' }, { label: personLabel(person), href: `/people/${person.id}` }, { label: t('title') }]} />
        <div class="stack">
          <p class="measure">{t('why')}</p>
          <Notice kind={digits ? 'done' : 'info'}>{digits ? t('kept', { digits }) : t('none')}</Notice>
          <ActionForm {...common} class="form">
            <FormField {...common} name="nationalId" size="m" />
            <ButtonRow><Button kind="main">{t('save')}</Button><ButtonLink href={`/people/${person.id}/edit`}>{t('back')}</ButtonLink></ButtonRow>
          </ActionForm>
          {digits ? <ActionForm ui={ui} action={`${action}/remove`} class="stack"><ButtonRow><Button kind="danger">{t('remove')}</Button></ButtonRow></ActionForm> : null}
        </div>
      </>
    );
  },
});
