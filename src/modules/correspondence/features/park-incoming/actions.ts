import { defineAction } from '../../../../platform/http/define.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { letterParams } from '../../params.ts';
import { addressBook } from '../../office.ts';
import { giveGoneDraft } from '../../gone-drafts.ts';
import { reroute, rerouteToUnit } from '../../received/parking.ts';
import { messages as received } from '../../received/messages.ts';
import { rerouteForm, rerouteUnitForm } from './form.ts';
import { messages } from './messages.ts';
import { parkedPage } from './page.tsx';

const common = { permission: 'correspondence.reroute', params: letterParams, page: () => parkedPage } as const;

export const rerouteAction = defineAction({
  ...common,
  path: '/incoming/:id/reroute',
  form: rerouteForm,
  async run(tx, { params, input, services }) {
    const done = await reroute(tx, services, params.id, input.position);
    return done.ok ? ok({ audit: done.value.audit, goTo: '/incoming/parked', flash: messages.words('done') }) : done;
  },
});

export const giveDraftAction = defineAction({
  ...common,
  path: '/drafts/:id/give-unit',
  form: rerouteUnitForm,
  async run(tx, { params, input, services }) {
    const done = await giveGoneDraft(tx, services, params.id, input.unit);
    return done.ok ? ok({ audit: done.value, goTo: '/incoming/parked', flash: messages.words('given') }) : done;
  },
});

export const rerouteAssignmentAction = defineAction({
  ...common,
  path: '/incoming/:id/reroute-unit',
  form: rerouteUnitForm,
  async run(tx, { params, input, services }) {
    const unit = (await addressBook(tx, services.clock.today())).units.find((one) => one.id === input.unit);
    if (!unit) return fail('NOT_OFFERED', received.words('notOffered'), { fields: { unit: received.words('notOffered') } });
    const done = await rerouteToUnit(tx, services, params.id, { unitId: unit.id, personId: null, label: unit.label });
    return done.ok ? ok({ audit: done.value.audit, goTo: '/incoming/parked', flash: messages.words('done') }) : done;
  },
});
