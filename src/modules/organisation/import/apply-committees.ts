import type { AuditEntry } from '../../../platform/audit/audit.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { orFail } from '../../../platform/result.ts';
import { committeeOnly } from '../domain/tables/committee-columns.ts';
import type { CommitteeKind } from '../domain/committees.ts';
import type { CommitteeRecord } from '../domain/tables/committees.ts';
import { isTaken } from '../domain/tables/plan.ts';
import type { RowPlan } from '../domain/tables/rows.ts';
import type { CommitteeRole, QuorumRule } from '../domain/quorum.ts';
import { indexCommittees } from '../search.ts';
import { addCommittee, addMember, editCommittee, editMember, endCommittee, endMember, type CommitteeInput } from '../store/committees.ts';
import { entry, has, textOf, told } from './apply.ts';
import type { Applying } from './kinds.ts';
import { committeeRecords } from './records.ts';

const facts = committeeOnly.map((column) => column.code).filter((code) => code !== 'committee_id' && code !== 'valid_to');

function committeeOf(plan: RowPlan, old: CommitteeRecord | undefined): CommitteeInput {
  const text = (column: string, kept = '') => String(told(plan, column, kept) ?? '');
  const number = (column: string, kept: number) => Number(plan.cells[column] ?? kept);
  return {
    kind: (plan.cells['committee_kind'] ?? old?.kind) as CommitteeKind, name: text('committee', old?.name), nameEn: text('committee_en', old?.nameEn), shortName: text('short_name', old?.shortName),
    orderNumber: text('order_number', old?.orderNumber), orderDate: String(plan.cells['order_date'] ?? old?.orderDate), duties: text('duties', old?.duties), dutiesFileId: null,
    quorum: {
      kind: (plan.cells['quorum_kind'] ?? old?.quorum.kind ?? 'majority') as QuorumRule['kind'], a: number('quorum_a', old?.quorum.a ?? 1), b: number('quorum_b', old?.quorum.b ?? 2),
      needsChair: told(plan, 'quorum_needs_chair', old?.quorum.needsChair ?? false), countsRepresentatives: told(plan, 'quorum_counts_representatives', old?.quorum.countsRepresentatives ?? true),
    },
    secretariatUnitId: plan.refs['secretariat'] ?? (old?.secretariatUnitId as number), validFrom: String(plan.cells['valid_from'] ?? old?.validFrom),
  };
}

/** Carries the rows of committees out: the committee with its first row, then its seats; what ends before what begins. */
export async function applyCommittees(tx: Tx, plans: readonly RowPlan[], { importId }: Applying): Promise<AuditEntry[]> {
  const taken = plans.filter(isTaken);
  const records = await committeeRecords(tx);
  const known = new Map(records.committees.map((one) => [one.id, one]));
  const memberIds = new Set(records.members.map((one) => one.id));
  const made = new Map<number, number>();
  const touched = new Set<number>();
  const trail: AuditEntry[] = [];
  const idOf = (plan: RowPlan): number => plan.refs['committee'] ?? (made.get(plan.refs['committeeRow'] ?? 0) as number);
  for (const plan of taken.filter((one) => has(one, ...facts))) {
    const old = known.get(plan.refs['committee'] ?? 0);
    const input = committeeOf(plan, old);
    const id = old?.id ?? (await addCommittee(tx, input));
    if (old) orFail(await editCommittee(tx, id, input));
    else made.set(plan.row, id);
    touched.add(id);
    trail.push(entry(old ? 'organisation.committee-changed' : 'organisation.committee-recorded', 'organisation.committee', id, plan, importId, { unitId: input.secretariatUnitId, detail: { order: input.orderNumber } }));
  }
  const note = (action: string, plan: RowPlan, detail: Record<string, unknown>) => trail.push(entry(`organisation.${action}`, 'organisation.committee', idOf(plan), plan, importId, { detail }));
  const isMember = (plan: RowPlan) => plan.recordId !== null && memberIds.has(plan.recordId) && (plan.refs['position'] ?? plan.refs['person']) != null;
  for (const plan of taken.filter((one) => isMember(one) && has(one, 'member_to'))) {
    orFail(await endMember(tx, idOf(plan), plan.recordId as number, textOf(plan, 'member_to')));
    note('committee-member-ended', plan, { member: plan.recordId, lastDay: textOf(plan, 'member_to') });
  }
  // Who gives the chair up is written before who takes it.
  const editing = taken.filter((one) => isMember(one) && has(one, 'role', 'sort_order')).toSorted((a, b) => Number(a.cells['role'] === 'chair') - Number(b.cells['role'] === 'chair'));
  const kept = new Map(records.members.map((one) => [one.id, one]));
  for (const plan of editing) {
    const old = kept.get(plan.recordId as number);
    orFail(await editMember(tx, idOf(plan), plan.recordId as number, { role: (plan.cells['role'] ?? old?.role) as CommitteeRole, sortOrder: Number(plan.cells['sort_order'] ?? old?.sortOrder) }));
    note('committee-member-changed', plan, { member: plan.recordId });
  }
  const places = new Map<number, number>();
  for (const plan of taken.filter((one) => one.recordId === null && (one.refs['position'] ?? one.refs['person']) != null)) {
    const id = idOf(plan);
    const place = Number(plan.cells['sort_order'] ?? (places.get(id) ?? Math.max(0, ...records.members.filter((one) => one.committeeId === id).map((one) => one.sortOrder))) + 1);
    places.set(id, place);
    const from = textOf(plan, 'member_from') || textOf(plan, 'valid_from') || (known.get(id)?.validFrom ?? textOf(plan, 'order_date'));
    const personId = plan.refs['person'] ?? null;
    const positionId = plan.refs['position'] ?? null;
    const member = orFail(await addMember(tx, id, {
      personId, positionId, role: plan.cells['role'] as CommitteeRole, sortOrder: place, validFrom: from,
      orderNumber: textOf(plan, 'member_order_number') || textOf(plan, 'order_number'), orderDate: (plan.cells['member_order_date'] ?? plan.cells['order_date'] ?? null) as string | null,
    }));
    note('committee-member-added', plan, { member, person: personId, position: positionId, role: plan.cells['role'], from });
  }
  for (const plan of taken.filter((one) => has(one, 'valid_to'))) {
    orFail(await endCommittee(tx, idOf(plan), textOf(plan, 'valid_to')));
    note('committee-ended', plan, { lastDay: textOf(plan, 'valid_to') });
  }
  if (touched.size > 0) await indexCommittees(tx, [...touched]);
  return trail;
}
