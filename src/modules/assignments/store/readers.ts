import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/database.ts';
import { setEvidenceReaders } from '../../../platform/evidence/evidence-links.ts';
import { takeFiles } from '../../../platform/files/file-records.ts';
import { setSearchReaders } from '../../../platform/search/index-document.ts';

export const taskType = 'assignments.task';

/** After a change of who may see a task: its evidence, the files among it and its line in the search follow. */
export async function followReaders(tx: Tx, id: number): Promise<void> {
  const task = await tx.db.selectFrom('assignments.task').select('readers').where('id', '=', id).executeTakeFirst();
  if (!task) return;
  const files = await sql<{ id: number }>`select of_id as id from platform.evidence
    where for_type = ${taskType} and for_id = ${id} and of_type = 'platform.file' and withdrawn_at is null`.execute(tx.db);
  await takeFiles(tx, files.rows.map((file) => file.id), { readers: task.readers });
  await setEvidenceReaders(tx, { type: taskType, id }, task.readers);
  await setSearchReaders(tx, taskType, [id], task.readers);
}
