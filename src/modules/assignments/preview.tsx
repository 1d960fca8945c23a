// Beside the inbox: what a task asks, of whom, until when, and what happened last.
import type { VNode } from 'preact';
import type { ReadTx } from '../../platform/db/database.ts';
import type { Ui } from '../../platform/http/ui.ts';
import { DefinitionList } from '../../ui/components/definition-list.tsx';
import { StateMark } from '../../ui/components/state-mark.tsx';
import { Timeline } from '../../ui/components/timeline.tsx';
import { officeCalendar, partyNames } from '../organisation/index.ts';
import { DueMark } from './due-mark.tsx';
import { messages } from './messages.ts';
import { eventItem, stateMarks } from './shown.tsx';
import { readTask } from './store/read-tasks.ts';
import { dueWords, partyList } from './task-words.ts';

/** Events that are shown; the page of the task has all. */
const lastEvents = 4;

export async function previewOf(tx: ReadTx, id: number): Promise<((ui: Ui) => VNode) | undefined> {
  const task = await readTask(tx, id);
  if (!task) return undefined;
  const names = await partyNames(tx, [...task.ownerPartyIds, ...task.supportPartyIds, ...task.officerIds, task.followUpUnitId], task.assignedOn);
  const calendar = await officeCalendar(tx);
  return (ui) => {
    const t = messages.in(ui.lang);
    return (
      <div class="stack">
        <h2>{task.title}</h2>
        <p><StateMark kind={stateMarks[task.state]}>{t(`state.${task.state}`)}</StateMark></p>
        {task.detail ? <p class="pre">{task.detail}</p> : null}
        <DefinitionList
          items={[
            { term: t('tasks.owners'), value: partyList(task.ownerPartyIds, names) || t('owner.none') },
            { term: t('task.officers'), value: partyList(task.officerIds, names) },
            { term: t('task.support'), value: partyList(task.supportPartyIds, names) },
            { term: t('tasks.due'), value: <><DueMark task={task} calendar={calendar} ui={ui} full />{task.fallsDue ? <span class="quiet"> {dueWords(task, ui)}</span> : null}</> },
            { term: t('task.source'), value: task.sourceHref ? <a href={task.sourceHref}>{task.sourceReference}</a> : task.sourceReference },
            { term: t('task.followUp'), value: partyList([task.followUpUnitId], names) },
          ]}
        />
        <Timeline label={t('task.history')} items={task.events.slice(-lastEvents).map((event) => eventItem(event, ui))} />
      </div>
    );
  };
}
