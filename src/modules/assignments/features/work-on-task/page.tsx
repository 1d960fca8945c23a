import type { VNode } from 'preact';
import { z } from 'zod';
import { can } from '../../../../platform/access/actor.ts';
import { listEvidence } from '../../../../platform/evidence/evidence-links.ts';
import type { EvidenceSource } from '../../../../platform/evidence/evidence.ts';
import type { AnyForm } from '../../../../platform/forms/form.ts';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { SimilarRecords } from '../../../../platform/search/similar.tsx';
import type { OfficeCalendar } from '../../../../thai/index.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Panel } from '../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Timeline } from '../../../../ui/components/timeline.tsx';
import { officeCalendar, partyNames, type PartyName } from '../../../organisation/index.ts';
import { mayWithdraw, stepsFor, type TaskStep } from '../../domain/task-state.ts';
import { DueMark } from '../../due-mark.tsx';
import { messages } from '../../messages.ts';
import { officersFor } from '../../store/people.ts';
import { eventItem, stateMarks } from '../../shown.tsx';
import { readTask, type Task } from '../../store/read-tasks.ts';
import { taskType } from '../../store/readers.ts';
import { dayWords, dueWords, partyList, taskReference } from '../../task-words.ts';
import { EvidenceList, type ShownEvidence } from './evidence-list.tsx';
import { cancelForm, changeDueForm, closeForm, passOnForm, progressForm, reopenForm, reportForm, returnForm, takeBackForm } from './forms.ts';

interface TaskData {
  readonly task: Task;
  readonly names: ReadonlyMap<number, PartyName>;
  readonly calendar: OfficeCalendar;
  readonly steps: readonly TaskStep[];
  readonly evidence: readonly ShownEvidence[];
  readonly officers: readonly { id: number; name: string; positionTitle: string }[];
}

/** One screen for one task: what, who, until when, from where, what happened, and the step that is mine. */
export function taskPage(sources: () => readonly EvidenceSource[]) {
  return definePage({
    path: '/tasks/:id',
    permission: { signedIn: 'row-level security decides who may see a task' },
    params: z.object({ id: z.coerce.number().int().positive() }),
    async load(tx, { params, actor, services }) {
      const task = await readTask(tx, params.id);
      if (!task) return notFound();
      const today = services.clock.today();
      const followsUp = can(actor, 'assignments.follow-up', task.followUpUnitId);
      const steps = stepsFor(task.state, { owns: task.owns, followsUp });
      const lines = await listEvidence(tx, sources(), { type: taskType, id: task.id });
      const names = await partyNames(tx, [...task.ownerPartyIds, ...task.supportPartyIds, ...task.officerIds, task.followUpUnitId, ...lines.map((line) => line.addedBy)], today);
      const evidence = lines.map((line) => ({
        ...line,
        kind: sources().find((source) => source.type === line.of.type)?.label ?? messages.words('evidence.record'),
        givenBy: names.get(line.addedBy)?.name ?? '–',
        mine: mayWithdraw(task.state, { gave: line.addedBy === actor.id, followsUp }).ok,
      }));
      const officers = steps.includes('pass-on') ? await officersFor(tx, task.ownerPartyIds, today) : [];
      return ok({ task, names, evidence, calendar: await officeCalendar(tx), steps, officers });
    },
    title: (data: TaskData) => data.task.title,
    view: (data: TaskData, ui) => <TaskView data={data} ui={ui} />,
  });
}

export type TaskPage = ReturnType<typeof taskPage>;

const forms: Record<TaskStep, AnyForm> = {
  progress: progressForm,
  report: reportForm,
  'take-back': takeBackForm,
  'pass-on': passOnForm,
  close: closeForm,
  return: returnForm,
  'change-due': changeDueForm,
  cancel: cancelForm,
  reopen: reopenForm,
};
/** The usual next step, in this order; the rest stands under "ทำอย่างอื่น". */
const usual: readonly TaskStep[] = ['report', 'close', 'reopen'];

