// Tasks that are due at "the next meeting" of a committee hear of its meetings here.
import type { Tx } from '../../platform/db/database.ts';
import { noteCommitteeMeeting } from '../assignments/index.ts';
import { referenceText } from './shown.ts';
import type { MeetingRow } from './store/meetings.ts';

/** Call when a meeting was planned, its day moved, or it was called off. */
export async function noteForTasks(tx: Tx, meeting: Pick<MeetingRow, 'committeeId' | 'number' | 'yearBe' | 'heldOn'>, at: Date, fate: 'takes-place' | 'called-off' = 'takes-place'): Promise<void> {
  await noteCommitteeMeeting(tx, { committeeId: meeting.committeeId, reference: referenceText(meeting), heldOn: meeting.heldOn, calledOff: fate === 'called-off' }, { now: at });
}
