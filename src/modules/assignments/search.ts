import { sql, type Tx } from '../../platform/db/database.ts';
import { indexDocument } from '../../platform/search/index-document.ts';
import type { SearchSource } from '../../platform/search/search-source.ts';
import { messages } from './messages.ts';
import { taskType } from './store/readers.ts';
import { taskReference } from './task-words.ts';

/** Tasks in the search of the house, for whoever may see them. */
export const taskSearch: SearchSource = {
  type: taskType,
  label: messages.words('tasks.title'),
  async readable(tx, ids) {
    const { rows } = await sql<{ id: number }>`select id from assignments.task where id = any(${[...ids]}::bigint[])`.execute(tx.db);
    return new Set(rows.map((row) => row.id));
  },
};

/** Puts a task into the search, or renews it. Call after every change of its words or readers. */
export async function indexTask(tx: Tx, id: number): Promise<void> {
  const task = await tx.db
    .selectFrom('assignments.task')
    .select(['title', 'detail', 'source_reference', 'assigned_on', 'readers', 'follow_up_unit_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!task) return;
  await indexDocument(tx, {
    type: taskType,
    id,
    title: task.title,
    reference: taskReference(id, { lang: 'th' }),
    body: [task.detail, task.source_reference].filter(Boolean).join('\n'),
    href: `/tasks/${id}`,
    date: task.assigned_on,
    readers: task.readers,
    unitId: task.follow_up_unit_id,
  });
}
