import type { FormValues } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { idParams } from '../../guard.ts';
import type { PositionInput } from '../../domain/positions.ts';
import { addPosition, closePosition, editPosition, positionById } from '../../store/positions.ts';
import { closePositionForm, newPositionForm, positionForm } from './form.ts';
import { m } from './messages.ts';
import { newPositionPage, positionPage } from './page.tsx';

const permission = 'organisation.manage-people';

const seatOf = (input: FormValues<typeof positionForm>, unitId: number): PositionInput => ({
  unitId, title: input.title, titleEn: input.titleEn ?? '', abbreviation: input.abbreviation ?? '', kind: input.kind, level: input.level ?? '', seatNumber: input.seatNumber ?? '', head: input.head, rank: input.rank,
});

export const addPositionAction = defineAction({
  path: '/positions/new',
  permission,
  form: newPositionForm,
  page: newPositionPage,
  async run(tx, { input }) {
    const made = await addPosition(tx, seatOf(input, input.unitId), input.from);
    if (!made.ok) return made;
    return ok({ audit: { action: 'organisation.position-added', subject: { type: 'organisation.position', id: made.value }, unitId: input.unitId, detail: { title: input.title, from: input.from } }, goTo: `/positions/${made.value}`, flash: m.words('created') });
  },
});

export const editPositionAction = defineAction({
  path: '/positions/:id',
  permission,
  params: idParams,
  form: positionForm,
  page: positionPage,
  async run(tx, { params, input }) {
    const seat = await positionById(tx, params.id);
    if (!seat) return notFound();
    const done = await editPosition(tx, params.id, seatOf(input, seat.unitId));
    if (!done.ok) return done;
    return ok({ audit: { action: 'organisation.position-changed', subject: { type: 'organisation.position', id: params.id }, unitId: seat.unitId, detail: { before: seat.title, after: input.title } }, goTo: `/positions/${params.id}`, flash: m.words('saved') });
  },
});

export const closePositionAction = defineAction({
  path: '/positions/:id/close',
  permission,
  params: idParams,
  form: closePositionForm,
  page: positionPage,
  async run(tx, { params, input }) {
    const done = await closePosition(tx, params.id, input.lastDay);
    if (!done.ok) return done;
    return ok({ audit: { action: 'organisation.position-closed', subject: { type: 'organisation.position', id: params.id }, detail: { lastDay: input.lastDay } }, goTo: `/positions/${params.id}`, flash: m.words('closed') });
  },
});
