import { defineAction } from '../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { takeOwnUpload } from '../../uploads.ts';
import { idParams, mayIn } from '../../guard.ts';
import { actingById, addActing, endActing } from '../../store/acting.ts';
import { positionById } from '../../store/positions.ts';
import { actingForm, endActingForm } from './form.ts';
import { m } from './messages.ts';
import { actingPage, newActingPage } from './page.tsx';

const permission = 'organisation.manage-acting';

export const addActingAction = defineAction({
  path: '/acting/new',
  permission,
  form: actingForm,
  page: newActingPage,
  async run(tx, { input, actor }) {
    const seat = await positionById(tx, input.positionId);
    if (!seat) return notFound();
    const may = mayIn(actor, permission, seat.unitId);
    if (!may.ok) return may;
    // Powers of a seat are never taken, only given.
    if (input.personId === actor.id) return fail('OWN_ACTING', m.words('self'), { fields: { personId: m.words('self') } });
    const file = await takeOwnUpload(tx, input.orderFile);
    const made = await addActing(tx, {
      kind: input.kind, personId: input.personId, positionId: input.positionId, committeeId: input.committeeId ?? null, reason: input.reason, powers: input.powers ?? '',
      orderNumber: input.orderNumber ?? '', orderDate: input.orderDate ?? null, orderFileId: file, validFrom: input.validFrom, validTo: input.validTo ?? null,
    });
    if (!made.ok) return made;
    const detail = { kind: input.kind, person: input.personId, position: input.positionId, from: input.validFrom, to: input.validTo, order: input.orderNumber };
    return ok({ audit: { action: 'organisation.acting-recorded', subject: { type: 'organisation.acting', id: made.value }, unitId: seat.unitId, detail }, goTo: `/acting/${made.value}`, flash: m.words('created') });
  },
});

export const endActingAction = defineAction({
  path: '/acting/:id/end',
  permission,
  params: idParams,
  form: endActingForm,
  page: actingPage,
  async run(tx, { params, input, actor, services }) {
    const record = await actingById(tx, params.id);
    if (!record) return notFound();
    const may = mayIn(actor, permission, record.unitId);
    if (!may.ok) return may;
    const done = await endActing(tx, params.id, services.clock.now(), input.reason);
    if (!done.ok) return done;
    return ok({ audit: { action: 'organisation.acting-ended', subject: { type: 'organisation.acting', id: params.id }, unitId: record.unitId, detail: { reason: input.reason } }, goTo: `/acting/${params.id}`, flash: m.words('ended') });
  },
});
