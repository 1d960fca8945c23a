import { emptyForm } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { parseNationalId } from '../../../../thai/index.ts';
import { idParams } from '../../guard.ts';
import { nationalIdHash } from '../../sign-in/oidc-keys.ts';
import { removeNationalId, setNationalId } from '../../store/identities.ts';
import { personById } from '../../store/people.ts';
import { nationalIdForm } from './form.ts';
import { m } from './messages.ts';
import { nationalIdPage } from './page.tsx';

const permission = 'organisation.manage-people';
const at = (key: 'wrong' | 'taken') => fail('NATIONAL_ID_REFUSED', m.words(key), { fields: { nationalId: m.words(key) } });
const of = (id: number) => ({ type: 'organisation.person', id });

/** The trail keeps that it was set, and no digit of it. */
export const setNationalIdAction = defineAction({
  path: '/people/:id/national-id',
  permission,
  params: idParams,
  form: nationalIdForm,
  page: nationalIdPage,
  async run(tx, { params, input, services }) {
    if (!(await personById(tx, params.id))) return notFound();
    const parsed = parseNationalId(input.nationalId);
    if (!parsed.ok) return at('wrong');
    const hash = nationalIdHash(services.config.dataFolder, parsed.value);
    if (!(await setNationalId(tx, params.id, { hash, lastDigits: parsed.value.slice(-3) }, services.clock.today()))) return at('taken');
    return ok({ audit: { action: 'organisation.national-id-set', subject: of(params.id) }, goTo: `/people/${params.id}/national-id`, flash: m.words('saved') });
  },
});

export const removeNationalIdAction = defineAction({
  path: '/people/:id/national-id/remove',
  permission,
  params: idParams,
  form: emptyForm,
  page: nationalIdPage,
  async run(tx, { params }) {
    if (!(await removeNationalId(tx, params.id))) return notFound();
    return ok({ audit: { action: 'organisation.national-id-removed', subject: of(params.id) }, goTo: `/people/${params.id}/national-id`, flash: m.words('removed') });
  },
});
