// A task of the demo that was done: reported with evidence, accepted and closed.
import type { Tx } from '../../../platform/db/database.ts';
import { addEvidence, type RecordRef } from '../../../platform/evidence/evidence-links.ts';
import type { EvidenceSource } from '../../../platform/evidence/evidence.ts';
import { orFail } from '../../../platform/result.ts';
import { changeTaskState } from '../store/change-task.ts';
import { readTask } from '../store/read-tasks.ts';
import { taskType } from '../store/readers.ts';

export interface DemoResult {
  readonly note: string;
  readonly evidence: RecordRef;
  readonly reportedAt: Date;
  readonly closedAt: Date;
}

/** Lays the end of a task down: `by` sends the result in the name of its owner, `acceptedBy` closes it. */
export async function layDoneTask(by: Tx, acceptedBy: Tx, sources: readonly EvidenceSource[], id: number, result: DemoResult): Promise<void> {
  const task = await readTask(by, id);
  if (!task) throw new Error(`demo: there is no task ${id}`);
  orFail(await addEvidence(by, sources, { for: { type: taskType, id }, of: result.evidence, readers: task.readers }));
  await changeTaskState(by, id, { state: 'reported', kind: 'reported', note: result.note, detail: { evidence: [result.evidence] } }, result.reportedAt);
  await changeTaskState(acceptedBy, id, { state: 'closed', kind: 'closed', note: '' }, result.closedAt);
}
