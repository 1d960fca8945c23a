import { can } from '../../../../platform/access/actor.ts';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { notify } from '../../../../platform/notify/notify.ts';
import { fail, ok, type Result } from '../../../../platform/result.ts';
import { committeesOn, unitsActiveOn } from '../../../organisation/index.ts';
import type { Due } from '../../domain/due.ts';
import { messages } from '../../messages.ts';
import { taskNews } from '../../news.ts';
import { createTask } from '../../store/create-task.ts';
import { peopleBehind } from '../../store/people.ts';
import { createTaskForm as form } from './form.ts';
import { createTaskPage } from './page.tsx';

export const createTaskAction = defineAction({
  path: '/tasks/new',
  permission: 'assignments.create',
  form,
  page: createTaskPage,
  async run(tx, { input, actor, services }) {
    const unitId = actor.unitId;
    if (unitId === undefined || !can(actor, 'assignments.create', unitId)) {
      return fail('NO_UNIT', { th: 'ท่านยังไม่มีตำแหน่งในหน่วยงานที่มอบหมายงานได้', en: 'You hold no post in a unit that may give tasks.' });
    }
    const today = services.clock.today();
    const known = new Set((await unitsActiveOn(tx, today)).map((unit) => unit.id));
    if (input.owners.some((id) => !known.has(id))) {
      const words = { th: 'ไม่มีหน่วยงานนี้แล้ว กรุณาเลือกใหม่', en: 'There is no such unit any more. Please choose again.' };
      return fail('UNKNOWN_UNIT', words, { fields: { owners: words } });
    }
    const due = await dueOf(tx, input, today);
    if (!due.ok) return due;
    const task = await createTask(
      tx,
      {
        title: input.title,
        detail: input.detail ?? '',
        ownerPartyIds: input.owners,
        ...due.value,
        followUpUnitId: unitId,
        source: { type: 'assignments.manual', id: null, reference: messages.words('create.manual').th, href: '' },
      },
      { now: services.clock.now(), today },
    );
    await notify(tx, await peopleBehind(tx, input.owners, today), messages.words('notice.assigned', { title: input.title }), `/tasks/${task.id}`, { kind: taskNews });
    return ok({
      audit: { action: 'assignments.task-created', subject: { type: 'assignments.task', id: task.id }, unitId, detail: { owners: input.owners, ...due.value } },
      goTo: `/tasks/${task.id}`,
      flash: messages.words('done.create'),
    });
  },
});

/** A day, or the next meeting of a committee; not both. */
async function dueOf(tx: ReadTx, input: { dueOn?: string | undefined; committee?: number | undefined }, today: string): Promise<Result<Due>> {
  if (input.committee === undefined) return ok({ dueOn: input.dueOn ?? null, dueEvent: null });
  const refuse = (key: 'error.dueTwice' | 'error.committee') => fail('DUE_REFUSED', messages.words(key), { fields: { committee: messages.words(key) } });
  if (input.dueOn !== undefined) return refuse('error.dueTwice');
  const committee = (await committeesOn(tx, today)).find((one) => one.id === input.committee);
  if (!committee) return refuse('error.committee');
  return ok({ dueOn: null, dueEvent: { kind: 'committee-meeting', committeeId: committee.id, words: messages.words('create.committee.words', { name: committee.name }).th } });
}
