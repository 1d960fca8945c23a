import { emptyForm } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { ok } from '../../../../platform/result.ts';
import { idParams } from '../../guard.ts';
import { addOfficeDay, confirmOfficeDay, withdrawOfficeDay } from '../../store/calendar.ts';
import { officeDayForm } from './form.ts';
import { m } from './messages.ts';
import { calendarPage } from './page.tsx';

const permission = 'organisation.manage-calendar';
const yearOf = (day: string) => `/office-calendar?year=${Number(day.slice(0, 4)) + 543}`;
const subject = (id: number) => ({ type: 'organisation.office-day', id });

export const addOfficeDayAction = defineAction({
  path: '/office-calendar',
  permission,
  form: officeDayForm,
  page: calendarPage,
  async run(tx, { input }) {
    const id = await addOfficeDay(tx, { day: input.day, kind: input.kind, name: input.name, source: input.source ?? '', announcedOn: input.announcedOn ?? null, uncertain: input.uncertain, unitId: input.unitId ?? null });
    return ok({ audit: { action: 'organisation.office-day-added', subject: subject(id), detail: { ...input } }, goTo: yearOf(input.day), flash: m.words('added') });
  },
});

export const withdrawOfficeDayAction = defineAction({
  path: '/office-calendar/:id/withdraw',
  permission,
  params: idParams,
  form: emptyForm,
  page: calendarPage,
  async run(tx, { params }) {
    const done = await withdrawOfficeDay(tx, params.id);
    if (!done.ok) return done;
    return ok({ audit: { action: 'organisation.office-day-withdrawn', subject: subject(params.id), detail: { ...done.value } }, goTo: yearOf(done.value.day), flash: m.words('withdrawn') });
  },
});

export const confirmOfficeDayAction = defineAction({
  path: '/office-calendar/:id/confirm',
  permission,
  params: idParams,
  form: emptyForm,
  page: calendarPage,
  async run(tx, { params }) {
    const done = await confirmOfficeDay(tx, params.id);
    if (!done.ok) return done;
    return ok({ audit: { action: 'organisation.office-day-confirmed', subject: subject(params.id), detail: { ...done.value } }, goTo: yearOf(done.value.day), flash: m.words('confirmedDone') });
  },
});
