import type { FormValues } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { ok } from '../../../../platform/result.ts';
import { idParams } from '../../guard.ts';
import { indexPeople } from '../../search.ts';
import type { PersonInput } from '../../domain/people.ts';
import { addPerson, editPerson } from '../../store/people-changes.ts';
import { personForm } from './form.ts';
import { m } from './messages.ts';
import { editPersonPage, newPersonPage } from './page.tsx';

const permission = 'organisation.manage-people';
const personOf = (input: FormValues<typeof personForm>): PersonInput => ({ ...input, givenEn: input.givenEn ?? '', familyEn: input.familyEn ?? '', email: input.email ?? null, phone: input.phone ?? null });

export const addPersonAction = defineAction({
  path: '/people/new',
  permission,
  form: personForm,
  page: newPersonPage,
  async run(tx, { input, services }) {
    const made = await addPerson(tx, personOf(input));
    if (!made.ok) return made;
    await indexPeople(tx, services.clock.today(), [made.value]);
    return ok({ audit: { action: 'organisation.person-added', subject: { type: 'organisation.person', id: made.value } }, goTo: `/people/${made.value}/move`, flash: m.words('created') });
  },
});

export const editPersonAction = defineAction({
  path: '/people/:id/edit',
  permission,
  params: idParams,
  form: personForm,
  page: editPersonPage,
  async run(tx, { params, input, services }) {
    const done = await editPerson(tx, params.id, personOf(input));
    if (!done.ok) return done;
    await indexPeople(tx, services.clock.today(), [params.id]);
    return ok({ audit: { action: 'organisation.person-changed', subject: { type: 'organisation.person', id: params.id } }, goTo: `/people/${params.id}`, flash: m.words('saved') });
  },
});
