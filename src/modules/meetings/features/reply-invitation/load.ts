// The invitation that the actor may answer: the own one, or any for the secretariat of the meeting.
import type { ReadTx } from '../../../../platform/db/database.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { isSecretariat, permissions } from '../../access.ts';
import { mayStep } from '../../domain/meeting-state.ts';
import { messages as shared } from '../../messages.ts';
import { findInvitation } from '../../store/invitations.ts';
import type { InvitationRow } from '../../store/invitations.ts';
import { findMeeting } from '../../store/meetings.ts';
import type { MeetingRow } from '../../store/meetings.ts';

export interface Answerable {
  readonly meeting: MeetingRow;
  readonly invitation: InvitationRow;
  /** The secretary enters what was said by telephone. */
  readonly forSecretary: boolean;
}

export async function loadAnswerable(tx: ReadTx, ids: { id: number; invitation: number }): Promise<Result<Answerable>> {
  const invitation = await findInvitation(tx, ids.id, ids.invitation);
  const meeting = await findMeeting(tx, ids.id);
  if (!invitation || !meeting || invitation.sentAt === null) return notFound();
  const own = invitation.answerers.some((party) => tx.actor.principals.includes(party));
  const secretariat = isSecretariat(tx.actor, meeting, permissions.plan);
  if (!own && !secretariat) return notFound();
  if (!mayStep(meeting.state, 'change-guests')) return fail('NOT_NOW', shared.words('notNow'), { status: 409 });
  return ok({ meeting, invitation, forSecretary: !own });
}
