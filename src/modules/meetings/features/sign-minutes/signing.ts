// Whose signature is due, and who may give it or take it back.
import type { ReadTx } from '../../../../platform/db/database.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { isSecretariat, permissions } from '../../access.ts';
import { mayStep } from '../../domain/meeting-state.ts';
import { findMeeting } from '../../store/meetings.ts';
import type { MeetingRow } from '../../store/meetings.ts';
import { findVersion, minutesOf } from '../../store/minutes.ts';
import type { MinutesRow, VersionRow } from '../../store/minutes.ts';

export type Signer = 'drafter' | 'checker';

export interface Signing {
  readonly meeting: MeetingRow;
  readonly minutes: MinutesRow;
  readonly version: VersionRow;
  /** Signature that is due next; undefined when both are given or the meeting is elsewhere. */
  readonly due: Signer | undefined;
  /** Signature that can still be taken back. */
  readonly undoable: Signer | undefined;
  /** Whether the actor is the one who is to sign now. */
  readonly mine: boolean;
  readonly mayUndo: boolean;
}

export async function loadSigning(tx: ReadTx, meetingId: number): Promise<Result<Signing>> {
  const meeting = await findMeeting(tx, meetingId);
  const minutes = meeting && (await minutesOf(tx, meetingId));
  const version = minutes?.currentVersionId ? await findVersion(tx, minutes.currentVersionId) : undefined;
  if (!meeting || !minutes || !version) return notFound();
  const due: Signer | undefined = mayStep(meeting.state, 'sign-drafter') && !version.drafted ? 'drafter' : mayStep(meeting.state, 'sign-checker') && !version.checked ? 'checker' : undefined;
  const undoable: Signer | undefined = !mayStep(meeting.state, 'undo-signature') || version.lockedAt ? undefined : version.checked ? 'checker' : version.drafted ? 'drafter' : undefined;
  const wanted = due === 'drafter' ? minutes.drafterId : due === 'checker' ? minutes.checkerId : null;
  const signedBy = undoable === 'checker' ? version.checked?.personId : version.drafted?.personId;
  const secretariat = isSecretariat(tx.actor, meeting, permissions.write);
  if (!secretariat && ![minutes.drafterId, minutes.checkerId].includes(tx.actor.id)) return notFound();
  return ok({ meeting, minutes, version, due, undoable, mine: due !== undefined && wanted === tx.actor.id, mayUndo: undoable !== undefined && (signedBy === tx.actor.id || isSecretariat(tx.actor, meeting, permissions.plan)) });
}
