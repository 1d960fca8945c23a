import type { Tx } from '../../../../platform/db/database.ts';
import type { EvidenceSource } from '../../../../platform/evidence/evidence.ts';
import type { AnyForm } from '../../../../platform/forms/form.ts';
import { notify } from '../../../../platform/notify/notify.ts';
import { fail } from '../../../../platform/result.ts';
import type { TaskStep } from '../../domain/task-state.ts';
import { messages } from '../../messages.ts';
import { taskNews } from '../../news.ts';
import { changeTaskState, passOn } from '../../store/change-task.ts';
import type { TaskEventKind } from '../../store/events.ts';
import { officersFor } from '../../store/people.ts';
import type { Task } from '../../store/read-tasks.ts';
import { closeAction, reportAction, withdrawAction } from './evidence-actions.ts';
import { cancelForm, changeDueForm, passOnForm, progressForm, reopenForm, returnForm, takeBackForm } from './forms.ts';
import type { TaskPage } from './page.tsx';
import { stepAction, tellDoers, tellFollowUp } from './step-action.ts';

type Tell = (tx: Tx, task: Task, today: string) => Promise<void>;

/** A step that is only a note in the history, with the new state. */
function notedStep<F extends AnyForm>(page: TaskPage, step: TaskStep, form: F, kind: TaskEventKind, tell?: Tell) {
  return stepAction(page, step, form, async ({ tx, task, state, input, services }) => {
    const note = String((input as { note?: string }).note ?? '');
    await changeTaskState(tx, task.id, { state, kind, note }, services.clock.now());
    await tell?.(tx, task, services.clock.today());
    return { detail: { note } };
  });
}

const tellReturned: Tell = (tx, task, today) => tellDoers(tx, task, 'notice.returned', today);
const tellTakenBack: Tell = (tx, task, today) => tellFollowUp(tx, task, 'notice.takenBack', today);

function changeDueAction(page: TaskPage) {
  return stepAction(page, 'change-due', changeDueForm, async ({ tx, task, input, services }) => {
    await changeTaskState(tx, task.id, { kind: 'due-changed', note: input.note, dueOn: input.dueOn, detail: { from: task.fallsDue, to: input.dueOn } }, services.clock.now());
    return { detail: { from: task.fallsDue, to: input.dueOn, reason: input.note } };
  });
}

function passOnAction(page: TaskPage) {
  return stepAction(page, 'pass-on', passOnForm, async ({ tx, task, input, services }) => {
    const now = services.clock.now();
    const allowed = new Set((await officersFor(tx, task.ownerPartyIds, services.clock.today())).map((person) => person.id));
    if (input.officers.some((id) => !allowed.has(id))) {
      const words = messages.words('error.officers');
      return fail('NOT_IN_UNIT', words, { fields: { officers: words } });
    }
    await passOn(tx, task.id, input.officers, now);
    await changeTaskState(tx, task.id, { kind: 'passed-on', note: input.note ?? '', detail: { officers: input.officers } }, now);
    await notify(tx, input.officers, messages.words('notice.passed', { title: task.title }), `/tasks/${task.id}`, { kind: taskNews });
    return { detail: { officers: input.officers } };
  });
}

/** Every step of a task, on the page that shows them. */
export function taskActions(page: TaskPage, sources: () => readonly EvidenceSource[]) {
  return [
    notedStep(page, 'progress', progressForm, 'progress'),
    reportAction(page, sources),
    notedStep(page, 'take-back', takeBackForm, 'taken-back', tellTakenBack),
    passOnAction(page),
    closeAction(page, sources),
    notedStep(page, 'return', returnForm, 'returned', tellReturned),
    changeDueAction(page),
    notedStep(page, 'cancel', cancelForm, 'cancelled'),
    notedStep(page, 'reopen', reopenForm, 'reopened', tellReturned),
    withdrawAction(page, sources),
  ];
}
