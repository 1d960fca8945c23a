import { defineAction } from '../../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../../platform/result.ts';
import { unitsActiveOn } from '../../../../organisation/index.ts';
import { readBasics } from '../../load.ts';
import { messages as shared } from '../../messages.ts';
import { yearParams } from '../../params.ts';
import { yearHref } from '../../shown.tsx';
import { addAssessment, addAssessmentEvent, changeAssessment } from '../../store/assessments.ts';
import { editionById, markEditionUsed } from '../../store/editions.ts';
import { shareEvidence } from '../fill-item/evidence.ts';
import { messages } from './messages.ts';
import { applyForm, applyPage, helpingUnits, keeperUnit, settingsForm, settingsPage } from './page.tsx';

const subject = (id: number) => ({ type: 'performance.pmqa-assessment', id });
const at = (name: string, words: Parameters<typeof fail>[1]) => fail('APPLICATION_REFUSED', words, { fields: { [name]: words } });

export const applyAction = defineAction({
  path: '/performance/pmqa/new',
  permission: 'performance.keep',
  form: applyForm,
  page: applyPage,
  async run(tx, { input, actor, services }) {
    const today = services.clock.today();
    const now = services.clock.now();
    const keeper = keeperUnit(actor, await unitsActiveOn(tx, today));
    if (!keeper) return notFound();
    if (input.closes < today) return at('closes', messages.words('past'));
    const known = new Set((await helpingUnits(tx, today)).map(({ id }) => id));
    if (input.helpers.some((id) => !known.has(id))) return at('helpers', shared.words('notAUnit'));
    const edition = await editionById(tx, input.edition);
    if (!edition) return at('edition', messages.words('noEdition'));
    const id = await addAssessment(tx, { year: input.year, editionId: edition.id, keeperUnitId: keeper.id, editors: [...new Set([keeper.id, ...input.helpers])], closesOn: input.closes }, now);
    if (id === undefined) return at('year', messages.words('taken'));
    await markEditionUsed(tx, edition.id, now);
    await addAssessmentEvent(tx, id, 'made', '', now);
    return ok({ audit: { action: 'performance.pmqa-made', subject: subject(id), unitId: keeper.id, detail: { year: input.year, edition: edition.key } }, goTo: yearHref(input.year), flash: messages.words('created') });
  },
});

export const settingsAction = defineAction({
  path: '/performance/pmqa/:year/settings',
  permission: 'performance.keep',
  params: yearParams,
  form: settingsForm,
  page: settingsPage,
  async run(tx, { input, params, services }) {
    const data = await readBasics(tx, params.year, services);
    if (!data?.keeps) return notFound();
    const { record, today } = data;
    if (input.closes < today) return at('closes', messages.words('past'));
    const known = new Set((await helpingUnits(tx, today)).map(({ id }) => id));
    if (input.helpers.some((id) => !known.has(id))) return at('helpers', shared.words('notAUnit'));
    const now = services.clock.now();
    if (!(await changeAssessment(tx, { id: record.id, rev: input.rev }, { closesOn: input.closes, editors: [...new Set([record.keeperUnitId, ...input.helpers])] }, now))) return fail('CHANGED_MEANWHILE', messages.words('stale'), { status: 409 });
    await shareEvidence(tx, { id: record.id, editors: [...new Set([record.keeperUnitId, ...input.helpers])] });
    await addAssessmentEvent(tx, record.id, 'moved', '', now);
    return ok({ audit: { action: 'performance.pmqa-settings-changed', subject: subject(record.id), unitId: record.keeperUnitId, detail: { before: record.closesOn, after: input.closes } }, goTo: yearHref(params.year), flash: messages.words('changed') });
  },
});
