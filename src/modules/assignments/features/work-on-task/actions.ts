import { z } from 'zod';
import { can, type Actor } from '../../../../platform/access/actor.ts';
import type { Tx } from '../../../../platform/db/database.ts';
import { takeFiles, type FileRecord } from '../../../../platform/files/file-records.ts';
import type { AnyForm, FormValues } from '../../../../platform/forms/form.ts';
import { defineAction, type ActionOutcome } from '../../../../platform/http/define.ts';
import { notify } from '../../../../platform/notify/notify.ts';
import { fail, notFound, ok, type Failure, type Result } from '../../../../platform/result.ts';
import type { Services } from '../../../../platform/services.ts';
import { headOfUnit } from '../../../organisation/index.ts';
import { takeStep, type TaskState, type TaskStep } from '../../domain/task-state.ts';
import { messages } from '../../messages.ts';
import { changeTaskState, passOn } from '../../store/change-task.ts';
import type { TaskEventKind } from '../../store/create-task.ts';
import { officersFor, peopleBehind } from '../../store/people.ts';
import { lockTask, type Task } from '../../store/read-tasks.ts';
import { cancelForm, changeDueForm, closeForm, passOnForm, progressForm, reopenForm, reportForm, returnForm } from './forms.ts';
import { evidenceOf, taskPage } from './page.tsx';

const params = z.object({ id: z.coerce.number().int().positive() });

interface StepInput<F extends AnyForm> {
  readonly tx: Tx;
  readonly task: Task;
  /** State after the step. */
  readonly state: TaskState;
  readonly input: FormValues<F>;
  readonly services: Services;
}

/** What a step leaves: a failure, or nothing more than its own writes. */
type StepWork<F extends AnyForm> = (step: StepInput<F>) => Promise<Failure | { detail?: Record<string, unknown> }>;

/** Whether the actor answers for a task or follows it up. */
export function standingOf(task: Task, actor: Actor): { owns: boolean; followsUp: boolean } {
  return { owns: task.owns, followsUp: can(actor, 'assignments.follow-up', task.followUpUnitId) };
}

function stepAction<F extends AnyForm>(step: TaskStep, form: F, work: StepWork<F>) {
  return defineAction({
    path: `/tasks/:id/${step}`,
    permission: { signedIn: 'the step itself asks whether this person owns the task or follows it up' },
    params,
    form,
    page: () => taskPage,
    async run(tx, { params: { id }, input, actor, services }): Promise<Result<ActionOutcome>> {
      const task = await lockTask(tx, id);
      if (!task) return notFound();
      const next = takeStep(task.state, step, standingOf(task, actor));
      if (!next.ok) return next;
      const done = await work({ tx, task, state: next.value, input, services });
      if ('ok' in done) return done;
      return ok({
        audit: { action: `assignments.task-${step}`, subject: { type: 'assignments.task', id }, unitId: task.followUpUnitId, detail: done.detail ?? {} },
        goTo: `/tasks/${id}`,
        flash: messages.words(`done.${step}`),
      });
    },
  });
}

/** A step that is only a note in the history, with the new state. */
function notedStep<F extends AnyForm>(step: TaskStep, form: F, kind: TaskEventKind, tell?: (task: Task, tx: Tx, today: string) => Promise<void>) {
  return stepAction(step, form, async ({ tx, task, state, input, services }) => {
    const note = String((input as { note?: string }).note ?? '');
    await changeTaskState(tx, task.id, { state, kind, note }, services.clock.now());
    await tell?.(task, tx, services.clock.today());
    return { detail: { note } };
  });
}

const tellOwners = (key: 'notice.returned' | 'notice.closed') => async (task: Task, tx: Tx, today: string) =>
  notify(tx, await peopleBehind(tx, [...task.ownerPartyIds, ...task.officerIds], today), messages.words(key, { title: task.title }), `/tasks/${task.id}`);

export const progressAction = notedStep('progress', progressForm, 'progress');
export const returnAction = notedStep('return', returnForm, 'returned', tellOwners('notice.returned'));
export const cancelAction = notedStep('cancel', cancelForm, 'cancelled');
export const reopenAction = notedStep('reopen', reopenForm, 'reopened', tellOwners('notice.returned'));

export const changeDueAction = stepAction('change-due', changeDueForm, async ({ tx, task, input, services }) => {
  await changeTaskState(tx, task.id, { kind: 'due-changed', note: input.note, dueOn: input.dueOn, detail: { from: task.dueOn, to: input.dueOn } }, services.clock.now());
  return { detail: { from: task.dueOn, to: input.dueOn, reason: input.note } };
});

const evidenceFacts = (records: readonly FileRecord[]) => records.map((file) => ({ id: file.id, name: file.name, hash: file.hash, size: file.size }));

export const reportAction = stepAction('report', reportForm, async ({ tx, task, state, input, services }) => {
  if (input.files.length === 0 && input.note.trim().length < 10) {
    const words = messages.words('error.evidence');
    return fail('EVIDENCE_MISSING', words, { fields: { files: words } });
  }
  const records = await takeFiles(tx, input.files, { unitId: task.followUpUnitId, readers: [...task.ownerPartyIds, ...task.supportPartyIds, ...task.officerIds] });
  const evidence = evidenceFacts(records);
  await changeTaskState(tx, task.id, { state, kind: 'reported', note: input.note, detail: { files: evidence } }, services.clock.now());
  const head = await headOfUnit(tx, task.followUpUnitId, services.clock.today());
  await notify(tx, head ? [head.personId] : [], messages.words('notice.reported', { title: task.title }), `/tasks/${task.id}`);
  return { detail: { files: evidence.map((file) => file.hash) } };
});

export const closeAction = stepAction('close', closeForm, async ({ tx, task, state, input, services }) => {
  if (evidenceOf(task).length === 0 && !input.note) {
    const words = messages.words('error.closeEvidence');
    return fail('EVIDENCE_MISSING', words, { fields: { note: words } });
  }
  await changeTaskState(tx, task.id, { state, kind: 'closed', note: input.note ?? '' }, services.clock.now());
  await tellOwners('notice.closed')(task, tx, services.clock.today());
  return { detail: { evidence: evidenceOf(task).length, ...(input.note ? { withoutEvidence: input.note } : {}) } };
});

export const passOnAction = stepAction('pass-on', passOnForm, async ({ tx, task, input, services }) => {
  const now = services.clock.now();
  const allowed = new Set((await officersFor(tx, task.ownerPartyIds, services.clock.today())).map((person) => person.id));
  if (input.officers.some((id) => !allowed.has(id))) {
    const words = messages.words('error.officers');
    return fail('NOT_IN_UNIT', words, { fields: { officers: words } });
  }
  await passOn(tx, task.id, input.officers, now);
  await changeTaskState(tx, task.id, { kind: 'passed-on', note: input.note ?? '', detail: { officers: input.officers } }, now);
  await notify(tx, input.officers, messages.words('notice.passed', { title: task.title }), `/tasks/${task.id}`);
  return { detail: { officers: input.officers } };
});

export const taskActions = [progressAction, reportAction, passOnAction, closeAction, returnAction, changeDueAction, cancelAction, reopenAction];
