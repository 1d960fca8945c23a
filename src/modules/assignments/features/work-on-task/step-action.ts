// What all steps of a task have in common: the task locked, the right to take the step, its trail, the way back.
import { z } from 'zod';
import { can, type Actor } from '../../../../platform/access/actor.ts';
import type { Tx } from '../../../../platform/db/database.ts';
import type { AnyForm, FormValues } from '../../../../platform/forms/form.ts';
import { defineAction, type ActionOutcome } from '../../../../platform/http/define.ts';
import { notify } from '../../../../platform/notify/notify.ts';
import { notFound, ok, type Failure, type Result } from '../../../../platform/result.ts';
import type { Services } from '../../../../platform/services.ts';
import { headOfUnit } from '../../../organisation/index.ts';
import { takeStep, type Standing, type TaskState, type TaskStep } from '../../domain/task-state.ts';
import { messages } from '../../messages.ts';
import { taskNews } from '../../news.ts';
import { peopleBehind } from '../../store/people.ts';
import { lockTask, type Task } from '../../store/read-tasks.ts';
import type { TaskPage } from './page.tsx';

export interface StepInput<F extends AnyForm> {
  readonly tx: Tx;
  readonly task: Task;
  /** State after the step. */
  readonly state: TaskState;
  readonly input: FormValues<F>;
  readonly services: Services;
}

/** What a step leaves: a failure, or nothing more than its own writes. */
export type StepWork<F extends AnyForm> = (step: StepInput<F>) => Promise<Failure | { detail?: Record<string, unknown> }>;

/** Whether the actor answers for a task or follows it up. */
export function standingOf(task: Task, actor: Actor): Standing {
  return { owns: task.owns, followsUp: can(actor, 'assignments.follow-up', task.followUpUnitId) };
}

/** The action of one step at `/tasks/:id/<step>`. */
export function stepAction<F extends AnyForm>(page: TaskPage, step: TaskStep, form: F, work: StepWork<F>) {
  return defineAction({
    path: `/tasks/:id/${step}`,
    permission: { signedIn: 'the step itself asks whether this person owns the task or follows it up' },
    params: z.object({ id: z.coerce.number().int().positive() }),
    form,
    page: () => page,
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

/** Tells those who do a task. */
export async function tellDoers(tx: Tx, task: Task, key: 'notice.returned' | 'notice.closed', today: string): Promise<void> {
  await notify(tx, await peopleBehind(tx, [...task.ownerPartyIds, ...task.officerIds], today), messages.words(key, { title: task.title }), `/tasks/${task.id}`, { kind: taskNews });
}

/** Tells the head of the unit that follows a task up. */
export async function tellFollowUp(tx: Tx, task: Task, key: 'notice.reported' | 'notice.takenBack', today: string): Promise<void> {
  const head = await headOfUnit(tx, task.followUpUnitId, today);
  await notify(tx, head ? [head.personId] : [], messages.words(key, { title: task.title }), `/tasks/${task.id}`, { kind: taskNews });
}
