// What grows out of a new version of the minutes: resolutions, open points, tasks.
import type { AuditEntry } from '../../platform/audit/audit.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { When } from '../assignments/index.ts';
import type { MinutesDocument } from './domain/minutes-document.ts';
import { startAssignments } from './features/edit-minutes/start-assignments.ts';
import type { MeetingRow } from './store/meetings.ts';
import { materialiseOpenPoints } from './store/open-points.ts';
import { materialiseResolutions } from './store/resolutions.ts';

/** Brings everything in step with the content. Resolutions already announced stay so; corrected ones change their tasks. */
export async function writeOut(tx: Tx, meeting: MeetingRow, minutesId: number, content: MinutesDocument, when: When): Promise<AuditEntry[]> {
  const place = { meetingId: meeting.id, minutesId, ownerUnitId: meeting.ownerUnitId, committeeId: meeting.committeeId, heldOn: meeting.heldOn };
  await materialiseResolutions(tx, place, content, when.now);
  await materialiseOpenPoints(tx, place, content, meeting.readers, when.now);
  return startAssignments(tx, meeting, minutesId, [], when);
}
