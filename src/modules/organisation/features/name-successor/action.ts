import type { AuditEntry } from '../../../../platform/audit/audit.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, ok, type Result } from '../../../../platform/result.ts';
import type { Tx } from '../../../../platform/db/database.ts';
import { idParams, mayIn } from '../../guard.ts';
import { nameSuccessor, removeSuccessor, type NewSuccession } from '../../store/successions.ts';
import { editUnitPage } from '../edit-unit/page.tsx';
import { nameSuccessorForm, removeSuccessorForm } from './form.ts';
import { m } from './messages.ts';

const permission = 'organisation.manage-units';

/** Names or corrects the successor; resolves with the line of the trail. */
async function writeSuccessor(tx: Tx, one: NewSuccession, now: Date): Promise<Result<AuditEntry>> {
  const before = await nameSuccessor(tx, one, now);
  if (!before.ok) return before;
  const { value } = before;
  return ok({
    action: value ? 'organisation.successor-corrected' : 'organisation.successor-named', subject: { type: 'organisation.unit', id: one.unitId }, unitId: one.unitId,
    detail: { successor: one.successorId, order: one.order, ...(one.fromDay ? { from: one.fromDay } : {}), ...(value ? { before: value.successorId, reason: one.reason } : {}) },
  });
}

/** The successor named in the form by which a unit is ended, where one is. */
export async function successorOfClosing(tx: Tx, unitId: number, input: { successor?: number | undefined; order?: string | undefined }, now: Date): Promise<Result<AuditEntry[]>> {
  if (input.successor === undefined) return ok([]);
  if (!input.order) return fail('NEEDS_ORDER', m.words('orderNeeded'), { fields: { order: m.words('orderNeeded') } });
  const named = await writeSuccessor(tx, { unitId, successorId: input.successor, order: input.order }, now);
  return named.ok ? ok([named.value]) : named;
}

export const nameSuccessorAction = defineAction({
  path: '/units/:id/successor',
  permission,
  params: idParams,
  form: nameSuccessorForm,
  page: editUnitPage,
  async run(tx, { params, input, actor, services }) {
    const may = mayIn(actor, permission, params.id);
    if (!may.ok) return may;
    const done = await writeSuccessor(tx, { unitId: params.id, successorId: input.successor, fromDay: input.fromDay, order: input.order, reason: input.reason }, services.clock.now());
    if (!done.ok) return done;
    return ok({ audit: done.value, goTo: `/units/${params.id}`, flash: m.words(done.value.action === 'organisation.successor-named' ? 'named' : 'corrected') });
  },
});

export const removeSuccessorAction = defineAction({
  path: '/units/:id/successor/remove',
  permission,
  params: idParams,
  form: removeSuccessorForm,
  page: editUnitPage,
  async run(tx, { params, input, actor, services }) {
    const may = mayIn(actor, permission, params.id);
    if (!may.ok) return may;
    const done = await removeSuccessor(tx, params.id, input.reason, services.clock.now());
    if (!done.ok) return done;
    return ok({
      audit: { action: 'organisation.successor-removed', subject: { type: 'organisation.unit', id: params.id }, unitId: params.id, detail: { before: done.value.successorId, reason: input.reason } },
      goTo: `/units/${params.id}`, flash: m.words('removed'),
    });
  },
});
