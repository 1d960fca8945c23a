import { emptyForm } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { actsFor, standsFor } from '../../../../platform/access/actor.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { formOfLetter } from '../../domain/forms.ts';
import { letterParams } from '../../params.ts';
import { addTemplate, findTemplate, retireTemplate } from '../../store/templates.ts';
import { checkDraftPage } from '../compose-letter/check-page.tsx';
import { saveTemplateForm } from '../compose-letter/form.ts';
import { ownDraft } from '../compose-letter/load.ts';
import { messages } from './messages.ts';
import { listTemplatesPage } from './page.tsx';

const subject = (id: number) => ({ type: 'correspondence.template', id });

/** Saves the words of a draft to be used again. Whom it goes to outside and what it refers to belong to the one letter. */
export const saveTemplateAction = defineAction({
  path: '/drafts/:id/template',
  permission: 'correspondence.draft',
  params: letterParams,
  form: saveTemplateForm,
  page: checkDraftPage,
  async run(tx, { params, input, services }) {
    const draft = await ownDraft(tx, params.id);
    if (!draft || !standsFor(tx.actor, draft.fromUnitId)) return notFound();
    if (draft.secrecy !== 'none') return fail('SECRET_NO_TEMPLATE', messages.words('secret'));
    const { outside: _outside, references: _references, ...fields } = draft.content.fields ?? {};
    const id = await addTemplate(tx, {
      unitId: draft.fromUnitId, forAll: false, name: input.name, form: formOfLetter(draft).key, subject: draft.subject, salutation: draft.salutation,
      content: { paragraphs: draft.content.paragraphs, fields },
    }, services.clock.now());
    if (id === undefined) return fail('TEMPLATE_NAME_TAKEN', messages.words('taken'), { fields: { name: messages.words('taken') } });
    return ok({ audit: { action: 'correspondence.template-saved', subject: subject(id), unitId: draft.fromUnitId, detail: { name: input.name } }, goTo: '/letter-templates', flash: messages.words('saved') });
  },
});

export const retireTemplateAction = defineAction({
  path: '/letter-templates/:id/retire',
  permission: 'correspondence.draft',
  params: letterParams,
  form: emptyForm,
  page: listTemplatesPage,
  async run(tx, { params, services }) {
    const template = await findTemplate(tx, params.id);
    if (!template || !actsFor(tx.actor, 'correspondence.draft', template.unitId)) return notFound();
    if (!(await retireTemplate(tx, params.id, services.clock.now()))) return notFound();
    return ok({ audit: { action: 'correspondence.template-retired', subject: subject(params.id), unitId: template.unitId, detail: { name: template.name } }, goTo: '/letter-templates', flash: messages.words('retired') });
  },
});
