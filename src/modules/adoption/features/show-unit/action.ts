import { can } from '../../../../platform/access/actor.ts';
import { emptyForm } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { notify } from '../../../../platform/notify/notify.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { stageShort } from '../../domain/stages.ts';
import { messages as shared } from '../../messages.ts';
import { adoptionNews } from '../../news.ts';
import { readUnit } from './load.ts';
import { messages } from './messages.ts';
import { unitPage, unitParams } from './page.tsx';

/** Tells the clerks of a unit (or its head) which stages are missing: those that are due, or all where none is. */
export const remindAction = defineAction({
  path: '/adoption/units/:id/remind',
  permission: 'adoption.remind',
  params: unitParams,
  form: emptyForm,
  page: unitPage,
  async run(tx, { params, services, actor }) {
    const found = await readUnit(tx, params.id, {}, services);
    if (!found) return notFound(shared.words('noSuchUnit'));
    if (!can(actor, 'adoption.remind', params.id)) return notFound(shared.words('noSuchUnit'));
    const { people, missing } = found;
    if (people.length === 0) return fail('NOBODY_TO_REMIND', messages.words('nobody'));
    const due = missing.filter(({ overdue }) => overdue);
    const named = (due.length > 0 ? due : missing).map(({ stage }) => stage);
    const th = messages.th.news.replace('{what}', named.map((stage) => stageShort[stage].th).join(', '));
    const en = messages.en.news.replace('{what}', named.map((stage) => stageShort[stage].en).join(', '));
    await notify(tx, people.map(({ personId }) => personId), { th, en }, `/adoption/units/${params.id}`, { kind: adoptionNews });
    return ok({
      audit: { action: 'adoption.unit-reminded', subject: { type: 'adoption.unit', id: params.id }, unitId: params.id, detail: { stages: named, people: people.map(({ personId }) => personId) } },
      goTo: `/adoption/units/${params.id}`,
      flash: messages.words('reminded', { n: people.length, names: people.map(({ name }) => name).join(', ') }),
    });
  },
});
