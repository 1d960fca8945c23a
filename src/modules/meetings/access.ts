// Who may take which step on a meeting: the permission, the secretariat's own meeting, and the state of the meeting.
import { can } from '../../platform/access/actor.ts';
import type { Actor } from '../../platform/access/actor.ts';
import type { ReadTx, Tx } from '../../platform/db/database.ts';
import { fail, notFound, ok } from '../../platform/result.ts';
import type { Result } from '../../platform/result.ts';
import { mayStep } from './domain/meeting-state.ts';
import type { MeetingStep } from './domain/meeting-state.ts';
import { messages } from './messages.ts';
import { findMeeting, lockMeeting } from './store/meetings.ts';
import type { MeetingRow } from './store/meetings.ts';

export const permissions = {
  see: 'meetings.see',
  plan: 'meetings.plan',
  reply: 'meetings.reply',
  write: 'meetings.write-minutes',
  sign: 'meetings.sign-minutes',
} as const;

/** Whether the actor belongs to the secretariat of the meeting and holds the permission there. */
export function isSecretariat(actor: Actor, meeting: Pick<MeetingRow, 'ownerUnitId'>, permission: string): boolean {
  if (actor.kind === 'system') return true;
  return actor.principals.includes(meeting.ownerUnitId) && can(actor, permission, meeting.ownerUnitId);
}

const notNow = fail('NOT_NOW', messages.words('notNow'), { status: 409 });

async function checked(meeting: MeetingRow | undefined, actor: Actor, step: MeetingStep, permission: string): Promise<Result<MeetingRow>> {
  if (!meeting) return notFound();
  if (!isSecretariat(actor, meeting, permission)) return fail('NOT_SECRETARIAT', messages.words('notSecretariat'), { status: 403 });
  return mayStep(meeting.state, step) ? ok(meeting) : notNow;
}

/** The meeting of a page of a step; 404, 403 or 409 when the step is not the actor's to take now. */
export async function meetingForPage(tx: ReadTx, id: number, step: MeetingStep, permission: string): Promise<Result<MeetingRow>> {
  return checked(await findMeeting(tx, id), tx.actor, step, permission);
}

/** The same for an action, with the meeting locked so that two steps follow each other. */
export async function meetingForStep(tx: Tx, id: number, step: MeetingStep, permission: string): Promise<Result<MeetingRow>> {
  return checked(await lockOwn(tx, id), tx.actor, step, permission);
}

/** Row locks need the right to write: what the actor may only read is read without a lock. */
async function lockOwn(tx: Tx, id: number): Promise<MeetingRow | undefined> {
  return (await lockMeeting(tx, id)) ?? findMeeting(tx, id);
}
