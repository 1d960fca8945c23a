import { defineAction } from '../../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../../platform/result.ts';
import { readBasics } from '../../load.ts';
import { messages as shared } from '../../messages.ts';
import { sectionParams } from '../../params.ts';
import { yearHref } from '../../shown.tsx';
import { saveProfileText } from '../../store/answers.ts';
import { sectionForm, sectionPage } from './page.tsx';

export const saveSectionAction = defineAction({
  path: '/performance/pmqa/:year/profile/:section',
  permission: 'performance.report',
  params: sectionParams,
  form: sectionForm,
  page: sectionPage,
  async run(tx, { params, input, services }) {
    const basics = await readBasics(tx, params.year, services);
    if (!basics?.mayProfile) return notFound();
    const { record } = basics;
    if (!(await saveProfileText(tx, record.id, params.section, input.text ?? '', input.rev, services.clock.now()))) return fail('CHANGED_MEANWHILE', shared.words('stale'), { status: 409 });
    return ok({ audit: { action: 'performance.pmqa-profile-saved', subject: { type: 'performance.pmqa-assessment', id: record.id }, unitId: record.keeperUnitId, detail: { section: params.section } }, goTo: yearHref(params.year, `/profile/${params.section}`), flash: shared.words('saved') });
  },
});
