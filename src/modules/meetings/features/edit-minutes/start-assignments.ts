// Assignments start at the meeting: as soon as a resolution is announced its tasks exist, long before the minutes are
// certified. The only place where meetings make tasks.
import type { AuditEntry } from '../../../../platform/audit/audit.ts';
import type { Tx } from '../../../../platform/db/database.ts';
import { cancelTaskFromSource, createTask } from '../../../assignments/index.ts';
import type { DueEvent, When } from '../../../assignments/index.ts';
import type { Assignment } from '../../domain/minutes-document.ts';
import { meetingHref, referenceText } from '../../shown.ts';
import { announceResolutions, insertAssignmentTask, listAssignmentTasks, listResolutions } from '../../store/resolutions.ts';
import type { ResolutionRow } from '../../store/resolutions.ts';
import { addMeetingReaders } from '../../store/meetings.ts';
import type { MeetingRow } from '../../store/meetings.ts';

export const resolutionSource = 'meetings.resolution';

/** Part of a task's source that names one assignment of one resolution line. */
export const taskLine = (lineId: string, assignmentId: string): string => `${lineId}:${assignmentId}`;

/**
 * Announces the given resolution lines and brings the tasks of every announced resolution in step: new assignments
 * become tasks, changed ones change them, those that left the minutes are cancelled with the reason.
 */
export async function startAssignments(tx: Tx, meeting: MeetingRow, minutesId: number, announce: readonly string[], when: When): Promise<AuditEntry[]> {
  const before = await listResolutions(tx, meeting.id);
  // Whoever is given work by a resolution may read it, and the page of the meeting that it stands on.
  const given = before.filter((row) => row.announcedAt !== null || announce.includes(row.lineId)).flatMap((row) => row.assignments.flatMap((one) => [...partiesOf(one.owners), ...partiesOf(one.supportUnits)]));
  await addMeetingReaders(tx, meeting.id, given);
  if (announce.length > 0) await announceResolutions(tx, minutesId, announce, [...meeting.readers, ...given], when.now);
  const resolutions = await listResolutions(tx, meeting.id);
  const known = new Set((await listAssignmentTasks(tx, minutesId)).map((row) => taskLine(row.lineId, row.assignmentKey)));
  const wanted = new Set<string>();
  const made: number[] = [];
  for (const resolution of resolutions.filter((row) => row.announcedAt !== null)) {
    for (const assignment of resolution.assignments) {
      const line = taskLine(resolution.lineId, assignment.id);
      wanted.add(line);
      const task = await createTask(tx, taskOf(meeting, resolution, assignment), when);
      if (!known.has(line)) await insertAssignmentTask(tx, minutesId, { lineId: resolution.lineId, assignmentKey: assignment.id, taskId: task.id }, when.now);
      if (task.outcome !== 'same') made.push(task.id);
    }
  }
  const gone = await cancelGone(tx, minutesId, wanted, when);
  if (announce.length === 0 && made.length === 0 && gone.length === 0) return [];
  return [{ action: 'meetings.resolutions-announced', subject: { type: 'meetings.meeting', id: meeting.id }, unitId: meeting.ownerUnitId, detail: { lines: announce, tasks: made, cancelled: gone } }];
}

/** Parties of the register among those that minutes name. */
const partiesOf = (list: Assignment['owners']): number[] => list.flatMap((one) => (one.partyId === undefined ? [] : [Number(one.partyId)])).filter(Number.isSafeInteger);

function taskOf(meeting: MeetingRow, resolution: ResolutionRow, assignment: Assignment) {
  const named = assignment.owners.map((owner) => owner.text).join(', ');
  const owners = partiesOf(assignment.owners);
  return {
    title: assignment.task.slice(0, 500),
    detail: [resolution.text, named && owners.length < assignment.owners.length ? `ผู้รับผิดชอบตามรายงาน: ${named}` : '', assignment.evidence ? `หลักฐาน: ${assignment.evidence}` : ''].filter(Boolean).join('\n'),
    ownerPartyIds: owners,
    supportPartyIds: partiesOf(assignment.supportUnits),
    dueOn: assignment.due.kind === 'date' ? assignment.due.date : null,
    dueEvent: assignment.due.kind === 'event' ? eventOf(meeting, assignment.due.event) : null,
    source: { type: resolutionSource, id: resolution.id, line: taskLine(resolution.lineId, assignment.id), reference: `มติ ${resolution.agendaNumber} ${referenceText(meeting)}`, href: `${meetingHref(meeting.id)}#resolution-${resolution.id}` },
    followUpUnitId: meeting.ownerUnitId,
    readers: meeting.readers,
  };
}

/** "การประชุมครั้งต่อไป" is the next meeting of this committee; one that names a body, by name or abbreviation, stays in its words. */
function eventOf(meeting: MeetingRow, words: string): DueEvent {
  return /ประชุมครั้ง(ต่อไป|ถัดไป|หน้า)/u.test(words) && !/คณะ|กรรมการ|[ก-ฮ]{2,6}\./u.test(words)
    ? { kind: 'committee-meeting', committeeId: meeting.committeeId, words }
    : { kind: 'in-words', words };
}

/** Tasks whose assignment is no longer in the minutes. */
async function cancelGone(tx: Tx, minutesId: number, wanted: ReadonlySet<string>, when: When): Promise<number[]> {
  const gone: number[] = [];
  const rows = await tx.db.selectFrom('meetings.assignment_task as t').innerJoin('meetings.resolution as r', (join) => join.onRef('r.minutes_id', '=', 't.minutes_id').onRef('r.line_id', '=', 't.line_id'))
    .select(['t.line_id as lineId', 't.assignment_key as assignmentKey', 't.task_id as taskId', 'r.id as resolutionId']).where('t.minutes_id', '=', minutesId).execute();
  for (const row of rows) {
    const line = taskLine(row.lineId, row.assignmentKey);
    if (wanted.has(line)) continue;
    await cancelTaskFromSource(tx, { type: resolutionSource, id: row.resolutionId, line }, 'ข้อมอบหมายนี้ถูกเอาออกจากรายงานการประชุมแล้ว', when);
    gone.push(row.taskId);
  }
  return gone;
}
