import { createHash } from 'node:crypto';
import type { EvidenceSource } from '../../platform/evidence/evidence.ts';
import { idInPath } from '../../platform/evidence/record-address.ts';
import { messages } from './messages.ts';
import { readTask, type Task } from './store/read-tasks.ts';
import { taskType } from './store/readers.ts';
import { taskReference } from './task-words.ts';

/** What a task says as evidence: what was asked, where it stands, and the results that were sent. Reminders change nothing. */
function hashOf(task: Task): string {
  const results = task.events.filter((event) => event.kind === 'reported').map((event) => [event.at.toISOString(), event.note]);
  return createHash('sha256').update(JSON.stringify([task.title, task.detail, task.state, results])).digest('hex');
}

/** A task and its result as evidence of anything else. */
export const taskEvidence: EvidenceSource = {
  type: taskType,
  label: messages.words('tasks.task'),
  idAt: idInPath('/tasks/:id'),
  async resolve(tx, id) {
    const task = await readTask(tx, id);
    return task && { title: `${taskReference(id, { lang: 'th' })} ${task.title}`, href: `/tasks/${id}`, date: task.assignedOn, contentHash: hashOf(task) };
  },
};
