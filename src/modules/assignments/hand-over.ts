import { sql } from 'kysely';
import { enqueue } from '../../platform/jobs/jobs.ts';
import { notify } from '../../platform/notify/notify.ts';
import type { HandOverSource } from '../organisation/index.ts';
import { followReadersJob } from './jobs.ts';
import { messages } from './messages.ts';
import { taskNews } from './news.ts';
import { taskType } from './store/readers.ts';

/**
 * Tasks under a person's own name. Those that the person answers for go to the successor; those that an owner had
 * passed on to the person go back to the owner. Whoever moves the person need not see the tasks: only ids come back.
 */
export const taskHandOver: HandOverSource = {
  key: 'assignments.tasks',
  label: messages.words('handOver.tasks'),
  async count(tx, personId) {
    const { rows } = await sql<{ n: number }>`select assignments.count_under_name(${personId}) as n`.execute(tx.db);
    return rows[0]?.n ?? 0;
  },
  async handOver(tx, { fromPersonId, toPersonId, day }) {
    const { rows } = await sql<{ id: number; owned: boolean }>`select id, owned from assignments.hand_over(${fromPersonId}, ${toPersonId}, platform.legal_now(), ${tx.actor.name})`.execute(tx.db);
    if (rows.length === 0) return [];
    await enqueue(tx, followReadersJob, { taskIds: rows.map((row) => row.id) });
    const owned = rows.filter((row) => row.owned).length;
    if (owned > 0) await notify(tx, [toPersonId], messages.words('notice.handedOver', { n: owned }), '/tasks', { kind: taskNews });
    return rows.map((row) => ({
      action: 'assignments.task-handed-over',
      subject: { type: taskType, id: row.id },
      detail: { from: fromPersonId, to: row.owned ? toPersonId : null, day },
    }));
  },
};
