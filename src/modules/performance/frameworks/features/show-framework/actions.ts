import { hidden } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { defineAction, defineDownload } from '../../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../../platform/result.ts';
import { frameworkFile } from '../../domain/file.ts';
import { messages as shared } from '../../messages.ts';
import { frameworkHref, frameworksHref } from '../../shown.tsx';
import { deleteDraft, keptFramework, useFramework } from '../../store/frameworks.ts';
import { messages } from './messages.ts';
import { frameworkParams, showPage } from './page.tsx';

/** The state that was looked at. */
const actForm = defineForm({ rev: hidden({ max: 12 }) });
const subject = (id: number) => ({ type: 'performance.framework', id });
const stale = () => fail('FRAMEWORK_STALE', shared.words('stale'), { status: 409 });

/** Puts a draft into use: from now on it is not changed. */
export const useAction = defineAction({
  path: `${frameworksHref}/:id/use`,
  permission: 'performance.keep',
  params: frameworkParams,
  form: actForm,
  page: showPage,
  async run(tx, { input, params, services }) {
    const used = await useFramework(tx, params.id, services.clock.now(), Number(input.rev));
    if (used === 'gone') return notFound(shared.words('gone'));
    if (used === 'stale') return stale();
    if (used === 'unusable') return fail('FRAMEWORK_UNUSABLE', messages.words('unusable'));
    if (used === 'already') return fail('FRAMEWORK_USED', shared.words('usedKept'), { status: 409 });
    return ok({ audit: { action: 'performance.framework-used', subject: subject(params.id) }, goTo: frameworkHref(params.id), flash: messages.words('used') });
  },
});

/** Throws an unused draft away; the trail keeps what it was. */
export const deleteAction = defineAction({
  path: `${frameworksHref}/:id/delete`,
  permission: 'performance.keep',
  params: frameworkParams,
  form: actForm,
  page: showPage,
  async run(tx, { input, params }) {
    const before = await keptFramework(tx, params.id);
    const done = await deleteDraft(tx, { id: params.id, rev: Number(input.rev) });
    if (!before || done === 'gone') return notFound(shared.words('gone'));
    if (done === 'stale') return stale();
    if (done === 'bound') return fail('FRAMEWORK_USED', messages.words('bound'), { status: 409 });
    const { fiscalYear, agency, edition } = before;
    return ok({ audit: { action: 'performance.framework-draft-deleted', subject: subject(params.id), detail: { fiscalYear, agency, edition } }, goTo: frameworksHref, flash: messages.words('removed') });
  },
});

/** The framework as a file that goes in again unchanged. */
export const fileDownload = defineDownload({
  path: `${frameworksHref}/:id/file.json`,
  permission: 'performance.read',
  params: frameworkParams,
  async load(tx, { params }) {
    const kept = await keptFramework(tx, params.id);
    if (!kept) return notFound(shared.words('gone'));
    return ok({ body: frameworkFile(kept.content), contentType: 'application/json; charset=utf-8', fileName: `${messages.th.fileName}-${kept.fiscalYear}-${kept.agency}-${kept.edition}.json`, disposition: 'attachment' });
  },
});
