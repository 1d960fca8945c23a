import type { AuditEntry } from '../../../platform/audit/audit.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { orFail } from '../../../platform/result.ts';
import { isTaken } from '../domain/tables/plan.ts';
import type { RowPlan } from '../domain/tables/rows.ts';
import { addOfficeDay, confirmOfficeDay, withdrawOfficeDay, type OfficeDayKind } from '../store/calendar.ts';
import { entry, told } from './apply.ts';
import type { Applying } from './kinds.ts';
import { dayRecords } from './records.ts';

/**
 * Carries the rows of the calendar out as the screen does: a day is added, confirmed or withdrawn. A corrected day is
 * the old one withdrawn and the right one added, so that a past deadline can still be explained.
 */
export async function applyCalendar(tx: Tx, plans: readonly RowPlan[], { importId }: Applying): Promise<AuditEntry[]> {
  const known = new Map((await dayRecords(tx)).map((day) => [day.id, day]));
  const trail: AuditEntry[] = [];
  for (const plan of plans.filter(isTaken)) {
    const note = (action: string, id: number) => trail.push(entry(`organisation.office-day-${action}`, 'organisation.office-day', id, plan, importId));
    const old = known.get(plan.recordId ?? 0);
    const confirms = plan.changes.length === 1 && plan.changes[0]?.column === 'state' && plan.changes[0].to === 'announced';
    if (old && confirms && old.uncertain) {
      orFail(await confirmOfficeDay(tx, old.id));
      note('confirmed', old.id);
      continue;
    }
    if (old) {
      orFail(await withdrawOfficeDay(tx, old.id));
      note('withdrawn', old.id);
    }
    if (plan.cells['state'] === 'withdrawn') continue;
    const state = plan.cells['state'] ?? (old?.uncertain ? 'expected' : 'announced');
    const id = await addOfficeDay(tx, {
      day: String(plan.cells['day']), kind: (plan.cells['kind'] ?? old?.kind) as OfficeDayKind, name: String(plan.cells['name']), source: String(told(plan, 'source', old?.source ?? '') ?? ''),
      announcedOn: told(plan, 'announced_on', old?.announcedOn ?? null), uncertain: state === 'expected', unitId: plan.cells['unit'] === undefined ? (old?.unitId ?? null) : (plan.refs['unit'] ?? null),
    });
    note('added', id);
  }
  return trail;
}
