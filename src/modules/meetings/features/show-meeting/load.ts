// Everything that the one screen of a meeting shows.
import type { ReadTx } from '../../../../platform/db/database.ts';
import { readFileRecords } from '../../../../platform/files/file-records.ts';
import type { FileRecord } from '../../../../platform/files/file-records.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { tasksOfSource } from '../../../assignments/index.ts';
import type { SourceTask } from '../../../assignments/index.ts';
import { isSecretariat, permissions } from '../../access.ts';
import { keys } from '../../circulation/access.ts';
import { mayStep, meetingSteps, usualStep } from '../../domain/meeting-state.ts';
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
import { loadCirculationSection } from '../show-circulation/section.tsx';
import type { CirculationPart } from '../show-circulation/section.tsx';

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
  /** Steps that this actor may take now, in the order of a meeting's life. */
  readonly steps: readonly MeetingStep[];
  /** Whether the actor reads and checks minutes that are still being written. */
  readonly writes: boolean;
  readonly circulation: CirculationPart | undefined;
}

/** The permission that each step wants of the secretariat. */
const stepPermission: Readonly<Record<MeetingStep, string>> = {
  edit: permissions.plan, postpone: permissions.plan, cancel: permissions.plan, 'change-agenda': permissions.plan, 'change-guests': permissions.plan,
  invite: permissions.plan, 'record-attendance': permissions.plan, 'write-minutes': permissions.write,
  'sign-drafter': permissions.sign, 'sign-checker': permissions.sign, 'undo-signature': permissions.sign,
  circulate: keys.circulate, 'certify-in-meeting': keys.decide,
};

/** A signature is given by the one who is named for it; to others the step would be a page on which they wait. */
function theirs(minutes: MinutesRow | undefined, step: MeetingStep, personId: number): boolean {
  if (step === 'sign-drafter') return minutes?.drafterId === personId;
  return step !== 'sign-checker' || minutes?.checkerId === personId;
}

/** Nobody has come to a meeting before its day. */
function timely(meeting: MeetingRow, step: MeetingStep, day: string): boolean {
  return step !== 'record-attendance' || meeting.heldOn <= day;
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
    steps: meetingSteps.filter((step) => mayStep(meeting.state, step) && timely(meeting, step, now.day) && theirs(minutes, step, tx.actor.id) && isSecretariat(tx.actor, meeting, stepPermission[step])),
    writes: isSecretariat(tx.actor, meeting, permissions.write),
    circulation: await loadCirculationSection(tx, id),
  });
}
