import { defineAction } from '../../../../platform/http/define.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { printedReference } from '../../domain/reference.ts';
import { letterHref } from '../../href.ts';
import { issueDraft } from '../../issue.ts';
import { numberMessages as messages } from '../../registers/messages.ts';
import { ownUnits } from '../../office.ts';
import { letterParams } from '../../params.ts';
import { enterReserved, giveUp, reserve } from '../../registers/reserve.ts';
import { findReserved } from '../../store/reserved.ts';
import { giveUpForm, reserveForm, useByHandForm, useForDraftForm } from './form.ts';
import { unitReservedPage, useReservedPage } from './page.tsx';

export const reserveAction = defineAction({
  path: '/reserved-numbers/of/:id',
  permission: 'correspondence.reserve',
  params: letterParams,
  form: reserveForm,
  page: unitReservedPage,
  async run(tx, { params, input, services }) {
    if (!(await ownUnits(tx, 'correspondence.reserve', services.clock.today())).some((unit) => unit.id === params.id)) return notFound();
    const done = await reserve(tx, services, { unitId: params.id, ...input });
    if (!done.ok) return done;
    const { taken, audit } = done.value;
    return ok({ audit, goTo: `/reserved-numbers?unit=${params.id}`, flash: messages.words('reserved', { count: taken.length, numbers: taken.map((one) => printedReference(one.reference)).join(', ') }) });
  },
});

const common = { permission: 'correspondence.reserve', params: letterParams, page: useReservedPage } as const;

export const useByHandAction = defineAction({
  ...common,
  path: '/reserved-numbers/:id/enter',
  form: useByHandForm,
  async run(tx, { params, input, services }) {
    const number = await findReserved(tx, params.id);
    const done = await enterReserved(tx, services, params.id, input);
    return done.ok
      ? ok({ audit: done.value.audit, goTo: `/register?unit=${number?.unitId ?? ''}`, flash: messages.words('entered', { reference: printedReference(done.value.taken.reference) }) })
      : done;
  },
});

export const useForDraftAction = defineAction({
  ...common,
  permission: 'correspondence.issue',
  path: '/reserved-numbers/:id/issue',
  form: useForDraftForm,
  async run(tx, { params, input, services }) {
    const done = await issueDraft(tx, services, input.draft, undefined, { reservedEntryId: params.id });
    return done.ok ? ok({ audit: done.value.audit, goTo: letterHref(done.value.letterId), flash: messages.words('issued', { reference: done.value.number }) }) : done;
  },
});

export const giveUpAction = defineAction({
  ...common,
  path: '/reserved-numbers/:id/give-up',
  form: giveUpForm,
  async run(tx, { params, input, services }) {
    const done = await giveUp(tx, services, params.id, input.reason);
    return done.ok ? ok({ audit: done.value.audit, goTo: `/reserved-numbers?unit=${done.value.unitId}`, flash: messages.words('givenUp') }) : done;
  },
});
