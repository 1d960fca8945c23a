import type { AuditEntry } from '../../../../platform/audit/audit.ts';
import type { Tx } from '../../../../platform/db/database.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, ok, type Result } from '../../../../platform/result.ts';
import { addDays, localDate } from '../../../../thai/index.ts';
import { handOverAll, handOverPreview } from '../../hand-over.ts';
import { idParams } from '../../guard.ts';
import { indexPeople } from '../../search.ts';
import { personById } from '../../store/people.ts';
import { leaveService, takeSeat } from '../../store/people-changes.ts';
import { leaveForm, moveForm } from './form.ts';
import { m } from './messages.ts';
import { leavePersonPage, movePersonPage } from './page.tsx';

const permission = 'organisation.manage-people';
const refuse = (key: 'needed' | 'self' | 'gone') => fail('HAND_OVER_REFUSED', m.words(key), { fields: { successor: m.words(key) } });

/** Hands over what waits in the person's name. Where something waits and the person gives up work, somebody must take it. */
async function handOver(tx: Tx, from: number, to: number | undefined, day: string, needed: boolean): Promise<Result<{ things: number; audit: AuditEntry[] }>> {
  const things = (await handOverPreview(tx, from)).reduce((sum, line) => sum + line.count, 0);
  if (to === undefined) return needed && things > 0 ? refuse('needed') : ok({ things: 0, audit: [] });
  if (to === from) return refuse('self');
  const taker = await personById(tx, to);
  if (!taker || (taker.leftOn !== null && taker.leftOn < day)) return refuse('gone');
  return ok({ things, audit: await handOverAll(tx, { fromPersonId: from, toPersonId: to, day }) });
}

export const movePersonAction = defineAction({
  path: '/people/:id/move',
  permission,
  params: idParams,
  form: moveForm,
  page: movePersonPage,
  async run(tx, { params, input, actor }) {
    if (params.id === actor.id) return fail('OWN_POSITION', m.words('own'));
    const seat = await takeSeat(tx, { personId: params.id, positionId: input.positionId, main: input.main === 'yes', from: input.from, orderNumber: input.orderNumber ?? '', orderDate: input.orderDate ?? null });
    if (!seat.ok) return seat;
    const handed = await handOver(tx, params.id, input.successor, input.from, false);
    if (!handed.ok) return handed;
    await indexPeople(tx, input.from, [params.id]);
    const audit = { action: 'organisation.person-moved', subject: { type: 'organisation.person', id: params.id }, detail: { position: input.positionId, from: input.from, main: input.main, order: input.orderNumber, successor: input.successor, handedOver: handed.value.things } };
    return ok({ audit: [audit, ...handed.value.audit], goTo: `/people/${params.id}`, flash: m.words('moved', { n: handed.value.things }) });
  },
});

export const leavePersonAction = defineAction({
  path: '/people/:id/leave',
  permission,
  params: idParams,
  form: leaveForm,
  page: leavePersonPage,
  async run(tx, { params, input, actor }) {
    if (params.id === actor.id) return fail('OWN_POSITION', m.words('own'));
    const handed = await handOver(tx, params.id, input.successor, addDays(localDate(input.lastDay), 1), true);
    if (!handed.ok) return handed;
    const done = await leaveService(tx, params.id, input.lastDay, input.reason);
    if (!done.ok) return done;
    const audit = { action: 'organisation.person-left', subject: { type: 'organisation.person', id: params.id }, detail: { lastDay: input.lastDay, reason: input.reason, successor: input.successor, handedOver: handed.value.things } };
    return ok({ audit: [audit, ...handed.value.audit], goTo: `/people/${params.id}`, flash: m.words('left', { n: handed.value.things }) });
  },
});
