import { can, type Actor } from '../../../../platform/access/actor.ts';
import type { Tx } from '../../../../platform/db/database.ts';
import { emptyForm } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, notFound, ok, type Failure } from '../../../../platform/result.ts';
import type { Services } from '../../../../platform/services.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import type { Words } from '../../../../platform/words.ts';
import { idParams, rowParams } from '../../guard.ts';
import { m as ownerWords } from '../../sign-in/messages.ts';
import { removalHours } from '../../sign-in/settings.ts';
import { securityAddress, tellOwner } from '../../sign-in/tell-owner.ts';
import { approveRemoval, cancelRemoval, removalsOf, startRemoval } from '../../store/factors.ts';
import { personById } from '../../store/people.ts';
import { rolesOf } from '../../store/roles.ts';
import { securityPage, ownSecurity } from '../show-security/page.tsx';
import { m as securityWords } from '../show-security/messages.ts';
import { removalForm } from './form.ts';
import { m } from './messages.ts';
import { removalAddress, removalPage, removeFactor } from './page.tsx';

const subject = (id: number) => ({ type: 'organisation.person', id });

/** Whoever may not give the role of system administrator may not take such an account over either. */
async function mayTouch(tx: Tx, services: Services, actor: Actor, personId: number): Promise<Failure | undefined> {
  const roles = await rolesOf(tx, personId, services.clock.today());
  if (roles.some((role) => role.role === 'system-admin') && !can(actor, 'organisation.manage-roles')) return fail('ADMIN_ACCOUNT', m.words('admin'));
  return undefined;
}

async function tell(tx: Tx, services: Services, personId: number, what: Words): Promise<void> {
  const person = await personById(tx, personId);
  if (person) await tellOwner(tx, services, { id: personId, name: `${person.title}${person.given} ${person.family}`, email: person.email }, what);
}

export const startRemovalAction = defineAction({
  path: removalAddress,
  permission: removeFactor,
  params: idParams,
  form: removalForm,
  page: removalPage,
  async run(tx, { params, input, actor, services }) {
    const reason = input.reason.trim();
    if (reason.length < 10) return fail('REASON_SHORT', m.words('reasonShort'), { fields: { reason: m.words('reasonShort') } });
    if (!(await personById(tx, params.id))) return notFound();
    const refused = await mayTouch(tx, services, actor, params.id);
    if (refused) return refused;
    const answer = await startRemoval(tx, params.id, reason, await readSetting(tx, removalHours));
    if (answer !== 'started') return fail('REMOVAL_REFUSED', m.words(answer === 'open' ? 'already' : answer));
    await tell(tx, services, params.id, ownerWords.words('removalStarted', { reason }));
    return ok({ audit: { action: 'organisation.factor-removal-started', subject: subject(params.id), detail: { reason } }, goTo: `/people/${params.id}/second-factor`, flash: m.words('started') });
  },
});

export const approveRemovalAction = defineAction({
  path: `${removalAddress}/:row/approve`,
  permission: removeFactor,
  params: rowParams,
  form: emptyForm,
  page: removalPage,
  async run(tx, { params, actor, services }) {
    const removal = (await removalsOf(tx, params.id)).find((one) => one.id === params.row);
    if (!removal) return notFound();
    const refused = await mayTouch(tx, services, actor, params.id);
    if (refused) return refused;
    const answer = await approveRemoval(tx, params.row);
    if (answer === 'gone') return notFound();
    if (answer !== 'approved') return fail('APPROVAL_REFUSED', m.words(answer));
    await tell(tx, services, params.id, ownerWords.words('removed'));
    const detail = { removal: removal.id, startedBy: removal.startedBy, reason: removal.reason };
    return ok({ audit: { action: 'organisation.factor-removal-approved', subject: subject(params.id), detail }, goTo: `/people/${params.id}/second-factor`, flash: m.words('approved') });
  },
});

export const cancelRemovalAction = defineAction({
  path: `${removalAddress}/:row/cancel`,
  permission: removeFactor,
  params: rowParams,
  form: emptyForm,
  page: removalPage,
  async run(tx, { params, services }) {
    if (!(await removalsOf(tx, params.id)).some((one) => one.id === params.row)) return notFound();
    if (!(await cancelRemoval(tx, params.row))) return fail('REMOVAL_DECIDED', m.words('decided'));
    await tell(tx, services, params.id, ownerWords.words('removalCancelled'));
    return ok({ audit: { action: 'organisation.factor-removal-cancelled', subject: subject(params.id), detail: { removal: params.row } }, goTo: `/people/${params.id}/second-factor`, flash: m.words('cancelled') });
  },
});

/** The owner stops what somebody started in the owner's name. */
export const stopOwnRemovalAction = defineAction({
  path: `${securityAddress}/removals/:id/stop`,
  permission: ownSecurity,
  params: idParams,
  form: emptyForm,
  page: securityPage,
  async run(tx, { params, actor, services }) {
    if (!(await removalsOf(tx, actor.id)).some((one) => one.id === params.id)) return notFound();
    if (!(await cancelRemoval(tx, params.id))) return fail('REMOVAL_DECIDED', m.words('decided'));
    await tell(tx, services, actor.id, ownerWords.words('removalCancelled'));
    return ok({ audit: { action: 'organisation.factor-removal-cancelled', subject: subject(actor.id), detail: { removal: params.id, byOwner: true } }, goTo: securityAddress, flash: securityWords.words('stopped') });
  },
});
