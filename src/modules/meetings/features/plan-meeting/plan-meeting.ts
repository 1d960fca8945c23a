// Planning a meeting: its number, its guest list from the committee's seats, who may read it.
import type { Tx } from '../../../../platform/db/database.ts';
import { fail, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { calendarYear, localDate } from '../../../../thai/index.ts';
import { orderedSections } from '../../domain/agenda-numbering.ts';
import type { SectionKind } from '../../domain/minutes-document.ts';
import { committeeById } from '../../office.ts';
import type { Committee } from '../../office.ts';
import { inviteSeats } from '../../guests.ts';
import { noteForTasks } from '../../note-for-tasks.ts';
import { indexMeeting } from '../../search.ts';
import { insertMeeting, lastNumber, takeNumber } from '../../store/meetings.ts';
import { messages as shared } from '../../messages.ts';
import { messages } from './messages.ts';

export interface MeetingPlan {
  readonly committeeId: number;
  readonly title: string;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string | null;
  readonly link: string | null;
  readonly fiscalYear: number | null;
  readonly sections: readonly SectionKind[];
  /** Number to begin a year with; undefined takes the next. */
  readonly number?: number;
}

export interface Planned {
  readonly id: number;
  readonly number: number;
  readonly yearBe: number;
  readonly committee: Committee;
}

/** Makes the meeting with its number, guest list and readers. */
export async function planMeeting(tx: Tx, plan: MeetingPlan, at: Date): Promise<Result<Planned>> {
  const committee = await committeeById(tx, plan.committeeId);
  if (!committee) return fail('NO_COMMITTEE', shared.words('noCommittee'), { fields: { committeeId: shared.words('noCommittee') } });
  const yearBe = calendarYear(localDate(plan.heldOn));
  if (plan.number !== undefined) {
    const last = await lastNumber(tx, plan.committeeId, yearBe);
    if (last > 0 && plan.number !== last + 1) {
      const words = messages.words('numberTaken', { last });
      return fail('NUMBER_TAKEN', words, { fields: { number: words } });
    }
  }
  const number = await takeNumber(tx, plan.committeeId, yearBe, plan.number);
  const id = await insertMeeting(tx, {
    committeeId: committee.id, committeeName: committee.name, number, yearBe, title: plan.title, fiscalYear: plan.fiscalYear, heldOn: plan.heldOn,
    startsAt: plan.startsAt, endsAt: plan.endsAt, place: plan.place, link: plan.link, sections: orderedSections(plan.sections),
    ownerUnitId: committee.secretariatUnitId, readers: [committee.id],
  }, at);
  await inviteSeats(tx, id, committee, plan.heldOn, at);
  await indexMeeting(tx, id);
  await noteForTasks(tx, { committeeId: committee.id, number, yearBe, heldOn: plan.heldOn }, at);
  return ok({ id, number, yearBe, committee });
}
