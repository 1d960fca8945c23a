import type { Actor } from '../../../../../platform/access/actor.ts';
import type { ReadTx } from '../../../../../platform/db/database.ts';
import { hidden } from '../../../../../platform/forms/fields.ts';
import { defineForm, emptyForm, type FormValues } from '../../../../../platform/forms/form.ts';
import { defineAction } from '../../../../../platform/http/define.ts';
import { fail, notFound, ok, type Result } from '../../../../../platform/result.ts';
import { dayWords } from '../../../../../platform/when.ts';
import type { Words } from '../../../../../platform/words.ts';
import { localDate } from '../../../../../thai/index.ts';
import { officeCalendar } from '../../../../organisation/index.ts';
import { cycleOfYear, keepsCycle, type Cycle } from '../../../store/cycles.ts';
import { movedFrom, nextYear } from '../../domain/calendar.ts';
import { messages as shared } from '../../messages.ts';
import { calendarHref, recordParams, yearParams } from '../../params.ts';
import { addCalendarDay, calendarDay, calendarOf, changeCalendarDay, withdrawCalendarDay, type CalendarDayInput } from '../../store/calendar.ts';
import { messages } from './messages.ts';
import { calendarPage, dayForm, editDayPage, newDayPage } from './pages.tsx';

const subject = (id: number) => ({ type: 'performance.calendar-day', id });
const stale = () => fail('STALE', shared.words('stale'), { status: 409 });

async function kept(tx: ReadTx, year: number, actor: Actor): Promise<Cycle | undefined> {
  const cycle = await cycleOfYear(tx, year);
  return cycle && keepsCycle(actor, cycle) ? cycle : undefined;
}

function dayOf(input: FormValues<typeof dayForm>): Result<CalendarDayInput> {
  const at = (field: string, key: 'order' | 'monthWrong') => fail('CALENDAR', messages.words(key), { fields: { [field]: messages.words(key) } });
  if (input.beginsOn !== undefined && input.beginsOn > input.endsOn) return at('beginsOn', 'order');
  if (input.month !== undefined && input.kind !== 'round' && input.kind !== 'appeal-window') return at('month', 'monthWrong');
  return ok({ kind: input.kind, month: input.month ?? null, title: input.title, beginsOn: input.beginsOn ?? null, endsOn: input.endsOn, certainty: input.certainty, source: input.source ?? '', note: input.note ?? '' });
}

/** Saved, and said when the last day is a day off. */
async function savedWords(tx: ReadTx, endsOn: string): Promise<Words> {
  const next = movedFrom(await officeCalendar(tx), endsOn);
  if (next === undefined) return messages.words('saved');
  return { th: messages.in('th')('savedOff', { next: dayWords('th', localDate(next)) }), en: messages.in('en')('savedOff', { next: dayWords('en', localDate(next)) }) };
}

export const addDayAction = defineAction({
  path: '/performance/:year/calendar/new',
  permission: 'performance.keep',
  params: yearParams,
  form: dayForm,
  page: newDayPage,
  async run(tx, { input, params, actor, services }) {
    const cycle = await kept(tx, params.year, actor);
    if (!cycle) return notFound();
    const day = dayOf(input);
    if (!day.ok) return day;
    const id = await addCalendarDay(tx, cycle.id, day.value, services.clock.now());
    return ok({ audit: { action: 'performance.calendar-changed', subject: subject(id), detail: { after: day.value } }, goTo: calendarHref(params.year), flash: await savedWords(tx, day.value.endsOn) });
  },
});

export const changeDayAction = defineAction({
  path: '/performance/:year/calendar/:id',
  permission: 'performance.keep',
  params: recordParams,
  form: dayForm,
  page: editDayPage,
  async run(tx, { input, params, actor, services }) {
    const cycle = await kept(tx, params.year, actor);
    const before = cycle && await calendarDay(tx, cycle.id, params.id);
    if (!before) return notFound(messages.words('gone'));
    const day = dayOf(input);
    if (!day.ok) return day;
    if (!(await changeCalendarDay(tx, { id: params.id, rev: Number(input.rev ?? 0) }, day.value, services.clock.now()))) return stale();
    return ok({ audit: { action: 'performance.calendar-changed', subject: subject(params.id), detail: { before, after: day.value } }, goTo: calendarHref(params.year), flash: await savedWords(tx, day.value.endsOn) });
  },
});

export const withdrawDayAction = defineAction({
  path: '/performance/:year/calendar/:id/withdraw',
  permission: 'performance.keep',
  params: recordParams,
  form: defineForm({ rev: hidden({ max: 12 }) }),
  page: editDayPage,
  async run(tx, { input, params, actor, services }) {
    const cycle = await kept(tx, params.year, actor);
    if (!cycle || !(await calendarDay(tx, cycle.id, params.id))) return notFound(messages.words('gone'));
    if (!(await withdrawCalendarDay(tx, { id: params.id, rev: Number(input.rev) }, services.clock.now()))) return stale();
    return ok({ audit: { action: 'performance.calendar-day-withdrawn', subject: subject(params.id) }, goTo: calendarHref(params.year), flash: messages.words('withdrawn') });
  },
});

/** Brings over the days of the year before that are not there yet, a year later and to be confirmed. */
export const copyCalendarAction = defineAction({
  path: '/performance/:year/calendar/copy',
  permission: 'performance.keep',
  params: yearParams,
  form: emptyForm,
  page: calendarPage,
  async run(tx, { params, actor, services }) {
    const cycle = await kept(tx, params.year, actor);
    if (!cycle) return notFound();
    const before = await cycleOfYear(tx, params.year - 1);
    const earlier = before ? await calendarOf(tx, before.id) : [];
    if (earlier.length === 0) return fail('NOTHING_TO_COPY', messages.words('noEarlier'));
    const key = ({ kind, month, title }: Pick<CalendarDayInput, 'kind' | 'month' | 'title'>) => JSON.stringify([kind, month, kind === 'meeting' || kind === 'other' ? title : '']);
    const there = new Set((await calendarOf(tx, cycle.id)).map(key));
    const missing = earlier.filter((day) => !there.has(key(day)));
    for (const day of missing) await addCalendarDay(tx, cycle.id, nextYear(day), services.clock.now());
    return ok({
      audit: { action: 'performance.calendar-copied', subject: { type: 'performance.cycle', id: cycle.id }, detail: { from: params.year - 1, days: missing.length } },
      goTo: calendarHref(params.year), flash: missing.length === 0 ? messages.words('copiedNone') : messages.words('copied', { n: missing.length }),
    });
  },
});
