// Everything that the one screen of a meeting shows.
import type { ReadTx } from '../../../../platform/db/database.ts';
import { readFileRecords } from '../../../../platform/files/file-records.ts';
import type { FileRecord } from '../../../../platform/files/file-records.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { tasksOfSource } from '../../../assignments/index.ts';
import type { SourceTask } from '../../../assignments/index.ts';
import { isSecretariat, permissions } from '../../access.ts';
import { usualStep } from '../../domain/meeting-state.ts';
import type { MeetingStep } from '../../domain/meeting-state.ts';
import { listAgendaItems, listPapers } from '../../store/agenda.ts';
import type { AgendaItemRow, PaperRow } from '../../store/agenda.ts';
import { listAttendance } from '../../store/attendance.ts';
import type { AttendanceRow } from '../../store/attendance.ts';
import { listInvitations } from '../../store/invitations.ts';
import type { InvitationRow } from '../../store/invitations.ts';
import { findMeeting, listChanges } from '../../store/meetings.ts';
import type { MeetingChange, MeetingRow } from '../../store/meetings.ts';
import { findVersion, minutesOf } from '../../store/minutes.ts';
import type { MinutesRow, VersionRow } from '../../store/minutes.ts';
import { listOpenPoints } from '../../store/open-points.ts';
import type { OpenPointOnBoard } from '../../store/open-points.ts';
import { listResolutions } from '../../store/resolutions.ts';
import type { ResolutionRow } from '../../store/resolutions.ts';

export interface MeetingScreen {
  readonly meeting: MeetingRow;
  readonly items: readonly AgendaItemRow[];
  readonly papers: readonly PaperRow[];
  readonly files: ReadonlyMap<number, FileRecord>;
  readonly invitations: readonly InvitationRow[];
  /** Invitations that the actor may answer. */
  readonly own: readonly InvitationRow[];
  readonly attendance: readonly AttendanceRow[];
  readonly minutes: MinutesRow | undefined;
  /** Undefined for those who may not see it yet. */
  readonly version: VersionRow | undefined;
  readonly resolutions: readonly ResolutionRow[];
  readonly tasks: readonly SourceTask[];
  readonly openPoints: readonly OpenPointOnBoard[];
  readonly changes: readonly MeetingChange[];
  readonly next: MeetingStep | undefined;
  readonly secretariat: { readonly plan: boolean; readonly write: boolean };
}

export async function loadMeeting(tx: ReadTx, id: number, now: { day: string; time: string }): Promise<Result<MeetingScreen>> {
  const meeting = await findMeeting(tx, id);
  if (!meeting) return notFound();
  const [items, papers, invitations, attendance, minutes, resolutions, openPoints, changes] = [
    await listAgendaItems(tx, id), await listPapers(tx, id), await listInvitations(tx, id), await listAttendance(tx, id), await minutesOf(tx, id),
    await listResolutions(tx, id), await listOpenPoints(tx, { meetingId: id }, 50), await listChanges(tx, id),
  ];
  const version = minutes?.currentVersionId ? await findVersion(tx, minutes.currentVersionId) : undefined;
  const files = new Map((await readFileRecords(tx, papers.map((paper) => paper.fileId))).map((file) => [file.id, file]));
  const tasks = resolutions.length > 0 ? await tasksOfSource(tx, { type: 'meetings.resolution', ids: resolutions.map((row) => row.id) }) : [];
  return ok({
    meeting, items, papers, files, invitations, attendance, minutes, version, resolutions, tasks, openPoints, changes,
    own: invitations.filter((one) => one.sentAt !== null && one.answerers.some((party) => tx.actor.principals.includes(party))),
    next: usualStep(meeting, now),
    secretariat: { plan: isSecretariat(tx.actor, meeting, permissions.plan), write: isSecretariat(tx.actor, meeting, permissions.write) },
  });
}