function TaskView({ data, ui }: { data: TaskData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { task, names, calendar, steps } = data;
  const first = usual.find((step) => steps.includes(step) && !(step === 'close' && task.state === 'open'));
  const others = steps.filter((step) => step !== first);
  return (
    <div class="stack-l">
      <PageHead
        crumbs={[{ label: t('tasks.title'), href: '/tasks' }, { label: taskReference(task.id, ui) }]}
        title={task.title}
        sub={<StateMark kind={stateMarks[task.state]}>{t(`state.${task.state}`)}</StateMark>}
      />
      {task.state === 'open' && !task.dueOn && !task.dueEvent ? <Notice kind="warn">{t('due.none.warning')}</Notice> : null}
      <div class="two">
        <div class="stack-l">
          {task.detail ? <p class="pre">{task.detail}</p> : null}
          <DefinitionList
            items={[
              { term: t('tasks.owners'), value: partyList(task.ownerPartyIds, names) || t('owner.none') },
              { term: t('tasks.due'), value: <><DueMark task={task} calendar={calendar} ui={ui} full />{task.dueEvent && task.fallsDue ? <span class="quiet"> {dueWords(task, ui)}</span> : null}</> },
              { term: t('task.support'), value: partyList(task.supportPartyIds, names) },
              { term: t('task.officers'), value: partyList(task.officerIds, names) },
              { term: t('task.source'), value: task.sourceHref ? <a href={task.sourceHref}>{task.sourceReference}</a> : task.sourceReference },
              { term: t('task.assigned'), value: dayWords(task.assignedOn, ui) },
              { term: t('task.followUp'), value: partyList([task.followUpUnitId], names) },
            ]}
          />
          <section class="stack-s">
            <h2>{t('task.evidence')}</h2>
            <EvidenceList taskId={task.id} evidence={data.evidence} ui={ui} />
          </section>
          <section class="stack-s">
            <h2>{t('task.history')}</h2>
            <Timeline label={t('task.history')} items={task.events.map((event) => eventItem(event, ui))} />
          </section>
          <SimilarRecords type={taskType} id={task.id} ui={ui} />
        </div>
        <Panel title={t('task.act')}>
          {steps.length === 0 ? <p class="quiet">{t('task.nothing')}</p> : null}
          {first ? <StepForm step={first} data={data} ui={ui} main /> : null}
          {others.map((step) => (
            <details class="step-more" open={ui.form.action === `/tasks/${task.id}/${step}`}>
              <summary>{t(`step.${step}`)}</summary>
              <StepForm step={step} data={data} ui={ui} />
            </details>
          ))}
        </Panel>
      </div>
    </div>
  );
}

function StepForm({ step, data, ui, main }: { step: TaskStep; data: TaskData; ui: Ui; main?: boolean }): VNode {
  const t = messages.in(ui.lang);
  const { task } = data;
  const action = `/tasks/${task.id}/${step}`;
  const form = forms[step];
  const danger = step === 'cancel';
  const hasEvidence = data.evidence.length > 0;
  const names = Object.keys(form.fields as object).filter((name) => !(step === 'close' && name === 'note' && hasEvidence));
  return (
    <ActionForm ui={ui} action={action} form={form} scope={step}>
      {names.map((name) => (
        <FormField
          ui={ui}
          action={action}
          form={form}
          name={name}
          {...(name === 'officers' ? { options: data.officers.map((person) => ({ value: String(person.id), label: person.name, hint: person.positionTitle })), value: task.officerIds.map(String) } : {})}
          {...(name === 'dueOn' ? { value: task.fallsDue } : {})}
        />
      ))}
      <Button kind={danger ? 'danger' : main ? 'main' : 'plain'}>{t(`step.${step}`)}</Button>
    </ActionForm>
  );
}
